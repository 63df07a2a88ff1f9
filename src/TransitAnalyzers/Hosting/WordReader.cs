namespace TransitAnalyzers.Hosting;

/// <summary>
/// Reads one file for its telling words, character by character: to parse it has been somebody else's work, and to walk the
/// tree would take many times as long. Lines of comment are left out. Linear in the length of the file.
/// </summary>
internal struct WordReader(TellingWords telling, string text)
{
    private const int MostOfParameters = 300;
    private const int MostOfLine = 300;
    private const int LeastDer = 24;

    private const byte Other = 0;
    private const byte Part = 1;
    private const byte Signal = 2;
    private const byte Line = 3;

    /// <summary>What a character is: part of a word, a sign that may tell, the end of a line, or none of these.</summary>
    private static readonly byte[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => KindOf((char)c))];

    private readonly List<int> places = [];

    /// <summary>What tells only in a file with a companion: ordinary names, and brackets until it is known whether they matter.</summary>
    private readonly List<int> ordinary = [];
    private readonly List<int> brackets = [];

    /// <summary>Calls of the base, which tell in a file with a companion, as the name of a type is, or with a part of a type.</summary>
    private readonly List<int> bases = [];
    private readonly List<int> bytes = [];
    private readonly WordFilter words = new(SizeFor(text));
    private bool isWhole;
    private bool hasCompanion;
    private bool hasText;
    private bool hasMethod;
    private bool hasPartial;

    public FileWords Read()
    {
        Run();
        if (hasCompanion)
        {
            places.AddRange(ordinary);
            foreach (var bracket in brackets)
                if (IsElement(bracket))
                    places.Add(bracket);
        }

        if (hasCompanion || hasPartial)
        {
            places.AddRange(bases);
            places.Sort();
        }

        return new FileWords(isWhole, hasText, hasMethod, [.. bytes], [.. places], words);
    }

    private void Run()
    {
        var kinds = Kinds;
        var source = text;
        var filter = telling.Filter;
        var words = this.words;
        var at = AfterComments(0);
        while (at < source.Length)
        {
            var c = source[at];
            var kind = kinds[c];
            if (kind == Part)
            {
                if (c == 'M' && telling.SeesBase64 && IsBase64Der(at))
                    AddText(at);
                var hash = Word.Next(0, c);
                at++;
                while (at < source.Length)
                {
                    c = source[at];
                    if (kinds[c] != Part)
                        break;
                    hash = Word.Next(hash, c);
                    at++;
                }

                var word = WordFilter.Of(hash);
                words.Add(word);
                if (filter.MayContain(word) && telling.RolesOf(hash) is var roles and not WordRoles.None)
                    EndWord(roles, at);
                continue;
            }

            if (kind == Signal && (c != '"' || telling.MayBeKeyAt(source, at + 1)))
                Sign(c, at);
            at = kind == Line ? AfterComments(at + 1) : c == '\\' && Word.IsAfterEscape(source, at + 2) ? at + 2 : at + 1;
        }
    }

    /// <summary>A bit for a character is some twenty for a different word.</summary>
    private static int SizeFor(string text)
    {
        var size = 64;
        while (size < text.Length)
            size *= 2;
        return size;
    }

    private static byte KindOf(char c) =>
        Word.IsPart(c) ? Part : c == '\n' ? Line : c is '"' or '=' or '-' or '[' or '{' ? Signal : Other;

    /// <summary>Behind what a line begins with: blanks, and the comment that it may be.</summary>
    private readonly int AfterComments(int at)
    {
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            if (at + 1 >= text.Length || text[at] != '/' || text[at + 1] != '/')
                return at;
            at = text.IndexOf('\n', at) + 1;
            if (at == 0)
                return text.Length;
        }
    }

    private void EndWord(WordRoles roles, int end)
    {
        if ((roles & WordRoles.Name) != 0)
            places.Add(end);
        else if ((roles & WordRoles.Ordinary) != 0)
            ordinary.Add(end);
        hasCompanion |= (roles & WordRoles.Companion) != 0;
        hasMethod |= (roles & WordRoles.Method) != 0;
        hasPartial |= (roles & WordRoles.Partial) != 0;
        if ((roles & WordRoles.Text) != 0 || ((roles & WordRoles.Scheme) != 0 && end < text.Length && text[end] is ':' or '+'))
            AddText(end);
        isWhole |= (roles & WordRoles.Whole) != 0 || ((roles & WordRoles.Alias) != 0 && IsTellingAlias(end));
        if ((roles & WordRoles.Byte) != 0 && end < text.Length && text[end] == ',')
            bytes.Add(end);
        if ((roles & (WordRoles.Created | WordRoles.Base)) != 0 && After(end) is var open && open < text.Length && text[open] == '(')
        {
            if ((roles & WordRoles.Base) != 0)
                bases.Add(open);
            else if (MayCreateTelling(end))
                places.Add(open);
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

    private void Sign(char c, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\n';
        switch (c)
        {
            case '"':
                if (telling.IsKeyAt(text, at + 1))
                {
                    hasCompanion = true;
                    places.Add(at);
                }

                break;
            // A lambda of several parameters may be a callback of any library.
            case '=' when next == '>':
                if (IsLambdaOfSeveral(at - 1))
                    places.Add(at);
                break;
            case '=':
                if (next != '=' && IsPair(at))
                    AddText(at);
                break;
            case '[' or '{':
                brackets.Add(at);
                break;
            // '(-1)' and 'Name = -1' say: no limit.
            case '-' when next == '1':
                if (at + 2 < text.Length && !Word.IsPart(text[at + 2]) && Before(at - 1) is var before and >= 0
                    && (text[before] == '(' || (text[before] == '=' && IsTelling(Before(before - 1)))))
                    places.Add(at);
                break;
        }
    }

    /// <summary>
    /// Does a word that texts of pairs know end here? An assignment has blanks on both sides and stands outside of quotes.
    /// </summary>
    private readonly bool IsPair(int equals)
    {
        var end = Before(equals - 1);
        if (end < 0 || !Word.IsPart(text[end]) || !telling.IsTextKeyAt(text, end))
            return false;
        var isSpaced = end < equals - 1 && equals + 1 < text.Length && text[equals + 1] == ' ';
        if (!isSpaced)
            return true;
        for (var i = end; i >= 0 && end - i < MostOfLine && text[i] != '\n'; i--)
            if (text[i] == '"')
                return true;
        return false;
    }

    /// <summary>
    /// Is this the bracket of an element that is given a value, or an initializer's element of several values? No code spells the
    /// name of an indexer, nor that of Add.
    /// </summary>
    private readonly bool IsElement(int bracket) =>
        text[bracket] == '[' ? IsAssigned(bracket) : Before(bracket - 1) is var outer and >= 0 && text[outer] is '{' or ',';

    /// <summary>Is the element that begins here given a value? Then it is no attribute, no type of an array and not read.</summary>
    private readonly bool IsAssigned(int bracket)
    {
        var depth = 0;
        for (var i = bracket; i < text.Length && i - bracket < MostOfLine; i++)
        {
            if (text[i] == '[')
                depth++;
            else if (text[i] == ']' && --depth == 0)
                return IsGiven(After(i + 1));
        }

        return depth > 0;
    }

    /// <summary>Does an assignment begin here, or does the tuple end here to which values are given?</summary>
    private readonly bool IsGiven(int at)
    {
        if (at < text.Length && text[at] is ',' or ')')
        {
            while (at < text.Length && text[at] is not (')' or ';' or '\n'))
                at++;
            at = After(at + 1);
        }

        if (at + 1 < text.Length && text[at] is '+' or '?')
            at = text[at + 1] == '?' ? at + 2 : at + 1;
        return at < text.Length && text[at] == '=' && !(at + 1 < text.Length && text[at + 1] is '=' or '>');
    }

    /// <summary>Under an alias, names are not spelled: does the type that it stands for end in a telling word?</summary>
    private readonly bool IsTellingAlias(int afterUsing)
    {
        var equals = After(afterUsing);
        while (equals < text.Length && Word.IsPart(text[equals]))
            equals++;
        equals = After(equals);
        if (equals >= text.Length || text[equals] != '=')
            return false;
        var hash = 0;
        for (var i = equals + 1; i < text.Length && i - equals < MostOfLine && text[i] is not (';' or '<'); i++)
            hash = Word.IsPart(text[i]) ? Word.Next(hash, text[i]) : text[i] == '.' ? 0 : hash;
        return telling.RolesOf(hash) != WordRoles.None;
    }

    /// <summary>Does a telling word end here?</summary>
    private readonly bool IsTelling(int last)
    {
        var start = StartOf(last);
        var hash = 0;
        for (var i = start; i <= last; i++)
            hash = Word.Next(hash, text[i]);
        return telling.RolesOf(hash) != WordRoles.None;
    }

    private readonly int StartOf(int last)
    {
        while (last >= 0 && Word.IsPart(text[last]))
            last--;
        return last + 1;
    }

    /// <summary>
    /// May <c>new(…)</c> be of a telling type? In <c>Type name = new(…)</c> the type says; keywords, which begin small, are no types.
    /// </summary>
    private readonly bool MayCreateTelling(int afterNew)
    {
        var equals = Before(afterNew - "new".Length - 1);
        var name = Before(equals - 1);
        var start = StartOf(name);
        var type = Before(start - 1);
        if (equals < 0 || text[equals] != '=' || name < 0 || !Word.IsPart(text[name]) || type < 0 || type == start - 1
            || text.IndexOf('\n', type, name - type) >= 0)
            return true; // What ends the line before may be a comment.
        if (text[type] == '>')
            type = BeforeArguments(type);
        return type < 0 || !Word.IsPart(text[type]) || !char.IsUpper(text[StartOf(type)]) || IsTelling(type);
    }

    /// <summary>Where the name before the type arguments that end here ends.</summary>
    private readonly int BeforeArguments(int end)
    {
        var depth = 0;
        for (var i = end; i >= 0 && end - i < MostOfLine && text[i] is not (';' or '{' or '='); i--)
        {
            if (text[i] == '>')
                depth++;
            else if (text[i] == '<' && --depth == 0)
                return i - 1;
        }

        return -1;
    }

    private readonly bool IsLambdaOfSeveral(int before)
    {
        var end = Before(before);
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
        var end = Before(before);
        if (end < 0 || !(Word.IsPart(text[end]) || (text[end] == '>' && end > 0 && text[end - 1] != '=')))
            return false;
        var start = StartOf(end);
        return text.Substring(start, end + 1 - start) is not ("static" or "async" or "return");
    }

    private readonly int After(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private readonly int Before(int at)
    {
        while (at >= 0 && char.IsWhiteSpace(text[at]))
            at--;
        return at;
    }
}
