using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>
/// Reads the entries under <c>environment:</c> of a compose file, as a list or a map, with the place of every character.
/// It is no YAML reader: what else the file says is passed over, and so is every entry that it is not sure of
/// (flow collections, aliases, tags).
/// Source: the Compose specification, "services: environment", "interpolation"; YAML 1.2 chapters 7 and 8.
/// </summary>
internal sealed class ComposeSettings
{
    /// <summary>A service is looked at no farther than this, so that reading stays linear.</summary>
    private const int MostLines = 500;

    private readonly string text;
    private readonly CancellationToken cancellation;
    private readonly Suppressions ignored = new();
    private readonly ImmutableArray<FileSetting>.Builder settings = ImmutableArray.CreateBuilder<FileSetting>();
    private readonly List<Line> lines = [];
    private readonly ImmutableHashSet<string>.Builder services = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
    private bool isPublished;

    private ComposeSettings(string text, CancellationToken cancellation)
    {
        this.text = text;
        this.cancellation = cancellation;
    }

    public static FileReading Read(string text, CancellationToken cancellation)
    {
        var reader = new ComposeSettings(text, cancellation);
        reader.Split();
        reader.Run();
        return new FileReading(reader.settings.ToImmutable(), reader.ignored, null) { Siblings = reader.services.ToImmutable() };
    }

