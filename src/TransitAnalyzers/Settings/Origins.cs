using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Settings;

/// <summary>
/// The expression that a local, field, property or method of the same file stands for, where there is exactly one: its
/// initializer, its only assignment, its only returned value.
/// </summary>
internal static class Origins
{
    public static IOperation? Of(IOperation reference, CancellationToken cancellation)
    {
        if (reference.SemanticModel is not { } model)
            return null;
        return SettingValues.WithoutConversions(reference) switch
        {
            ILocalReferenceOperation local => Variable(local.Local, model, cancellation),
            IFieldReferenceOperation { Field: { IsConst: false } field } => Variable(field, model, cancellation),
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } => Property(property, model, cancellation),
            IInvocationOperation call => Returned(call.TargetMethod, model, cancellation),
            _ => null,
        };
    }

    private static IOperation? Variable(ISymbol symbol, SemanticModel model, CancellationToken cancellation)
    {
        if (Declaration(symbol, model, cancellation) is not { } declaration)
            return null;
        var initializer = (declaration as VariableDeclaratorSyntax)?.Initializer?.Value;
        return Only(symbol, declaration, initializer, model, cancellation);
    }

    private static IOperation? Property(IPropertySymbol symbol, SemanticModel model, CancellationToken cancellation)
    {
        if (Declaration(symbol, model, cancellation) is not PropertyDeclarationSyntax property)
            return null;
        if (property.ExpressionBody is { } body)
            return model.GetOperation(body.Expression, cancellation);
        return property.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) == true
            ? Only(symbol, property, property.Initializer?.Value, model, cancellation)
            : null;
    }

    private static IOperation? Returned(IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        var (expression, block) = Declaration(method, model, cancellation) switch
        {
            MethodDeclarationSyntax declared => (declared.ExpressionBody?.Expression, declared.Body),
            LocalFunctionStatementSyntax local => (local.ExpressionBody?.Expression, local.Body),
            _ => default,
        };
        if (block is not null)
        {
            var returns = block.DescendantNodes(node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Take(2).ToImmutableArray();
            expression = returns.Length == 1 ? returns[0].Expression : null;
        }

        return expression is null ? null : model.GetOperation(expression, cancellation);
    }

    /// <summary>The only value that the variable is given, in its initializer or by an assignment in sight of it.</summary>
    private static IOperation? Only(ISymbol symbol, SyntaxNode declaration, ExpressionSyntax? value, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? scope = symbol is ILocalSymbol
            ? (SyntaxNode?)declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declaration.SyntaxTree.GetRoot(cancellation)
            : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (scope is null)
            return null;
        foreach (var assignment in scope.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (NameOf(assignment.Left) != symbol.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellation).Symbol, symbol))
                continue;
            if (value is not null)
                return null;
            value = assignment.Right;
        }

        return value is null ? null : model.GetOperation(value, cancellation);
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static SyntaxNode? Declaration(ISymbol symbol, SemanticModel model, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences is { Length: 1 } references && references[0].SyntaxTree == model.SyntaxTree
            ? references[0].GetSyntax(cancellation)
            : null;
}
