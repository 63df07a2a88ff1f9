using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Azure Cosmos DB.</summary>
internal static class AzureCosmos
{
    /// <summary>Microsoft.Azure.Cosmos 3.64.0: <c>DisableServerCertificateValidation</c> is meant for the emulator.</summary>
    public static readonly Dialect Dialect = new("Azure Cosmos DB", ConnectionGrammar.Pairs)
    {
        RejectsUnknownKeys = false,
        HostPrefixes = ImmutableArray.Create("https://", "http://"),
        HostEnds = ImmutableArray.Create(':', '/'),
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "accountendpoint"),
            new KeyRow(Meaning.Password, "accountkey"),
            new KeyRow("unchecked", "disableservercertificatevalidation")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Meaning.Host, "http://*")) { Remedies = ImmutableArray.Create(TextRemedy.Change(Meaning.Host, "https://*", "http://*"), TextRemedy.Remove("unchecked", "true")) },
            new LossRow(TransportLoss.Authentication, new Condition("unchecked", "true")) { Remedies = ImmutableArray.Create(TextRemedy.Remove("unchecked", "true")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Microsoft.Azure.Cosmos.CosmosClient"),
            SinkRow.Constructor("Microsoft.Azure.Cosmos.Fluent.CosmosClientBuilder"),
            SinkRow.Of("Microsoft.Azure.Cosmos.CosmosClient", "CreateAndInitializeAsync"),
            SinkRow.Method("UseCosmos"),
            SinkRow.Method("AddCosmosDb")),
    };

    public static readonly Library Library = new("Azure Cosmos DB", "Microsoft.Azure.Cosmos.Client")
    {
        Namespace = "Microsoft.Azure.Cosmos",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
