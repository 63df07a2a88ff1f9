using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Web;

/// <summary>A web application that runs on loopback, in clear text and with TLS, and a browser that trusts its authority.</summary>
internal sealed class Site : IAsyncDisposable
{
    /// <summary>HSTS leaves localhost out, so the site is asked for by another name.</summary>
    private const string Name = "attacker.example";

    private readonly TaskCompletionSource until = new();
    private readonly HttpClient client;
    private readonly int clear = Programs.FreePort();
    private readonly int secure = Programs.FreePort();
    private readonly X509Certificate2 certificate = Laboratory.Create(Presented.WrongName);
    private readonly Task running;

    private Site(Func<Visit, Task> application, string environment)
    {
        running = Task.Run(() => application(new WebVisit(
            environment,
            kestrel =>
            {
                kestrel.ListenLocalhost(clear);
                kestrel.ListenLocalhost(secure, endpoint => endpoint.UseHttps(certificate));
            },
            until.Task)));
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions =
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { Laboratory.Authority },
                },
            },
        });
    }

    /// <summary>Starts the application and waits until it answers.</summary>
    public static async Task<Site> StartAsync(Func<Visit, Task> application, string environment = "Production")
    {
        var site = new Site(application, environment);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                // The endpoint that is opened last: the redirection remembers what is open when it is first asked.
                using var answer = await site.GetAsync(Uri.UriSchemeHttps);
                return site;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                if (site.running.IsFaulted)
                    await site.running;
                await Task.Delay(100);
            }
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string scheme, string path = "/", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{scheme}://localhost:{(scheme == Uri.UriSchemeHttps ? secure : clear)}{path}");
        request.Headers.Host = Name;
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        until.TrySetResult();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        client.Dispose();
        certificate.Dispose();
    }
}
