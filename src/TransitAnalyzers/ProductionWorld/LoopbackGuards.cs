using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// Conditions under which what is asked is this machine, as for the emulator of a database: nobody stands on that path.
/// <c>IsLoopback</c>, and comparisons of a host or an address with a name of this machine.
/// </summary>
internal static class LoopbackGuards
{
    private static readonly char[] Ends = [':', '/'];

    /// <summary>Does the operation stand where such a condition holds?</summary>
    public static bool Guard(IOperation operation, TransitContext context, CancellationToken cancellation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
            if (parent is IConditionalOperation conditional && child == conditional.WhenTrue && Says(conditional.Condition, context, cancellation))
                return true;
        return false;
    }

    private static bool Says(IOperation condition, TransitContext context, CancellationToken cancellation)
    {
        switch (condition.Unconverted())
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                return Says(both.LeftOperand, context, cancellation) || Says(both.RightOperand, context, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return Says(either.LeftOperand, context, cancellation) && Says(either.RightOperand, context, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals:
                return IsLocal(equals.LeftOperand) || IsLocal(equals.RightOperand);
            case IIsPatternOperation { Pattern: var pattern }:
                return IsLocal(pattern);
            case IPropertyReferenceOperation { Property.Name: "IsLoopback" }:
            case IInvocationOperation { TargetMethod.Name: "IsLoopback" }:
                return true;
            case IInvocationOperation { TargetMethod.Name: "Equals" or "StartsWith" or "Contains" or "EndsWith" } asks:
                return asks.Arguments.Any(static argument => IsLocal(argument.Value));
            case ILocalReferenceOperation local:
                return context.World.DefinitionOf(local, cancellation) is var definition and not ILocalReferenceOperation && Says(definition, context, cancellation);
            default:
                return false;
        }
    }

    private static bool IsLocal(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsLocal(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsLocal(either.LeftPattern) && IsLocal(either.RightPattern),
        _ => false,
    };

    private static bool IsLocal(IOperation value) => value.ConstantValue is { HasValue: true, Value: string text } && IsLocal(text);

    /// <summary>A name of this machine, or the beginning of an address that is on it.</summary>
    public static bool IsLocal(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? text : text.Substring(scheme + 3);
        var end = host.StartsWith("[", StringComparison.Ordinal) ? host.IndexOf(']') + 1 : host.IndexOfAny(Ends);
        return host.Length > 0 && (char.IsLetterOrDigit(host[0]) || host[0] is '[' or ':') && HostNames.IsLocal((end > 0 ? host.Substring(0, end) : host).Trim('[', ']'));
    }
}
