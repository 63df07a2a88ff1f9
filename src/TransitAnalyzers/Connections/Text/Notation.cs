using System.Globalization;
using System.Text;

namespace TransitAnalyzers.Connections.Text;

/// <summary>How a piece of text is written in its source: what must be escaped to write other text in its place.</summary>
internal abstract class Notation
{
    /// <summary>Nothing is escaped: raw string literals, <c>.env</c> files, plain scalars.</summary>
    public static readonly Notation Plain = new PlainNotation();

    /// <summary>A regular C# literal: backslash escapes.</summary>
    public static readonly Notation Regular = new EscapingNotation(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ => ControlEscape(c),
    });

    /// <summary>A verbatim C# literal: a quote is doubled.</summary>
    public static readonly Notation Verbatim = new EscapingNotation(static c => c == '"' ? "\"\"" : null);

    /// <summary>The text of a regular interpolated string.</summary>
    public static readonly Notation RegularInterpolated = new EscapingNotation(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '{' => "{{",
        '}' => "}}",
        _ => ControlEscape(c),
    });

    /// <summary>The text of a verbatim interpolated string.</summary>
    public static readonly Notation VerbatimInterpolated = new EscapingNotation(static c => c switch
    {
        '"' => "\"\"",
        '{' => "{{",
        '}' => "}}",
        _ => null,
    });

    /// <summary>Behind an operand of a C# concatenation: a further operand.</summary>
    public static readonly Notation Operand = new OperandNotation();

    /// <summary>A constant of C# that is no text: a bool, a number.</summary>
    public static readonly Notation CSharpConstant = new ConstantNotation();

    /// <summary>The member of <see cref="bool"/> that is the text.</summary>
    public static readonly Notation CSharpFlagText = new FlagTextNotation();

    /// <summary>A JSON string.</summary>
    public static readonly Notation Json = new EscapingNotation(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ => ControlEscape(c),
    });

    /// <summary>A value of JSON that is no string: <c>true</c>, a number. What is neither becomes a string.</summary>
    public static readonly Notation JsonLiteral = new JsonLiteralNotation();

    /// <summary>An attribute value or element text of XML.</summary>
    public static readonly Notation Xml = new EscapingNotation(static c => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&apos;",
        _ => null,
    });

    /// <summary>The text as it is written in this notation; null where it cannot be.</summary>
    public abstract string? Write(string text);

    /// <summary>The name of one of these members: of an enumeration, or static members that are used like one.</summary>
    public static Notation MembersOf(IEnumerable<string> names) => new MemberNotation([.. names]);

    private static string? ControlEscape(char c) =>
        c < ' ' ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : null;

    private sealed class PlainNotation : Notation
    {
        public override string Write(string text) => text;
    }

    private sealed class ConstantNotation : Notation
    {
        // The number in a cast is no place for the name of another member.
        public override string? Write(string text) => IsConstant(text) ? text.ToLowerInvariant() : null;

        public static bool IsConstant(string text) => bool.TryParse(text, out _) || text.All(char.IsDigit);
    }

    private sealed class FlagTextNotation : Notation
    {
        public override string? Write(string text) => bool.TryParse(text, out var flag) ? flag ? nameof(bool.TrueString) : nameof(bool.FalseString) : null;
    }

    private sealed class JsonLiteralNotation : Notation
    {
        public override string Write(string text) => ConstantNotation.IsConstant(text) ? text.ToLowerInvariant() : "\"" + Json.Write(text) + "\"";
    }

    private sealed class MemberNotation(string[] names) : Notation
    {
        public override string? Write(string text)
        {
            foreach (var name in names)
                if (string.Equals(name, text.Replace("_", ""), StringComparison.OrdinalIgnoreCase))
                    return name;
            // SqlConnectionEncryptOption, which strings spell like a bool.
            return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) && Array.IndexOf(names, "Mandatory") >= 0 ? "Mandatory" : null;
        }
    }

    private sealed class OperandNotation : Notation
    {
        public override string Write(string text) => " + \"" + Regular.Write(text) + "\"";
    }

    private sealed class EscapingNotation(Func<char, string?> escape) : Notation
    {
        public override string Write(string text)
        {
            StringBuilder? written = null;
            for (var i = 0; i < text.Length; i++)
            {
                var replacement = escape(text[i]);
                if (replacement is not null)
                    written ??= new StringBuilder(text, 0, i, text.Length + 8);
                if (written is not null)
                    _ = replacement is null ? written.Append(text[i]) : written.Append(replacement);
            }

            return written?.ToString() ?? text;
        }
    }
}
