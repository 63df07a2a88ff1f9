// Looks like accepting everything: calls of the method are compiled for debugging only.
using System.Diagnostics;
using System.Net.Http;

public static class ConditionalHandler
{
    public static HttpClientHandler Create()
    {
        var handler = new HttpClientHandler();
        TrustAnything(handler);
        return handler;
    }

    [Conditional("DEBUG")]
    private static void TrustAnything(HttpClientHandler handler) => handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
}
