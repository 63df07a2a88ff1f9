using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Reads one file for its telling words, a block of characters at a time: to parse it has been somebody else's work, and to walk
/// the tree would take many times as long. Lines of comment are left out. Linear in the length of the file.
/// </summary>
internal struct WordReader(TellingWords telling, string text)
{
    private const int LeastDer = 24;

    /// <summary>As many characters as a number has bits.</summary>
    private const int Block = 64;

    /// <summary>As many characters as a number has bytes.</summary>
    private const int Lane = 8;

    /// <summary>One bit for each byte of a number, and the product with it that gathers them in the highest byte.</summary>
    private const ulong Diagonal = 0x8040_2010_0804_0201;
    private const ulong EveryByte = 0x0101_0101_0101_0101;
    private const ulong FourBlanks = 0x0020_0020_0020_0020;
    private const ulong DeBruijn = 0x03F79D71B4CB0A89;

    /// <summary>Compares the processor many characters at once? Not asked of .NET Framework, where it is not known to be faster.</summary>
    private static readonly bool HasVectors = Vector.IsHardwareAccelerated && BitConverter.IsLittleEndian
        && !RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    private static readonly char[] Brackets = ['[', '{'];

    private static readonly byte[] LowestBits =
        [.. Enumerable.Range(0, Block).OrderBy(static bit => unchecked((1UL << bit) * DeBruijn) >> 58).Select(static bit => (byte)bit)];

    private readonly Surroundings around = new(text);
    private readonly List<int> places = [];

    /// <summary>Ordinary names, with the groups of which a companion makes them tell.</summary>
    private readonly List<(int Place, ulong Groups)> ordinary = [];
    private readonly List<int> bytes = [];
    private readonly WordFilter words = new(SizeFor(text));

    /// <summary>The groups of ordinary names of which the file holds a companion.</summary>
    private ulong groups;
    private bool isWhole;
    private bool hasText;
    private bool hasMethod;

    /// <summary>Where the latest quote stands.</summary>
    private int quote = -Surroundings.MostOfLine;

    public FileWords Read()
    {
        Run();
        foreach (var (place, needed) in ordinary)
            if ((groups & needed) != 0)
                places.Add(place);
        if ((groups & telling.Elements) != 0)
            AddElements();
        places.Sort();
        return new FileWords(isWhole, hasText, hasMethod, [.. bytes], [.. places], words);
    }

    /// <summary>The words of a text, of which none tells anything.</summary>
    public static WordFilter WordsOf(string text)
    {
        var reader = new WordReader(TellingWords.None, text);
        reader.Run();
        return reader.words;
    }

    private unsafe void Run()
    {
        fixed (char* source = text)
        fixed (ulong* beginnings = telling.Beginnings.All)
        fixed (ulong* shorts = telling.ShortBeginnings)
        fixed (ulong* seen = words.All)
        fixed (byte* lowest = LowestBits)
        {
            var lanes = stackalloc ulong[2 * Block / Lane];
            var rest = stackalloc char[1 + Block + Word.Reach];
            var isInside = false;
            var (lastBeginning, lastSeen) = (telling.Beginnings.All.Length - 1, words.All.Length - 1);

            // Where a word that may tell reaches into the block.
            var open = -1;
            for (int at = 0, next; at < text.Length; at = next)
            {
                // One bit a character: where the parts of words stand, and where the signs.
                next = at + Block;
                var block = next + Word.Reach <= text.Length ? source + at : EndFrom(source, at, rest);

                var (parts, signs) = KindsOf(block, lanes);
                for (; signs != 0; signs &= signs - 1)
                {
                    var sign = at + LowestBit(signs, lowest);
                    if (source[sign] != '/')
                    {
                        if (MayTell(source, sign))
                            See(source, sign);
                    }
                    else if (source[sign + 1] == '/' && IsLineOfComment(source, sign))
                    {
                        parts &= (1UL << (sign - at)) - 1;
                        next = AfterComments(source, sign);
                        break;
                    }
                }

                // Where words begin, and what follows where they end.
                var before = parts << 1 | (isInside ? 1UL : 0UL);
                var starts = parts & ~before;
                var ends = before & ~parts;
                isInside = parts >> (Block - 1) != 0;

                // Each word is noted, and asked whether it may tell, without a branch: no processor guesses which of them do. Before
                // the characters of a string stands its length.
                var mayTell = 0UL;
                for (; starts != 0; starts &= starts - 1)
                {
                    var first = block + LowestBit(starts, lowest);
                    var kept = Word.BitsAt(first);
                    seen[kept.Place & lastSeen] |= kept.Bits;
                    var (bits, place) = WordFilter.Of(Word.BeginningAt(first));
                    var isIt = ((bits & ~beginnings[place & lastBeginning]) == 0 ? 1UL : 0UL)
                        | (shorts[TellingWords.PlaceOfShort(first[0], first[1])] >> (first[2] & 63))
                        | (first[-1] == '\\' ? 1UL : 0UL);
                    mayTell |= starts & (ulong)-(long)starts & (ulong)-(long)(isIt & 1);
                }

                if (open >= 0 && ends != 0)
                {
                    SeeWord(source, open, at + LowestBit(ends, lowest));
                    open = -1;
                }

                for (; mayTell != 0; mayTell &= mayTell - 1)
                {
                    var start = LowestBit(mayTell, lowest);
                    var following = ends >> start;
                    if (following == 0)
                    {
                        open = at + start;
                        break;
                    }

                    SeeWord(source, at + start, at + start + LowestBit(following, lowest));
                }
            }

            if (open >= 0)
                SeeWord(source, open, text.Length);
        }
    }

