using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The switch of Chromium's command line that every library which starts a Chromium takes.</summary>
internal static class ChromiumSwitch
{
    public const string Source = "chromium: content/public/common/content_switches.cc";

    /// <summary><c>--ignore-certificate-errors</c>, alone or among others; the one with <c>-spki-list</c> is a pin.</summary>
    public static readonly Insecure Ignores = Insecure.TextWhere(static text =>
        text.IndexOf("ignore-certificate-errors", StringComparison.OrdinalIgnoreCase) is >= 0 and var start
        && text.IndexOf("ignore-certificate-errors-spki-list", StringComparison.OrdinalIgnoreCase) != start);
}
