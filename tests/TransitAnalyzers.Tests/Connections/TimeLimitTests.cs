using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>A client's own limit that is switched off: reported unless time is limited in another way.</summary>
public sealed class TimeLimitTests
{
    private static string Client(string before, string call) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        class Client
        {
            async Task ReadAsync(CancellationToken cancellation)
            {
                {{before}}
                using var client = new HttpClient();
                client.Timeout = {|#0:System.Threading.Timeout.InfiniteTimeSpan|};
                await {{call}};
            }
        }
        """;

    [Theory]
    [InlineData("", "client.GetStringAsync(\"https://shop.example/\")")]
    [InlineData("", "client.GetStringAsync(\"https://shop.example/\", cancellation)")]
    [InlineData("using var source = new CancellationTokenSource();", "client.GetStringAsync(\"https://shop.example/\", source.Token)")]
    [InlineData("using var source = new CancellationTokenSource(System.Threading.Timeout.InfiniteTimeSpan);", "client.GetStringAsync(\"https://shop.example/\", source.Token)")]
    public Task Nothing_else_limits_it(string before, string call) => Verify.Finds<ConnectionSettings>(
        Client(before, call).Replace("#0", "DIT0306", StringComparison.Ordinal));

    [Theory]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5));", "client.GetStringAsync(\"https://shop.example/\", source.Token)")]
    [InlineData("using CancellationTokenSource source = new(5000);", "client.GetStringAsync(\"https://shop.example/\", source.Token)")]
    [InlineData("using var source = new CancellationTokenSource(); source.CancelAfter(5000);", "client.GetStringAsync(\"https://shop.example/\", source.Token)")]
    [InlineData("async Task<T> WithTimeout<T>(Task<T> task) => await task.WaitAsync(TimeSpan.FromSeconds(3));", "WithTimeout(client.GetStringAsync(\"https://shop.example/\"))")]
    public Task Something_else_limits_it(string before, string call) => Verify.Silent<ConnectionSettings>(
        Client(before, call).Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("switch (address.Scheme) { case \"amqp\": factory.Ssl.Enabled = {0}; break; }")]
    [InlineData("if (address.Scheme == \"amqp\") factory.Ssl.Enabled = {0};")]
    public Task Who_wrote_the_address_chose(string statement) =>
        Verify.Silent<ConnectionSettings>(Broker(statement.Replace("{0}", "false", StringComparison.Ordinal)), References);

    [Theory]
    [InlineData("if (address.Host == \"mq.example\") factory.Ssl.Enabled = {0};")]
    [InlineData("factory.Ssl.Enabled = {0};")]
    public Task The_code_chose(string statement) =>
        Verify.Finds<ConnectionSettings>(Broker(statement.Replace("{0}", "{|DIT0301:false|}", StringComparison.Ordinal)), References);

    private static Microsoft.CodeAnalysis.Testing.ReferenceAssemblies References =>
        Microsoft.CodeAnalysis.Testing.ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.RabbitMQ7]);

    private static string Broker(string statement) => $$"""
        class Broker
        {
            void Set(RabbitMQ.Client.ConnectionFactory factory, System.Uri address)
            {
                {{statement}}
            }
        }
        """;
}
