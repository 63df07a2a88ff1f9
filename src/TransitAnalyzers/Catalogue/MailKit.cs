using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>MailKit.</summary>
internal static class MailKit
{
    private const string Source = "jstedfast/MailKit: MailKit/MailService.cs";

    public static readonly Library Library = new("MailKit", "MailKit")
    {
        Namespace = "MailKit",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "MailKit.MailService", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Set(
                "DIT0106", "MailKit.IMailService", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), Source),
            SettingRow.Set(
                "DIT0106", "MailKit.Net.Proxy.HttpsProxyClient", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), "jstedfast/MailKit: MailKit/Net/Proxy/HttpsProxyClient.cs")),
    };
}
