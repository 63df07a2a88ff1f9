using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>IBM's drivers for Db2.</summary>
internal static class Db2
{
    private static readonly string[] Spaces = ["IBM.Data.DB2", "IBM.Data.DB2.Core", "IBM.Data.Db2"];

    /// <summary>ibm.com/docs: "ConnectionString property" of DB2Connection and the CLI keywords of the same names.</summary>
    public static readonly Dialect Dialect = new("Db2", ConnectionGrammar.KeyValue)
    {
        // The driver knows many keywords more, so a string without its own ones is not told from others'.
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "server"),
            new KeyRow(Meaning.Database, "database"),
            new KeyRow(Meaning.User, "uid", "user id", "userid"),
            new KeyRow(Meaning.Password, "pwd", "password"),
            new KeyRow("security", "security") { Written = "Security" },
            new KeyRow("name", "sslclienthostnamevalidation")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.HostName, new Condition("name", "off")) { Remedies = ImmutableArray.Create(TextRemedy.Change("name", "Basic", "off")) },
            new LossRow(TransportLoss.Encryption, Condition.Absent("security")) { Remedies = ImmutableArray.Create(TextRemedy.Set("security", "SSL")) }),
        Sinks = ImmutableArray.CreateRange(Spaces.SelectMany(space => new[]
        {
            SinkRow.Constructor(space + ".DB2Connection"),
            SinkRow.Constructor(space + ".DB2ConnectionStringBuilder"),
            SinkRow.Of(space + ".DB2Connection", "ConnectionString"),
        }).Append(SinkRow.Method("UseDb2"))),
    };

    public static readonly Library Library = new("Db2", "IBM.Data.Db2", "IBM.Data.DB2.Core", "IBM.Data.DB2")
    {
        Namespace = "IBM.Data",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
