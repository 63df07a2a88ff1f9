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

    /// <summary>The method groups that name a method and become delegates.</summary>
    public IEnumerable<IOperation> GroupsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var mention in references.To(method, cancellation))
            if (OperationAt(mention, cancellation) is { } operation && GroupAt(operation) is { } group)
                yield return group;
    }

    /// <summary>The delegate creation around a reference to a method; null where the method is called or merely named.</summary>
    private static IDelegateCreationOperation? GroupAt(IOperation operation)
    {
        var current = operation;
        while (current is IConversionOperation or IMethodReferenceOperation && current.Parent is { } parent)
            current = parent;
        return current is IDelegateCreationOperation { Target: IMethodReferenceOperation } group
            ? group
            : current.ChildOperations.OfType<IDelegateCreationOperation>().FirstOrDefault(child => child.Syntax == operation.Syntax);
    }

    private IOperation? OperationAt(SyntaxNode mention, CancellationToken cancellation)
    {
        var model = references.ModelOf(mention.SyntaxTree);
        for (var node = mention; node is not null and not Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax; node = node.Parent)
            if (model.GetOperation(node, cancellation) is { } operation)
                return operation;
        return null;
    }

    private void Add(IOperation value, int hops, List<IOperation> found, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (found.Count >= MostUses)
            return;
        var current = value;
        while (current.Parent is { } parent && PassesOn(parent, current))
            current = parent;
        if (hops < MostHops && Store(current) is { } store)
        {
            if (!seen.Add(store))
                return;
            var before = found.Count;
            foreach (var read in Reads(store, current, cancellation))
                Add(read, hops + 1, found, seen, cancellation);
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

    /// <summary>The variable, member or method of the program that a value is kept in.</summary>
    private static ISymbol? Store(IOperation value)
    {
        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return declarator.Symbol;
            case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                return fields[0];
            case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                return properties[0];
            case IReturnOperation returned:
                return returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart) switch
                {
                    IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => property,
                    IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => method,
                    _ => null,
                };
            case IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == value:
                return local;
            case IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment when assignment.Value == value && !member.DeclaringSyntaxReferences.IsEmpty:
                return member.OriginalDefinition;
            default:
                return null;
        }
    }

    private IEnumerable<IOperation> Reads(ISymbol store, IOperation value, CancellationToken cancellation)
    {
        if (store is ILocalSymbol local)
        {
            var root = value.Root();
            foreach (var operation in root.Descendants())
                if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !reference.IsAssigned())
                    yield return reference;
            yield break;
        }

        foreach (var mention in references.To(store, cancellation))
        {
            if (OperationAt(mention, cancellation) is not { } operation)
                continue;
            for (var current = operation; current is not null; current = current.Parent)
            {
                if (current is IInvocationOperation { TargetMethod: var called } && store is IMethodSymbol && called.Name == store.Name)
                {
                    yield return current;
                    break;
                }

                if (current is IMemberReferenceOperation { Member: var member } && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, store))
                {
                    if (!current.IsAssigned())
                        yield return current;
                    break;
                }

                if (current.Syntax.Span.Length > mention.Span.Length + 200)
                    break;
            }
        }
    }
}
