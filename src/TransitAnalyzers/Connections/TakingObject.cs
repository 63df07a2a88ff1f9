using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Connections;

/// <summary>
/// The object that takes a connection string, and what the program makes of it: the chain of calls it stands in, the variables
/// that hold it, the parts of it, what is created from it. What is set on this object says something about the connection;
/// what is set on another object beside it does not. Handed to a method of the program's own, it is the parameter there; kept in a
/// private field, it is what other members of the type use. What else somebody may do to it is not followed.
/// </summary>
internal sealed class TakingObject
{
    private const int MostHops = 16;

    private const int MostBodies = 8;

    private readonly TransitContext context;
    private readonly CancellationToken cancellation;
    private readonly List<SyntaxNode> bodies = [];
    private readonly List<IOperation> operations = [];
    private readonly HashSet<IOperation> links = [];
    private readonly HashSet<ISymbol> variables = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> unread = new();
    private readonly List<ITypeSymbol> returned = [];
    private bool isThis;

    private TakingObject(IOperation root, TransitContext context, CancellationToken cancellation)
    {
        this.context = context;
        this.cancellation = cancellation;
        AddBody(root);
    }

    /// <summary>Everything in the body around it, in the order of the source, and then in the others that make use of it.</summary>
    public IReadOnlyList<IOperation> Body => operations;

    /// <summary>As what methods return the object: who calls them may do more to it.</summary>
    public IReadOnlyList<ITypeSymbol> Returned => returned;

