using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The funnel: families register interest by simple name, each operation costs one look-up by name for all of them,
/// and kinds of operation that nobody asked for are not registered with Roslyn at all. A handler is called for every
/// operation that bears the name; that it is the right symbol is for the handler to check.
/// </summary>
internal sealed class TransitStart
{
    private readonly NameTable<IInvocationOperation> invocations = new();
    private readonly NameTable<IObjectCreationOperation> creations = new();
    private readonly NameTable<MemberAssignment> assignments = new();
    private readonly NameTable<IFieldReferenceOperation> fields = new();
    private readonly NameTable<IPropertyReferenceOperation> properties = new();
    private readonly NameTable<IConversionOperation> casts = new();
    private readonly List<Action<OperationAnalysisContext, IDelegateCreationOperation>> delegates = [];
    private readonly List<Action<OperationAnalysisContext, IOperation>> strings = [];

#pragma warning disable RS1012 // Register() does, for every kind that a family asked for.
    private TransitStart(CompilationStartAnalysisContext roslyn, TransitContext context)
#pragma warning restore RS1012
    {
        Roslyn = roslyn;
        Context = context;
    }

    /// <summary>What is known of the compilation: its libraries, options, and the production world.</summary>
    public TransitContext Context { get; }

    /// <summary>For actions that are rare by nature (symbols, additional files, operation blocks of named methods).</summary>
    public CompilationStartAnalysisContext Roslyn { get; }

    /// <summary>Calls of methods of this name, extension methods included.</summary>
    public void OnInvocation(string methodName, Action<OperationAnalysisContext, IInvocationOperation> handler) =>
        invocations.Add(methodName, handler);

    /// <summary>Object creations of types of this simple name (generic arity left out).</summary>
    public void OnCreation(string typeName, Action<OperationAnalysisContext, IObjectCreationOperation> handler) =>
        creations.Add(typeName, handler);

