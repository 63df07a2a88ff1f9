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
            Default("DotNetty.Handlers.Tls.ClientTlsSettings", 1, ClientTlsSettingsSource),
            Default("DotNetty.Handlers.Tls.ClientTlsSettings", 2, ClientTlsSettingsSource),
            Default("DotNetty.Handlers.Tls.ClientTlsSettings", 3, ClientTlsSettingsSource),
            Default("DotNetty.Handlers.Tls.ServerTlsSettings", 1, ServerTlsSettingsSource),
            Default("DotNetty.Handlers.Tls.ServerTlsSettings", 2, ServerTlsSettingsSource),
            Default("DotNetty.Handlers.Tls.ServerTlsSettings", 3, ServerTlsSettingsSource)),
    };

    /// <summary>The overloads that name no version: it is TLS 1.0, 1.1 and 1.2. Those with four arguments name it.</summary>
    private static SettingRow Default(string type, int arguments, string source) =>
        SettingRow.Call("DIT0201", type, ".ctor", Remedy.None, source) with { ArgumentCount = arguments, Loss = "TLS 1.0 and TLS 1.1 by default" };
}
