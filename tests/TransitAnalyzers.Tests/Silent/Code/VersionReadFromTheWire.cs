// Looks like old protocol versions enabled: they are what a peer says it speaks, read from its bytes, and written to a log.
using System;
using System.Security.Authentication;

namespace Company.Proxy;

public static class ClientHello
{
    public static string Describe(ReadOnlySpan<byte> hello) =>
        TryGetVersions(hello, out var versions) ? $"The client speaks {versions}" : "No versions";

    private static bool TryGetVersions(ReadOnlySpan<byte> bytes, out SslProtocols versions)
    {
        versions = SslProtocols.None;
        for (; bytes.Length >= 2; bytes = bytes[2..])
            versions |= VersionOf(bytes[1]);
        return versions != SslProtocols.None;
    }

#pragma warning disable SYSLIB0039, CS0618
    private static SslProtocols VersionOf(byte minor) => minor switch
    {
        4 => SslProtocols.Tls13,
        3 => SslProtocols.Tls12,
        2 => SslProtocols.Tls11,
        1 => SslProtocols.Tls,
        0 => SslProtocols.Ssl3,
        _ => SslProtocols.None,
    };
#pragma warning restore SYSLIB0039, CS0618
}
