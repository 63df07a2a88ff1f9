namespace TransitAnalyzers.Production;

/// <summary>What is known of the value that an expression has in production: nothing, a constant, or that it is the name of the environment.</summary>
internal readonly struct Known : IEquatable<Known>
{
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
    }

    public static Known Nothing => default;

    /// <summary>The name of the environment that the program runs in: no development environment, that much is known.</summary>
    public static Known EnvironmentName { get; } = new(State.EnvironmentName, null);

    public bool IsConstant => state == State.Constant;

    public bool IsEnvironmentName => state == State.EnvironmentName;

    public object? Constant => constant;

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
        : Nothing;

    public bool Equals(Known other) => state == other.state && Equals(constant, other.constant);

    public override bool Equals(object? obj) => obj is Known other && Equals(other);

    public override int GetHashCode() => constant?.GetHashCode() ?? (int)state;
}
