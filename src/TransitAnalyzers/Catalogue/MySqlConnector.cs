using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MySqlConnector.</summary>
internal static class MySqlConnector
{
    private const string Source = "mysql-net/MySqlConnector: src/MySqlConnector/MySqlConnectionStringBuilder.cs";

    /// <summary>mysql-net/MySqlConnector: src/MySqlConnector/MySqlConnectionStringBuilder.cs, docs/content/connection-options.md.</summary>
    public static readonly Dialect Dialect = new("MySqlConnector", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("MySqlConnector.MySqlConnectionStringBuilder"),
        ObjectMembers = MySql.ObjectMembers,
        HostSeparator = ',',
        Local = MySql.Local,
        TimeLimits = MySql.TimeLimits,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "server", "host", "data source", "datasource", "address", "addr", "network address") { Written = "Server" },
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.User, "user id", "userid", "username", "uid", "user name", "user"),
            new KeyRow(Meaning.Password, "password", "pwd"),
            new KeyRow(Meaning.Database, "database", "initial catalog"),
            new KeyRow(MySql.Ssl, "ssl mode", "sslmode") { Written = "SSL Mode" },
            new KeyRow(MySql.Authority, "ssl ca", "cacertificatefile", "ca certificate file", "sslca", "ssl-ca"),
            new KeyRow(MySql.Protocol, "protocol", "connection protocol", "connectionprotocol"),
            new KeyRow(Meaning.Versions, "tls version", "tlsversion", "tls-version"),
            new KeyRow(MySql.ConnectionTimeout, "connection timeout", "connectiontimeout", "connect timeout"),
            new KeyRow(MySql.CommandTimeout, "default command timeout", "defaultcommandtimeout", "command timeout"),
            new KeyRow(Meaning.Other, "pipe name", "pipename", "pipe", "ssl cert", "sslcert", "ssl-cert", "ssl key", "sslkey", "ssl-key", "certificate file", "certificatefile", "certificate password", "certificatepassword", "certificate store location", "certificatestorelocation", "certificate thumbprint", "certificatethumbprint", "certificate thumb print", "tls cipher suites", "tlsciphersuites", "skip certificate revocation check", "skipcertificaterevocationcheck", "allow public key retrieval", "allowpublickeyretrieval", "server rsa public key file", "serverrsapublickeyfile", "cancellation timeout", "cancellationtimeout", "pooling", "minimum pool size", "min pool size", "minimumpoolsize", "minpoolsize", "maximum pool size", "max pool size", "maximumpoolsize", "maxpoolsize", "allow load local infile", "allowloadlocalinfile", "allow user variables", "allowuservariables", "allow zero datetime", "allowzerodatetime", "application name", "applicationname", "auto enlist", "autoenlist", "character set", "characterset", "charset", "convert zero datetime", "convertzerodatetime", "datetime kind", "datetimekind", "defer connection reset", "deferconnectionreset", "dns check interval", "dnscheckinterval", "guid format", "guidformat", "ignore command transaction", "ignorecommandtransaction", "ignore prepare", "ignoreprepare", "interactive session", "interactivesession", "interactive", "keep alive", "keepalive", "load balance", "loadbalance", "no backslash escapes", "nobackslashescapes", "old guids", "oldguids", "persist security info", "persistsecurityinfo", "pipelining", "server redirection mode", "serverredirectionmode", "server spn", "serverspn", "treat chars as string", "treattinyasboolean", "treat tiny as boolean", "use affected rows", "useaffectedrows", "use compression", "compress", "usecompression", "compression", "use xa transactions", "usexatransactions", "connection lifetime", "connectionlifetime", "connection reset", "connectionreset", "connection idle timeout", "connectionidletimeout", "connection idle ping time", "treatcharsasstring")),
        // src/MySqlConnector/Core/ServerSession.cs: the Verify modes do not ask it. What it accepts is judged where it stands.
        Losses = MySql.Losses("RemoteCertificateValidationCallback", "UseRemoteCertificateValidationCallback"),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("MySqlConnector.MySqlConnection"),
            SinkRow.Constructor("MySqlConnector.MySqlConnectionStringBuilder"),
            SinkRow.Constructor("MySqlConnector.MySqlDataSource"),
            SinkRow.Constructor("MySqlConnector.MySqlDataSourceBuilder"),
            SinkRow.Of("MySqlConnector.MySqlConnection", "ConnectionString"),
            SinkRow.Of("MySqlConnector.MySqlConnectionStringBuilder", "ConnectionString"),
            SinkRow.Constructor("Hangfire.MySql.MySqlStorage"),
            SinkRow.Method("UseMySql"),
            SinkRow.Method("AddMySql"),
            SinkRow.Method("AddMySqlDataSource")),
    };

    public static readonly Library Library = new("MySqlConnector", "MySqlConnector")
    {
        Namespace = "MySqlConnector",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "MySqlConnector.MySqlConnectionStringBuilder", "SkipCertificateRevocationCheck",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0201", "MySqlConnector.MySqlConnectionStringBuilder", "TlsVersion",
                Insecure.TextWhere(ObsoleteVersionNames.AreIn), Remedy.Remove, Source) with { Loss = ObsoleteVersionNames.Loss }),
    };
}
