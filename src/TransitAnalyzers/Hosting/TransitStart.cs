using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The funnel: families register interest by simple name, each operation costs one look-up by name for all of them,
/// and kinds of operation that nobody asked for are not registered with Roslyn at all. Names that ordinary code is full
/// of (<c>Add</c>, <c>Parse</c>, <c>Timeout</c>) come with a filter, which is asked once for a symbol and remembered. What
/// passes is still for the handler to check.
/// </summary>
internal sealed class TransitStart
{
    private readonly HandlerTable<IMethodSymbol, IInvocationOperation> invocations = new();
    private readonly HandlerTable<ITypeSymbol, IObjectCreationOperation> creations = new();
    private readonly HandlerTable<ISymbol, MemberAssignment> assignments = new();
    private readonly HandlerTable<IFieldSymbol, IFieldReferenceOperation> fields = new();
    private readonly HandlerTable<IPropertySymbol, IPropertyReferenceOperation> properties = new();
    private readonly HandlerTable<ITypeSymbol, IConversionOperation> casts = new();
    private readonly List<(Func<ITypeSymbol, bool> Matters, Action<OperationAnalysisContext, IDelegateCreationOperation> Handler)> delegates = [];
    private readonly List<(Func<string, bool> Matters, Action<OperationAnalysisContext, IOperation> Handler)> strings = [];

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
        invocations.Add(methodName, null, handler);

    /// <summary>Calls of methods of this name, where the method and the type of its receiver may matter.</summary>
    public void OnInvocation(string methodName, Func<IMethodSymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, IInvocationOperation> handler) =>
        invocations.Add(methodName, matters, handler);

    /// <summary>Object creations of types of this simple name (generic arity left out).</summary>
    public void OnCreation(string typeName, Action<OperationAnalysisContext, IObjectCreationOperation> handler) =>
        creations.Add(typeName, null, handler);

    /// <summary>
    /// Assignments to a property, field or event of this name: simple, compound, coalescing, by deconstruction, in an
    /// object initializer, a nested initializer or a <c>with</c> expression.
    /// </summary>
    public void OnAssignment(string memberName, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        assignments.Add(memberName, null, handler);

    /// <summary>Assignments to members of this name, where the member and the type of its receiver may matter.</summary>
    public void OnAssignment(string memberName, Func<ISymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        assignments.Add(memberName, matters, handler);

    /// <summary>References to fields of this name; members of enumerations are fields.</summary>
    public void OnField(string fieldName, Action<OperationAnalysisContext, IFieldReferenceOperation> handler) =>
        fields.Add(fieldName, null, handler);

    /// <summary>References to properties of this name, read or written.</summary>
    public void OnProperty(string propertyName, Action<OperationAnalysisContext, IPropertyReferenceOperation> handler) =>
        properties.Add(propertyName, null, handler);

    /// <summary>Casts written in the source to an enumeration of this simple name, or to its nullable.</summary>
    public void OnCast(string enumName, Action<OperationAnalysisContext, IConversionOperation> handler) => casts.Add(enumName, null, handler);

    /// <summary>Conversions of a lambda, anonymous method, method group or local function to a delegate whose type may matter.</summary>
    public void OnDelegate(Func<ITypeSymbol, bool> matters, Action<OperationAnalysisContext, IDelegateCreationOperation> handler) => delegates.Add((matters, handler));

    /// <summary>
    /// String literals (also UTF-8) and interpolated strings of which a constant part may matter: a check of one scan.
    /// </summary>
    public void OnString(Func<string, bool> matters, Action<OperationAnalysisContext, IOperation> handler) => strings.Add((matters, handler));

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
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IInvocationOperation)c.Operation;
                invocations.Of(operation.TargetMethod.Name)?.Call(operation.TargetMethod, operation.Instance, c, operation);
            }, OperationKind.Invocation);
        }

        if (creations.Any)
        {
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IObjectCreationOperation)c.Operation;
                if (operation.Type is { } type)
                    creations.Of(type.Name)?.Call(type, null, c, operation);
            }, OperationKind.ObjectCreation);
        }

        if (assignments.Any)
            RegisterAssignments();
        if (fields.Any)
        {
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IFieldReferenceOperation)c.Operation;
                fields.Of(operation.Field.Name)?.Call(operation.Field, operation.Instance, c, operation);
            }, OperationKind.FieldReference);
        }

        if (properties.Any)
        {
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IPropertyReferenceOperation)c.Operation;
                properties.Of(operation.Property.Name)?.Call(operation.Property, operation.Instance, c, operation);
            }, OperationKind.PropertyReference);
        }

        if (casts.Any)
        {
            Roslyn.RegisterOperationAction(c =>
            {
                var operation = (IConversionOperation)c.Operation;
                if (operation.IsImplicit)
                    return;
                var type = operation.Type;
                if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments })
                    type = arguments[0];
                if (type is { TypeKind: TypeKind.Enum })
                    casts.Of(type.Name)?.Call(type, null, c, operation);
            }, OperationKind.Conversion);
        }

        if (delegates.Count > 0)
        {
            var all = delegates.ToArray();
            Roslyn.RegisterOperationAction(c =>
            {
                if (c.Operation.Type is not { } type)
                    return;
                foreach (var (matters, handler) in all)
                    if (matters(type))
                        handler(c, (IDelegateCreationOperation)c.Operation);
            }, OperationKind.DelegateCreation);
        }

        if (strings.Count > 0)
            RegisterStrings();
    }

    private void RegisterAssignments()
    {
        Roslyn.RegisterOperationAction(
            c =>
            {
                foreach (var assignment in MemberAssignment.In(c.Operation))
                    assignments.Of(assignment.Member.Name)?.Call(assignment.Member, assignment.Target.Instance, c, assignment);
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.EventAssignment,
            OperationKind.DeconstructionAssignment);
    }

    private void RegisterStrings()
    {
        var all = strings.ToArray();
        Roslyn.RegisterOperationAction(c =>
        {
            foreach (var (matters, handler) in all)
                if (Matters(c.Operation, matters))
                    handler(c, c.Operation);
        }, OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Utf8String);

        static bool Matters(IOperation operation, Func<string, bool> matters)
        {
            switch (operation)
            {
                case ILiteralOperation { Type.SpecialType: SpecialType.System_String, ConstantValue: { HasValue: true, Value: string text } }:
                    return matters(text);
                case IUtf8StringOperation utf8:
                    return matters(utf8.Value);
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                        if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string fixedText } } && matters(fixedText))
                            return true;
                    return false;
                default:
                    return false;
            }
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
