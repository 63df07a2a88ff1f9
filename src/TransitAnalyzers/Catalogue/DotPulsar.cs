using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>DotPulsar.</summary>
internal static class DotPulsar
{
    private const string Source = "apache/pulsar-dotpulsar: src/DotPulsar/Abstractions/IPulsarClientBuilder.cs";

    public static readonly Library Library = new("DotPulsar", "DotPulsar")
    {
        Namespace = "DotPulsar",
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0104", "DotPulsar.Abstractions.IPulsarClientBuilder", "VerifyCertificateAuthority", "verifyCertificateAuthority",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Argument(
                "DIT0105", "DotPulsar.Abstractions.IPulsarClientBuilder", "VerifyCertificateName", "verifyCertificateName",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
