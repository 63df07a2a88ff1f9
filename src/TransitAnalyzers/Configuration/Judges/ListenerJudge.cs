using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>
/// DIT0405 in configuration files: Kestrel's endpoints and <c>urls</c>. Not reported: loopback; a file that has an endpoint
/// with HTTPS as well, because requests are then redirected to it; applications behind a proxy that ends TLS; environment
/// variables, which belong to the container and not to the application. No edit: HTTPS needs a certificate.
/// Source: dotnet/aspnetcore: ConfigurationReader.cs, AddressBinder.cs.
/// </summary>
internal sealed class ListenerJudge : FileJudge
{
    private const string Endpoints = "Kestrel:Endpoints:";
    private const string Url = ":Url";

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(WebRules.ListensInClear);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        if (use.File.Format != FileFormat.Json || !IsListener(setting.Key) || setting.Value.Text.IndexOf(MappedText.Hole) >= 0)
            return;
        var isClear = setting.Value.Text.Split(';').All(IsClear);
        if (!isClear || use.TlsEndsAtProxy || use.Reading.Settings.Any(other => IsListener(other.Key) && other.Value.Text.IndexOf("https://", StringComparison.OrdinalIgnoreCase) >= 0))
            return;
        if (setting.Value.SourceOf(new TextRange(0, setting.Value.Text.Length)) is { Span: var span })
            findings.Add(new FileFinding(WebRules.ListensInClear, span, setting.Value.Text));
    }

    private static bool IsListener(string key) =>
        key.Equals("urls", StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith(Endpoints, StringComparison.OrdinalIgnoreCase) && key.EndsWith(Url, StringComparison.OrdinalIgnoreCase)
            && key.IndexOf(':', Endpoints.Length) == key.Length - Url.Length);

    /// <summary>An <c>http://</c> address that other machines reach; <c>*</c> and <c>+</c> are all addresses.</summary>
    private static bool IsClear(string url)
    {
        const string Scheme = "http://";
        var address = url.Trim();
        if (!address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var host = address.Substring(Scheme.Length).Split('/')[0];
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
            host = host.Substring(0, colon);
        return host.Length > 0 && !HostNames.IsLocal(host);
    }
}
