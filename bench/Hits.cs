using System.Collections.Immutable;

namespace TransitAnalyzers.Bench;

/// <summary>Insecure code, a few hits a block, and how many findings a block deserves.</summary>
internal static class Hits
{
    /// <summary>Our findings in one block.</summary>
    public static readonly ImmutableDictionary<string, int> PerBlock = new Dictionary<string, int>
    {
        ["DIT0101"] = 2,
        ["DIT0201"] = 1,
        ["DIT0301"] = 1,
        ["DIT0303"] = 1,
        ["DIT0601"] = 1,
    }.ToImmutableDictionary();

    /// <summary>The findings of NetAnalyzers' transport rules in one block.</summary>
    public static readonly ImmutableDictionary<string, int> NetAnalyzersPerBlock = new Dictionary<string, int>
    {
        ["CA5359"] = 1,
        ["CA5397"] = 1,
    }.ToImmutableDictionary();

    public static string Block(int number) => $$"""
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;
        using System.Security.Cryptography;

        namespace Shop.Insecure{{number}};

        public static class Hits
        {
            public static HttpClient AcceptsEverything()
            {
                var handler = new HttpClientHandler();
                handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
                return new HttpClient(handler);
            }

            public static SslStream AcceptsEverythingToo(System.IO.Stream stream) =>
                new(stream, leaveInnerStreamOpen: false, new RemoteCertificateValidationCallback((sender, certificate, chain, errors) => true));

            public static SslClientAuthenticationOptions Obsolete() => new()
            {
                TargetHost = "shop.example",
                EnabledSslProtocols = SslProtocols.Tls11,
            };

            public static Npgsql.NpgsqlConnection NotEncrypted() => new("Host=db.example;Username=shop;SSL Mode=Disable");

            public static Microsoft.Data.SqlClient.SqlConnection NotAuthenticated() =>
                new("Server=db.example;Database=shop;Integrated Security=true;Encrypt=true;TrustServerCertificate=true");

            public static RSA TooSmall() => RSA.Create(1024);
        }
        """;
}
