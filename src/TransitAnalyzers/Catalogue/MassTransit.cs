using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MassTransit on RabbitMQ.</summary>
internal static class MassTransit
{
    private const string RabbitMqSslConfiguratorSource = "MassTransit/MassTransit: src/Transports/MassTransit.RabbitMqTransport/RabbitMqTransport/Configuration/RabbitMqSslConfigurator.cs";

    private const string RabbitMqRegistrationBusFactorySource = "MassTransit/MassTransit: src/Transports/MassTransit.RabbitMqTransport/Configuration/RabbitMqRegistrationBusFactory.cs";

    /// <summary>There <c>AcceptablePolicyErrors</c> starts as <c>RemoteCertificateChainErrors</c>.</summary>
    private const string HostSettingsSource =
        "MassTransit/MassTransit: src/Transports/MassTransit.RabbitMqTransport/RabbitMqTransport/Configuration/ConfigurationHostSettings.cs";

    private static readonly Insecure ChainErrors = Insecure.Flag("RemoteCertificateChainErrors", "RemoteCertificateNotAvailable");

    public static readonly Library Library = new("MassTransit", "MassTransit.RabbitMqTransport")
    {
        Namespace = "MassTransit",
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "MassTransit.RabbitMqTransportOptions", "UseSsl", Insecure.False, Remedy.Write(true, orRemove: false), RabbitMqRegistrationBusFactorySource),
            SettingRow.Call("DIT0104", "MassTransit.IRabbitMqHostConfigurator", "UseSsl", Remedy.None, HostSettingsSource) with
            {
                UnlessNamed = "EnforcePolicyErrors",
                Advice = "it accepts any chain until 'EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors)' is called",
            },
            SettingRow.Argument(
                "DIT0104", "MassTransit.IRabbitMqSslConfigurator", "AllowPolicyErrors", "policyErrors",
                ChainErrors, Remedy.Remove, RabbitMqSslConfiguratorSource),
            SettingRow.Argument(
                "DIT0105", "MassTransit.IRabbitMqSslConfigurator", "AllowPolicyErrors", "policyErrors",
                Insecure.Flag("RemoteCertificateNameMismatch"), Remedy.Remove, RabbitMqSslConfiguratorSource),
            SettingRow.Set(
                "DIT0104", "MassTransit.RabbitMqSslOptions", "Trust",
                Insecure.True, Remedy.Write(false), RabbitMqRegistrationBusFactorySource)),
    };
}
