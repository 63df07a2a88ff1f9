namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>
/// Names of SSL and TLS versions in texts, as libraries read them: <c>TLSv1.1</c>, <c>tls11</c>, <c>TLS 1.0, TLS 1.2</c>,
/// <c>tls|tls12</c>, <c>1.1</c>. Obsolete is what is older than TLS 1.2 (RFC 8996); <c>TLS</c> alone names 1.0.
/// </summary>
internal static class ObsoleteVersionNames
{
    public const string Loss = "a version of TLS before 1.2";

    private static readonly char[] Separators = [',', ';', '|'];

    private static readonly string[] Obsolete = ["SSL", "SSL2", "SSL20", "SSL3", "SSL30", "TLS", "TLS1", "TLS10", "TLS11", "1", "10", "11"];

    /// <summary>An obsolete version is one of those that the text lists.</summary>
    public static bool AreIn(string text) => text.Split(Separators).Any(IsObsolete);

    /// <summary>The list without its obsolete versions, written as it was; null where nothing is left.</summary>
    public static string? Without(string text)
    {
        var kept = text.Split(Separators).Where(name => !IsObsolete(name)).Select(name => name.Trim()).ToArray();
        var at = text.IndexOfAny(Separators);
        var separator = at < 0 ? "" : text[at] == '|' ? "|" : text[at] + " ";
        return kept.Length == 0 ? null : string.Join(separator, kept);
    }

    private static bool IsObsolete(string name)
    {
        var plain = name.ToUpperInvariant().Replace(" ", "").Replace(".", "").Replace("_", "").Replace("-", "").Replace("V", "");
        return Obsolete.Contains(plain, StringComparer.Ordinal);
    }
}
