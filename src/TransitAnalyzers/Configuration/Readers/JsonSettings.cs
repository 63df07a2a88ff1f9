using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>
/// Reads a JSON file as Microsoft.Extensions.Configuration.Json does (comments skipped, trailing commas allowed, at most
/// 64 levels, keys joined by colons), but with the place of every character. One pass, without recursion.
/// </summary>
/// <remarks>
/// Where a value should stand, the placeholders of deployment tools (<c>#{Port}</c>, <c>__PORT__</c>, <c>{{ port }}</c>)
/// are accepted and not known: such a file is a template, not malformed.
/// </remarks>
internal sealed class JsonSettings
{
    /// <summary>What System.Text.Json reads by default, and so the configuration system.</summary>
    public const int MaxDepth = 64;

    private static readonly char[] LineBreaks = ['\r', '\n'];

    private static readonly (string Open, string Close)[] Placeholders =
        [("#{", "}"), ("${", "}"), ("$(", ")"), ("{{", "}}"), ("__", "__"), ("<%", "%>"), ("%", "%"), ("@@", "@@")];

    private readonly string text;
    private readonly CancellationToken cancellation;
    private readonly Suppressions ignored = new();
    private readonly ImmutableArray<FileSetting>.Builder settings = ImmutableArray.CreateBuilder<FileSetting>();
    private readonly Stack<Level> levels = new();
    private readonly StringBuilder path = new();
    private int position;
    private int anchor;
    private FileProblem? problem;

    private JsonSettings(string text, CancellationToken cancellation)
    {
        this.text = text;
        this.cancellation = cancellation;
    }

    private bool AtEnd => position >= text.Length;

    public static FileReading Read(string text, CancellationToken cancellation)
    {
        var reader = new JsonSettings(text, cancellation);
        reader.Run();
        return new FileReading(reader.problem is null ? reader.settings.ToImmutable() : ImmutableArray<FileSetting>.Empty, reader.ignored, reader.problem);
    }

    private void Run()
    {
        if (!AtEnd && text[0] == '\uFEFF')
            position++;
        SkipBlanks();
        if (problem is not null)
            return;
        if (AtEnd || text[position] != '{')
        {
            Fail("the file must hold one object, '{ … }'");
            return;
        }

        Open(isArray: false);
        while (problem is null && levels.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            SkipBlanks();
            if (problem is not null)
                return;
            if (AtEnd)
            {
                Fail(levels.Peek().IsArray ? "']' is missing" : "'}' is missing");
                return;
            }

            Step();
        }

        SkipBlanks();
        if (problem is null && !AtEnd)
            Fail("text follows the end of the object");
    }

    /// <summary>One element, property or closing bracket of the innermost level.</summary>
    private void Step()
    {
        var level = levels.Peek();
        var next = text[position];
        if (next == (level.IsArray ? ']' : '}'))
        {
            position++;
            levels.Pop();
            return;
        }

        if (level.NeedsComma)
        {
            if (next != ',')
            {
                Fail(level.IsArray ? "',' or ']' is missing" : "',' or '}' is missing");
                return;
            }

            position++;
            level.NeedsComma = false;
            return;
        }

        path.Length = level.Path;
        anchor = position;
        if (level.IsArray)
        {
            Enter(level.Count.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            if (next != '"')
            {
                Fail("a property name in double quotes is missing");
                return;
            }

            if (String() is not { } name)
                return;
            Enter(name.Text);
            SkipBlanks();
            if (problem is not null)
                return;
            if (AtEnd || text[position] != ':')
            {
                Fail("':' is missing");
                return;
            }

            position++;
            SkipBlanks();
            if (problem is not null)
                return;
        }

        level.Count++;
        level.NeedsComma = true;
        Value();
    }

    private void Enter(string name)
    {
        if (path.Length > 0)
            path.Append(':');
        // A longer key is not asked for by any program; cutting it off keeps files of huge names linear.
        path.Append(name, 0, Math.Min(name.Length, FileSetting.MaxKeyLength + 1));
    }

    private void Value()
    {
        if (AtEnd)
        {
            Fail("a value is missing");
            return;
        }

        switch (text[position])
        {
            case '{' when position + 1 < text.Length && text[position + 1] == '{':
                Placeholder();
                break;
            case '{':
                Open(isArray: false);
                break;
            case '[':
                Open(isArray: true);
                break;
            case '"':
                if (String() is { } value)
                    Add(value);
                break;
            default:
                Literal();
                break;
        }
    }

    private void Open(bool isArray)
    {
        if (levels.Count == MaxDepth)
        {
            Fail("more than 64 levels are not read by the configuration system");
            return;
        }

        position++;
        levels.Push(new Level(isArray, path.Length));
    }

    private void Add(MappedText value)
    {
        if (path.Length <= FileSetting.MaxKeyLength)
            settings.Add(new FileSetting(path.ToString(), value, anchor));
    }

    /// <summary>A string; the position is at its opening quote.</summary>
    private MappedText? String()
    {
        var start = position + 1;
        var end = start;
        while (end < text.Length && text[end] is not '"' and not '\\' and >= ' ')
            end++;
        if (end < text.Length && text[end] == '"')
        {
            position = end + 1;
            return AsWritten(start, end, Notation.Json);
        }

        var value = new ValueBuilder(Notation.Json);
        value.Add(text, start, end);
        while (end < text.Length && text[end] is not '"' and >= ' ')
        {
            if (text[end] != '\\')
            {
                value.Add(text[end], end++);
            }
            else if (Escape(end, out var length) is { } character)
            {
                value.Add(character, end);
                end += length;
            }
            else
            {
                position = end;
                Fail("this is not an escape of JSON");
                return null;
            }
        }

        position = end;
        if (end >= text.Length || text[end] != '"')
        {
            Fail("the closing '\"' of a string is missing");
            return null;
        }

        position++;
        return value.ToText(end);
    }

    private MappedText AsWritten(int start, int end, Notation notation) =>
        new MappedText.Builder().Append(text.Substring(start, end - start), null, start, null, notation).ToText();

    private char? Escape(int at, out int length)
    {
        length = 2;
        if (at + 1 >= text.Length)
            return null;
        switch (text[at + 1])
        {
            case '"' or '\\' or '/':
                return text[at + 1];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when at + 6 <= text.Length
                && ushort.TryParse(text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                length = 6;
                return (char)code;
            default:
                return null;
        }
    }

    /// <summary>A number, true, false, null or the placeholder of a deployment tool.</summary>
    private void Literal()
    {
        var start = position;
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '+' or '.'))
            end++;
        var word = text.Substring(start, end - start);
        if (word is "true" or "false" or "null" || IsNumber(word))
        {
            position = end;
            if (word != "null")
                Add(AsWritten(start, end, Notation.JsonLiteral));
            return;
        }

        Placeholder();
    }

