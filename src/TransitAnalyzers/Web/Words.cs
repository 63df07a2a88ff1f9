using TransitAnalyzers.Catalogue;

namespace TransitAnalyzers.Web;

/// <summary>What code of the program's own middleware is about, by the words in it. Errs on the side of silence.</summary>
internal static class Words
{
    public static bool SendsHsts(string code) =>
        Has(code, AspNetCorePipeline.HstsHeader) || Has(code, AspNetCorePipeline.HstsHeaderMember) || Has(code, "HstsMiddleware");

    public static bool Redirects(string code) =>
        Has(code, "IsHttps") || Has(code, ".Scheme") || Has(code, "HttpsRedirectionMiddleware") || (Has(code, "https") && (Has(code, "Redirect") || Has(code, "Location")));

    private static bool Has(string code, string word) => code.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
