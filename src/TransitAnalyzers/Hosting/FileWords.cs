using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// What the words of a file tell: is all of it worth a look, or what is around some places, and which words may it hold?
/// </summary>
internal sealed class FileWords(bool isWhole, bool hasText, bool hasMethod, int[] bytes, int[] places, WordFilter? words)
{
    private readonly string? unread;
    private WordFilter? words = words;

    private FileWords(string unread)
        : this(isWhole: false, hasText: false, hasMethod: false, [], [], words: null) => this.unread = unread;

    /// <summary>Is all of the file worth a look?</summary>
    public bool IsWhole { get; } = isWhole;

    /// <summary>Is nothing in the file worth a look?</summary>
    public bool IsSilent { get; } = !isWhole && bytes.Length == 0 && places.Length == 0;

    /// <summary>The file; null for a text that is none of a compilation's.</summary>
    public SyntaxTree? Tree { get; private set; }

    /// <summary>Where the file stands among those of the compilation.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Has a designer written the file: a form, resources, the model of a migration?</summary>
    public bool IsOfDesigner { get; private set; }

    /// <summary>May the file hold a text that matters?</summary>
    public bool HasText { get; } = hasText;

    /// <summary>May methods of the file matter?</summary>
    public bool HasMethod { get; } = isWhole || hasMethod;

    /// <summary>All places that are worth a look.</summary>
    public PlaceRange All => new(0, places.Length);

    /// <summary>A file that nobody looks at, but which may mention what others declare: it is read when somebody asks for a word.</summary>
    public static FileWords Unread(string text) => new(text);

    /// <summary>The same, known to be those of this file. Here, because who asks for the file has its words in the processor's cache.</summary>
    public FileWords Of(SyntaxTree tree, int index, bool isOfDesigner)
    {
        (Tree, Index, IsOfDesigner) = (tree, index, isOfDesigner);
        return this;
    }

    /// <summary>Is a piece of the file worth a look?</summary>
    public bool Tells(TextSpan piece) => Tells(piece, All, out _);

    /// <summary>May a piece of the file hold a list of bytes in DER?</summary>
    public bool HasBytes(TextSpan piece) => bytes.Length > 0 && BytesIn(piece).Any();

    /// <summary>
    /// Is a piece of the file worth a look in which only these places can stand? Those that do are what remains for its parts; of a
    /// piece that is not, the range begins with those behind it.
    /// </summary>
    public bool Tells(TextSpan piece, PlaceRange among, out PlaceRange within)
    {
        within = among;
        if (IsWhole)
            return true;
        var first = FirstFrom(piece.Start, among);
        if (first == among.End || places[first] > piece.End)
        {
            within = new(first, among.End);
            return false;
        }

        within = new(first, FirstFrom(piece.End + 1, new(first, among.End)));
        return true;
    }

    /// <summary>Where in a piece of the file numbers end that may begin a list of bytes in DER.</summary>
    public IEnumerable<int> BytesIn(TextSpan piece) => bytes.Where(at => at > piece.Start && at <= piece.End);

    /// <summary>
    /// False where the file does not hold the word outside of comments; true for a few that it does not hold, and for all that are
    /// too short to be told.
    /// </summary>
    public bool MayHold(WordBits word) => word.Bits == 0 || (words ??= WordReader.WordsOf(unread!)).MayContain(word);

    /// <summary>May the file hold all of these words outside of comments?</summary>
    public bool MayHoldAll(WordBits[] wanted)
    {
        foreach (var word in wanted)
            if (!MayHold(word))
                return false;
        return true;
    }

    /// <summary>May the file hold one of these words outside of comments, or what stands for one?</summary>
    public bool MayHoldOne(WordBits[] wanted)
    {
        if (IsWhole)
            return true;
        foreach (var word in wanted)
            if (MayHold(word))
                return true;
        return false;
    }

    /// <summary>Where the first of these places stands.</summary>
    public int FirstOf(PlaceRange range) => places[range.First];

    /// <summary>Those of the places that stand here or behind it.</summary>
    public PlaceRange From(int position, PlaceRange among) => new(FirstFrom(position, among), among.End);

    private int FirstFrom(int position, PlaceRange among)
    {
        var (first, end) = among;
        while (first < end)
        {
            var middle = (first + end) >> 1;
            if (places[middle] < position)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }
}

/// <summary>Some of a file's places, one behind the other.</summary>
internal readonly record struct PlaceRange(int First, int End);
