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

    private static readonly ImmutableArray<string> Tls = ImmutableArray.Create("UseSsl");

    /// <summary>RabbitMqHostAddress.cs: TLS by the scheme or by port 5671; else <c>UseSsl</c> brings it.</summary>
    private static readonly Dialect Addresses = new("MassTransit", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("rabbitmq", "amqp", "rabbitmqs", "amqps"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.None, new Condition(Meaning.Port, "5671")),
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "rabbitmq", "amqp"))
            {
                Remedies = ImmutableArray.Create(
                    TextRemedy.Change(UriParts.Scheme, "rabbitmqs", "rabbitmq"), TextRemedy.Change(UriParts.Scheme, "amqps", "amqp"), TextRemedy.Change(Meaning.Port, "5671", "5672")),
                UnlessSet = Tls,
            }),
        Sinks = ImmutableArray.Create(SinkRow.Of("MassTransit.*", "Host") with { Parameter = "hostAddress" }),
    };

    /// <summary>A host by its name alone: clear text on port 5672 unless <c>UseSsl</c> is called.</summary>
    private static readonly Dialect HostNames = new("MassTransit", ConnectionGrammar.Commas)
    {
        Keys = ImmutableArray.Create(new KeyRow(Meaning.Host, UriParts.Host)),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, Condition.Absent("tls")) { Advice = "call 'UseSsl' with 'EnforcePolicyErrors'", UnlessSet = Tls }),
        Sinks = ImmutableArray.Create(SinkRow.Of("MassTransit.RabbitMqHostConfigurationExtensions", "Host") with { Parameter = "host" }),
    };

    private static readonly Insecure ChainErrors = Insecure.Flag("RemoteCertificateChainErrors", "RemoteCertificateNotAvailable");

    public static readonly Library Library = new("MassTransit", "MassTransit.RabbitMqTransport")
    {
        Namespace = "MassTransit",
        Dialects = ImmutableArray.Create(Addresses, HostNames),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "MassTransit.RabbitMqTransportOptions", "UseSsl", Insecure.False, Remedy.Write(true, orRemove: false), RabbitMqRegistrationBusFactorySource),
            SettingRow.Call("DIT0104", "MassTransit.IRabbitMqHostConfigurator", "UseSsl",
                Remedy.CallInLambda("EnforcePolicyErrors(global::System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors)"), HostSettingsSource) with
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
