using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The clients of NATS: NATS.Net 2 and NATS.Client 1.</summary>
internal static class Nats
{
    private const string NatsTlsOptsSource = "nats-io/nats.net: src/NATS.Client.Core/NatsTlsOpts.cs";

    private const string OptionsSource = "nats-io/nats.net.v1: src/NATS.Client/Options.cs";

    /// <summary>nats-io/nats.net: Internal/NatsUri.cs, NatsTlsOpts.cs: <c>nats://</c> takes TLS if the server offers it.</summary>
    public static readonly Dialect Dialect = new("NATS", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("nats", "tls", "ws", "wss"),
        RejectsUnknownKeys = false,
        HostSeparator = ',',
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(UriParts.Scheme, "nats")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "tls")), UnlessSet = ImmutableArray.Create("TlsOpts", "Mode") },
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "ws")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "wss")) }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("NATS.Client.Core.NatsOpts", "Url"),
            SinkRow.Constructor("NATS.Net.NatsClient"),
            SinkRow.Constructor("NATS.Client.Core.NatsConnection")),
    };

    /// <summary>nats-io/nats.net.v1: Options.cs, Connection.cs: TLS only where it is asked for.</summary>
    public static readonly Dialect First = new("NATS.Client", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("nats", "tls"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "nats")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "tls")), UnlessSet = ImmutableArray.Create("Secure", "TlsFirst") }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("NATS.Client.Options", "Url"),
            SinkRow.Of("NATS.Client.ConnectionFactory", "CreateConnection")),
    };

    public static readonly Library Library = new("NATS", "NATS.Client.Core", "NATS.Client", "NATS.Net")
    {
        Namespace = "NATS.Client",
        Dialects = ImmutableArray.Create(Dialect, First),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "NATS.Client.Core.NatsTlsOpts", "Mode", Insecure.Member("Disable"), Remedy.WriteMember("Require", orRemove: false), NatsTlsOptsSource),
            SettingRow.Set("DIT0302", "NATS.Client.Core.NatsTlsOpts", "Mode", Insecure.Member("Prefer", "Auto"), Remedy.WriteMember("Require", orRemove: false), NatsTlsOptsSource),
            SettingRow.Set("DIT0301", "NATS.Client.Options", "Secure", Insecure.False, Remedy.Write(true, orRemove: false), OptionsSource),
            SettingRow.Set(
                "DIT0104", "NATS.Client.Core.NatsTlsOpts", "InsecureSkipVerify",
                Insecure.True, Remedy.Write(false), NatsTlsOptsSource),
            SettingRow.Set(
                "DIT0106", "NATS.Client.Options", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), OptionsSource)),
    };
}
