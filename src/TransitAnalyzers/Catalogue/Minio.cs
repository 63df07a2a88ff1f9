using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MinIO.</summary>
internal static class Minio
{
    private const string Source = "minio/minio-dotnet tags 3.1.13 to 6.0.5: MinioClientExtensions.cs";

    /// <summary>The same: clear text unless <c>WithSSL</c> is called. What <c>AddMinio</c> configures begins with TLS.</summary>
    private static readonly Dialect Endpoints = new("Minio", ConnectionGrammar.Commas)
    {
        Keys = ImmutableArray.Create(new KeyRow(Meaning.Host, UriParts.Host)),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, Condition.Absent("tls"))
            {
                Advice = "call 'WithSSL()'",
                UnlessSet = ImmutableArray.Create("WithSSL"),
                OnceCalled = "Build",
            }),
        Sinks = ImmutableArray.Create(SinkRow.Of("Minio.*", "WithEndpoint")),
    };

    public static readonly Library Library = new("Minio", "Minio")
    {
        Namespace = "Minio",
        Dialects = ImmutableArray.Create(Endpoints),
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0301", "Minio.*", "WithSSL", "secure", Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
