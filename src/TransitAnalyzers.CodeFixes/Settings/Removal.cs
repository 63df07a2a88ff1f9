using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.CodeFixes.Settings;

/// <summary>Takes a setting out of the program: a statement, an element of an initializer, a call out of a chain.</summary>
internal static class Removal
{
    /// <summary>The edit; null where what stands there cannot simply go.</summary>
    public static Action<DocumentEditor>? Of(SettingFinding setting) => setting.Operation switch
    {
        IInvocationOperation { Syntax: InvocationExpressionSyntax call } => OfCall(call),
        IArgumentOperation => null,
        { Syntax: ExpressionSyntax expression } => OfExpression(expression, setting.Operation.SemanticModel),
        _ => null,
    };

    private static Action<DocumentEditor>? OfExpression(ExpressionSyntax expression, SemanticModel? model)
    {
        var node = Unparenthesized(expression);
        switch (node.Parent)
        {
            case InitializerExpressionSyntax initializer:
                return editor => editor.ReplaceNode(initializer, (current, _) => Without((InitializerExpressionSyntax)current, initializer.Expressions.IndexOf((ExpressionSyntax)node)));
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement:
                SyntaxNode whole = statement.Parent is GlobalStatementSyntax global ? global : statement;
                return editor => editor.RemoveNode(whole, KeepComments(whole));
            case ExpressionStatementSyntax statement:
                return editor => editor.ReplaceNode(statement, (current, _) => SyntaxFactory.Block().WithTriviaFrom(current));
            case LambdaExpressionSyntax lambda when lambda.Body == node && ReturnsNothing(lambda, model):
                return editor => editor.ReplaceNode(node, (current, _) => SyntaxFactory.Block().WithTriviaFrom(current));
            default:
                return null;
        }
    }

    /// <summary>A call in a chain goes, its receiver stays; a statement of nothing but the call goes altogether.</summary>
    private static Action<DocumentEditor>? OfCall(InvocationExpressionSyntax call)
    {
        if (call.Parent is ExpressionStatementSyntax && call.Expression is not MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or ObjectCreationExpressionSyntax })
            return OfExpression(call, null);
        return call.Expression is MemberAccessExpressionSyntax
            ? editor => editor.ReplaceNode(call, static (current, _) =>
                current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                    ? access.Expression.WithTrailingTrivia(current.GetTrailingTrivia())
                    : current)
            : null;
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, int index)
    {
        var element = initializer.Expressions[index];
        return initializer.RemoveNode(element, KeepComments(element)) ?? initializer;
    }

    private static SyntaxRemoveOptions KeepComments(SyntaxNode node)
    {
        var options = SyntaxRemoveOptions.KeepUnbalancedDirectives;
        if (HasComment(node.GetLeadingTrivia()))
            options |= SyntaxRemoveOptions.KeepLeadingTrivia;
        if (HasComment(node.GetTrailingTrivia()))
            options |= SyntaxRemoveOptions.KeepTrailingTrivia;
        return options;
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(static piece =>
        piece.IsKind(SyntaxKind.SingleLineCommentTrivia) || piece.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static SyntaxNode Unparenthesized(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax parenthesized)
            node = parenthesized;
        return node;
    }

    private static bool ReturnsNothing(LambdaExpressionSyntax lambda, SemanticModel? model) =>
        model?.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true };
}