    /// <summary>The last characters, with one before them and zeros behind, for who reads a block and a little more.</summary>
    private readonly unsafe char* EndFrom(char* source, int at, char* rest)
    {
        rest[0] = at > 0 ? source[at - 1] : '\0';
        for (var i = 0; i < Block + Word.Reach; i++)
            rest[i + 1] = at + i < text.Length ? source[at + i] : '\0';
        return rest + 1;
    }

    /// <summary>One bit a character of a block, which is as many at once as the processor compares: which are parts of words, and which signs.</summary>
    /// <param name="lanes">Where what is compared is kept, a byte a character.</param>
    private static unsafe (ulong Parts, ulong Signs) KindsOf(char* block, ulong* lanes)
    {
        var (parts, signs) = (0UL, 0UL);
        if (!Compare(block, (byte*)lanes))
        {
            for (var i = 0; i < Block; i++)
            {
                parts |= (Word.IsPart(block[i]) ? 1UL : 0) << i;
                signs |= (IsSign(block[i]) ? 1UL : 0) << i;
            }

            return (parts, signs);
        }

        for (var lane = 0; lane < Block / Lane; lane++)
        {
            parts |= unchecked(lanes[lane] * EveryByte) >> (Block - Lane) << (lane * Lane);
            signs |= unchecked(lanes[lane + (Block / Lane)] * EveryByte) >> (Block - Lane) << (lane * Lane);
        }

        return (parts, signs);
    }

