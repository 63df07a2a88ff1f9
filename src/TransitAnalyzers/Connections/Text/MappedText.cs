using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Connections.Text;

/// <summary>A stretch of a text: positions in the text, not in the source.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange FromBounds(int start, int end) => new(start, end - start);
}

/// <summary>Replaces a stretch of the text; an empty range inserts.</summary>
internal readonly record struct TextEdit(TextRange Range, string NewText);

/// <summary>A change in the source. <see cref="Tree"/> is null where the source is a file that is not C#.</summary>
internal readonly record struct SourceChange(SyntaxTree? Tree, TextSpan Span, string NewText);

/// <summary>
/// A text as the program sees it, with the place in the source of every character, in whatever literals it stands: a
/// finding points at the characters that are its cause, and a fix changes those only. What is not known at compile time
/// is a hole: one <see cref="Hole"/> character.
/// </summary>
internal sealed class MappedText
{
    /// <summary>Stands in <see cref="Text"/> for a value that is not known (U+FFFC, object replacement character).</summary>
    public const char Hole = '\uFFFC';

    private readonly ImmutableArray<Piece> pieces;

    private MappedText(string text, ImmutableArray<Piece> pieces)
    {
        Text = text;
        this.pieces = pieces;
    }

    public string Text { get; }

    /// <summary>The tree of the first piece that is written in C#.</summary>
    public SyntaxTree? Tree => pieces.FirstOrDefault(piece => piece.Tree is not null).Tree;

    /// <summary>A text of one piece, whose characters stand in the source as they are.</summary>
    public static MappedText Plain(string text, int sourceStart) => new Builder().Append(text, null, sourceStart, null, Notation.Plain).ToText();

    /// <summary>Is any part of the range unknown?</summary>
    public bool IsHole(TextRange range) => Text.IndexOf(Hole, range.Start, range.Length) >= 0;

    /// <summary>Does the range stand in one literal?</summary>
    public bool StandsTogether(TextRange range) =>
        range.Length == 0 || pieces.IsEmpty || PieceAt(range.Start).Start == PieceAt(range.End - 1).Start;

    /// <summary>Where the character stands in its source; the end of the text stands after its last character.</summary>
    public int SourcePosition(int index)
    {
        if (pieces.IsEmpty)
            return 0;
        var piece = PieceAt(index);
        return piece.SourceOf(index);
    }

    /// <summary>
    /// Where the range stands in the source. Null where it stands in two files; a range over several literals of one file
    /// reaches from the first to the last.
    /// </summary>
    public (SyntaxTree? Tree, TextSpan Span)? SourceOf(TextRange range)
    {
        if (pieces.IsEmpty)
            return null;
        var first = PieceAt(range.Start);
        var last = range.Length == 0 ? first : PieceAt(range.End - 1);
        var start = first.SourceOf(range.Start);
        var end = range.Length == 0 ? start : last.SourceOf(range.End);
        return first.Tree == last.Tree && start <= end ? (first.Tree, TextSpan.FromBounds(start, end)) : null;
    }

    /// <summary>
    /// The change of the source that makes this change of the text; null where the range does not stand in one literal
    /// or covers a hole.
    /// </summary>
    public SourceChange? ChangeOf(TextEdit edit)
    {
        if (pieces.IsEmpty || IsHole(edit.Range))
            return null;
        var piece = PieceAt(edit.Range.Start);
        if (edit.Range.Length == 0)
        {
            // Text that is inserted between two pieces belongs to the one before, if that one can take it.
            if (edit.Range.Start == piece.Start && edit.Range.Start > 0 && PieceAt(edit.Range.Start - 1) is { Notation: not null } before)
                piece = before;
            return piece.IsHole && edit.Range.Start == piece.Start ? null : Written(piece, new TextSpan(piece.SourceOf(edit.Range.Start), 0), edit.NewText);
        }

        if (edit.Range.End > piece.Start + piece.Length)
            return null;
        var span = TextSpan.FromBounds(piece.SourceOf(edit.Range.Start), piece.SourceOf(edit.Range.End));
        return Written(piece, span, edit.NewText);
    }

