namespace TransitAnalyzers.Hosting;

/// <summary>
/// The words without which a piece of code cannot concern any rule: the names that families asked for. One scan of a file
/// tells which of its members hold one; the others are not looked at, which is what makes the analyzer cheap. The words of
/// comments and strings count as well: a word too many costs time, a word too few would cost a finding.
/// </summary>
internal sealed class TellingWords
{
    private const int Bits = 1 << 16;
    private const int MostOfKey = 80;
    private const int MostOfParameters = 300;
    private const int MostOfLine = 300;

    private const byte Other = 0;
    private const byte Part = 1;
    private const byte Signal = 2;
    private const int LeastDer = 24;

    /// <summary>What a character of ASCII is: part of a word, a sign that may tell, or neither.</summary>
    private static readonly byte[] Kinds = KindsOfAscii();

    private static readonly int New = HashOf("new");
    private static readonly int Base = HashOf("base");
    private static readonly int Using = HashOf("using");

    private readonly HashSet<int> names = [HashOf("delegate")];
    private readonly HashSet<int> companions = [];
    private readonly HashSet<int> guards = [];
    private readonly HashSet<int> keys = [];
    private readonly HashSet<int> texts = [];
    private readonly HashSet<int> textKeys = [];
    private readonly ulong[] bits = new ulong[Bits / 64];
    private bool seesBase64;

    public TellingWords() => Mark(HashOf("delegate"));

    /// <summary>Did any family ask for anything?</summary>
    public bool Any { get; private set; }

    /// <summary>A word that makes the member around it worth a look.</summary>
    public void AddName(string name) => Add(names, name);

    /// <summary>A word by which a program asks where it runs.</summary>
    public void AddGuard(string word) => Add(guards, word);

    /// <summary>What makes the texts of a file worth a look.</summary>
    public void Add(TellingTexts telling)
    {
        Any = true;
        foreach (var key in telling.Keys)
            textKeys.Add(LastWordHash(key));
        foreach (var word in telling.Words)
            Add(texts, word);
        seesBase64 |= telling.SeesBase64;
    }

    /// <summary>What makes every member of a file worth a look.</summary>
    public void Add(Telling telling)
    {
        Any = true;
        foreach (var word in telling.Words)
            Add(companions, word);
        foreach (var key in telling.Keys)
            keys.Add(KeyHash(key, 0));
    }

    /// <summary>What the words of a file tell.</summary>
    public FileWords Read(string text)
    {
        var reader = new Reader(this, text);
        reader.Run();
        return new FileWords(reader.IsWhole, reader.HasText, reader.HasGuard, [.. reader.Places]);
    }

    private static byte[] KindsOfAscii()
    {
        var kinds = new byte[128];
        for (var c = 0; c < kinds.Length; c++)
            kinds[c] = c == '_' || char.IsLetterOrDigit((char)c) ? Part : "(\">=-".IndexOf((char)c) >= 0 ? Signal : Other;
        return kinds;
    }

    private static int HashOf(string word)
    {
        var hash = 0;
        foreach (var c in word)
            hash = unchecked((hash * 31) + c);
        return hash;
    }

    /// <summary>The hash of a text in quotes from <paramref name="start"/> on, without blanks and case; 0 for what is no key.</summary>
    private static int KeyHash(string text, int start)
    {
        var hash = 0;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (at - start == MostOfKey)
                return 0;
            if (c is '"' or '\\' or '\n')
                return hash;
            if (c is ' ')
                continue;
            hash = unchecked((hash * 31) + (c is >= 'A' and <= 'Z' ? c | 0x20 : c));
        }

