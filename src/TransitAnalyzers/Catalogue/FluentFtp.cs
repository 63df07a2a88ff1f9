using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>FluentFTP: <c>FtpConfig</c> since 40.0, the client itself before.</summary>
internal static class FluentFtp
{
    private const string Source = "robinrodricks/FluentFTP: FluentFTP/Model/FtpConfig.cs";

    public static readonly Library Library = new("FluentFTP", "FluentFTP")
    {
        Namespace = "FluentFTP",
        Callbacks = ImmutableArray.Create(
            CallbackRow.Handler("FluentFTP.FtpSslValidationEventArgs", "Accept", "robinrodricks/FluentFTP: FluentFTP/Streams/FtpSocketStream.cs")),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "FluentFTP.FtpConfig", "ValidateAnyCertificate",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0104", "FluentFTP.FtpClient", "ValidateAnyCertificate",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0106", "FluentFTP.FtpConfig", "ValidateCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(
                "DIT0106", "FluentFTP.FtpClient", "ValidateCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
