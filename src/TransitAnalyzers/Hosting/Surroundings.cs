namespace TransitAnalyzers.Hosting;

/// <summary>
/// What the characters beside a place in source text say of the code there, without parsing it. In doubt they say yes: the
/// operations are looked at afterwards.
/// </summary>
internal readonly struct Surroundings(string text)
{
    /// <summary>So far is looked for the other end of a line or of brackets.</summary>
    public const int MostOfLine = 300;

    private const int MostOfParameters = 300;

    /// <summary>The first place from here on that is not blank.</summary>
    public int After(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>The last place up to here that is not blank.</summary>
    public int Before(int at)
    {
        while (at >= 0 && char.IsWhiteSpace(text[at]))
            at--;
        return at;
    }

    /// <summary>Where the word that ends here begins.</summary>
    public int StartOf(int last)
    {
        while (last >= 0 && Word.IsPart(text[last]))
            last--;
        return last + 1;
    }

    private string WordAt(int last)
    {
        var start = StartOf(last);
        return text.Substring(start, last + 1 - start);
    }

    /// <summary>Where the next line begins.</summary>
    public int LineAfter(int at) => text.IndexOf('\n', at) + 1 is var next and > 0 ? next : text.Length;

    /// <summary>Do the signs around a name allow one of these uses? A comment beside it may hide them.</summary>
    public bool IsUsedAs(NameUses uses, int start, int end)
    {
        if ((uses & NameUses.Named) != 0)
            return true;
        if ((uses & NameUses.Created) != 0 && Before(start - 1) is var before
            && before >= 0 && (text[before] is '.' or ':' or '/' or '@' || IsNew(before)))
            return true;
        var after = After(end);
        if (after >= text.Length || text[after] == '/')
            return true;
        return ((uses & NameUses.Called) != 0 && text[after] is '(' or '<') || ((uses & NameUses.Assigned) != 0 && MayBeGiven(after));
    }

    private bool IsNew(int last) =>
        last >= 2 && text[last] == 'w' && text[last - 1] == 'e' && text[last - 2] == 'n' && (last == 2 || !Word.IsPart(text[last - 3]));

    /// <summary>Does an assignment begin here, of whatever kind, or does the element of a tuple end to which values are given?</summary>
    private bool MayBeGiven(int at)
    {
        if (text[at] == '!')
        {
            // What is said not to be null may be assigned; what is compared is not.
            at = After(at + 1);
            if (at >= text.Length || (text[at] == '=' && text[at - 1] == '!'))
                return false;
        }

        if (text[at] is ',' or ')')
            return IsInGivenTuple(at);
        for (var operators = 0; operators < 3 && at < text.Length && text[at] is '+' or '-' or '*' or '%' or '&' or '|' or '^' or '?' or '<' or '>'; operators++)
            at++;
        return IsAssignment(at);
    }

    /// <summary>Is the element that begins here given a value? Then it is no attribute, no type of an array and not read.</summary>
    public bool IsAssigned(int bracket)
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
    private bool IsGiven(int at)
    {
        if (at < text.Length && text[at] is ',' or ')')
            return IsInGivenTuple(at);
        if (at + 1 < text.Length && text[at] is '+' or '?')
            at = text[at + 1] == '?' ? at + 2 : at + 1;
        return IsAssignment(at);
    }

    /// <summary>Is there a tuple around what ends here, or around that, to which values are given?</summary>
    private bool IsInGivenTuple(int end)
    {
        var depth = 0;
        for (var i = end; i < text.Length && i - end < MostOfLine; i++)
        {
            switch (text[i])
            {
                case '(':
                    depth++;
                    break;
                case ')' when --depth < 0:
                    depth = 0;
                    i = After(i + 1);
                    if (i >= text.Length || text[i] is not (',' or ')'))
                        return IsAssignment(i);
                    i--;
                    break;
                case ';':
                    return false;
            }
        }

        return true;
    }

    /// <summary>Is this the sign of an assignment, not of a comparison or lambda?</summary>
    private bool IsAssignment(int at) => at < text.Length && text[at] == '=' && !(at + 1 < text.Length && text[at + 1] is '=' or '>');

    /// <summary>Is this the <c>delegate</c> of an anonymous method, with its parameters or without, not that of a type?</summary>
    public bool IsFunction(int afterDelegate)
    {
        var after = After(afterDelegate);
        return after < text.Length && text[after] is '(' or '{' or '/';
    }

    /// <summary>
    /// May what the arrow belongs to be the callback of some library, of which the file names nothing? Those have three parameters
    /// or more. Of two, which most comparisons, handlers and steps have, only what accepts at once is looked at.
    /// </summary>
    public bool MayBeCallback(int arrow) => LambdaParametersBefore(arrow - 1) switch
    {
        0 or 1 => false,
        2 => text.IndexOf("true", arrow, Math.Min(MostOfLine, text.Length - arrow), StringComparison.Ordinal) >= 0,
        _ => true,
    };

    /// <summary>How many parameters the lambda has that end here, at least; 0 where they are none, or without parentheses.</summary>
    private int LambdaParametersBefore(int before)
    {
        var end = Before(before);
        if (end < 0 || text[end] != ')')
            return 0;
        var depth = 0;
        var count = 1;
        for (var i = end; i >= 0 && end - i < MostOfParameters; i--)
        {
            switch (text[i])
            {
                case ')':
                    depth++;
                    break;
                case ',' when depth == 1:
                    count++;
                    break;
                case '(' when --depth == 0:
                    return count > 1 && IsDeclared(i - 1) ? 0 : count;
            }
        }

        return int.MaxValue;
    }

    /// <summary>A name before the parameters is that of a method, or an operator; <c>static</c> and <c>async</c> are a lambda's.</summary>
    private bool IsDeclared(int before)
    {
        var end = Before(before);
        if (end < 0 || !(Word.IsPart(text[end]) || (text[end] == '>' && end > 0 && text[end - 1] != '=')))
            return IsOperator(end);
        return WordAt(end) is not ("static" or "async" or "return");
    }

    private bool IsOperator(int last)
    {
        while (last >= 0 && text[last] is '=' or '!' or '<' or '>' or '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^')
            last--;
        return WordAt(Before(last)) == "operator";
    }

    /// <summary>
    /// A number alone may be the length of a key, whose type neither it nor a text among what is given tells. No key has fewer than
    /// a hundred bits.
    /// </summary>
    public bool IsLength(int open)
    {
        var at = open + 1;
        while (at < text.Length && text[at] is >= '0' and <= '9' or '_')
            at++;
        return at > open + "000".Length && at < text.Length && text[at] == ')';
    }

    /// <summary>Does the name end here by which a duration is made of a number?</summary>
    public bool IsDuration(int last)
    {
        var name = WordAt(Before(last));
        return name is "TimeSpan" or "new" || name.StartsWith("From", StringComparison.Ordinal);
    }

    /// <summary>
    /// May this stand in quotes, as far as the line shows? Behind a backslash nobody knows whether a quote ends the text. Of a text
    /// of several lines there may be none.
    /// </summary>
    public bool MayBeInText(int at)
    {
        var quotes = 0;
        var i = at;
        for (; i >= 0 && at - i < MostOfLine && text[i] != '\n'; i--)
        {
            if (text[i] != '"')
                continue;
            if (i > 0 && text[i - 1] == '\\')
                return true;
            if (!(i > 0 && text[i - 1] == '\'' && text[i + 1] == '\''))
                quotes++;
        }

        return quotes % 2 == 1 || (quotes > 0 && at - i == MostOfLine);
    }

    /// <summary><c>where T : class, new()</c></summary>
    public bool IsConstraint(int before, int afterNew)
    {
        var close = After(After(afterNew) + 1);
        if (before < 0 || text[before] is not (',' or ':') || close >= text.Length || text[close] != ')')
            return false;
        var line = text.LastIndexOf('\n', before) + 1;
        return text.IndexOf("where ", line, before - line, StringComparison.Ordinal) >= 0;
    }

    public bool IsThrow(int last) => last >= 0 && text[last] == 'w' && WordAt(last) == "throw";

    /// <summary>Where the name of the property ends whose accessors end here.</summary>
    public int BeforeAccessors(int end)
    {
        var open = text.LastIndexOf('{', end, Math.Min(end + 1, MostOfLine));
        return open < 0 ? end : Before(open - 1);
    }

    /// <summary>Where the name before the type arguments that end here ends.</summary>
    public int BeforeArguments(int end)
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
}
