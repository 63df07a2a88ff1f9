using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Keys;

/// <summary>
/// A point in time as an expression makes it: so many days after an anchor. The anchor is the present, a date that is written
/// down (then the days are those of the calendar), or a variable of which nothing else is known.
/// </summary>
/// <param name="Anchor">What the days count from; two moments compare where it is the same.</param>
/// <param name="Days">Days after the anchor.</param>
/// <param name="IsUnbounded">The last day of the calendar: later than anything.</param>
internal readonly record struct Moment(object Anchor, double Days, bool IsUnbounded = false)
{
    private const int Deepest = 16;
    private const double DaysOfYear = 365.2425;
    private const string Present = "now";
    private const string Calendar = "calendar";

    private static readonly DateTime Start = new(1, 1, 1);

    /// <summary>The days from one moment to another; null where that is not known.</summary>
    public static double? Between(Moment from, Moment to) =>
        to.IsUnbounded && !from.IsUnbounded && from.Anchor is Present ? (DateTime.MaxValue - Start).TotalDays - (2000 * DaysOfYear)
        : Equals(from.Anchor, to.Anchor) ? to.Days - from.Days
        : null;

    public static Moment? Of(IOperation expression, ProductionWorld world, CancellationToken cancellation) => Read(expression, world, 0, cancellation);

    private static Moment? Read(IOperation expression, ProductionWorld world, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        switch (expression)
        {
            case IConversionOperation conversion:
                return Read(conversion.Operand, world, depth + 1, cancellation);
            case IMemberReferenceOperation { Instance: null, Member: { ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" }, Name: var name } }:
                return name switch
                {
                    "Now" or "UtcNow" or "Today" => new Moment(Present, 0),
                    "MaxValue" => new Moment(Calendar, (DateTime.MaxValue - Start).TotalDays, IsUnbounded: true),
                    "MinValue" => new Moment(Calendar, 0),
                    "UnixEpoch" => new Moment(Calendar, (new DateTime(1970, 1, 1) - Start).TotalDays),
                    _ => null,
                };
            case IPropertyReferenceOperation { Instance: { } whole, Property: { ContainingType.Name: "DateTime" or "DateTimeOffset", Name: "Date" or "DateTime" or "UtcDateTime" or "LocalDateTime" } }:
                return Read(whole, world, depth + 1, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when Durations.Of(sum.RightOperand, world, cancellation) is { } time:
                return Later(Read(sum.LeftOperand, world, depth + 1, cancellation), time.TotalDays);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when Durations.Of(difference.RightOperand, world, cancellation) is { } time:
                return Later(Read(difference.LeftOperand, world, depth + 1, cancellation), -time.TotalDays);
            case IInvocationOperation { Instance: { } from, TargetMethod: { ContainingType.Name: "DateTime" or "DateTimeOffset" } method } call:
                if (method.Name is "ToUniversalTime" or "ToLocalTime" or "ToOffset")
                    return Read(from, world, depth + 1, cancellation);
                return call.Arguments.Length == 1 && DaysOf(method.Name, call.Arguments[0].Value, world, cancellation) is { } days
                    ? Later(Read(from, world, depth + 1, cancellation), days)
                    : null;
            case IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow", Parameters.IsEmpty: true } }:
                return new Moment(Present, 0);
            case IInvocationOperation { TargetMethod: { Name: "SpecifyKind", ContainingType.Name: "DateTime" }, Arguments: { Length: 2 } arguments }:
                return Read(arguments[0].Value, world, depth + 1, cancellation);
            case IObjectCreationOperation { Type.Name: "DateTime" or "DateTimeOffset", Arguments: { Length: > 0 } arguments }:
                return arguments[0].Value.Type?.SpecialType == SpecialType.System_DateTime
                    ? Read(arguments[0].Value, world, depth + 1, cancellation)
                    : Written(arguments, world, cancellation);
            default:
                var definition = world.DefinitionOf(expression, cancellation);
                if (definition != expression)
                    return Read(definition, world, depth + 1, cancellation);
                return expression switch
                {
                    ILocalReferenceOperation { Local: var local } => new Moment(local, 0),
                    IParameterReferenceOperation { Parameter: var parameter } => new Moment(parameter, 0),
                    IFieldReferenceOperation { Field: var field } => new Moment(field, 0),
                    IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: null or IInstanceReferenceOperation } => new Moment(property, 0),
                    _ => null,
                };
        }
    }

    /// <summary>How many days the method adds.</summary>
    private static double? DaysOf(string method, IOperation argument, ProductionWorld world, CancellationToken cancellation)
    {
        if (method is "Add" or "Subtract")
            return Durations.Of(argument, world, cancellation) is { } time ? method == "Add" ? time.TotalDays : -time.TotalDays : null;
        double? unit = method switch
        {
            "AddYears" => DaysOfYear,
            "AddMonths" => DaysOfYear / 12,
            "AddDays" => 1,
            "AddHours" => 1d / 24,
            "AddMinutes" => 1d / (24 * 60),
            "AddSeconds" => 1d / (24 * 60 * 60),
            _ => null,
        };
        return unit is { } days && world.ConstantOf(argument, cancellation).Value is IConvertible and not (string or bool or char) and var number
            ? days * Convert.ToDouble(number, CultureInfo.InvariantCulture)
            : null;
    }

    private static Moment? Later(Moment? moment, double days) => moment is { } known ? known with { Days = known.Days + days } : null;

    private static Moment? Written(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, ProductionWorld world, CancellationToken cancellation)
    {
        if (arguments.Length < 3)
            return null;
        var parts = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (arguments[i].Parameter is not { Ordinal: < 3 and var at } || world.ConstantOf(arguments[i].Value, cancellation).Value is not int number)
                return null;
            parts[at] = number;
        }

        return parts[0] is >= 1 and <= 9999 && parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1])
            ? new Moment(Calendar, (new DateTime(parts[0], parts[1], parts[2]) - Start).TotalDays)
            : null;
    }
}
