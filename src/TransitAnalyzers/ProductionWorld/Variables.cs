using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>What is done to a variable at one mention of it.</summary>
internal static class Variables
{
    public static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Which element of its tuple the field is, whatever the name that it goes by; -1 where it is none.</summary>
    public static int PlaceInTuple(this IFieldSymbol element)
    {
        var elements = element.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
            if (SymbolEqualityComparer.Default.Equals(elements[i].CorrespondingTupleField ?? elements[i], element.CorrespondingTupleField ?? element))
                return i;
        return -1;
    }

    /// <summary>
    /// Adds the value that this mention gives to the variable, none where it only reads. False where the variable gets a
    /// value that is not to be seen: by reference, by a compound assignment, in a deconstruction.
    /// </summary>
    public static bool AddWrite(IOperation mention, ImmutableArray<IOperation>.Builder writes)
    {
        switch (mention.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == mention:
                writes.Add(assignment.Value);
                return !assignment.IsRef;
            case IAssignmentOperation assignment when assignment.Target == mention:
                return false;
            case IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                return false;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return false;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } }:
                return false;
            default:
                return true;
        }
    }
}
