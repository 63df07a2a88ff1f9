namespace Shop.Web;

public class SupplierClient(HttpClient client)
{
    public Task<string> CatalogueAsync(Uri supplier) => client.GetStringAsync(supplier);

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions =
        {
            RemoteCertificateValidationCallback = delegate { return true; },
        },
    };
}
