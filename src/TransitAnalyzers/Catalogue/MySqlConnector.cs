using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MySqlConnector.</summary>
internal static class MySqlConnector
{
    private const string Source = "mysql-net/MySqlConnector: src/MySqlConnector/MySqlConnectionStringBuilder.cs";

    public static readonly Library Library = new("MySqlConnector", "MySqlConnector")
    {
        Namespace = "MySqlConnector",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "MySqlConnector.MySqlConnectionStringBuilder", "SkipCertificateRevocationCheck",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