        return hash;
    }

    private static int LastWordHash(string key) => WordHashTo(key, key.Length - 1);

    /// <summary>The hash of the word that ends here, from its end on and in lower case.</summary>
    private static int WordHashTo(string text, int end)
    {
        var hash = 0;
        for (; end >= 0 && (text[end] is '_' || char.IsLetterOrDigit(text[end])); end--)
            hash = unchecked((hash * 31) + char.ToLowerInvariant(text[end]));
        return hash;
    }

    private void Add(HashSet<int> words, string word)
    {
        var hash = HashOf(word);
        words.Add(hash);
        Mark(hash);
        Any = true;
    }

    private void Mark(int hash) => bits[Bit(hash) >> 6] |= 1UL << (Bit(hash) & 63);

    private bool MayTell(int hash) => (bits[Bit(hash) >> 6] & (1UL << (Bit(hash) & 63))) != 0;

    private static int Bit(int hash) => (int)(unchecked((uint)hash * 2654435769u) >> 16);

    private struct Reader(TellingWords words, string text)
    {
        public readonly List<int> Places = [];
        private int last;
        private int lastButOne;
        private int lastEnd;

        public bool IsWhole { get; private set; }

        public bool HasGuard { get; private set; }

        public bool HasText { get; private set; }

        public void Run()
        {
            var source = text;
            var kinds = Kinds;
            var bits = words.bits;
            var hash = 0;
            var start = 0;
            for (var at = 0; at < source.Length; at++)
            {
                var c = source[at];
                var kind = c < 128 ? kinds[c] : char.IsLetterOrDigit(c) ? Part : Other;
                if (kind == Part)
                {
                    if (hash == 0)
                        start = at;
                    hash = unchecked((hash * 31) + c);
                    continue;
                }

                if (hash != 0)
                {
                    lastButOne = last;
                    last = hash;
                    lastEnd = at;
                    var bit = Bit(hash);
                    if ((bits[bit >> 6] & (1UL << (bit & 63))) != 0)
                        EndWord(hash, at);
                    if (source[start] == 'M' && words.seesBase64 && IsDer(start))
                        HasText = true;
                    hash = 0;
                }

                if (kind == Signal)
                    Sign(c, at);
            }

            if (hash != 0 && words.MayTell(hash))
                EndWord(hash, source.Length);
        }

        /// <summary>Base64 of a DER SEQUENCE begins with M and another capital, and is long.</summary>
        private readonly bool IsDer(int start)
        {
            if (start + LeastDer > text.Length || text[start + 1] is not (>= 'A' and <= 'Z'))
                return false;
            for (var i = start; i < start + LeastDer; i++)
                if (!(IsPart(text[i]) || text[i] is '+' or '/') || text[i] is '_')
                    return false;
            return true;
        }

        private static bool IsPart(char c) => c < 128 ? Kinds[c] == Part : char.IsLetterOrDigit(c);

        private void EndWord(int hash, int end)
        {
            if (words.names.Contains(hash))
                Places.Add(end);
            IsWhole |= words.companions.Contains(hash);
            HasGuard |= words.guards.Contains(hash);
            HasText |= words.texts.Contains(hash);
        }

        private void Sign(char c, int at)
        {
            switch (c)
            {
                case '"':
                    IsWhole |= words.keys.Count > 0 && words.keys.Contains(KeyHash(text, at + 1));
                    break;
                // 'new(…)' does not name its type, 'base(…)' neither.
                case '(':
                    if ((last == New || last == Base) && IsBlank(lastEnd, at))
                        Places.Add(at);
                    break;
                // Under an alias, names are not spelled.
                case '=':
                    IsWhole |= lastButOne == Using && IsBlank(lastEnd, at) && IsTelling(at + 1);
                    HasText = HasText || IsPair(at);
                    break;
                case '-':
                    // '(-1)' and '= -1' say: no limit.
                    if (at + 2 < text.Length && text[at + 1] == '1' && !IsPart(text[at + 2]) && Skip(at - 1) is var before and >= 0 && text[before] is '(' or '=')
                        Places.Add(at);
                    break;
                // A lambda of several parameters may be a callback of any library.
                case '>':
                    if (at > 0 && text[at - 1] == '=' && IsLambdaOfSeveral(at - 2))
                        Places.Add(at);
                    break;
            }
        }

        private readonly bool IsBlank(int start, int end)
        {
            for (var i = start; i < end; i++)
                if (!char.IsWhiteSpace(text[i]))
                    return false;
            return true;
        }

        /// <summary>
        /// Does a word that texts of pairs know end here? An assignment has blanks on both sides and stands outside of quotes.
        /// </summary>
        private readonly bool IsPair(int equals)
        {
            var end = Skip(equals - 1);
            if (end < 0 || !IsPart(text[end]) || !words.textKeys.Contains(WordHashTo(text, end)))
                return false;
            var isSpaced = end < equals - 1 && equals + 1 < text.Length && text[equals + 1] == ' ';
            if (!isSpaced)
                return equals + 1 >= text.Length || text[equals + 1] is not ('=' or '>');
            for (var i = end; i >= 0 && end - i < MostOfLine && text[i] != '\n'; i--)
                if (text[i] == '"')
                    return true;
            return false;
        }

        /// <summary>Does the type that an alias stands for end in a telling word?</summary>
        private readonly bool IsTelling(int start)
        {
            var hash = 0;
            for (var i = start; i < text.Length && i - start < MostOfLine && text[i] is not (';' or '<'); i++)
                hash = IsPart(text[i]) ? unchecked((hash * 31) + text[i]) : text[i] == '.' ? 0 : hash;
            return words.MayTell(hash);
        }

        private readonly bool IsLambdaOfSeveral(int before)
        {
            var end = Skip(before);
            if (end < 0 || text[end] != ')')
                return false;
            var depth = 0;
            var isSeveral = false;
            for (var i = end; i >= 0 && end - i < MostOfParameters; i--)
            {
                switch (text[i])
                {
                    case ')':
                        depth++;
                        break;
                    case ',' when depth == 1:
                        isSeveral = true;
                        break;
                    case '(' when --depth == 0:
                        return isSeveral && !IsDeclared(i - 1);
                }
            }

            return true;
        }

        /// <summary>A name before the parameters is that of a method; <c>static</c> and <c>async</c> are a lambda's.</summary>
        private readonly bool IsDeclared(int before)
        {
            var end = Skip(before);
            if (end < 0 || !(IsPart(text[end]) || (text[end] == '>' && end > 0 && text[end - 1] != '=')))
                return false;
            var start = end;
            while (start > 0 && IsPart(text[start - 1]))
                start--;
            return text.Substring(start, end + 1 - start) is not ("static" or "async" or "return");
        }

        private readonly int Skip(int at)
        {
            while (at >= 0 && char.IsWhiteSpace(text[at]))
                at--;
            return at;
        }
    }
}

