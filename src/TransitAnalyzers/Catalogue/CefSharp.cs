using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>CefSharp.</summary>
internal static class CefSharp
{
    private const string CefSettingsBaseSource = "cefsharp/CefSharp: CefSharp.Core/CefSettingsBase.cs";

    public static readonly Library Library = new("CefSharp", "CefSharp", "CefSharp.Core")
    {
        Namespace = "CefSharp",
        Callbacks = ImmutableArray.Create(
            CallbackRow.CallingMethod("CefSharp.IRequestHandler", "OnCertificateError", "Continue", "cefsharp/CefSharp: CefSharp/Handler/RequestHandler.cs"),
            CallbackRow.CallingMethod("CefSharp.Handler.RequestHandler", "OnCertificateError", "Continue", "cefsharp/CefSharp: CefSharp/Handler/RequestHandler.cs")),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "CefSharp.CefSettingsBase", "IgnoreCertificateErrors",
                Insecure.True, Remedy.Write(false), CefSettingsBaseSource),
            SettingRow.Set(
                "DIT0104", "CefSharp.CefSettings", "IgnoreCertificateErrors",
                Insecure.True, Remedy.Write(false), CefSettingsBaseSource),
            SettingRow.Argument(
                "DIT0104", "CefSharp.*", "Add", "key",
                ChromiumSwitch.Ignores, Remedy.Remove, ChromiumSwitch.Source),
            SettingRow.Entry("DIT0104", "ignore-certificate-errors", Insecure.NotNull, Remedy.Remove, ChromiumSwitch.Source)),
    };
}
