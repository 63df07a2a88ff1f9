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
    private const int DeepestCall = 32;
    private const int MostMentions = 200;

    private readonly Sources sources = context.Sources;
    private readonly ConcurrentDictionary<string, StraightFlow> flows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(SyntaxNode, string), ReachMap> maps = new();
    private readonly ConcurrentDictionary<(ISymbol, bool, string), bool> members = new();
    private readonly ConcurrentDictionary<string, bool> guards = new(StringComparer.Ordinal);

    /// <summary>
    /// Can this operation be executed in production? True when not known. Always true where the option
    /// <c>include_development_code</c> is set.
    /// </summary>
    public bool Reaches(IOperation operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sources.References.Offer(operation.SemanticModel);
        var settings = context.SettingsFor(operation.Syntax.SyntaxTree);
        return settings.IncludeDevelopmentCode || Reaches(operation, settings, new Callers(), cancellation);
    }

    /// <summary>The same, for what is not on this machine.</summary>
    public bool ReachesNetwork(IOperation operation, CancellationToken cancellation) =>
        Reaches(operation, cancellation) && !LoopbackGuards.Guard(operation, context, cancellation);

    /// <summary>
    /// Is this text, which does nothing by itself, made use of in production? Where a field, property or local keeps it, what
    /// counts is who mentions that. True when not known.
    /// </summary>
    public bool Uses(IOperation text, CancellationToken cancellation)
    {
        if (!Reaches(text, cancellation))
            return false;
        var settings = context.SettingsFor(text.Syntax.SyntaxTree);
        return settings.IncludeDevelopmentCode
            || text.Converted().KeptIn() is not { } keeper || keeper is not (IFieldSymbol or ILocalSymbol or IPropertySymbol)
            || !HasGuards(settings, cancellation)
            || (keeper is not ILocalSymbol && sources.References.IsSeenFromOutside(keeper))
            || !AreAllSkipped(keeper, settings, new Callers(), cancellation);
    }

    /// <summary>
    /// The constant that this expression has in production: its own constant value, that of a local, field or property
    /// which is only ever given that one, or what a condition on the environment leaves of it. No value when not known.
    /// </summary>
    public Optional<object?> ConstantOf(IOperation expression, CancellationToken cancellation) =>
        Evaluate(expression, cancellation) is { IsConstant: true } known ? new(known.Constant) : default;

    /// <summary>
    /// The expression that this one stands for in production: what the variable, property or small method behind it is
    /// only ever given, the branch that is taken. The expression itself where that is not to be seen.
    /// </summary>
    public IOperation DefinitionOf(IOperation expression, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sources.References.Offer(expression.SemanticModel);
        return EvaluationFor(context.SettingsFor(expression.Syntax.SyntaxTree), cancellation).DefinitionOf(expression);
    }

    /// <summary>
    /// Every expression that this one may come from in production, as far as the program shows: one of them is what it is,
    /// unless somebody else gives the value. The expression itself where nothing is behind it.
    /// </summary>
    public IReadOnlyList<IOperation> OriginsOf(IOperation expression, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        sources.References.Offer(expression.SemanticModel);
        var settings = context.SettingsFor(expression.Syntax.SyntaxTree);
        return new Origins(sources, EvaluationFor(settings, cancellation), settings, cancellation).Of(expression);
    }

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

    private bool Reaches(IOperation operation, TransitSettings settings, Callers callers, CancellationToken cancellation)
    {
        if (sources.IsDevelopmentOnly(operation, settings, cancellation))
            return false;
        var root = operation;
        var isInLambda = false;
        for (; root.Parent is not null; root = root.Parent)
        {
            isInLambda |= root is IAnonymousFunctionOperation;
            if (root.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument
                && (IsConditional(call.TargetMethod, settings) || IsUnderFalse(call, argument, settings, cancellation) || IsNeverRun(call, argument, settings, callers, cancellation)))
                return false;
        }

        if (!FlowFor(settings).Reaches(operation, EvaluationFor(settings, cancellation)) && !MapOf(root, settings, cancellation).Contains(operation))
            return false;
        return MemberOf(root.Syntax, sources.ModelOf(root.Syntax.SyntaxTree), cancellation) is not { } member || Reaches(member, isInLambda, settings, callers, cancellation);
    }

    /// <summary>
    /// Is this the delegate of a call such as <c>services.When(env.IsDevelopment(), s => ...)</c> or <c>AddIf</c>, whose condition
    /// goes right before it and is false in production? By its name, because most such methods are in packages.
    /// </summary>
    private bool IsUnderFalse(IInvocationOperation call, IArgumentOperation argument, TransitSettings settings, CancellationToken cancellation)
    {
        var name = call.TargetMethod.Name;
        if (argument.Parameter is not { Type.TypeKind: TypeKind.Delegate, Ordinal: var ordinal }
            || !(name.EndsWith("If", StringComparison.Ordinal) || name.EndsWith("When", StringComparison.Ordinal)))
            return false;
        foreach (var other in call.Arguments)
            if (other.Parameter is { Type.SpecialType: SpecialType.System_Boolean } condition && condition.Ordinal == ordinal - 1)
                return EvaluationFor(settings, cancellation).Of(other.Value).Truth == false;
        return false;
    }

    /// <summary>Is this a delegate that a method of the program's own is given, which makes use of it in development only?</summary>
    private bool IsNeverRun(IInvocationOperation call, IArgumentOperation argument, TransitSettings settings, Callers callers, CancellationToken cancellation)
    {
        if (argument is not { Parameter: { Type.TypeKind: TypeKind.Delegate, OriginalDefinition: { DeclaringSyntaxReferences.IsEmpty: false } parameter }, Value: IDelegateCreationOperation }
            || call.TargetMethod is not { IsVirtual: false, IsAbstract: false, IsOverride: false }
            || !HasGuards(settings, cancellation) || !callers.Enter(parameter))
            return false;
        var isNeverRun = AreAllSkipped(parameter, settings, callers, cancellation);
        callers.Leave(parameter);
        return isNeverRun;
    }

    private StraightFlow FlowFor(TransitSettings settings) => flows.GetOrAdd(settings.DevelopmentKey, static _ => new StraightFlow());

    private ReachMap MapOf(IOperation root, TransitSettings settings, CancellationToken cancellation) =>
        maps.TryGetValue((root.Syntax, settings.DevelopmentKey), out var known)
            ? known
            : maps.GetOrAdd((root.Syntax, settings.DevelopmentKey), ReachMap.Of(root, EvaluationFor(settings, cancellation), cancellation));

    private static ISymbol? MemberOf(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetDeclaredSymbol(syntax, cancellation);
        for (var node = syntax; symbol is null && node is not null; node = node.Parent)
            symbol = model.GetDeclaredSymbol(node, cancellation);
        return symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
    }

    /// <summary>Is the member executed in production, seen from outside: by convention, by who calls it, by who creates its type?</summary>
    private bool Reaches(ISymbol member, bool isInLambda, TransitSettings settings, Callers callers, CancellationToken cancellation)
    {
        if (callers.IsEmpty && members.TryGetValue((member, isInLambda, settings.DevelopmentKey), out var known))
            return known;
        if (!callers.Enter(member))
            return true;
        var reaches = !IsConditional(member as IMethodSymbol, settings)
            && !EnvironmentFacts.IsDevelopmentStartup(member, settings)
            && !(HasGuards(settings, cancellation) && IsOnlySkipped(member, isInLambda, settings, callers, cancellation));
        callers.Leave(member);
        return callers.IsEmpty ? members.GetOrAdd((member, isInLambda, settings.DevelopmentKey), reaches) : reaches;
    }

    /// <summary>Does the program ask anywhere where it runs? Where it never does, who calls whom need not be looked at.</summary>
    private bool HasGuards(TransitSettings settings, CancellationToken cancellation) =>
        guards.TryGetValue(settings.DevelopmentKey, out var known)
            ? known
            : guards.GetOrAdd(settings.DevelopmentKey, context.Words.Contain(EnvironmentFacts.Words(settings), cancellation));

    /// <summary>Is the member mentioned, and nowhere that is reached?</summary>
    private bool IsOnlySkipped(ISymbol member, bool isInLambda, TransitSettings settings, Callers callers, CancellationToken cancellation)
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

    private bool AreAllSkipped(ISymbol symbol, TransitSettings settings, Callers callers, CancellationToken cancellation)
    {
        var isMentioned = false;
        foreach (var mention in sources.References.MentionsOf(symbol, cancellation))
        {
            if (mention is not null && symbol.IsDeclaredAround(mention))
                continue;
            isMentioned = true;
            if (mention is null || !callers.MayLook() || sources.OperationAt(mention, cancellation) is not { } operation
                || Reaches(operation, settings, callers, cancellation))
                return false;
        }

        return isMentioned;
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

    /// <summary>The members between a candidate and the code that calls it, and how much may still be looked at.</summary>
    private sealed class Callers
    {
        private readonly HashSet<ISymbol> members = new(SymbolEqualityComparer.Default);
        private int looked;

        public bool IsEmpty => members.Count == 0;

        public bool Enter(ISymbol member) => members.Count < DeepestCall && members.Add(member);

        public void Leave(ISymbol member) => members.Remove(member);

        public bool MayLook() => ++looked <= MostMentions;
    }
}
