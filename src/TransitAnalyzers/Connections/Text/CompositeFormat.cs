namespace TransitAnalyzers.Connections.Text;

/// <summary>The formats of <c>string.Format</c>: <c>Host={0};Port={1:D}</c>.</summary>
internal static class CompositeFormat
{
    /// <summary>The format with its items filled in; an item whose text is not known is a hole. Null where it cannot be read.</summary>
    public static MappedText? Fill(MappedText format, Func<int, MappedText?> textOf)
    {
        var text = format.Text;
        var builder = new MappedText.Builder();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open < 0 || open + 1 >= text.Length)
                break;
            builder.Append(format.Part(TextRange.FromBounds(at, open)));
            if (text[open + 1] == text[open])
            {
                builder.Append(format.Part(new(open, 1)));
                at = open + 2;
                continue;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
                return null;
            if (int.TryParse(text.Substring(open + 1, close - open - 1), out var index) && index >= 0 && textOf(index) is { } value)
                builder.Append(value);
            else if (format.SourceOf(TextRange.FromBounds(open, close + 1)) is { } source)
                builder.AppendHole(source.Tree, source.Span, Notation.Regular);
            else
                return null;
            at = close + 1;
        }

        return builder.Append(format.Part(TextRange.FromBounds(at, text.Length))).ToText();
    }
}
