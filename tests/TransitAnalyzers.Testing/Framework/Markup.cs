using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A text without its markup, and the spans that the markup named: <c>[|…|]</c> (null), <c>{|DIT0101:…|}</c>,
/// <c>{|#0:…|}</c>. Spans may nest.
/// </summary>
internal sealed record Markup(string Text, ImmutableArray<(string? Name, TextSpan Span)> Spans)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(string? Name, int Start, bool Named)>();
        var spans = new List<(string? Name, TextSpan Span)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var two = i + 1 < marked.Length ? marked.AsSpan(i, 2) : default;
            if (two is "[|")
            {
                open.Push((null, text.Length, false));
                i++;
            }
            else if (two is "{|" && Name(marked, i + 2) is { } name)
            {
                open.Push((name, text.Length, true));
                i += 2 + name.Length;
            }
            else if ((two is "|]" || two is "|}") && open.Count > 0 && open.Peek().Named == (two is "|}"))
            {
                var start = open.Pop();
                spans.Add((start.Name, TextSpan.FromBounds(start.Start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException($"The markup '{(open.Peek().Named ? "{|" + open.Peek().Name + ":" : "[|")}' is not closed.");
        return new(text.ToString(), [.. spans.OrderBy(span => span.Span.Start).ThenByDescending(span => span.Span.Length)]);
    }

    private static string? Name(string marked, int start)
    {
        var end = start;
        while (end < marked.Length && (char.IsLetterOrDigit(marked[end]) || marked[end] is '#' or '_' or '-'))
            end++;
        return end > start && end < marked.Length && marked[end] == ':' ? marked[start..end] : null;
    }
}
