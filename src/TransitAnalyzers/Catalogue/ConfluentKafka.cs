using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Confluent's client of Apache Kafka. Keys are those of librdkafka.</summary>
internal static class ConfluentKafka
{
    private const string Source = "confluentinc/confluent-kafka-dotnet: src/Confluent.Kafka/Config_gen.cs";

    public static readonly Library Library = new("Confluent.Kafka", "Confluent.Kafka")
    {
        Namespace = "Confluent.Kafka",
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
