using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The words without which a piece of code cannot concern any rule: the names that families asked for. One scan of a file
/// tells which of its members hold one; the others are not looked at, which is what makes the analyzer cheap. The words of
/// strings count as well: a word too many costs time, a word too few would cost a finding.
/// </summary>
internal sealed class TellingWords
{
    /// <summary>The group of the types of which each creation tells.</summary>
    private const ulong Created = 1UL << 63;

    /// <summary>The group of <c>partial</c>: what a type is, or holds, may be said in another file.</summary>
    private const ulong Partial = 1UL << 62;

    private const int MostGroups = 62;

    private const int ShortPlaces = 1024;

    private readonly Dictionary<ulong, TellingWord> words = [];
    private readonly Dictionary<int, ulong> keys = [];
    private readonly Dictionary<Telling, ulong> groups = [];
    private readonly HashSet<int> textKeys = [];
    private readonly CharacterPairs keyStarts = new();
    private readonly CharacterPairs textKeyEnds = new();

    public TellingWords()
        : this(1 << 16)
    {
        Add("delegate", WordRoles.Function);
        Add("new", WordRoles.New);
        Add("base", WordRoles.Base);
        At("partial").CompanionOf |= Partial;
        Add("using", WordRoles.Alias);
        Add("48", WordRoles.Byte);
        Add("0x30", WordRoles.Byte);
        Add("0X30", WordRoles.Byte);
    }

    private TellingWords(int size) => (Filter, Beginnings) = (new WordFilter(size), new WordFilter(size));

    /// <summary>No word tells anything.</summary>
    public static TellingWords None { get; } = new(64);

    /// <summary>Says of almost every word at once that it tells nothing.</summary>
    public WordFilter Filter { get; }

    /// <summary>Says of almost every word at once, before its end is known, that it is no long one that tells anything.</summary>
    public WordFilter Beginnings { get; }

    /// <summary>The same of words that are shorter than a <see cref="Word.Beginning"/>: for two characters, a bit for each third one.</summary>
    public ulong[] ShortBeginnings { get; } = new ulong[ShortPlaces];

    /// <summary>Does DER in base64 matter?</summary>
    public bool SeesBase64 { get; private set; }

    /// <summary>The group of what <c>base</c> stands for.</summary>
    public ulong Bases { get; private set; }

    /// <summary>The groups of what <c>new</c> stands for where no type follows it.</summary>
    public ulong Creations { get; private set; } = Created | Partial;

    /// <summary>The groups of what is set in brackets: indexers, and initializers that call <c>Add</c>.</summary>
    public ulong Elements { get; private set; }

    /// <summary>A name that makes the code around it worth a look where it is used in this way.</summary>
    public void AddName(string name, NameUses uses) => At(name).Uses |= uses;

    /// <summary>What makes the text that holds it worth a look.</summary>
    public void Add(TellingTexts telling)
    {
        foreach (var (hash, last, before) in telling.KeyEnds)
        {
            textKeys.Add(hash);
            textKeyEnds.Add(last, before);
        }

        foreach (var word in telling.Words)
            Add(word, WordRoles.Text);
        foreach (var word in telling.Schemes)
            Add(word, WordRoles.Scheme);
        foreach (var word in telling.Boundaries)
            Add(word, WordRoles.Boundary);
        if (telling.SeesBase64 && !SeesBase64)
        {
            SeesBase64 = true;
            for (var second = 'A'; second <= 'Z'; second++)
                ShortBeginnings[PlaceOfShort('M', second)] = ulong.MaxValue;
        }
    }

    /// <summary>A name that ordinary code is full of: in a file with one of these words or keys, the code around it is worth a look.</summary>
    public void AddOrdinary(string name, NameUses uses, Telling beside)
    {
        var word = At(name);
        word.OrdinaryUses |= uses;
        word.Groups |= GroupOf(beside);
    }

    /// <summary>The same, of what is set in brackets, whose name no code spells.</summary>
    public void AddElements(Telling beside) => Elements |= GroupOf(beside);

    /// <summary>The name of a type of which the creation tells, also where only what it is given to names it.</summary>
    public void AddCreation(string type, Telling? beside)
    {
        if (beside is null)
            At(type).CompanionOf |= Created;
        else
            Creations |= GroupOf(beside);
    }

    /// <summary>The same, of what <c>base</c> stands for.</summary>
    public void AddBases(Telling beside) => Bases |= GroupOf(beside) | Partial;

    /// <summary>A word of which one in a file makes methods worth a look whose name and parameters may matter.</summary>
    public void AddMethod(string word) => Add(word, WordRoles.Method);

    /// <summary>Words of which one makes a whole file worth a look.</summary>
    public void AddWhole(IEnumerable<string> words)
    {
        foreach (var word in words)
            Add(word, WordRoles.Whole);
    }

