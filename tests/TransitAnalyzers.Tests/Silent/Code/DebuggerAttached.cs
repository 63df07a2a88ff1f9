// Looks like accepting everything: only while somebody debugs.
using System.Diagnostics;
using System.Net.Http;

public static class DebuggerHandler
{
    public static HttpClientHandler Create()
    {
        var handler = new HttpClientHandler();
        if (Debugger.IsAttached)
            handler.ServerCertificateCustomValidationCallback = delegate { return true; };
        return handler;
    }
}