    private static SourceChange? Written(in Piece piece, TextSpan span, string newText) =>
        piece.Notation?.Write(newText) is { } written ? new SourceChange(piece.Tree, span, written) : null;

    /// <summary>The changes of the source for all edits, in the order of the text; empty where one of them cannot be made.</summary>
    public ImmutableArray<SourceChange> ChangesOf(ImmutableArray<TextEdit> edits)
    {
        var changes = ImmutableArray.CreateBuilder<SourceChange>(edits.Length);
        foreach (var edit in edits.OrderBy(edit => edit.Range.Start))
        {
            if (ChangeOf(edit) is not { } change)
                return ImmutableArray<SourceChange>.Empty;
            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    /// <summary>A part of the text, which still knows its places in the source.</summary>
    public MappedText Part(TextRange range)
    {
        var builder = new Builder();
        foreach (var piece in pieces)
        {
            var start = Math.Max(range.Start, piece.Start);
            var end = Math.Min(range.End, piece.Start + piece.Length);
            if (start >= end)
                continue;
            var offsets = piece.Offsets is null ? null : new int[end - start + 1];
            if (offsets is not null)
                Array.Copy(piece.Offsets!, start - piece.Start, offsets, 0, offsets.Length);
            builder.Append(piece with { Start = builder.Length, Length = end - start, SourceStart = piece.SourceOf(start), Offsets = offsets }, Text.Substring(start, end - start));
        }

        return builder.ToText();
    }

    /// <summary>The same text in the same places, which no edit changes.</summary>
    public MappedText Unwritable() => new(Text, ImmutableArray.CreateRange(pieces.Select(static piece => piece with { Notation = null })));

    private Piece PieceAt(int index)
    {
        int low = 0, high = pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Start <= index)
                low = middle;
            else
                high = middle - 1;
        }

        return pieces[low];
    }

    internal readonly record struct Piece(int Start, int Length, SyntaxTree? Tree, int SourceStart, int SourceEnd, int[]? Offsets, Notation? Notation, bool IsHole)
    {
        public int SourceOf(int index)
        {
            var offset = Math.Max(0, Math.Min(index - Start, Length));
            return IsHole
                ? offset == 0 ? SourceStart : SourceEnd
                : Offsets is null ? SourceStart + offset : Offsets[offset];
        }
    }

    internal sealed class Builder
    {
        private readonly StringBuilder text = new();
        private readonly ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>();

        public int Length => text.Length;

        /// <summary>
        /// Appends text of one literal. <paramref name="offsets"/> holds the source position of each character and of the
        /// end; null where the text stands in the source character by character. Without a notation the text is known
        /// but cannot be changed.
        /// </summary>
        public Builder Append(string value, SyntaxTree? tree, int sourceStart, int[]? offsets, Notation? notation)
        {
            if (value.Length > 0)
                pieces.Add(new(text.Length, value.Length, tree, sourceStart, sourceStart + value.Length, offsets, notation, IsHole: false));
            text.Append(value);
            return this;
        }

        /// <summary>
        /// Appends an unknown value, written at this place. <paramref name="behind"/>: how text is written behind it; null
        /// where none can be.
        /// </summary>
        public Builder AppendHole(SyntaxTree? tree, TextSpan source, Notation? behind = null)
        {
            pieces.Add(new(text.Length, 1, tree, source.Start, source.End, null, behind, IsHole: true));
            text.Append(Hole);
            return this;
        }

        /// <summary>Appends another text as it is.</summary>
        public Builder Append(MappedText other)
        {
            foreach (var piece in other.pieces)
                pieces.Add(piece with { Start = text.Length + piece.Start });
            text.Append(other.Text);
            return this;
        }

        internal Builder Append(in Piece piece, string value)
        {
            pieces.Add(piece);
            text.Append(value);
            return this;
        }

        public MappedText ToText() => new(text.ToString(), pieces.ToImmutable());
    }
}
