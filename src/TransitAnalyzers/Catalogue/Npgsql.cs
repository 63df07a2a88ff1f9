using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Npgsql.</summary>
internal static class Npgsql
{
    private const string Source = "npgsql/npgsql: src/Npgsql/NpgsqlConnectionStringBuilder.cs";

    public static readonly Library Library = new("Npgsql", "Npgsql")
    {
        Namespace = "Npgsql",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "Npgsql.NpgsqlConnectionStringBuilder", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
