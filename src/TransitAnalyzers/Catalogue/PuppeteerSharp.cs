using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>PuppeteerSharp.</summary>
internal static class PuppeteerSharp
{
    /// <summary>Version 19 renamed the switch.</summary>
    private static readonly Version Renamed = new(19, 0);

    private const string LaunchOptionsSource = "hardkoded/puppeteer-sharp: lib/PuppeteerSharp/LaunchOptions.cs";

    public static readonly Library Library = new("PuppeteerSharp", "PuppeteerSharp")
    {
        Namespace = "PuppeteerSharp",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "PuppeteerSharp.*", "IgnoreHTTPSErrors",
                Insecure.True, Remedy.Write(false), LaunchOptionsSource) with { Until = Renamed },
            SettingRow.Set(
                "DIT0104", "PuppeteerSharp.*", "AcceptInsecureCerts",
                Insecure.True, Remedy.Write(false), LaunchOptionsSource) with { Since = Renamed },
            SettingRow.Set("DIT0104", "PuppeteerSharp.*", "Args", ChromiumSwitch.Ignores, Remedy.Remove, ChromiumSwitch.Source)),
    };
}
