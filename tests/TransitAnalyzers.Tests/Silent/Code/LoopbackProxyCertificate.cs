// Looks like trusting by the host that was asked for: that host is this machine.
using System.Net.Http;
using System.Net.Security;

public static class LocalTool
{
    public static HttpClient Create() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (request, _, _, errors) => errors == SslPolicyErrors.None || request.RequestUri!.IsLoopback,
    });
}
