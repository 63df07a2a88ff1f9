namespace TransitAnalyzers.Hosting;

/// <summary>Words of source text: runs of letters, digits and underscores, told by a hash. Two words may share one.</summary>
internal static class Word
{
    private static readonly bool[] Parts = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => c == '_' || char.IsLetterOrDigit((char)c))];

    public static bool IsPart(char c) => Parts[c];

    public static int HashOf(string word)
    {
        var hash = 0;
        foreach (var c in word)
            hash = Next(hash, c);
        return hash;
    }

    /// <summary>The hash of a word with one more character. Rotates, because to multiply would take three times as long.</summary>
    public static int Next(int hash, char c) => (hash << 7 | (int)((uint)hash >> 25)) ^ c;

    /// <summary>The hashes of the words of a text.</summary>
    public static IEnumerable<int> HashesIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at]))
                continue;
            var hash = 0;
            for (; at < text.Length && IsPart(text[at]); at++)
                hash = Next(hash, text[at]);
            yield return hash;
        }
    }

    /// <summary>Does a line break or tab in a literal end here, whose letter does not belong to the word that follows?</summary>
    public static bool IsAfterEscape(string text, int at) =>
        at >= 2 && at < text.Length && text[at - 2] == '\\' && text[at - 1] is 'n' or 'r' or 't';

    /// <summary>Does a word begin and end here?</summary>
    public static bool IsAt(string text, int start, int length) =>
        (start == 0 || !IsPart(text[start - 1])) && (start + length == text.Length || !IsPart(text[start + length]));
}

/// <summary>A set of words by three bits each, in one place: says yes of each word that it was given, and of few others.</summary>
internal sealed class WordFilter
{
    private readonly ulong[] bits;

    /// <param name="size">The number of bits, a power of two.</param>
    public WordFilter(int size) => bits = new ulong[Math.Max(1, size / 64)];

    /// <summary>Says yes of each word.</summary>
    public static WordFilter All { get; } = new(64) { bits = { [0] = ulong.MaxValue } };

    /// <summary>The bits of a word, and where they stand: for who asks several filters about one word.</summary>
    public static (ulong Bits, int Place) Of(int hash)
    {
        // Multiplied, because the hashes of short words differ in few bits; the best bits of a product are the upper ones.
        var mixed = unchecked((uint)hash * 0x9E3779B97F4A7C15);
        return ((1UL << (int)(mixed >> 58)) | (1UL << (int)(mixed >> 52)) | (1UL << (int)(mixed >> 46)), (int)(mixed >> 32));
    }

    public void Add((ulong Bits, int Place) word) => bits[word.Place & (bits.Length - 1)] |= word.Bits;

    public bool MayContain((ulong Bits, int Place) word) => (word.Bits & ~bits[word.Place & (bits.Length - 1)]) == 0;

    public bool MayContain(int hash) => MayContain(Of(hash));
}
