using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>NServiceBus on RabbitMQ.</summary>
internal static class NServiceBus
{
    private const string Source = "docs.particular.net: transports/rabbitmq/connection-settings";

    public static readonly Library Library = new("NServiceBus", "NServiceBus.Transport.RabbitMQ")
    {
        Namespace = "NServiceBus",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "NServiceBus.RabbitMQTransport", "ValidateRemoteCertificate",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Call("DIT0104", "NServiceBus.*", "DisableRemoteCertificateValidation", Remedy.Remove, Source)),
    };
}
