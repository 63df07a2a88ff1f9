using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Where mentions of a symbol are looked for, at the most.</summary>
internal enum MentionScope
{
    /// <summary>Wherever it can be named.</summary>
    Program,

    /// <summary>Wherever it can be written: what is read only, in its type.</summary>
    ForWrites,

    /// <summary>In its type.</summary>
    Type,
}

/// <summary>
/// Where a symbol of the program is mentioned: one for a compilation, asked for candidates only. A local costs its method, a
/// private member its type; for any other, files are asked for their words first, so that looking for many members stays
/// linear in the size of the program.
/// </summary>
internal sealed class References(Compilation compilation, Lazy<SourceWords> words)
{
    private const int MostPlaces = 500;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> uses = new(SymbolEqualityComparer.Default);

    /// <summary>Makes use of a model that exists, so that nothing is bound twice.</summary>
    public void Offer(SemanticModel? model)
    {
        if (model is { IsSpeculativeSemanticModel: false } && model.Compilation == compilation)
            models.TryAdd(model.SyntaxTree, model);
    }

    public SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, key => compilation.GetSemanticModel(key));

    /// <summary>Can code that is not in this compilation refer to the symbol? What an application makes public is for itself.</summary>
    public bool IsSeenFromOutside(ISymbol symbol)
    {
        if (compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
            return false;
        for (var current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        return true;
    }

    /// <summary>The names by which the symbol is mentioned, as many as are looked at; its declarations left out.</summary>
    public IEnumerable<SyntaxNode> To(ISymbol symbol, CancellationToken cancellation) => MentionsOf(symbol, cancellation).OfType<SyntaxNode>();

    /// <summary>The operations that refer to the symbol: references, and calls of a method. In source order, of each file.</summary>
    public IReadOnlyList<IOperation> UsesOf(ISymbol symbol, CancellationToken cancellation)
    {
        symbol = symbol.OriginalDefinition;
        if (uses.TryGetValue(symbol, out var known))
            return known;
        var found = new List<IOperation>();
        foreach (var mention in To(symbol, cancellation))
        {
            var expression = ExpressionOf((SimpleNameSyntax)mention, symbol);
            if (ModelOf(expression.SyntaxTree).GetOperation(expression, cancellation) is { } operation
                && SymbolEqualityComparer.Default.Equals(Definition(SymbolOf(operation)), Definition(symbol)))
                found.Add(operation);
        }

        return uses.GetOrAdd(symbol, found);
    }

    /// <summary>
    /// The names by which the symbol is mentioned, its declarations left out. The last one is null where there are so many
    /// places to look at that not all were.
    /// </summary>
    public IEnumerable<SyntaxNode?> MentionsOf(ISymbol symbol, CancellationToken cancellation, MentionScope within = MentionScope.Program)
    {
        var name = symbol.Name;
        if (name.Length == 0)
            yield break;
        var places = 0;
        var hash = Word.HashOf(name);
        foreach (var (tree, span) in Scope(symbol, within, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (span.Length == tree.Length && !words.Value.Of(tree).MayHold(hash))
                continue;
            var text = tree.GetText(cancellation).ToString(span);
            var root = tree.GetRoot(cancellation);
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (!Word.IsAt(text, at, name.Length))
                    continue;
                if (++places > MostPlaces)
                {
                    yield return null;
                    yield break;
                }

                if (root.FindToken(span.Start + at) is { Parent: SimpleNameSyntax mention } token
                    && token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(span.Start + at) && IsMention(mention, symbol, cancellation))
                    yield return mention;
            }
        }
    }

    /// <summary>Where the symbol can be named: its method, its type, or the whole program.</summary>
    private IEnumerable<(SyntaxTree Tree, TextSpan Span)> Scope(ISymbol symbol, MentionScope within, CancellationToken cancellation)
    {
        ISymbol? scope = symbol switch
        {
            // A parameter of a primary constructor is named in the whole type.
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } => constructor.ContainingType,
            ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => symbol.ContainingSymbol,
            { DeclaredAccessibility: Accessibility.Private } => symbol.ContainingType,
            IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } when within == MentionScope.ForWrites => symbol.ContainingType,
            _ when within == MentionScope.Type => symbol.ContainingType,
            _ => null,
        };
        while (scope is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } or INamedTypeSymbol { ContainingType: not null })
            scope = scope.ContainingSymbol;
        if (scope is not null && !scope.IsDeclaredIn(compilation))
            scope = scope.ContainingType; // A constructor that is not written down.
        if (scope is not null && scope.IsDeclaredIn(compilation))
        {
            foreach (var part in scope.DeclaringSyntaxReferences)
                yield return (part.SyntaxTree, part.GetSyntax(cancellation).FullSpan);
        }
        else
        {
            foreach (var tree in compilation.SyntaxTrees)
                yield return (tree, new TextSpan(0, tree.Length));
        }
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

    private bool IsMention(SyntaxNode mention, ISymbol symbol, CancellationToken cancellation)
    {
        var info = ModelOf(mention.SyntaxTree).GetSymbolInfo(mention, cancellation);
        return Is(info.Symbol) || info.CandidateSymbols.Any(Is);

        bool Is(ISymbol? found) =>
            SymbolEqualityComparer.Default.Equals(Definition(found), Definition(symbol))
            || (symbol is INamedTypeSymbol && found is IMethodSymbol { MethodKind: MethodKind.Constructor }
                && SymbolEqualityComparer.Default.Equals(found.ContainingType.OriginalDefinition, symbol));
    }

    private static ISymbol? Definition(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol method)
            symbol = method.ReducedFrom ?? method;
        return symbol?.OriginalDefinition is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : symbol?.OriginalDefinition;
    }
}