    /// <summary>What the words of a file tell.</summary>
    public FileWords Read(string text) => new WordReader(this, text).Read();

    /// <summary>What the word tells; null for almost every word.</summary>
    public TellingWord? Find(ulong hash) => words.TryGetValue(hash, out var word) ? word : null;

    /// <summary>The groups that the key of an entry, such as of a connection string builder, tells after a quote; none for any other text.</summary>
    public ulong GroupsOfKeyAt(string text, int start) => keys.TryGetValue(KeyStartingAt(text, start), out var told) ? told : 0;

    /// <summary>Says of most quotes at once that no key follows. Behind the characters of a string stands a zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe bool MayBeKeyAt(char* start) => *start != 0 && keyStarts.Contains(start[0], start[1]);

    /// <summary>Does a key of a text of pairs end here?</summary>
    public bool IsTextKeyAt(string text, int end) =>
        textKeyEnds.Contains(text[end], end > 0 ? text[end - 1] : ' ') && textKeys.Contains(KeyEndingAt(text, end));

    private void Add(string word, WordRoles role) => At(word).Roles |= role;

    private TellingWord At(string word) => At(new WordKey(word));

    private TellingWord At(WordKey word)
    {
        if (words.TryGetValue(word.Hash, out var told))
            return told;
        Filter.Add(WordFilter.Of(word.Hash));
        if (word.Beginning != 0)
            Beginnings.Add(WordFilter.Of(word.Beginning));
        else
            AddShort(word);
        words.Add(word.Hash, told = new TellingWord());
        return told;
    }

    /// <summary>Where the bits stand of short words that begin with these characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlaceOfShort(char first, char second) => (first ^ (second << 4)) & (ShortPlaces - 1);

    /// <summary>Behind a word of one or two characters, any other may follow.</summary>
    private void AddShort(WordKey word)
    {
        if (word.Third != '\0')
            ShortBeginnings[PlaceOfShort(word.First, word.Second)] |= 1UL << (word.Third & 63);
        else if (word.Second != '\0')
            ShortBeginnings[PlaceOfShort(word.First, word.Second)] = ulong.MaxValue;
        else
            for (var second = 0; second < ShortPlaces; second++)
                ShortBeginnings[PlaceOfShort(word.First, (char)second)] = ulong.MaxValue;
    }

    /// <summary>One bit for the names that are told by the same; those beyond the last bit share it.</summary>
    private ulong GroupOf(Telling beside)
    {
        if (groups.TryGetValue(beside, out var group))
            return group;
        groups.Add(beside, group = 1UL << Math.Min(groups.Count, MostGroups - 1));
        foreach (var word in beside.Words)
            At(word).CompanionOf |= group;
        foreach (var (hash, first, second) in beside.Keys)
        {
            keys[hash] = keys.TryGetValue(hash, out var known) ? known | group : group;
            keyStarts.Add(first, second);
        }

        return group;
    }

    /// <summary>The hash of a key with one more character.</summary>
    private static int Next(int hash, char c) => (hash << 7 | (int)((uint)hash >> 25)) ^ CharacterPairs.Lower(c);

    /// <summary>The hash of a text in quotes, without blanks and case; 0 for what is no key.</summary>
    public static int KeyStartingAt(string text, int start)
    {
        const int most = 80;
        var hash = 0;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (at - start == most)
                return 0;
            if (c is '"' or '\\' or '\n')
                return hash;
            if (c != ' ')
                hash = Next(hash, c);
        }

