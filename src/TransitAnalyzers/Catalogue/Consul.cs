using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Consul.</summary>
internal static class Consul
{
    private const string Source = "G-Research/consuldotnet: Consul/Client.cs";

    public static readonly Library Library = new("Consul", "Consul")
    {
        Namespace = "Consul",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Consul.ConsulClientConfiguration", "DisableServerCertificateValidation",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
