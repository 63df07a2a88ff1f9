using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>What calls answer: of the platform's methods by what they do, of the program's own by what they return.</summary>
internal sealed partial class Evaluation
{
    private Known Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Instance is null && call.Arguments.IsEmpty)
            return FollowCall(call);
        var receiver = call.Instance ?? call.Arguments[0].Value;
        var first = call.Instance is null ? 1 : 0;
        var argument = call.Arguments.Length > first ? call.Arguments[first].Value : null;
        switch (method.Name)
        {
            case "IsDevelopment" or "IsProduction" or "IsStaging" or "IsEnvironment" when Asked(method, receiver, argument is null ? [] : [Of(argument)]) is { } answer:
                return answer;
            case "GetEnvironmentVariable" when method.ContainingType.Name == "Environment" && EnvironmentFacts.IsEnvironmentKey(Of(receiver).Constant):
                return Environment(Known.EnvironmentName);
            case "GetValue" when argument is not null && EnvironmentFacts.IsEnvironmentKey(Of(argument).Constant):
                return Environment(Known.EnvironmentName);
            case "Equals" or "SequenceEqual" when Operands(call) is var (left, right):
                return Known.Of(AreEqual(Of(left), Of(right)));
            case "Compare" or "CompareOrdinal" or "CompareTo" when Operands(call) is var (left, right) && left.Type?.SpecialType == SpecialType.System_String:
                return AreEqual(Of(left), Of(right)) is { } equal ? Known.Of(equal ? 0 : 1) : Known.Nothing;
            case "ConfigureAwait" when call.Instance is not null:
                return Of(receiver);
            case "FromResult" when method.ContainingType.Name is "Task" or "ValueTask":
                return Of(receiver);
            case "GetValueOrDefault" when method.ContainingType.IsNullableValue():
                return Of(receiver) is { IsConstant: true, Constant: null } ? Of(argument) : Of(receiver);
            case "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Trim" or "ToString" when Of(receiver) is { OfName: not null } name:
                return name;
            case "Substring" or "AsSpan" or "Slice" when Of(receiver) is { OfName: not null } name:
                var rest = call.Arguments.Length > first + 1 ? Of(call.Arguments[first + 1].Value).Constant as int? : call.Arguments.Length > first ? int.MaxValue : 0;
                return argument is null ? name : (Of(argument).Constant as int?, rest) is ({ } start, { } length) ? Part(name, text => Names.Cut(text, start, length)) : Known.Nothing;
            case "IsMatch" when IsMatch(call) is { } matches:
                return matches;
            case "StartsWith" or "EndsWith" or "Contains" when argument is not null && Of(receiver).IsEnvironmentName && Of(argument).Constant is string part:
                return Known.Of(EnvironmentFacts.HasPart(
                    method.Name switch
                    {
                        "StartsWith" => name => name.StartsWith(part, StringComparison.OrdinalIgnoreCase),
                        "EndsWith" => name => name.EndsWith(part, StringComparison.OrdinalIgnoreCase),
                        _ => name => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0,
                    },
                    settings));
            case "IndexOf" when argument is not null && Of(receiver).IsEnvironmentName && Of(argument).Constant is string part:
                return EnvironmentFacts.HasPart(name => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0, settings) is { } isPart
                    ? Known.Of(isPart ? EnvironmentFacts.Production.IndexOf(part, StringComparison.OrdinalIgnoreCase) : -1)
                    : Known.Nothing;
            case "IndexOf" when argument is not null && Of(argument).IsEnvironmentName:
                return IsAmong(receiver) == false ? Known.Of(-1) : Known.Nothing;
            case "Contains" when argument is not null && Of(argument).IsEnvironmentName:
                return Known.Of(IsAmong(receiver));
            case "GetValueOrDefault" when argument is not null && Of(argument).IsEnvironmentName:
                return EntryOf(receiver, call.Arguments.Length > first + 1 ? Of(call.Arguments[first + 1].Value) : Constants.Default(call.Type));
            case "Any" or "Exists" when argument is not null && IsOfElements(method):
                return Known.Of(IsTrueOf(receiver, argument, all: false));
            case "All" or "TrueForAll" when argument is not null && IsOfElements(method):
                return Known.Of(IsTrueOf(receiver, argument, all: true));
            default:
                return FollowCall(call);
        }
    }

    /// <summary>What the environment says to <c>IsDevelopment()</c> and its kin; null where it is not asked.</summary>
    private Known? Asked(IMethodSymbol method, IOperation? environment, Known[] names)
    {
        if (!EnvironmentFacts.IsEnvironment(environment?.Unconverted().Type))
            return null;
        Known? name = (method.Name, names) switch
        {
            ("IsEnvironment", { Length: 1 }) => names[0],
            (_, { Length: 0 }) when EnvironmentFacts.AskedName(method.Name) is { } known => Known.Of(known),
            _ => null,
        };
        return name is { } asked ? Environment(Known.Of(AreEqual(Known.EnvironmentName, asked))) : null;
    }

    /// <summary>The two things that an <c>Equals</c> or <c>Compare</c> compares: of strings, by any comparer.</summary>
    private static (IOperation Left, IOperation Right)? Operands(IInvocationOperation call)
    {
        var values = call.Arguments;
        var isComparer = call.Instance?.Type is { Name: "StringComparer" or "IEqualityComparer" or "EqualityComparer" };
        if (call.Instance is { } instance && !isComparer)
            return values.Length > 0 ? (instance, values[0].Value) : null;
        return values.Length > 1 ? (values[0].Value, values[1].Value) : null;
    }

    private bool? IsAmong(IOperation collection)
    {
        if (sources.ElementsOf(collection.Unconverted(), cancellation) is not { } elements)
            return null;
        bool? any = false;
        foreach (var element in elements)
            any |= AreEqual(Known.EnvironmentName, Of(element));
        return any;
    }

    /// <summary>A method of LINQ, of a list or of arrays.</summary>
    private static bool IsOfElements(IMethodSymbol method) => method.ContainingType.Name is "Enumerable" or "List" or "Array" or "ImmutableArray" or "ImmutableList";

    /// <summary>Does the predicate hold for all, or for any, of the elements that are written down?</summary>
    private bool? IsTrueOf(IOperation collection, IOperation predicate, bool all)
    {
        if (sources.ElementsOf(collection.Unconverted(), cancellation) is not { } elements || !sources.IsOnlyRead(collection, cancellation))
            return null;
        bool? result = all;
        foreach (var element in elements)
        {
            var holds = Invoked(predicate, Of(element)).Truth;
            result = all ? result & holds : result | holds;
        }

        return result;
    }

    /// <summary>What a dictionary that is written down has for the environment in production.</summary>
    private Known EntryOf(IOperation dictionary, Known? missing = null)
    {
        if (sources.TableOf(dictionary, cancellation) is not { } entries || !sources.IsOnlyRead(dictionary, cancellation))
            return Known.Nothing;
        var result = missing;
        foreach (var (key, value) in entries)
        {
            var isIt = AreEqual(Known.EnvironmentName, Of(key));
            if (isIt == false)
                continue;
            var entry = Of(value);
            result = result is { } other ? other.Or(entry) : entry;
        }

        return result ?? Known.Nothing;
    }

    private Known FollowCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is { } instance ? Invoked(instance, [.. call.Arguments.Select(argument => Of(argument.Value))]) : Known.Nothing;
        if (!IsReplaceable(method))
            return Returned(method, () => Bind(call));
        return Constants.IsPossible(method.ReturnType) && sources.OnlyImplementationOf(method, cancellation) is IMethodSymbol only && !IsReplaceable(only)
            ? Returned(only, () => Bind(only, [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(argument => Of(argument.Value))]))
            : Known.Nothing;
    }

    /// <summary>What a delegate returns to who calls it with these values.</summary>
    private Known Invoked(IOperation value, params Known[] passed)
    {
        switch (sources.DelegateOf(value, cancellation))
        {
            case IAnonymousFunctionOperation { Symbol: var lambda }:
                return Returned(lambda, () => Bind(lambda, passed));
            case IMethodReferenceOperation { Method: var method, Instance: var receiver }:
                return Asked(method, receiver, passed) is { } answer ? answer
                    : IsReplaceable(method) || (method.IsExtensionMethod && receiver is not null) ? Known.Nothing
                    : Returned(method, () => Bind(method, passed));
            default:
                return Known.Nothing;
        }
    }

    /// <summary>May another type run code of its own in its place?</summary>
    private static bool IsReplaceable(ISymbol member) => member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false };

    private Known Returned(IMethodSymbol method, Func<Dictionary<IParameterSymbol, Known>?> bind)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!Constants.IsPossible(method.ReturnType) || method.DeclaringSyntaxReferences.IsEmpty || open.Contains(method) || !sources.MayAnswer(method, settings, cancellation))
            return Known.Nothing;
        var outer = arguments;
        var inner = bind();
        open.Add(method);
        arguments = inner;
        try
        {
            return OneOf(ReturnsOf(method));
        }
        finally
        {
            arguments = outer;
            open.Remove(method);
        }
    }

    private Dictionary<IParameterSymbol, Known>? Bind(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty)
            return null;
        var bound = new Dictionary<IParameterSymbol, Known>(SymbolEqualityComparer.Default);
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && Constants.IsPossible(parameter.Type))
                bound[parameter.OriginalDefinition] = Of(Original(argument.Value) ?? argument.Value);
        return bound;
    }

    /// <summary>The same, of a delegate: a lambda sees what the method around it was passed.</summary>
    private Dictionary<IParameterSymbol, Known> Bind(IMethodSymbol method, Known[] passed)
    {
        var bound = method.MethodKind == MethodKind.AnonymousFunction && arguments is not null
            ? new Dictionary<IParameterSymbol, Known>(arguments, SymbolEqualityComparer.Default)
            : new Dictionary<IParameterSymbol, Known>(SymbolEqualityComparer.Default);
        for (var i = 0; i < passed.Length && i < method.Parameters.Length; i++)
            bound[method.Parameters[i].OriginalDefinition] = passed[i];
        return bound;
    }

    /// <summary>
    /// Does production not go on behind the statement: one that ends the program, or calls a method that only returns elsewhere,
    /// such as <c>EnsureDevelopment(env)</c>?
    /// </summary>
    public bool IsLast(IOperation statement)
    {
        if (settings.IncludeDevelopmentCode)
            return false;
        foreach (var operation in statement.DescendantsAndSelf())
            if (operation is IInvocationOperation call && NeverReturns(call))
                return true;
        return false;
    }

    private bool NeverReturns(IInvocationOperation call)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (method is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } })
            return true;
        if (IsReplaceable(method) || method.IsAsync || method.ReturnType.Name.StartsWith("IEnumer", StringComparison.Ordinal) || open.Contains(method) || !sources.MayThrow(method, cancellation)
            || !(sources.Asks(method, settings, cancellation) || call.Arguments.Any(IsDecided)))
            return false;
        var outer = arguments;
        var inner = Bind(call);
        open.Add(method);
        arguments = inner;
        try
        {
            return sources.GraphOf(method, cancellation) is { } graph && !ReachedBlocks(graph)[graph.Blocks.Length - 1];
        }
        finally
        {
            arguments = outer;
            open.Remove(method);
        }
    }

    /// <summary>Is a condition passed that production decides, as to <c>Assert(env.IsDevelopment())</c>?</summary>
    private bool IsDecided(IArgumentOperation argument) =>
        argument is { Parameter.Type.SpecialType: SpecialType.System_Boolean, Value.ConstantValue.HasValue: false } && Of(Original(argument.Value) ?? argument.Value).Truth is not null;
}
