namespace TransitAnalyzers.Rules;

/// <summary>What every descriptor shares.</summary>
internal static class Rule
{
    /// <summary>One category for all rules, so that one line of an .editorconfig sets the severity of all.</summary>
    public const string Category = "TransitSecurity";

    /// <summary>The page of a rule; printed after every message of <c>dotnet build</c>, so short and stable.</summary>
    public static string Page(string id) => $"https://github.com/transitanalyzers/transitanalyzers/blob/main/docs/rules/{id}.md";
}
