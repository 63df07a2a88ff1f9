using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MQTTnet. Its versions keep the same types in different namespaces.</summary>
internal static class MqttNet
{
    private const string Source = "dotnet/MQTTnet: Source/MQTTnet/Implementations/MqttTcpChannel.cs";

    /// <summary>From version 4 on <c>AllowUntrustedCertificates</c> is stored and never read.</summary>
    private static readonly Version NeverReads = new(4, 0);

    /// <summary>dotnet/MQTTnet: MqttClientOptionsBuilder.cs.</summary>
    private static readonly string[] Near = ["WithCertificateValidationHandler", "CertificateValidationHandler", "WithCertificateValidationCallback", "CertificateValidationCallback"];

    public static readonly Dialect Dialect = new("MQTTnet", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("mqtt", "tcp", "mqtts", "ws", "wss"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "mqtt", "tcp")) { Remedies = ImmutableArray.Create(TextRemedy.Change(UriParts.Scheme, "mqtts", "mqtt", "tcp"), TextRemedy.Change(Meaning.Port, "8883", "1883")), UnlessSet = ImmutableArray.Create("WithTlsOptions", "WithTls") },
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "ws")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "wss")), UnlessSet = ImmutableArray.Create("WithTlsOptions", "WithTls") }),
        Sinks = ImmutableArray.Create(
            SinkRow.Method("WithConnectionUri"),
            SinkRow.Method("WithWebSocketServer")),
    };

    public static readonly Library Library = new("MQTTnet", "MQTTnet")
    {
        Namespace = "MQTTnet",
        Dialects = ImmutableArray.Create(Dialect),
        Callbacks = ImmutableArray.Create(
            // The versions name the argument differently; each also carries the errors.
            CallbackRow.Delegate("MQTTnet.Client.MqttClientCertificateValidationEventArgs", Source) with { Near = Near },
            CallbackRow.Delegate("MQTTnet.MqttClientCertificateValidationEventArgs", Source) with { Near = Near },
            CallbackRow.Delegate("MQTTnet.Client.Options.MqttClientCertificateValidationCallbackContext", Source) with { Near = Near }),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "MQTTnet.*", "UseTls", Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Argument("DIT0301", "MQTTnet.*", "UseTls", "useTls", Insecure.False, Remedy.Write(true), Source),
            SettingRow.Switch("DIT0104", "MQTTnet.*", "WithIgnoreCertificateChainErrors", Remedy.Remove, Source),
            SettingRow.Set("DIT0104", "MQTTnet.*", "IgnoreCertificateChainErrors", Insecure.True, Remedy.Write(false), Source),
            SettingRow.Switch(
                "DIT0104", "MQTTnet.*", "WithAllowUntrustedCertificates",
                Remedy.Remove, Source) with { Until = NeverReads },
            SettingRow.Set(
                "DIT0104", "MQTTnet.*", "AllowUntrustedCertificates",
                Insecure.True, Remedy.Write(false), Source) with { Until = NeverReads },
            SettingRow.Switch("DIT0106", "MQTTnet.*", "WithIgnoreCertificateRevocationErrors", Remedy.Remove, Source),
            SettingRow.Set(
                "DIT0106", "MQTTnet.*", "IgnoreCertificateRevocationErrors",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Argument(
                "DIT0106", "MQTTnet.*", "WithRevocationMode", "revocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), Source),
            SettingRow.Set(
                "DIT0106", "MQTTnet.*", "RevocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online"), Source)),
    };
}
