using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>
/// What configuration files say of a web application: URLs and Kestrel's endpoints, <c>RequireHttpsMetadata</c> of
/// authentication schemes, <c>requireSSL</c> of System.Web.
/// https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints
/// </summary>
internal sealed class WebSettingsJudge : FileJudge
{
    private const string Endpoints = "Kestrel:Endpoints:";
    private const string Schemes = "Authentication:Schemes:";

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } =
        ImmutableArray.Create(WebRules.ListensInClear, WebRules.MetadataOverHttp, WebRules.InsecureCookie);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var text = setting.Value.Text;
        if (IsListenKey(setting.Key))
            JudgeUrls(setting, use, findings);
        else if (setting.Key.StartsWith(Schemes, StringComparison.OrdinalIgnoreCase) && EndsWith(setting.Key, ":RequireHttpsMetadata") && IsFalse(text))
            Add(setting, findings, WebRules.MetadataOverHttp, "RequireHttpsMetadata", "true", string.Empty, "set it to 'true'");
        else if ((EndsWith(setting.Key, "/httpCookies/@requireSSL") || EndsWith(setting.Key, "/forms/@requireSSL") || EndsWith(setting.Key, "/@cookieRequireSSL")) && IsFalse(text))
            Add(setting, findings, WebRules.InsecureCookie, setting.Key.Substring(setting.Key.LastIndexOf('@') + 1), "true", string.Empty, "set it to 'true'");
    }

    private static void JudgeUrls(FileSetting setting, SettingUse use, List<FileFinding> findings)
    {
        if (use.Context.SettingsFor(use.File.File).TlsEndsAtProxy || use.Context.AnySettings.TlsEndsAtProxy || ListenUrls.HasHttps(setting.Value.Text))
            return;
        if (use.Reading.Settings.Any(other => other.Block == setting.Block && IsListenKey(other.Key) && ListenUrls.HasHttps(other.Value.Text)))
            return;
        foreach (var (range, secure) in ListenUrls.InClear(setting.Value.Text))
        {
            if (setting.Value.SourceOf(range) is not { Span: var span })
                continue;
            var changes = setting.Value.ChangesOf(ImmutableArray.Create(secure));
            findings.Add(new FileFinding(WebRules.ListensInClear, span, setting.Value.Text.Substring(range.Start, range.Length))
            {
                EditTitle = "Listen on HTTPS (needs a certificate)",
                Edit = ImmutableArray.CreateRange(changes.Select(static change => new TextChange(change.Span, change.NewText))),
            });
        }
    }

    private static void Add(FileSetting setting, List<FileFinding> findings, DiagnosticDescriptor rule, string thing, string secure, params object[] details)
    {
        var whole = new TextRange(0, setting.Value.Text.Length);
        if (setting.Value.SourceOf(whole) is not { Span: var span })
            return;
        var changes = setting.Value.ChangesOf(ImmutableArray.Create(new TextEdit(whole, secure)));
        findings.Add(new FileFinding(rule, span, thing, details)
        {
            EditTitle = $"Set '{thing}' to '{secure}'",
            Edit = ImmutableArray.CreateRange(changes.Select(static change => new TextChange(change.Span, change.NewText))),
        });
    }

    private static bool IsListenKey(string key) =>
        (key.StartsWith(Endpoints, StringComparison.OrdinalIgnoreCase) && EndsWith(key, ":Url"))
        || key.Equals("urls", StringComparison.OrdinalIgnoreCase)
        || key.Equals("ASPNETCORE_URLS", StringComparison.OrdinalIgnoreCase)
        || key.Equals("DOTNET_URLS", StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string key, string end) => key.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool IsFalse(string text) => text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
}
