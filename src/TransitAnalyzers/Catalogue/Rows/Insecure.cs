using System.Collections.Immutable;

namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>
/// Which values of a setting are insecure. Members of enumerations and static members go by their names, so that a row
/// reads like the program does and can be looked up in the real assembly.
/// </summary>
internal sealed class Insecure
{
    private readonly Func<SettingValue, bool> holds;

    private Insecure(Func<SettingValue, bool> holds, params string[] names)
    {
        this.holds = holds;
        Names = ImmutableArray.Create(names);
    }

    public static Insecure True { get; } = new(value => value.Constant is true);

    public static Insecure False { get; } = new(value => value.Constant is false);

    /// <summary>The value is certainly null.</summary>
    public static Insecure Null { get; } = new(value => value.IsNull);

    /// <summary>The value is certainly not null: created, a lambda or a constant. That it is set at all is the finding.</summary>
    public static Insecure NotNull { get; } = new(value => value.IsNotNull);

    /// <summary>Whatever the value, unless it is certainly null: null takes the setting back.</summary>
    public static Insecure UnlessNull { get; } = new(value => !value.IsNull);

    /// <summary>Whatever the value, also when it is not known.</summary>
    public static Insecure Always { get; } = new(_ => true);

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/>, or the most that the type can hold.</summary>
    public static Insecure Infinite { get; } = new(value => value.Duration is { } time && (time < TimeSpan.Zero || time == TimeSpan.MaxValue));

    /// <summary>The members of the enumeration, or static members of the value's type, which are referred to by name.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Exactly one of these members of the enumeration (also written as a number).</summary>
    public static Insecure Member(params string[] names) => new(value => Any(value.Equal, names), names);

    /// <summary>At least one of these flags is set.</summary>
    public static Insecure Flag(params string[] names) => new(value => Any(value.Contained, names), names);

    /// <summary>At least one of the first flags is set; the remedy drops the second ones with them.</summary>
    public static Insecure Flag(string[] names, string[] also) => new(value => Any(value.Contained, names), [.. names, .. also]);

    /// <summary>One of these static properties or fields, as in <c>ChannelCredentials.Insecure</c>.</summary>
    public static Insecure Static(params string[] names) =>
        new(value => value.StaticMember is { } member && Array.IndexOf(names, member) >= 0, names);

    /// <summary>One of these texts; case does not matter.</summary>
    public static Insecure Text(params string[] texts) =>
        new(value => value.Constant is string text && texts.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>A text for which this holds.</summary>
    public static Insecure TextWhere(Func<string, bool> condition) => new(value => value.Constant is string text && condition(text));

    /// <summary>A text or an address that begins so, whatever follows; case does not matter.</summary>
    public static Insecure StartingWith(string start) =>
        new(value => value.TextStart?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>One of these whole numbers.</summary>
    public static Insecure Number(params long[] numbers) => new(value => value.Number is { } number && Array.IndexOf(numbers, number) >= 0);

    public static Insecure Below(long least) => new(value => value.Number is { } number && number < least);

    public static Insecure Above(long most) => new(value => value.Number is { } number && number > most);

    /// <summary>A duration shorter than this, negative ones included.</summary>
    public static Insecure ShorterThan(TimeSpan least) => new(value => value.Duration is { } time && time < least);

    /// <summary>A duration longer than this.</summary>
    public static Insecure LongerThan(TimeSpan most) => new(value => value.Duration is { } time && time > most);

    public static Insecure operator |(Insecure left, Insecure right) =>
        new(value => left.holds(value) || right.holds(value), [.. left.Names, .. right.Names]);

    public bool Holds(SettingValue value) => holds(value);

    private static bool Any(ImmutableArray<string> found, string[] names)
    {
        foreach (var name in found)
            if (Array.IndexOf(names, name) >= 0)
                return true;
        return false;
    }
}

/// <summary>What is known of a value that the program gives to a setting. All of it empty: nothing is known.</summary>
internal readonly record struct SettingValue()
{
    /// <summary>The constant: a bool, a number, a text; for an enumeration its underlying number.</summary>
    public object? Constant { get; init; }

    public bool IsNull { get; init; }

    public bool IsNotNull { get; init; }

    /// <summary>For an enumeration: the names of this very value.</summary>
    public ImmutableArray<string> Equal { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>For an enumeration: the names of the flags that are certainly set.</summary>
    public ImmutableArray<string> Contained { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The name of the static property or field that is the value.</summary>
    public string? StaticMember { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>How the text, or the address that is made of it, certainly begins.</summary>
    public string? TextStart { get; init; }

    /// <summary>The constant as a whole number.</summary>
    public long? Number => Constant switch
    {
        sbyte n => n,
        byte n => n,
        short n => n,
        ushort n => n,
        int n => n,
        uint n => n,
        long n => n,
        ulong n when n <= long.MaxValue => (long)n,
        _ => null,
    };
}
