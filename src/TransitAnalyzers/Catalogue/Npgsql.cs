using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Npgsql, the driver for PostgreSQL, with what sits on it.</summary>
internal static class Npgsql
{
    private const string Source = "npgsql/npgsql: src/Npgsql/NpgsqlConnectionStringBuilder.cs";
    private const string Ssl = "ssl mode";
    private const string Trust = "trust server certificate";
    private const string RootCertificate = "root certificate";

    /// <summary>From 6.0 on: TLS by the six modes of libpq, where only the Verify modes look at the certificate.</summary>
    private static readonly ImmutableArray<TextRemedy> Verify = ImmutableArray.Create(
        TextRemedy.Set(Ssl, "VerifyFull"), TextRemedy.Remove(Trust, "true"));

    /// <summary>
    /// The program's own callback takes the place of the one that accepts everything. Beside it the Verify modes throw
    /// (NpgsqlConnector.cs: CannotUseSslVerifyWithCustomValidationCallback), so this is how a certificate is pinned; what the
    /// callback accepts is judged where it stands. Entity Framework's option of the third name hands its callback on as this one
    /// (npgsql/efcore.pg: NpgsqlDataSourceManager.cs, NpgsqlRelationalConnection.cs).
    /// </summary>
    private static readonly ImmutableArray<string> Callbacks = ImmutableArray.Create(
        "UserCertificateValidationCallback", "UseUserCertificateValidationCallback", "RemoteCertificateValidationCallback");

    /// <summary>The same by the options of the stream; a callback that leaves this one alone, for client certificates, makes up for nothing.</summary>
    private static readonly ConfiguringRow Configuring = new(
        "RemoteCertificateValidationCallback", "SslClientAuthenticationOptionsCallback", "UseSslClientAuthenticationOptionsCallback");

    /// <summary>An authority of one's own that code names, as the connection string's root certificate does.</summary>
    private static readonly ImmutableArray<string> Roots = ImmutableArray.Create(
        "UseRootCertificate", "UseRootCertificates", "UseRootCertificateCallback", "UseRootCertificatesCallback");

    /// <summary>Up to 5.x there are three modes, and Require verifies everything unless told to trust.</summary>
    private static readonly ImmutableArray<TextRemedy> Require = ImmutableArray.Create(
        TextRemedy.Set(Ssl, "Require"), TextRemedy.Change(Trust, "false", "true"));

