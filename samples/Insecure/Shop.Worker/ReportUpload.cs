using System.Security.Authentication;

namespace Shop.Worker;

public class ReportUpload
{
    private readonly HttpClient client = new(CreateHandler());

    public Task SendAsync(string report) =>
        client.PostAsync("https://reports.shop.internal/daily", new StringContent(report));

    private static HttpClientHandler CreateHandler()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        handler.SslProtocols = SslProtocols.Tls | SslProtocols.Tls11;
        return handler;
    }
}
