using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>
/// Reads a web.config, app.config or a transform of one (XML 1.0, no external entities) with the place of every
/// character. One pass, without recursion. <c>&lt;connectionStrings&gt;</c> and <c>&lt;appSettings&gt;</c> get the keys
/// that programs ask for; every other attribute and text its path. Of a project file only the items are read that become
/// settings of the runtime.
/// </summary>
internal sealed class XmlSettings
{
    private const string Transform = "xdt:Transform";
    private const string RuntimeOption = "RuntimeHostConfigurationOption";

    private readonly string text;
    private readonly bool isProject;
    private readonly CancellationToken cancellation;
    private readonly Suppressions ignored = new();
    private readonly ImmutableArray<FileSetting>.Builder settings = ImmutableArray.CreateBuilder<FileSetting>();
    private readonly ImmutableArray<string>.Builder removed = ImmutableArray.CreateBuilder<string>();
    private readonly Stack<Element> open = new();
    private readonly List<(string Name, MappedText Value)> attributes = [];
    private readonly StringBuilder path = new();
    private int position;
    private bool hasRoot;
    private bool hasDocumentType;
    private FileProblem? problem;

    private XmlSettings(string text, bool isProject, CancellationToken cancellation)
    {
        this.text = text;
        this.isProject = isProject;
        this.cancellation = cancellation;
    }

    public static FileReading Read(string text, CancellationToken cancellation)
    {
        var reader = new XmlSettings(text, isProject: false, cancellation);
        reader.Run();
        return new FileReading(
            reader.problem is null ? reader.settings.ToImmutable() : ImmutableArray<FileSetting>.Empty, reader.ignored, reader.problem)
        {
            Removed = reader.removed.ToImmutable(),
        };
    }

    /// <summary>
    /// Reads a project: <c>&lt;RuntimeHostConfigurationOption Include="…" Value="…" /&gt;</c> is a setting of the runtime, as in
    /// <c>runtimeconfig.template.json</c>. What a condition keeps to debug builds is not read.
    /// </summary>
    public static FileReading ReadProject(string text, CancellationToken cancellation)
    {
        var reader = new XmlSettings(text, isProject: true, cancellation);
        reader.Run();

        // A project that MSBuild cannot read says so itself.
        return new FileReading(reader.problem is null ? reader.settings.ToImmutable() : ImmutableArray<FileSetting>.Empty, reader.ignored, null);
    }

    private void Run()
    {
        while (problem is null)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = text.IndexOf('<', position);
            if (next < 0)
                break;
            if (open.Count == 0 && !IsBlank(position, next))
            {
                Fail(position, "text stands outside of the root element");
                return;
            }

            position = next;
            if (Starts("<!--"))
                Comment();
            else if (Starts("<![CDATA["))
                SkipTo("]]>", "the end of a CDATA section, ']]>', is missing");
            else if (Starts("<?"))
                SkipTo("?>", "'?>' is missing");
            else if (Starts("<!"))
                DocumentType();
            else if (Starts("</"))
                EndTag();
            else
                StartTag();
        }

