using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The two drivers for SQL Server: Microsoft.Data.SqlClient, and System.Data.SqlClient before it.</summary>
internal static class SqlClient
{
    private const string Encrypt = "encrypt";
    private const string Trust = "trust server certificate";

    private static readonly string[] No = ["false", "no"];
    private static readonly string[] Yes = ["true", "yes"];

    private static readonly ImmutableArray<TextRemedy> EncryptAndVerify = ImmutableArray.Create(
        TextRemedy.Set(Encrypt, "True"), TextRemedy.Change(Trust, "False", Yes));

    private static readonly ImmutableArray<TextRemedy> Verify = ImmutableArray.Create(TextRemedy.Change(Trust, "False", Yes));

    private static readonly string[] CommonKeys =
    [
        "application intent", "applicationintent", "application name", "app", "asynchronous processing", "async", "attachdbfilename", "extended properties",
        "initial file name", "connect retry count", "connectretrycount", "connect retry interval", "connectretryinterval", "context connection",
        "current language", "language", "enlist", "failover partner", "integrated security", "trusted_connection", "load balance timeout", "connection lifetime",
        "max pool size", "min pool size", "multiple active result sets", "multipleactiveresultsets", "multi subnet failover", "multisubnetfailover",
        "network library", "network", "net", "packet size", "persist security info", "persistsecurityinfo", "pool blocking period", "poolblockingperiod", "pooling",
        "replication", "transaction binding", "type system version", "user instance", "workstation id", "wsid", "transparentnetworkipresolution", "authentication",
        "column encryption setting", "enclave attestation url",
    ];

