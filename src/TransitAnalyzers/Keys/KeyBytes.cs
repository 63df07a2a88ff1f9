using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Keys;

/// <summary>Tells a private key that is written down as an array or a collection of bytes.</summary>
internal static class KeyBytes
{
    private const int Sequence = 0x30;

    /// <summary>Shorter ones hold no key.</summary>
    private const int Least = 40;

    /// <summary>As many bytes as tell the structure.</summary>
    private const int Most = 96;

    // ExpressionElement, which the Roslyn that this is compiled against does not name yet.
    private const int ExpressionElement = 9077;

    /// <summary>A number may stand in a cast, that in an element, and that in the list.</summary>
    private const int Deepest = 3;

    /// <summary>The list that the number begins, and what its bytes are; null where it begins none, or they are no private key.</summary>
    public static (SyntaxNode List, string Name)? BegunBy(SyntaxToken first)
    {
        foreach (var node in first.Parent?.Ancestors().Take(Deepest) ?? [])
            if (node.ChildNodes().First().Span.Contains(first.Span) && NameOf(node) is { } name)
                return (node, name);
        return null;
    }

    private static string? NameOf(SyntaxNode node)
    {
        if (node is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer)
            return initializer.Expressions.Count < Least ? null : NameOf(initializer.Expressions);
        return node.RawKind == OperationTrees.CollectionExpression
            ? NameOf(node.ChildNodes().Where(element => element.RawKind == ExpressionElement).Select(element => element.ChildNodes().First()))
            : null;
    }

    private static string? NameOf(IEnumerable<SyntaxNode> elements)
    {
        var bytes = new List<byte>();
        foreach (var element in elements)
        {
            if (bytes.Count == Most)
                break;
            if (Number(element) is not (>= byte.MinValue and <= byte.MaxValue and var number) || (bytes.Count == 0 && number != Sequence))
                return null;
            bytes.Add((byte)number);
        }

        return bytes.Count < Least ? null : Asn1Keys.NameOf(bytes.ToArray());
    }

    private static int? Number(SyntaxNode element) => element switch
    {
        LiteralExpressionSyntax { Token.Value: int number } => number,
        CastExpressionSyntax { Expression: LiteralExpressionSyntax { Token.Value: int number } } => number,
        _ => null,
    };
}
