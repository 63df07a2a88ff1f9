using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Shop.Web;

public class PaymentClient(HttpClient client)
{
    /// <summary>SHA-256 of the terminal's certificate, printed on its label.</summary>
    private const string TerminalPin = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

    public Task<HttpResponseMessage> PayAsync(Order order) => client.PostAsJsonAsync("/payments", order);

    /// <summary>The card terminal speaks a protocol of its own over TLS, with a certificate of its own.</summary>
    public static async Task<Stream> OpenTerminalAsync(string host)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(host, 4433);
        var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, IsTheTerminal);
        await tls.AuthenticateAsClientAsync(host, clientCertificates: null, SslProtocols.None, checkCertificateRevocation: true);
        return tls;
    }

    private static bool IsTheTerminal(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || (certificate is not null && certificate.GetCertHashString(HashAlgorithmName.SHA256) == TerminalPin);
}
