using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>websocket-sharp.</summary>
internal static class WebSocketSharp
{
    private const string Source = "sta/websocket-sharp: websocket-sharp/Net/ClientSslConfiguration.cs";

    /// <summary>The callback that stands there by default answers true.</summary>
    private static readonly Completion CheckedErrors = new(
        "SslConfiguration", "ServerCertificateValidationCallback",
        "(sender, certificate, chain, errors) => errors == global::System.Net.Security.SslPolicyErrors.None");

    public static readonly Library Library = new("websocket-sharp", "websocket-sharp", "websocket-sharp-core")
    {
        Namespace = "WebSocketSharp",
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0104", "WebSocketSharp.WebSocket", ".ctor", "url",
                Insecure.StartingWith("wss://"), Remedy.None, Source) with
            {
                CompletedBy = CheckedErrors,
                Advice = "it accepts every certificate until 'SslConfiguration.ServerCertificateValidationCallback' is set",
            },
            SettingRow.Set(
                "DIT0106", "WebSocketSharp.Net.ClientSslConfiguration", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0106", "WebSocketSharp.Net.ServerSslConfiguration", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
