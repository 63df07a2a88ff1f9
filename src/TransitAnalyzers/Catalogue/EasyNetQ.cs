using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>EasyNetQ, which sits on RabbitMQ.Client and is strict with <c>amqps://</c>.</summary>
internal static class EasyNetQ
{
    private static readonly ImmutableArray<SinkRow> Sinks = ImmutableArray.Create(
        SinkRow.Of("EasyNetQ.RabbitHutch", "CreateBus"),
        SinkRow.Method("AddEasyNetQ"),
        SinkRow.Method("RegisterEasyNetQ"));

    /// <summary>EasyNetQ/EasyNetQ: Source/EasyNetQ/ConnectionString/ConnectionStringGrammar.cs.</summary>
    public static readonly Dialect Dialect = new("EasyNetQ", ConnectionGrammar.Pairs)
    {
        HostSeparator = ',',
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "host"),
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.Database, "virtualhost"),
            new KeyRow(Meaning.User, "username"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow("ssl", "ssl"),
            new KeyRow(Meaning.Other, "requestedheartbeat", "prefetchcount", "timeout", "publisherconfirms", "persistentmessages", "product", "platform", "name", "mandatorypublish", "connectintervalattempt", "consumerdispatcherconcurrency", "requestedchannelmax")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("ssl", "false")) { Remedies = ImmutableArray.Create(TextRemedy.Set("ssl", "true")) },
            new LossRow(TransportLoss.Encryption, Condition.Absent("ssl")) { Advice = "add 'ssl=true' and the port that the broker listens on for TLS (usually 5671)" }),
        Sinks = Sinks,
    };

    /// <summary>Source/EasyNetQ/ConnectionString/AmqpConnectionStringParser.cs.</summary>
    public static readonly Dialect Uris = RabbitMqClient.UrisOf("EasyNetQ", Sinks);

    public static readonly Library Library = new("EasyNetQ", "EasyNetQ")
    {
        Namespace = "EasyNetQ",
        Dialects = ImmutableArray.Create(Dialect, Uris),
    };
}
