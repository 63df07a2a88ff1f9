using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Moves transport middleware in front of what answers: DIT0403.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedFix))]
[Shared]
public sealed class MisplacedFix() : OneRuleFix("DIT0403", Edits)
{
    /// <summary>The key of the one edit.</summary>
    public const string Move = nameof(Move);

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (finding.Diagnostic.AdditionalLocations is not { Count: > 0 } anchors || anchors[0].SourceTree != finding.Node.SyntaxTree)
            yield break;
        var late = finding.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        var obstacle = finding.Node.SyntaxTree.GetRoot(finding.Cancellation).FindNode(anchors[0].SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (late is null || obstacle is null || late == obstacle || !IsOneCall(late))
            yield break;
        if (Routes(finding, anchors[0].SourceSpan))
        {
            if (Route(finding, late) is { } route)
                yield return route;
            yield break;
        }

        // A guard that holds nothing else moves as a whole.
        StatementSyntax moved = late;
        if (late.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax { Else: null } guard })
            moved = guard;
        else if (late.Parent is IfStatementSyntax { Else: null } bare)
            moved = bare;
        var from = Place(moved);
        var to = Place(obstacle);
        if (from.Parent != to.Parent || from.Parent is not (BlockSyntax or CompilationUnitSyntax))
            yield break;
        yield return new Edit(Move, "Move it in front", editor =>
        {
            // A node of its own: the editor of older Roslyn takes the very node for the one that is removed.
            editor.InsertBefore(to, from.WithAdditionalAnnotations(new SyntaxAnnotation()));
            editor.RemoveNode(from, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        });
    }

    /// <summary>Is what stands in front an endpoint of a <c>WebApplication</c>, which short-circuits where routes are matched?</summary>
    private static bool Routes(Finding finding, TextSpan obstacle) =>
        finding.Node.SyntaxTree.GetRoot(finding.Cancellation).FindNode(obstacle) is SimpleNameSyntax { Identifier.ValueText: var name } && name.StartsWith("Map", StringComparison.Ordinal);

    /// <summary>Has routes matched behind the redirection; in a file where nothing else says where.</summary>
    private static Edit? Route(Finding finding, ExpressionStatementSyntax late)
    {
        if (late.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax application } })
            return null;
        var style = SourceStyle.Of(finding.Node.SyntaxTree.GetRoot(finding.Cancellation));
        return new Edit(Move, "Match routes after it", editor =>
        {
            var text = SourceStyle.IndentationOf(late) + application + ".UseRouting();" + style.EndOfLine;
            var added = SyntaxFactory.ParseStatement(text);
            editor.InsertAfter(Place(late), late.Parent is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(added) : added);
        });
    }

    private static SyntaxNode Place(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    private static bool IsOneCall(ExpressionStatementSyntax statement) =>
        statement.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } };
}
