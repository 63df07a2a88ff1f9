using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Connections;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>
/// Changes the characters of a connection string that are its cause, in the literals in which they stand. The judge that
/// reported has said which.
/// </summary>
internal static class ConnectionEdits
{
    /// <summary>Equivalence key: the connection string is mended.</summary>
    public const string Mend = "MendConnectionString";

    public static IEnumerable<Edit> For(Finding finding)
    {
        var changes = SourceEdits.Read(finding.Diagnostic.Properties);
        var root = finding.Node.SyntaxTree.GetRoot(finding.Cancellation);
        if (changes.IsEmpty || changes.Any(change => change.Span.End > root.FullSpan.End))
            yield break;
        var byExpression = changes.GroupBy(change => StringAround(root, change.Span)).ToArray();
        if (byExpression.Any(group => group.Key is null))
            yield break;
        Action<DocumentEditor>? complete = null;
        if (SourceEdits.CompletionOf(finding.Diagnostic.Properties) is { } completion)
        {
            // Where the code cannot be completed here, the text alone would only look mended.
            complete = byExpression[0].Key!.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && CanBeCompleted(assignment, completion, finding)
                ? Completing.Of(assignment, completion)
                : null;
            if (complete is null)
                yield break;
        }

        yield return new Edit(Mend, "Secure the connection string", editor =>
        {
            foreach (var group in byExpression)
            {
                var expression = group.Key!;
                editor.ReplaceNode(expression, (current, _) => Changed((ExpressionSyntax)current, expression.SpanStart, group));
            }

            complete?.Invoke(editor);
        });
    }

    /// <summary>The text may be given to another object, such as the builder of a URI, which has no such part.</summary>
    private static bool CanBeCompleted(AssignmentExpressionSyntax assignment, Completion completion, Finding finding) =>
        finding.Model.GetSymbolInfo(assignment.Left, finding.Cancellation).Symbol?.ContainingType is { } owner
        && !finding.Model.LookupSymbols(assignment.SpanStart, owner, completion.Part).IsEmpty;

    /// <summary>Edits of other findings lie behind these: innermost and last come first, so that positions still hold.</summary>
    private static ExpressionSyntax Changed(ExpressionSyntax current, int start, IEnumerable<TextChange> changes)
    {
        var text = current.ToString();
        foreach (var change in changes.OrderByDescending(change => change.Span.Start))
        {
            var at = change.Span.Start - start;
            if (at + change.Span.Length > text.Length)
                return current;
            text = text.Substring(0, at) + change.NewText + text.Substring(at + change.Span.Length);
        }

        var changed = SyntaxFactory.ParseExpression(text);
        return changed.ContainsDiagnostics ? current : changed.WithTriviaFrom(current);
    }

    /// <summary>The literal or interpolated string at this place, with the concatenation that it is part of; the name of a member.</summary>
    private static ExpressionSyntax? StringAround(SyntaxNode root, TextSpan span)
    {
        var token = root.FindToken(Math.Max(0, span.Length == 0 ? span.Start - 1 : span.Start));
        if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span == span && token.Parent is IdentifierNameSyntax member)
            return member;
        ExpressionSyntax? found = null;
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
                found = (ExpressionSyntax)node;
            else if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
                found = sum;
            else if (found is not null && node is not (ParenthesizedExpressionSyntax or InterpolationSyntax))
                break;
            else if (node is StatementSyntax or MemberDeclarationSyntax)
                break;
        }

        return found;
    }
}
