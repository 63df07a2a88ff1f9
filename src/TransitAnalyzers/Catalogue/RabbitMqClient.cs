using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>RabbitMQ.Client, which EasyNetQ and others configure with the same class. After an <c>amqps://</c> URI the
/// default forgives the name, so that removing a setting mends nothing.</summary>
internal static class RabbitMqClient
{
    private const string Source = "rabbitmq/rabbitmq-dotnet-client: projects/RabbitMQ.Client/SslOption.cs";

    private const string UriSource = "rabbitmq/rabbitmq-dotnet-client: projects/RabbitMQ.Client/ConnectionFactory.cs, SetUri";

    private static readonly Completion CheckedName = new(
        "Ssl", "AcceptablePolicyErrors", "global::System.Net.Security.SslPolicyErrors.None", "CertificateValidationCallback");

    private static readonly Insecure ChainErrors = Insecure.Flag(
        ["RemoteCertificateChainErrors", "RemoteCertificateNotAvailable"], also: ["RemoteCertificateNameMismatch"]);

    public static readonly Library Library = new("RabbitMQ.Client", "RabbitMQ.Client")
    {
        Namespace = "RabbitMQ.Client",
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
                "DIT0106", "RabbitMQ.Client.SslOption", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
