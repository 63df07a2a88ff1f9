using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Where a value comes from, as far as it matters to what a comparison of it proves.</summary>
[Flags]
internal enum Origin : ushort
{
    None = 0,

    /// <summary>The peer's certificate.</summary>
    Certificate = 1,

    /// <summary>A chain, its elements or their list.</summary>
    Chain = 2,

    /// <summary>States of a chain or of its elements.</summary>
    ChainStatus = 4,

    /// <summary>What only the holder of the pinned key can show: hash, raw data, public key.</summary>
    Pin = 8,

    Names = 16,
    Dates = 32,
    Fields = 64,

    /// <summary>The other arguments of the callback: the request, the host, the sender.</summary>
    Request = 128,

    /// <summary>The answer of another validator.</summary>
    Validated = 256,

    /// <summary>An object or text that the callback itself makes; what it holds is not followed.</summary>
    Own = 512,

    /// <summary>Anything of the peer.</summary>
    Peer = Certificate | Chain | ChainStatus | Pin | Names | Dates | Fields,
}

/// <summary>What is known of a bool: the ways in which it is true, and those in which it is false.</summary>
internal readonly record struct Truth(Ways True, Ways False, WeakEvidence Kinds = WeakEvidence.None)
{
    public static Truth Always { get; } = new(Ways.Freely, Ways.Never);

    public static Truth Never { get; } = new(Ways.Never, Ways.Freely);

    public static Truth Of(bool value) => value ? Always : Never;

    /// <summary>Either, each with this evidence.</summary>
    public static Truth Either(Evidence evidence) => new(Ways.By(evidence), Ways.By(evidence));

    /// <summary>True proves it, false says nothing.</summary>
    public static Truth Proof { get; } = new(Ways.By(Evidence.Strong), Ways.Freely);

    public static Truth Weak(WeakEvidence kinds) => new(Ways.By(Evidence.Weak), Ways.By(Evidence.Weak), kinds);

    /// <summary>What it says where it was come to in these ways.</summary>
    public Truth After(Ways ways, WeakEvidence kinds) => new(True.After(ways), False.After(ways), Kinds | kinds);

    public static Truth operator !(Truth truth) => new(truth.False, truth.True, truth.Kinds);

    /// <summary>Where either may be the one.</summary>
    public Truth Or(Truth other) => new(True | other.True, False | other.False, Kinds | other.Kinds);

    public static Truth operator &(Truth left, Truth right) =>
        new(right.True.After(left.True), left.False | right.False.After(left.True), left.Kinds | right.Kinds);

    public static Truth operator |(Truth left, Truth right) => !(!left & !right);

    public Truth ExclusiveOr(Truth other) => new(
        other.False.After(True) | other.True.After(False), other.True.After(True) | other.False.After(False), Kinds | other.Kinds);
}

/// <summary>A delegate that is seen to its body.</summary>
internal sealed record DelegateBody(IMethodSymbol Method, ControlFlowGraph? Graph, IFlowAnonymousFunctionOperation? Lambda);