    /// <param name="taking">The creation, call or assignment that takes the text, or the object itself.</param>
    /// <param name="context">The program.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static TakingObject Of(IOperation taking, TransitContext context, CancellationToken cancellation)
    {
        var found = new TakingObject(taking.Root(), context, cancellation);
        switch (taking)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } instance } }:
                found.Include(instance);
                break;
            case IInvocationOperation { TargetMethod.IsStatic: false } or IInvocationOperation { TargetMethod.IsExtensionMethod: true }:
                found.Follow(taking);
                if (((IInvocationOperation)taking).Receiver() is { } receiver)
                    found.Include(receiver);
                break;
            case IInvocationOperation or IObjectCreationOperation:
                found.Follow(taking);
                break;
            default:
                found.Include(taking);
                break;
        }

        while (found.unread.Count > 0)
            found.FollowUses(found.unread.Dequeue());
        return found;
    }

    /// <summary>Is the receiver of a member this object, a part of it, or a link of its chain?</summary>
    public bool Has(IOperation? receiver)
    {
        for (var hops = 0; receiver is not null && hops < MostHops; hops++)
        {
            receiver = receiver.Unconverted();
            if (links.Contains(receiver) || (VariableOf(receiver) is { } variable && variables.Contains(variable)))
                return true;
            switch (receiver)
            {
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                    return InitializedBy(receiver) is { } created && links.Contains(created);
                case IInstanceReferenceOperation:
                    return isThis;
                case IMemberReferenceOperation { Instance: var owner }:
                    receiver = owner;
                    break;
                case IInvocationOperation call:
                    receiver = call.Receiver();
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Does the operation do something to this object, in production? What is static holds for every object; what a callback does
    /// that is given to one of the calls of the chain, it does to this one.
    /// </summary>
    public bool IsTouchedBy(IOperation operation) => Touches(operation) && context.World.ReachesNetwork(operation, cancellation);

    private bool Touches(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation { Instance: var instance } }:
                if (instance is null || Has(instance))
                    return true;
                break;
            case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Instance: var instance } }:
                if (Has(instance))
                    return true;
                break;
            case IInvocationOperation call:
                if (links.Contains(call) || Has(call.Receiver()) || call.Arguments.Any(argument => Has(argument.Value)))
                    return true;
                break;
            default:
                return false;
        }

        return IsInCallback(operation);
    }

    private bool IsInCallback(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation && outer.Parent is IDelegateCreationOperation lambda && lambda.Converted().Parent is IArgumentOperation { Parent: { } call } && links.Contains(call))
                return true;
        return false;
    }

    /// <summary>Goes down from a receiver to the variable or the creation that its chain of parts and calls begins with.</summary>
    private void Include(IOperation receiver)
    {
        for (var hops = 0; hops < MostHops; hops++)
        {
            receiver = receiver.Unconverted();
            if (IsRegistry(receiver.Type))
                return;
            if (VariableOf(receiver) is { } variable)
            {
                Add(variable);
                return;
            }

            switch (receiver)
            {
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                    if (InitializedBy(receiver) is { } created)
                        Follow(created);
                    return;
                case IInstanceReferenceOperation:
                    isThis = true;
                    return;
                case IMemberReferenceOperation { Instance: { } owner }:
                    receiver = owner;
                    break;
                case IInvocationOperation call:
                    Link(call);
                    if (call.Receiver() is not { } before)
                        return;
                    receiver = before;
                    break;
                case IObjectCreationOperation:
                    Follow(receiver);
                    return;
                default:
                    return;
            }
        }
    }

    /// <summary>Goes up from an expression that is the object to what is made of it.</summary>
    private void Follow(IOperation value)
    {
        if (value is IInvocationOperation or IObjectCreationOperation or IWithOperation)
            Link(value);
        for (var current = value; current.Parent is { } parent && !IsRegistry(current.Type); current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or IAwaitOperation or ICoalesceOperation or IConditionalAccessOperation or IMemberReferenceOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                    continue;
                case IWithOperation with when with.Operand == current:
                    Link(with);
                    continue;
                case IInvocationOperation call when call.Instance == current:
                    Link(call);
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (argument.Parameter is { } parameter && parameter.IsDeclaredIn(context.Compilation))
                        Add(parameter.OriginalDefinition);
                    if (call.Receiver() is { } receiver && receiver != current.Unconverted())
                    {
                        // A collection of services that is handed an object does not become it; what connects with its text does.
                        if (ConnectionSinks.Of(call).IsEmpty)
                            return;
                        Include(receiver);
                    }

                    Link(call);
                    parent = call;
                    continue;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    Link(creation);
                    parent = creation;
                    continue;
                case IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } owner } target } assignment when assignment.Value == current && VariableOf(target) is null:
                    Include(owner);
                    return;
                case IReturnOperation { SemanticModel: { } model } returned when model.GetEnclosingSymbol(returned.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.LocalFunction } function:
                    foreach (var operation in operations.ToArray())
                        if (operation is IInvocationOperation called && SymbolEqualityComparer.Default.Equals(called.TargetMethod.OriginalDefinition, function) && !links.Contains(called))
                            Follow(called);
                    return;
                default:
                    var keeper = current.KeptIn();
                    if (parent is IReturnOperation && keeper is not null && current.Type is { } type)
                        returned.Add(type);
                    if (keeper is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
                        Add(keeper);
                    return;
            }
        }
    }

    /// <summary>A link of the chain; a callback that it is given, and that is written elsewhere, is handed the object, or options of it.</summary>
    private void Link(IOperation link)
    {
        if (!links.Add(link) || link is not IInvocationOperation { Arguments: var arguments })
            return;
        foreach (var argument in arguments)
            if (CallbackOf(argument.Value.Unconverted()) is { ReturnsVoid: true, Parameters: var parameters })
                foreach (var parameter in parameters)
                    if (parameter.IsDeclaredIn(context.Compilation))
                        Add(parameter.OriginalDefinition);

        IMethodSymbol? CallbackOf(IOperation given) => given switch
        {
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => method,
            ILocalReferenceOperation { Type.TypeKind: TypeKind.Delegate } => context.World.DefinitionOf(given, cancellation).Unconverted() switch
            {
                IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol: var lambda } } => lambda,
                _ => null,
            },
            _ => null,
        };
    }

    private void Add(ISymbol variable)
    {
        if (!variables.Add(variable))
            return;
        unread.Enqueue(variable);
        if (variable is IParameterSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } && variable.IsDeclaredIn(context.Compilation))
            foreach (var use in context.References.EachUseOf(variable, cancellation))
                AddBody(use.Root());
    }

    /// <summary>A body is told by its syntax: the one that is analyzed is bound apart from those that are searched for.</summary>
    private void AddBody(IOperation root)
    {
        if (bodies.Count >= MostBodies || bodies.Contains(root.Syntax))
            return;
        bodies.Add(root.Syntax);
        operations.AddRange(root.DescendantsAndSelf());
    }

    private void FollowUses(ISymbol variable)
    {
        foreach (var operation in operations.ToArray())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable):
                    if (declarator.GetVariableInitializer() is { Value: var initial })
                        IncludeMade(initial);
                    break;
                case ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable):
                    IncludeMade(assignment.Value);
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
                    when !operation.IsAssigned() && SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable):
                    Follow(operation);
                    break;
            }
        }
    }

    /// <summary>What a variable of the object is given is the object; what that was made from is another one.</summary>
    private void IncludeMade(IOperation value)
    {
        for (var made = value.Unconverted(); ; made = ((IInvocationOperation)made).Receiver()!.Unconverted())
        {
            if (made is IInvocationOperation or IObjectCreationOperation or IWithOperation)
                Link(made);
            if (made is not IInvocationOperation call || call.Receiver() is null)
                return;
        }
    }

    /// <summary>The creation, or the <c>with</c>, in whose initializer the receiver stands, however deep.</summary>
    private static IOperation? InitializedBy(IOperation receiver)
    {
        for (var outer = receiver.Parent; outer is not null; outer = outer.Parent)
            if (outer is IObjectOrCollectionInitializerOperation { Parent: (IObjectCreationOperation or IWithOperation) and var created })
                return created;
        return null;
    }

    /// <summary>Where services are registered, many objects are made one after the other.</summary>
    private static bool IsRegistry(ITypeSymbol? type) =>
        type?.Name is { } name && (name is "IServiceCollection" or "ServiceCollection"
            || name.EndsWith("ApplicationBuilder", StringComparison.Ordinal) || name.EndsWith("HostBuilder", StringComparison.Ordinal) || name.EndsWith("ChecksBuilder", StringComparison.Ordinal));

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Property.IsIndexer: false } property => property.Property,
        _ => null,
    };
}
