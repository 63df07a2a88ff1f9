using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// Where a value may come from: every expression that the program is seen to put behind it, through variables, members,
/// parameters, results, elements, defaults, and the branches of conditions that production does not decide. What nobody
/// sees being written adds nothing: an origin is a value that may be, <see cref="ProductionWorld.ConstantOf"/> the one that is.
/// </summary>
internal sealed class Origins(Sources sources, Evaluation evaluation, TransitSettings settings, CancellationToken cancellation)
{
    private const int Most = 64;
    private const int MostSteps = 500;
    private const int Deepest = 100;

    private List<IOperation> found = [];
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private Call? call;
    private int steps;
    private int depth;

    /// <summary>The expressions, in the order in which they are come upon; the expression itself where nothing is behind it.</summary>
    public IReadOnlyList<IOperation> Of(IOperation expression)
    {
        Follow(expression);
        return found;
    }

    private void Follow(IOperation expression)
    {
        cancellation.ThrowIfCancellationRequested();
        if (found.Count >= Most || ++steps > MostSteps || depth >= Deepest)
            return;
        depth++;
        Through(expression);
        depth--;
    }

    private void Through(IOperation expression)
    {
        switch (expression)
        {
            case IConversionOperation conversion when conversion is { OperatorMethod: null } or { Operand.Type.SpecialType: SpecialType.System_String }:
                Follow(conversion.Operand);
                break;
            case ISimpleAssignmentOperation assignment:
                Follow(assignment.Value);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                var taken = evaluation.Of(conditional.Condition).Truth;
                if (taken != false)
                    Follow(conditional.WhenTrue);
                if (taken != true)
                    Follow(otherwise);
                break;
            case ICoalesceOperation coalesce:
                Follow(coalesce.Value);
                Follow(coalesce.WhenNull);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Follow(arm.Value);
                break;
            case IThrowOperation:
                break;
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                Follow(nullable);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } when Elements(collection) is { IsEmpty: false } elements:
                FollowAll(elements);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } when Elements(array) is { IsEmpty: false } elements:
                FollowAll(elements);
                break;
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } element, Instance: { } tuple } when Parts(tuple, element) is { Count: > 0 } parts:
                FollowAll(parts);
                break;
            case ILocalReferenceOperation { Local: var local }:
                if (!Enter(local, expression))
                    break;
                FollowAll(WrittenTo(local), expression);
                open.Remove(local);
                break;
            case IFieldReferenceOperation { Field: var field }:
                Member(field, null, expression);
                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property }:
                Member(property, property.GetMethod, expression);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Parameter(parameter.OriginalDefinition, expression);
                break;
            case IInvocationOperation invocation:
                Invocation(invocation);
                break;
            default:
                Add(expression);
                break;
        }
    }

    private void Add(IOperation origin)
    {
        if (!found.Any(known => known.Syntax == origin.Syntax))
            found.Add(origin);
    }

    private bool Enter(ISymbol symbol, IOperation reference)
    {
        if (open.Add(symbol))
            return true;
        Add(reference);
        return false;
    }

    /// <summary>Follows what production does not leave out; where nothing remains, the reference is the last that is known.</summary>
    private void FollowAll(IEnumerable<IOperation> values, IOperation reference)
    {
        var any = false;
        foreach (var value in values)
        {
            if (sources.IsDevelopmentOnly(value, settings, cancellation) || evaluation.IsSkipped(value))
                continue;
            any = true;
            Follow(value);
        }

        if (!any)
            Add(reference);
    }

    private void FollowAll(IEnumerable<IOperation> values)
    {
        foreach (var value in values)
            Follow(value);
    }

    private ImmutableArray<IOperation> WrittenTo(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (declaration is ForEachStatementSyntax loop && sources.ModelOf(loop.SyntaxTree).GetOperation(loop, cancellation) is IForEachLoopOperation { Collection: var collection })
            return Elements(collection);
        return sources.SeenWritesOf(local, cancellation);
    }

    private void Member(ISymbol member, IMethodSymbol? getter, IOperation reference)
    {
        if (!Enter(member, reference))
            return;
        var outer = call;
        call = null; // What a member holds does not depend on the call that reads it.
        var values = sources.SeenWritesOf(member, cancellation);
        FollowAll(getter is null ? values : values.Concat(sources.ReturnsOf(getter, evaluation.ReachedBlocks, cancellation).Select(evaluation.Bound)), reference);
        call = outer;
        open.Remove(member);
    }

    private void Parameter(IParameterSymbol parameter, IOperation reference)
    {
        if (call?.Bound(parameter) is { } argument)
        {
            var inner = call;
            call = inner.Outer;
            Follow(argument.ArgumentKind == ArgumentKind.DefaultValue && sources.DefaultOf(parameter, cancellation) is { } omitted ? omitted : argument.Value);
            call = inner;
            return;
        }

        if (!Enter(parameter, reference))
            return;
        var outer = call;
        call = null;
        FollowAll(sources.SeenArgumentsOf(parameter, cancellation), reference);
        call = outer;
        open.Remove(parameter);
    }

    private void Invocation(IInvocationOperation invocation)
    {
        var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            Outside(invocation);
            return;
        }

        if (!Enter(method, invocation))
            return;
        call = new Call(invocation, call);
        var returned = sources.ReturnsOf(method, evaluation.ReachedBlocks, cancellation).Select(evaluation.Bound).ToImmutableArray();
        if (returned.IsEmpty)
            Add(invocation);
        FollowAll(returned);
        call = call.Outer;
        open.Remove(method);
    }

    /// <summary>Methods of the platform whose result is the value of, or the default for, something else.</summary>
    private void Outside(IInvocationOperation invocation)
    {
        switch (invocation.TargetMethod.Name)
        {
            case "GetValueOrDefault" when invocation.TargetMethod.ContainingType.IsNullableValue():
                Follow(invocation.Instance!);
                FollowAll(invocation.Arguments.Select(argument => argument.Value));
                break;
            case "AsSpan" or "Trim" when invocation is { Instance: not null } or { Arguments.Length: 1 }:
                Follow(invocation.Instance ?? invocation.Arguments[0].Value);
                break;
            case "GetValue" when invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "defaultValue") is { } fallback:
                Follow(fallback.Value);
                break;
            default:
                Add(invocation);
                break;
        }
    }

    /// <summary>The elements, or the values of the entries, of the collections that a value may be.</summary>
    private ImmutableArray<IOperation> Elements(IOperation collection)
    {
        var elements = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var origin in Apart(collection))
            elements.AddRange(sources.ElementsOf(origin, cancellation) ?? sources.EntriesOf(origin, cancellation));
        return elements.ToImmutable();
    }

    /// <summary>The origins of another value, which are none of this one's.</summary>
    private List<IOperation> Apart(IOperation other)
    {
        var outer = found;
        found = [];
        Follow(other);
        var apart = found;
        found = outer;
        return apart;
    }

    /// <summary>What stands at the element's place in the tuples that a value may be.</summary>
    private List<IOperation> Parts(IOperation tuple, IFieldSymbol element)
    {
        var at = element.PlaceInTuple();
        return Apart(tuple).OfType<ITupleOperation>().Where(whole => at >= 0 && at < whole.Elements.Length).Select(whole => whole.Elements[at]).ToList();
    }

    /// <summary>A call that is being looked into: its parameters are what it passes.</summary>
    private sealed class Call(IInvocationOperation invocation, Call? outer)
    {
        public Call? Outer { get; } = outer;

        public IArgumentOperation? Bound(IParameterSymbol parameter)
        {
            foreach (var argument in invocation.Arguments)
                if (SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter))
                    return argument;
            return null;
        }
    }
}
