using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>InfluxDB.Client.</summary>
internal static class InfluxDb
{
    private const string Source = "influxdata/influxdb-client-csharp: Client/InfluxDBClientOptions.cs";

    /// <summary>influxdata/influxdb-client-csharp: InfluxDBClientOptions.cs.</summary>
    public static readonly Dialect Dialect = new("InfluxDB.Client", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("http", "https"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(
            new KeyRow("verify", "verifyssl")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "http")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "https")) },
            new LossRow(TransportLoss.Authentication, new Condition("verify", "false")) { Remedies = ImmutableArray.Create(TextRemedy.Remove("verify", "false")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("InfluxDB.Client.InfluxDBClient"),
            SinkRow.Constructor("InfluxDB.Client.InfluxDBClientOptions"),
            SinkRow.Of("InfluxDB.Client.InfluxDBClientOptions", "Url"),
            SinkRow.Of("InfluxDB.Client.InfluxDBClientFactory", "Create")),
    };

    public static readonly Library Library = new("InfluxDB.Client", "InfluxDB.Client", "InfluxDB.Client.Core")
    {
        Namespace = "InfluxDB.Client",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "InfluxDB.Client.InfluxDBClientOptions", "VerifySsl",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0104", "InfluxDB.Client.InfluxDBClientOptions+Builder", "VerifySsl", "verifySsl",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
