// Looks like a key that is too small: 256 bits are right for a curve and for AES.
using System.Security.Cryptography;

public static class Keys
{
    public static ECDsa Sign() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static Aes Encrypt()
    {
        var aes = Aes.Create();
        aes.KeySize = 256;
        return aes;
    }

    public static RSA Exchange() => RSA.Create(3072);
}
