using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// Bouncy Castle: the keys and certificates that it makes; and its TLS, which verifies nothing by itself, so that the only way
/// to reject a certificate is to throw.
/// </summary>
internal static class BouncyCastle
{
    private const string GeneratorSource = "bcgit/bc-csharp: crypto/src/crypto/KeyGenerationParameters.cs";
    private const string CurveSource = "bcgit/bc-csharp: crypto/src/asn1/sec/SECNamedCurves.cs";
    private const string SignatureSource = "bcgit/bc-csharp: crypto/src/crypto/operators/Asn1Signature.cs";
    private const string TlsSource = "bcgit/bc-csharp: crypto/src/tls/TlsAuthentication.cs";

    public static readonly Library Library = new("BouncyCastle", "BouncyCastle.Cryptography", "BouncyCastle.Crypto", "Portable.BouncyCastle")
    {
        Namespace = "Org.BouncyCastle",
        Callbacks = ImmutableArray.Create(
            CallbackRow.ThrowingMethod("Org.BouncyCastle.Tls.TlsAuthentication", "NotifyServerCertificate", TlsSource),
            CallbackRow.ThrowingMethod("Org.BouncyCastle.Crypto.Tls.TlsAuthentication", "NotifyServerCertificate", TlsSource)),
        ProtocolEnums = ImmutableArray.Create(Versions("Org.BouncyCastle.Tls.ProtocolVersion"), Versions("Org.BouncyCastle.Crypto.Tls.ProtocolVersion")),
        SuiteTypes = ImmutableArray.Create("Org.BouncyCastle.Tls.CipherSuite", "Org.BouncyCastle.Crypto.Tls.CipherSuite"),
        Keys = ImmutableArray.Create(
            // The strength of an elliptic curve key is given here too, up to 571.
            new KeyStrengthRow(KeyTrait.RsaSize, "Org.BouncyCastle.Crypto.KeyGenerationParameters", ".ctor", "strength", GeneratorSource) { LeastSize = 572 },
            new KeyStrengthRow(KeyTrait.RsaSize, "Org.BouncyCastle.Crypto.Parameters.RsaKeyGenerationParameters", ".ctor", "strength", GeneratorSource),
            new KeyStrengthRow(KeyTrait.DsaSize, "Org.BouncyCastle.Crypto.Generators.DsaParametersGenerator", "Init", "size", GeneratorSource),
            new KeyStrengthRow(KeyTrait.DsaSize, "Org.BouncyCastle.Crypto.Generators.DHParametersGenerator", "Init", "size", GeneratorSource),
            new KeyStrengthRow(KeyTrait.Curve, "Org.BouncyCastle.Asn1.X9.ECNamedCurveTable", "GetByName", "name", CurveSource),
            new KeyStrengthRow(KeyTrait.Curve, "Org.BouncyCastle.Asn1.Sec.SecNamedCurves", "GetByName", "name", CurveSource),
            new KeyStrengthRow(KeyTrait.Curve, "Org.BouncyCastle.Asn1.X9.X962NamedCurves", "GetByName", "name", CurveSource),
            new KeyStrengthRow(KeyTrait.Curve, "Org.BouncyCastle.Crypto.EC.CustomNamedCurves", "GetByName", "name", CurveSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, "Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory", ".ctor", "algorithm", SignatureSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, "Org.BouncyCastle.X509.X509V1CertificateGenerator", "SetSignatureAlgorithm", "signatureAlgorithm", SignatureSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, "Org.BouncyCastle.X509.X509V3CertificateGenerator", "SetSignatureAlgorithm", "signatureAlgorithm", SignatureSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, "Org.BouncyCastle.X509.X509V2CrlGenerator", "SetSignatureAlgorithm", "signatureAlgorithm", SignatureSource),
            new KeyStrengthRow(KeyTrait.SignatureHash, "Org.BouncyCastle.Pkcs.Pkcs10CertificationRequest", ".ctor", "signatureAlgorithm", SignatureSource)),
    };

    /// <summary>The versions are static fields of a class: bcgit/bc-csharp: crypto/src/tls/ProtocolVersion.cs.</summary>
    private static ProtocolEnum Versions(string type) => new(
        type,
        ImmutableArray.Create<ObsoleteVersion>(
            new("SSLv3", 0, "SSL 3.0"),
            new("TLSv10", 0, "TLS 1.0"),
            new("TLSv11", 0, "TLS 1.1"),
            new("DTLSv10", 0, "DTLS 1.0") { Successor = "DTLSv12" }))
    {
        Floor = "TLSv12",
    };
}