    /// <summary>
    /// Assignments to a property, field or event of this name: simple, compound, coalescing, by deconstruction, in an
    /// object initializer, a nested initializer or a <c>with</c> expression.
    /// </summary>
    public void OnAssignment(string memberName, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        assignments.Add(memberName, handler);

    /// <summary>References to fields of this name; members of enumerations are fields.</summary>
    public void OnField(string fieldName, Action<OperationAnalysisContext, IFieldReferenceOperation> handler) =>
        fields.Add(fieldName, handler);

    /// <summary>References to properties of this name, read or written.</summary>
    public void OnProperty(string propertyName, Action<OperationAnalysisContext, IPropertyReferenceOperation> handler) =>
        properties.Add(propertyName, handler);

    /// <summary>Casts written in the source to an enumeration of this simple name, or to its nullable.</summary>
    public void OnCast(string enumName, Action<OperationAnalysisContext, IConversionOperation> handler) => casts.Add(enumName, handler);

    /// <summary>Every conversion of a lambda, anonymous method, method group or local function to a delegate.</summary>
    public void OnDelegate(Action<OperationAnalysisContext, IDelegateCreationOperation> handler) => delegates.Add(handler);

    /// <summary>
    /// Every string literal (also UTF-8) and interpolated string. The handler begins with a check of the text that costs one scan.
    /// </summary>
    public void OnString(Action<OperationAnalysisContext, IOperation> handler) => strings.Add(handler);

    internal static void Run(CompilationStartAnalysisContext roslyn, ImmutableArray<RuleFamily> families)
    {
        var context = TransitContext.Create(roslyn.Compilation, roslyn.Options);
        var start = new TransitStart(roslyn, context);
        foreach (var family in families)
            if (family.AppliesTo(context))
                family.Start(start);
        start.Register();
    }

    private void Register()
    {
        if (invocations.Any)
        {
            var table = invocations.Freeze();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IInvocationOperation)c.Operation;
                table.Call(operation.TargetMethod.Name, c, operation);
            }, OperationKind.Invocation);
        }

        if (creations.Any)
        {
            var table = creations.Freeze();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IObjectCreationOperation)c.Operation;
                if (operation.Type is { } type)
                    table.Call(type.Name, c, operation);
            }, OperationKind.ObjectCreation);
        }

        if (assignments.Any)
            RegisterAssignments(assignments.Freeze());
        if (fields.Any)
        {
            var table = fields.Freeze();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IFieldReferenceOperation)c.Operation;
                table.Call(operation.Field.Name, c, operation);
            }, OperationKind.FieldReference);
        }

        if (properties.Any)
        {
            var table = properties.Freeze();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IPropertyReferenceOperation)c.Operation;
                table.Call(operation.Property.Name, c, operation);
            }, OperationKind.PropertyReference);
        }

        if (casts.Any)
        {
            var table = casts.Freeze();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IConversionOperation)c.Operation;
                if (operation.IsImplicit)
                    return;
                var type = operation.Type;
                if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments })
                    type = arguments[0];
                if (type is { TypeKind: TypeKind.Enum })
                    table.Call(type.Name, c, operation);
            }, OperationKind.Conversion);
        }

        if (delegates.Count > 0)
        {
            var all = delegates.ToArray();
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IDelegateCreationOperation)c.Operation;
                foreach (var handler in all)
                    handler(c, operation);
            }, OperationKind.DelegateCreation);
        }

        if (strings.Count > 0)
        {
            var all = strings.ToArray();
            Roslyn.RegisterOperationAction(c =>
            {
                if (c.Operation.Kind == OperationKind.Literal && c.Operation.Type?.SpecialType != SpecialType.System_String)
                    return;
                foreach (var handler in all)
                    handler(c, c.Operation);
            }, OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Utf8String);
        }
    }

    private void RegisterAssignments(FrozenNameTable<MemberAssignment> table)
    {
        Roslyn.RegisterOperationAction(
            c =>
            {
                foreach (var assignment in MemberAssignment.In(c.Operation))
                    table.Call(assignment.Member.Name, c, assignment);
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.EventAssignment,
            OperationKind.DeconstructionAssignment);
    }

    private sealed class NameTable<T>
    {
        private readonly Dictionary<string, List<Action<OperationAnalysisContext, T>>> handlers = new(StringComparer.Ordinal);

        public bool Any => handlers.Count > 0;

        public void Add(string name, Action<OperationAnalysisContext, T> handler)
        {
            if (!handlers.TryGetValue(name, out var list))
                handlers.Add(name, list = []);
            list.Add(handler);
        }

        public FrozenNameTable<T> Freeze() => new(handlers.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));
    }

    private sealed class FrozenNameTable<T>(Dictionary<string, Action<OperationAnalysisContext, T>[]> handlers)
    {
        public void Call(string name, OperationAnalysisContext context, T operation)
        {
            if (!handlers.TryGetValue(name, out var all))
                return;
            foreach (var handler in all)
                handler(context, operation);
        }
    }
}

/// <summary>One assignment to a member. <see cref="Assignment"/> is the whole operation.</summary>
internal readonly record struct MemberAssignment(IOperation Assignment, IMemberReferenceOperation Target, IOperation Value)
{
    /// <summary>The property, field or event that is written.</summary>
    public ISymbol Member => Target.Member;

    /// <summary>The members that this operation assigns; none for an operation that is no assignment.</summary>
    public static Enumerable In(IOperation operation) => new(operation);

    private static (IOperation? Target, IOperation? Value) Part(IOperation operation, int index) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation targets } assignment
            when WithoutConversion(assignment.Value) is ITupleOperation values && targets.Elements.Length == values.Elements.Length
            => index < targets.Elements.Length ? (targets.Elements[index], values.Elements[index]) : default,
        IDeconstructionAssignmentOperation => default,
        IAssignmentOperation assignment when index == 0 => (assignment.Target, assignment.Value),
        IEventAssignmentOperation assignment when index == 0 => (assignment.EventReference, assignment.HandlerValue),
        _ => default,
    };

    private static IOperation WithoutConversion(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;

    /// <summary>The assignments of one operation. A struct, because every assignment of a program passes through it.</summary>
    public struct Enumerable(IOperation operation)
    {
        private int next;

        public MemberAssignment Current { get; private set; }

        public readonly Enumerable GetEnumerator() => this;

        public bool MoveNext()
        {
            while (Part(operation, next) is { Target: { } target, Value: { } value })
            {
                next++;
                if (target is not IMemberReferenceOperation member)
                    continue;
                Current = new MemberAssignment(operation, member, value);
                return true;
            }

            return false;
        }
    }
}
