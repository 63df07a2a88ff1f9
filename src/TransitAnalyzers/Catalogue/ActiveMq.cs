using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Apache.NMS.ActiveMQ (OpenWire).</summary>
internal static class ActiveMq
{
    private const string Source = "apache/activemq-nms-openwire: src/Transport/Tcp/SslTransport.cs";

    /// <summary>apache/activemq-nms-openwire: Transport/Tcp/SslTransportFactory.cs, SslTransport.cs.</summary>
    public static readonly Dialect Dialect = new("ActiveMQ", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("tcp", "activemq:tcp", "ssl", "activemq:ssl"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(
            new KeyRow("accept", "transport.acceptinvalidbrokercert")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "tcp", "activemq:tcp")) { Remedies = ImmutableArray.Create(TextRemedy.Change(UriParts.Scheme, "ssl", "tcp"), TextRemedy.Change(UriParts.Scheme, "activemq:ssl", "activemq:tcp"), TextRemedy.Change(Meaning.Port, "61617", "61616")) },
            new LossRow(TransportLoss.Authentication, new Condition("accept", "true")) { Remedies = ImmutableArray.Create(TextRemedy.Remove("accept", "true")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Apache.NMS.ActiveMQ.ConnectionFactory"),
            SinkRow.Of("Apache.NMS.ActiveMQ.ConnectionFactory", "BrokerUri"),
            SinkRow.Constructor("Apache.NMS.NMSConnectionFactory")),
    };

    public static readonly Library Library = new("ActiveMQ", "Apache.NMS.ActiveMQ")
    {
        Namespace = "Apache.NMS.ActiveMQ",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Apache.NMS.ActiveMQ.Transport.Tcp.SslTransport", "AcceptInvalidBrokerCert",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
