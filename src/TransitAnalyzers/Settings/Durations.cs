using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Settings;

/// <summary>
/// The <see cref="TimeSpan"/> that an expression makes of constants: <c>TimeSpan.FromDays(1)</c>, <c>new TimeSpan(1, 0, 0)</c>,
/// <c>TimeSpan.Zero</c>, <c>Timeout.InfiniteTimeSpan</c>, their negation, and the local or field that is initialized so.
/// </summary>
internal static class Durations
{
    private const int Deepest = 8;

    public static TimeSpan? Of(IOperation expression, ProductionWorld world, CancellationToken cancellation)
    {
        try
        {
            return expression.Type is { Name: "TimeSpan", ContainingNamespace.Name: "System" } ? Read(expression, world, 0, cancellation) : null;
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            return null; // A program that throws when it runs: there is nothing to judge.
        }
    }

    private static TimeSpan? Read(IOperation expression, ProductionWorld world, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        switch (SettingValues.WithoutConversions(expression))
        {
            case IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "TimeSpan", Name: var name } }:
                return name switch
                {
                    nameof(TimeSpan.Zero) => TimeSpan.Zero,
                    nameof(TimeSpan.MaxValue) => TimeSpan.MaxValue,
                    nameof(TimeSpan.MinValue) => TimeSpan.MinValue,
                    _ => null,
                };
            case IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "Timeout", Name: nameof(Timeout.InfiniteTimeSpan) } }:
                return Timeout.InfiniteTimeSpan;
            case IDefaultValueOperation:
                return TimeSpan.Zero;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus:
                return -Read(minus.Operand, world, depth + 1, cancellation);
            case IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } method } call:
                return Sum(call.Arguments, i => i == 0 ? Unit(method.Name) : Smaller(method.Name, i), world, cancellation);
            case IObjectCreationOperation { Arguments: { Length: > 0 } arguments }:
                return arguments.Length switch
                {
                    1 => Sum(arguments, _ => TimeSpan.FromTicks(1), world, cancellation),
                    3 => Sum(arguments, i => Unit(NewUnits[i + 1]), world, cancellation),
                    4 or 5 => Sum(arguments, i => Unit(NewUnits[i]), world, cancellation),
                    _ => null,
                };
            default:
                var definition = world.DefinitionOf(expression, cancellation);
                return definition == expression ? null : Read(definition, world, depth + 1, cancellation);
        }
    }

    private static readonly string[] NewUnits = ["FromDays", "FromHours", "FromMinutes", "FromSeconds", "FromMilliseconds"];

    /// <summary>The unit of the optional arguments of .NET 9's <c>FromDays(1, hours: 2)</c>: each is the next smaller one.</summary>
    private static TimeSpan? Smaller(string method, int index)
    {
        var first = Array.IndexOf(NewUnits, method);
        return first >= 0 && first + index < NewUnits.Length ? Unit(NewUnits[first + index]) : null;
    }

    private static TimeSpan? Unit(string method) => method switch
    {
        "FromDays" => TimeSpan.FromDays(1),
        "FromHours" => TimeSpan.FromHours(1),
        "FromMinutes" => TimeSpan.FromMinutes(1),
        "FromSeconds" => TimeSpan.FromSeconds(1),
        "FromMilliseconds" => TimeSpan.FromMilliseconds(1),
        "FromTicks" => TimeSpan.FromTicks(1),
        _ => null,
    };

    private static TimeSpan? Sum(
        System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments,
        Func<int, TimeSpan?> unitAt,
        ProductionWorld world,
        CancellationToken cancellation)
    {
        var ticks = 0d;
        foreach (var argument in arguments)
        {
            var constant = argument.Value.ConstantValue is { HasValue: true } own ? new(own.Value) : world.ConstantOf(argument.Value, cancellation);
            if (!constant.HasValue || constant.Value is not (int or long or double or float or short or byte)
                || argument.Parameter is not { } parameter)
                return null;
            var number = Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);
            if (number == 0)
                continue;
            if (unitAt(parameter.Ordinal) is not { } unit)
                return null;
            ticks += number * unit.Ticks;
        }

        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : ticks <= TimeSpan.MinValue.Ticks ? TimeSpan.MinValue : TimeSpan.FromTicks((long)ticks);
    }
}
