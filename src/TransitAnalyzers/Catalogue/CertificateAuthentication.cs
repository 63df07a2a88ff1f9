using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>ASP.NET Core's authentication by client certificate. A handler of its events may compare a self-signed
/// certificate itself.</summary>
internal static class CertificateAuthentication
{
    private const string Source = "dotnet/aspnetcore: src/Security/Authentication/Certificate/src/CertificateAuthenticationOptions.cs";

    public static readonly Library Library = new("Certificate authentication", "Microsoft.AspNetCore.Authentication.Certificate")
    {
        Namespace = "Microsoft.AspNetCore.Authentication.Certificate",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "RevocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), Source),
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "RevocationFlag",
                Insecure.Member("EndCertificateOnly"), Remedy.WriteMember("ExcludeRoot"), Source),
            SettingRow.Set(
                "DIT0104", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "AllowedCertificateTypes",
                Insecure.Flag("SelfSigned"), Remedy.WriteMember("Chained"), Source) with { Unless = ("Events", Insecure.NotNull) },
            SettingRow.Set(
                "DIT0107", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "ValidateCertificateUse",
                Insecure.False, Remedy.Write(true), Source) with { Loss = "a certificate that was issued for another purpose is accepted" },
            SettingRow.Set(
                "DIT0107", "Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions", "ValidateValidityPeriod",
                Insecure.False, Remedy.Write(true), Source) with { Loss = "an expired certificate, whose key nobody guards any more, is accepted" }),
    };
}
