using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Confluent's client of Apache Kafka. Keys are those of librdkafka.</summary>
internal static class ConfluentKafka
{
    private const string Source = "confluentinc/confluent-kafka-dotnet: src/Confluent.Kafka/Config_gen.cs";

    private const string Protocol = "security.protocol";

    /// <summary>The keys of librdkafka, and the properties that write them; nothing said means clear text.</summary>
    public static readonly Dialect Dialect = new("Confluent.Kafka", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create(
            "Confluent.Kafka.ClientConfig", "Confluent.Kafka.ProducerConfig", "Confluent.Kafka.ConsumerConfig", "Confluent.Kafka.AdminClientConfig",
            "System.Collections.Generic.IDictionary`2"),
        CreatedOfTables = ImmutableArray.Create("Confluent.Kafka.ProducerBuilder`2", "Confluent.Kafka.ConsumerBuilder`2", "Confluent.Kafka.AdminClientBuilder"),
        ObjectMembers = ImmutableArray.Create("SecurityProtocol", "SaslPassword"),
        RejectsUnknownKeys = false,
        HostSeparator = ',',
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "bootstrap.servers", "bootstrapservers", "metadata.broker.list"),
            new KeyRow(Protocol, "security.protocol", "securityprotocol"),
            new KeyRow(Meaning.Password, "sasl.password", "saslpassword")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Protocol, "plaintext")) { Remedies = ImmutableArray.Create(TextRemedy.Change(Protocol, "ssl", "plaintext")) },
            new LossRow(TransportLoss.Encryption, new Condition(Protocol, "saslplaintext", "sasl_plaintext"))
            {
                Remedies = ImmutableArray.Create(TextRemedy.Change(Protocol, "sasl_ssl", "saslplaintext", "sasl_plaintext")),
            },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Protocol)) { Advice = "set 'SecurityProtocol' to 'Ssl' or 'SaslSsl'" }),
    };

    public static readonly Library Library = new("Confluent.Kafka", "Confluent.Kafka")
    {
        Namespace = "Confluent.Kafka",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Confluent.Kafka.ClientConfig", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Entry(
                "DIT0104", "enable.ssl.certificate.verification",
                Insecure.Text("false"), Remedy.Write("true"), Source),
            SettingRow.Set(
                "DIT0105", "Confluent.Kafka.ClientConfig", "SslEndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https", orRemove: false), Source),
            SettingRow.Entry(
                "DIT0105", "ssl.endpoint.identification.algorithm",
                Insecure.Text("none", ""), Remedy.Write("https", orRemove: false), Source),
            SettingRow.Set(
                "DIT0203", "Confluent.Kafka.ClientConfig", "SslCipherSuites",
                Insecure.TextWhere(CipherSuites.AllowWeak), Remedy.Remove, Source) with { Loss = "weak cipher suites" },
            SettingRow.Entry(
                "DIT0203", "ssl.cipher.suites",
                Insecure.TextWhere(CipherSuites.AllowWeak), Remedy.Remove, Source) with { Loss = "weak cipher suites" }),
    };
}