    /// <summary>
    /// dotnet/SqlClient: DbConnectionStringKeywords.cs, TdsParser.cs, release-notes/4.0/4.0.0.md and 5.0/5.0.0.md (encrypted by
    /// default; Strict); seen with 2.1.4 and 6.1.8.
    /// </summary>
    public static readonly Dialect Microsoft = new("Microsoft.Data.SqlClient", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("Microsoft.Data.SqlClient.SqlConnectionStringBuilder"),
        ObjectMembers = ImmutableArray.Create("Encrypt", "TrustServerCertificate", "Password", "ConnectTimeout", "CommandTimeout"),
        HostEnds = Ends,
        HostPrefixes = Prefixes,
        LocalHostPrefixes = LocalPrefixes,
        Keys = Keys(
            new KeyRow(Trust, "trust server certificate", "trustservercertificate") { Written = "Trust Server Certificate" },
            new KeyRow("command timeout", "command timeout", "commandtimeout"),
            new KeyRow(
                Meaning.Other,
                "host name in certificate", "hostnameincertificate", "server certificate", "servercertificate", "attestation protocol", "attestationprotocol",
                "ip address preference", "ipaddresspreference", "failover partner spn", "failoverpartnerspn", "server spn", "serverspn", "enclaveattestationurl",
                "columnencryption", "column encryption", "packetsize", "failoverpartner", "workstationid", "context connection", "contextconnection", "connecttimeout")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.None, new Condition(Encrypt, "strict")) { Since = 5 },
            new LossRow(TransportLoss.Encryption, new Condition(Encrypt, "false", "no", "optional")) { Remedies = EncryptAndVerify },
            new LossRow(TransportLoss.Authentication, new Condition(Trust, Yes), new Condition(Encrypt, "", "true", "yes", "mandatory")) { Since = 4, Remedies = Verify },
            new LossRow(TransportLoss.Authentication, new Condition(Trust, Yes), new Condition(Encrypt, Yes)) { Before = 4, Remedies = Verify },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Encrypt)) { Before = 4, Remedies = EncryptAndVerify }),
        TimeLimits = TimeLimits,
        Sinks = ImmutableArray.CreateRange(TypeSinks("Microsoft.Data.SqlClient").Concat(
        [
            SinkRow.Of("Microsoft.Extensions.Caching.SqlServer.SqlServerCacheOptions", "ConnectionString"),
            SinkRow.Constructor("Hangfire.SqlServer.SqlServerStorage"),
            SinkRow.Method("UseSqlServer"),
            SinkRow.Method("UseAzureSql"),
            SinkRow.Method("UseAzureSynapse"),
            SinkRow.Method("AddSqlServer"),
            SinkRow.Method("AddAzureSql"),
            SinkRow.Method("UseSqlServerStorage"),
            SinkRow.Method("MSSqlServer"),
            SinkRow.Method("SqlDatabase"),
        ])),
    };

    /// <summary>dotnet/SqlClient and .NET Framework's own; seen with 4.9.1: only the spelling without blanks, only true and false.</summary>
    public static readonly Dialect System = new("System.Data.SqlClient", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("System.Data.SqlClient.SqlConnectionStringBuilder"),
        ObjectMembers = ImmutableArray.Create("Encrypt", "TrustServerCertificate", "Password", "ConnectTimeout"),
        HostEnds = Ends,
        HostPrefixes = Prefixes,
        LocalHostPrefixes = LocalPrefixes,
        Keys = Keys(new KeyRow(Trust, "trustservercertificate") { Written = "TrustServerCertificate" }),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Encrypt, No)) { Remedies = EncryptAndVerify },
            new LossRow(TransportLoss.Authentication, new Condition(Trust, Yes), new Condition(Encrypt, Yes)) { Remedies = Verify },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Encrypt)) { Remedies = EncryptAndVerify }),
        TimeLimits = TimeLimits,
        Sinks = ImmutableArray.CreateRange(TypeSinks("System.Data.SqlClient").Concat(
        [
            SinkRow.Constructor("System.Data.Linq.DataContext"),
            SinkRow.Constructor("System.Data.Entity.DbContext"),
        ])),
    };

    public static readonly Library MicrosoftLibrary = new("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient")
    {
        Namespace = "Microsoft.Data.SqlClient",
        Dialects = ImmutableArray.Create(Microsoft),
        Settings = ImmutableArray.Create(BulkCopy("Microsoft.Data.SqlClient")),
    };

    public static readonly Library SystemLibrary = new("System.Data.SqlClient", "System.Data.SqlClient")
    {
        Namespace = "System.Data.SqlClient",
        Dialects = ImmutableArray.Create(System),
        Settings = ImmutableArray.Create(BulkCopy("System.Data.SqlClient")),
    };

    private static SettingRow BulkCopy(string space) => SettingRow.Set(
        "DIT0306", space + ".SqlBulkCopy", "BulkCopyTimeout", Insecure.Number(0), Remedy.Write(30), "learn.microsoft.com: SqlBulkCopy.BulkCopyTimeout");

    private static ImmutableArray<char> Ends => ImmutableArray.Create(',', '\\', ':');

    private static ImmutableArray<string> Prefixes => ImmutableArray.Create("tcp:", "admin:");

    private static ImmutableArray<string> LocalPrefixes => ImmutableArray.Create("lpc:", "np:\\\\.\\", "\\\\.\\", "(localdb)", "np:(local)");

    private static ImmutableArray<TimeLimitRow> TimeLimits => ImmutableArray.Create(
        new TimeLimitRow("connect timeout", "15", "0"),
        new TimeLimitRow("command timeout", "30", "0"));

    private static ImmutableArray<KeyRow> Keys(params KeyRow[] own) => ImmutableArray.CreateRange(new[]
    {
        new KeyRow(Meaning.Host, "data source", "server", "address", "addr", "network address"),
        new KeyRow(Meaning.Database, "initial catalog", "database"),
        new KeyRow(Meaning.User, "user id", "uid", "user"),
        new KeyRow(Meaning.Password, "password", "pwd"),
        new KeyRow(Encrypt, "encrypt") { Written = "Encrypt" },
        new KeyRow("connect timeout", "connect timeout", "connection timeout", "timeout"),
        new KeyRow(Meaning.Other, CommonKeys),
    }.Concat(own));

    private static IEnumerable<SinkRow> TypeSinks(string space) =>
    [
        SinkRow.Constructor(space + ".SqlConnection"),
        SinkRow.Constructor(space + ".SqlConnectionStringBuilder"),
        SinkRow.Constructor(space + ".SqlDataAdapter"),
        SinkRow.Constructor(space + ".SqlBulkCopy"),
        SinkRow.Of(space + ".SqlConnection", "ConnectionString"),
        SinkRow.Of(space + ".SqlConnectionStringBuilder", "ConnectionString"),
        SinkRow.Of(space + ".SqlDependency", "Start"),
    ];
}