/// <summary>What is known of a value while a callback is evaluated. The default: nothing, and it is not from the peer.</summary>
internal readonly struct Value : IEquatable<Value>
{
    private readonly Truth truth;

    private Value(State state, object? constant, Truth truth, Origin origin, bool? isNull, long status)
    {
        this.truth = truth;
        Kind = state;
        Constant = constant;
        Origin = origin;
        IsNull = isNull;
        Status = status;
    }

    public enum State : byte
    {
        Unknown,
        Constant,
        Truth,
        Delegate,
        Tuple,
        Object,
    }

    public State Kind { get; }

    /// <summary>A whole number (also for enumerations and characters), a text, or null; or the <see cref="DelegateBody"/>.</summary>
    public object? Constant { get; }

    public Origin Origin { get; }

    /// <summary>Null when not known.</summary>
    public bool? IsNull { get; }

    /// <summary>The <see cref="Status"/> of how many states there are.</summary>
    public const long Count = 0;

    /// <summary>For a state of the chain: the flags that it was masked with; all of them otherwise.</summary>
    public long Status { get; }

    public bool IsConstant => Kind == State.Constant;

    public long? Number => IsConstant ? Constant as long? : null;

    public DelegateBody? Delegate => Constant as DelegateBody;

    /// <summary>The elements of a tuple, or what a record is made of.</summary>
    public Value[]? Elements => Constant as Value[];

    /// <summary>What the members of an object are that the program makes, and the parameters of its constructor.</summary>
    public ImmutableDictionary<ISymbol, Value>? Members => Constant as ImmutableDictionary<ISymbol, Value>;

    public static Value Nothing => default;

    public static Value Null { get; } = new(State.Constant, null, default, Origin.None, true, 0);

    public static Value Of(object? constant) => constant switch
    {
        null => Null,
        bool truth => Of(Truth.Of(truth)),
        string text => new(State.Constant, text, default, Origin.None, false, 0),
        DelegateBody body => new(State.Delegate, body, default, Origin.None, false, 0),
        _ => Numbers.Whole(constant) is { } number ? new(State.Constant, number, default, Origin.None, false, 0) : new(State.Unknown, null, default, Origin.None, false, 0),
    };

    public static Value Of(Truth truth) => new(State.Truth, null, truth, Origin.None, false, 0);

    public static Value Tuple(Value[] elements) =>
        new(State.Tuple, elements, default, elements.Aggregate(Origin.None, static (all, element) => all | element.Origin), false, 0);

    public static Value Object(ImmutableDictionary<ISymbol, Value> members) =>
        new(State.Object, members, default, members.Values.Aggregate(Origin.None, static (all, member) => all | member.Origin), false, 0);

    public static Value From(Origin origin, bool? isNull = null, long status = -1) => new(State.Unknown, null, default, origin, isNull, status);

    public Value OrNull() => new(Kind, Constant, truth, Origin, IsNull == true ? true : null, Status);

    public Value NotNull() => IsNull == true ? From(Origin, false) : new(Kind, Constant, truth, Origin, false, Status);

    /// <summary>The value as a bool, when it is or may be one.</summary>
    public Truth Truth => Kind == State.Truth ? truth : CertificateFacts.Judgement(Origin);

    /// <summary>What it says where it was come to in these ways.</summary>
    public Value After(Ways ways, WeakEvidence kinds) => Kind switch
    {
        State.Truth => Of(truth.After(ways, kinds)),
        State.Tuple => Tuple([.. Elements!.Select(element => element.After(ways, kinds))]),
        State.Object => Object(Members!.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.After(ways, kinds), SymbolEqualityComparer.Default)),
        _ => this,
    };

    /// <summary>Where either may be the one.</summary>
    public Value Or(Value other)
    {
        if (Equals(other))
            return this;
        var isNull = IsNull == other.IsNull ? IsNull : null;
        if (Kind == State.Truth || other.Kind == State.Truth)
        {
            var joined = (Kind == State.Truth || IsNull != true, other.Kind == State.Truth || other.IsNull != true) switch
            {
                (false, _) => other.Truth,
                (_, false) => Truth,
                _ => Truth.Or(other.Truth),
            };
            return new(State.Truth, null, joined, Origin | other.Origin, isNull, 0);
        }

        if (Elements is { } elements && other.Elements is { } others && elements.Length == others.Length)
            return Tuple([.. elements.Zip(others, static (left, right) => left.Or(right))]);
        if (Members is { } members && other.Members is { } same && members.Count == same.Count && members.Keys.All(same.ContainsKey))
            return Object(members.ToImmutableDictionary(static pair => pair.Key, pair => pair.Value.Or(same[pair.Key]), SymbolEqualityComparer.Default));
        if (Kind == State.Delegate && Equals(Constant, other.Constant))
            return new(State.Delegate, Constant, default, Origin, isNull, 0);
        return new(State.Unknown, null, default, Origin | other.Origin, isNull, Status | other.Status);
    }

    public bool Equals(Value other) =>
        Kind == other.Kind && Origin == other.Origin && IsNull == other.IsNull && Status == other.Status && truth == other.truth && IsSame(Constant, other.Constant);

    private static bool IsSame(object? left, object? right) =>
        left is Value[] elements && right is Value[] others ? elements.SequenceEqual(others)
        : left is ImmutableDictionary<ISymbol, Value> members && right is ImmutableDictionary<ISymbol, Value> same
            ? members.Count == same.Count && members.All(pair => same.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value))
        : Equals(left, right);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => ((int)Kind * 397) ^ (int)Origin ^ (Constant switch { Value[] elements => elements.Length, ImmutableDictionary<ISymbol, Value> members => members.Count, _ => Constant?.GetHashCode() ?? 0 });
}
