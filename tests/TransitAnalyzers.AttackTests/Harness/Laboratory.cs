using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>What the other side presents.</summary>
public enum Presented
{
    /// <summary>A certificate of his own making, with the right name.</summary>
    Untrusted,

    /// <summary>A certificate of the authority that is trusted, for another name.</summary>
    WrongName,

    /// <summary>A certificate of the authority that is trusted, for the right name, whose time is over.</summary>
    Expired,

    /// <summary>What the right server presents: of the authority that is trusted, for the right name, in time.</summary>
    Right,
}

/// <summary>An authority of our own, and the certificates of an attacker. No machine is made to trust them.</summary>
internal static class Laboratory
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    public static X509Certificate2 Authority { get; } = CreateAuthority();

    public static X509Certificate2 Create(Presented presented) => presented switch
    {
        Presented.Untrusted => Create("localhost", null, Now.AddDays(30)),
        Presented.WrongName => Create("attacker.example", Authority, Now.AddDays(30)),
        Presented.Expired => Create("localhost", Authority, Now.AddDays(-1)),
        _ => Create("localhost", Authority, Now.AddDays(30)),
    };

    /// <summary>Certificate and key as the files that servers read; nobody else may read the key.</summary>
    public static void Write(X509Certificate2 certificate, string certificateFile, string keyFile)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static X509Certificate2 CreateAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Laboratory", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Now.AddDays(-90), Now.AddDays(90));
    }

    private static X509Certificate2 Create(string name, X509Certificate2? issuer, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        if (issuer is null)
            return Usable(request.CreateSelfSigned(Now.AddDays(-30), until));
        using var signed = request.Create(issuer, Now.AddDays(-30), until, Guid.NewGuid().ToByteArray());
        using var withKey = signed.CopyWithPrivateKey(key);
        return Usable(withKey);
    }

    /// <summary>With a key that every platform can use for TLS.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
}
