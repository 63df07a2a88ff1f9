using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// Judges the program as it runs in production: development branches are not taken, <c>IsProduction()</c> is true, code
/// under <c>#if DEBUG</c> is not shipped. An environment that is neither Production nor listed as a development one, such as
/// Staging, may be where the program runs. What is not known counts as reached. Asked for candidates only: nothing is
/// computed before, and what is computed is kept for the compilation.
/// </summary>
internal sealed class ProductionWorld(TransitContext context)
{
    private const int DeepestCall = 6;
    private const int MostMentions = 64;

    private readonly Sources sources = new(context.Compilation);
    private readonly ConcurrentDictionary<(SyntaxNode, TransitSettings), ReachMap> maps = new();
    private readonly ConcurrentDictionary<(ISymbol, bool, TransitSettings), bool> members = new();

    /// <summary>
    /// Can this operation be executed in production? True when not known. Always true where the option
    /// <c>include_development_code</c> is set.
    /// </summary>
    public bool Reaches(IOperation operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sources.References.Offer(operation.SemanticModel);
        var settings = context.SettingsFor(operation.Syntax.SyntaxTree);
        return settings.IncludeDevelopmentCode || Reaches(operation, settings, [], cancellation);
    }

    /// <summary>
    /// The constant that this expression has in production: its own constant value, that of a local, field or property
    /// which is only ever given that one, or what a condition on the environment leaves of it. No value when not known.
    /// </summary>
    public Optional<object?> ConstantOf(IOperation expression, CancellationToken cancellation) =>
        Evaluate(expression, cancellation) is { IsConstant: true } known ? new(known.Constant) : default;

    /// <summary>What this condition is in production; null when not known.</summary>
    public bool? Decide(IOperation condition, CancellationToken cancellation) => Evaluate(condition, cancellation).Truth;

    /// <summary>
    /// Which blocks of the graph are entered in production, by their ordinals, given that the first one is. Handlers and
    /// finally blocks are entered where their try is.
    /// </summary>
    public IReadOnlyList<bool> ReachedBlocks(ControlFlowGraph graph, CancellationToken cancellation) =>
        EvaluationFor(context.SettingsFor(graph.OriginalOperation.Syntax.SyntaxTree), cancellation).ReachedBlocks(graph);

    private Known Evaluate(IOperation expression, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sources.References.Offer(expression.SemanticModel);
        return EvaluationFor(context.SettingsFor(expression.Syntax.SyntaxTree), cancellation).Of(expression);
    }

    private Evaluation EvaluationFor(TransitSettings settings, CancellationToken cancellation) => new(sources, settings, cancellation);

    private bool Reaches(IOperation operation, TransitSettings settings, HashSet<ISymbol> callers, CancellationToken cancellation)
    {
        if (sources.IsDevelopmentOnly(operation, settings, cancellation))
            return false;
        var root = operation;
        var isInLambda = false;
        for (; root.Parent is not null; root = root.Parent)
        {
            isInLambda |= root is IAnonymousFunctionOperation;
            if (root.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called } } && IsConditional(called, settings))
                return false;
        }

        if (!MapOf(root, settings, cancellation).Contains(operation))
            return false;
        return MemberOf(root.Syntax, sources.ModelOf(root.Syntax.SyntaxTree), cancellation) is not { } member || Reaches(member, isInLambda, settings, callers, cancellation);
    }

    private ReachMap MapOf(IOperation root, TransitSettings settings, CancellationToken cancellation) =>
        maps.TryGetValue((root.Syntax, settings), out var known)
            ? known
            : maps.GetOrAdd((root.Syntax, settings), ReachMap.Of(root, EvaluationFor(settings, cancellation), cancellation));

    private static ISymbol? MemberOf(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetDeclaredSymbol(syntax, cancellation);
        for (var node = syntax; symbol is null && node is not null; node = node.Parent)
            symbol = model.GetDeclaredSymbol(node, cancellation);
        return symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
    }

    /// <summary>Is the member executed in production, seen from outside: by convention, by who calls it, by who creates its type?</summary>
    private bool Reaches(ISymbol member, bool isInLambda, TransitSettings settings, HashSet<ISymbol> callers, CancellationToken cancellation)
    {
        if (members.TryGetValue((member, isInLambda, settings), out var known))
            return known;
        if (callers.Count >= DeepestCall || !callers.Add(member))
            return true;
        var reaches = !IsConditional(member as IMethodSymbol, settings)
            && !EnvironmentFacts.IsDevelopmentStartup(member, settings)
            && !IsOnlySkipped(member, isInLambda, settings, callers, cancellation);
        callers.Remove(member);
        return callers.Count == 0 ? members.GetOrAdd((member, isInLambda, settings), reaches) : reaches;
    }

    /// <summary>Is the member mentioned, and nowhere that is reached?</summary>
    private bool IsOnlySkipped(ISymbol member, bool isInLambda, TransitSettings settings, HashSet<ISymbol> callers, CancellationToken cancellation)
    {
        var isCalled = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => sources.HasOnlySeenCallers(method),
            IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } property => !sources.References.IsSeenFromOutside(property),
            IFieldSymbol field => isInLambda && !sources.References.IsSeenFromOutside(field),
            _ => false,
        };
        if (isCalled && AreAllSkipped(member, settings, callers, cancellation))
            return true;
        return member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && !member.IsStatic
            && !sources.References.IsSeenFromOutside(type)
            && AreAllSkipped(type, settings, callers, cancellation);
    }

    private bool AreAllSkipped(ISymbol symbol, TransitSettings settings, HashSet<ISymbol> callers, CancellationToken cancellation)
    {
        var mentions = 0;
        foreach (var mention in sources.References.To(symbol, cancellation))
        {
            if (IsInside(mention, symbol))
                continue;
            if (++mentions > MostMentions || sources.OperationAt(mention, cancellation) is not { } operation
                || Reaches(operation, settings, callers, cancellation))
                return false;
        }

        return mentions > 0;
    }

    private static bool IsInside(SyntaxNode mention, ISymbol symbol)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
            if (declaration.SyntaxTree == mention.SyntaxTree && declaration.Span.Contains(mention.Span))
                return true;
        return false;
    }

    /// <summary>Are all calls of the method left out of what is shipped: <c>[Conditional("DEBUG")]</c>?</summary>
    private static bool IsConditional(IMethodSymbol? method, TransitSettings settings)
    {
        var isConditional = false;
        if (method is null || settings.IncludeDevelopmentCode)
            return false;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute is not { AttributeClass: { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" }, ConstructorArguments: { Length: 1 } symbols })
                continue;
            if (symbols[0].Value is not string symbol || !DevelopmentRegions.IsDevelopment(symbol, settings))
                return false;
            isConditional = true;
        }

        return isConditional;
    }
}
