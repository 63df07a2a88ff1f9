using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Shop.Web;

public class PaymentClient(HttpClient client)
{
    public Task<HttpResponseMessage> PayAsync(Order order) => client.PostAsJsonAsync("/payments", order);

    /// <summary>The card terminal speaks a protocol of its own over TLS.</summary>
    public static async Task<Stream> OpenTerminalAsync(string host)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(host, 4433);
        var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, AcceptCertificate);
        await tls.AuthenticateAsClientAsync(host, clientCertificates: null, SslProtocols.Tls, checkCertificateRevocation: true);
        return tls;
    }

    private static bool AcceptCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
        {
            Console.WriteLine($"Terminal certificate: {errors}");
        }

        return true;
    }
}
