using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Firebird.</summary>
internal static class Firebird
{
    private const string Crypt = "wire crypt";

    private static readonly ImmutableArray<TextRemedy> Require = ImmutableArray.Create(TextRemedy.Set(Crypt, "Required"));

    /// <summary>FirebirdSQL/NETProvider: Common/ConnectionString.cs: Enabled where nothing is said. There are no certificates.</summary>
    public static readonly Dialect Dialect = new("FirebirdSql.Data", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("FirebirdSql.Data.FirebirdClient.FbConnectionStringBuilder"),
        ObjectMembers = ImmutableArray.Create("WireCrypt", "Password"),
        RejectsUnknownKeys = false,
        Local = ImmutableArray.Create(new Condition("type", "embedded", "1")),
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "data source", "datasource", "server", "host"),
            new KeyRow(Meaning.Port, "port", "port number"),
            new KeyRow(Meaning.User, "user id", "uid", "user", "username", "user name"),
            new KeyRow(Meaning.Password, "password", "user password"),
            new KeyRow(Meaning.Database, "database", "initial catalog"),
            new KeyRow(Crypt, "wire crypt", "wirecrypt") { Written = "wire crypt" },
            new KeyRow("type", "server type", "servertype"),
            new KeyRow("timeout", "connection timeout", "timeout")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Crypt, "disabled", "0")) { Remedies = Require },
            new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(Crypt, "enabled", "1")) { Remedies = Require },
            new LossRow(TransportLoss.EncryptionWhenStripped, Condition.Absent(Crypt)) { Remedies = Require }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("FirebirdSql.Data.FirebirdClient.FbConnection"),
            SinkRow.Constructor("FirebirdSql.Data.FirebirdClient.FbConnectionStringBuilder"),
            SinkRow.Of("FirebirdSql.Data.FirebirdClient.FbConnection", "ConnectionString"),
            SinkRow.Method("UseFirebird")),
    };

    public static readonly Library Library = new("Firebird", "FirebirdSql.Data.FirebirdClient")
    {
        Namespace = "FirebirdSql.Data.FirebirdClient",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
