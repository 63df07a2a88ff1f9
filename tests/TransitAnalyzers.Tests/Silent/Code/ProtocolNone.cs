// Looks like no protection: None leaves the choice to the system, as the documentation asks for.
using System.Net.Http;
using System.Security.Authentication;

public static class SystemChoice
{
    public static SocketsHttpHandler Create() => new() { SslOptions = { EnabledSslProtocols = SslProtocols.None } };
}
