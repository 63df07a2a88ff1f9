using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Keys;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Keys;

public sealed class SignatureHashTests
{
    [Theory]
    [InlineData("new CertificateRequest(\"CN=a\", rsa, [|HashAlgorithmName.SHA1|], RSASignaturePadding.Pkcs1)", "new CertificateRequest(\"CN=a\", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)")]
    [InlineData("new CertificateRequest(\"CN=a\", key: rsa, hashAlgorithm: [|HashAlgorithmName.MD5|], padding: RSASignaturePadding.Pss)", "new CertificateRequest(\"CN=a\", key: rsa, hashAlgorithm: HashAlgorithmName.SHA256, padding: RSASignaturePadding.Pss)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, [|new HashAlgorithmName(\"SHA1\")|])", "new CertificateRequest(\"CN=a\", ec, HashAlgorithmName.SHA256)")]
    [InlineData("new CertificateRequest(name, ec, /* old */ [|HashAlgorithmName.SHA1|])", "new CertificateRequest(name, ec, /* old */ HashAlgorithmName.SHA256)")]
    [InlineData("CertificateRequest.LoadSigningRequest(der, [|HashAlgorithmName.SHA1|])", "CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, given == default ? [|HashAlgorithmName.SHA1|] : given)", "new CertificateRequest(\"CN=a\", ec, given == default ? HashAlgorithmName.SHA256 : given)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, Weak)", "new CertificateRequest(\"CN=a\", ec, Weak)")]
    public Task Is_mended(string expression, string mended) => Verify.Fixes<KeyFamily, SignatureHashFix>(
        Program(expression, expression.Contains("Weak", StringComparison.Ordinal) ? "[|HashAlgorithmName.SHA1|]" : "HashAlgorithmName.SHA1"),
        Program(mended, expression.Contains("Weak", StringComparison.Ordinal) ? "HashAlgorithmName.SHA256" : "HashAlgorithmName.SHA1"));

    [Theory]
    [InlineData("new CertificateRequest(\"CN=a\", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, HashAlgorithmName.SHA3_256)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, given)")]
    [InlineData("new CertificateRequest(\"CN=a\", ec, env.IsDevelopment() ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA384)")]
    [InlineData("SHA1.HashData(der)")]
    [InlineData("certificate.GetCertHashString(HashAlgorithmName.SHA1)")]
    [InlineData("certificate.GetCertHash(HashAlgorithmName.MD5)")]
    [InlineData("new X509SubjectKeyIdentifierExtension(certificate.PublicKey, X509SubjectKeyIdentifierHashAlgorithm.Sha1, false)")]
    [InlineData("given == HashAlgorithmName.SHA1")]
    [InlineData("rsa.SignData(der, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)")]
    public Task Is_silent(string expression) => Verify.Silent<KeyFamily>(Program(expression, "HashAlgorithmName.SHA1"));

    [Fact]
    public Task Is_mended_on_net472() => Verify.Fixes<KeyFamily, SignatureHashFix>(
        """
        class C
        {
            object M(System.Security.Cryptography.RSA rsa) => new System.Security.Cryptography.X509Certificates.CertificateRequest(
                "CN=a", rsa, [|System.Security.Cryptography.HashAlgorithmName.SHA1|], System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        }
        """,
        """
        class C
        {
            object M(System.Security.Cryptography.RSA rsa) => new System.Security.Cryptography.X509Certificates.CertificateRequest(
                "CN=a", rsa, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        }
        """,
        references: ReferenceAssemblies.NetFramework.Net472.Default,
        with: KeySizeTests.OldLanguage);

    [Fact]
    public Task Bouncy_castle_is_known() => Verify.Fixes<KeyFamily, SignatureHashFix>(
        """
        var a = new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory([|"SHA1WITHRSA"|], null);
        var b = new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory("SHA256WITHRSA", null);
        """,
        """
        var a = new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory("SHA256WITHRSA", null);
        var b = new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory("SHA256WITHRSA", null);
        """,
        references: ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.BouncyCastle]));

    [Theory]
    [InlineData("SHA1", "SHA256")]
    [InlineData("sha1WithRSAEncryption", "SHA256WithRSAEncryption")]
    [InlineData("SHA-1withECDSA", "SHA-256withECDSA")]
    [InlineData("MD5withRSA", "SHA256withRSA")]
    [InlineData("1.2.840.113549.1.1.5", "1.2.840.113549.1.1.11")]
    [InlineData("SHA256", null)]
    [InlineData("SHA128", null)]
    [InlineData("SHA512withRSA", null)]
    [InlineData("Ed25519", null)]
    [InlineData("", null)]
    public void Weak_signatures(string algorithm, string? secure) => Assert.Equal(secure, KeyJudge.SecureSignature(algorithm));

    private static string Program(string expression, string weak) =>
        $$"""
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.Extensions.Hosting;

        class C
        {
            static readonly HashAlgorithmName Weak = {{weak}};

            object M(RSA rsa, ECDsa ec, byte[] der, X500DistinguishedName name, X509Certificate2 certificate, HashAlgorithmName given, IHostEnvironment env) =>
                {{expression}};
        }
        """;
}
