using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Azure Service Bus and Event Hubs.</summary>
internal static class AzureMessaging
{
    /// <summary>Azure/azure-sdk-for-net: ServiceBusConnectionStringProperties.cs: the scheme of the endpoint is rewritten, only the emulator is in clear text.</summary>
    public static readonly Dialect Dialect = new("Azure messaging", ConnectionGrammar.Pairs)
    {
        RejectsUnknownKeys = false,
        HostPrefixes = ImmutableArray.Create("sb://", "amqps://", "https://", "http://"),
        HostEnds = ImmutableArray.Create(':', '/'),
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "endpoint"),
            new KeyRow("emulator", "usedevelopmentemulator"),
            new KeyRow(Meaning.Password, "sharedaccesskey")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("emulator", "true")) { Remedies = ImmutableArray.Create(TextRemedy.Remove("emulator", "true")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Azure.Messaging.ServiceBus.ServiceBusClient"),
            SinkRow.Constructor("Azure.Messaging.ServiceBus.Administration.ServiceBusAdministrationClient"),
            SinkRow.Constructor("Azure.Messaging.EventHubs.Producer.EventHubProducerClient"),
            SinkRow.Constructor("Azure.Messaging.EventHubs.Consumer.EventHubConsumerClient"),
            SinkRow.Constructor("Azure.Messaging.EventHubs.EventProcessorClient"),
            SinkRow.Constructor("Azure.Messaging.EventHubs.EventHubConnection"),
            SinkRow.Method("AddServiceBusClient"),
            SinkRow.Method("AddEventHubProducerClient"),
            SinkRow.Method("UsingAzureServiceBus")),
    };

    public static readonly Library Library = new("Azure messaging", "Azure.Messaging.ServiceBus", "Azure.Messaging.EventHubs", "Microsoft.Azure.ServiceBus", "Microsoft.Azure.EventHubs")
    {
        Namespace = "Azure.Messaging",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
