using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The funnel: families register interest by simple name, each operation costs one look-up by name for all of them,
/// and kinds of operation that nobody asked for are not registered with Roslyn at all. Names that ordinary code is full
/// of (<c>Add</c>, <c>Parse</c>, <c>Timeout</c>) come with a filter, which is asked once for a symbol and remembered. What
/// passes is still for the handler to check.
/// </summary>
internal sealed class TransitStart
{
    private readonly TellingWords words = new();
    private readonly HandlerTable<IMethodSymbol, IInvocationOperation> invocations = new();
    private readonly HandlerTable<ITypeSymbol, IObjectCreationOperation> creations = new();
    private readonly HandlerTable<ISymbol, MemberAssignment> assignments = new();
    private readonly HandlerTable<IFieldSymbol, IFieldReferenceOperation> fields = new();
    private readonly HandlerTable<IPropertySymbol, IPropertyReferenceOperation> properties = new();
    private readonly HandlerTable<ITypeSymbol, IConversionOperation> casts = new();
    private readonly List<(Func<ITypeSymbol, bool> Matters, Action<OperationAnalysisContext, IDelegateCreationOperation> Handler)> delegates = [];
    private readonly List<(Func<IMethodSymbol, bool> Matters, Action<OperationBlockAnalysisContext, IMethodSymbol> Handler)> methods = [];
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
        OnInvocation(methodName, null, null, handler);

    /// <summary>Calls of methods of this name, where the method and the type of its receiver may matter.</summary>
    public void OnInvocation(string methodName, Func<IMethodSymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, IInvocationOperation> handler) =>
        OnInvocation(methodName, null, matters, handler);

    /// <summary>Calls of methods of a name that ordinary code is full of, in files that the telling words or keys name as well.</summary>
    public void OnInvocation(
        string methodName, Telling? toldBy, Func<IMethodSymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, IInvocationOperation> handler)
    {
        Tell(methodName, toldBy);
        invocations.Add(methodName, matters, handler);
    }

    /// <summary>Object creations of types of this simple name (generic arity left out).</summary>
    public void OnCreation(string typeName, Action<OperationAnalysisContext, IObjectCreationOperation> handler)
    {
        Tell(typeName, null);
        creations.Add(typeName, null, handler);
    }

