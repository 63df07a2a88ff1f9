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
        IInvocationOperation { Syntax: InvocationExpressionSyntax call } => OfCall(call, setting.Operation.SemanticModel),
        IArgumentOperation => OfPart(setting),
        { Syntax: ExpressionSyntax } when setting.Value?.Syntax.Parent is InitializerExpressionSyntax => OfPart(setting),
        { Syntax: ExpressionSyntax expression } => OfExpression(expression, setting.Operation.SemanticModel),
        _ => null,
    };

    /// <summary>The edit that removes the whole assignment of <see cref="Catalogue.Rows.SettingRow.RemovedWith"/> around the setting.</summary>
    public static Action<DocumentEditor>? OfEnclosing(SettingFinding setting)
    {
        if (setting.Row.RemovedWith is not { } member)
            return null;
        for (var operation = setting.Operation.Parent; operation is not null and not IBlockOperation; operation = operation.Parent)
        {
            if (operation is IAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name }, Syntax: ExpressionSyntax assignment } && name == member)
                return OfExpression(assignment, operation.SemanticModel);
        }

        return null;
    }

    /// <summary>The edit that removes an expression that stands for itself: a statement, an element of an initializer, the body of a lambda.</summary>
    public static Action<DocumentEditor>? OfExpression(ExpressionSyntax expression, SemanticModel? model)
    {
        var node = Unparenthesized(expression);
        switch (node.Parent)
        {
            case InitializerExpressionSyntax initializer:
                return editor => editor.ReplaceNode(initializer, (current, _) => Without((InitializerExpressionSyntax)current, initializer.Expressions.IndexOf((ExpressionSyntax)node)));
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement:
                SyntaxNode whole = statement.Parent is GlobalStatementSyntax global ? global : statement;
                return editor =>
                {
                    // What stays of the leading trivia is followed by the indentation of the next statement.
                    editor.ReplaceNode(whole, (current, _) => current.WithLeadingTrivia(WithoutIndentation(current.GetLeadingTrivia())));
                    editor.RemoveNode(whole, KeepComments(whole));
                };
            case ExpressionStatementSyntax statement:
                return editor => editor.ReplaceNode(statement, (current, _) => SyntaxFactory.Block().WithTriviaFrom(current));
            case LambdaExpressionSyntax lambda when lambda.Body == node && ReturnsNothing(lambda, model):
                return editor => editor.ReplaceNode(lambda, (current, _) => WithEmptyBody((LambdaExpressionSyntax)current));
            default:
                return null;
        }
    }

    /// <summary>One element of an array or of <c>params</c>; an argument that the method cannot do without stays.</summary>
    private static Action<DocumentEditor>? OfPart(SettingFinding setting)
    {
        switch (setting.Value?.Syntax)
        {
            // Without an element nothing says what an array is of.
            case ExpressionSyntax { Parent: InitializerExpressionSyntax { Expressions.Count: 1, Parent: ImplicitArrayCreationExpressionSyntax array } }
                when setting.Operation.SemanticModel?.GetTypeInfo(array).Type is IArrayTypeSymbol { ElementType: var type }:
                return editor => editor.ReplaceNode(array, (current, _) => SyntaxFactory.ParseExpression($"new {type.ToMinimalDisplayString(editor.SemanticModel, array.SpanStart)}[0]").WithTriviaFrom(current));
            case ExpressionSyntax { Parent: InitializerExpressionSyntax initializer } element:
                return editor => editor.ReplaceNode(initializer, (current, _) => Without((InitializerExpressionSyntax)current, initializer.Expressions.IndexOf(element)));
            case ExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax list } argument }
                when setting.Operation is IArgumentOperation { Parameter: { } parameter } && (parameter.IsParams || (parameter.IsOptional && list.Arguments.Last() == argument)):
                if (parameter.IsParams && list.Arguments.Count == 1)
                    return list.Parent is InvocationExpressionSyntax only ? OfCall(only, setting.Operation.SemanticModel) : null;
                return editor => editor.RemoveNode(argument, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            case ExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call } } }:
                return OfCall(call, setting.Operation.SemanticModel);
            default:
                return null;
        }
    }

    /// <summary>A call in a chain goes, its receiver stays; a statement of nothing but the call goes altogether.</summary>
    public static Action<DocumentEditor>? OfCall(InvocationExpressionSyntax call, SemanticModel? model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or ObjectCreationExpressionSyntax }
            && OfExpression(call, model) is { } whole)
            return whole;
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var qualifier } && model?.GetSymbolInfo(qualifier).Symbol is INamedTypeSymbol)
            return OfStaticCall(call, model);
        // A variable alone is no statement, and no body of a member that returns nothing.
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or ObjectCreationExpressionSyntax }
            && Unparenthesized(call).Parent is ArrowExpressionClauseSyntax { Parent: { } member } && model?.GetDeclaredSymbol(member) is IMethodSymbol { ReturnsVoid: true })
            return member is MethodDeclarationSyntax or LocalFunctionStatementSyntax ? editor => editor.ReplaceNode(member, static (current, _) => WithEmptyBody(current)) : null;
        return call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
            && (receiver is InvocationExpressionSyntax or ObjectCreationExpressionSyntax || model?.GetSymbolInfo(call).Symbol is not IMethodSymbol { ReturnsVoid: true })
            ? editor => editor.ReplaceNode(call, static (current, _) =>
                current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                    ? access.Expression.WithTrailingTrivia(current.GetTrailingTrivia())
                    : current)
            : null;
    }

    /// <summary>An extension method that is called as what it is, static: its first argument stays.</summary>
    private static Action<DocumentEditor>? OfStaticCall(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsExtensionMethod: true, ReturnsVoid: false }
        && call.ArgumentList.Arguments.FirstOrDefault() is { NameColon: null, Expression: var receiver }
            ? editor => editor.ReplaceNode(call, (current, _) => receiver.WithTriviaFrom(current))
            : null;

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, int index)
    {
        var element = initializer.Expressions[index];
        var without = initializer.RemoveNode(element, KeepComments(element)) ?? initializer;
        return index > 0 && index == without.Expressions.Count && without.Expressions.SeparatorCount < index
            ? without.ReplaceNode(without.Expressions[index - 1], without.Expressions[index - 1].WithTrailingTrivia(element.GetTrailingTrivia()))
            : without;
    }

    private static LambdaExpressionSyntax WithEmptyBody(LambdaExpressionSyntax lambda) =>
        lambda.WithBody(SyntaxFactory.Block().WithTriviaFrom(lambda.Body));

    private static SyntaxNode WithEmptyBody(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.WithExpressionBody(null)
            .WithBody(SyntaxFactory.Block().WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)).WithSemicolonToken(default),
        LocalFunctionStatementSyntax function => function.WithExpressionBody(null)
            .WithBody(SyntaxFactory.Block().WithTrailingTrivia(function.SemicolonToken.TrailingTrivia)).WithSemicolonToken(default),
        _ => member,
    };

    /// <summary>How to remove a node so that the comments around it stay.</summary>
    public static SyntaxRemoveOptions KeepComments(SyntaxNode node)
    {
        var options = SyntaxRemoveOptions.KeepUnbalancedDirectives;
        if (HasComment(node.GetLeadingTrivia()))
            options |= SyntaxRemoveOptions.KeepLeadingTrivia;
        if (HasComment(node.GetTrailingTrivia()))
            options |= SyntaxRemoveOptions.KeepTrailingTrivia;
        return options;
    }

    private static SyntaxTriviaList WithoutIndentation(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? leading.RemoveAt(leading.Count - 1) : leading;

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
