using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MinIO.</summary>
internal static class Minio
{
    public static readonly Library Library = new("Minio", "Minio")
    {
        Namespace = "Minio",
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0301", "Minio.*", "WithSSL", "secure", Insecure.False, Remedy.Write(true, orRemove: false), "minio/minio-dotnet tags 3.1.13 to 6.0.5: MinioClientExtensions.cs")),
    };
}