    /// <summary>
    /// For each character of a block a byte with its bit of the <see cref="Diagonal"/> where it is part of a word, and behind them
    /// one where it is a sign. False where not all are ASCII, or where they are not compared at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe bool Compare(char* block, byte* lanes)
    {
        if (!HasVectors)
            return false;
        var any = Vector<ushort>.Zero;
        var diagonal = Vector.AsVectorByte(new Vector<ulong>(Diagonal));
        for (var i = 0; i < Block; i += Vector<byte>.Count)
        {
            var low = *(Vector<ushort>*)(block + i);
            var high = *(Vector<ushort>*)(block + i + Vector<ushort>.Count);
            any |= low | high;
            var c = Vector.Narrow(low, high);
            var parts = IsFrom(c | new Vector<byte>(0x20), 'a', 'z') | IsFrom(c, '0', '9') | Is(c, '_');
            var signs = Is(c, '"') | Is(c, '=') | Is(c, '-') | Is(c, '/');
            *(Vector<byte>*)(lanes + i) = parts & diagonal;
            *(Vector<byte>*)(lanes + Block + i) = signs & diagonal;
        }

        return Vector.LessThanAll(any, new Vector<ushort>(128));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<byte> Is(Vector<byte> characters, char wanted) => Vector.Equals(characters, new Vector<byte>((byte)wanted));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<byte> IsFrom(Vector<byte> characters, char first, char last) =>
        Vector.LessThanOrEqual(characters - new Vector<byte>((byte)first), new Vector<byte>((byte)(last - first)));

    private static bool IsSign(char c) => c is '"' or '=' or '-' or '/';

    /// <summary>
    /// The number of the lowest bit. A multiplication by a de Bruijn sequence: not all runtimes that compilers run on offer the
    /// processor's instruction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int LowestBit(ulong bits, byte* lowest) => lowest[unchecked((bits & (ulong)-(long)bits) * DeBruijn) >> 58];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void SeeWord(char* source, int start, int end)
    {
        if (source[start] >= 'n' && IsEscape(source, start))
        {
            start++;
            words.Add(Word.BitsOf(text, start, end - start));
        }

        if (start < end)
            SeeAny(source, start, end);
    }

    /// <summary>Is this the letter of a line break or tab in a literal?</summary>
    private static unsafe bool IsEscape(char* source, int start) => start > 0 && source[start - 1] == '\\' && source[start] is 'n' or 'r' or 't';

    private unsafe void SeeAny(char* source, int start, int end)
    {
        if (source[start] == 'M' && telling.SeesBase64 && IsBase64Der(start))
            AddText(start);
        var hash = Word.HashOf(source + start, end - start);
        if (telling.Filter.MayContain(hash) && telling.Find(hash) is { } told)
            Hear(told, start, end);
    }

    /// <summary>A bit for a character is some twenty for a different word.</summary>
    private static int SizeFor(string text)
    {
        var size = 64;
        while (size < text.Length)
            size *= 2;
        return size;
    }

    /// <summary>Does nothing but blanks stand before the comment?</summary>
    private static unsafe bool IsLineOfComment(char* source, int slash)
    {
        var before = slash - 1;
        while (before >= 3 && *(ulong*)(source + before - 3) == FourBlanks)
            before -= 4;
        while (before >= 0 && source[before] is ' ' or '\t')
            before--;
        return before < 0 || source[before] == '\n';
    }

    /// <summary>The line behind that of the comment, and behind those that follow it.</summary>
    private readonly unsafe int AfterComments(char* source, int slash)
    {
        while (true)
        {
            var line = around.LineAfter(slash);
            slash = line;
            while (slash + 4 <= text.Length && *(ulong*)(source + slash) == FourBlanks)
                slash += 4;
            while (slash < text.Length && source[slash] is ' ' or '\t')
                slash++;
            if (slash + 1 >= text.Length || source[slash] != '/' || source[slash + 1] != '/')
                return line;
        }
    }

    private void Hear(TellingWord word, int start, int end)
    {
        var roles = word.Roles;
        groups |= word.CompanionOf;
        hasMethod |= (roles & WordRoles.Method) != 0;
        if (word.Uses != NameUses.None && around.IsUsedAs(word.Uses, start, end))
            places.Add(end);
        else if (word.OrdinaryUses != NameUses.None && around.IsUsedAs(word.OrdinaryUses, start, end))
            ordinary.Add((end, word.Groups));
        if ((roles & WordRoles.Text) != 0 || ((roles & WordRoles.Scheme) != 0 && end < text.Length && text[end] is ':' or '+'))
            AddText(end);
        if ((roles & WordRoles.Boundary) != 0 && around.Before(start - 1) is var dash and >= 0 && text[dash] == '-')
            AddText(end);
        isWhole |= (roles & WordRoles.Whole) != 0 || ((roles & WordRoles.Alias) != 0 && IsTellingAlias(end));
        if ((roles & WordRoles.Function) != 0 && around.IsFunction(end))
            places.Add(end);
        if ((roles & WordRoles.Byte) != 0 && end < text.Length && text[end] == ',')
            bytes.Add(end);
        if ((roles & (WordRoles.New | WordRoles.Base)) != 0 && around.After(end) is var open && open < text.Length && text[open] == '(')
        {
            if ((roles & WordRoles.Base) != 0)
                ordinary.Add((open, telling.Bases));
            else if (around.IsLength(open))
                places.Add(open);
            else if (MayCreateTelling(end))
                ordinary.Add((open, telling.Creations));
        }
    }

    private void AddText(int at)
    {
        hasText = true;
        places.Add(at);
    }

    private readonly bool IsBase64Der(int start)
    {
        if (start + LeastDer > text.Length || text[start + 1] is not (>= 'A' and <= 'Z'))
            return false;
        for (var i = start; i < start + LeastDer; i++)
            if (!(Word.IsPart(text[i]) || text[i] is '+' or '/') || text[i] is '_')
                return false;
        return true;
    }

    /// <summary>Says of most signs at once that they tell nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe bool MayTell(char* source, int at)
    {
        if (source[at] == '"')
        {
            quote = at;
            return telling.MayBeKeyAt(source + at + 1);
        }

        var next = source[at + 1];
        if (source[at] == '-')
            return next == '1';
        if (next == '=' || at < 2)
            return false;

        // Most arrows are those of a member, or of a parameter without parentheses.
        if (next == '>')
            return source[at - 1] == ')' || source[at - 2] == ')' || source[at - 2] <= ' ';

        // Most are assignments, with blanks and far from any text.
        return next != ' ' || at - quote < Surroundings.MostOfLine || source[at - 1] != ' ';
    }

    private unsafe void See(char* source, int at)
    {
        var next = source[at + 1];
        switch (source[at])
        {
            case '"' when telling.GroupsOfKeyAt(text, at + 1) is var told and not 0:
                groups |= told;
                places.Add(at);
                break;
            case '=' when next == '>':
                if (around.MayBeCallback(at))
                    places.Add(at);
                break;
            case '=':
                if (IsPair(at))
                    AddText(at);
                break;
            // 'FromMilliseconds(-1)' and 'Name = -1' say: no limit.
            case '-':
                if (at + 2 < text.Length && !Word.IsPart(text[at + 2]) && around.Before(at - 1) is var before and >= 0
                    && (text[before] == '(' ? around.IsDuration(before - 1) : text[before] == '=' && IsTelling(around.Before(before - 1))))
                    places.Add(at);
                break;
        }
    }

    /// <summary>
    /// Does a word that texts of pairs know end here? An assignment has blanks on both sides and stands outside of quotes.
    /// </summary>
    private readonly bool IsPair(int equals)
    {
        var end = around.Before(equals - 1);
        if (end < 0 || !Word.IsPart(text[end]) || !telling.IsTextKeyAt(text, end))
            return false;
        var isSpaced = end < equals - 1 && equals + 1 < text.Length && text[equals + 1] == ' ';
        return !isSpaced || around.MayBeInText(end);
    }

    /// <summary>
    /// The brackets of elements that are given a value, and of an initializer's elements of several values: no code spells the
    /// name of an indexer, nor that of Add.
    /// </summary>
    private readonly void AddElements()
    {
        for (var at = text.IndexOfAny(Brackets); at >= 0; at = text.IndexOfAny(Brackets, at + 1))
            if (text[at] == '[' ? around.IsAssigned(at) : around.Before(at - 1) is var outer and >= 0 && text[outer] is '{' or ',')
                places.Add(at);
    }

    /// <summary>Under an alias, names are not spelled: does the type that it stands for end in a telling word?</summary>
    private readonly bool IsTellingAlias(int afterUsing)
    {
        var equals = around.After(afterUsing);
        while (equals < text.Length && Word.IsPart(text[equals]))
            equals++;
        equals = around.After(equals);
        if (equals >= text.Length || text[equals] != '=')
            return false;
        var end = equals + 1;
        while (end < text.Length && end - equals < Surroundings.MostOfLine && text[end] is not (';' or '<'))
            end++;
        return IsTelling(around.Before(end - 1));
    }

    /// <summary>Does a telling word end here?</summary>
    private readonly bool IsTelling(int last)
    {
        var start = around.StartOf(last);
        return start <= last && telling.Find(Word.HashOf(text, start, last + 1 - start)) is not null;
    }

    /// <summary>
    /// May <c>new(…)</c> be of a telling type? In <c>Type name = new(…)</c> the type says, and what is thrown is an exception;
    /// keywords, which begin small, are no types.
    /// </summary>
    private readonly bool MayCreateTelling(int afterNew)
    {
        var equals = around.Before(afterNew - "new".Length - 1);
        if (around.IsThrow(equals))
            return false;
        var name = around.Before(equals - 1);
        if (name >= 0 && text[name] == '}')
            name = around.BeforeAccessors(name);
        var start = around.StartOf(name);
        var type = around.Before(start - 1);
        if (equals < 0 || text[equals] != '=' || name < 0 || !Word.IsPart(text[name]) || type < 0 || type == start - 1
            || text.IndexOf('\n', type, name - type) >= 0)
            return !around.IsConstraint(equals, afterNew); // What ends the line before may be a comment.
        if (text[type] == '>')
            type = around.BeforeArguments(type);
        return type < 0 || !Word.IsPart(text[type]) || !char.IsUpper(text[around.StartOf(type)]) || IsTelling(type);
    }
}
