// Looks like a key that is too small: it is refused.
using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

public static class KeyGuard
{
    public static void Check(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is not null && key.KeySize < 1024 * 2)
            throw new CryptographicException("at least 2048 bits");
        if (certificate.SignatureAlgorithm.FriendlyName is "sha1RSA" or "md5RSA")
            throw new CryptographicException("SHA-256 or better");
    }
}
