using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>SuperSocket, WebSocket4Net and SuperSocket.ClientEngine. The misspelt member is theirs.</summary>
internal static class SuperSocket
{
    private const string Source = "kerryjiang/SuperSocket.ClientEngine: SecurityOption.cs";

    private const string ServerSource = "kerryjiang/SuperSocket v1.6: SocketBase/Config/ServerConfig.cs";

    public static readonly Library Library = new("SuperSocket", "WebSocket4Net", "SuperSocket.ClientEngine", "SuperSocket.SocketBase")
    {
        Namespace = "SuperSocket",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0201", "SuperSocket.SocketBase.Config.ServerConfig", "Security",
                Insecure.TextWhere(ObsoleteVersionNames.AreIn), Remedy.Write("tls12", orRemove: false), ServerSource) with { Loss = ObsoleteVersionNames.Loss },
            SettingRow.Set(
                "DIT0201", "SuperSocket.SocketBase.Config.ListenerConfig", "Security",
                Insecure.TextWhere(ObsoleteVersionNames.AreIn), Remedy.Write("tls12", orRemove: false), ServerSource) with { Loss = ObsoleteVersionNames.Loss },
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
