using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>InfluxDB.Client.</summary>
internal static class InfluxDb
{
    private const string Source = "influxdata/influxdb-client-csharp: Client/InfluxDBClientOptions.cs";

    public static readonly Library Library = new("InfluxDB.Client", "InfluxDB.Client", "InfluxDB.Client.Core")
    {
        Namespace = "InfluxDB.Client",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "InfluxDB.Client.InfluxDBClientOptions", "VerifySsl",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0104", "InfluxDB.Client.InfluxDBClientOptions+Builder", "VerifySsl", "verifySsl",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