    private void Split()
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            end = end < 0 ? text.Length : end;
            if (end > start && text[end - 1] == '\r')
                end--;
            var content = start;
            while (content < end && text[content] is ' ' or '\uFEFF')
                content++;
            lines.Add(new Line(start, content, end));
            start = next;
        }
    }

    private void Run()
    {
        var block = 0;
        var indent = -1;
        for (var i = 0; i < lines.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = lines[i];
            Service(line, ref indent);
            if (IsComment(line))
                ignored.Add(text, TextSpan.FromBounds(line.Content, line.End));
            if (!IsEnvironment(line))
            {
                i++;
                continue;
            }

            isPublished = IsPublished(i);
            i = Entries(i + 1, line.Indent, ++block);
        }
    }

    /// <summary>
    /// Names under <c>services:</c>, and what their containers are called beside: other services reach them by these.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="indent">How deep the names stand; 0 where the first of them is to come, -1 outside.</param>
    private void Service(Line line, ref int indent)
    {
        if (line.IsBlank || IsComment(line) || KeyEnd(line, out var name) is not { } colon)
            return;
        if (line.Indent == 0)
        {
            indent = name == "services" ? 0 : -1;
        }
        else if (indent == 0 || line.Indent == indent)
        {
            indent = line.Indent;
            services.Add(name);
        }
        else if (indent > 0 && name is "container_name" or "hostname" && line.End > colon + 1)
        {
            services.Add(text.Substring(colon + 1, line.End - colon - 1).Trim(' ', '"', '\''));
        }
    }

    /// <summary><c>environment:</c> with its entries on the lines below.</summary>
    private bool IsEnvironment(Line line)
    {
        const string Key = "environment:";
        return string.CompareOrdinal(text, line.Content, Key, 0, Key.Length) == 0
            && SkipProperties(line.Content + Key.Length, line.End) is { } at
            && (at == line.End || text[at] == '#');
    }

    /// <summary>Has the service that this line belongs to <c>ports:</c>, or the network of the host? Not known of what it extends.</summary>
    private bool IsPublished(int environment)
    {
        var indent = lines[environment].Indent;
        for (var i = environment - 1; i >= Math.Max(0, environment - MostLines) && IsOfService(lines[i]); i--)
            if (Publishes(lines[i]))
                return true;
        for (var i = environment + 1; i < Math.Min(lines.Count, environment + MostLines) && IsOfService(lines[i]); i++)
            if (Publishes(lines[i]))
                return true;
        return false;

        bool IsOfService(Line line) => line.IsBlank || line.Indent >= indent;

        bool Publishes(Line line) =>
            !line.IsBlank && line.Indent == indent && (Begins(line, "ports:") || Begins(line, "network_mode: host") || Begins(line, "network_mode: \"host\""));

        bool Begins(Line line, string word) => string.CompareOrdinal(text, line.Content, word, 0, word.Length) == 0;
    }

    /// <summary>The entries of one block; gives the line behind it.</summary>
    private int Entries(int first, int outer, int block)
    {
        var indent = -1;
        for (var i = first; i < lines.Count;)
        {
            var line = lines[i];
            if (line.IsBlank || IsComment(line))
            {
                if (!line.IsBlank)
                    ignored.Add(text, TextSpan.FromBounds(line.Content, line.End));
                i++;
                continue;
            }

            var isItem = IsItem(line);
            if (line.Indent < outer || (line.Indent == outer && !isItem) || (indent >= 0 && line.Indent < indent))
                return i;
            if (indent < 0)
                indent = line.Indent;
            var next = i + 1;
            while (next < lines.Count && (lines[next].IsBlank || lines[next].Indent > indent))
                next++;
            // A deeper line that belongs to no entry: not understood.
            if (line.Indent == indent)
                Entry(i, next, isItem, block);
            i = next;
        }

        return lines.Count;
    }

    private bool IsComment(Line line) => !line.IsBlank && text[line.Content] == '#';

    private bool IsItem(Line line) => text[line.Content] == '-' && (line.Content + 1 == line.End || text[line.Content + 1] == ' ');

    private void Entry(int first, int next, bool isItem, int block)
    {
        var line = lines[first];
        if (isItem)
        {
            if (Value(line.Content + 1, first, next) is not { } item)
                return;
            var all = item.Text;
            var equals = all.IndexOf('=');
            if (equals > 0)
                Add(all.Substring(0, equals).Trim(), item, equals + 1, line, block);
            return;
        }

        if (KeyEnd(line, out var name) is { } colon && Value(colon + 1, first, next) is { } value)
            Add(name, value, 0, line, block);
    }

    private void Add(string name, Scalar value, int from, Line line, int block)
    {
        if (name.Length is 0 or > FileSetting.MaxKeyLength)
            return;
        var (key, provider) = EnvironmentVariables.KeyOf(name);
        settings.Add(new FileSetting(key, value.ToText(from), line.Content) { Provider = provider, Block = block, IsPublished = isPublished });
    }

    /// <summary>The colon behind the key of a line.</summary>
    private int? KeyEnd(Line line, out string name)
    {
        var start = line.Content;
        if (text[start] is '"' or '\'')
        {
            var quote = text.IndexOf(text[start], start + 1, line.End - start - 1);
            name = quote < 0 ? string.Empty : text.Substring(start + 1, quote - start - 1);
            return quote >= 0 && quote + 1 < line.End && text[quote + 1] == ':' ? quote + 1 : null;
        }

        for (var i = start; i < line.End; i++)
        {
            if (text[i] == ':' && (i + 1 == line.End || text[i + 1] == ' '))
            {
                name = text.Substring(start, i - start).TrimEnd();
                return i;
            }
        }

        name = string.Empty;
        return null;
    }

    /// <summary>The scalar that begins on a line and may go on in deeper ones; null when it is none.</summary>
    private Scalar? Value(int from, int first, int next)
    {
        if (SkipProperties(from, lines[first].End) is not { } at || at == lines[first].End)
            return null;
        return text[at] switch
        {
            '"' => DoubleQuoted(at, lines[next - 1].End),
            '\'' => SingleQuoted(at, lines[next - 1].End),
            '|' or '>' => BlockScalar(first, next, isFolded: text[at] == '>'),
            '{' or '[' or '*' or '#' or '@' or '`' or '%' => null,
            _ => Plain(at, first, next),
        };
    }

    /// <summary>Skips blanks and an anchor (<c>&amp;name</c>); null at a tag.</summary>
    private int? SkipProperties(int at, int end)
    {
        while (true)
        {
            while (at < end && text[at] is ' ' or '\t')
                at++;
            if (at < end && text[at] == '!')
                return null;
            if (at >= end || text[at] != '&')
                return Math.Min(at, end);
            while (at < end && text[at] != ' ')
                at++;
        }
    }

    private Scalar? DoubleQuoted(int start, int limit)
    {
        var value = new Scalar { DollarIsDoubled = true };
        for (var i = start + 1; i < limit; i++)
        {
            switch (text[i])
            {
                case '"':
                    value.End = i;
                    EndOfLine(i + 1);
                    return value;
                case '\\' when i + 1 < limit:
                    var length = Escape(value, i, limit);
                    if (length == 0)
                        return null;
                    i += length - 1;
                    break;
                case '\r' or '\n':
                    i = Fold(value, i, limit) - 1;
                    break;
                default:
                    value.Add(text[i], i);
                    break;
            }
        }

        return null;
    }

    /// <summary>One escape of a double-quoted scalar; its length, or 0 where it is not known here.</summary>
    private int Escape(Scalar value, int at, int limit)
    {
        switch (text[at + 1])
        {
            case '"' or '\\' or '/' or ' ':
                value.Add(text[at + 1], at);
                return 2;
            case 'n':
                value.Add('\n', at);
                return 2;
            case 't':
                value.Add('\t', at);
                return 2;
            case 'u' when at + 6 <= limit
                && ushort.TryParse(text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                value.Add((char)code, at);
                return 6;
            case 'x' when at + 4 <= limit
                && byte.TryParse(text.Substring(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                value.Add((char)code, at);
                return 4;
            default:
                return 0;
        }
    }

    private Scalar? SingleQuoted(int start, int limit)
    {
        var value = new Scalar { DollarIsDoubled = true };
        for (var i = start + 1; i < limit; i++)
        {
            if (text[i] is '\r' or '\n')
            {
                i = Fold(value, i, limit) - 1;
            }
            else if (text[i] != '\'')
            {
                value.Add(text[i], i);
            }
            else if (i + 1 < limit && text[i + 1] == '\'')
            {
                value.Add('\'', i++);
            }
            else
            {
                value.End = i;
                EndOfLine(i + 1);
                return value;
            }
        }

        return null;
    }

    /// <summary>A line break in a flow scalar is one blank, empty lines are line breaks; gives where the text goes on.</summary>
    private int Fold(Scalar value, int at, int limit)
    {
        value.TrimEnd();
        var breaks = 0;
        var i = at;
        for (; i < limit && text[i] is ' ' or '\t' or '\r' or '\n'; i++)
            if (text[i] == '\n')
                breaks++;
        if (breaks == 1)
            value.Add(' ', at);
        for (var more = 1; more < breaks; more++)
            value.Add('\n', at);
        return i;
    }

    /// <summary>A comment behind a quoted scalar.</summary>
    private void EndOfLine(int at)
    {
        var end = text.IndexOf('\n', at);
        end = end < 0 ? text.Length : end;
        var comment = text.IndexOf('#', at, end - at);
        if (comment >= 0)
            ignored.Add(text, TextSpan.FromBounds(comment, end));
    }

    private Scalar? Plain(int start, int first, int next)
    {
        var value = new Scalar { DollarIsDoubled = true };
        for (var i = first; i < next; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            var from = i == first ? start : line.Content;
            if (i > first)
            {
                if (text[from] == '#')
                    return null;
                value.Add(' ', value.End);
            }

            var at = from;
            for (; at < line.End && !(text[at] == '#' && (at == from || text[at - 1] is ' ' or '\t')); at++)
            {
                // 'a: b' inside is a map, not a scalar.
                if (text[at] == ':' && (at + 1 == line.End || text[at + 1] == ' '))
                    return null;
                value.Add(text[at], at);
            }

            value.End = at;
            value.TrimEnd();
            if (at >= line.End)
                continue;
            ignored.Add(text, TextSpan.FromBounds(at, line.End));
            break;
        }

        return value.Length > 0 ? value : null;
    }

    private Scalar? BlockScalar(int first, int next, bool isFolded)
    {
        var value = new Scalar { DollarIsDoubled = true };
        var indent = -1;
        for (var i = first + 1; i < next; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            if (indent < 0)
                indent = line.Indent;
            // More deeply indented lines keep their breaks; such a value is no connection string or URL.
            if (line.Indent != indent)
                return null;
            if (value.Length > 0)
                value.Add(isFolded ? ' ' : '\n', value.End);
            for (var at = line.Content; at < line.End; at++)
                value.Add(text[at], at);
            value.End = line.End;
        }

        return value.Length > 0 ? value : null;
    }

    /// <summary>One line: where it begins, where its content begins and ends.</summary>
    private readonly record struct Line(int Start, int Content, int End)
    {
        public int Indent => Content - Start;

        public bool IsBlank => Content == End;
    }
}
