using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>
/// Is a property of a created object never set? Only said where everything that happens to the object before it is used is
/// seen: it stands alone or in a local, and nobody in the method assigns the member or hands the local to a method of the
/// program's own.
/// </summary>
internal static class Absences
{
    public static bool IsNeverSet(IObjectCreationOperation creation, string member)
    {
        foreach (var argument in creation.Arguments)
            if (member.Equals(argument.Parameter?.Name, StringComparison.OrdinalIgnoreCase))
                return false;
        var root = creation.Root();
        foreach (var operation in root.DescendantsAndSelf())
        {
            foreach (var assignment in MemberAssignment.In(operation))
                if (assignment.Member.Name == member && MayBe(assignment.Target.Instance, creation, root))
                    return false;
            if (operation is IMemberReferenceOperation { Member.Name: var used } reference && used == member && MayBe(reference.Instance, creation, root))
                return false;
        }

        return Escapes(creation, root) is false;
    }

    /// <summary>May this be the created object? Not what stands in the initializer of another one, nor a local that holds another one.</summary>
    private static bool MayBe(IOperation? instance, IObjectCreationOperation creation, IOperation root)
    {
        if (instance?.CreationAround() is { } around)
            return around == creation;
        if (instance?.Unconverted() is not ILocalReferenceOperation { Local: var local })
            return true;
        foreach (var operation in root.Descendants())
            if (operation is IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: var initial } && SymbolEqualityComparer.Default.Equals(declared, local))
                return initial.Unconverted() is not IObjectCreationOperation held || held == creation;
        return true;
    }

    private static bool Escapes(IObjectCreationOperation creation, IOperation root)
    {
        var value = creation.Converted();
        var holder = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var written } } => written,
            _ => null,
        };
        switch (value.Parent)
        {
            case IVariableInitializerOperation or ISimpleAssignmentOperation when holder is { } local:
                return root.Descendants().Any(operation =>
                    operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                    && reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
                    && IsOfTheProgram(method, creation.Type));
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }:
                return IsOfTheProgram(method, creation.Type);
            case IArgumentOperation or IMemberReferenceOperation or IInvocationOperation or IExpressionStatementOperation:
                return false;
            default:
                return true; // A field, a property, a return value: set up elsewhere, perhaps.
        }
    }

    // A library whose source is part of the program uses its own types as it always does.
    private static bool IsOfTheProgram(IMethodSymbol method, ITypeSymbol? created) =>
        method.Locations.Any(static place => place.IsInSource)
        && !SymbolEqualityComparer.Default.Equals(method.ContainingNamespace, created?.ContainingNamespace);
}
