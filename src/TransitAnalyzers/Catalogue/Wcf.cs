using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// WCF, of .NET Framework and of the client packages. Any object in <c>SslCertificateAuthentication</c> takes the check of
/// the host name away: the callback that it installs asks the certificate validator alone.
/// </summary>
internal static class Wcf
{
    public static readonly Library Library = new(
        "WCF", "System.ServiceModel", "System.ServiceModel.Primitives", "System.ServiceModel.Http", "System.ServiceModel.NetTcp", "System.IdentityModel")
    {
        Namespace = "System.ServiceModel",
        Settings = ImmutableArray.CreateRange(
            WcfSettings.Of("System.ServiceModel.Security", "dotnet/wcf: src/System.ServiceModel.Primitives/src/System/ServiceModel/Security")
                .Append(SettingRow.Set(
                    "DIT0105", "System.ServiceModel.Security.X509CertificateRecipientClientCredential", WcfSettings.HttpsAuthentication,
                    Insecure.NotNull, Remedy.Remove,
                    "dotnet/wcf: src/System.ServiceModel.Http/src/System/ServiceModel/Channels/HttpsChannelFactory.cs"))
                .Concat(WcfSettings.Validation(
                    "System.IdentityModel.Configuration.IdentityConfiguration", "CertificateValidator",
                    "learn.microsoft.com: System.IdentityModel.Configuration.IdentityConfiguration"))),
    };
}

/// <summary>CoreWCF, the server side of WCF for .NET.</summary>
internal static class CoreWcf
{
    public static readonly Library Library = new("CoreWCF", "CoreWCF.Primitives")
    {
        Namespace = "CoreWCF",
        Callbacks = ImmutableArray.Create(
            CallbackRow.ThrowingMethod(
                "CoreWCF.IdentityModel.Selectors.X509CertificateValidator", "Validate",
                "CoreWCF/CoreWCF: src/CoreWCF.Primitives/src/CoreWCF/IdentityModel/Selectors/X509CertificateValidator.cs")),
        Settings = ImmutableArray.CreateRange(
            WcfSettings.Of("CoreWCF.Security", "CoreWCF/CoreWCF: src/CoreWCF.Primitives/src/CoreWCF/Security")),
    };
}

/// <summary>What WCF and CoreWCF call alike, in namespaces of their own.</summary>
internal static class WcfSettings
{
    public const string HttpsAuthentication = "SslCertificateAuthentication";

    public static IEnumerable<SettingRow> Of(string space, string source) =>
        Validation(space + ".X509ServiceCertificateAuthentication", "CustomCertificateValidator", source)
            .Select(row => row with { RemovedWith = HttpsAuthentication })
            .Concat(Validation(space + ".X509ClientCertificateAuthentication", "CustomCertificateValidator", source))
            .Concat(Validation(space + ".X509PeerCertificateAuthentication", "CustomCertificateValidator", source))
            .Concat(Validation(space + ".IssuedTokenServiceCredential", "CustomCertificateValidator", source))
            .Append(SettingRow.Set(
                "DIT0104", space + ".IssuedTokenServiceCredential", "AllowUntrustedRsaIssuers",
                Insecure.True, Remedy.Write(false), source));

    public static IEnumerable<SettingRow> Validation(string type, string validator, string source) =>
    [
        SettingRow.Set(
            "DIT0104", type, "CertificateValidationMode",
            Insecure.Member("None"), Remedy.WriteMember("ChainTrust"), source),
        SettingRow.Set(
            "DIT0104", type, validator,
            Insecure.Static("None"), Remedy.WriteMember("ChainTrust", orRemove: false), source),
        SettingRow.Set(
            "DIT0106", type, "RevocationMode",
            Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), source),
    ];
}
