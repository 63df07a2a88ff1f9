using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MassTransit on Kafka.</summary>
internal static class MassTransitKafka
{
    private const string Source = "MassTransit/MassTransit: src/Transports/MassTransit.KafkaIntegration/IKafkaSslConfigurator.cs";

    public static readonly Library Library = new("MassTransit on Kafka", "MassTransit.KafkaIntegration")
    {
        Namespace = "MassTransit",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "MassTransit.IKafkaSslConfigurator", "EnableCertificateVerification",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Set(
                "DIT0104", "MassTransit.IKafkaSslConfigurator", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Set(
                "DIT0105", "MassTransit.IKafkaSslConfigurator", "EndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https"), Source),
            SettingRow.Set(
                "DIT0105", "MassTransit.IKafkaSslConfigurator", "SslEndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https"), Source)),
    };
}
