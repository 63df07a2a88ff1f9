using System.Text;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>Collects the decoded characters of one value, each with its place in the file.</summary>
internal sealed class ValueBuilder(Notation notation)
{
    private readonly MappedText.Builder value = new();
    private readonly StringBuilder piece = new();
    private readonly List<int> starts = [];

    /// <summary>The value so far.</summary>
    public int Length => value.Length + piece.Length;

    public void Add(char character, int position)
    {
        piece.Append(character);
        starts.Add(position);
    }

    /// <summary>Text that stands in the file as it is.</summary>
    public void Add(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            Add(text[i], i);
    }

    /// <summary>What is filled in when the program is deployed or started: not known.</summary>
    public void AddHole(int start, int end)
    {
        Flush(start);
        value.AppendHole(null, TextSpan.FromBounds(start, end));
    }

    /// <summary>Takes off the blanks at the end of the last piece.</summary>
    public void TrimEnd()
    {
        while (piece.Length > 0 && piece[piece.Length - 1] is ' ' or '\t')
        {
            piece.Length--;
            starts.RemoveAt(starts.Count - 1);
        }
    }

    /// <param name="end">Where the value ends in the file.</param>
    public MappedText ToText(int end)
    {
        Flush(end);
        return value.ToText();
    }

    private void Flush(int end)
    {
        if (piece.Length == 0)
            return;
        starts.Add(end);
        value.Append(piece.ToString(), null, starts[0], starts.ToArray(), notation);
        piece.Clear();
        starts.Clear();
    }
}
