namespace TransitAnalyzers.Production;

/// <summary>
/// What is known of the value that an expression has in production: nothing, a constant, that it is one of a few, what the
/// elements of a tuple are, or that it is the name of the environment or a part of that.
/// </summary>
internal readonly struct Known : IEquatable<Known>
{
    private const int MostChoices = 8;

    private readonly State state;
    private readonly object? constant;

    private Known(State state, object? constant)
    {
        this.state = state;
        this.constant = constant;
    }

    private enum State : byte
    {
        Nothing,
        Constant,
        EnvironmentName,
        PartOfName,
        Choice,
        Tuple,
    }

    public static Known Nothing => default;

    /// <summary>The name of the environment that the program runs in: no development environment, that much is known.</summary>
    public static Known EnvironmentName { get; } = new(State.EnvironmentName, null);

    /// <summary>A part of that name, such as its first letters, given what it is of any name.</summary>
    public static Known PartOfName(Func<string, object?> part) => new(State.PartOfName, part);

    public static Known Tuple(Known[] elements) => new(State.Tuple, elements);

    public bool IsConstant => state == State.Constant;

    public bool IsEnvironmentName => state == State.EnvironmentName;

    public object? Constant => constant;

    /// <summary>What this is of a name, where it is the environment's or a part of it.</summary>
    public Func<string, object?>? OfName => IsEnvironmentName ? static name => name : constant as Func<string, object?>;

    /// <summary>The elements of a tuple.</summary>
    public Known[]? Elements => constant as Known[];

    /// <summary>The constants of which it is one, where it is one of a few.</summary>
    public object?[]? Choices => state == State.Choice ? (object?[]?)constant : null;

    private bool MayStandForName =>
        (IsConstant && constant is null or "") || string.Equals(constant as string, EnvironmentFacts.Production, StringComparison.OrdinalIgnoreCase);

    /// <summary>True, false, or not known.</summary>
    public bool? Truth => constant as bool?;

    public static Known Of(object? constant) => new(State.Constant, constant);

    public static Known Of(bool? truth) => truth is { } known ? Of((object)known) : Nothing;

    /// <summary>
    /// What is known where either value may be the one. What a program takes for the name where it is not told one, and what
    /// stands in its place before, are no other environment.
    /// </summary>
    public Known Or(Known other) =>
        Equals(other) ? this
        : (IsEnvironmentName && other.MayStandForName) || (other.IsEnvironmentName && MayStandForName) ? EnvironmentName
        : Elements is { } elements && other.Elements is { } others && elements.Length == others.Length ? Tuple([.. elements.Zip(others, static (left, right) => left.Or(right))])
        : Nothing;

    /// <summary>The same; of two constants it remains known that it is one of them.</summary>
    public Known OrElse(Known other)
    {
        if (Or(other) is var either && !either.Equals(Nothing))
            return either;
        var all = new List<object?>();
        foreach (var known in new[] { this, other })
        {
            if (known.Choices is { } choices)
                all.AddRange(choices);
            else if (known.IsConstant)
                all.Add(known.constant);
            else
                return Nothing;
        }

        object?[] distinct = [.. all.Distinct()];
        return distinct.Length <= MostChoices ? new(State.Choice, distinct) : Nothing;
    }

    public bool Equals(Known other) => state == other.state && (Equals(constant, other.constant)
        || (Elements is { } elements && other.Elements is { } others && elements.SequenceEqual(others))
        || (Choices is { } choices && other.Choices is { } same && choices.SequenceEqual(same)));

    public override bool Equals(object? obj) => obj is Known other && Equals(other);

    public override int GetHashCode() => IsConstant ? constant?.GetHashCode() ?? 0 : (int)state;
}
