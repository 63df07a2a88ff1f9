using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>
/// Finds validation callbacks and judges them. A lambda is judged where it becomes a delegate, a method where it is
/// declared (if it becomes a delegate anywhere), so that there is one finding however often it is used.
/// </summary>
internal sealed class ValidationCallbacks
{
    private readonly TransitContext context;
    private readonly Bodies bodies;
    private readonly CallbackUses uses;
    private readonly CallbackEvaluator evaluator;

    public ValidationCallbacks(TransitContext context)
    {
        this.context = context;
        Shapes = new(context);
        var references = context.References;
        bodies = new(context.Compilation, references);
        uses = new(references);
        evaluator = new(context, bodies);
    }

    public CallbackShapes Shapes { get; }

    /// <summary>A lambda, an anonymous method or a local function that becomes a delegate; null where there is nothing to report.</summary>
    public CallbackFinding? Of(IDelegateCreationOperation creation, CancellationToken cancellation)
    {
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                return Shapes.OfDelegate(creation.Type) is { } shape && !IsRemoved(creation) && !IsQuery(creation) && bodies.OfNested(lambda, cancellation) is { } graph
                    ? Judge(lambda.Symbol, graph, shape, lambda.Syntax.GetLocation(), "This callback", () => uses.Of(creation, cancellation), creation, cancellation)
                    : null;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } reference:
                return Shapes.OfDelegate(creation.Type) is { } localShape && IsFirst(reference) && bodies.Of(local, cancellation) is { } body
                    ? Judge(local.OriginalDefinition, body, localShape, NameOf(local, cancellation), "'" + local.Name + "'", () => References(reference).SelectMany(group => uses.Of(group, cancellation)).ToArray(), null, cancellation)
                    : null;
            case IMethodReferenceOperation { Method: var method } reference when Shapes.ReadyMadeOf(method) is { } row:
                return ReadyMade(reference, method.Name, row, cancellation);
            // Nothing but the delegate tells what the method is for: judged where it becomes one.
            case IMethodReferenceOperation { Method: var method } reference:
                return Shapes.OfDelegate(creation.Type) is { Row: not null } known && OfSignature(method) is null && !IsRemoved(creation) && bodies.Of(method, cancellation) is { } code
                    ? Judge(Implementation(method.OriginalDefinition), code, known, reference.Syntax.GetLocation(), "'" + method.Name + "'", () => uses.Of(creation, cancellation), creation, cancellation)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>A ready-made member that is used, not merely mentioned.</summary>
    public CallbackFinding? Of(IPropertyReferenceOperation reference, CancellationToken cancellation) =>
        Shapes.ReadyMadeOf(reference.Property) is { } row && !IsMention(reference) ? ReadyMade(reference, reference.Property.Name, row, cancellation) : null;

    /// <summary>A call that makes everything accepted.</summary>
    public CallbackFinding? Of(IInvocationOperation call, CancellationToken cancellation) =>
        Shapes.ReadyMadeOf(call.TargetMethod) is { } row && call.TargetMethod.ReturnsVoid
            ? ReadyMade(call, call.TargetMethod.Name, row, cancellation)
            : null;

