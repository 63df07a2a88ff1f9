using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// What of one method, accessor or initializer is executed in production, its lambdas and local functions included. A local
/// function counts where code that is reached mentions it, as does a lambda that a local holds.
/// </summary>
internal sealed class ReachMap
{
    private static readonly ReachMap Everything = new();

    private readonly HashSet<SyntaxNode> reached = [];
    private readonly HashSet<SyntaxNode> skipped = [];
    private readonly HashSet<SyntaxNode> deadBodies = [];

    private ReachMap()
    {
    }

    public static ReachMap Of(IOperation root, Evaluation evaluation, CancellationToken cancellation) =>
        Graphs.Of(root, cancellation) is { } graph ? new Builder(evaluation, cancellation).Build(graph) : Everything;

    /// <summary>False where the operation, or what it is part of, stands only in blocks that are not entered.</summary>
    public bool Contains(IOperation operation)
    {
        if (skipped.Count == 0 && deadBodies.Count == 0)
            return true;
        for (var current = operation; current is not null; current = current.Parent)
        {
            if (deadBodies.Contains(current.Syntax))
                return false;
            if (reached.Contains(current.Syntax) && !IsInDeadBody(current))
                return true;
            if (skipped.Contains(current.Syntax))
                return false;
        }

        return true;
    }

    private bool IsInDeadBody(IOperation operation)
    {
        if (deadBodies.Count > 0)
            for (var current = operation; current is not null; current = current.Parent)
                if (deadBodies.Contains(current.Syntax))
                    return true;
        return false;
    }

    private sealed class Builder(Evaluation evaluation, CancellationToken cancellation)
    {
        private readonly ReachMap map = new();
        private readonly Queue<ControlFlowGraph> waiting = new();
        private readonly Dictionary<ISymbol, List<(SyntaxNode Syntax, Func<ControlFlowGraph> Graph)>> bodies = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> used = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> mentioned = new(SymbolEqualityComparer.Default);

        public ReachMap Build(ControlFlowGraph whole)
        {
            waiting.Enqueue(whole);
            Drain();

            // Bodies that nobody mentions, not even one that is left out, are not known to be left out.
            foreach (var (_, graph) in bodies.Values.SelectMany(static body => body).ToList())
                Visit(graph(), static blocks => new bool[blocks.Blocks.Length]);
            foreach (var name in bodies.Keys.Where(name => !mentioned.Contains(name)).ToList())
                Use(name);
            Drain();
            foreach (var body in bodies.Values.SelectMany(static body => body))
                map.deadBodies.Add(body.Syntax);
            if (map.skipped.Count == 0 && map.deadBodies.Count == 0)
                return Everything;
            return map;
        }

        private void Drain()
        {
            while (waiting.Count > 0)
                Visit(waiting.Dequeue(), evaluation.ReachedBlocks);
        }

        private void Visit(ControlFlowGraph graph, Func<ControlFlowGraph, bool[]> reachedBlocks)
        {
            foreach (var function in graph.LocalFunctions)
                Hold(function, function.DeclaringSyntaxReferences[0].GetSyntax(cancellation), () => graph.GetLocalFunctionControlFlowGraph(function, cancellation));
            var blocks = reachedBlocks(graph);
            foreach (var block in graph.Blocks)
            {
                cancellation.ThrowIfCancellationRequested();
                var isReached = blocks[block.Ordinal];
                foreach (var operation in block.Operations)
                {
                    Visit(operation, graph, isReached);
                    isReached = isReached && !evaluation.IsLast(operation);
                }

                if (block.BranchValue is { } value)
                    Visit(value, graph, isReached);
            }
        }

        private void Visit(IOperation whole, ControlFlowGraph graph, bool isReached)
        {
            foreach (var operation in whole.DescendantsAndSelf())
            {
                if (isReached || !operation.IsImplicit)
                    (isReached ? map.reached : map.skipped).Add(operation.Syntax);
                if (MentionedBody(operation) is { } name)
                {
                    mentioned.Add(name);
                    if (isReached)
                        Use(name);
                }

                if (isReached && operation is IFlowAnonymousFunctionOperation lambda)
                {
                    if (HolderOf(lambda) is { } local)
                        Hold(local, lambda.Syntax, () => graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
                    else
                        waiting.Enqueue(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
                }
            }
        }

        private void Hold(ISymbol name, SyntaxNode syntax, Func<ControlFlowGraph> graph)
        {
            if (used.Contains(name))
                waiting.Enqueue(graph());
            else if (bodies.TryGetValue(name, out var held))
                held.Add((syntax, graph));
            else
                bodies.Add(name, [(syntax, graph)]);
        }

        private void Use(ISymbol name)
        {
            if (!used.Add(name) || !bodies.TryGetValue(name, out var held))
                return;
            bodies.Remove(name);
            foreach (var (_, graph) in held)
                waiting.Enqueue(graph());
        }

        private static ISymbol? MentionedBody(IOperation operation) => operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, OriginalDefinition: var function } } => function,
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, OriginalDefinition: var function } } => function,
            ILocalReferenceOperation { Local: var local } => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation ? null : local,
            _ => null,
        };

        /// <summary>The local that is given nothing but this lambda in this statement.</summary>
        private static ILocalSymbol? HolderOf(IOperation lambda)
        {
            var value = lambda.Delegated();
            return value.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment && assignment.Value == value ? local : null;
        }
    }
}
