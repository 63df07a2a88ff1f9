using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>EventStoreDB's client.</summary>
internal static class EventStore
{
    private const string Source = "EventStore/EventStore-Client-Dotnet: src/EventStore.Client/EventStoreClientConnectivitySettings.cs";

    public static readonly Library Library = new("EventStoreDB", "EventStore.Client")
    {
        Namespace = "EventStore.Client",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "EventStore.Client.EventStoreClientConnectivitySettings", "TlsVerifyCert",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
