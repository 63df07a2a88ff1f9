using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Production;

/// <summary>Whether a collection stays what it is written down as.</summary>
internal static class Collections
{
    private static readonly string[] Changes =
        ["Add", "Append", "Clear", "ExceptWith", "GetOrAdd", "Insert", "IntersectWith", "Remove", "Set", "SymmetricExceptWith", "TryAdd", "TryRemove", "TryUpdate", "UnionWith"];

    /// <summary>Does the type let nobody change it?</summary>
    public static bool IsReadOnly(ITypeSymbol? type)
    {
        foreach (var start in new[] { "Frozen", "IImmutable", "Immutable", "IReadOnly", "ReadOnly" })
            if (type?.Name.StartsWith(start, StringComparison.Ordinal) == true)
                return true;
        return false;
    }

    /// <summary>May the collection get other elements where this names it: by a method of its own, through an index, by whom it is handed to?</summary>
    public static bool MayChangeAt(SyntaxNode name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var method } => IsChange(method),
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var method } } } => IsChange(method),
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left == element,
            ElementAccessExpressionSyntax { Parent: PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Array" or "Enumerable" } } } } => false,
            ArgumentSyntax => true,
            _ => false,
        };
    }

    private static bool IsChange(string method)
    {
        foreach (var start in Changes)
            if (method.StartsWith(start, StringComparison.Ordinal))
                return true;
        return false;
    }
}
