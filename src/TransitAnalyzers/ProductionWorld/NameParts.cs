using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Production;

/// <summary>Questions about a part of the environment's name: its first letters, a regular expression.</summary>
internal sealed partial class Evaluation
{
    private static Known Part(Known name, Func<string, object?> part) =>
        name.OfName is { } whole ? Known.PartOfName(text => whole(text) is string known ? part(known) : null) : Known.Nothing;

    /// <summary><c>name[..3]</c>, <c>name[^3..]</c>, <c>name[^1]</c></summary>
    private Known Slice(Known name, IOperation place)
    {
        if (name.OfName is null)
            return Known.Nothing;
        if (place is not IRangeOperation range)
            return PlaceOf(place) is (var at, var isFromEnd) ? Part(name, text => Names.LetterAt(text, isFromEnd ? text.Length - at : at)) : Known.Nothing;
        return (range.LeftOperand is { } left ? PlaceOf(left) : (0, false), range.RightOperand is { } right ? PlaceOf(right) : (0, true)) is ((var start, var startIsFromEnd), (var end, var endIsFromEnd))
            ? Part(name, text =>
            {
                var first = startIsFromEnd ? text.Length - start : start;
                return Names.Cut(text, first, (endIsFromEnd ? text.Length - end : end) - first);
            })
            : Known.Nothing;
    }

    private (int Place, bool IsFromEnd)? PlaceOf(IOperation index)
    {
        while (index is IConversionOperation conversion)
            index = conversion.Operand;
        var (number, isFromEnd) = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var operand } ? (operand, true) : (index, false);
        return Of(number).Constant is int place ? (place, isFromEnd) : null;
    }

    /// <summary>Whether a regular expression matches the environment's name; null where none is asked of that, or it is not seen.</summary>
    private Known? IsMatch(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } || call.Arguments.IsEmpty || Of(call.Arguments[0].Value).OfName is not { } part)
            return null;
        var (pattern, options) = call.Instance is { } expression ? WrittenIn(expression)
            : call.Arguments.Length > 1 ? (Of(call.Arguments[1].Value), call.Arguments.Length > 2 ? Of(call.Arguments[2].Value) : Known.Nothing)
            : default;
        return pattern.Constant is string text && Names.Matching(text, (RegexOptions)(options.Constant as int? ?? 0)) is { } matches
            ? Known.Of(EnvironmentFacts.HasPart(name => part(name) is string known && matches(known), settings))
            : null;
    }

    /// <summary>The text and the options of a <c>Regex</c> that is created once, or generated.</summary>
    private (Known Pattern, Known Options) WrittenIn(IOperation expression)
    {
        switch (DefinitionOf(expression))
        {
            case IObjectCreationOperation { Arguments: { Length: > 0 } made }:
                return (Of(made[0].Value), made.Length > 1 ? Of(made[1].Value) : Known.Nothing);
            case IMemberReferenceOperation or IInvocationOperation when DefinitionOf(expression) is var generated:
                ISymbol member = generated is IInvocationOperation call ? call.TargetMethod : ((IMemberReferenceOperation)generated).Member;
                foreach (var attribute in member.GetAttributes())
                    if (attribute is { AttributeClass.Name: "GeneratedRegexAttribute", ConstructorArguments: { Length: > 0 } given })
                        return (Known.Of(given[0].Value), given.Length > 1 ? Known.Of(given[1].Value) : Known.Nothing);
                return default;
            default:
                return default;
        }
    }
}