/// <summary>
/// What tells of a use whose own name does not, because ordinary code is full of it. One of them in a file makes every
/// member of the file worth a look.
/// </summary>
/// <param name="Words">Names: the type of a field, a constant.</param>
/// <param name="Keys">Texts in quotes, such as the keys of entries; blanks and case do not count.</param>
internal sealed record Telling(IEnumerable<string> Words, IEnumerable<string> Keys)
{
    public static Telling By(params string[] words) => new(words, []);
}

/// <summary>What tells of texts that matter. One of them in a file makes every text of it worth a look.</summary>
/// <param name="Words">Words of such texts.</param>
/// <param name="Keys">Words that an equals sign follows in such texts; case does not count.</param>
/// <param name="SeesBase64">DER in base64 matters, which begins with M and another capital.</param>
internal sealed record TellingTexts(IEnumerable<string> Words, IEnumerable<string> Keys, bool SeesBase64 = false);

/// <summary>What the words of a file tell: is all of it worth a look, or what is around these places?</summary>
internal sealed class FileWords(bool isWhole, bool hasText, bool hasGuard, int[] places)
{
    /// <summary>May the file hold a text that matters?</summary>
    public bool HasText { get; } = hasText;

    /// <summary>Does the file ask where the program runs?</summary>
    public bool HasGuard { get; } = hasGuard;

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
}
