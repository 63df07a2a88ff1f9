using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Tables of the program that a callback looks the errors up in: what it accepts is what they say.</summary>
internal sealed partial class Expressions
{
    /// <summary>A call that looks the errors up in a dictionary; null for any other.</summary>
    private Value? LookUp(IInvocationOperation call, Value[] arguments, Cursor cursor)
    {
        if (call.TargetMethod.Name is not ("TryGetValue" or "ContainsKey" or "GetValueOrDefault"))
            return null;
        var at = call.Instance is null ? 1 : 0;
        if (arguments.Length <= at || arguments[at].Number is not { } key || !CertificateFacts.IsErrors(call.Arguments[at].Value.Unconverted().Type))
            return null;
        var table = call.Instance ?? call.Arguments[0].Value;
        var result = call.Arguments.Length > at + 1 ? call.Arguments[at + 1].Value : null;
        var isKnown = IsWritten(table, key, out var entry);
        switch (call.TargetMethod.Name)
        {
            case "TryGetValue":
                if (result is not null && KeyOf(result.Unconverted(), cursor) is { } variable)
                    cursor.Set(variable, isKnown ? entry ?? Empty(result.Type) : Value.From(Origin.Validated));
                goto case "ContainsKey";
            case "ContainsKey":
                return Value.Of(isKnown ? Truth.Of(entry is not null) : Truth.Either(Evidence.Strong));
            default:
                return isKnown ? entry ?? (result is null ? Empty(call.Type) : arguments[at + 1]) : Value.From(Origin.Validated);
        }
    }

    /// <summary>What an index by the errors says; null for any other index.</summary>
    private Value? LookUp(IOperation table, IOperation index, Value key, Cursor cursor)
    {
        if (key.Number is not { } number || !CertificateFacts.IsErrors(index.Unconverted().Type))
            return null;
        if (table.Type is IArrayTypeSymbol)
        {
            if (context.Sources.ElementsOf(table, cancellation) is not { } elements || !context.Sources.IsOnlyRead(table, cancellation))
                return Value.From(Origin.Validated);
            return number >= 0 && number < elements.Length ? Written(elements[(int)number]) : Missing(cursor);
        }

        return IsWritten(table, number, out var entry) ? entry ?? Missing(cursor) : Value.From(Origin.Validated);
    }

    /// <summary>What a question about the elements of a collection that is written down comes to; null where it is not.</summary>
    private Truth? OfEach(IOperation collection, DelegateBody predicate, bool isOfAll, IInvocationOperation call, Cursor cursor)
    {
        if (NumbersOf(collection) is not { } numbers)
            return null;
        var all = Truth.Of(isOfAll);
        foreach (var number in numbers)
        {
            var one = Invoke(predicate, [Value.Of(number)], call, cursor).Truth;
            all = isOfAll ? all & one : all | one;
        }

        return all;
    }

    /// <summary>What numbers that are written down come to, one after the other; null where they are not, or the result is made something else of.</summary>
    private Value? Aggregate(IInvocationOperation call, Value[] arguments, Cursor cursor)
    {
        var isSeeded = arguments.Length == 3;
        if (arguments.Length is not (2 or 3) || arguments[arguments.Length - 1].Delegate is not { } step || NumbersOf(call.Arguments[0].Value) is not { } numbers || (!isSeeded && numbers.Count == 0))
            return null;
        var result = isSeeded ? arguments[1] : Value.Of(numbers[0]);
        for (var i = isSeeded ? 0 : 1; i < numbers.Count; i++)
            result = Invoke(step, [result, Value.Of(numbers[i])], call, cursor);
        return result;
    }

    /// <summary>
    /// The enumerator of a few numbers that are written down: where it stands, and what follows. Each round of the loop is run by
    /// itself, so that it is known which of them were asked about.
    /// </summary>
    private Value? Listed(IOperation collection) => NumbersOf(collection) is { Count: <= MostRounds } numbers
        ? Value.Tuple([Value.Nothing, .. numbers.Select(static number => Value.Of(number))])
        : null;

    private static Truth Next(object enumerator, Value[] rest, Cursor cursor)
    {
        if (rest.Length <= 1)
            return Truth.Never;
        cursor.Set(enumerator, Value.Tuple(rest.Skip(1).ToArray()));
        cursor.State = cursor.State.InNextRound();
        return Truth.Always;
    }

    /// <summary>The numbers of a collection that is written down and stays so.</summary>
    private List<long>? NumbersOf(IOperation collection) =>
        Numbers.Of(context.Sources.ElementsOf(collection, cancellation)) is { } numbers && context.Sources.IsOnlyRead(collection, cancellation) ? numbers : null;

    /// <summary>Is the table written down, and stays so? Then its entry, null where there is none.</summary>
    private bool IsWritten(IOperation table, long key, out Value? entry)
    {
        entry = null;
        if (context.Sources.TableOf(table, cancellation) is not { } entries || !context.Sources.IsOnlyRead(table, cancellation))
            return false;
        foreach (var (name, value) in entries)
        {
            if (name.ConstantValue is not { HasValue: true, Value: var constant } || Numbers.Whole(constant) is not { } number)
                return false;
            if (number == key)
                entry = Written(value);
        }

        return true;
    }

    /// <summary>What is written down outside of the callback. A delegate is bound as one, or as what it is made of.</summary>
    private static Value Written(IOperation value)
    {
        value = value.Unconverted();
        return (value is IDelegateCreationOperation { Target: var target } ? target : value) switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => Value.Of(constant),
            IAnonymousFunctionOperation lambda => Value.Of(new DelegateBody(lambda.Symbol, null, null)),
            IMethodReferenceOperation method => Value.Of(new DelegateBody(method.Method, null, null)),
            _ => Value.From(Origin.Validated),
        };
    }

    private static Value Empty(ITypeSymbol? type) => type is null || type.IsReferenceType || type.IsNullableValue() ? Value.Null : Default(type);

    /// <summary>What is not there is an exception.</summary>
    private static Value Missing(Cursor cursor)
    {
        cursor.Throws = true;
        cursor.IsDead = true;
        return Value.Nothing;
    }
}
