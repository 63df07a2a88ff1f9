// Looks like accepting everything: in a debug build only.
using System.Net.Http;

public static class DebugHandler
{
    public static HttpClientHandler Create()
    {
        var handler = new HttpClientHandler();
#if DEBUG
        handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
#endif
        return handler;
    }
}
