using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Hazelcast .NET.</summary>
internal static class Hazelcast
{
    private const string Source = "hazelcast/hazelcast-csharp-client: src/Hazelcast.Net/Networking/SslOptions.cs";

    public static readonly Library Library = new("Hazelcast", "Hazelcast.Net")
    {
        Namespace = "Hazelcast",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Hazelcast.Networking.SslOptions", "ValidateCertificateChain",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Set(
                "DIT0105", "Hazelcast.Networking.SslOptions", "ValidateCertificateName",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0106", "Hazelcast.Networking.SslOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