        return hash;
    }

    /// <summary>The hash of the word that ends here, from its end on and without case.</summary>
    public static int KeyEndingAt(string text, int end)
    {
        var hash = 0;
        for (; end >= 0 && Word.IsPart(text[end]); end--)
        {
            hash = Next(hash, text[end]);
            if (Word.IsAfterEscape(text, end))
                break;
        }

        return hash;
    }

    /// <summary>Two characters of ASCII without case by which most of what is no key is told at once.</summary>
    private sealed class CharacterPairs
    {
        private readonly ulong[] pairs = new ulong[128 * 2];

        public static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

        /// <summary>No second character stands for all.</summary>
        public void Add(char first, char? second)
        {
            foreach (var row in Cases(first))
            {
                if (second is null)
                    pairs[row * 2] = pairs[(row * 2) + 1] = ulong.MaxValue;
                else
                    foreach (var column in Cases(second.Value))
                        pairs[(row * 2) + (column >> 6)] |= 1UL << (column & 63);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Contains(char first, char second) =>
            first < 128 && second < 128 && (pairs[(first * 2) + (second >> 6)] & (1UL << (second & 63))) != 0;

        private static IEnumerable<char> Cases(char c)
        {
            var small = Lower(c);
            return small is >= 'a' and <= 'z' ? [small, (char)(small & ~0x20)] : [small];
        }
    }
}

/// <summary>What one word tells.</summary>
internal sealed class TellingWord
{
    public WordRoles Roles { get; set; }

    /// <summary>The uses of it as a name that make the code around it worth a look.</summary>
    public NameUses Uses { get; set; }

    /// <summary>The same, in a file with a companion of one of its groups.</summary>
    public NameUses OrdinaryUses { get; set; }

    /// <summary>The groups whose companions make it tell.</summary>
    public ulong Groups { get; set; }

    /// <summary>The groups that it makes tell.</summary>
    public ulong CompanionOf { get; set; }
}

/// <summary>How a name is used, as the signs beside it show.</summary>
[Flags]
internal enum NameUses
{
    None = 0,

    /// <summary>A method is called, or declared: a parenthesis or type arguments follow.</summary>
    Called = 1,

    /// <summary>An object is created: <c>new</c>, or the name of what the type stands in, goes before.</summary>
    Created = 2,

    /// <summary>A member is given a value: an assignment of whatever kind, or the rest of a tuple, follows.</summary>
    Assigned = 4,

    /// <summary>In any way.</summary>
    Named = 8,
}

/// <summary>What a word tells where it stands, other than as a name.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,

    /// <summary>The whole file is worth a look.</summary>
    Whole = 1,

    /// <summary>The text that holds it is worth a look.</summary>
    Text = 2,

    /// <summary>The text that holds it before a colon or plus is worth a look.</summary>
    Scheme = 4,

    /// <summary>Methods of the file are worth a look.</summary>
    Method = 8,

    /// <summary><c>new</c>: before a parenthesis it stands for a type that the file names elsewhere, unless the class has other parts.</summary>
    New = 16,

    /// <summary><c>base</c>: before a parenthesis it stands for a type that the file names elsewhere, unless the class has other parts.</summary>
    Base = 32,

    /// <summary><c>using</c>: under an alias, names are not spelled.</summary>
    Alias = 64,

    /// <summary>The first byte of a DER SEQUENCE, as a number in a list.</summary>
    Byte = 128,

    /// <summary><c>delegate</c>, which may begin an anonymous method.</summary>
    Function = 256,

    /// <summary>The text that holds it behind a dash is worth a look.</summary>
    Boundary = 512,
}

/// <summary>By what a word is found: its hash, and how it begins; zero where it is too short for that.</summary>
internal readonly record struct WordKey(ulong Hash, ulong Beginning, char First, char Second, char Third)
{
    public WordKey(string word)
        : this(Word.HashOf(word), Word.BeginningOf(word), word[0], word.Length > 1 ? word[1] : '\0', word.Length > 2 ? word[2] : '\0')
    {
    }
}

/// <summary>What tells of a use whose own name does not, because ordinary code is full of it. Hashed once: most are those of every compilation.</summary>
/// <param name="words">Names: the type of a field, a constant.</param>
/// <param name="keys">Texts in quotes, such as the keys of entries; blanks and case do not count.</param>
internal sealed class Telling(IEnumerable<string> words, IEnumerable<string> keys)
{
    public WordKey[] Words { get; } = [.. words.Select(static word => new WordKey(word))];

    /// <summary>The keys, with the characters that they begin with.</summary>
    public (int Hash, char First, char? Second)[] Keys { get; } =
        [.. keys.Select(static key => (TellingWords.KeyStartingAt(key, 0), key[0], key.Length > 1 ? key[1] : (char?)null))];

    public static Telling By(params string[] words) => new(words, []);
}

/// <summary>What tells of texts that matter. Each of them stands in the literal that matters itself.</summary>
/// <param name="words">Words of such texts.</param>
/// <param name="schemes">The words of such URIs' schemes.</param>
/// <param name="keys">Words that an equals sign follows in such texts; case does not count.</param>
internal sealed class TellingTexts(IEnumerable<string> words, IEnumerable<string> schemes, IEnumerable<string> keys)
{
    public ImmutableArray<string> Words { get; } = ImmutableArray.CreateRange(words);

    public ImmutableArray<string> Schemes { get; } = ImmutableArray.CreateRange(schemes);

    /// <summary>The keys, with the characters that they end with; none before the last where that is no part of a word.</summary>
    public (int Hash, char Last, char? Before)[] KeyEnds { get; } = [.. keys.Select(static key => (
        TellingWords.KeyEndingAt(key, key.Length - 1), key[key.Length - 1], key.Length > 1 && Word.IsPart(key[key.Length - 2]) ? key[key.Length - 2] : (char?)null))];

    /// <summary>The words that dashes go before in the boundaries of PEM (RFC 7468).</summary>
    public ImmutableArray<string> Boundaries { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>DER in base64 matters, which begins with M and another capital.</summary>
    public bool SeesBase64 { get; init; }
}
