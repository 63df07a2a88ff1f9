using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>AMQP.Net Lite.</summary>
internal static class AmqpNetLite
{
    private const string ConnectionSource = "Azure/amqpnetlite: src/Connection.cs";

    private const string ConnectionFactorySource = "Azure/amqpnetlite: src/Net/ConnectionFactory.cs";

    /// <summary>Azure/amqpnetlite: src/Address.cs.</summary>
    public static readonly Dialect Dialect = new("AMQP.Net Lite", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("amqp", "amqps", "ws", "wss"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "amqp")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "amqps"), TextRemedy.Change(Meaning.Port, "5671", "5672")) },
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "ws")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "wss")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Amqp.Address")),
    };

    public static readonly Library Library = new("AMQP.Net Lite", "Amqp.Net")
    {
        Namespace = "Amqp",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Amqp.Connection", "DisableServerCertValidation",
                Insecure.True, Remedy.Write(false), ConnectionSource),
            SettingRow.Set(
                "DIT0106", "Amqp.ConnectionFactory+SslSettings", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), ConnectionFactorySource),
            SettingRow.Set(
                "DIT0106", "Amqp.Listener.ConnectionListener+SslSettings", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), "Azure/amqpnetlite: src/Listener/ConnectionListener.cs")),
    };
}
