using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Protocols;

/// <summary>
/// <c>openssl s_server</c> that speaks one old version or one weak suite, as an attacker in between would force it. OpenSSL
/// refuses both unless its security level is lowered, on both sides: <see cref="Lowered"/> is for the client.
/// </summary>
internal sealed class OldServer : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oldserver");
    private readonly Process process;

    public OldServer(params string[] arguments)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(PathOf("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());

        // As distributions configure it, but for the security level: the platform's least version is TLS 1.2.
        File.WriteAllText(PathOf("openssl.cnf"), """
            openssl_conf = configuration

            [configuration]
            ssl_conf = modules

            [modules]
            system_default = lowered

            [lowered]
            CipherString = ALL:eNULL:@SECLEVEL=0
            MinProtocol = TLSv1.2
            """);
        Port = Programs.FreePort();
        process = Process.Start(new ProcessStartInfo(
            "openssl",
            ["s_server", "-accept", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-cert", PathOf("cert.pem"), "-key", PathOf("key.pem"), "-quiet", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        WaitUntilItListens();
    }

    public int Port { get; }

    /// <summary>What the client needs in its environment to speak the old version at all.</summary>
    public IReadOnlyDictionary<string, string> Lowered => new Dictionary<string, string> { ["OPENSSL_CONF"] = PathOf("openssl.cnf") };

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private void WaitUntilItListens()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var probe = new TcpClient("localhost", Port);
                return;
            }
            catch (SocketException) when (attempt < 100 && !process.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }
}
