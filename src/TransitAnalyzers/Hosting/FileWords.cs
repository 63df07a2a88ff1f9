namespace TransitAnalyzers.Hosting;

/// <summary>
/// What the words of a file tell: is all of it worth a look, or what is around some places, and which words may it hold?
/// </summary>
internal sealed class FileWords(bool isWhole, bool hasText, bool hasMethod, int[] bytes, int[] places, WordFilter words)
{
    /// <summary>A file that was not read: it may hold anything.</summary>
    public static FileWords Unread { get; } = new(isWhole: true, hasText: false, hasMethod: true, [], [], WordFilter.All);

    /// <summary>May the file hold a text that matters?</summary>
    public bool HasText { get; } = hasText;

    /// <summary>May methods of the file matter?</summary>
    public bool HasMethod { get; } = isWhole || hasMethod;

    /// <summary>Is nothing in the file worth a look?</summary>
    public bool IsSilent { get; } = !isWhole && bytes.Length == 0 && places.Length == 0;

    /// <summary>Is a piece of the file worth a look?</summary>
    public bool Tells(int start, int end)
    {
        if (isWhole)
            return true;
        var index = Array.BinarySearch(places, start);
        if (index < 0)
            index = ~index;
        return index < places.Length && places[index] <= end;
    }

    /// <summary>Where in a piece of the file numbers end that may begin a list of bytes in DER.</summary>
    public IEnumerable<int> BytesIn(int start, int end) => bytes.Length == 0 ? [] : bytes.Where(at => at > start && at <= end);

    /// <summary>False where the file does not hold the word outside of comments; true for a few of the words that it does not hold.</summary>
    public bool MayHold(int hash) => words.MayContain(hash);

    /// <summary>May the file hold each of these words outside of comments?</summary>
    public bool MayHoldAll(int[] hashes)
    {
        foreach (var hash in hashes)
            if (!words.MayContain(hash))
                return false;
        return true;
    }

    /// <summary>May the file hold one of these words outside of comments, or what stands for one?</summary>
    public bool MayHoldOne(int[] hashes)
    {
        if (isWhole)
            return true;
        foreach (var hash in hashes)
            if (words.MayContain(hash))
                return true;
        return false;
    }
}
