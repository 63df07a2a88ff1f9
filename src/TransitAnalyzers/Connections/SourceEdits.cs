using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections;

/// <summary>
/// The remedy of a finding travels with its diagnostic: the literal stands where it stands, but the sink that gave the
/// dialect, and so the judgement, may be in another file.
/// </summary>
internal static class SourceEdits
{
    public const string Property = "edits";

    private const string CompletionProperty = "completion";

    public static ImmutableDictionary<string, string?> Properties(ImmutableArray<SourceChange> changes, Completion? completion)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (completion is not null)
            properties = properties.Add(CompletionProperty, string.Join("|", completion.Part, completion.Member, completion.Code));
        if (changes.IsEmpty)
            return properties;
        var text = new StringBuilder();
        foreach (var change in changes)
            text.Append(change.Span.Start.ToString(CultureInfo.InvariantCulture)).Append(':')
                .Append(change.Span.Length.ToString(CultureInfo.InvariantCulture)).Append(':')
                .Append(change.NewText.Length.ToString(CultureInfo.InvariantCulture)).Append(':')
                .Append(change.NewText);
        return properties.Add(Property, text.ToString());
    }

    public static ImmutableArray<TextChange> Read(ImmutableDictionary<string, string?> properties)
    {
        if (!properties.TryGetValue(Property, out var text) || text is null)
            return ImmutableArray<TextChange>.Empty;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var at = 0;
        while (at < text.Length)
        {
            var start = Number(text, ref at);
            var length = Number(text, ref at);
            var newLength = Number(text, ref at);
            changes.Add(new TextChange(new TextSpan(start, length), text.Substring(at, newLength)));
            at += newLength;
        }

        return changes.ToImmutable();
    }

    /// <summary>What has to follow in code, if the edits are to mend it.</summary>
    public static Completion? CompletionOf(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(CompletionProperty, out var text) && text?.Split('|') is { Length: 3 } parts
            ? new Completion(parts[0], parts[1], parts[2])
            : null;

    private static int Number(string text, ref int at)
    {
        var end = text.IndexOf(':', at);
        var number = int.Parse(text.Substring(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
        at = end + 1;
        return number;
    }
}
