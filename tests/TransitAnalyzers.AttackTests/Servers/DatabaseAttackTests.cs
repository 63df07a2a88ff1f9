using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Servers;

/// <summary>An attacker who runs a real server behind his own certificate: clients whose validation was switched off tell it everything.</summary>
[Collection(nameof(CertificateAttackTests))]
public sealed class DatabaseAttackTests
{
    [PostgresTheory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.WrongName)]
    [InlineData(Presented.Expired)]
    public Task Npgsql_that_accepts_everything(Presented presented) => Attack.IsStoppedByFixesAsync(
        """
        using System.Net.Security;
        using System.Threading.Tasks;
        using Npgsql;
        using TransitAnalyzers.AttackTests.Harness;

        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var builder = new NpgsqlDataSourceBuilder($"Host={visit.Host};Port={visit.Port};Username=app;Database=postgres;SSL Mode=Require");
                builder.UseSslClientAuthenticationOptionsCallback(options =>
                {
                    options.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => true;
                });
                await using var source = builder.Build();
                await using var command = source.CreateCommand($"SELECT '{visit.Secret}'");
                await command.ExecuteScalarAsync();
            }
        }
        """,
        async () => await PostgresServer.StartAsync(Laboratory.Create(presented)), "DIT0101", "DIT0303");

    [RedisTheory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.WrongName)]
    [InlineData(Presented.Expired)]
    public Task StackExchange_Redis_that_accepts_everything(Presented presented) => Attack.IsStoppedByFixesAsync(
        """
        using System.Net.Security;
        using System.Threading.Tasks;
        using StackExchange.Redis;
        using TransitAnalyzers.AttackTests.Harness;

        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var options = new ConfigurationOptions { Ssl = true, SslHost = visit.Host, EndPoints = { { visit.Host, visit.Port } } };
                options.CertificateValidation += (sender, certificate, chain, errors) => true;
                using var redis = await ConnectionMultiplexer.ConnectAsync(options);
                await redis.GetDatabase().StringSetAsync("card", visit.Secret);
            }
        }
        """,
        async () => await RedisServer.StartAsync(Laboratory.Create(presented)), "DIT0101");
}
