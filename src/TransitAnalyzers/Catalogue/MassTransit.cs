using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MassTransit's transports.</summary>
internal static class MassTransit
{
    private const string RabbitMqSslConfiguratorSource = "MassTransit/MassTransit: src/Transports/MassTransit.RabbitMqTransport/RabbitMqTransport/Configuration/RabbitMqSslConfigurator.cs";

    private const string RabbitMqRegistrationBusFactorySource = "MassTransit/MassTransit: src/Transports/MassTransit.RabbitMqTransport/Configuration/RabbitMqRegistrationBusFactory.cs";

    private const string IKafkaSslConfiguratorSource = "MassTransit/MassTransit: src/Transports/MassTransit.KafkaIntegration/IKafkaSslConfigurator.cs";

    private static readonly Insecure ChainErrors = Insecure.Flag("RemoteCertificateChainErrors", "RemoteCertificateNotAvailable");

    public static readonly Library Library = new("MassTransit", "MassTransit.RabbitMqTransport", "MassTransit.KafkaIntegration", "MassTransit.ActiveMqTransport")
    {
        Namespace = "MassTransit",
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0104", "MassTransit.IRabbitMqSslConfigurator", "AllowPolicyErrors", "policyErrors",
                ChainErrors, Remedy.Remove, RabbitMqSslConfiguratorSource),
            SettingRow.Argument(
                "DIT0105", "MassTransit.IRabbitMqSslConfigurator", "AllowPolicyErrors", "policyErrors",
                Insecure.Flag("RemoteCertificateNameMismatch"), Remedy.Remove, RabbitMqSslConfiguratorSource),
            SettingRow.Set(
                "DIT0104", "MassTransit.RabbitMqSslOptions", "Trust",
                Insecure.True, Remedy.Write(false), RabbitMqRegistrationBusFactorySource),
            SettingRow.Set(
                "DIT0104", "MassTransit.IKafkaSslConfigurator", "EnableCertificateVerification",
                Insecure.False, Remedy.Write(true), IKafkaSslConfiguratorSource),
            SettingRow.Set(
                "DIT0104", "MassTransit.IKafkaSslConfigurator", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), IKafkaSslConfiguratorSource),
            SettingRow.Set(
                "DIT0105", "MassTransit.IKafkaSslConfigurator", "EndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https"), IKafkaSslConfiguratorSource),
            SettingRow.Set(
                "DIT0105", "MassTransit.IKafkaSslConfigurator", "SslEndpointIdentificationAlgorithm",
                Insecure.Member("None"), Remedy.WriteMember("Https"), IKafkaSslConfiguratorSource)),
    };
}
