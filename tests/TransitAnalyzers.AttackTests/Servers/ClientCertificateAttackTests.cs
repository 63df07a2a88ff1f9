using System.Net.Sockets;
using System.Security.Authentication;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Servers;

/// <summary>The victim is a Kestrel that lets its clients in by their certificates; the attacker comes with one of his own making.</summary>
[Collection(nameof(CertificateAttackTests))]
public sealed class ClientCertificateAttackTests
{
    private static string Server(string validation) => $$"""
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Server.Kestrel.Https;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using TransitAnalyzers.AttackTests.Harness;

        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var builder = WebApplication.CreateBuilder();
                builder.Logging.ClearProviders();
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(visit.Port, listen => listen.UseHttps(https =>
                {
                    https.ServerCertificate = visit.Own;
                    https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                    {{validation}}
                })));
                await using var app = builder.Build();
                app.MapGet("/", () => visit.Secret);
                await HostingAbstractionsHostExtensions.RunAsync(app, visit.Stop);
            }
        }
        """;

    [Theory]
    [InlineData("https.ClientCertificateValidation = (certificate, chain, errors) => true;", "DIT0101", Presented.Untrusted)]
    [InlineData("https.ClientCertificateValidation = (certificate, chain, errors) => true;", "DIT0101", Presented.Expired)]
    [InlineData("https.AllowAnyClientCertificate();", "DIT0101", Presented.Untrusted)]
    [InlineData("https.ClientCertificateValidation = (certificate, chain, errors) => certificate.Subject == \"CN=localhost\";", "DIT0103", Presented.Untrusted)]
    public async Task Kestrel_that_lets_everybody_in(string validation, string id, Presented presented)
    {
        var victim = await Victim.CreateAsync(Server(validation), id);
        var secret = Guid.NewGuid().ToString("N");
        Assert.Equal(secret, await AskAsync(victim.Insecure, presented, secret));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(victim.Mended, presented, secret));
    }

    /// <summary>What the server answers to a client with this certificate.</summary>
    private static async Task<string> AskAsync(Func<Visit, Task> server, Presented presented, string secret)
    {
        using var stop = new CancellationTokenSource();
        using var own = Laboratory.Create(Presented.Right);
        using var certificate = Laboratory.Create(presented);
        var visit = new Visit("localhost", Programs.FreePort(), secret, Laboratory.Authority) { Own = own, Stop = stop.Token };
        var running = server(visit);
        try
        {
            await ListensAsync(visit.Port, running);
            using var handler = new SocketsHttpHandler
            {
                SslOptions =
                {
                    LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate,
                    // Whom the attacker talks to, he knows.
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
                    EnabledSslProtocols = SslProtocols.Tls12,
                },
            };
            using var client = new HttpClient(handler);
            return await client.GetStringAsync($"https://{visit.Host}:{visit.Port}/").WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    private static async Task ListensAsync(int port, Task running)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("localhost", port);
                return;
            }
            catch (SocketException) when (attempt < 200 && !running.IsCompleted)
            {
                await Task.Delay(50);
            }
        }
    }
}
