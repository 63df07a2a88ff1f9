using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections.Grammar;

/// <summary>
/// <c>key=value</c> pairs between semicolons without quoting: Azure's connection strings, EasyNetQ. The first sign
/// separates, so that keys in base 64 keep theirs.
/// </summary>
internal static class PairGrammar
{
    public static ConnectionReading Read(MappedText mapped)
    {
        var text = mapped.Text;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var unknown = false;
        var wellFormed = true;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(';', start);
            if (end < 0)
                end = text.Length;
            var range = Trim(text, start, end);
            if (range.Length > 0)
            {
                var sign = text.IndexOf('=', range.Start, range.Length);
                if (sign > range.Start)
                {
                    var key = Trim(text, range.Start, sign);
                    if (text[key.Start] == MappedText.Hole)
                        unknown = true;
                    var value = Trim(text, sign + 1, range.End);
                    settings.Add(new(
                        text.Substring(key.Start, key.Length).TrimStart(MappedText.Hole).ToLowerInvariant(),
                        text.Substring(value.Start, value.Length), key, value, range));
                }
                else if (mapped.IsHole(range))
                {
                    unknown = true;
                }
                else
                {
                    wellFormed = false;
                }
            }

            start = end + 1;
        }

        return new(mapped, ConnectionGrammar.Pairs, settings.ToImmutable(), wellFormed, unknown);
    }

    internal static TextRange Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextRange.FromBounds(start, end);
    }
}
