using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Couchbase. The switches moved from the options of the cluster to settings of their own in 3.9.</summary>
internal static class Couchbase
{
    private const string Source = "couchbase/couchbase-net-client: src/Couchbase/Core/IO/Authentication/TlsSettings.cs";

    /// <summary>couchbase/couchbase-net-client: ConnectionString.cs, CStringParams.cs.</summary>
    public static readonly Dialect Dialect = new("Couchbase", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("couchbase", "couchbases", "http"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(
            new KeyRow("tls", "enable_tls")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("tls", "false")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "couchbases"), TextRemedy.Remove("tls", "false")) },
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "couchbase"), Condition.Absent("tls")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "couchbases")), UnlessSet = ImmutableArray.Create("EnableTls") }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("Couchbase.Cluster", "ConnectAsync"),
            SinkRow.Of("Couchbase.ClusterOptions", "ConnectionString"),
            SinkRow.Of("Couchbase.ClusterOptions", "WithConnectionString")),
    };

    public static readonly Library Library = new("Couchbase", "Couchbase.NetClient")
    {
        Namespace = "Couchbase",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "Couchbase.ClusterOptions", "EnableTls", Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0105", "Couchbase.*", "KvIgnoreRemoteCertificateNameMismatch",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0105", "Couchbase.*", "HttpIgnoreRemoteCertificateMismatch",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0105", "Couchbase.*", "HttpIgnoreRemoteCertificateNameMismatch",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0105", "Couchbase.*", "IgnoreRemoteCertificateNameMismatch",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0106", "Couchbase.*", "EnableCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
