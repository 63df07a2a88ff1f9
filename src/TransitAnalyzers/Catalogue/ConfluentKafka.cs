using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Confluent's clients of Apache Kafka and of its schema registry. Keys are those of librdkafka.</summary>
internal static class ConfluentKafka
{
    private const string ConfigSource = "confluentinc/confluent-kafka-dotnet: src/Confluent.Kafka/Config_gen.cs";

    private const string SchemaRegistryConfigSource = "confluentinc/confluent-kafka-dotnet: src/Confluent.SchemaRegistry/SchemaRegistryConfig.cs";

    public static readonly Library Library = new("Confluent.Kafka", "Confluent.Kafka", "Confluent.SchemaRegistry")
    {
        Namespace = "Confluent",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Confluent.Kafka.ClientConfig", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), ConfigSource),
            SettingRow.Entry(
                "DIT0104", "enable.ssl.certificate.verification",
                Insecure.Text("false"), Remedy.Write("true"), ConfigSource),
            SettingRow.Set(
                "DIT0104", "Confluent.SchemaRegistry.SchemaRegistryConfig", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), SchemaRegistryConfigSource),
            SettingRow.Entry(
                "DIT0104", "schema.registry.enable.ssl.certificate.verification",
                Insecure.Text("false"), Remedy.Write("true"), SchemaRegistryConfigSource),
            SettingRow.Set(
                "DIT0105", "Confluent.Kafka.ClientConfig", "SslEndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https", orRemove: false), ConfigSource),
            SettingRow.Entry(
                "DIT0105", "ssl.endpoint.identification.algorithm",
                Insecure.Text("none", ""), Remedy.Write("https", orRemove: false), ConfigSource)),
    };
}
