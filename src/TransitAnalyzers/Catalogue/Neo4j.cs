using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Neo4j.Driver.</summary>
internal static class Neo4j
{
    private const string Source = "neo4j/neo4j-dotnet-driver: Neo4j.Driver/Neo4j.Driver/TrustManager.cs";

    public static readonly Library Library = new("Neo4j.Driver", "Neo4j.Driver", "Neo4j.Driver.Simple", "Neo4j.Driver.Reactive")
    {
        Namespace = "Neo4j.Driver",
        Settings = ImmutableArray.Create(
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
