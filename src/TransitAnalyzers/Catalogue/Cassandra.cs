using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>DataStax's driver of Apache Cassandra.</summary>
internal static class Cassandra
{
    private const string Source = "datastax/csharp-driver: src/Cassandra/SSLOptions.cs";

    /// <summary>src/Cassandra/Builder.cs: clear text unless <c>WithSSL</c> is called; a bundle of the cloud brings TLS along.</summary>
    private static readonly Dialect ContactPoints = new("Cassandra", ConnectionGrammar.Commas)
    {
        Keys = ImmutableArray.Create(new KeyRow(Meaning.Host, UriParts.Host)),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, Condition.Absent("tls"))
            {
                Advice = "call 'WithSSL(new SSLOptions(SslProtocols.Tls12, true, null))'",
                UnlessSet = ImmutableArray.Create("WithSSL", "WithCloudSecureConnectionBundle"),
                OnceCalled = "Build",
            }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("Cassandra.Builder", "AddContactPoint"),
            SinkRow.Of("Cassandra.Builder", "AddContactPoints")),
    };

    /// <summary>src/Cassandra/CassandraConnectionStringBuilder.cs: no key says anything about TLS.</summary>
    private static readonly Dialect Strings = new("Cassandra (ADO.NET)", ConnectionGrammar.KeyValue)
    {
        HostSeparator = ',',
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "contact points"),
            new KeyRow(Meaning.Port, "port"),
            new KeyRow(Meaning.User, "username"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow(Meaning.Database, "default keyspace"),
            new KeyRow(Meaning.Other, "cluster name")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, Condition.Absent("tls"))
            {
                Advice = "call 'WithSSL(new SSLOptions(SslProtocols.Tls12, true, null))' on the builder",
                UnlessSet = ImmutableArray.Create("WithSSL"),
            }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("Cassandra.Builder", "WithConnectionString"),
            SinkRow.Constructor("Cassandra.Data.CqlConnection"),
            SinkRow.Of("Cassandra.Data.CqlConnection", "ConnectionString")),
    };

    public static readonly Library Library = new("Cassandra", "Cassandra")
    {
        Namespace = "Cassandra",
        Dialects = ImmutableArray.Create(ContactPoints, Strings),
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0106", "Cassandra.SSLOptions", "SetCertificateRevocationCheck", "flag",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Argument(
                "DIT0106", "Cassandra.SSLOptions", ".ctor", "checkCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            // Nobody names a version: it is TLS 1.0 alone.
            SettingRow.Call("DIT0201", "Cassandra.Builder", "WithSSL", Remedy.None, Source) with { ArgumentCount = 0, Loss = "TLS 1.0 alone" },
            SettingRow.Call("DIT0201", "Cassandra.SSLOptions", ".ctor", Remedy.None, Source) with { ArgumentCount = 0, Loss = "TLS 1.0 alone" }),
    };
}