    /// <summary>
    /// npgsql/npgsql tags v5.0.18 to v10.0.3: NpgsqlConnectionStringBuilder.cs, NpgsqlConnector.cs;
    /// https://www.npgsql.org/doc/security.html.
    /// </summary>
    public static readonly Dialect Dialect = new("Npgsql", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("Npgsql.NpgsqlConnectionStringBuilder"),
        ObjectMembers = ImmutableArray.Create("SslMode", "TrustServerCertificate", "Password", "Timeout", "CommandTimeout"),
        HostSeparator = ',',
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "host", "server") { Written = "Host" },
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.Database, "database", "db"),
            new KeyRow(Meaning.User, "username", "user name", "userid", "user id", "uid"),
            new KeyRow(Meaning.Password, "password", "psw", "pwd"),
            new KeyRow(Ssl, "ssl mode", "sslmode") { Written = "SSL Mode" },
            new KeyRow(Trust, "trust server certificate", "trustservercertificate") { Written = "Trust Server Certificate" },
            new KeyRow(RootCertificate, "root certificate", "rootcertificate") { Since = 5 },
            new KeyRow("timeout", "timeout"),
            new KeyRow("command timeout", "command timeout", "commandtimeout"),
            new KeyRow(
                Meaning.Other,
                "passfile", "ssl negotiation", "sslnegotiation", "gss encryption mode", "gssencryptionmode", "ssl certificate", "sslcertificate",
                "ssl key", "sslkey", "ssl password", "sslpassword",                 "check certificate revocation", "checkcertificaterevocation", "require auth", "requireauth", "channel binding", "channelbinding",
                "persist security info", "persistsecurityinfo", "cancellation timeout", "cancellationtimeout", "internal command timeout", "internalcommandtimeout",
                "pooling", "minimum pool size", "minpoolsize", "maximum pool size", "maxpoolsize", "connection idle lifetime", "connectionidlelifetime",
                "connection pruning interval", "connectionpruninginterval", "connection lifetime", "connectionlifetime", "load balance timeout",
                "application name", "applicationname", "enlist", "search path", "searchpath",
                "client encoding", "clientencoding", "encoding", "timezone", "kerberos service name", "kerberosservicename", "krbsrvname",
                "include realm", "includerealm", "include error detail", "includeerrordetail",                 "include failed batched command", "includefailedbatchedcommand", "log parameters", "logparameters",
                "keepalive", "tcp keepalive", "tcpkeepalive", "tcp keepalive time", "tcpkeepalivetime", "tcp keepalive interval", "tcpkeepaliveinterval",
                "read buffer size", "readbuffersize", "write buffer size", "writebuffersize", "socket receive buffer size", "socketreceivebuffersize",
                "socket send buffer size", "socketsendbuffersize", "max auto prepare", "maxautoprepare", "auto prepare min usages", "autoprepareminusages",
                "no reset on close", "noresetonclose", "load table composites", "loadtablecomposites", "replication mode", "replicationmode",
                "options", "array nullability mode", "arraynullabilitymode", "multiplexing", "write coalescing buffer threshold bytes", "writecoalescingbufferthresholdbytes",
                "target session attributes", "targetsessionattributes", "load balance hosts", "loadbalancehosts",
                "host recheck seconds", "hostrecheckseconds", "server compatibility mode", "servercompatibilitymode"),
            // Gone in 8 at the latest.
            new KeyRow(
                Meaning.Other,
                "client certificate", "clientcertificate", "client certificate key", "clientcertificatekey", "use ssl stream", "usesslstream",
                "use perf counters", "useperfcounters", "include error details", "includeerrordetails", "targetsessionattrs",
                "convert infinity datetime", "convertinfinitydatetime", "integrated security", "integratedsecurity", "continuous processing",
                "continuousprocessing", "backend timeouts", "backendtimeouts", "preload reader", "preloadreader", "use extended types",
                "useextendedtypes", "entity template database", "entitytemplatedatabase", "entity admin database", "entityadmindatabase",
                "ef template database", "eftemplatedatabase", "ef admin database", "efadmindatabase")
            {
                Before = 8,
            }),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Ssl, "disable", "0")) { Since = 6, Remedies = Verify },
            new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(Ssl, "allow", "1", "prefer", "2")) { Since = 6, Remedies = Verify },
            new LossRow(TransportLoss.Authentication, new Condition(Ssl, "require", "3")) { Since = 6, Remedies = Verify, UnlessSet = Callbacks, UnlessConfigured = Configuring },
            new LossRow(TransportLoss.None, new Condition(Ssl, "verifyfull", "5")) { Since = 6 },
            // Against an authority of one's own there may be no other certificate to hold against the name.
            new LossRow(TransportLoss.HostName, new Condition(Ssl, "verifyca", "4"), Condition.Absent(RootCertificate)) { Since = 6, Remedies = Verify, UnlessSet = Roots },
            new LossRow(TransportLoss.None, new Condition(Ssl, "verifyca", "4")) { Since = 6 },
            new LossRow(TransportLoss.EncryptionWhenStripped, Condition.Absent(Ssl)) { Since = 6, Remedies = Verify },
            new LossRow(TransportLoss.Encryption, new Condition(Ssl, "disable", "0")) { Before = 6, Remedies = Require },
            new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(Ssl, "prefer", "1")) { Before = 6, Remedies = Require },
            new LossRow(TransportLoss.Authentication, new Condition(Trust, "true"), new Condition(Ssl, "require", "2")) { Before = 6, Remedies = Require },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Ssl)) { Before = 6, Remedies = Require }),
        TimeLimits = ImmutableArray.Create(
            new TimeLimitRow("timeout", "15", "0"),
            new TimeLimitRow("command timeout", "30", "0")),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Npgsql.NpgsqlConnection"),
            SinkRow.Constructor("Npgsql.NpgsqlConnectionStringBuilder"),
            SinkRow.Constructor("Npgsql.NpgsqlDataSourceBuilder"),
            SinkRow.Constructor("Npgsql.NpgsqlSlimDataSourceBuilder"),
            SinkRow.Of("Npgsql.NpgsqlConnection", "ConnectionString"),
            SinkRow.Of("Npgsql.NpgsqlConnectionStringBuilder", "ConnectionString"),
            SinkRow.Of("Npgsql.NpgsqlDataSource", "Create"),
            SinkRow.Of("Marten.StoreOptions", "Connection"),
            SinkRow.Of("Hangfire.PostgreSql.PostgreSqlStorage", ".ctor"),
            SinkRow.Method("UseNpgsql"),
            SinkRow.Method("AddNpgsql"),
            SinkRow.Method("AddNpgSql"),
            SinkRow.Method("AddMarten"),
            SinkRow.Method("AddNpgsqlDataSource"),
            SinkRow.Method("AddNpgsqlSlimDataSource"),
            SinkRow.Method("AddMultiHostNpgsqlDataSource"),
            SinkRow.Method("UseNpgsqlConnection"),
            SinkRow.Method("UsePostgreSqlStorage"),
            SinkRow.Method("PostgresqlDatabase"),
            SinkRow.Method("PostgreSQL"),
            SinkRow.Method("UsePostgres")),
    };

    public static readonly Library Library = new("Npgsql", "Npgsql")
    {
        Namespace = "Npgsql",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "Npgsql.NpgsqlConnectionStringBuilder", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
