namespace TransitAnalyzers.Protocols;

/// <summary>What names of members say of the values that they take, where their code cannot be seen.</summary>
internal static class Words
{
    // Words, not substrings: "Unsecured" is no "Secured".
    private static readonly string[] Reading =
    [
        "Negotiated", "Actual", "Detected", "Observed", "Offered", "Expected", "Unexpected",
        "Forbidden", "Disabled", "Disallowed", "Unsupported", "Blocked", "Banned", "Rejected", "Denied", "Excluded", "Removed",
        "Prohibited", "Insecure", "Weak", "Obsolete", "Deprecated", "Vulnerable", "Broken", "Unsafe", "Retired", "Denylist", "Blocklist", "Blacklist",
        "Disable", "Disallow", "Exclude", "Reject", "Forbid", "Block", "Deny", "Ban", "Prohibit", "Remove", "Detect", "Sniff", "Decode", "Observe",
    ];

    private static readonly string[] LowerBound = ["Min", "Minimum", "Minimal", "Lowest", "Floor", "Least", "Oldest"];

    private static readonly string[] Asking =
    [
        "Is", "Has", "Was", "Are", "Contains", "Equals", "Equal", "Compare", "Index", "Any", "All", "Count", "Can", "Should", "Must",
        "Remove", "Except", "Exclude", "Without", "Disable", "Forbid", "Reject", "Block", "Deny", "Disallow", "Ban", "Prohibit", "Clear", "Mask",
        "Assert", "Log", "Write", "Print", "Format", "Describe", "Display", "Name", "To", "Throw", "Warn", "Trace", "Report",
    ];

    private static readonly string[] Adding = ["Add", "Append", "Push", "Enqueue", "Insert", "Prepend", "TryAdd", "Union", "Concat"];

    /// <summary>Values of this member are looked at or kept out, not switched on.</summary>
    public static bool SpeakOfReading(string name) => AnyOf(Split(name), Reading);

    /// <summary>The value is the least that is accepted; newer ones are welcome.</summary>
    public static bool SpeakOfLowerBound(string name) => AnyOf(Split(name), LowerBound);

    /// <summary>A method of this name asks about its argument, or takes it out.</summary>
    public static bool AskOrRemove(string method) => Split(method).FirstOrDefault() is { } first && Asking.Contains(first, StringComparer.OrdinalIgnoreCase);

    /// <summary>A method of this name puts its argument into a collection.</summary>
    public static bool AddTo(string method) =>
        Adding.Any(word => method.StartsWith(word, StringComparison.Ordinal));

    private static bool AnyOf(IEnumerable<string> words, string[] known) =>
        words.Any(word => known.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || name[i] == '_' || (i > start && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                yield return name.Substring(start, i - start).Trim('_');
            start = i;
        }
    }
}
