using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>ASP.NET Core: how servers validate the certificates of clients.</summary>
internal static class AspNetCoreCertificates
{
    private const string HttpsConnectionAdapterOptionsSource = "dotnet/aspnetcore: src/Servers/Kestrel/Core/src/HttpsConnectionAdapterOptions.cs";

    private const string CertificateAuthenticationOptionsSource = "dotnet/aspnetcore: src/Security/Authentication/Certificate/src/CertificateAuthenticationOptions.cs";

    public static readonly Library Library = new("ASP.NET Core", "Microsoft.AspNetCore.Server.Kestrel.Core", "Microsoft.AspNetCore.Authentication.Certificate")
    {
        Namespace = "Microsoft.AspNetCore",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), HttpsConnectionAdapterOptionsSource),
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "RevocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), CertificateAuthenticationOptionsSource),
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "RevocationFlag",
                Insecure.Member("EndCertificateOnly"), Remedy.WriteMember("ExcludeRoot"), CertificateAuthenticationOptionsSource),
            SettingRow.Set(
                "DIT0104", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "AllowedCertificateTypes",
                Insecure.Flag("SelfSigned"), Remedy.WriteMember("Chained"), CertificateAuthenticationOptionsSource) with { Unless = ("Events", Insecure.NotNull) },
            SettingRow.Set(
                "DIT0107", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "ValidateCertificateUse",
                Insecure.False, Remedy.Write(true), CertificateAuthenticationOptionsSource) with { Loss = "a certificate that was issued for another purpose is accepted" },
            SettingRow.Set(
                "DIT0107", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "ValidateValidityPeriod",
                Insecure.False, Remedy.Write(true), CertificateAuthenticationOptionsSource) with { Loss = "an expired certificate, whose key nobody guards any more, is accepted" }),
    };
}
