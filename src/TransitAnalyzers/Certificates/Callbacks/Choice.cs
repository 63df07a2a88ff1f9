using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>
/// A question about a setting: <c>options.Strict</c>, <c>options.Validator == null</c>, <c>mode == Mode.Require</c>. Asked
/// twice along one path, it has one answer.
/// </summary>
internal sealed class Choice : IEquatable<Choice>
{
    private readonly List<ISymbol> path = [];
    private object? constant = true;

    private Choice()
    {
    }

    /// <summary>The question that a condition asks, and whether it asks for the opposite; null where it is another kind of question.</summary>
    public static (Choice Choice, bool IsNegated)? Of(IOperation condition)
    {
        var choice = new Choice();
        var isNegated = false;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            (condition, isNegated) = (not.Operand, !isNegated);
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                if (!choice.Compares(comparison.LeftOperand, comparison.RightOperand) && !choice.Compares(comparison.RightOperand, comparison.LeftOperand))
                    return null;
                isNegated ^= comparison.OperatorKind == BinaryOperatorKind.NotEquals;
                return (choice, isNegated);
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test:
                return choice.Compares(test.Value, pattern.Value) ? (choice, isNegated) : null;
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } test:
                return choice.Compares(test.Value, pattern.Value) ? (choice, !isNegated) : null;
            case IIsNullOperation test:
                choice.constant = null;
                return choice.Follows(test.Operand) ? (choice, isNegated) : null;
            default:
                return condition.Type?.SpecialType == SpecialType.System_Boolean && choice.Follows(condition) ? (choice, isNegated) : null;
        }
    }

    /// <summary>Does an assignment of this variable change the answer?</summary>
    public bool IsAbout(ISymbol variable)
    {
        foreach (var part in path)
            if (SymbolEqualityComparer.Default.Equals(part, variable))
                return true;
        return false;
    }

    public bool Equals(Choice? other)
    {
        if (other is null || path.Count != other.path.Count || !Equals(constant, other.constant))
            return false;
        for (var i = 0; i < path.Count; i++)
            if (!SymbolEqualityComparer.Default.Equals(path[i], other.path[i]))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Choice);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(path[0]);

    private bool Compares(IOperation variable, IOperation value)
    {
        path.Clear();
        if (value.ConstantValue is not { HasValue: true, Value: var compared })
            return false;
        constant = compared;
        return Follows(variable);
    }

    /// <summary>Variables and members of variables, down to this object or a static member.</summary>
    private bool Follows(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    continue;
                case ILocalReferenceOperation local:
                    path.Add(local.Local);
                    return true;
                case IParameterReferenceOperation parameter:
                    path.Add(parameter.Parameter);
                    return true;
                case IFieldReferenceOperation { Field: var field, Instance: var instance }:
                    path.Add(field.OriginalDefinition);
                    if (instance is null or IInstanceReferenceOperation)
                        return true;
                    operation = instance;
                    continue;
                case IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: var instance }:
                    path.Add(property.OriginalDefinition);
                    if (instance is null or IInstanceReferenceOperation)
                        return true;
                    operation = instance;
                    continue;
                default:
                    return false;
            }
        }
    }
}
