using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MongoDB.Driver.</summary>
internal static class MongoDb
{
    private const string SslSettingsSource = "mongodb/mongo-csharp-driver: src/MongoDB.Driver/SslSettings.cs";

    private const string MongoUrlBuilderSource = "mongodb/mongo-csharp-driver: src/MongoDB.Driver/MongoUrlBuilder.cs";

    private const string Tls = "tls";
    private const string TlsInsecure = "tlsInsecure";
    private const string VerifyCertificate = "sslVerifyCertificate";

    /// <summary>Repeated options must agree, and <c>tlsInsecure</c> is not allowed beside options that say otherwise.</summary>
    private static readonly ImmutableArray<TextRemedy> VerifyServer = ImmutableArray.Create(
        TextRemedy.Remove(TlsInsecure, "true"), TextRemedy.Remove(VerifyCertificate, "false"));

    private static readonly ImmutableArray<TextRemedy> Encrypt = ImmutableArray.Create(
        TextRemedy.Set(Tls, "true"), TextRemedy.Remove(TlsInsecure, "true"), TextRemedy.Remove(VerifyCertificate, "false"));

    /// <summary>mongodb/mongo-csharp-driver: src/MongoDB.Driver/Core/Configuration/ConnectionString.cs.</summary>
    public static readonly Dialect Dialect = new("MongoDB.Driver", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("mongodb", "mongodb+srv"),
        RejectsUnknownKeys = false,
        RepeatedKeysMustAgree = true,
        SetBy = ImmutableArray.Create("UseTls", "UseSsl"),
        Keys = UriParts.Keys(
            new KeyRow(Tls, "tls", "ssl"),
            new KeyRow(TlsInsecure, "tlsinsecure"),
            new KeyRow(VerifyCertificate, "sslverifycertificate")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Tls, "false")) { Remedies = Encrypt },
            new LossRow(TransportLoss.Authentication, new Condition(TlsInsecure, "true"), new Condition(Tls, "true")) { Remedies = VerifyServer },
            new LossRow(TransportLoss.Authentication, new Condition(TlsInsecure, "true"), new Condition(UriParts.Scheme, "mongodb+srv")) { Remedies = VerifyServer },
            new LossRow(TransportLoss.Authentication, new Condition(VerifyCertificate, "false"), new Condition(Tls, "true")) { Remedies = VerifyServer },
            new LossRow(TransportLoss.Authentication, new Condition(VerifyCertificate, "false"), new Condition(UriParts.Scheme, "mongodb+srv")) { Remedies = VerifyServer },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Tls), new Condition(UriParts.Scheme, "mongodb")) { Remedies = Encrypt }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("MongoDB.Driver.MongoClient"),
            SinkRow.Constructor("MongoDB.Driver.MongoUrl"),
            SinkRow.Constructor("MongoDB.Driver.MongoUrlBuilder"),
            SinkRow.Of("MongoDB.Driver.MongoUrl", "Create"),
            SinkRow.Of("MongoDB.Driver.MongoClientSettings", "FromConnectionString"),
            SinkRow.Of("MongoDB.Driver.MongoClientSettings", "FromUrl"),
            SinkRow.Constructor("Hangfire.Mongo.MongoStorage"),
            SinkRow.Method("UseMongoDB"),
            SinkRow.Method("AddMongoDb"),
            SinkRow.Method("UseMongoStorage"),
            SinkRow.Method("MongoDB"),
            SinkRow.Method("MongoDBBson")),
    };

    /// <summary>mongodb/mongo-csharp-driver: src/MongoDB.Driver/MongoClientSettings.cs, MongoUrlBuilder.cs.</summary>
    public static readonly Dialect Options = new("MongoDB.Driver", ConnectionGrammar.KeyValue)
    {
        Objects = ImmutableArray.Create("MongoDB.Driver.MongoClientSettings", "MongoDB.Driver.MongoUrlBuilder"),
        ObjectMembers = ImmutableArray.Create("UseTls", "UseSsl", "AllowInsecureTls", "VerifySslCertificate", "Password"),
        RejectsUnknownKeys = false,
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, "server"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow(Tls, "usetls", "usessl") { Written = "UseTls" },
            new KeyRow("hosts", "servers", "scheme", "clusterconfigurator"),
            new KeyRow(TlsInsecure, "allowinsecuretls"),
            new KeyRow(VerifyCertificate, "verifysslcertificate")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Tls, "false")) { Remedies = ImmutableArray.Create(TextRemedy.Set(Tls, "true")) },
            new LossRow(TransportLoss.Authentication, new Condition(TlsInsecure, "true")) { Remedies = ImmutableArray.Create(TextRemedy.Change(TlsInsecure, "false", "true")) },
            new LossRow(TransportLoss.Authentication, new Condition(VerifyCertificate, "false")) { Remedies = ImmutableArray.Create(TextRemedy.Change(VerifyCertificate, "true", "false")) },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Tls), Condition.Absent("hosts")) { Remedies = ImmutableArray.Create(TextRemedy.Set(Tls, "true")) }),
    };

    public static readonly Library Library = new("MongoDB.Driver", "MongoDB.Driver")
    {
        Namespace = "MongoDB.Driver",
        Dialects = ImmutableArray.Create(Dialect, Options),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "MongoDB.Driver.SslSettings", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), SslSettingsSource),
            SettingRow.Set(
                "DIT0106", "MongoDB.Driver.MongoUrlBuilder", "TlsDisableCertificateRevocationCheck",
                Insecure.True, Remedy.Write(false, orRemove: false), MongoUrlBuilderSource)),
    };
}
