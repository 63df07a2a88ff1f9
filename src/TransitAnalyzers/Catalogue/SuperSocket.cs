using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>WebSocket4Net and SuperSocket.ClientEngine. The misspelt member is theirs.</summary>
internal static class SuperSocket
{
    private const string Source = "kerryjiang/SuperSocket.ClientEngine: SecurityOption.cs";

    public static readonly Library Library = new("WebSocket4Net", "WebSocket4Net", "SuperSocket.ClientEngine")
    {
        Namespace = "SuperSocket.ClientEngine",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "SuperSocket.ClientEngine.SecurityOption", "AllowUnstrustedCertificate",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0104", "SuperSocket.ClientEngine.SecurityOption", "AllowCertificateChainErrors",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0105", "SuperSocket.ClientEngine.SecurityOption", "AllowNameMismatchCertificate",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
