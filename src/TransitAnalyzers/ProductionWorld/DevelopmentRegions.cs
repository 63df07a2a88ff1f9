using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// The parts of a file that are compiled now but are not in what is shipped: those that <c>#if</c> keeps because
/// <c>DEBUG</c> or another development symbol is defined, or because <c>RELEASE</c> is not.
/// </summary>
internal static class DevelopmentRegions
{
    private const string Debug = "DEBUG";
    private const string Release = "RELEASE";

    public static ImmutableArray<TextSpan> Of(SyntaxTree tree, TransitSettings settings, CancellationToken cancellation) =>
        Branches(tree, settings, static branch => branch is { IsCompiled: true, IsShipped: false }, cancellation);

    /// <summary>The reverse: what is not compiled now, but is in what is shipped. It is text only.</summary>
    public static ImmutableArray<TextSpan> ShippedOnly(SyntaxTree tree, TransitSettings settings, CancellationToken cancellation) =>
        Branches(tree, settings, static branch => branch is { IsCompiled: false, IsShipped: true }, cancellation);

    private static ImmutableArray<TextSpan> Branches(SyntaxTree tree, TransitSettings settings, Func<Chain, bool> isWanted, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        if (!root.ContainsDirectives)
            return ImmutableArray<TextSpan>.Empty;
        var shipped = new HashSet<string>(tree.Options.PreprocessorSymbolNames, StringComparer.Ordinal);
        shipped.RemoveWhere(symbol => IsDevelopment(symbol, settings));
        shipped.Add(Release);
        var regions = ImmutableArray.CreateBuilder<TextSpan>();
        var open = new Stack<Chain>();
        foreach (var directive in DirectivesIn(root))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (directive)
            {
                case DefineDirectiveTriviaSyntax { IsActive: true, Name.ValueText: var name } when !IsDevelopment(name, settings):
                    shipped.Add(name);
                    break;
                case UndefDirectiveTriviaSyntax { IsActive: true, Name.ValueText: var name }:
                    shipped.Remove(name);
                    break;
                case IfDirectiveTriviaSyntax branch:
                    open.Push(default(Chain).Next(branch.BranchTaken, IsTrue(branch.Condition, shipped), branch.Span.End));
                    break;
                case ElifDirectiveTriviaSyntax branch when open.Count > 0:
                    open.Push(Close(branch.SpanStart).Next(branch.BranchTaken, IsTrue(branch.Condition, shipped), branch.Span.End));
                    break;
                case ElseDirectiveTriviaSyntax branch when open.Count > 0:
                    open.Push(Close(branch.SpanStart).Next(branch.BranchTaken, true, branch.Span.End));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    Close(directive.SpanStart);
                    break;
            }
        }

        return regions.ToImmutable();

        Chain Close(int end)
        {
            var chain = open.Pop();
            if (isWanted(chain))
                regions.Add(TextSpan.FromBounds(chain.Start, end));
            return chain;
        }
    }

    /// <summary>In their order. To go from one to the next as Roslyn offers it passes by each token between them.</summary>
    private static IEnumerable<DirectiveTriviaSyntax> DirectivesIn(SyntaxNode root) =>
        from part in root.DescendantNodesAndTokens(static node => node.ContainsDirectives)
        where part.IsToken && part.ContainsDirectives
        from trivia in part.GetLeadingTrivia()
        where trivia.IsDirective
        select (DirectiveTriviaSyntax)trivia.GetStructure()!;

    public static bool IsDevelopment(string symbol, TransitSettings settings) =>
        symbol == Debug || settings.DevelopmentSymbols.Contains(symbol, StringComparer.Ordinal);

    private static bool IsTrue(ExpressionSyntax condition, HashSet<string> defined) => condition switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => defined.Contains(name),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsTrue(inner, defined),
        PrefixUnaryExpressionSyntax { Operand: var operand } => !IsTrue(operand, defined),
        BinaryExpressionSyntax binary => binary.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => IsTrue(binary.Left, defined) && IsTrue(binary.Right, defined),
            SyntaxKind.LogicalOrExpression => IsTrue(binary.Left, defined) || IsTrue(binary.Right, defined),
            SyntaxKind.EqualsExpression => IsTrue(binary.Left, defined) == IsTrue(binary.Right, defined),
            _ => IsTrue(binary.Left, defined) != IsTrue(binary.Right, defined),
        },
        _ => condition.IsKind(SyntaxKind.TrueLiteralExpression),
    };

    /// <summary>One branch of an <c>#if</c>: is it compiled now, is it shipped, and was an earlier branch shipped?</summary>
    private readonly record struct Chain(int Start, bool IsCompiled, bool IsShipped, bool WasShipped)
    {
        public Chain Next(bool isCompiled, bool holds, int start) =>
            new(start, isCompiled, holds && !WasShipped, WasShipped || holds);
    }
}
