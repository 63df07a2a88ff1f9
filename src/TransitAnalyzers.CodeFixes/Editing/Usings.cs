using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>Adds using directives, in the order in which the file has its own.</summary>
internal static class Usings
{
    public static void Add(DocumentEditor editor, string name) =>
        editor.ReplaceNode(editor.OriginalRoot, (current, _) => current is CompilationUnitSyntax unit ? Add(unit, name) : current);

    private static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string name)
    {
        if (unit.Usings.Any(directive => directive.Alias is null && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) && directive.Name?.ToString() == name))
            return unit;
        var endOfLine = SyntaxFactory.EndOfLine(unit.ToFullString().IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n");
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(endOfLine);
        var index = 0;
        while (index < unit.Usings.Count && unit.Usings[index].Alias is null && !unit.Usings[index].StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
            && Compare(unit.Usings[index].Name?.ToString() ?? string.Empty, name) < 0)
            index++;
        if (unit.Usings.Count == 0)
        {
            // What stands above the first member, such as a file header, stays above the directive.
            var first = unit.GetFirstToken(includeZeroWidth: true);
            var leading = first.LeadingTrivia;
            return unit.ReplaceToken(first, first.WithLeadingTrivia(endOfLine))
                .WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(leading)));
        }

        if (index == 0)
        {
            var first = unit.Usings[0];
            added = added.WithLeadingTrivia(first.GetLeadingTrivia());
            unit = unit.WithUsings(unit.Usings.Replace(first, first.WithoutLeadingTrivia()));
        }

        return unit.WithUsings(unit.Usings.Insert(index, added));
    }

    // System first, as the .NET templates and dotnet format have it.
    private static int Compare(string left, string right) =>
        IsSystem(left) == IsSystem(right) ? string.CompareOrdinal(left, right) : IsSystem(left) ? -1 : 1;

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