    private void Placeholder()
    {
        foreach (var (open, close) in Placeholders)
        {
            if (string.CompareOrdinal(text, position, open, 0, open.Length) != 0)
                continue;
            var lineEnd = text.IndexOfAny(LineBreaks, position);
            var from = position + open.Length;
            var at = from >= text.Length ? -1 : text.IndexOf(close, from, (lineEnd < from ? text.Length : lineEnd) - from, StringComparison.Ordinal);
            if (at <= from)
                continue;
            position = at + close.Length;
            if (open == "#{" && !AtEnd && text[position] == '#')
                position++;
            return;
        }

        Fail("a value is missing");
    }

    private static bool IsNumber(string word)
    {
        var i = 0;
        if (i < word.Length && word[i] == '-')
            i++;
        var whole = Digits();
        if (whole == 0 || (whole > 1 && word[i - whole] == '0'))
            return false;
        if (i < word.Length && word[i] == '.')
        {
            i++;
            if (Digits() == 0)
                return false;
        }

        if (i < word.Length && word[i] is 'e' or 'E')
        {
            i++;
            if (i < word.Length && word[i] is '+' or '-')
                i++;
            if (Digits() == 0)
                return false;
        }

        return i == word.Length;

        int Digits()
        {
            var start = i;
            while (i < word.Length && word[i] is >= '0' and <= '9')
                i++;
            return i - start;
        }
    }

    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (text[position] is ' ' or '\t' or '\r' or '\n')
            {
                position++;
                continue;
            }

            if (text[position] != '/')
                return;
            var start = position;
            var kind = position + 1 < text.Length ? text[position + 1] : '\0';
            if (kind == '/')
            {
                var end = text.IndexOfAny(LineBreaks, position);
                position = end < 0 ? text.Length : end;
            }
            else if (kind == '*' && text.IndexOf("*/", position + 2, StringComparison.Ordinal) is >= 0 and var end)
            {
                position = end + 2;
            }
            else
            {
                Fail(kind == '*' ? "the end of a comment, '*/', is missing" : "'/' begins no comment");
                return;
            }

            ignored.Add(text, TextSpan.FromBounds(start, position));
        }
    }

    private void Fail(string what) => problem ??= new FileProblem(new TextSpan(Math.Min(position, text.Length), AtEnd ? 0 : 1), what);

    /// <summary>An object or array that is open.</summary>
    private sealed class Level(bool isArray, int path)
    {
        public bool IsArray { get; } = isArray;

        /// <summary>The length of the key up to here.</summary>
        public int Path { get; } = path;

        public int Count { get; set; }

        public bool NeedsComma { get; set; }
    }
}
