using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>WebView2.</summary>
internal static class WebView2
{
    public static readonly Library Library = new("WebView2", "Microsoft.Web.WebView2.Core")
    {
        Namespace = "Microsoft.Web.WebView2",
        Callbacks = ImmutableArray.Create(
            CallbackRow.Handler(
                "Microsoft.Web.WebView2.Core.CoreWebView2ServerCertificateErrorDetectedEventArgs", "Action",
                "learn.microsoft.com: CoreWebView2.ServerCertificateErrorDetected") with { Accepting = "AlwaysAllow" }),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Microsoft.Web.WebView2.*", "AdditionalBrowserArguments",
                ChromiumSwitch.Ignores, Remedy.WithoutWord("--ignore-certificate-errors"), ChromiumSwitch.Source),
            SettingRow.Argument(
                "DIT0104", "Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions", ".ctor", "additionalBrowserArguments",
                ChromiumSwitch.Ignores, Remedy.WithoutWord("--ignore-certificate-errors"), ChromiumSwitch.Source)),
    };
}
