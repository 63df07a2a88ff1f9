using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>DotNetty.</summary>
internal static class DotNetty
{
    private const string ClientTlsSettingsSource = "Azure/DotNetty: src/DotNetty.Handlers/Tls/ClientTlsSettings.cs";

    private const string ServerTlsSettingsSource = "Azure/DotNetty: src/DotNetty.Handlers/Tls/ServerTlsSettings.cs";

    public static readonly Library Library = new("DotNetty", "DotNetty.Handlers")
    {
        Namespace = "DotNetty.Handlers",
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0106", "DotNetty.Handlers.Tls.ClientTlsSettings", ".ctor", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), ClientTlsSettingsSource),
            SettingRow.Argument(
                "DIT0106", "DotNetty.Handlers.Tls.ServerTlsSettings", ".ctor", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), ServerTlsSettingsSource),
            // Nobody names a version: it is TLS 1.0, 1.1 and 1.2.
            SettingRow.Call("DIT0201", "DotNetty.Handlers.Tls.ClientTlsSettings", ".ctor", Remedy.None, ClientTlsSettingsSource)
                with { ArgumentCount = 1, Loss = "TLS 1.0 and TLS 1.1 by default" }),
    };
}
