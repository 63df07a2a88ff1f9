using System.Collections.Immutable;
using System.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections.Grammar;

/// <summary>
/// The grammar of <c>System.Data.Common.DbConnectionStringBuilder</c>: <c>key=value;</c> pairs, <c>==</c> for a sign in a
/// key, single and double quotes around a value, a doubled quote inside it. One pass, no backtracking.
/// </summary>
internal static class KeyValueGrammar
{
    public static ConnectionReading Read(MappedText mapped)
    {
        var text = mapped.Text;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var unknown = false;
        var at = 0;
        while (true)
        {
            while (at < text.Length && (text[at] == ';' || char.IsWhiteSpace(text[at])))
                at++;
            if (at < text.Length && text[at] == MappedText.Hole)
            {
                // A hole between pairs may hold pairs of its own, with or without their semicolon.
                unknown = true;
                at++;
                continue;
            }

            if (at >= text.Length || text[at] == '\0')
                return new(mapped, ConnectionGrammar.KeyValue, settings.ToImmutable(), at >= text.Length || EndsInNulls(text, at), unknown);
            if (!ReadPair(text, ref at, out var setting))
                return new(mapped, ConnectionGrammar.KeyValue, settings.ToImmutable(), isWellFormed: false, unknown);
            settings.Add(setting);
        }
    }

    /// <summary>The value as it must be written: quoted where it holds what would end or change it.</summary>
    public static string Quote(string value)
    {
        if (value.Length > 0 && value.IndexOfAny([';', '"', '\'', '=']) < 0 && value == value.Trim())
            return value;
        return "\"" + value.Replace("\"", "\"\"") + "\"";
    }

    private static bool ReadPair(string text, ref int at, out Setting setting)
    {
        setting = default;
        var start = at;
        if (!ReadKey(text, ref at, out var key, out var keyEnd))
            return false;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        string? value;
        var valueStart = at;
        int valueEnd;
        if (at < text.Length && text[at] is '"' or '\'')
        {
            value = ReadQuoted(text, ref at);
            valueEnd = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (value is null || (at < text.Length && text[at] is not (';' or '\0')))
                return false;
        }
        else
        {
            while (at < text.Length && text[at] != ';' && (char.IsWhiteSpace(text[at]) || !char.IsControl(text[at])))
                at++;
            valueEnd = at;
            while (valueEnd > valueStart && char.IsWhiteSpace(text[valueEnd - 1]))
                valueEnd--;
            value = text.Substring(valueStart, valueEnd - valueStart);
            if (value.Length > 0 && value[value.Length - 1] is '"' or '\'')
                return false;
            if (value.Length == 0 && at < text.Length && text[at] is not (';' or '\0'))
                return false;
        }

        // A key that spans lines can be taken away but not set.
        if (valueEnd > valueStart && key.Any(char.IsControl))
            return false;
        setting = new(
            key, value,
            TextRange.FromBounds(start, keyEnd), TextRange.FromBounds(valueStart, valueEnd), TextRange.FromBounds(start, Math.Max(valueEnd, keyEnd)));
        if (value.Length == 0 && valueEnd == valueStart)
        {
            // An empty value stands right behind the sign, so that one can be written there.
            var sign = text.LastIndexOf('=', Math.Min(valueStart, text.Length - 1));
            setting = setting with { ValueRange = new(sign + 1, 0), Whole = TextRange.FromBounds(start, sign + 1) };
        }

        if (at < text.Length && text[at] == ';')
            at++;
        return true;
    }

    /// <summary>Reads up to the single sign; a doubled one belongs to the key.</summary>
    private static bool ReadKey(string text, ref int at, out string key, out int end)
    {
        StringBuilder? unescaped = null;
        var start = at;
        end = at;
        key = "";
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '=')
            {
                if (at + 1 < text.Length && text[at + 1] == '=')
                {
                    unescaped ??= new StringBuilder(text, start, at - start, text.Length);
                    unescaped.Append('=');
                    end = at + 2;
                    at++;
                    continue;
                }

                end = at;
                while (end > start && char.IsWhiteSpace(text[end - 1]))
                    end--;
                key = (unescaped?.ToString() ?? text.Substring(start, end - start)).Trim().ToLowerInvariant();
                at++;
                return key.Length > 0;
            }

            if (char.IsControl(c) && !char.IsWhiteSpace(c))
                return false;
            unescaped?.Append(c);
        }

        return false;
    }

    private static string? ReadQuoted(string text, ref int at)
    {
        var quote = text[at++];
        var start = at;
        StringBuilder? value = null;
        for (; at < text.Length && text[at] != '\0'; at++)
        {
            if (text[at] == quote)
            {
                if (at + 1 >= text.Length || text[at + 1] != quote)
                {
                    var read = value?.ToString() ?? text.Substring(start, at - start);
                    at++;
                    return read;
                }

                value ??= new StringBuilder(text, start, at - start, text.Length);
                at++;
            }

            value?.Append(text[at]);
        }

        return null;
    }

    private static bool EndsInNulls(string text, int at)
    {
        for (; at < text.Length; at++)
            if (text[at] != '\0' && !char.IsWhiteSpace(text[at]))
                return false;
        return true;
    }
}
