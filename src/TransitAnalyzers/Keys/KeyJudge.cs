using System.Globalization;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Keys;

/// <summary>Judges the strength of keys and signatures. Pure.</summary>
internal static class KeyJudge
{
    /// <summary>What is written instead of a size that is too small: 128 bits of security (NIST SP 800-57 part 1, table 2).</summary>
    public const int SecureSize = 3072;

    public const string SecureCurve = "nistP256";

    /// <summary>NIST SP 800-131A: 112 bits of security.</summary>
    private const int LeastCurve = 224;
    private const int LeastDsa = 2048;

    private const string Oid256 = "1.2.840.10045.3.1.7";

    /// <summary>Curves by object identifier (SEC 2, X9.62, RFC 5639) that are below the least size.</summary>
    private static readonly Dictionary<string, int> CurveOids = new(StringComparer.Ordinal)
    {
        ["1.3.132.0.4"] = 113, ["1.3.132.0.5"] = 113, ["1.3.132.0.22"] = 131, ["1.3.132.0.23"] = 131, ["1.3.132.0.1"] = 163,
        ["1.3.132.0.2"] = 163, ["1.3.132.0.15"] = 163, ["1.3.132.0.24"] = 193, ["1.3.132.0.25"] = 193, ["1.3.132.0.6"] = 112,
        ["1.3.132.0.7"] = 112, ["1.3.132.0.28"] = 128, ["1.3.132.0.29"] = 128, ["1.3.132.0.8"] = 160, ["1.3.132.0.9"] = 160,
        ["1.3.132.0.30"] = 160, ["1.3.132.0.31"] = 192, ["1.2.840.10045.3.1.1"] = 192, ["1.2.840.10045.3.1.2"] = 192,
        ["1.2.840.10045.3.1.3"] = 192, ["1.3.36.3.3.2.8.1.1.1"] = 160, ["1.3.36.3.3.2.8.1.1.2"] = 160,
        ["1.3.36.3.3.2.8.1.1.3"] = 192, ["1.3.36.3.3.2.8.1.1.4"] = 192,
    };

    private static readonly string[] CurveFamilies = ["secp", "sect", "prime", "brainpoolP", "nistP", "P-", "K-", "B-", "ECDSA_P", "ECDH_P", "c2pnb", "c2tnb", "wtls"];

    /// <summary>Signature algorithms by object identifier, and what is to be written in their place.</summary>
    private static readonly Dictionary<string, string> WeakSignatureOids = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.2"] = "1.2.840.113549.1.1.11",
        ["1.2.840.113549.1.1.3"] = "1.2.840.113549.1.1.11",
        ["1.2.840.113549.1.1.4"] = "1.2.840.113549.1.1.11",
        ["1.2.840.113549.1.1.5"] = "1.2.840.113549.1.1.11",
        ["1.2.840.10045.4.1"] = "1.2.840.10045.4.3.2",
        ["1.2.840.10040.4.3"] = "2.16.840.1.101.3.4.3.2",
    };

    private static readonly string[] WeakHashes = ["MD2", "MD4", "MD5", "SHA-1", "SHA1"];

    public static bool IsTooSmall(KeyStrengthRow row, long bits, int minimumRsaKeySize) => bits >= row.LeastSize && row.Trait switch
    {
        KeyTrait.RsaSize => bits < minimumRsaKeySize,
        KeyTrait.DsaSize => bits < LeastDsa,
        _ => false,
    };

    /// <summary>The size to write instead.</summary>
    public static int Secure(KeyTrait trait, int minimumRsaKeySize) =>
        trait == KeyTrait.RsaSize ? Math.Max(SecureSize, minimumRsaKeySize) : SecureSize;

    /// <summary>The bits of a curve that is too small, by name or object identifier; null for others and for what is no curve.</summary>
    public static int? SmallCurve(string name)
    {
        var curve = name.Trim();
        if (CurveOids.TryGetValue(curve, out var known))
            return known;
        if (!CurveFamilies.Any(family => curve.StartsWith(family, StringComparison.OrdinalIgnoreCase)))
            return null;
        var start = curve.IndexOfAny("0123456789".ToCharArray(), curve.StartsWith("c2", StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        if (start < 0)
            return null;
        var end = start;
        while (end < curve.Length && curve[end] is >= '0' and <= '9')
            end++;
        return int.TryParse(curve.Substring(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits is >= 100 and < LeastCurve
            ? bits
            : null;
    }

    /// <summary>The curve to write instead, in the same notation.</summary>
    public static string SecureCurveFor(string name) =>
        name.Trim() is { Length: > 0 } curve && curve[0] is >= '0' and <= '9' ? Oid256
        : name.StartsWith("nist", StringComparison.OrdinalIgnoreCase) ? SecureCurve
        : name.StartsWith("P-", StringComparison.OrdinalIgnoreCase) ? "P-256"
        : name.StartsWith("brainpool", StringComparison.OrdinalIgnoreCase) ? "brainpoolP256r1"
        : "secp256r1";

    /// <summary>
    /// The name of a hash or signature algorithm (<c>SHA1</c>, <c>MD5WITHRSA</c>, <c>1.2.840.113549.1.1.5</c>) with the weak hash
    /// replaced; null where the hash is not weak.
    /// </summary>
    public static string? SecureSignature(string algorithm)
    {
        var name = algorithm.Trim();
        if (WeakSignatureOids.TryGetValue(name, out var secure))
            return secure;
        foreach (var weak in WeakHashes)
        {
            var at = name.IndexOf(weak, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at + weak.Length == name.Length || name[at + weak.Length] is not (>= '0' and <= '9')))
                return name.Substring(0, at) + (weak[weak.Length - 2] == '-' ? "SHA-256" : "SHA256") + name.Substring(at + weak.Length);
        }

        return null;
    }
}
