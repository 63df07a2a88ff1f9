using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MySql.Data, Oracle's own driver for MySQL.</summary>
internal static class MySqlData
{
    /// <summary>mysql/mysql-connector-net: MySQL.Data/src/MySqlBaseConnectionStringBuilder.cs; seen with 26.10.0.</summary>
    public static readonly Dialect Dialect = new("MySql.Data", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("MySql.Data.MySqlClient.MySqlConnectionStringBuilder"),
        ObjectMembers = MySql.ObjectMembers,
        HostSeparator = ',',
        Local = MySql.Local,
        TimeLimits = MySql.TimeLimits,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "server", "host", "data source", "datasource") { Written = "Server" },
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.User, "user id", "uid", "username", "user name", "user", "userid"),
            new KeyRow(Meaning.Password, "password", "pwd", "password1", "pwd1"),
            new KeyRow(Meaning.Database, "database", "initial catalog"),
            new KeyRow(MySql.Ssl, "sslmode", "ssl mode", "ssl-mode") { Written = "SslMode" },
            new KeyRow(MySql.Authority, "sslca", "ssl-ca", "certificatefile", "certificate file"),
            new KeyRow(MySql.Protocol, "protocol", "connection protocol", "connectionprotocol"),
            new KeyRow(Meaning.Versions, "tlsversion", "tls-version", "tls version"),
            new KeyRow(MySql.ConnectionTimeout, "connectiontimeout", "connection timeout", "connect timeout"),
            new KeyRow(MySql.CommandTimeout, "defaultcommandtimeout", "command timeout", "default command timeout"),
            new KeyRow(Meaning.Other, "dns-srv", "dnssrv", "pipename", "pipe name", "pipe", "sharedmemoryname", "shared memory name", "sslcert", "ssl-cert", "sslkey", "ssl-key", "certificatepassword", "certificate password", "ssl-ca-pwd", "certificatestorelocation", "certificate store location", "certificatethumbprint", "certificate thumb print", "allowpublickeyretrieval", "password2", "pwd2", "password3", "pwd3", "pooling", "minpoolsize", "minimumpoolsize", "min pool size", "minimum pool size", "maxpoolsize", "maximumpoolsize", "max pool size", "maximum pool size", "characterset", "character set", "charset", "allowuservariables", "allow user variables", "allowzerodatetime", "allow zero datetime", "convertzerodatetime", "convert zero datetime", "treattinyasboolean", "treat tiny as boolean", "allowbatch", "allow batch", "logging", "oldguids", "old guids", "persistsecurityinfo", "persist security info", "useaffectedrows", "use affected rows", "usecompression", "use compression", "compress", "keepalive", "keep alive", "allowloadlocalinfile", "allow load local infile", "allowloadlocalinfileinpath", "autoenlist", "auto enlist", "interactivesession", "interactive session", "interactive", "ignoreprepare", "ignore prepare", "connectionlifetime", "connection lifetime", "connectionreset", "connection reset", "cacheserverproperties", "cache server properties", "useperformancemonitor", "use performance monitor", "useusageadvisor", "use usage advisor", "usage advisor", "sqlservermode", "sql server mode", "integratedsecurity", "integrated security", "includesecurityasserts", "replication", "functionsreturnstring", "functions return string", "useoldsyntax", "old syntax", "respectbinaryflags", "respect binary flags", "checkparameters", "check parameters", "tablecaching", "table caching", "tablecachingage", "tablecacheage", "defaulttablecacheage", "default table cache age", "procedurecachesize", "procedure cache size", "procedurecache", "procedure cache", "blobasutf8includepattern", "blobasutf8excludepattern", "treatblobsasutf8", "treat blobs as utf8", "usedefaultcommandtimeoutforef", "useprocedurebodies", "use procedure bodies", "defaultauthenticationplugin", "kerberosauthmode", "ociconfigfile", "ociconfigprofile", "webauthn", "exceptioninterceptors", "commandinterceptors", "openidtoken")),
        Losses = MySql.Losses(),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("MySql.Data.MySqlClient.MySqlConnection"),
            SinkRow.Constructor("MySql.Data.MySqlClient.MySqlConnectionStringBuilder"),
            SinkRow.Of("MySql.Data.MySqlClient.MySqlConnection", "ConnectionString"),
            SinkRow.Of("MySql.Data.MySqlClient.MySqlConnectionStringBuilder", "ConnectionString"),
            SinkRow.Of("MySql.Data.MySqlClient.MySqlHelper", "ExecuteNonQuery"),
            SinkRow.Method("UseMySQL"),
            SinkRow.Method("AddMySQLServer")),
    };

    public static readonly Library Library = new("MySql.Data", "MySql.Data")
    {
        Namespace = "MySql.Data.MySqlClient",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0201", "MySql.Data.MySqlClient.MySqlConnectionStringBuilder", "TlsVersion",
                Insecure.TextWhere(ObsoleteVersionNames.AreIn), Remedy.Remove, "mysql/mysql-connector-net: MySQL.Data/src/MySqlConnectionStringBuilder.cs")
                with { Loss = ObsoleteVersionNames.Loss }),
    };
}
