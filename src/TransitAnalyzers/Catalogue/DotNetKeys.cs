using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>.NET itself: the keys and certificates that it makes.</summary>
internal static class DotNetKeys
{
    private const string Cryptography = "System.Security.Cryptography.";
    private const string Certificates = "System.Security.Cryptography.X509Certificates.";
    private const string RsaSource = "learn.microsoft.com: System.Security.Cryptography.RSA.Create";
    private const string ProviderSource = "learn.microsoft.com: System.Security.Cryptography.RSACryptoServiceProvider.-ctor (1024 bits, also on .NET 10)";
    private const string DsaSource = "learn.microsoft.com: System.Security.Cryptography.DSA.Create";
    private const string CurveSource = "learn.microsoft.com: System.Security.Cryptography.ECCurve";
    private const string RequestSource = "learn.microsoft.com: System.Security.Cryptography.X509Certificates.CertificateRequest";

    public static readonly Library Library = new(".NET (keys)")
    {
        Keys = ImmutableArray.Create(
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSA", "Create", "keySizeInBits", RsaSource),
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSACryptoServiceProvider", ".ctor", "dwKeySize", ProviderSource),
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSACryptoServiceProvider", ".ctor", null, ProviderSource) { DefaultSize = 1024 },
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSACng", ".ctor", "keySize", RsaSource),
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSAOpenSsl", ".ctor", "keySize", RsaSource),
            new KeyStrengthRow(KeyTrait.RsaSize, Cryptography + "RSA", "KeySize", null, RsaSource),
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSA", "Create", "keySizeInBits", DsaSource),
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSACryptoServiceProvider", ".ctor", "dwKeySize", DsaSource),
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSACryptoServiceProvider", ".ctor", null, DsaSource) { DefaultSize = 1024 },
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSACng", ".ctor", "keySize", DsaSource),
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSAOpenSsl", ".ctor", "keySize", DsaSource),
            new KeyStrengthRow(KeyTrait.DsaSize, Cryptography + "DSA", "KeySize", null, DsaSource),
            new KeyStrengthRow(KeyTrait.Curve, Cryptography + "ECCurve", "CreateFromFriendlyName", "oidFriendlyName", CurveSource),
            new KeyStrengthRow(KeyTrait.Curve, Cryptography + "ECCurve", "CreateFromValue", "oidValue", CurveSource),
            new KeyStrengthRow(KeyTrait.Curve, Cryptography + "ECCurve", "CreateFromOid", "curveOid", CurveSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, Certificates + "CertificateRequest", ".ctor", "hashAlgorithm", RequestSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, Certificates + "CertificateRequest", "LoadSigningRequest", "signerHashAlgorithm", RequestSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, Certificates + "CertificateRequest", "LoadSigningRequestPem", "signerHashAlgorithm", RequestSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, Certificates + "CertificateRevocationListBuilder", "Build", "hashAlgorithm", RequestSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, Certificates + "X509SignatureGenerator", "GetSignatureAlgorithmIdentifier", "hashAlgorithm", RequestSource)),
    };
}
