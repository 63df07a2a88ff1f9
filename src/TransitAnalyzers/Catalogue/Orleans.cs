using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Microsoft Orleans: TLS between silos and clients.</summary>
internal static class Orleans
{
    private const string Source = "dotnet/orleans: src/Orleans.Connections.Security/Security/TlsOptions.cs";

    public static readonly Library Library = new("Orleans", "Orleans.Connections.Security")
    {
        Namespace = "Orleans",
        Settings = ImmutableArray.Create(
            SettingRow.Call(
                "DIT0104", "Orleans.Connections.Security.TlsOptions", "AllowAnyRemoteCertificate",
                Remedy.Remove, Source),
            SettingRow.Set(
                "DIT0106", "Orleans.Connections.Security.TlsOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
