using System.Text;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>The characters of a scalar of a <c>.env</c> or YAML file, before variables in it are replaced.</summary>
internal sealed class Scalar
{
    private readonly StringBuilder text = new();
    private readonly List<int> starts = [];
    private readonly List<bool> escaped = [];

    /// <summary>Where the scalar ends in the file.</summary>
    public int End { get; set; }

    /// <summary>Single-quoted values of a <c>.env</c> file: nothing in them is replaced.</summary>
    public bool IsVerbatim { get; set; }

    /// <summary>How a <c>$</c> itself is written.</summary>
    public bool DollarIsDoubled { get; init; }

    public int Length => text.Length;

    public string Text => text.ToString();

    public void Add(char character, int position, bool isEscaped = false)
    {
        text.Append(character);
        starts.Add(position);
        escaped.Add(isEscaped);
    }

    public void TrimEnd()
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] is ' ' or '\t')
            length--;
        Truncate(length);
    }

    public void Truncate(int length)
    {
        if (length >= text.Length)
            return;
        End = starts[length];
        text.Length = length;
        starts.RemoveRange(length, starts.Count - length);
        escaped.RemoveRange(length, escaped.Count - length);
    }

    private int PositionOf(int index) => index < starts.Count ? starts[index] : End;

    /// <summary>The value from this character on; <c>$NAME</c> and <c>${NAME}</c> in it are not known.</summary>
    public MappedText ToText(int from)
    {
        var value = new ValueBuilder(Notation.Plain);
        var all = Text;
        for (var i = from; i < all.Length; i++)
        {
            if (all[i] != '$' || IsVerbatim || escaped[i])
            {
                value.Add(all[i], starts[i]);
            }
            else if (DollarIsDoubled && i + 1 < all.Length && all[i + 1] == '$')
            {
                value.Add('$', starts[i++]);
            }
            else if (VariableEnd(all, i) is var end && end > i)
            {
                value.AddHole(starts[i], PositionOf(end));
                i = end - 1;
            }
            else
            {
                value.Add('$', starts[i]);
            }
        }

        return value.ToText(End);
    }

    private static int VariableEnd(string text, int dollar)
    {
        var i = dollar + 1;
        if (i < text.Length && text[i] == '{')
        {
            var depth = 0;
            for (; i < text.Length; i++)
            {
                if (text[i] == '{')
                    depth++;
                else if (text[i] == '}' && --depth == 0)
                    return i + 1;
            }

            return text.Length;
        }

        if (i >= text.Length || !(char.IsLetter(text[i]) || text[i] == '_'))
            return dollar;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            i++;
        return i;
    }
}
