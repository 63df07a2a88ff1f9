using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Where a symbol is declared in this compilation. In an IDE a referenced project is a compilation too: its symbols have
/// syntax, but not of trees that this compilation can bind. They count as metadata, as they do in <c>dotnet build</c>.
/// </summary>
internal static class Declarations
{
    /// <summary>The declarations in this compilation; none for what a reference brings.</summary>
    public static ImmutableArray<SyntaxReference> DeclarationsIn(this ISymbol symbol, Compilation compilation) =>
        symbol.IsDeclaredIn(compilation) ? symbol.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty;

    /// <summary>The one declaration in this compilation; null where there is none, or more than one.</summary>
    public static SyntaxReference? OnlyDeclarationIn(this ISymbol symbol, Compilation compilation) =>
        symbol.DeclarationsIn(compilation) is { Length: 1 } declarations ? declarations[0] : null;

    /// <summary>Is the symbol declared in source of this compilation?</summary>
    public static bool IsDeclaredIn(this ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly) && !symbol.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Does the node stand in one of the symbol's own declarations?</summary>
    public static bool IsDeclaredAround(this ISymbol symbol, SyntaxNode node)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
            if (declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span))
                return true;
        return false;
    }

    /// <summary>All types of the program itself, nested ones among them.</summary>
    public static IEnumerable<INamedTypeSymbol> DeclaredTypes(this Compilation compilation)
    {
        var waiting = new Stack<INamespaceOrTypeSymbol>();
        waiting.Push(compilation.Assembly.GlobalNamespace);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next is INamedTypeSymbol type)
                yield return type;
            foreach (var member in next.GetMembers())
                if (member is INamespaceOrTypeSymbol inner)
                    waiting.Push(inner);
        }
    }

    /// <summary>Is this the other type, or one that inherits from it?</summary>
    public static bool IsOrInherits(this INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
                return true;
        return false;
    }

    /// <summary>Is this <c>System</c>, or a namespace within it?</summary>
    public static bool IsOfSystem(this INamespaceSymbol? space)
    {
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space is { IsGlobalNamespace: false, Name: "System" };
    }

    /// <summary>Is this the property that a record has for the parameter of its constructor? Both are declared in one place.</summary>
    public static bool IsDeclaredBy(this IPropertySymbol property, IParameterSymbol parameter) =>
        !property.IsStatic && property.Locations.FirstOrDefault() is { IsInSource: true } place && parameter.Locations.Contains(place);
}
