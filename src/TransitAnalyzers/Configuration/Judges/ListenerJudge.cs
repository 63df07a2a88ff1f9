using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>
/// DIT0405 in configuration files: Kestrel's endpoints, <c>urls</c>, <c>http_ports</c>, and the environment variables of
/// these names. Not reported: loopback; a file, or a service of a compose file, that has an endpoint with HTTPS as well,
/// because requests are then redirected to it, as have other JSON files and the code beside JSON; a service that publishes no
/// port; applications behind a proxy that ends TLS.
/// No edit: HTTPS needs a certificate. Source: dotnet/aspnetcore: ConfigurationReader.cs, AddressBinder.cs.
/// </summary>
internal sealed class ListenerJudge : FileJudge
{
    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_"];

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(WebRules.ListensInClear);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        if (KeyOf(setting, use.File.Format) is not { } key || setting.Value.Text.Length == 0 || setting.Value.Text.IndexOf(MappedText.Hole) >= 0)
            return;
        var isClear = ListenUrls.IsPortsKey(key) || (ListenUrls.IsKey(key) && !ListenUrls.HasHttps(setting.Value.Text) && ListenUrls.InClear(setting.Value.Text).Any());
        if (!isClear || !setting.IsPublished || use.TlsEndsAtProxy || use.Reading.Settings.Any(other => other.Block == setting.Block && IsSecure(other, use.File.Format)))
            return;
        if (use.File.Format is FileFormat.Json && new SecureSiblings(use.Context, ProgramCode.Of(use.Context)).ExcuseSetting(cancellation))
            return;
        if (setting.Value.SourceOf(new TextRange(0, setting.Value.Text.Length)) is { Span: var span })
            findings.Add(new FileFinding(WebRules.ListensInClear, span, ListenUrls.IsPortsKey(key) ? setting.Key + "=" + setting.Value.Text : setting.Value.Text));
    }

    private static bool IsSecure(FileSetting setting, FileFormat format) =>
        KeyOf(setting, format) is { } key
        && (key.Equals("https_ports", StringComparison.OrdinalIgnoreCase) || (ListenUrls.IsKey(key) && ListenUrls.HasHttps(setting.Value.Text)));

    /// <summary>As ASP.NET Core's host asks for it; null for an environment variable that is not for the host.</summary>
    private static string? KeyOf(FileSetting setting, FileFormat format)
    {
        if (format is FileFormat.Json)
            return setting.Key;
        if (format is not (FileFormat.Env or FileFormat.Compose))
            return null;
        foreach (var prefix in Prefixes)
            if (setting.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return setting.Key.Substring(prefix.Length);
        return setting.Key.IndexOf(':') >= 0 ? setting.Key : null;
    }
}
