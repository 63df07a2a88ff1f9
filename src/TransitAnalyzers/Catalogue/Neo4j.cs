using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Neo4j.Driver.</summary>
internal static class Neo4j
{
    private const string Source = "neo4j/neo4j-dotnet-driver: Neo4j.Driver/Neo4j.Driver/TrustManager.cs";

    /// <summary>neo4j/neo4j-dotnet-driver: Internal/Util/Neo4jUri.cs, Internal/EncryptionManager.cs.</summary>
    public static readonly Dialect Dialect = new("Neo4j.Driver", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "bolt", "neo4j")) { Remedies = ImmutableArray.Create(TextRemedy.Change(UriParts.Scheme, "bolt+s", "bolt"), TextRemedy.Change(UriParts.Scheme, "neo4j+s", "neo4j")), UnlessSet = ImmutableArray.Create("WithEncryptionLevel", "WithTrustManager") },
            new LossRow(TransportLoss.Authentication, new Condition(UriParts.Scheme, "bolt+ssc", "neo4j+ssc")) { Remedies = ImmutableArray.Create(TextRemedy.Change(UriParts.Scheme, "bolt+s", "bolt+ssc"), TextRemedy.Change(UriParts.Scheme, "neo4j+s", "neo4j+ssc")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("Neo4j.Driver.GraphDatabase", "Driver"),
            SinkRow.Constructor("Neo4jClient.BoltGraphClient")),
    };

    public static readonly Library Library = new("Neo4j.Driver", "Neo4j.Driver", "Neo4j.Driver.Simple", "Neo4j.Driver.Reactive")
    {
        Namespace = "Neo4j.Driver",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0301", "Neo4j.Driver.ConfigBuilder", "WithEncryptionLevel", "level", Insecure.Member("None"), Remedy.WriteMember("Encrypted", orRemove: false), Source),
            SettingRow.Call(
                "DIT0104", "Neo4j.Driver.TrustManager", "CreateInsecure",
                Remedy.CallInstead("CreateChainTrust"), Source),
            SettingRow.Argument(
                "DIT0105", "Neo4j.Driver.TrustManager", "CreateChainTrust", "verifyHostname",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0105", "Neo4j.Driver.TrustManager", "CreateCertTrust", "verifyHostname",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0105", "Neo4j.Driver.TrustManager", "CreatePeerTrust", "verifyHostname",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0106", "Neo4j.Driver.TrustManager", "CreateChainTrust", "revocationMode",
                Insecure.Member("NoCheck"), Remedy.WriteMember("Online", orRemove: false), Source)),
    };
}
