namespace TransitAnalyzers.Connections;

/// <summary>Values that stand for values: templates, masks, examples of documentation.</summary>
internal static class Placeholders
{
    private static readonly string[] Words =
        ["password", "passwort", "pass", "pwd", "secret", "changeme", "change-me", "change_me", "changeit", "example", "sample", "placeholder", "dummy",
         "redacted", "hidden", "masked", "todo", "tbd", "none", "null", "empty", "guest", "server", "hostname", "host", "your-server", "yourserver", "myserver", "servername"];

    public static bool IsPlaceholder(string value)
    {
        var text = value.Trim();
        if (text.Length == 0)
            return true;
        char first = text[0], last = text[text.Length - 1];
        if ((first == '<' && last == '>') || (first == '{' && last == '}') || (first == '[' && last == ']' && text.IndexOf(':') < 0) || (first == '%' && last == '%')
            || (first == '#' && last == '#') || (first == '$' && last is '}' or ')') || (first == '_' && text.StartsWith("__", StringComparison.Ordinal) && last == '_')
            || text.StartsWith("#{", StringComparison.Ordinal) || text.StartsWith("{{", StringComparison.Ordinal))
            return true;
        if (text.Contains("${") || text.Contains("$(") || text.Contains("#{"))
            return true;
        if (text.All(c => c is '*' or '•' or '.' or '-' or '_') || text.All(c => c is 'x' or 'X') || text.All(c => c == '?'))
            return true;
        var lower = text.ToLowerInvariant();
        return Array.IndexOf(Words, lower) >= 0
            || lower.StartsWith("your", StringComparison.Ordinal) || lower.StartsWith("<", StringComparison.Ordinal)
            || (lower.StartsWith("my", StringComparison.Ordinal) && (lower.EndsWith("password", StringComparison.Ordinal) || lower.EndsWith("secret", StringComparison.Ordinal) || lower.EndsWith("pwd", StringComparison.Ordinal)))
            || lower.StartsWith("insert", StringComparison.Ordinal) || lower.StartsWith("replace", StringComparison.Ordinal) || lower.StartsWith("enter", StringComparison.Ordinal);
    }
}
