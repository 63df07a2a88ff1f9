using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Snowflake.</summary>
internal static class Snowflake
{
    /// <summary>snowflakedb/snowflake-connector-net: Core/Session/SFSessionProperty.cs: https where nothing is said.</summary>
    public static readonly Dialect Dialect = new("Snowflake.Data", ConnectionGrammar.KeyValue)
    {
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "host", "account"),
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.User, "user"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow("scheme", "scheme")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("scheme", "http")) { Remedies = ImmutableArray.Create(TextRemedy.Set("scheme", "https")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Snowflake.Data.Client.SnowflakeDbConnection"),
            SinkRow.Of("Snowflake.Data.Client.SnowflakeDbConnection", "ConnectionString")),
    };

    public static readonly Library Library = new("Snowflake", "Snowflake.Data")
    {
        Namespace = "Snowflake.Data",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
