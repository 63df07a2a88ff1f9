// Looks like allowing a weak cipher suite: the list says what to refuse.
using System.Collections.Generic;
using System.Net.Security;

public static class Refused
{
    private static readonly HashSet<string> Forbidden = ["RC4", "3DES", "NULL", "EXPORT"];

    public static bool IsRefused(SslStream stream)
    {
        var name = stream.NegotiatedCipherSuite.ToString();
        foreach (var part in Forbidden)
            if (name.Contains(part))
                return true;
        return stream.NegotiatedCipherSuite == TlsCipherSuite.TLS_RSA_WITH_RC4_128_MD5;
    }
}
