using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>
/// Settings that frameworks read themselves, by the rows of the catalogue: Kestrel, YARP, authentication schemes,
/// <c>&lt;system.net&gt;</c>, <c>&lt;system.web&gt;</c>, <c>&lt;system.serviceModel&gt;</c>, switches of the runtime.
/// </summary>
internal sealed class KnownSettingJudge : FileJudge
{
    private const string ClearText = "http://";

    private static readonly char[] Separators = [':', '/'];

    private static readonly ImmutableArray<(FileRow Row, string[] Segments)> Rows =
        ImmutableArray.CreateRange(ConfigurationKeys.All.Select(row => (row, row.Key.Split(Separators))));

    /// <summary>The last segments of all rows: what most settings of a file do not have.</summary>
    private static readonly ImmutableHashSet<string> Ends = ImmutableHashSet.CreateRange(
        StringComparer.OrdinalIgnoreCase, Rows.Select(row => row.Segments.Last(segment => segment[0] != '*')));

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(
        ProtocolRules.ObsoleteVersion,
        ProtocolRules.NoEncryption,
        ProtocolRules.RuntimeSwitch,
        CertificateRules.ValidationSwitchedOff,
        CertificateRules.HostNameNotVerified,
        CertificateRules.RevocationNotChecked,
        WebRules.MetadataOverHttp,
        WebRules.InsecureCookie);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var segments = setting.Key.Split(Separators);
        var name = NameOf(segments);
        if (!Ends.Contains(name))
            return;
        foreach (var (row, pattern) in Rows)
        {
            if (Rules.FirstOrDefault(rule => rule.Id == row.Rule) is not { } rule || !Matches(pattern, segments))
                continue;
            foreach (var range in Items(row, setting.Value.Text))
                if (Loss(row, setting.Value.Text.Substring(range.Start, range.Length), use) is { } loss)
                    findings.Add(Finding(rule, row, name, setting, range, loss, use));
        }
    }

    /// <summary>Compares from both ends; <c>**</c>, of which there is one at most, takes what is left.</summary>
    internal static bool Matches(string[] pattern, string[] segments)
    {
        var any = Array.IndexOf(pattern, "**");
        if (any < 0 ? pattern.Length != segments.Length : pattern.Length - 1 > segments.Length)
            return false;
        for (var i = 0; i < (any < 0 ? pattern.Length : any); i++)
            if (!IsMatch(pattern[i], segments[i]))
                return false;
        for (var i = 1; any >= 0 && i < pattern.Length - any; i++)
            if (!IsMatch(pattern[pattern.Length - i], segments[segments.Length - i]))
                return false;
        return true;
    }

    private static bool IsMatch(string pattern, string segment) => pattern == "*" || pattern.Equals(segment, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last segment that is no place in an array.</summary>
    private static string NameOf(string[] segments)
    {
        var last = segments[segments.Length - 1];
        return segments.Length > 1 && last.Length > 0 && last.All(c => c is >= '0' and <= '9') ? segments[segments.Length - 2] : last;
    }

    private static IEnumerable<TextRange> Items(FileRow row, string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = row.Separator == default ? -1 : text.IndexOf(row.Separator, start);
            if (end < 0)
                end = text.Length;
            int from = start, to = end;
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                yield return TextRange.FromBounds(from, to);
            start = end + 1;
        }
    }

    private static string? Loss(FileRow row, string value, SettingUse use)
    {
        if (!row.IsAddress)
            return row.Insecure.Where(insecure => insecure.Value.Equals(value, StringComparison.OrdinalIgnoreCase)).Select(insecure => insecure.Loss).FirstOrDefault();
        if (!value.StartsWith(ClearText, StringComparison.OrdinalIgnoreCase) || value.IndexOf(MappedText.Hole) >= 0
            || !Uri.TryCreate(value, UriKind.Absolute, out var address))
            return null;
        return HostNames.IsLocal(address.Host) || HostNames.IsTrusted(address.Host, use.TrustedHosts) ? null : string.Empty;
    }

    private static FileFinding Finding(DiagnosticDescriptor rule, FileRow row, string name, FileSetting setting, TextRange range, string loss, SettingUse use)
    {
        var text = setting.Value.Text.Substring(range.Start, range.Length);
        var replaced = row.IsAddress ? range with { Length = ClearText.IndexOf(':') } : range;
        var thing = row.Separator != default ? text : name[0] == '@' ? $"{name.Substring(1)}=\"{text}\"" : $"{name}: {text}";
        var span = setting.Value.SourceOf(range)?.Span ?? new TextSpan(setting.Anchor, 0);
        return new FileFinding(rule, span, thing, loss, row.IsAddress ? "use 'https://'" : $"use '{row.Secure}'")
        {
            EditTitle = $"Write '{row.Secure}' in {System.IO.Path.GetFileName(use.File.Path)}",
            Edit = setting.Value.ChangeOf(new TextEdit(replaced, row.Secure)) is { } change
                ? ImmutableArray.Create(new TextChange(change.Span, change.NewText))
                : ImmutableArray<TextChange>.Empty,
        };
    }
}
