using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Hosting;

/// <summary>Where an operation stands, and what is around it.</summary>
internal static class OperationTrees
{
    /// <summary>The kind of the syntax of <c>[a, b]</c>, which the Roslyn that this is compiled against does not name yet.</summary>
    public const int CollectionExpression = 9076;

    /// <summary>The operation that the whole body, or initializer, hangs from.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The value inside conversions. Parentheses are no operations.</summary>
    public static IOperation Unconverted(this IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    /// <summary>The value with the conversions around it.</summary>
    public static IOperation Converted(this IOperation value)
    {
        while (value.Parent is IConversionOperation conversion)
            value = conversion;
        return value;
    }

    /// <summary>The delegate that a lambda or a method is made, with the conversions around it.</summary>
    public static IOperation Delegated(this IOperation function)
    {
        while (function.Parent is IConversionOperation or IDelegateCreationOperation)
            function = function.Parent;
        return function;
    }

    /// <summary>
    /// What a text is joined from with <c>+</c>, from left to right; a text that is not joined itself. A chain is nested to the left,
    /// as deep as it is long: it is walked, not descended.
    /// </summary>
    public static IEnumerable<IOperation> Summands(this IOperation text)
    {
        var operands = new Stack<IOperation>();
        while (text is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            operands.Push(sum.RightOperand);
            text = sum.LeftOperand;
        }

        operands.Push(text);
        return operands;
    }

    /// <summary>The object that a method, extension methods included, is called on.</summary>
    public static IOperation? Receiver(this IInvocationOperation call)
    {
        if (call.Instance is { } instance)
            return instance.Unconverted() is var receiver and not IConditionalAccessInstanceOperation ? receiver : ConditionalReceiver(call);
        return call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Unconverted() : null;
    }

    /// <summary>The creation in whose initializer the receiver gets its members; null elsewhere.</summary>
    public static IObjectCreationOperation? CreationAround(this IOperation receiver)
    {
        if (receiver is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return null;
        for (var operation = receiver.Parent; operation is not null; operation = operation.Parent)
            if (operation is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation })
                return creation;
            else if (operation is IMemberInitializerOperation)
                return null;
        return null;
    }

    /// <summary>The local or parameter that this is a reference to.</summary>
    public static ISymbol? Variable(this IOperation reference) => reference switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    /// <summary>Is this what an assignment, of whatever kind, writes to?</summary>
    public static bool IsAssigned(this IOperation reference) =>
        reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>Does what is referred to get a value here: by assignment, as an <c>out</c> argument, by deconstruction?</summary>
    public static bool IsWritten(this IOperation reference) => reference.IsAssigned() || reference.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        ITupleOperation tuple => tuple.IsDeconstructedTo(),
        _ => false,
    };

    /// <summary>Is the tuple, or the one that it is an element of, what a deconstruction writes to?</summary>
    public static bool IsDeconstructedTo(this ITupleOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
            tuple = outer;
        return tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple;
    }

    private static IOperation? ConditionalReceiver(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is IConditionalAccessOperation access)
                return access.Operation.Unconverted();
        return null;
    }
}
