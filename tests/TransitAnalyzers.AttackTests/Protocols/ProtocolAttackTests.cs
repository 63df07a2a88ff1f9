using TransitAnalyzers.AttackTests.Harness;
using TransitAnalyzers.CodeFixes.Protocols;

namespace TransitAnalyzers.AttackTests.Protocols;

/// <summary>An insecure client completes a handshake that nobody should complete; the fixed one refuses it.</summary>
public sealed class ProtocolAttackTests
{
    // The server's certificate is of no interest here: what counts is which version and suite the client agrees to.
    private static string Client(string options) => $$"""
        #pragma warning disable SYSLIB0039, CA1416
        using System;
        using System.Net.Security;
        using System.Net.Sockets;
        using System.Security.Authentication;

        using var tcp = new TcpClient("localhost", int.Parse(args[0]));
        using var tls = new SslStream(tcp.GetStream());
        try
        {
            tls.AuthenticateAsClient(new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => true,
                {{options}}
            });
            Console.WriteLine($"agreed to {tls.SslProtocol} {tls.NegotiatedCipherSuite}");
        }
        catch (AuthenticationException)
        {
            Console.WriteLine("refused");
        }
        """;

    [Theory]
    [InlineData("-tls1", "EnabledSslProtocols = SslProtocols.Tls,", "agreed to Tls ")]
    [InlineData("-tls1", "EnabledSslProtocols = SslProtocols.Tls | SslProtocols.Tls11 | SslProtocols.Tls12,", "agreed to Tls ")]
    [InlineData("-tls1_1", "EnabledSslProtocols = SslProtocols.Tls11,", "agreed to Tls11 ")]
    [InlineData("-tls1_1", "EnabledSslProtocols = (SslProtocols)(768 | 12288),", "agreed to Tls11 ")]
    public async Task Obsolete_version(string version, string options, string agreed)
    {
        using var server = new OldServer(version, "-cipher", "ALL:@SECLEVEL=0");
        await IsClosedAsync(server, "DIT0201", new ObsoleteVersionFix(), options, agreed);
    }

    [Theory]
    [InlineData("NULL-SHA256", "TlsCipherSuite.TLS_RSA_WITH_NULL_SHA256", "agreed to Tls12 TLS_RSA_WITH_NULL_SHA256")]
    [InlineData("AES128-SHA", "TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA", "agreed to Tls12 TLS_RSA_WITH_AES_128_CBC_SHA")]
    public async Task Weak_suite(string ofServer, string suite, string agreed)
    {
        using var server = new OldServer("-tls1_2", "-cipher", ofServer + ":@SECLEVEL=0");
        await IsClosedAsync(
            server, "DIT0203", new CipherSuiteFix(),
            $"CipherSuitesPolicy = new CipherSuitesPolicy(new[] {{ {suite}, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 }}),", agreed);
    }

    private static async Task IsClosedAsync(
        OldServer server, string rule, Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider fix, string options, string agreed)
    {
        var port = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var insecure = await VulnerableProgram.OfAsync(Client(options));
        Assert.NotEmpty(await insecure.FindingsAsync(rule));
        Assert.StartsWith(agreed, (await insecure.RunAsync(server.Lowered, port)).Output, StringComparison.Ordinal);

        var mended = await insecure.FixedAsync(rule, fix);
        Assert.StartsWith("refused", (await mended.RunAsync(server.Lowered, port)).Output, StringComparison.Ordinal);
    }
}
