using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>
/// Reads a <c>.env</c> file with the place of every character. A line that is none of its grammar's is passed over: the
/// dialects of its readers differ.
/// Source: Docker's documentation, "Set, use, and manage variables in a Compose file with interpolation: .env file syntax".
/// </summary>
internal sealed class EnvSettings
{
    private readonly string text;
    private readonly CancellationToken cancellation;
    private readonly Suppressions ignored = new();
    private readonly ImmutableArray<FileSetting>.Builder settings = ImmutableArray.CreateBuilder<FileSetting>();
    private int position;

    private EnvSettings(string text, CancellationToken cancellation)
    {
        this.text = text;
        this.cancellation = cancellation;
    }

    public static FileReading Read(string text, CancellationToken cancellation)
    {
        var reader = new EnvSettings(text, cancellation);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader.position++;
        while (reader.position < text.Length)
            reader.Entry();
        return new FileReading(reader.settings.ToImmutable(), reader.ignored, null);
    }

    private void Entry()
    {
        cancellation.ThrowIfCancellationRequested();
        SkipBlanks();
        var start = position;
        if (Current == '#')
        {
            ToLineEnd();
            ignored.Add(text, TextSpan.FromBounds(start, position));
        }
        else
        {
            Assignment(start);
            Rest();
        }

        if (position < text.Length)
            position++;
    }

    private void Assignment(int start)
    {
        if (string.CompareOrdinal(text, position, "export ", 0, 7) == 0)
        {
            position += 7;
            SkipBlanks();
        }

        var from = position;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '.' or '-')
            position++;
        // A colon may stand in place of '=', but only with a blank behind it; 'ConnectionStrings:Shop=…' is a name as well.
        while (Current == ':' && position + 1 < text.Length && (char.IsLetterOrDigit(text[position + 1]) || text[position + 1] == '_'))
        {
            position++;
            while (char.IsLetterOrDigit(Current) || Current is '_' or '.' or '-')
                position++;
        }

        var name = text.Substring(from, position - from);
        SkipBlanks();
        if (name.Length is 0 or > FileSetting.MaxKeyLength || Current is not ('=' or ':'))
            return;
        position++;
        SkipBlanks();
        if (Value() is not { } value)
            return;
        var (key, provider) = EnvironmentVariables.KeyOf(name);
        settings.Add(new FileSetting(key, value.ToText(0), start) { Provider = provider });
    }

    private Scalar? Value()
    {
        var quote = Current;
        if (quote is not ('"' or '\''))
            return Bare();
        var value = new Scalar { IsVerbatim = quote == '\'' };
        for (var i = position + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
            {
                value.End = i;
                position = i + 1;
                return value;
            }

            if (c == '\\' && i + 1 < text.Length && Unescape(quote, text[i + 1]) is { } character)
                value.Add(character, i++, isEscaped: true);
            else
                value.Add(c, i);
        }

        // No closing quote: what the rest means is anybody's guess.
        return null;
    }

    private static char? Unescape(char quote, char c) => (quote, c) switch
    {
        (_, '\'') when quote == '\'' => c,
        ('"', '"' or '\\' or '$') => c,
        ('"', 'n') => '\n',
        ('"', 'r') => '\r',
        ('"', 't') => '\t',
        _ => null,
    };

    private Scalar Bare()
    {
        var value = new Scalar();
        var start = position;
        while (position < text.Length && Current is not ('\r' or '\n')
            && !(Current == '#' && (position == start || text[position - 1] is ' ' or '\t')))
        {
            value.Add(Current, position);
            position++;
        }

        value.End = position;
        value.TrimEnd();
        return value;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    /// <summary>What stands behind a value: nothing, or a comment.</summary>
    private void Rest()
    {
        SkipBlanks();
        var start = position;
        ToLineEnd();
        if (start < position && text[start] == '#')
            ignored.Add(text, TextSpan.FromBounds(start, position));
    }

    private void ToLineEnd()
    {
        while (position < text.Length && text[position] is not ('\r' or '\n'))
            position++;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            position++;
    }
}
