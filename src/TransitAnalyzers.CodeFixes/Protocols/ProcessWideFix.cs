using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>DIT0206: removes the assignment; the application that loads the library decides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProcessWideFix))]
[Shared]
public sealed class ProcessWideFix() : OneRuleFix("DIT0206", Edits)
{
    /// <summary>Equivalence key: the assignment goes.</summary>
    public const string Remove = "RemoveProcessWideSetting";

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (finding.Node.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().FirstOrDefault() is { } assignment
            && Removal.OfExpression(assignment, finding.Model) is { } remove)
            yield return new Edit(Remove, "Leave the setting to the application (changes what connects to whom)", remove);
    }
}
