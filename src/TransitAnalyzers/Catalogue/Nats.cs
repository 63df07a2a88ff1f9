using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The clients of NATS: NATS.Net 2 and NATS.Client 1.</summary>
internal static class Nats
{
    private const string NatsTlsOptsSource = "nats-io/nats.net: src/NATS.Client.Core/NatsTlsOpts.cs";

    private const string OptionsSource = "nats-io/nats.net.v1: src/NATS.Client/Options.cs";

    public static readonly Library Library = new("NATS", "NATS.Client.Core", "NATS.Client", "NATS.Net")
    {
        Namespace = "NATS.Client",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "NATS.Client.Core.NatsTlsOpts", "InsecureSkipVerify",
                Insecure.True, Remedy.Write(false), NatsTlsOptsSource),
            SettingRow.Set(
                "DIT0106", "NATS.Client.Options", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), OptionsSource)),
    };
}
