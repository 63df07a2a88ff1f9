using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections;

/// <summary>
/// Turns remedies into edits of the text: the last of several synonyms is changed, in the author's spelling and quoting; a
/// missing key is added at the end; what goes takes its separator along.
/// </summary>
internal static class ConnectionRemedies
{
    public static ImmutableArray<TextEdit> Edits(EffectiveSettings settings, ImmutableArray<TextRemedy> remedies)
    {
        var reading = settings.Reading;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var removed = new HashSet<TextRange>();
        var added = new List<string>();
        foreach (var remedy in remedies)
        {
            var present = settings.All(remedy.Key).ToArray();
            if (remedy.Value is null)
            {
                foreach (var setting in present)
                    if (Applies(remedy, setting) && removed.Add(setting.Whole))
                        edits.Add(new(WithSeparator(reading, setting.Whole), ""));
                continue;
            }

            if (present.Length == 0)
            {
                if (remedy.AddsKey && settings.Row(remedy.Key) is { } row)
                    added.Add(row.Written + "=" + remedy.Value);
                continue;
            }

            var each = settings.Dialect.RepeatedKeysMustAgree || (reading.Grammar == ConnectionGrammar.Uri && (remedy.Key[0] == '@' || remedy.Key == Meaning.Port));
            foreach (var setting in each ? present : [present[present.Length - 1]])
                if (Applies(remedy, setting) && !string.Equals(setting.Value, remedy.Value, StringComparison.OrdinalIgnoreCase))
                    edits.Add(Replacement(remedy, Inner(reading.Text.Text, setting.ValueRange), setting.Value));
        }

        if (added.Count > 0)
        {
            if (reading.HasUnknownSettings && reading.Grammar == ConnectionGrammar.Uri)
                return ImmutableArray<TextEdit>.Empty;
            edits.Add(Appended(reading, removed, added));
        }

        return edits.ToImmutable();
    }

    /// <summary>The remedy in words, with the author's spelling of the key where there is one.</summary>
    public static string Advice(EffectiveSettings settings, ImmutableArray<TextRemedy> remedies)
    {
        foreach (var remedy in remedies)
        {
            if (remedy.Value is null)
            {
                foreach (var setting in settings.All(remedy.Key))
                    if (Applies(remedy, setting))
                        return $"remove '{settings.Display(setting)}'";
                continue;
            }

            var given = settings.All(remedy.Key).LastOrDefault();
            if (remedy.Key == UriParts.Scheme && given.Value is not null)
            {
                if (Applies(remedy, given) && given.Value != remedy.Value)
                    return $"use '{remedy.Value}://'";
                continue;
            }

            if (given.KeyRange.Length > 0 && Applies(remedy, given) && !string.Equals(given.Value, remedy.Value, StringComparison.OrdinalIgnoreCase))
                return $"use '{settings.Reading.Text.Text.Substring(given.KeyRange.Start, given.KeyRange.Length)}={remedy.Value.TrimEnd('*')}'";
            if (given.KeyRange.Length == 0 && remedy.AddsKey && settings.Row(remedy.Key) is { } row)
                return $"add '{row.Written}={remedy.Value}'";
        }

        return "see the rule's page for the remedy";
    }

    private static TextEdit Replacement(TextRemedy remedy, TextRange value, string current)
    {
        if (!remedy.Value!.EndsWith("*", StringComparison.Ordinal))
            return new(value, remedy.Value);
        var prefix = remedy.OnlyIf.First(pattern => Condition.Matches(pattern, current));
        return new(new(value.Start, prefix.Length - 1), remedy.Value.TrimEnd('*'));
    }

    private static bool Applies(TextRemedy remedy, Setting setting) =>
        remedy.OnlyIf.IsEmpty || remedy.OnlyIf.Any(pattern => Condition.Matches(pattern, setting.Value));

    /// <summary>The value without its quotes, which stay.</summary>
    private static TextRange Inner(string text, TextRange value) =>
        value.Length >= 2 && text[value.Start] is '"' or '\'' && text[value.End - 1] == text[value.Start] ? new(value.Start + 1, value.Length - 2) : value;

    private static char SeparatorOf(ConnectionGrammar grammar) => grammar switch
    {
        ConnectionGrammar.Commas => ',',
        ConnectionGrammar.Uri => '&',
        _ => ';',
    };

    private static TextRange WithSeparator(ConnectionReading reading, TextRange whole)
    {
        var text = reading.Text.Text;
        var end = whole.End;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        if (end < text.Length && IsSeparator(reading.Grammar, text[end]))
        {
            end++;
            while (end < text.Length && text[end] == ' ')
                end++;
            return TextRange.FromBounds(whole.Start, end);
        }

        var start = whole.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        if (start > 0 && (IsSeparator(reading.Grammar, text[start - 1]) || (reading.Grammar == ConnectionGrammar.Uri && text[start - 1] == '?')))
            start--;
        return TextRange.FromBounds(start, whole.End);
    }

    private static bool IsSeparator(ConnectionGrammar grammar, char c) =>
        c == SeparatorOf(grammar) || (grammar == ConnectionGrammar.Uri && c == ';');

    private static TextEdit Appended(ConnectionReading reading, HashSet<TextRange> removed, List<string> added)
    {
        var text = reading.Text.Text;
        if (reading.Grammar == ConnectionGrammar.Uri)
        {
            var options = string.Join("&", added);
            if (reading.Query is { } query)
            {
                var kept = reading.Settings.Where(setting => setting.Key[0] != '@' && !removed.Contains(setting.Whole)).ToArray();
                return kept.Length > 0
                    ? new(new(kept[kept.Length - 1].Whole.End, 0), "&" + options)
                    : new(new(query.Start, 0), options);
            }

            var end = text.IndexOf('#');
            if (end < 0)
                end = text.Length;
            var hasPath = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) >= 0;
            return new(new(end, 0), (hasPath ? "?" : "/?") + options);
        }

        var separator = SeparatorOf(reading.Grammar).ToString();
        var last = reading.Settings.LastOrDefault(setting => !removed.Contains(setting.Whole));
        var at = last.Whole.End;
        return new(new(at, 0), (at > 0 ? separator : "") + string.Join(separator, added));
    }
}
