using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MongoDB.Driver.</summary>
internal static class MongoDb
{
    private const string SslSettingsSource = "mongodb/mongo-csharp-driver: src/MongoDB.Driver/SslSettings.cs";

    private const string MongoUrlBuilderSource = "mongodb/mongo-csharp-driver: src/MongoDB.Driver/MongoUrlBuilder.cs";

    public static readonly Library Library = new("MongoDB.Driver", "MongoDB.Driver")
    {
        Namespace = "MongoDB.Driver",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "MongoDB.Driver.SslSettings", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), SslSettingsSource),
            SettingRow.Set(
                "DIT0106", "MongoDB.Driver.MongoUrlBuilder", "TlsDisableCertificateRevocationCheck",
                Insecure.True, Remedy.Write(false, orRemove: false), MongoUrlBuilderSource)),
    };
}
