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

    /// <summary>Can only the type that declares the member give it a value?</summary>
    public static bool IsReadOnly(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null };

    /// <summary>The variable, member or method that the expression is the value, the first value or the result of; null where it goes elsewhere.</summary>
    public static ISymbol? KeptIn(this IOperation value)
    {
        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return local;
            case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                return fields[0];
            case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                return properties[0];
            case IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment when assignment.Value == value:
                return member;
            case IAssignmentOperation { Target: var target } assignment when assignment.Value == value:
                return target.Variable();
            case IReturnOperation { SemanticModel: { } model, Syntax.SpanStart: var place }:
                return model.GetEnclosingSymbol(place) is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method ? method.AssociatedSymbol ?? method : null;
            default:
                return null;
        }
    }

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
    /// value that is not to be seen: by reference, by a compound assignment, in a deconstruction of what is no tuple.
    /// </summary>
    public static bool AddWrite(IOperation mention, ImmutableArray<IOperation>.Builder writes)
    {
        switch (mention.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == mention:
                writes.Add(assignment.Value);
                return !assignment.IsRef;
            case ICoalesceAssignmentOperation assignment when assignment.Target == mention:
                writes.Add(assignment.Value);
                return true;
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } element when element.Instance == mention:
                return !element.IsWritten();
            // What comes of a flag by these is one of the two.
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or or BinaryOperatorKind.And, Type.SpecialType: SpecialType.System_Boolean } assignment
                when assignment.Target == mention && mention is ILocalReferenceOperation:
                writes.Add(assignment.Value);
                return true;
            case IAssignmentOperation assignment when assignment.Target == mention:
                return false;
            case IIncrementOrDecrementOperation or IAddressOfOperation:
                return false;
            case ITupleOperation tuple when tuple.IsDeconstructedTo():
                if (Deconstructed(mention) is not { } given)
                    return false;
                writes.Add(given);
                return true;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return false;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } }:
                return false;
            default:
                return true;
        }
    }

    /// <summary>What is taken apart to give this variable its value, and which part of it that is; null elsewhere.</summary>
    public static (IOperation Whole, int Place)? PlaceInDeconstruction(IOperation target)
    {
        if (target.Parent is IDeclarationExpressionOperation { Parent: ITupleOperation } declaration)
            target = declaration;
        if (target.Parent is not ITupleOperation tuple)
            return null;
        var whole = tuple.Parent switch
        {
            ITupleOperation => Deconstructed(tuple),
            IDeclarationExpressionOperation { Parent: IDeconstructionAssignmentOperation deconstruction } => deconstruction.Value,
            IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == tuple => deconstruction.Value,
            _ => null,
        };
        return whole is null ? null : (whole, tuple.Elements.IndexOf(target));
    }

    /// <summary>What a deconstruction gives to this variable of its left side; null where its right side is not written as a tuple.</summary>
    public static IOperation? Deconstructed(IOperation target) =>
        PlaceInDeconstruction(target) is (var whole, >= 0 and var place) && whole.Unconverted() is ITupleOperation given && place < given.Elements.Length ? given.Elements[place] : null;
}
