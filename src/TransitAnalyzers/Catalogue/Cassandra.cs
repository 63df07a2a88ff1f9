using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>DataStax's driver of Apache Cassandra.</summary>
internal static class Cassandra
{
    private const string Source = "datastax/csharp-driver: src/Cassandra/SSLOptions.cs";

    public static readonly Library Library = new("Cassandra", "Cassandra")
    {
        Namespace = "Cassandra",
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0106", "Cassandra.SSLOptions", "SetCertificateRevocationCheck", "flag",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Argument(
                "DIT0106", "Cassandra.SSLOptions", ".ctor", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            // Nobody names a version: it is TLS 1.0 alone.
            SettingRow.Call("DIT0201", "Cassandra.Builder", "WithSSL", Remedy.None, Source) with { ArgumentCount = 0, Loss = "TLS 1.0 alone" },
            SettingRow.Call("DIT0201", "Cassandra.SSLOptions", ".ctor", Remedy.None, Source) with { ArgumentCount = 0, Loss = "TLS 1.0 alone" }),
    };
}
