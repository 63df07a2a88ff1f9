using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Confluent's client of the schema registry.</summary>
internal static class ConfluentSchemaRegistry
{
    private const string Source = "confluentinc/confluent-kafka-dotnet: src/Confluent.SchemaRegistry/SchemaRegistryConfig.cs";

    public static readonly Library Library = new("Confluent.SchemaRegistry", "Confluent.SchemaRegistry")
    {
        Namespace = "Confluent.SchemaRegistry",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Confluent.SchemaRegistry.SchemaRegistryConfig", "EnableSslCertificateVerification",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Entry(
                "DIT0104", "schema.registry.enable.ssl.certificate.verification",
                Insecure.Text("false"), Remedy.Write("true"), Source)),
    };
}