        if (problem is not null)
            return;
        if (open.Count > 0)
            Fail(text.Length, $"the end of '<{open.Peek().Name}>' is missing");
        else if (!hasRoot)
            Fail(0, "the root element is missing");
        else if (!IsBlank(position, text.Length))
            Fail(position, "text stands outside of the root element");
    }

    private void Comment()
    {
        var start = position;
        SkipTo("-->", "the end of a comment, '-->', is missing");
        if (problem is null)
            ignored.Add(text, TextSpan.FromBounds(start, position));
    }

    private void DocumentType()
    {
        hasDocumentType = true;
        var depth = 0;
        for (var i = position; i < text.Length; i++)
        {
            if (text[i] == '[')
                depth++;
            else if (text[i] == ']')
                depth--;
            else if (text[i] == '>' && depth == 0)
            {
                position = i + 1;
                return;
            }
        }

        Fail(position, "the end of '<!' is missing");
    }

    private void EndTag()
    {
        var start = position;
        position += 2;
        var name = Name();
        SkipBlanks();
        if (problem is not null)
            return;
        if (open.Count == 0 || open.Peek().Name != name)
        {
            Fail(start, open.Count == 0 ? $"'</{name}>' ends nothing" : $"'</{name}>' stands where '</{open.Peek().Name}>' should");
            return;
        }

        if (position >= text.Length || text[position] != '>')
        {
            Fail(position, "'>' is missing");
            return;
        }

        position++;
        var element = open.Pop();
        if (element.IsLeaf && start > element.ContentStart && !IsBlank(element.ContentStart, start))
            Content(element, start);
        path.Length = element.OuterPath;
    }

    private void StartTag()
    {
        var start = position;
        position++;
        var name = Name();
        if (problem is not null)
            return;
        if (hasRoot && open.Count == 0)
        {
            Fail(start, "there is more than one root element");
            return;
        }

        attributes.Clear();
        while (problem is null)
        {
            var blanks = SkipBlanks();
            if (position >= text.Length)
            {
                Fail(start, $"the end of '<{name}' is missing");
                return;
            }

            if (text[position] is '>' or '/')
                break;
            if (!blanks)
                Fail(position, "a blank is missing before an attribute");
            else
                Attribute();
        }

        if (problem is not null)
            return;
        var isEmpty = text[position] == '/';
        if (isEmpty && (position + 1 >= text.Length || text[position + 1] != '>'))
        {
            Fail(position, "'/>' is missing");
            return;
        }

        position += isEmpty ? 2 : 1;
        hasRoot = true;
        var parent = open.Count > 0 ? open.Peek() : null;
        if (parent is not null)
            parent.IsLeaf = false;
        var outer = path.Length;
        // <configuration> and <location path="…"> around a section do not change what it means.
        if (!(parent is null && name == "configuration") && name != "location")
            path.Append(path.Length > 0 ? "/" : string.Empty).Append(name);
        var setting = name switch
        {
            RuntimeOption => Value("Include")?.Text,
            "setting" => Value("name")?.Text ?? parent?.Setting,
            _ => parent?.Setting,
        };
        var isForDebug = parent?.IsForDebug == true || (isProject && Value("Condition")?.Text.IndexOf("Debug", StringComparison.OrdinalIgnoreCase) >= 0);
        if (!isProject)
            Entry(name, parent?.Name, start);
        else if (name == RuntimeOption && setting is not null && !isForDebug)
            Add(FileSetting.RuntimeOptions + setting, Value("Value"), start, isRemoved: false, null);
        if (isEmpty)
            path.Length = outer;
        else
            open.Push(new Element(name, outer, start, position) { Setting = setting, IsForDebug = isForDebug });
    }

    private void Attribute()
    {
        var start = position;
        var name = Name();
        SkipBlanks();
        if (problem is not null)
            return;
        if (position >= text.Length || text[position] != '=')
        {
            Fail(start, $"the attribute '{name}' has no value");
            return;
        }

        position++;
        SkipBlanks();
        var quote = position < text.Length ? text[position] : '\0';
        if (quote is not ('"' or '\''))
        {
            Fail(position, $"the value of '{name}' has no quotes");
            return;
        }

        var from = position + 1;
        var end = text.IndexOf(quote, from);
        if (end < 0)
        {
            Fail(position, $"the closing quote of '{name}' is missing");
            return;
        }

        var value = Decode(from, end, isAttribute: true);
        position = end + 1;
        if (value is not null)
            attributes.Add((name, value));
    }

    /// <summary>What the attributes of one element say.</summary>
    private void Entry(string name, string? parent, int start)
    {
        var transform = Value(Transform)?.Text;
        var isRemoved = transform?.StartsWith("Remove", StringComparison.Ordinal) == true;
        if (name == "add" && parent == "connectionStrings" && Value("name") is { } connection)
        {
            Add(FileSetting.ConnectionStrings + connection.Text, Value("connectionString"), start, isRemoved, Value("providerName")?.Text);
            return;
        }

        if (name == "add" && parent == "appSettings" && Value("key") is { } key)
        {
            Add(FileSetting.AppSettings + key.Text, Value("value"), start, isRemoved, null);
            return;
        }

        if (isRemoved || path.Length > FileSetting.MaxKeyLength)
            return;
        foreach (var (attribute, value) in attributes)
            if (attribute.IndexOf(':') < 0 && attribute != "xmlns")
                Add(path + "/@" + attribute, value, start, isRemoved: false, null);
    }

    private void Add(string key, MappedText? value, int start, bool isRemoved, string? provider)
    {
        if (key.Length > FileSetting.MaxKeyLength)
            return;
        if (isRemoved)
            removed.Add(key);
        else if (value is not null && EntityConnection.StoreOf(value, out var inner) is { } store)
            settings.Add(new FileSetting(key, store, start) { Provider = inner });
        else if (value is not null)
            settings.Add(new FileSetting(key, value, start) { Provider = provider });
    }

    /// <summary>The text of an element without children: <c>&lt;setting name="…"&gt;&lt;value&gt;…</c>.</summary>
    private void Content(Element element, int end)
    {
        if (path.Length > FileSetting.MaxKeyLength || text.IndexOf('<', element.ContentStart, end - element.ContentStart) >= 0)
            return;
        if (isProject)
        {
            if (element is { Name: "Value", Setting: { } option, IsForDebug: false } && Decode(element.ContentStart, end, isAttribute: false) is { } chosen)
                settings.Add(new FileSetting(FileSetting.RuntimeOptions + option, chosen, element.Start));
        }
        else if (Decode(element.ContentStart, end, isAttribute: false) is { } value)
        {
            settings.Add(new FileSetting(element.Setting is { } setting ? FileSetting.AppSettings + setting : path.ToString(), value, element.Start));
        }
    }

    private MappedText? Value(string attribute)
    {
        foreach (var (name, value) in attributes)
            if (name == attribute)
                return value;
        return null;
    }

    private MappedText? Decode(int start, int end, bool isAttribute)
    {
        var value = new ValueBuilder(Notation.Xml);
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '<')
            {
                Fail(i, "'<' must be written '&lt;' in an attribute");
                return null;
            }

            if (c == '&')
            {
                var semicolon = text.IndexOf(';', i, Math.Min(end - i, 16));
                if (semicolon < 0 || !Entity(value, i, semicolon))
                {
                    Fail(i, "'&' must be written '&amp;'");
                    return null;
                }

                i = semicolon;
            }
            else if (c == '\r' && i + 1 < end && text[i + 1] == '\n')
            {
                value.Add(isAttribute ? ' ' : '\n', i++);
            }
            else
            {
                value.Add(isAttribute && c is '\t' or '\n' or '\r' ? ' ' : c, i);
            }
        }

        return value.ToText(end);
    }

    private bool Entity(ValueBuilder value, int start, int semicolon)
    {
        var name = text.Substring(start + 1, semicolon - start - 1);
        switch (name)
        {
            case "amp":
                value.Add('&', start);
                return true;
            case "lt":
                value.Add('<', start);
                return true;
            case "gt":
                value.Add('>', start);
                return true;
            case "quot":
                value.Add('"', start);
                return true;
            case "apos":
                value.Add('\'', start);
                return true;
        }

        if (name.Length > 1 && name[0] == '#')
        {
            var isHex = name[1] == 'x';
            if (!int.TryParse(
                    name.Substring(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 1 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
                return false;
            foreach (var c in char.ConvertFromUtf32(code))
                value.Add(c, start);
            return true;
        }

        if (!hasDocumentType)
            return false;
        value.AddHole(start, semicolon + 1);
        return true;
    }

    private string Name()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or ':' or '-' or '.'))
            position++;
        if (position == start)
            Fail(start, "a name is missing");
        return text.Substring(start, position - start);
    }

    private bool SkipBlanks()
    {
        var start = position;
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position > start;
    }

    private void SkipTo(string end, string otherwise)
    {
        var at = text.IndexOf(end, position, StringComparison.Ordinal);
        if (at < 0)
            Fail(position, otherwise);
        else
            position = at + end.Length;
    }

    private bool Starts(string what) => string.CompareOrdinal(text, position, what, 0, what.Length) == 0;

    private bool IsBlank(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsWhiteSpace(text[i]) && text[i] != '\uFEFF')
                return false;
        return true;
    }

    private void Fail(int at, string what) =>
        problem ??= new FileProblem(new TextSpan(Math.Min(at, text.Length), at >= text.Length ? 0 : 1), what);

    /// <summary>An element whose end has not come yet.</summary>
    private sealed class Element(string name, int outerPath, int start, int contentStart)
    {
        public string Name { get; } = name;

        public int OuterPath { get; } = outerPath;

        public int Start { get; } = start;

        public int ContentStart { get; } = contentStart;

        public bool IsLeaf { get; set; } = true;

        /// <summary>The name of the <c>&lt;setting&gt;</c>, or of the runtime's option, that it belongs to.</summary>
        public string? Setting { get; init; }

        /// <summary>A condition keeps it to debug builds.</summary>
        public bool IsForDebug { get; init; }
    }
}
