using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Couchbase. The switches moved from the options of the cluster to settings of their own in 3.9.</summary>
internal static class Couchbase
{
    private const string Source = "couchbase/couchbase-net-client: src/Couchbase/Core/IO/Authentication/TlsSettings.cs";

    public static readonly Library Library = new("Couchbase", "Couchbase.NetClient")
    {
        Namespace = "Couchbase",
        Settings = ImmutableArray.Create(
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
