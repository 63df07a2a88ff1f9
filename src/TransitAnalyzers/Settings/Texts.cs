using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Settings;

/// <summary>
/// How the text of an expression certainly begins: a constant, an interpolated string, a concatenation, a format, and the
/// <see cref="Uri"/> that is made of one.
/// </summary>
internal static class Texts
{
    private const int Deepest = 16;

    public static string? StartOf(IOperation expression, ProductionWorld world, CancellationToken cancellation) =>
        expression.Type is { SpecialType: SpecialType.System_String } or { Name: "Uri", ContainingNamespace.Name: "System" }
            ? Read(expression, world, 0, cancellation)
            : null;

    private static string? Read(IOperation expression, ProductionWorld world, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        expression = SettingValues.WithoutConversions(expression);
        if (expression.ConstantValue is { HasValue: true } own)
            return own.Value as string;
        switch (expression)
        {
            case IObjectCreationOperation { Type.Name: "Uri", Arguments: { Length: > 0 } arguments }:
                return Read(arguments[0].Value, world, depth + 1, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Read(sum.LeftOperand, world, depth + 1, cancellation);
            case IInterpolatedStringOperation { Parts: { Length: > 0 } parts }:
                return parts[0] is IInterpolatedStringTextOperation text ? text.Text.ConstantValue.Value as string
                    : parts[0] is IInterpolationOperation hole ? Read(hole.Expression, world, depth + 1, cancellation) : null;
            case IInvocationOperation { TargetMethod: { Name: nameof(string.Format), ContainingType.SpecialType: SpecialType.System_String }, Arguments: var arguments }:
                foreach (var argument in arguments)
                    if (argument.Parameter?.Name == "format")
                        return BeforeHole(Read(argument.Value, world, depth + 1, cancellation));
                return null;
            default:
                if (world.ConstantOf(expression, cancellation) is { HasValue: true, Value: string constant })
                    return constant;
                var definition = world.DefinitionOf(expression, cancellation);
                return definition == expression ? null : Read(definition, world, depth + 1, cancellation);
        }
    }

    private static string? BeforeHole(string? format) => format?.IndexOf('{') is >= 0 and var hole ? format.Substring(0, hole) : format;
}
