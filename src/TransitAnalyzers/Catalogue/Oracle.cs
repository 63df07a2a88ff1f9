using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>ODP.NET.</summary>
internal static class Oracle
{
    private const string Source = "docs.oracle.com: ODP.NET, ConfigurationSecureConnectionProperties";

    public static readonly Library Library = new("ODP.NET", "Oracle.ManagedDataAccess")
    {
        Namespace = "Oracle.ManagedDataAccess.Client",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0105", "Oracle.ManagedDataAccess.Client.OracleConfiguration", "SSLServerDNMatch",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "Oracle.ManagedDataAccess.Client.OracleConnection", "SSLServerDNMatch",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
