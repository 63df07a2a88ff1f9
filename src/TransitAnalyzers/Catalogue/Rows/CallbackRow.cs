namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>By what a validation callback says that it accepts the peer.</summary>
internal enum Acceptance
{
    /// <summary>It returns true.</summary>
    ReturnsTrue,

    /// <summary>It returns, and does not throw.</summary>
    Returns,

    /// <summary>It gives a member of its argument a value.</summary>
    SetsMember,

    /// <summary>It calls a method of its argument with true.</summary>
    Calls,
}

/// <summary>What a row is about.</summary>
internal enum CallbackForm
{
    /// <summary>Delegates of this type, or with an argument of this type.</summary>
    Delegate,

    /// <summary>Overrides and implementations of a method.</summary>
    Method,

    /// <summary>A member that the library brings and that accepts everything.</summary>
    AcceptsAll,
}

/// <summary>
/// A validation callback whose shape does not tell what it is: it takes no <c>SslPolicyErrors</c>, or returns no bool. (What
/// takes the errors and returns a bool is known for what it is, in any library.)
/// </summary>
/// <param name="Form">What the row is about.</param>
/// <param name="Type">Metadata name of the delegate, of its argument, or of the type that declares the member.</param>
/// <param name="Member">The method or ready-made member.</param>
/// <param name="Acceptance">How it accepts.</param>
/// <param name="Source">Where this is written.</param>
internal sealed record CallbackRow(CallbackForm Form, string Type, string? Member, Acceptance Acceptance, string Source) : IApiRow
{
    /// <summary>The member of the argument that is set or called.</summary>
    public string? Decision { get; init; }

    /// <summary>The member of the enumeration that accepts; null where the member is a bool.</summary>
    public string? Accepting { get; init; }

    /// <summary>Another member of the argument that accepts.</summary>
    public string? AlsoDecides { get; init; }

    /// <summary>How the argument tells what is wrong, where it is asked of one problem at a time; null where it does not.</summary>
    public ProblemCode? Problem { get; init; }

    /// <summary>The member is true before the callback touches it.</summary>
    public bool AcceptsByDefault { get; init; }

    /// <summary>The member of the argument that only who holds the key can have, where it tells no errors.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Names near which a lambda that spells no type is such a callback, where it takes one parameter.</summary>
    public string[] Near { get; init; } = [];

    /// <summary>Simple names of the types that a delegate takes, where the row is about a type of delegates.</summary>
    public string[] Takes { get; init; } = [];

    /// <summary>What is validated, as in a message.</summary>
    public string Subject { get; init; } = "certificate";

    /// <inheritdoc />
    public Version? Since { get; init; }

    /// <inheritdoc />
    public Version? Until { get; init; }

    /// <inheritdoc />
    public IEnumerable<ApiName> ApiNames => Form != CallbackForm.Delegate || Acceptance != Acceptance.SetsMember
        ? [new(Type, Member)]
        : [new(Type, Decision, Value: Accepting)];

    /// <summary>A delegate that takes an argument of this type accepts by returning true; with <see cref="Takes"/>, a delegate of this type.</summary>
    public static CallbackRow Delegate(string type, string source) => new(CallbackForm.Delegate, type, null, Acceptance.ReturnsTrue, source);

    /// <summary>A handler with an argument of this type accepts by setting a member of it.</summary>
    public static CallbackRow Handler(string argument, string member, string source) =>
        new(CallbackForm.Delegate, argument, null, Acceptance.SetsMember, source) { Decision = member };

    /// <summary>A method that is overridden or implemented, which accepts by returning true.</summary>
    public static CallbackRow Method(string type, string method, string source) => new(CallbackForm.Method, type, method, Acceptance.ReturnsTrue, source);

    /// <summary>A method that is overridden or implemented, which rejects by throwing.</summary>
    public static CallbackRow ThrowingMethod(string type, string method, string source) => new(CallbackForm.Method, type, method, Acceptance.Returns, source);

    /// <summary>A method that is overridden or implemented, which accepts by calling a method of its argument with true.</summary>
    public static CallbackRow CallingMethod(string type, string method, string called, string source) =>
        new(CallbackForm.Method, type, method, Acceptance.Calls, source) { Decision = called };

    /// <summary>A static member to be used as a callback, or a method to be called, which accepts everything.</summary>
    public static CallbackRow AcceptsAll(string type, string member, string source) => new(CallbackForm.AcceptsAll, type, member, Acceptance.ReturnsTrue, source);
}

/// <summary>A type of the library by which a callback is told what is wrong, and what it is where it matters.</summary>
internal sealed record ProblemCode(string Type, long UntrustedChain, long WrongName);
