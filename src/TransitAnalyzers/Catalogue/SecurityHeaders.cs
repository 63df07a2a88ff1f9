namespace TransitAnalyzers.Catalogue;

/// <summary>One protection that a browser is asked for by response headers, any of which does.</summary>
/// <param name="Headers">The headers; the first is the one that is written.</param>
/// <param name="Members">The properties of <c>IHeaderDictionary</c> and <c>HeaderNames</c> for them.</param>
/// <param name="Value">What is written.</param>
/// <param name="Libraries">Middleware of libraries that sends one of them.</param>
internal sealed record SecurityHeader(IReadOnlyList<string> Headers, IReadOnlyList<string> Members, string Value, IReadOnlyCollection<string> Libraries);

/// <summary>
/// The headers that every application for browsers sends: against types that are guessed, and against being framed by
/// another site. OWASP ASVS 5.0 V3.4.4 and V3.4.6; https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
/// Middleware: NWebsec (docs.nwebsec.com), NetEscapades.AspNetCore.SecurityHeaders, OwaspHeaders.Core,
/// Joonasw.AspNetCore.SecurityHeaders (their read-me files).
/// </summary>
internal static class SecurityHeaders
{
    public static readonly IReadOnlyList<SecurityHeader> All =
    [
        new(
            ["X-Content-Type-Options"],
            ["XContentTypeOptions"],
            "nosniff",
            ["UseXContentTypeOptions", "UseSecurityHeaders", "UseSecureHeadersMiddleware"]),
        new(
            ["Content-Security-Policy", "X-Frame-Options"],
            ["ContentSecurityPolicy", "XFrameOptions"],
            "frame-ancestors 'self'",
            ["UseCsp", "UseXfo", "UseXFrameOptions", "UseSecurityHeaders", "UseSecureHeadersMiddleware"]),
    ];
}
