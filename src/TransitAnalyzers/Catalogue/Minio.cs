using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MinIO.</summary>
internal static class Minio
{
    private const string Source = "minio/minio-dotnet tags 3.1.13 to 7.0.0: MinioClientExtensions.cs";

    private static readonly LossRow WithoutSsl = new(TransportLoss.Encryption, Condition.Absent("tls"))
    {
        Advice = "call 'WithSSL()'",
        UnlessSet = ImmutableArray.Create("WithSSL"),
        OnceCalled = "Build",
    };

    /// <summary>
    /// The same: clear text unless <c>WithSSL</c> is called. What <c>AddMinio</c> configures begins with TLS. A text with a scheme is
    /// refused (InvalidEndpointException).
    /// </summary>
    private static readonly Dialect Endpoints = new("Minio", ConnectionGrammar.Commas)
    {
        Keys = ImmutableArray.Create(new KeyRow(Meaning.Host, UriParts.Host)),
        Losses = ImmutableArray.Create(WithoutSsl),
        Sinks = ImmutableArray.Create(SinkRow.Of("Minio.*", "WithEndpoint") with { Parameter = "endpoint" }),
    };

    /// <summary>Of a <c>Uri</c>, host and port alone are taken from 6.0.1 on: <c>https</c> goes in clear text all the same. Before, it was refused.</summary>
    private static readonly Dialect Addresses = new("Minio", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("http", "https"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(WithoutSsl with { Since = 6 }),
        Sinks = ImmutableArray.Create(SinkRow.Of("Minio.*", "WithEndpoint") with { Parameter = "url" }),
    };

    public static readonly Library Library = new("Minio", "Minio")
    {
        Namespace = "Minio",
        Dialects = ImmutableArray.Create(Endpoints, Addresses),
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0301", "Minio.*", "WithSSL", "secure", Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
