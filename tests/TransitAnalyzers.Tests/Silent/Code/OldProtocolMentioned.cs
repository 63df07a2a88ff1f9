// Looks like turning TLS 1.0 on: it is looked for, warned of and taken away.
using System;
using System.Net.Security;
using System.Security.Authentication;

public static class ProtocolReport
{
#pragma warning disable SYSLIB0039
    public static string Of(SslStream stream) => stream.SslProtocol switch
    {
        SslProtocols.Tls or SslProtocols.Tls11 => $"{nameof(SslProtocols.Tls)}: update the server",
        _ => "fine",
    };

    public static SslProtocols WithoutOld(SslProtocols protocols) => protocols & ~(SslProtocols.Tls | SslProtocols.Tls11);

    public static bool IsOld(SslProtocols protocols) => protocols.HasFlag(SslProtocols.Tls) || protocols == SslProtocols.Tls11;
#pragma warning restore SYSLIB0039

    public static void Warn(SslStream stream)
    {
        if (IsOld(stream.SslProtocol))
            Console.Error.WriteLine(Of(stream));
    }
}
