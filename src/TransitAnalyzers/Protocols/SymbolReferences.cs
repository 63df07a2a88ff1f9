using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// Where a symbol of the compilation is referenced. Asked for candidates only: a private member costs its type, any
/// other member a search of the text of all files, and files that do not hold its name are not looked at further.
/// </summary>
internal sealed class SymbolReferences(Compilation compilation)
{
    private readonly Compilation compilation = compilation;
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    /// <summary>The operations that refer to this symbol: references, and calls of a method. In source order.</summary>
    public IReadOnlyList<IOperation> To(ISymbol symbol, CancellationToken cancellation)
    {
        symbol = symbol.OriginalDefinition;
        if (found.TryGetValue(symbol, out var known))
            return known;
        var references = new List<IOperation>();
        foreach (var scope in ScopesOf(symbol, cancellation))
        {
            SemanticModel? model = null;
            foreach (var node in scope.DescendantNodes())
            {
                if (node is not SimpleNameSyntax name || name.Identifier.ValueText != symbol.Name)
                    continue;
                cancellation.ThrowIfCancellationRequested();
                model ??= ModelOf(scope.SyntaxTree);
                if (model.GetOperation(ExpressionOf(name, symbol), cancellation) is { } operation
                    && SymbolEqualityComparer.Default.Equals(SymbolOf(operation)?.OriginalDefinition, symbol))
                    references.Add(operation);
            }
        }

        return found.GetOrAdd(symbol, references);
    }

    private SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // For candidates only, and kept: another file than the one analysed may hold the use.
        models.GetOrAdd(tree, added => compilation.GetSemanticModel(added));
#pragma warning restore RS1030

    private IEnumerable<SyntaxNode> ScopesOf(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            foreach (var declaration in symbol.DeclarationsIn(compilation))
            {
                var member = declaration.GetSyntax(cancellation).FirstAncestorOrSelf<MemberDeclarationSyntax>();
                yield return member is null or GlobalStatementSyntax ? declaration.SyntaxTree.GetRoot(cancellation) : member;
            }
        }
        else if (symbol.DeclaredAccessibility == Accessibility.Private)
        {
            foreach (var declaration in symbol.ContainingType.DeclarationsIn(compilation))
                yield return declaration.GetSyntax(cancellation);
        }
        else
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (Mentions(tree.GetText(cancellation), symbol.Name))
                    yield return tree.GetRoot(cancellation);
            }
        }
    }

    private static bool Mentions(SourceText text, string name)
    {
        const int Chunk = 8192;
        var buffer = new char[Chunk + name.Length];
        for (var start = 0; start < text.Length; start += Chunk)
        {
            var length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            if (buffer.AsSpan(0, length).IndexOf(name.AsSpan(), StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static SyntaxNode ExpressionOf(SimpleNameSyntax name, ISymbol symbol)
    {
        SyntaxNode expression = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return symbol is IMethodSymbol && expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : expression;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod.ReducedFrom ?? call.TargetMethod,
        _ => null,
    };
}
