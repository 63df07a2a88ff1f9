using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Playwright.</summary>
internal static class Playwright
{
    private const string BrowserNewContextOptionsSource = "playwright.dev/dotnet: BrowserNewContextOptions.IgnoreHTTPSErrors";

    public static readonly Library Library = new("Playwright", "Microsoft.Playwright")
    {
        Namespace = "Microsoft.Playwright",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Microsoft.Playwright.*", "IgnoreHTTPSErrors",
                Insecure.True, Remedy.Write(false), BrowserNewContextOptionsSource),
            SettingRow.Set(
                "DIT0104", "Microsoft.Playwright.*", "Args",
                ChromiumSwitch.Ignores, Remedy.Remove, ChromiumSwitch.Source)),
    };
}
