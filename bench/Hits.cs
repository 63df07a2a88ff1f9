using System.Collections.Immutable;

namespace TransitAnalyzers.Bench;

/// <summary>Insecure code, a few hits a block, and how many findings a block deserves.</summary>
internal static class Hits
{
    /// <summary>Our findings in one block.</summary>
    public static readonly ImmutableDictionary<string, int> PerBlock = new Dictionary<string, int>
    {

    }.ToImmutableDictionary();

    /// <summary>The findings of NetAnalyzers' transport rules in one block.</summary>
    public static readonly ImmutableDictionary<string, int> NetAnalyzersPerBlock = new Dictionary<string, int>
    {
        ["CA5400"] = 1,
        ["CA5397"] = 1,
    }.ToImmutableDictionary();

    public static string Block(int number) => $$"""
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;

        namespace Shop.Insecure{{number}};

        public static class Hits
        {
            public static HttpClient AcceptsEverything()
            {
                var handler = new HttpClientHandler();
                handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
                return new HttpClient(handler);
            }

            public static HttpClient ReadyMade() => new(new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            });

            public static SslClientAuthenticationOptions Obsolete() => new()
            {
                TargetHost = "shop.example",
                EnabledSslProtocols = SslProtocols.Tls11,
            };
        }
        """;
}
