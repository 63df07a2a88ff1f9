using System.Buffers.Binary;
using TransitAnalyzers.AttackTests.Harness;
using TransitAnalyzers.AttackTests.Servers;

namespace TransitAnalyzers.AttackTests.Connections;

/// <summary>
/// The fixes of DIT0301 to DIT0303 close the hole: somebody on the path to a real server reads along, strips TLS, or poses
/// as the server.
/// </summary>
[Collection(nameof(CertificateAttackTests))]
public sealed class ConnectionAttackTests
{
    private const string Redis = """
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        using System.Threading.Tasks;
        using StackExchange.Redis;
        using TransitAnalyzers.AttackTests.Harness;

        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var options = ConfigurationOptions.Parse($"{visit.Host}:{visit.Port},ssl=false,sslHost={visit.Host}");
                options.CertificateValidation += (sender, certificate, chain, errors) =>
                {
                    if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
                        return false;
                    chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                    chain.ChainPolicy.CustomTrustStore.Add(visit.Authority);
                    return chain.Build((X509Certificate2)certificate);
                };
                using var redis = await ConnectionMultiplexer.ConnectAsync(options);
                await redis.GetDatabase().StringSetAsync("card", visit.Secret);
            }
        }
        """;

    [PostgresFact]
    public Task A_listener_reads_Npgsql_in_clear_text() => Attack.IsBlindedByFixAsync(
        Npgsql("SSL Mode=Disable"), async () => new OnPath(await PostgresServer.StartAsync(Laboratory.Create(Presented.Right))), "DIT0301");

    [RedisFact]
    public Task A_listener_reads_StackExchange_Redis_in_clear_text() => Attack.IsBlindedByFixAsync(
        Redis,
        async () => new OnPath(await RedisServer.StartAsync(certificate: null)),
        async () => new OnPath(await RedisServer.StartAsync(Laboratory.Create(Presented.Right))),
        "DIT0301");

    [PostgresTheory]
    [InlineData("SSL Mode=Prefer")]
    [InlineData("SSL Mode=Allow")]
    public Task Somebody_who_answers_that_there_is_no_TLS_reads_Npgsql(string mode) => Attack.IsStoppedByFixesAsync(
        Npgsql(mode), async () => new OnPath(await PostgresServer.StartAsync(Laboratory.Create(Presented.Right)), RefuseEncryption), "DIT0302");

    [PostgresTheory]
    [InlineData("SSL Mode=Require", Presented.Untrusted)]
    [InlineData("SSL Mode=Require", Presented.WrongName)]
    [InlineData("SSL Mode=Require;Trust Server Certificate=true", Presented.Expired)]
    public Task Somebody_who_poses_as_the_server_reads_Npgsql(string mode, Presented presented) => Attack.IsStoppedByFixesAsync(
        Npgsql(mode), async () => await PostgresServer.StartAsync(Laboratory.Create(presented)), "DIT0303");

    private static string Npgsql(string mode) => $$"""
        using System.IO;
        using System.Threading.Tasks;
        using Npgsql;
        using TransitAnalyzers.AttackTests.Harness;

        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var authority = Path.GetTempFileName();
                await File.WriteAllTextAsync(authority, visit.Authority.ExportCertificatePem());
                await using var source = NpgsqlDataSource.Create(
                    $"Host={visit.Host};Port={visit.Port};Username=app;Database=postgres;Root Certificate={authority};{{mode}}");
                await using var command = source.CreateCommand($"SELECT '{visit.Secret}'");
                await command.ExecuteScalarAsync();
                File.Delete(authority);
            }
        }
        """;

    /// <summary>
    /// 'N' to the requests for TLS and for GSS encryption.
    /// Source: PostgreSQL documentation, "Frontend/Backend Protocol", SSLRequest (80877103) and GSSENCRequest (80877104).
    /// </summary>
    private static byte[]? RefuseEncryption(ReadOnlyMemory<byte> sent) =>
        sent.Length == 8 && BinaryPrimitives.ReadInt32BigEndian(sent.Span[4..]) is 80877103 or 80877104 ? "N"u8.ToArray() : null;
}
