using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>
/// Where a delegate goes: through conversions, conditions, locals, fields, properties and methods that return it, to the
/// operations that put it to use.
/// </summary>
internal sealed class CallbackUses(References references)
{
    private const int MostHops = 4;
    private const int MostUses = 32;

    /// <summary>The uses of a value; the value itself where it is not stored.</summary>
    public IReadOnlyList<IOperation> Of(IOperation value, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        Add(value, 0, found, new(SymbolEqualityComparer.Default), cancellation);
        return found;
    }

    /// <summary>The places where a method is converted to a delegate, and the uses of those.</summary>
    public IReadOnlyList<IOperation> OfMethod(IMethodSymbol method, CancellationToken cancellation)
    {
        var found = new List<IOperation>();
        foreach (var group in GroupsOf(method, cancellation))
            Add(group, 0, found, new(SymbolEqualityComparer.Default), cancellation);
        return found;
    }

    /// <summary>The delegates that are made of the method; where it is called or merely named, there are none.</summary>
    private IEnumerable<IDelegateCreationOperation> GroupsOf(IMethodSymbol method, CancellationToken cancellation) =>
        references.EachUseOf(method, cancellation).OfType<IMethodReferenceOperation>().Select(static group => group.Converted().Parent).OfType<IDelegateCreationOperation>();

    private void Add(IOperation value, int hops, List<IOperation> found, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (found.Count >= MostUses)
            return;
        var current = value;
        while (current.Parent is { } parent && PassesOn(parent, current))
            current = parent;
        if (hops < MostHops && current.KeptIn() is { DeclaringSyntaxReferences.IsEmpty: false } keeper)
        {
            if (!seen.Add(keeper))
                return;
            var before = found.Count;
            foreach (var use in references.EachUseOf(keeper, cancellation))
                if (!use.IsAssigned())
                    Add(use, hops + 1, found, seen, cancellation);
            if (found.Count > before)
                return;
        }

        found.Add(current.Parent is IAssignmentOperation or IEventAssignmentOperation or IArgumentOperation ? current.Parent : current);
    }

    private static bool PassesOn(IOperation parent, IOperation value) => parent switch
    {
        IConversionOperation or IDelegateCreationOperation or ISwitchExpressionArmOperation or ICoalesceOperation => true,
        IConditionalOperation conditional => conditional.Condition != value,
        ISwitchExpressionOperation switchExpression => switchExpression.Value != value,
        _ => false,
    };
}
