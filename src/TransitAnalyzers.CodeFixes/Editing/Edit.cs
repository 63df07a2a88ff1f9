using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>One way to mend one finding in C#.</summary>
/// <param name="key">A constant: FixAll applies the edits of the same key, so it never holds text of the program.</param>
/// <param name="title">What the light bulb says. Says so where behaviour at run time changes.</param>
/// <param name="apply">
/// Changes the document through its one editor. Edit nodes by <c>(current, generator) => …</c>, so that edits of nested
/// nodes meet.
/// </param>
internal sealed class Edit(string key, string title, Action<DocumentEditor> apply)
{
    public string Key { get; } = key;

    public string Title { get; } = title;

    public Action<DocumentEditor> Apply { get; } = apply;

    /// <summary>The node that this edit mends as a whole: where several findings lead to it, it is applied once.</summary>
    public SyntaxNode? Whole { get; init; }
}
