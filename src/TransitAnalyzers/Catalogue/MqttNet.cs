using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MQTTnet. Its versions keep the same types in different namespaces.</summary>
internal static class MqttNet
{
    private const string Source = "dotnet/MQTTnet: Source/MQTTnet/Implementations/MqttTcpChannel.cs";

    /// <summary>From version 4 on <c>AllowUntrustedCertificates</c> is stored and never read.</summary>
    private static readonly Version NeverReads = new(4, 0);

    public static readonly Library Library = new("MQTTnet", "MQTTnet")
    {
        Namespace = "MQTTnet",
        Callbacks = ImmutableArray.Create(
            // The versions name the argument differently; each also carries the errors.
            CallbackRow.Delegate("MQTTnet.Client.MqttClientCertificateValidationEventArgs", Source),
            CallbackRow.Delegate("MQTTnet.MqttClientCertificateValidationEventArgs", Source),
            CallbackRow.Delegate("MQTTnet.Client.Options.MqttClientCertificateValidationCallbackContext", Source)),
        Settings = ImmutableArray.Create(
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
