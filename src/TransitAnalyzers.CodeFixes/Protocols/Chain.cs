using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>
/// An expression of flags, <c>A | B | (C)</c>: its operands, and what it looks like without some of them. Comments,
/// directives and line breaks between the operands that stay are kept.
/// </summary>
internal static class Chain
{
    private static readonly SyntaxAnnotation Dropped = new("TransitAnalyzers.Dropped");

    /// <summary>The operand that this expression is or is cast in: <c>(int)Tls</c>, <c>(Tls)</c>.</summary>
    public static ExpressionSyntax OperandOf(ExpressionSyntax expression)
    {
        var operand = expression;
        while (operand.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            // Parentheses belong to the operand only where a cast stands around them; otherwise they may hold a chain.
            if (operand.Parent is ParenthesizedExpressionSyntax { Parent: not CastExpressionSyntax })
                break;
            operand = (ExpressionSyntax)operand.Parent;
        }

        return operand;
    }

    /// <summary>The outermost <c>|</c> around an operand; the operand itself where there is none.</summary>
    public static ExpressionSyntax RootOf(ExpressionSyntax operand)
    {
        var root = operand;
        for (SyntaxNode? node = operand.Parent; node is ParenthesizedExpressionSyntax || node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression }; node = node.Parent)
        {
            if (node is BinaryExpressionSyntax either)
                root = either;
        }

        return root;
    }

    public static IEnumerable<ExpressionSyntax> OperandsOf(ExpressionSyntax root) => root switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } either => OperandsOf(either.Left).Concat(OperandsOf(either.Right)),
        ParenthesizedExpressionSyntax parenthesized => OperandsOf(parenthesized.Expression),
        _ => [root],
    };

    /// <summary>Marks an operand, for <see cref="Prune"/> to drop.</summary>
    public static SyntaxNode Drop(SyntaxNode operand) => operand.WithAdditionalAnnotations(Dropped);

    /// <summary>The chain without the operands that are marked; at least one is not.</summary>
    public static SyntaxNode Prune(SyntaxNode root)
    {
        var kept = Kept((ExpressionSyntax)root) ?? (ExpressionSyntax)root;
        return kept == root ? root : root.CopyAnnotationsTo(kept)!;
    }

    private static ExpressionSyntax? Kept(ExpressionSyntax expression)
    {
        if (expression.HasAnnotation(Dropped))
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Kept(parenthesized.Expression) is { } inside
                    ? inside == parenthesized.Expression ? parenthesized : parenthesized.WithExpression(inside)
                    : null;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } either:
                var left = Kept(either.Left);
                var right = Kept(either.Right);
                if (left is not null && right is not null)
                    return left == either.Left && right == either.Right ? either : either.WithLeft(left).WithRight(right);
                var between = either.Left.GetTrailingTrivia()
                    .AddRange(either.OperatorToken.LeadingTrivia).AddRange(either.OperatorToken.TrailingTrivia).AddRange(either.Right.GetLeadingTrivia());
                if (right is not null)
                    return right.WithLeadingTrivia(either.GetLeadingTrivia().AddRange(Telling(between, either.GetLeadingTrivia())));
                return left?.WithTrailingTrivia(IsBlank(between) ? either.GetTrailingTrivia() : between.AddRange(either.GetTrailingTrivia()));
            default:
                return expression;
        }
    }

    /// <summary>Comments and directives between the operands, each comment on a line as before; nothing where all is white space.</summary>
    private static SyntaxTriviaList Telling(SyntaxTriviaList between, SyntaxTriviaList leading)
    {
        if (IsBlank(between) || between.Any(piece => piece.IsDirective))
            return IsBlank(between) ? default : between;
        var indentation = leading.LastOrDefault(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia));
        var told = SyntaxFactory.TriviaList();
        for (var i = 0; i < between.Count; i++)
        {
            if (between[i].IsKind(SyntaxKind.WhitespaceTrivia) || between[i].IsKind(SyntaxKind.EndOfLineTrivia))
                continue;
            told = told.Add(between[i]);
            if (i + 1 < between.Count && between[i + 1].IsKind(SyntaxKind.EndOfLineTrivia))
                told = told.Add(between[i + 1]).Add(indentation);
            else
                told = told.Add(SyntaxFactory.Space);
        }

        return told;
    }

    private static bool IsBlank(SyntaxTriviaList trivia) =>
        trivia.All(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia) || piece.IsKind(SyntaxKind.EndOfLineTrivia));
}
