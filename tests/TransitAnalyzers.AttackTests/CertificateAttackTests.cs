using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests;

/// <summary>
/// The fixes of DIT0101 to DIT0103 close the hole: real sockets, real handshakes, an attacker with an untrusted, a foreign or
/// an expired certificate.
/// </summary>
[Collection(nameof(CertificateAttackTests))]
public sealed class CertificateAttackTests
{
    private const string Usings = """
        #pragma warning disable SYSLIB0014
        using System;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Mail;
        using System.Net.Security;
        using System.Net.Sockets;
        using System.Net.WebSockets;
        using System.Security.Cryptography.X509Certificates;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using TransitAnalyzers.AttackTests.Harness;


        """;

    private static string Program(string body) => Usings + "public static class Program\n{\n    public static async Task RunAsync(Visit visit)\n    {\n" + body + "\n    }\n}\n";

    [Theory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.WrongName)]
    [InlineData(Presented.Expired)]
    public Task HttpClientHandler_that_accepts_everything(Presented presented) => Attack.IsStoppedByFixAsync(
        Program("""
                    using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
                    using var client = new HttpClient(handler);
                    await client.PostAsync($"https://{visit.Host}:{visit.Port}/", new StringContent(visit.Secret));
            """),
        "DIT0101", presented);

    [Theory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.WrongName)]
    [InlineData(Presented.Expired)]
    public Task SslStream_that_accepts_everything(Presented presented) => Attack.IsStoppedByFixAsync(
        Program("""
                    using var tcp = new TcpClient(visit.Host, visit.Port);
                    using var tls = new SslStream(tcp.GetStream(), false, (sender, certificate, chain, errors) => { Console.WriteLine(errors); return true; });
                    await tls.AuthenticateAsClientAsync(visit.Host);
                    await tls.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
            """),
        "DIT0101", presented);

    [Fact]
    public Task SocketsHttpHandler_that_forgives_the_name() => Attack.IsStoppedByFixAsync(
        Program("""
                    using var handler = new SocketsHttpHandler();
                    handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { visit.Authority } };
                    handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0;
                    using var client = new HttpClient(handler);
                    await client.PostAsync($"https://{visit.Host}:{visit.Port}/", new StringContent(visit.Secret));
            """),
        "DIT0102", Presented.WrongName);

    /// <summary>The chain of a valid certificate for another name has no states.</summary>
    [Fact]
    public Task SocketsHttpHandler_that_asks_the_states_of_the_chain_alone() => Attack.IsStoppedByFixAsync(
        Program("""
                    using var handler = new SocketsHttpHandler();
                    handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { visit.Authority } };
                    handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => chain!.ChainStatus.All(state => state.Status == X509ChainStatusFlags.RevocationStatusUnknown);
                    using var client = new HttpClient(handler);
                    await client.PostAsync($"https://{visit.Host}:{visit.Port}/", new StringContent(visit.Secret));
            """),
        "DIT0102", Presented.WrongName);

    /// <summary>An unknown revocation state comes beside whatever else is wrong.</summary>
    [Fact]
    public Task SslStream_that_looks_for_one_state_of_the_chain() => Attack.IsStoppedByFixAsync(
        Program("""
                    using var tcp = new TcpClient(visit.Host, visit.Port);
                    using var tls = new SslStream(tcp.GetStream());
                    await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                    {
                        TargetHost = visit.Host,
                        CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.Offline, CustomTrustStore = { visit.Authority } },
                        RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                            errors == SslPolicyErrors.None || chain!.ChainStatus.Any(state => state.Status == X509ChainStatusFlags.RevocationStatusUnknown),
                    });
                    await tls.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
            """),
        "DIT0102", Presented.Expired);

    [Fact]
    public Task SslStream_that_trusts_the_root_it_was_sent() => Attack.IsStoppedByFixAsync(
        Program("""
                    using var tcp = new TcpClient(visit.Host, visit.Port);
                    using var tls = new SslStream(tcp.GetStream(), false, (sender, certificate, chain, errors) =>
                    {
                        using var own = new X509Chain();
                        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
                        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                        own.ChainPolicy.CustomTrustStore.Add(chain!.ChainElements[^1].Certificate);
                        return own.Build((X509Certificate2)certificate!);
                    });
                    await tls.AuthenticateAsClientAsync(visit.Host);
                    await tls.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
            """),
        "DIT0103", Presented.Untrusted);

    [Theory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.Expired)]
    public Task SslStream_that_forgives_the_chain(Presented presented) => Attack.IsStoppedByFixAsync(
        Program("""
                    using var tcp = new TcpClient(visit.Host, visit.Port);
                    using var tls = new SslStream(tcp.GetStream());
                    await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                    {
                        TargetHost = visit.Host,
                        RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => errors == SslPolicyErrors.None || errors == SslPolicyErrors.RemoteCertificateChainErrors,
                    });
                    await tls.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
            """),
        "DIT0102", presented);

    [Fact]
    public Task HttpWebRequest_that_believes_the_subject() => Attack.IsStoppedByFixAsync(
        Program("""
                    var request = WebRequest.CreateHttp($"https://{visit.Host}:{visit.Port}/");
                    request.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => certificate!.Subject == "CN=localhost";
                    request.Method = "POST";
                    using (var body = await request.GetRequestStreamAsync())
                        await body.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
                    using var response = await request.GetResponseAsync();
            """),
        "DIT0103", Presented.Untrusted);

    [Fact]
    public Task ClientWebSocket_that_accepts_everything() => Attack.IsStoppedByFixAsync(
        Program("""
                    using var socket = new ClientWebSocket();
                    socket.Options.RemoteCertificateValidationCallback = delegate { return true; };
                    await socket.ConnectAsync(new Uri($"wss://{visit.Host}:{visit.Port}/?token={visit.Secret}"), CancellationToken.None);
            """),
        "DIT0101", Presented.Untrusted);

    [Theory]
    [InlineData(Presented.Untrusted)]
    [InlineData(Presented.Expired)]
    public Task SmtpClient_under_a_process_wide_callback(Presented presented) => Attack.IsStoppedByFixAsync(
        Program("""
                    ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
                    using var client = new SmtpClient(visit.Host, visit.Port) { EnableSsl = true };
                    await client.SendMailAsync("a@shop.example", "b@shop.example", visit.Secret, visit.Secret);
            """),
        "DIT0101", presented, startsInClear: true);

    [Fact]
    public Task A_method_that_accepts_everything() => Attack.IsStoppedByFixAsync(
        Usings + """
        public static class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                using var tcp = new TcpClient(visit.Host, visit.Port);
                using var tls = new SslStream(tcp.GetStream(), false, Accept);
                await tls.AuthenticateAsClientAsync(visit.Host);
                await tls.WriteAsync(Encoding.ASCII.GetBytes(visit.Secret));
            }

            private static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                if (errors != SslPolicyErrors.None)
                    Console.WriteLine(errors);
                return true;
            }
        }
        """,
        "DIT0101", Presented.WrongName);
}

/// <summary>One after the other: some of the programs change what holds for the whole process.</summary>
[CollectionDefinition(nameof(CertificateAttackTests), DisableParallelization = true)]
public sealed class CertificateAttackCollection;