    /// <summary>
    /// Assignments to a property, field or event of this name: simple, compound, coalescing, by deconstruction, in an
    /// object initializer, a nested initializer or a <c>with</c> expression.
    /// </summary>
    public void OnAssignment(string memberName, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        OnAssignment(memberName, null, null, handler);

    /// <summary>Assignments to members of this name, where the member and the type of its receiver may matter.</summary>
    public void OnAssignment(string memberName, Func<ISymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        OnAssignment(memberName, null, matters, handler);

    /// <summary>Assignments to an indexer, whose name no code spells, in files that the telling words or keys name.</summary>
    public void OnAssignment(
        string memberName, Telling? toldBy, Func<ISymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, MemberAssignment> handler)
    {
        Tell(memberName, toldBy);
        assignments.Add(memberName, matters, handler);
    }

    /// <summary>References to fields of this name; members of enumerations are fields.</summary>
    public void OnField(string fieldName, Action<OperationAnalysisContext, IFieldReferenceOperation> handler)
    {
        Tell(fieldName, null);
        fields.Add(fieldName, null, handler);
    }

    /// <summary>References to properties of this name, read or written.</summary>
    public void OnProperty(string propertyName, Action<OperationAnalysisContext, IPropertyReferenceOperation> handler)
    {
        Tell(propertyName, null);
        properties.Add(propertyName, null, handler);
    }

    /// <summary>Casts written in the source to an enumeration of this simple name, or to its nullable.</summary>
    public void OnCast(string enumName, Action<OperationAnalysisContext, IConversionOperation> handler)
    {
        Tell(enumName, null);
        casts.Add(enumName, null, handler);
    }

    /// <summary>
    /// Conversions of a lambda, anonymous method, method group or local function to a delegate whose type may matter. Lambdas
    /// of several parameters are always seen; others where the telling words stand in the file.
    /// </summary>
    public void OnDelegate(Telling toldBy, Func<ITypeSymbol, bool> matters, Action<OperationAnalysisContext, IDelegateCreationOperation> handler)
    {
        Tell("delegate", toldBy);
        delegates.Add((matters, handler));
    }

    /// <summary>
    /// String literals (also UTF-8) and interpolated strings of which a constant part may matter: a check of one scan.
    /// </summary>
    public void OnString(TellingTexts toldBy, Func<string, bool> matters, Action<OperationAnalysisContext, IOperation> handler)
    {
        words.Add(toldBy);
        strings.Add((matters, handler));
    }

    /// <summary>Bodies of methods that may matter, once for each method, where the words stand in its declaration.</summary>
    public void OnMethod(IEnumerable<string> words, Func<IMethodSymbol, bool> matters, Action<OperationBlockAnalysisContext, IMethodSymbol> handler)
    {
        foreach (var word in words)
            Tell(word, null);
        methods.Add((matters, handler));
    }

    private void Tell(string name, Telling? toldBy)
    {
        if (toldBy is not null)
            words.Add(toldBy);
        else if (OrdinaryNames.WordsBeside(name) is { } beside)
            words.Add(new Telling(beside, []));
        else
            words.AddName(name);
    }

    internal static void Run(CompilationStartAnalysisContext roslyn, ImmutableArray<RuleFamily> families)
    {
        var context = TransitContext.Create(roslyn.Compilation, roslyn.Options);
        var start = new TransitStart(roslyn, context);
        foreach (var family in families)
            if (family.AppliesTo(context))
                family.Start(start);
        start.Register();
    }

    /// <summary>
    /// Members without a telling word, and files without a text that may matter, are not looked at.
    /// </summary>
    private void Register()
    {
        if (!words.Any)
            return;
        AddGlobalAliases();
        foreach (var guard in EnvironmentFacts.Words(Context.AnySettings))
            words.AddGuard(guard);
        var all = new SourceWords(Context.Compilation, words);
        Context.World.Words = all;
        Roslyn.RegisterOperationBlockStartAction(block =>
        {
            var told = all.Of(block.OperationBlocks, block.CancellationToken);
            if (told.Names)
                Register(block);
            if (told.Texts && strings.Count > 0)
                RegisterStrings(block);
        });
    }

    /// <summary>What a global alias stands for is named in another file.</summary>
    private void AddGlobalAliases()
    {
        foreach (var tree in Context.Compilation.SyntaxTrees)
        {
            if (tree.GetRoot(Roslyn.CancellationToken) is not CompilationUnitSyntax root)
                continue;
            foreach (var directive in root.Usings)
                if (directive is { Alias: { } alias } && directive.GlobalKeyword.RawKind != 0)
                    words.AddName(alias.Name.Identifier.ValueText);
        }
    }

    private void Register(OperationBlockStartAnalysisContext block)
    {
        block.RegisterOperationAction(
            Look,
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.EventAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.FieldReference,
            OperationKind.PropertyReference,
            OperationKind.Conversion,
            OperationKind.DelegateCreation);
        if (block.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
        {
            foreach (var (matters, handler) in methods)
                if (matters(method))
                    block.RegisterOperationBlockEndAction(c => handler(c, method));
        }
    }

    private void Look(OperationAnalysisContext c)
    {
        switch (c.Operation.Kind)
        {
            case OperationKind.Invocation:
                var call = (IInvocationOperation)c.Operation;
                invocations.Of(call.TargetMethod)?.Call(call.TargetMethod, call.Instance, c, call);
                break;
            case OperationKind.ObjectCreation:
                var creation = (IObjectCreationOperation)c.Operation;
                if (creation.Type is { } created)
                    creations.Of(created)?.Call(created, null, c, creation);
                break;
            case OperationKind.FieldReference:
                var field = (IFieldReferenceOperation)c.Operation;
                fields.Of(field.Field)?.Call(field.Field, field.Instance, c, field);
                break;
            case OperationKind.PropertyReference:
                var property = (IPropertyReferenceOperation)c.Operation;
                properties.Of(property.Property)?.Call(property.Property, property.Instance, c, property);
                break;
            case OperationKind.Conversion:
                LookAtCast(c, (IConversionOperation)c.Operation);
                break;
            case OperationKind.DelegateCreation:
                if (c.Operation.Type is { } type)
                    foreach (var (matters, handler) in delegates)
                        if (matters(type))
                            handler(c, (IDelegateCreationOperation)c.Operation);
                break;
            default:
                foreach (var assignment in MemberAssignment.In(c.Operation))
                    assignments.Of(assignment.Member)?.Call(assignment.Member, assignment.Target.Instance, c, assignment);
                break;
        }
    }

    private void LookAtCast(OperationAnalysisContext c, IConversionOperation cast)
    {
        if (cast.IsImplicit)
            return;
        if (cast.Type.WithoutNullable() is { TypeKind: TypeKind.Enum } type)
            casts.Of(type)?.Call(type, null, c, cast);
    }

    private void RegisterStrings(OperationBlockStartAnalysisContext block)
    {
        block.RegisterOperationAction(c =>
        {
            var operation = c.Operation;
            if (operation.Kind == OperationKind.Literal && operation.Type?.SpecialType != SpecialType.System_String)
                return;
            foreach (var (matters, handler) in strings)
                if (Matters(operation, matters))
                    handler(c, operation);
        }, OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Utf8String);

        static bool Matters(IOperation operation, Func<string, bool> matters)
        {
            switch (operation.Kind)
            {
                case OperationKind.Literal:
                    return operation.ConstantValue is { HasValue: true, Value: string text } && matters(text);
                case OperationKind.Utf8String:
                    return matters(((IUtf8StringOperation)operation).Value);
                case OperationKind.InterpolatedString:
                    foreach (var part in ((IInterpolatedStringOperation)operation).Parts)
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

    private static (IOperation? Target, IOperation? Value) Part(IOperation operation, int index)
    {
        switch (operation.Kind)
        {
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                return deconstruction.Target is ITupleOperation { Elements: var targets }
                    && WithoutConversion(deconstruction.Value) is ITupleOperation { Elements: var values }
                    && targets.Length == values.Length && index < targets.Length
                        ? (targets[index], values[index])
                        : default;
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment when index == 0:
                var assignment = (IAssignmentOperation)operation;
                return (assignment.Target, assignment.Value);
            case OperationKind.EventAssignment when index == 0:
                var subscription = (IEventAssignmentOperation)operation;
                return (subscription.EventReference, subscription.HandlerValue);
            default:
                return default;
        }
    }

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
