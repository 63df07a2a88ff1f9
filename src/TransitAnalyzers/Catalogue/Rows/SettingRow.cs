namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>How a program gives a value to a setting.</summary>
internal enum SettingForm
{
    /// <summary>A property or field is assigned (or a record's constructor parameter of its name is given).</summary>
    Member,

    /// <summary>A parameter of a method or constructor is given.</summary>
    Argument,

    /// <summary>A method is called, whatever its arguments.</summary>
    Call,

    /// <summary>A named entry of a dictionary is set: indexer, <c>Add</c>, <c>TryAdd</c>, <c>Set</c>, <c>KeyValuePair</c>.</summary>
    Entry,
}

/// <summary>
/// One insecure value of one setting of one library.
/// <para>
/// To add a row: put it into <see cref="Library.Settings"/> of the library's file, by one of the factories below; name the
/// type that <em>declares</em> the member (derived types, overrides and implementations follow by themselves; an extension
/// method may be named by its static class or by the type that it extends), the values that are insecure, what to write
/// instead, and the source of the fact. Add the rule to the <c>SettingFamily</c> of its room and to the fix of its id
/// (<c>SettingEdits</c>) where it is not there yet, and a test of it. Nothing else.
/// </para>
/// </summary>
internal sealed record SettingRow : IApiRow
{
    /// <summary>The end of a <see cref="Type"/> that is any type of a namespace.</summary>
    public const string AnyType = ".*";

    private SettingRow(SettingForm form, string rule, string type, string member, Insecure when, Remedy remedy, string source)
    {
        Form = form;
        Rule = rule;
        Type = type;
        Member = member;
        When = when;
        Remedy = remedy;
        Source = source;
    }

    public SettingForm Form { get; }

    /// <summary>The id of the rule that reports it.</summary>
    public string Rule { get; }

    /// <summary>
    /// Metadata name of the type that declares the member; <c>Name.Space.*</c> for any type of a namespace (extension
    /// methods whose class nobody knows); empty for an entry of any dictionary.
    /// </summary>
    public string Type { get; }

    /// <summary>The property, field or method; <c>.ctor</c> for a constructor; empty for an entry of any dictionary.</summary>
    public string Member { get; }

    /// <summary>The parameter that is judged, for <see cref="SettingForm.Argument"/>.</summary>
    public string? Parameter { get; private init; }

    /// <summary>The key of the entry; where a method is named (<c>AppContext.SetSwitch</c>), its first argument.</summary>
    public string? Key { get; private init; }

    public Insecure When { get; }

    public Remedy Remedy { get; }

    /// <summary>The page or source file that states the fact.</summary>
    public string Source { get; }

    /// <summary>What is lost, where the rule's own words do not say it: <c>{1}</c> of the message.</summary>
    public string Loss { get; init; } = "";

    /// <summary>The remedy in words, where <see cref="Remedy"/> does not say it: <c>{2}</c> of the message.</summary>
    public string? Advice { get; init; }

    /// <summary>The first version of the library of which the row is true.</summary>
    public Version? Since { get; init; }

    /// <summary>The first version of the library of which the row is true no more.</summary>
    public Version? Until { get; init; }

    /// <summary>Only the overload that is given this many arguments is meant, such as the one without any.</summary>
    public int? ArgumentCount { get; init; }

    /// <summary>The call turns something on, unless its only parameter of type bool is given false.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>
    /// Where the object stands as the value of this member, no value of the setting mends it: then the remedy is to remove
    /// the assignment of that member.
    /// </summary>
    public string? RemovedWith { get; init; }

    /// <summary>
    /// The row does not hold where the same object is seen to have this member set to one of these values, as in
    /// <c>Encrypt = Strict</c>, which makes <c>TrustServerCertificate</c> harmless.
    /// </summary>
    public (string Member, Insecure Values)? Unless { get; init; }

    /// <summary>
    /// The member (or the key of an entry) that names the host. Where the code around sets it to this machine, or to a host
    /// that the project trusts, nothing crosses a network that is not trusted, and the row does not hold.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>
    /// A call whose lambda names this member is another decision, which is judged by itself. A delegate that is not written
    /// there may name it too.
    /// </summary>
    public string? UnlessNamed { get; init; }

    /// <summary>The value is secure only together with another setting of the same object, which has to follow it.</summary>
    public Completion? CompletedBy { get; init; }

    /// <inheritdoc />
    public IEnumerable<ApiName> ApiNames
    {
        get
        {
            if (Type.Length == 0)
                yield break;
            yield return new ApiName(Type, Member, Parameter);
            foreach (var value in When.Names)
                yield return new ApiName(Type, Member, Parameter, value);
            if (Remedy.Member is { } secure)
                yield return new ApiName(Type, Member, Parameter, secure);
            if (Unless is not { } unless)
                yield break;
            yield return new ApiName(Type, unless.Member);
            foreach (var value in unless.Values.Names)
                yield return new ApiName(Type, unless.Member, Value: value);
        }
    }

    /// <summary>A property or field is given an insecure value.</summary>
    public static SettingRow Set(string rule, string type, string member, Insecure when, Remedy remedy, string source) =>
        new(SettingForm.Member, rule, type, member, when, remedy, source);

    /// <summary>A method's (or constructor's: <c>.ctor</c>) parameter is given an insecure value.</summary>
    public static SettingRow Argument(
        string rule, string type, string method, string parameter, Insecure when, Remedy remedy, string source) =>
        new(SettingForm.Argument, rule, type, method, when, remedy, source) { Parameter = parameter };

    /// <summary>A method (or constructor) is called at all, such as <c>DisableCertificateValidation()</c>.</summary>
    public static SettingRow Call(string rule, string type, string method, Remedy remedy, string source) =>
        new(SettingForm.Call, rule, type, method, Insecure.Always, remedy, source);

    /// <summary>A method that turns something on is called, such as <c>IgnoreErrors(bool ignore = true)</c>, and not with false.</summary>
    public static SettingRow Switch(string rule, string type, string method, Remedy remedy, string source) =>
        new(SettingForm.Call, rule, type, method, Insecure.Always, remedy, source) { IsSwitch = true };

    /// <summary>An entry of any dictionary of this key is given an insecure value.</summary>
    public static SettingRow Entry(string rule, string key, Insecure when, Remedy remedy, string source) =>
        new(SettingForm.Entry, rule, "", "", when, remedy, source) { Key = key };

    /// <summary>A method that takes a key and a value, such as <c>AppContext.SetSwitch</c>, is given an insecure value.</summary>
    public static SettingRow Entry(string rule, string type, string method, string key, Insecure when, Remedy remedy, string source) =>
        new(SettingForm.Entry, rule, type, method, when, remedy, source) { Key = key };

    /// <summary>The row is true of this version of the library.</summary>
    public bool Holds(Version version) => (Since is null || version >= Since) && (Until is null || version < Until);
}

/// <summary>
/// What has to follow a setting: <c>object.Part.Member = Code</c>. Another object in <paramref name="Part"/>, or one of the
/// members <paramref name="OrMembers"/> set instead, is another decision, which is judged by itself.
/// </summary>
internal sealed record Completion(string Part, string Member, string Code, params string[] OrMembers);
