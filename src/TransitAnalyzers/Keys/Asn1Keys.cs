namespace TransitAnalyzers.Keys;

/// <summary>Tells a private key by the first bytes of its DER encoding (X.690): enough to know the structure, not the key.</summary>
internal static class Asn1Keys
{
    private const byte Integer = 0x02;
    private const byte OctetString = 0x04;
    private const byte ObjectIdentifier = 0x06;
    private const byte Sequence = 0x30;

    /// <summary>The shortest RSA modulus that is worth telling, in bytes.</summary>
    private const int LeastModulus = 32;

    private static readonly byte[] Data = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];

    /// <summary>What the bytes begin: PKCS#12, PKCS#8, PKCS#1 or SEC 1; null where they are no private key.</summary>
    public static string? NameOf(byte[] der)
    {
        var at = 0;
        if (Enter(der, ref at, Sequence) is null || Number(der, ref at) is not { } version)
        {
            // EncryptedPrivateKeyInfo (RFC 5958 §3): SEQUENCE { AlgorithmIdentifier of password-based encryption, OCTET STRING }.
            return IsEncryptedKey(der) ? "A private key (PKCS#8, encrypted)" : null;
        }

        var body = at;
        switch (version)
        {
            case 3 when Enter(der, ref at, Sequence) is not null && Enter(der, ref at, ObjectIdentifier) is { } length && Begins(der, at, Data) && length == 9:
                return "A private key (PKCS#12)";
            case 0 or 1 when Enter(der, ref at, Sequence) is not null && Enter(der, ref at, ObjectIdentifier) is not null:
                return "A private key (PKCS#8)";
        }

        at = body;
        if (version == 0 && Enter(der, ref at, Integer) is >= LeastModulus)
            return "A private key (PKCS#1)";
        at = body;
        return version == 1 && Enter(der, ref at, OctetString) is { } secret and >= 20 and <= 66 && HasParameters(der, at + secret) ? "A private key (SEC 1)" : null;
    }

    private static bool IsEncryptedKey(byte[] der)
    {
        var at = 0;
        if (Enter(der, ref at, Sequence) is null || Enter(der, ref at, Sequence) is null || Enter(der, ref at, ObjectIdentifier) is not { } length)
            return false;

        // PKCS#5 (1.2.840.113549.1.5.*) and PKCS#12 (1.2.840.113549.1.12.1.*) encryption.
        return length >= 8 && Begins(der, at, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]) && der[at + 7] is 0x05 or 0x0C;
    }

    private static bool HasParameters(byte[] der, int at) => at < der.Length && der[at] is 0xA0 or 0xA1;

    private static int? Number(byte[] der, ref int at) =>
        Enter(der, ref at, Integer) is 1 && at < der.Length ? der[at++] : null;

    /// <summary>Steps into an element of this kind; its length, or null where there is another.</summary>
    private static int? Enter(byte[] der, ref int at, byte kind)
    {
        if (at + 1 >= der.Length || der[at] != kind)
            return null;
        var length = (int)der[at + 1];
        at += 2;
        if (length < 0x80)
            return length;
        var bytes = length & 0x7F;
        if (bytes is 0 or > 3 || at + bytes > der.Length)
            return null;
        length = 0;
        for (; bytes > 0; bytes--)
            length = (length << 8) | der[at++];
        return length;
    }

    private static bool Begins(byte[] der, int at, byte[] start)
    {
        if (at + start.Length > der.Length)
            return false;
        for (var i = 0; i < start.Length; i++)
            if (der[at + i] != start[i])
                return false;
        return true;
    }
}
