namespace TransitAnalyzers.Hosting;

/// <summary>
/// What the words of a file tell: is all of it worth a look, or what is around some places, and which words may it hold?
/// </summary>
internal sealed class FileWords(bool isWhole, bool hasText, bool hasBytes, int[] places, int[] quotes, WordFilter words)
{
    /// <summary>A file that was not read: it may hold anything.</summary>
    public static FileWords Unread { get; } = new(isWhole: true, hasText: false, hasBytes: false, [], [], WordFilter.All);

    /// <summary>May the file hold a text that matters?</summary>
    public bool HasText { get; } = hasText;

    /// <summary>May the file hold a list of bytes in DER?</summary>
    public bool HasBytes { get; } = hasBytes;

    /// <summary>Is a piece of the file worth a look?</summary>
    public bool Tells(int start, int end) => isWhole || HasOne(places, start, end);

    /// <summary>May this piece of a file with texts that matter hold one?</summary>
    public bool Quotes(int start, int end) => HasOne(quotes, start, end);

    /// <summary>False where the file does not hold the word outside of comments; true for a few of the words that it does not hold.</summary>
    public bool MayHold(int hash) => words.MayContain(hash);

    private static bool HasOne(int[] places, int start, int end)
    {
        var index = Array.BinarySearch(places, start);
        if (index < 0)
            index = ~index;
        return index < places.Length && places[index] <= end;
    }
}
