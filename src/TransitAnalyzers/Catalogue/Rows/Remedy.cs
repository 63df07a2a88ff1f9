namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>What to write instead of an insecure value. No remedy where one that only looks safe would be all there is.</summary>
internal sealed class Remedy
{
    private Remedy(object? constant, string? member, string? code, bool canRemove)
    {
        Constant = constant;
        Member = member;
        Code = code;
        CanRemove = canRemove;
    }

    /// <summary>No edit mends it: the page says what to do.</summary>
    public static Remedy None { get; } = new(null, null, null, canRemove: false);

    /// <summary>Remove the assignment, the initializer's element or the call: the library's default is secure.</summary>
    public static Remedy Remove { get; } = new(null, null, null, canRemove: true);

    /// <summary>The constant to write: a bool, a number, a text.</summary>
    public object? Constant { get; }

    /// <summary>The member of the value's own type to write: of an enumeration, or a static property.</summary>
    public string? Member { get; }

    /// <summary>The expression to write, fully qualified with <c>global::</c>.</summary>
    public string? Code { get; }

    /// <summary>The method of the same type to call instead, without arguments.</summary>
    public string? Method { get; private init; }

    /// <summary>What the call's lambda is to do with its parameter, too: a call of a method, fully qualified with <c>global::</c>.</summary>
    public string? InLambda { get; private init; }

    /// <summary>Of a text with several words, the one to leave out.</summary>
    public string? Word { get; private init; }

    /// <summary>The library's default is secure, so that removing the setting mends it as well.</summary>
    public bool CanRemove { get; }

    /// <summary>Anything is to be written or removed.</summary>
    public bool Exists => CanRemove || Constant is not null || Member is not null || Code is not null || Method is not null || InLambda is not null || Word is not null;

    /// <summary>Write this constant; <paramref name="orRemove"/>: or remove the setting, whose default is secure.</summary>
    public static Remedy Write(object constant, bool orRemove = true) => new(constant, null, null, orRemove);

    /// <summary>Write this member of the value's own type. Of flags, those that are secure stay.</summary>
    public static Remedy WriteMember(string name, bool orRemove = true) => new(null, name, null, orRemove);

    /// <summary>Write this expression, fully qualified with <c>global::</c>.</summary>
    public static Remedy WriteCode(string code, bool orRemove = true) => new(null, null, code, orRemove);

    /// <summary>Write the text without this word.</summary>
    public static Remedy WithoutWord(string word) => new(null, null, null, canRemove: false) { Word = word };

    /// <summary>Have the lambda that configures the call make this call of its parameter, too.</summary>
    public static Remedy CallInLambda(string call) => new(null, null, null, canRemove: false) { InLambda = call };

    /// <summary>Call this method of the same type instead, without arguments.</summary>
    public static Remedy CallInstead(string method) => new(null, null, null, canRemove: false) { Method = method };
}
