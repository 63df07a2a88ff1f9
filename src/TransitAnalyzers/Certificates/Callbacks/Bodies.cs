using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>The control flow graphs of lambdas, local functions and methods of one compilation; each is built once.</summary>
internal sealed class Bodies(Compilation compilation, References references)
{
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyDictionary<SyntaxNode, ControlFlowGraph>> nested = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> implementations = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> types = new(() => ImmutableArray.CreateRange(compilation.DeclaredTypes()));
    private readonly ConcurrentDictionary<ISymbol, ControlFlowGraph?> methods = new(SymbolEqualityComparer.Default);

    /// <summary>The graph of a lambda or local function; null for code that does not compile.</summary>
    public ControlFlowGraph? OfNested(IOperation function, CancellationToken cancellation)
    {
        var root = function.Root();
        if (!nested.TryGetValue(root.Syntax, out var all))
            all = nested.GetOrAdd(root.Syntax, Nested(root, cancellation));
        return all.TryGetValue(function.Syntax, out var graph) ? graph : null;
    }

    /// <summary>The graph of a method or accessor, or of a local function; null where there is no body to be seen.</summary>
    public ControlFlowGraph? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (methods.TryGetValue(method, out var known))
            return known;
        if (method.IsAbstract || method.IsExtern || method.OnlyDeclarationIn(compilation) is not { } declaration)
            return null;
        var syntax = declaration.GetSyntax(cancellation);
        var graph = references.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) switch
        {
            { Parent: null } root => Graphs.Of(root, cancellation),
            { } local => OfNested(local, cancellation),
            null => null,
        };
        return methods.GetOrAdd(method, graph);
    }

    /// <summary>The one method of the program that a virtual call can reach; null where there are none or several.</summary>
    public IMethodSymbol? OnlyImplementationOf(IMethodSymbol method, ITypeSymbol? receiver, CancellationToken cancellation)
    {
        var all = ImplementationsOf(method, cancellation);
        if (receiver is { IsSealed: true } or { TypeKind: TypeKind.Struct })
            all = all.RemoveAll(candidate => !SymbolEqualityComparer.Default.Equals(candidate.ContainingType, receiver));
        return all.Length == 1 ? all[0] : null;
    }

    /// <summary>The methods of the program with a body that implement, override or are the given one.</summary>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var definition = method.OriginalDefinition;
        if (implementations.TryGetValue(definition, out var known))
            return known;
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var type in types.Value)
        {
            cancellation.ThrowIfCancellationRequested();
            if (definition.ContainingType.TypeKind == TypeKind.Interface)
            {
                foreach (var implemented in type.AllInterfaces)
                    if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, definition.ContainingType)
                        && implemented.GetMembers(definition.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, definition)) is { } member
                        && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } implementation
                        && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type))
                        found.Add(implementation);
                continue;
            }

            foreach (var member in type.GetMembers(definition.Name))
                if (member is IMethodSymbol { IsAbstract: false } candidate && Overrides(candidate, definition))
                    found.Add(candidate);
        }

        return implementations.GetOrAdd(definition, found.ToImmutable());
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol definition)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, definition))
                return true;
        return false;
    }

    private static Dictionary<SyntaxNode, ControlFlowGraph> Nested(IOperation root, CancellationToken cancellation)
    {
        var found = new Dictionary<SyntaxNode, ControlFlowGraph>();
        var waiting = new Stack<ControlFlowGraph>();
        if (Graphs.Of(root, cancellation) is { } whole)
            waiting.Push(whole);
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var graph = waiting.Pop();
            foreach (var local in graph.LocalFunctions)
            {
                var inner = graph.GetLocalFunctionControlFlowGraph(local, cancellation);
                found[inner.OriginalOperation.Syntax] = inner;
                waiting.Push(inner);
            }

            foreach (var block in graph.Blocks)
            {
                foreach (var operation in block.Operations)
                    Add(graph, operation);
                if (block.BranchValue is { } value)
                    Add(graph, value);
            }
        }

        return found;

        void Add(ControlFlowGraph graph, IOperation operation)
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                if (part is not IFlowAnonymousFunctionOperation lambda)
                    continue;
                var inner = graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation);
                found[lambda.Syntax] = inner;
                waiting.Push(inner);
            }
        }
    }
}
