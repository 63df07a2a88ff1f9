using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>RabbitMQ.Client, which EasyNetQ and others configure with the same class. After an <c>amqps://</c> URI the
/// default forgives the name, so that removing a setting mends nothing.</summary>
internal static class RabbitMqClient
{
    private const string Source = "rabbitmq/rabbitmq-dotnet-client: projects/RabbitMQ.Client/SslOption.cs";

    private const string UriSource = "rabbitmq/rabbitmq-dotnet-client: projects/RabbitMQ.Client/ConnectionFactory.cs, SetUri";

    private const string Encrypt = "set 'Ssl' to an 'SslOption' with 'Enabled' and 'ServerName'";

    private static readonly Completion CheckedName = new(
        "Ssl", "AcceptablePolicyErrors", "global::System.Net.Security.SslPolicyErrors.None", "CertificateValidationCallback");

    /// <summary>The scheme <c>amqp</c> leaves alone what <c>Ssl</c> says, before it or after.</summary>
    private static readonly ImmutableArray<string> Tls = ImmutableArray.Create("Ssl", "Enabled");

    private static readonly Insecure ChainErrors = Insecure.Flag(
        ["RemoteCertificateChainErrors", "RemoteCertificateNotAvailable"], also: ["RemoteCertificateNameMismatch"]);

    /// <summary>rabbitmq/rabbitmq-dotnet-client: ConnectionFactory.cs <c>SetUri</c>: <c>amqps://</c> by itself tolerates a wrong name.</summary>
    public static readonly Dialect Dialect = new("RabbitMQ.Client", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("amqp", "amqps"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            // What an amqps:// URI leaves unchecked is a setting of its own: DIT0105.
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "amqp")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "amqps"), TextRemedy.Change(Meaning.Port, "5671", "5672")), CompletedBy = CheckedName, UnlessSet = Tls }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("RabbitMQ.Client.ConnectionFactory", "Uri")),
    };

    /// <summary>rabbitmq/rabbitmq-dotnet-client: ConnectionFactory.cs, SslOption.cs: clear text unless <c>Ssl</c> or the URI says otherwise.</summary>
    public static readonly Dialect Factory = new("RabbitMQ.Client", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("RabbitMQ.Client.ConnectionFactory"),
        ObjectMembers = ImmutableArray.Create("Password"),
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "hostname"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow("ssl", "ssl"),
            new KeyRow("endpoint", "uri", "endpoint")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, Condition.Absent("ssl"), Condition.Absent("endpoint"))
            {
                Advice = Encrypt,
            }),
    };

    /// <summary>rabbitmq/rabbitmq-dotnet-client: AmqpTcpEndpoint.cs: of a URI only host and port are taken, and <c>Ssl</c> alone decides.</summary>
    public static readonly Dialect Endpoint = new("RabbitMQ.Client", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("RabbitMQ.Client.AmqpTcpEndpoint"),
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "hostname", UriParts.Host),
            new KeyRow(UriParts.Scheme, UriParts.Scheme),
            new KeyRow(Meaning.Password, UriParts.Password),
            new KeyRow("ssl", "ssl")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "amqp"), Condition.Absent("ssl")) { Advice = Encrypt, UnlessSet = Tls },
            new LossRow(TransportLoss.Encryption, Condition.Absent("ssl")) { Advice = Encrypt, UnlessSet = Tls }),
    };

    public static readonly Library Library = new("RabbitMQ.Client", "RabbitMQ.Client")
    {
        Namespace = "RabbitMQ.Client",
        Dialects = ImmutableArray.Create(Dialect, Factory, Endpoint),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "RabbitMQ.Client.SslOption", "AcceptablePolicyErrors",
                ChainErrors, Remedy.WriteMember("None", orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "RabbitMQ.Client.SslOption", "AcceptablePolicyErrors",
                Insecure.Flag("RemoteCertificateNameMismatch"), Remedy.WriteMember("None", orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "RabbitMQ.Client.ConnectionFactory", "Uri",
                Insecure.StartingWith("amqps://"), Remedy.None, UriSource) with
            {
                CompletedBy = CheckedName,
                Advice = "set 'Ssl.AcceptablePolicyErrors' to 'SslPolicyErrors.None' after it",
            },
            SettingRow.Set(
                "DIT0301", "RabbitMQ.Client.SslOption", "Enabled",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0106", "RabbitMQ.Client.SslOption", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };

    /// <summary>The URIs of a library that sits on this one, and is strict with <c>amqps://</c>.</summary>
    public static Dialect UrisOf(string name, ImmutableArray<SinkRow> sinks) => new(name, ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("amqp", "amqps"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "amqp")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "amqps"), TextRemedy.Change(Meaning.Port, "5671", "5672")) }),
        Sinks = sinks,
    };
}
