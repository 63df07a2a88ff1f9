using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Configuration;

/// <summary>
/// Comments <c>transit-analyzers: ignore DIT0301 reason</c>, in whatever comment syntax the file has. One stands for its
/// own line or, alone on its line, for the entry below it; several may stand above each other.
/// </summary>
internal sealed class Suppressions
{
    private const string Marker = "transit-analyzers:";
    private const string Verb = "ignore";

    // In the order of the file.
    private readonly List<(TextSpan Span, HashSet<string> Ids)> comments = [];

    /// <summary>Looks at the text of one comment; anything else than a suppression is passed over.</summary>
    public void Add(string text, TextSpan comment)
    {
        var at = text.IndexOf(Marker, comment.Start, comment.Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return;
        var words = text.Substring(at + Marker.Length, comment.End - at - Marker.Length)
            .Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words[0].Equals(Verb, StringComparison.OrdinalIgnoreCase))
            return;
        var ids = new HashSet<string>(words.Skip(1).TakeWhile(IsId), StringComparer.OrdinalIgnoreCase);
        if (ids.Count > 0)
            comments.Add((comment, ids));
    }

    /// <summary>Is a finding of this rule, at this place of an entry that begins at the anchor, to be passed over?</summary>
    public bool Cover(string id, SourceText text, TextSpan finding, int anchor)
    {
        if (comments.Count == 0)
            return false;
        var line = LineOf(text, finding.Start);
        var entry = LineOf(text, anchor);
        return On(line) || On(entry) || Above(line) || Above(entry);

        bool On(TextLine at)
        {
            for (var i = LastBefore(at.End + 1); i >= 0 && comments[i].Span.End >= at.Start; i--)
                if (comments[i].Ids.Contains(id))
                    return true;
            return false;
        }

        bool Above(TextLine at)
        {
            for (var i = LastBefore(at.Start); i >= 0; i--)
            {
                var (span, ids) = comments[i];
                if (LineOf(text, span.End).LineNumber != at.LineNumber - 1 || !StandsAlone(text, span.Start))
                    return false;
                if (ids.Contains(id))
                    return true;
                at = LineOf(text, span.Start);
            }

            return false;
        }
    }

    /// <summary>The last comment that begins before the position, or -1.</summary>
    private int LastBefore(int position)
    {
        int low = 0, high = comments.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (comments[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    // A comment behind an entry speaks of that entry, not of the next one.
    private static bool StandsAlone(SourceText text, int start)
    {
        for (var i = LineOf(text, start).Start; i < start; i++)
            if (!char.IsWhiteSpace(text[i]))
                return false;
        return true;
    }

    private static TextLine LineOf(SourceText text, int position) => text.Lines.GetLineFromPosition(Math.Min(position, text.Length));

    private static bool IsId(string word) =>
        word.Length == 7 && word.StartsWith("DIT", StringComparison.OrdinalIgnoreCase) && word.Skip(3).All(c => c is >= '0' and <= '9');
}
