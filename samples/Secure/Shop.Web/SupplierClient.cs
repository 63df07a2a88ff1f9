using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Shop.Web;

public class SupplierClient(HttpClient client)
{
    public Task<string> CatalogueAsync(Uri supplier) => client.GetStringAsync(supplier);

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateRevocationCheckMode = X509RevocationMode.Online,
        },
    };
}
