using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Solace PubSub+.</summary>
internal static class Solace
{
    private const string Source = "docs.solace.com: SessionProperties.SSLValidateCertificate";

    public static readonly Library Library = new("Solace", "SolaceSystems.Solclient.Messaging")
    {
        Namespace = "SolaceSystems.Solclient.Messaging",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "SolaceSystems.Solclient.Messaging.SessionProperties", "SSLValidateCertificate",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
