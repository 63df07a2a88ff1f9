using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>.NET itself: how it validates certificates. The revocation default of a chain policy (<c>Online</c>) is
/// the opposite of that of the TLS options (<c>NoCheck</c>); a chain policy takes precedence over the
/// option.</summary>
internal static class DotNetCertificates
{
    private const string HandlerSource = "learn.microsoft.com: System.Net.Http.HttpClientHandler.CheckCertificateRevocationList";

    private const string OptionsSource = "learn.microsoft.com: System.Net.Security.SslClientAuthenticationOptions.CertificateRevocationCheckMode";

    private const string StreamSource = "learn.microsoft.com: System.Net.Security.SslStream.AuthenticateAsClient";

    private const string PolicySource = "learn.microsoft.com: System.Security.Cryptography.X509Certificates.X509ChainPolicy";

    /// <summary>With any insecure flag all of them go, the forgiven name included.</summary>
    private static Insecure Strict(string flag) => Insecure.Flag(
        [flag],
        also: ["AllowUnknownCertificateAuthority", "IgnoreInvalidBasicConstraints", "IgnoreNotTimeValid", "IgnoreWrongUsage", "IgnoreInvalidName", "AllFlags"]);

    public static readonly Library Ldap = new("LDAP (System.DirectoryServices.Protocols)", "System.DirectoryServices.Protocols")
    {
        Namespace = "System.DirectoryServices.Protocols",
        Callbacks = ImmutableArray.Create(
            CallbackRow.Delegate(
                "System.DirectoryServices.Protocols.VerifyServerCertificateCallback",
                "learn.microsoft.com: System.DirectoryServices.Protocols.LdapSessionOptions.VerifyServerCertificate") with { Takes = ["LdapConnection", "X509Certificate"] }),
    };

    public static readonly Library Library = new(".NET (certificates)")
    {
        Callbacks = ImmutableArray.Create(
            CallbackRow.AcceptsAll(
                "System.Net.Http.HttpClientHandler", "DangerousAcceptAnyServerCertificateValidator",
                "learn.microsoft.com: System.Net.Http.HttpClientHandler.DangerousAcceptAnyServerCertificateValidator"),
            CallbackRow.Method(
                "System.Net.ICertificatePolicy", "CheckValidationResult",
                "learn.microsoft.com: System.Net.ICertificatePolicy.CheckValidationResult"),
            CallbackRow.ThrowingMethod(
                "System.IdentityModel.Selectors.X509CertificateValidator", "Validate",
                "learn.microsoft.com: System.IdentityModel.Selectors.X509CertificateValidator.Validate")),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "System.Net.Http.HttpClientHandler", "CheckCertificateRevocationList",
                Insecure.False, Remedy.Write(true, orRemove: false), HandlerSource),
            SettingRow.Set(
                "DIT0106", "System.Net.ServicePointManager", "CheckCertificateRevocationList",
                Insecure.False, Remedy.Write(true, orRemove: false), HandlerSource),
            SettingRow.Set(
                "DIT0106", "System.Net.Security.SslClientAuthenticationOptions", "CertificateRevocationCheckMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online", orRemove: false), OptionsSource) with { Unless = ("CertificateChainPolicy", Insecure.NotNull) },
            SettingRow.Set(
                "DIT0106", "System.Net.Security.SslServerAuthenticationOptions", "CertificateRevocationCheckMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online", orRemove: false), OptionsSource) with { Unless = ("CertificateChainPolicy", Insecure.NotNull) },
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "AuthenticateAsClient", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "AuthenticateAsClientAsync", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "BeginAuthenticateAsClient", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "AuthenticateAsServer", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "AuthenticateAsServerAsync", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Argument(
                "DIT0106", "System.Net.Security.SslStream", "BeginAuthenticateAsServer", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), StreamSource),
            SettingRow.Set(
                "DIT0106", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "RevocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), PolicySource) with { Unless = ("TrustMode", Insecure.Member("CustomRootTrust")) },
            SettingRow.Set(
                "DIT0106", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "RevocationFlag",
                Insecure.Member("EndCertificateOnly"), Remedy.WriteMember("ExcludeRoot"), PolicySource),
            SettingRow.Set(
                "DIT0107", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "VerificationFlags",
                Strict("AllowUnknownCertificateAuthority"), Remedy.WriteMember("NoFlag"), PolicySource) with { Loss = "any root is trusted, so that anybody can issue the certificate" },
            SettingRow.Set(
                "DIT0107", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "VerificationFlags",
                Strict("IgnoreInvalidBasicConstraints"), Remedy.WriteMember("NoFlag"), PolicySource) with { Loss = "the holder of any certificate can issue others" },
            SettingRow.Set(
                "DIT0107", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "VerificationFlags",
                Strict("IgnoreNotTimeValid"), Remedy.WriteMember("NoFlag"), PolicySource) with { Loss = "an expired certificate, whose key nobody guards any more, is accepted" },
            SettingRow.Set(
                "DIT0107", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "VerificationFlags",
                Strict("IgnoreWrongUsage"), Remedy.WriteMember("NoFlag"), PolicySource) with { Loss = "a certificate that was issued for another purpose is accepted" },
            SettingRow.Set(
                "DIT0105", "System.Security.Cryptography.X509Certificates.X509ChainPolicy", "VerificationFlags",
                Insecure.Flag("IgnoreInvalidName"), Remedy.WriteMember("NoFlag"), PolicySource)),
    };
}
