using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>websocket-sharp.</summary>
internal static class WebSocketSharp
{
    private const string Source = "sta/websocket-sharp: websocket-sharp/Net/ClientSslConfiguration.cs";

    public static readonly Library Library = new("websocket-sharp", "websocket-sharp", "websocket-sharp-core")
    {
        Namespace = "WebSocketSharp",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "WebSocketSharp.Net.ClientSslConfiguration", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0106", "WebSocketSharp.Net.ServerSslConfiguration", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
