using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Configuration;

/// <summary>
/// Follows a value forward to what consumes it: through locals, fields, properties, parameters and results of methods of
/// this compilation, <c>??</c>, conversions, interpolation. Bounded: it finds what real programs do, not everything.
/// </summary>
internal sealed class ForwardFlow(TransitContext context, CancellationToken cancellation)
{
    private const int MaxSteps = 256;

    private readonly Queue<IOperation> values = new();
    private readonly HashSet<ISymbol> visited = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<IOperation>.Builder destinations = ImmutableArray.CreateBuilder<IOperation>();
    private readonly ImmutableArray<IAssignmentOperation>.Builder rewrites = ImmutableArray.CreateBuilder<IAssignmentOperation>();
    private readonly ImmutableArray<IInvocationOperation>.Builder replacing = ImmutableArray.CreateBuilder<IInvocationOperation>();
    private int steps;
    private string? entry;

    /// <summary>Calls, creations and assignments that received the value, in the order in which they were met.</summary>
    public ImmutableArray<IOperation> Destinations => destinations.ToImmutable();

    /// <summary>Assignments that go on with a member, or a parameter of a primary constructor, which was given the value: its readers may see what they made.</summary>
    public ImmutableArray<IAssignmentOperation> Rewrites => rewrites.ToImmutable();

    /// <summary>Calls of <c>string.Replace</c> that the value went through.</summary>
    public ImmutableArray<IInvocationOperation> Replacing => replacing.ToImmutable();

    /// <summary>The value is consumed here, without being an expression of its own.</summary>
    public void Reach(IOperation consumer) => destinations.Add(consumer);

    public void Follow(IOperation value)
    {
        values.Enqueue(value);
        Drain();
    }

    /// <summary>
    /// Follows one setting of a section that is bound to a class (<c>Configure&lt;T&gt;</c>, <c>Get&lt;T&gt;</c>,
    /// <c>Bind</c>): the value is what the property of that name holds.
    /// </summary>
    public void FollowSection(IOperation section, string path)
    {
        entry = path.Substring(path.LastIndexOf(':') + 1);
        if (PropertyOf(section, path) is { } property)
            EnqueueReferences(property);
        else if (entry == path)
            FollowTables(section);
        Drain();
    }

    /// <summary>The section as a table of its entries: <c>Get&lt;Dictionary&lt;string, string&gt;&gt;()</c>, <c>GetChildren().ToDictionary(…)</c>.</summary>
    private void FollowTables(IOperation section)
    {
        var places = section.Converted().KeptIn() is { } held && held.IsDeclaredIn(context.Compilation) ? context.References.EachUseOf(held, cancellation) : [section];
        foreach (var place in places)
            if (TableOf(place) is { } table)
                values.Enqueue(table);
    }

    private static IOperation? TableOf(IOperation section)
    {
        var current = section;
        while (true)
        {
            var parent = current.Converted().Parent;
            if ((parent as IInvocationOperation ?? parent?.Parent) is not IInvocationOperation { TargetMethod.Name: "Get" or "GetChildren" or "ToDictionary" } call
                || call.Receiver()?.Unconverted() != current)
                return null;
            if (IsTable(call.Type))
                return call;
            current = call;
        }
    }

    /// <summary>The property that holds one setting of a section which is bound to a class, or the table whose entry it is.</summary>
    public static IPropertySymbol? PropertyOf(IOperation section, string path)
    {
        var operation = section.Converted();
        var owner = operation is IInvocationOperation binder && BoundType(binder) is { } own ? own
            : operation.Parent is IArgumentOperation { Parent: IInvocationOperation call } ? BoundType(call)
            : null;
        IPropertySymbol? property = null;
        var segments = path.Split(':');
        for (var i = 0; i < segments.Length; i++)
        {
            if (property is not null && i == segments.Length - 1 && IsTable(owner))
                return property;
            var segment = segments[i];
            property = owner is null ? null : Members(owner).FirstOrDefault(member => string.Equals(member.Name, segment, StringComparison.OrdinalIgnoreCase));
            owner = property?.Type;
        }

        return property;
    }

    private void Drain()
    {
        while (values.Count > 0 && steps++ < MaxSteps)
        {
            cancellation.ThrowIfCancellationRequested();
            Climb(values.Dequeue());
        }
    }

    /// <summary>Texts by their names.</summary>
    public static bool IsTable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: { Length: 2 } arguments }
        && arguments[0].SpecialType == SpecialType.System_String && arguments[1].SpecialType == SpecialType.System_String;

    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol property)
                    yield return property;
    }

    private static ITypeSymbol? BoundType(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments.Length > 0)
            return call.TargetMethod.TypeArguments[0];
        // AddOptions<T>().Bind(section); section.Bind(options)
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unconverted();
            if (value.Type is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments.Length: 1 } builder)
                return builder.TypeArguments[0];
            if (call.TargetMethod.Name == "Bind" && value.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } bound
                && !bound.AllInterfaces.Any(implemented => implemented.Name == "IConfiguration"))
                return bound;
        }

        return call.Instance?.Type is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments.Length: 1 } instance ? instance.TypeArguments[0] : null;
    }

    private void Climb(IOperation value)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or ICoalesceOperation or IConditionalAccessOperation
                    or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IInterpolationOperation or IInterpolatedStringOperation
                    or IAwaitOperation or ITupleOperation:
                    continue;
                case IConditionalOperation conditional when conditional.Condition != current:
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Value" or "ConnectionString" }:
                    continue;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } table when table.Instance == current
                    && arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } && string.Equals(key, entry, StringComparison.OrdinalIgnoreCase):
                    continue;
                case IInvocationOperation call when call.Instance == current:
                    if (call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String || call.TargetMethod.Name == "ToString")
                    {
                        if (call.TargetMethod.Name == "Replace")
                            replacing.Add(call);
                        continue;
                    }

                    destinations.Add(call);
                    return;
                case IArgumentOperation argument:
                    if (argument.Parent is IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } format)
                    {
                        parent = format;
                        continue;
                    }

                    if (argument.Parent is { } consumer)
                        destinations.Add(consumer);
                    if (argument.Parameter is { } parameter)
                        EnqueueReferences(parameter);
                    return;
                case IAssignmentOperation assignment when assignment.Value == current:
                    destinations.Add(assignment);
                    EnqueueReferences(current.KeptIn());
                    continue;
                case IIsPatternOperation pattern when pattern.Value == current:
                    if (pattern.Pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
                        EnqueueReferences(declared);
                    else if (pattern.Pattern is IRecursivePatternOperation { DeclaredSymbol: { } recursive })
                        EnqueueReferences(recursive);
                    return;
                default:
                    EnqueueReferences(current.KeptIn());
                    return;
            }
        }
    }

    private void EnqueueReferences(ISymbol? symbol)
    {
        if (symbol is null || !symbol.IsDeclaredIn(context.Compilation) || !visited.Add(symbol))
            return;
        foreach (var use in context.References.EachUseOf(symbol, cancellation))
            if (!use.IsAssigned())
                values.Enqueue(use);
            else if (use.Parent is IAssignmentOperation rewrite and not ICoalesceAssignmentOperation && IsOfManyMembers(symbol))
                rewrites.Add(rewrite);
    }

    /// <summary>What is assigned before is not told by the place.</summary>
    private bool IsOfManyMembers(ISymbol symbol) => symbol is not ILocalSymbol
        && (symbol is not IParameterSymbol || symbol.ContainingSymbol.OnlyDeclarationIn(context.Compilation)?.GetSyntax(cancellation) is TypeDeclarationSyntax);
}
