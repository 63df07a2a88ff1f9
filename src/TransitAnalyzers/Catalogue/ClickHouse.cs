using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The HTTP clients of ClickHouse: ClickHouse.Client, and ClickHouse.Driver after it.</summary>
internal static class ClickHouse
{
    private static readonly ImmutableArray<TextRemedy> Https = ImmutableArray.Create(
        TextRemedy.Set("protocol", "https"), TextRemedy.Change(Meaning.Port, "8443", "8123"));

    private const string Source = "ClickHouse/clickhouse-cs: ClickHouse.Driver/ADO/ClickHouseClientSettings.cs";

    /// <summary>DarkWanderer/ClickHouse.Client: ADO/ClickHouseConnectionStringBuilder.cs: http where nothing is said.</summary>
    public static readonly Dialect Dialect = new("ClickHouse", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("ClickHouse.Client.ADO.ClickHouseConnectionStringBuilder", "ClickHouse.Driver.ADO.ClickHouseConnectionStringBuilder", "ClickHouse.Driver.ADO.ClickHouseClientSettings"),
        ObjectMembers = ImmutableArray.Create("Protocol", "Password"),
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "host"),
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.User, "username"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow(Meaning.Database, "database"),
            new KeyRow("protocol", "protocol") { Written = "Protocol" },
            new KeyRow("timeout", "timeout")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("protocol", "http")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, Condition.Absent("protocol")) { Remedies = Https }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("ClickHouse.Client.ADO.ClickHouseConnection"),
            SinkRow.Constructor("ClickHouse.Client.ADO.ClickHouseConnectionStringBuilder"),
            SinkRow.Constructor("ClickHouse.Driver.ADO.ClickHouseConnection"),
            SinkRow.Constructor("ClickHouse.Driver.ADO.ClickHouseConnectionStringBuilder"),
            SinkRow.Constructor("ClickHouse.Driver.ADO.ClickHouseClientSettings"),
            SinkRow.Constructor("ClickHouse.Driver.ADO.ClickHouseDataSource"),
            SinkRow.Constructor("ClickHouse.Driver.ClickHouseClient"),
            SinkRow.Constructor("ClickHouse.Driver.Copy.ClickHouseBulkCopy"),
            SinkRow.Of("ClickHouse.Client.ADO.ClickHouseConnection", "ConnectionString"),
            SinkRow.Of("ClickHouse.Driver.ADO.ClickHouseConnection", "ConnectionString"),
            SinkRow.Method("UseClickHouse"),
            SinkRow.Method("AddClickHouse"),
            SinkRow.Method("AddClickHouseDataSource")),
    };

    public static readonly Library Library = new("ClickHouse", "ClickHouse.Client", "ClickHouse.Driver")
    {
        Namespace = "ClickHouse",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "ClickHouse.Driver.ADO.ClickHouseClientSettings", "SkipServerCertificateValidation",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Argument(
                "DIT0104", "ClickHouse.Driver.ADO.ClickHouseConnection", ".ctor", "skipServerCertificateValidation",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
