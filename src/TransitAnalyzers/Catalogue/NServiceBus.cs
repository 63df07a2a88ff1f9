using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>NServiceBus on RabbitMQ.</summary>
internal static class NServiceBus
{
    private const string Source = "docs.particular.net: transports/rabbitmq/connection-settings";

    private static readonly ImmutableArray<SinkRow> Sinks = ImmutableArray.Create(
        SinkRow.Constructor("NServiceBus.RabbitMQTransport") with { Parameter = "connectionString" },
        SinkRow.Of("NServiceBus.*", "ConnectionString"));

    /// <summary>docs.particular.net: transports/rabbitmq/connection-settings.</summary>
    public static readonly Dialect Dialect = new("NServiceBus", ConnectionGrammar.KeyValue)
    {
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "host"),
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.Database, "virtualhost"),
            new KeyRow(Meaning.User, "username"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow("usetls", "usetls") { Written = "UseTls" },
            new KeyRow(Meaning.Other, "requestedheartbeat", "retrydelay", "certpath", "certpassphrase")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("usetls", "false")) { Remedies = ImmutableArray.Create(TextRemedy.Change("usetls", "true", "false")) },
            new LossRow(TransportLoss.Encryption, Condition.Absent("usetls")) { Advice = "add 'UseTls=true' and the port that the broker listens on for TLS (usually 5671)" }),
        Sinks = Sinks,
    };

    /// <summary>The same page: TLS by the scheme.</summary>
    public static readonly Dialect Uris = RabbitMqClient.UrisOf("NServiceBus", Sinks);

    public static readonly Library Library = new("NServiceBus", "NServiceBus.Transport.RabbitMQ")
    {
        Namespace = "NServiceBus",
        Dialects = ImmutableArray.Create(Dialect, Uris),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "NServiceBus.RabbitMQTransport", "ValidateRemoteCertificate",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Call("DIT0104", "NServiceBus.*", "DisableRemoteCertificateValidation", Remedy.Remove, Source)),
    };
}
