using System.Text.RegularExpressions;

namespace TransitAnalyzers.Production;

/// <summary>What is asked of the letters of an environment's name. Where a name is too short for the question, nothing is known of it.</summary>
internal static class Names
{
    private const int LongestPattern = 100;

    /// <summary>More of these in one expression could take long over a name; so could a number in braces.</summary>
    private const int MostRepetitions = 2;

    public static object? LetterAt(string text, int place) => place >= 0 && place < text.Length ? text[place] : null;

    /// <summary>So many letters from a place on; all that there are where a length is not asked for.</summary>
    public static string? Cut(string text, int start, int length = int.MaxValue)
    {
        if (start < 0 || start > text.Length || length < 0)
            return null;
        return length == int.MaxValue ? text.Substring(start) : length <= text.Length - start ? text.Substring(start, length) : null;
    }

    /// <summary>Whatever the case: programs spell the names of environments as they like.</summary>
    public static bool AreSame(object? part, object wanted) => (part, wanted) switch
    {
        (string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase),
        (char letter, char other) => char.ToUpperInvariant(letter) == char.ToUpperInvariant(other),
        (char letter, int code) => char.ToUpperInvariant(letter) == char.ToUpperInvariant((char)code),
        _ => false,
    };

    /// <summary>Does a name match the regular expression? Null for one that is wrong, or that could take long.</summary>
    public static Func<string, bool>? Matching(string pattern, RegexOptions options)
    {
        var repetitions = 0;
        foreach (var letter in pattern)
            repetitions += letter is '*' or '+' ? 1 : letter == '{' ? MostRepetitions + 1 : 0;
        if (pattern.Length > LongestPattern || repetitions > MostRepetitions)
            return null;
        try
        {
            var expression = new Regex(pattern, (options & ~RegexOptions.Compiled) | RegexOptions.CultureInvariant);
            return expression.IsMatch;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
