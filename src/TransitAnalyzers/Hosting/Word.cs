using System.Runtime.CompilerServices;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Words of source text: runs of letters, digits and underscores, told by a hash. Two words may share one.
/// </summary>
internal static class Word
{
    /// <summary>So many characters of a word are asked for before it is known where it ends.</summary>
    public const int Beginning = 6;

    /// <summary>So many characters are looked at where a word begins.</summary>
    public const int Reach = 10;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;
    private const ulong Third = 0x165667B19E3779F9;

    private static readonly bool[] Parts = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => c == '_' || char.IsLetterOrDigit((char)c))];

    public static bool IsPart(char c) => Parts[c];

    /// <summary>The hash of what stands where a word begins, of the beginning alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ulong BeginningAt(char* word) =>
        unchecked((*(ulong*)word * First) + (*(ulong*)(word + Beginning - 4) * Second));

    /// <summary>
    /// What a file keeps of the word that begins here, before it is known where it ends: by its first four characters where, and a
    /// bit each for those, for the first six and for the first ten. Of a shorter word some of them are of what follows it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe WordBits BitsAt(char* word)
    {
        var (four, six, ten) = BeginningsAt(word);
        return new(Bit(four) | Bit(six) | Bit(ten), PlaceOf(four));
    }

    /// <summary>What a file that holds the word keeps of it at least: nothing of one with fewer than four characters.</summary>
    public static WordBits BitsOf(string word) => BitsOf(word, 0, word.Length);

    /// <summary>The same, of the word that stands here.</summary>
    public static unsafe WordBits BitsOf(string text, int start, int length)
    {
        var word = stackalloc char[Reach];
        for (var i = 0; i < Reach; i++)
            word[i] = i < length ? text[start + i] : '\0';
        var (four, six, ten) = BeginningsAt(word);
        return new((length < 4 ? 0 : Bit(four)) | (length < Beginning ? 0 : Bit(six)) | (length < Reach ? 0 : Bit(ten)), PlaceOf(four));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe (ulong Four, ulong Six, ulong Ten) BeginningsAt(char* word)
    {
        var six = BeginningAt(word);
        return unchecked((*(ulong*)word * First, six, six + (*(ulong*)(word + Beginning) * Third)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(ulong hash) => 1UL << (int)(hash >> 58);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ulong hash) => (int)(hash >> 32);

    /// <summary>The hash of how the word begins; 0 for one that is too short to be told by it.</summary>
    public static unsafe ulong BeginningOf(string word)
    {
        fixed (char* first = word)
            return word.Length < Beginning ? 0 : BeginningAt(first);
    }

    public static ulong HashOf(string word) => HashOf(word, 0, word.Length);

    /// <summary>The hash of the word that stands here.</summary>
    public static unsafe ulong HashOf(string text, int start, int length)
    {
        fixed (char* first = text)
            return HashOf(first + start, length);
    }

    /// <summary>
    /// The hash of a word by its length and its first, middle and last four characters, which are all characters of most words:
    /// to go through each would take several times as long, most of it for guessing wrongly where the word ends.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ulong HashOf(char* word, int length)
    {
        ulong first;
        ulong middle;
        ulong last;
        if (length >= 4)
        {
            first = *(ulong*)word;
            middle = *(ulong*)(word + (length >> 1) - 2);
            last = *(ulong*)(word + length - 4);
        }
        else if (length > 0)
        {
            first = word[0];
            middle = word[length >> 1];
            last = word[length - 1];
        }
        else
        {
            return 0;
        }

        unchecked
        {
            var mixed = (first * First) + (middle * Second) + (last * Third) + (ulong)length;
            return (mixed ^ (mixed >> 32)) * First;
        }
    }

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text[at]))
                continue;
            var start = at;
            while (at < text.Length && IsPart(text[at]))
                at++;
            yield return text.Substring(start, at - start);
        }
    }

    /// <summary>Does a line break or tab in a literal end here, whose letter does not belong to the word that follows?</summary>
    public static bool IsAfterEscape(string text, int at) =>
        at >= 2 && at < text.Length && text[at - 2] == '\\' && text[at - 1] is 'n' or 'r' or 't';

    /// <summary>Does a word begin and end here?</summary>
    public static bool IsAt(string text, int start, int length) =>
        (start == 0 || !IsPart(text[start - 1])) && (start + length == text.Length || !IsPart(text[start + length]));
}

/// <summary>The bits of a word, and where they stand.</summary>
internal readonly record struct WordBits(ulong Bits, int Place);

/// <summary>A set of words by a few bits each, in one place: says yes of each word that it was given, and of few others.</summary>
internal sealed class WordFilter
{
    private readonly ulong[] bits;

    /// <param name="size">The number of bits, a power of two.</param>
    public WordFilter(int size) => bits = new ulong[Math.Max(1, size / 64)];

    /// <summary>For who asks or tells it of every word of a file.</summary>
    public ulong[] All => bits;

    /// <summary>The bits of a word that is told by this hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordBits Of(ulong hash) =>
        new((1UL << (int)(hash >> 58)) | (1UL << (int)(hash >> 52)), (int)(hash >> 32));

    public void Add(WordBits word) => bits[word.Place & (bits.Length - 1)] |= word.Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(WordBits word) => (word.Bits & ~bits[word.Place & (bits.Length - 1)]) == 0;

    public bool MayContain(ulong hash) => MayContain(Of(hash));
}
