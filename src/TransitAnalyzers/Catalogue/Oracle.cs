using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>ODP.NET.</summary>
internal static class Oracle
{
    private const string Source = "docs.oracle.com: ODP.NET, ConfigurationSecureConnectionProperties";

    /// <summary>docs.oracle.com, ODP.NET: "Supported Connection String Attributes"; TLS is chosen inside <c>Data Source</c>.</summary>
    public static readonly Dialect Dialect = new("ODP.NET", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("Oracle.ManagedDataAccess.Client.OracleConnectionStringBuilder"),
        ObjectMembers = ImmutableArray.Create("Password"),
        HostEnds = ImmutableArray.Create(':', '/'),
        HostPrefixes = ImmutableArray.Create("tcps://", "tcp://", "//"),
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "data source") { Written = "Data Source" },
            new KeyRow(Meaning.User, "user id"),
            new KeyRow(Meaning.Password, "password", "proxy password"),
            new KeyRow("connection timeout", "connection timeout"),
            new KeyRow(Meaning.Other, "max pool size", "min pool size", "pooling", "dba privilege", "ha events", "statement cache size", "statement cache purge", "validate connection", "incr pool size", "decr pool size", "persist security info", "metadata pooling", "self tuning", "enlist", "load balancing", "proxy user id", "connection lifetime", "context connection", "promotable transaction", "application continuity", "tns_admin", "wallet_location", "token_authentication", "sqlnet.encryption_client")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Meaning.Host, "*(protocol=tcp)*")) { Advice = "use '(PROTOCOL=TCPS)' with the port that the server listens on for TLS" },
            new LossRow(TransportLoss.None, new Condition(Meaning.Host, "tcps://*")),
            // EZConnect: a host and a service without a protocol.
            new LossRow(TransportLoss.Encryption, Condition.Absent("protocol"), new Condition(Meaning.Host, "*:1521/*"))
            {
                Advice = "use 'tcps://' with the port that the server listens on for TLS",
                UnlessSet = ImmutableArray.Create("SqlNetEncryptionClient"),
            },
            new LossRow(TransportLoss.HostName, new Condition(Meaning.Host, "*ssl_server_dn_match=no*", "*ssl_server_dn_match=false*", "*ssl_server_dn_match=off*")) { Advice = "use 'SSL_SERVER_DN_MATCH=yes'" }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Oracle.ManagedDataAccess.Client.OracleConnection"),
            SinkRow.Constructor("Oracle.ManagedDataAccess.Client.OracleConnectionStringBuilder"),
            SinkRow.Of("Oracle.ManagedDataAccess.Client.OracleConnection", "ConnectionString"),
            SinkRow.Method("UseOracle"),
            SinkRow.Method("AddOracle")),
    };

    public static readonly Library Library = new("ODP.NET", "Oracle.ManagedDataAccess")
    {
        Namespace = "Oracle.ManagedDataAccess.Client",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "Oracle.ManagedDataAccess.Client.OracleConfiguration", "SqlNetEncryptionClient", Insecure.Text("rejected"), Remedy.Write("REQUIRED", orRemove: false), Source),
            SettingRow.Set("DIT0302", "Oracle.ManagedDataAccess.Client.OracleConfiguration", "SqlNetEncryptionClient", Insecure.Text("accepted", "requested"), Remedy.Write("REQUIRED", orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "Oracle.ManagedDataAccess.Client.OracleConfiguration", "SSLServerDNMatch",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "Oracle.ManagedDataAccess.Client.OracleConnection", "SSLServerDNMatch",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
