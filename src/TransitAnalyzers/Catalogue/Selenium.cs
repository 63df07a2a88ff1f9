using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Selenium's drivers of browsers.</summary>
internal static class Selenium
{
    private const string DriverOptionsSource = "SeleniumHQ/selenium: dotnet/src/webdriver/DriverOptions.cs";

    /// <summary>The assembly is named like the package since 4.44.</summary>
    public static readonly Library Library = new("Selenium", "Selenium.WebDriver", "WebDriver")
    {
        Namespace = "OpenQA.Selenium",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "OpenQA.Selenium.DriverOptions", "AcceptInsecureCertificates",
                Insecure.True, Remedy.Write(false), DriverOptionsSource),
            SettingRow.Argument(
                "DIT0104", "OpenQA.Selenium.*", "AddArgument", "argument",
                ChromiumSwitch.Ignores, Remedy.Remove, ChromiumSwitch.Source),
            SettingRow.Argument(
                "DIT0104", "OpenQA.Selenium.*", "AddArguments", "argumentsToAdd",
                ChromiumSwitch.Ignores, Remedy.Remove, ChromiumSwitch.Source)),
    };
}
