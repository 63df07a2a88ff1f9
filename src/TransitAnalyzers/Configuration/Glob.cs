namespace TransitAnalyzers.Configuration;

/// <summary>
/// File globs of the option <c>ignored_files</c>: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders. A glob
/// without a slash is compared with the file's name, one with a slash with the end of its path. Without case.
/// </summary>
internal static class Glob
{
    public static bool Matches(string glob, string path)
    {
        var pattern = glob.Replace('\\', '/').ToUpperInvariant();
        var text = path.Replace('\\', '/').ToUpperInvariant();
        if (pattern.IndexOf('/') < 0)
            text = text.Substring(text.LastIndexOf('/') + 1);
        else if (pattern[0] == '/')
            pattern = pattern.Substring(1);
        for (var start = 0; start >= 0 && start <= text.Length; start = text.IndexOf('/', start) is >= 0 and var slash ? slash + 1 : -1)
            if (IsMatch(pattern, text, start))
                return true;
        return false;
    }

    // One place to go back to for each kind of wildcard is enough: a later wildcard makes the choices of an earlier one final.
    private static bool IsMatch(string pattern, string text, int start)
    {
        int p = 0, t = start;
        int starPattern = -1, starText = -1, deepPattern = -1, deepText = -1;
        while (t < text.Length)
        {
            if (p + 1 < pattern.Length && pattern[p] == '*' && pattern[p + 1] == '*')
            {
                p += p + 2 < pattern.Length && pattern[p + 2] == '/' ? 3 : 2;
                (deepPattern, deepText, starPattern) = (p, t, -1);
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starText) = (++p, t);
            }
            else if (p < pattern.Length && (pattern[p] == text[t] || (pattern[p] == '?' && text[t] != '/')))
            {
                p++;
                t++;
            }
            else if (starPattern >= 0 && text[starText] != '/')
            {
                (p, t) = (starPattern, ++starText);
            }
            else if (deepPattern >= 0)
            {
                (p, t, starPattern) = (deepPattern, ++deepText, -1);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