    /// <summary>A method that becomes a delegate somewhere, or that a library calls.</summary>
    public CallbackFinding? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        method = method.PartialDefinitionPart ?? method;
        var overriding = Shapes.OfOverride(method);
        if ((overriding ?? OfSignature(method)) is not { } shape || Shapes.ReadyMadeOf(method) is not null || bodies.Of(method, cancellation) is not { } graph)
            return null;
        var called = overriding is not null || IsCalledByLibrary(method);
        return Judge(
            Implementation(method), graph, shape, NameOf(Implementation(method), cancellation), "'" + CallbackShapes.NameOf(method) + "'",
            () => Slots(method).SelectMany(slot => uses.OfMethod(slot, cancellation)).ToArray(), called ? null : NoUse.Instance, cancellation);
    }

    /// <summary>The answers of a method that is a callback by its signature; null where its body is not to be seen.</summary>
    public TruthTable? TableOf(IMethodSymbol method, CancellationToken cancellation) =>
        CallbackShape.OfSignature(method) is { } shape && bodies.Of(method, cancellation) is { } graph
            ? evaluator.Evaluate(Implementation(method), graph, shape, cancellation)
            : null;

    /// <summary>What the signature says itself, or the catalogue of it.</summary>
    private CallbackShape? OfSignature(IMethodSymbol method) => CallbackShape.OfSignature(method) ?? Shapes.OfSignature(method);

    private CallbackFinding? Judge(
        IMethodSymbol method, ControlFlowGraph graph, CallbackShape shape, Location location, string name,
        Func<IReadOnlyList<IOperation>> findUses, object? value, CancellationToken cancellation)
    {
        var table = evaluator.Evaluate(method, graph, shape, cancellation);
        var verdict = table.Verdict;
        if (verdict == Verdict.Sound || (IsPredicate(method) && !table[TruthTable.None].Accepts.Any))
            return null;
        if (value is IOperation operation && (!context.World.ReachesNetwork(operation, cancellation) || ListedCalls.Define(operation, context, cancellation)))
            return null;
        var all = findUses();
        var reached = Reached(all, cancellation);
        // Used in development only; or a method that nobody makes a callback of.
        if (reached.IsEmpty && (all.Count > 0 || value is NoUse))
            return null;
        if (verdict == Verdict.ToleratesErrors && table.ToleratesMissingCertificateOnly && reached.Any(IsServer))
            return null;
        return new(verdict, location, name, shape, table, reached);
    }

    private CallbackFinding? ReadyMade(IOperation reference, string name, CallbackRow row, CancellationToken cancellation)
    {
        if (IsRemoved(reference) || !context.World.Reaches(reference, cancellation))
            return null;
        var all = reference is IInvocationOperation ? [reference] : uses.Of(reference, cancellation);
        var reached = Reached(all, cancellation);
        var syntax = reference.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : reference.Syntax;
        return reached.IsEmpty
            ? null
            : new(Verdict.AcceptsEverything, syntax.GetLocation(), "'" + name + "'", new(row.Acceptance, HasErrors: true, row), null, reached);
    }

    /// <summary>The uses in production, for what is not on this machine.</summary>
    private ImmutableArray<IOperation> Reached(IReadOnlyList<IOperation> all, CancellationToken cancellation) =>
        ImmutableArray.CreateRange(all.Where(use => context.World.ReachesNetwork(use, cancellation)));

    /// <summary>Takes nothing but the errors, and is false where there are none: asks whether there is a problem, validates nothing.</summary>
    private static bool IsPredicate(IMethodSymbol method) => !method.Parameters.Any(static parameter => CertificateFacts.IsCertificate(parameter.Type));

    private static bool IsServer(IOperation use)
    {
        if (use is IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } }
            && (member.Name.StartsWith("ClientCertificate", StringComparison.Ordinal) || member.ContainingType.Name.IndexOf("Server", StringComparison.Ordinal) >= 0))
            return true;
        return use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && type.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.StartsWith("AuthenticateAsServer", StringComparison.Ordinal));
    }

    /// <summary>Compared, taken away, masked out.</summary>
    private static bool IsMention(IOperation reference) =>
        reference.Converted().Parent is IBinaryOperation or IPatternOperation or IIsPatternOperation or INameOfOperation;

    /// <summary><c>-=</c>: the callback is taken away.</summary>
    private static bool IsRemoved(IOperation value) =>
        value.Delegated().Parent is IEventAssignmentOperation { Adds: false } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract };

    /// <summary>Asked of the elements of a collection, such as errors that were counted: nobody connects by it.</summary>
    private static bool IsQuery(IOperation value) =>
        value.Converted().Parent is IArgumentOperation
        {
            Parameter.OriginalDefinition.Type.TypeKind: TypeKind.Delegate, // Not an element that a list keeps.
            Parent: IInvocationOperation { TargetMethod: { ContainingType: var type, ContainingNamespace: var room } },
        }
        && room.IsOfSystem() && (room.Name == "Linq" || type.Name == "Array" || room.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));

    private static IMethodSymbol Implementation(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    private static Location NameOf(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
    {
        MethodDeclarationSyntax declaration => declaration.Identifier.GetLocation(),
        LocalFunctionStatementSyntax local => local.Identifier.GetLocation(),
        var other => other.GetLocation(),
    };

    /// <summary>The method, and what it overrides or implements: each may be what becomes a delegate.</summary>
    private static IEnumerable<IMethodSymbol> Slots(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
            if (!current.DeclaringSyntaxReferences.IsEmpty)
                yield return current;
        foreach (var member in Implemented(method))
            if (!member.DeclaringSyntaxReferences.IsEmpty)
                yield return member;
    }

    private static bool IsCalledByLibrary(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
            if (current.DeclaringSyntaxReferences.IsEmpty)
                return true;
        return Implemented(method).Any(static member => member.DeclaringSyntaxReferences.IsEmpty);
    }

    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method)
    {
        foreach (var explicitly in method.ExplicitInterfaceImplementations)
            yield return explicitly;
        foreach (var type in method.ContainingType.AllInterfaces)
            foreach (var member in type.GetMembers(method.Name))
                if (member is IMethodSymbol slot && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(slot), method))
                    yield return slot;
    }

    private static IEnumerable<IMethodReferenceOperation> References(IMethodReferenceOperation reference)
    {
        var root = reference.Root();
        return root.Descendants().OfType<IMethodReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Method.OriginalDefinition, reference.Method.OriginalDefinition))
            .OrderBy(static other => other.Syntax.SpanStart);
    }

    private static bool IsFirst(IMethodReferenceOperation reference) => References(reference).First().Syntax == reference.Syntax;

    /// <summary>Marks a method that is no callback unless a use is found.</summary>
    private sealed class NoUse
    {
        public static readonly NoUse Instance = new();
    }
}
