using System.Collections.Immutable;

namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>How a connection string is written.</summary>
internal enum ConnectionGrammar
{
    /// <summary><c>DbConnectionStringBuilder</c>: quotes, <c>==</c>, the last of several keys wins, an empty value removes.</summary>
    KeyValue,

    /// <summary><c>key=value;</c> without quoting.</summary>
    Pairs,

    /// <summary>Options and endpoints between commas.</summary>
    Commas,

    /// <summary><c>scheme://user:password@hosts/path?options</c>.</summary>
    Uri,
}

/// <summary>What a connection loses.</summary>
internal enum TransportLoss
{
    /// <summary>Nothing: encrypted, and the server is authenticated.</summary>
    None,

    /// <summary>Everything travels in clear text.</summary>
    Encryption,

    /// <summary>Encrypted only if nobody on the path objects.</summary>
    EncryptionWhenStripped,

    /// <summary>Encrypted to whoever answers.</summary>
    Authentication,

    /// <summary>The certificate is checked but not whose it is.</summary>
    HostName,
}

/// <summary>The keys under which the parts of a URI, and the endpoints of a list, are found among the settings.</summary>
internal static class UriParts
{
    public const string Scheme = "@scheme";
    public const string User = "@user";
    public const string Password = "@password";
    public const string Host = "@host";
    public const string Port = "@port";

    /// <summary>What every URI says, and the options of its query.</summary>
    public static ImmutableArray<KeyRow> Keys(params KeyRow[] options) => ImmutableArray.CreateRange(new[]
    {
        new KeyRow(Scheme, Scheme),
        new KeyRow(Meaning.Host, Host),
        new KeyRow(Meaning.Port, Port),
        new KeyRow(Meaning.User, User),
        new KeyRow(Meaning.Password, Password),
    }.Concat(options));
}

/// <summary>Names for what keys mean, where several dialects share the meaning.</summary>
internal static class Meaning
{
    public const string Host = "host";
    public const string Port = "port";
    public const string User = "user";
    public const string Password = "password";
    public const string Database = "database";

    /// <summary>The versions of TLS that are allowed.</summary>
    public const string Versions = "versions";
    public const string Other = "other";
}

/// <summary>One thing that a driver lets be set, with every spelling it accepts, in lower case; the first is written by fixes.</summary>
internal sealed record KeyRow(string Means, params string[] Spellings)
{
    /// <summary>How a fix writes the key where it is missing.</summary>
    public string Written { get; init; } = Spellings[0];

    /// <summary>The first major version that accepts it.</summary>
    public int Since { get; init; }

    /// <summary>The first major version that no longer does; 0: all do to this day.</summary>
    public int Before { get; init; }

    public bool IsTrueOf(Version version) => version.Major >= Since && (Before == 0 || version.Major < Before);
}

/// <summary>
/// A condition on one key: it has one of these values, in lower case; the empty value: it is absent. A star at an end
/// stands for any text, blanks do not count then.
/// </summary>
internal sealed record Condition(string Key, params string[] Values)
{
    public bool AllowsAbsent { get; } = Array.IndexOf(Values, "") >= 0;

    public static Condition Absent(string key) => new(key, "");

    public bool Allows(string value)
    {
        foreach (var allowed in Values)
            if (Matches(allowed, value))
                return true;
        return false;
    }

    /// <summary>Is the value the pattern, or does it begin, end or hold what stands beside the stars?</summary>
    public static bool Matches(string pattern, string value)
    {
        if (pattern.Length < 2 || (pattern[0] != '*' && pattern[pattern.Length - 1] != '*'))
            return string.Equals(pattern, value.Trim(), StringComparison.OrdinalIgnoreCase);
        var solid = string.Concat(value.Where(c => !char.IsWhiteSpace(c)));
        if (pattern[0] != '*')
            return solid.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase);
        return pattern[pattern.Length - 1] == '*'
            ? solid.IndexOf(pattern.Substring(1, pattern.Length - 2), StringComparison.OrdinalIgnoreCase) >= 0
            : solid.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>One step of a remedy: what a key is to say.</summary>
internal sealed record TextRemedy(string Key, string? Value, bool AddsKey, ImmutableArray<string> OnlyIf)
{
    /// <summary>The key gets the value: the last of its spellings is changed, a missing one is added.</summary>
    public static TextRemedy Set(string key, string value) => new(key, value, AddsKey: true, ImmutableArray<string>.Empty);

    /// <summary>Where the key has one of these values, it gets another.</summary>
    /// <remarks>Both ending in a star: what they begin with is exchanged.</remarks>
    public static TextRemedy Change(string key, string value, params string[] onlyIf) => new(key, value, AddsKey: false, ImmutableArray.Create(onlyIf));

    /// <summary>Where the key has one of these values (none: any), it goes.</summary>
    public static TextRemedy Remove(string key, params string[] onlyIf) => new(key, null, AddsKey: false, ImmutableArray.Create(onlyIf));
}

/// <summary>
/// One row of a dialect's decision table: under this condition, and these others, in these major versions, the
/// connection loses this. Rows are tried in order; the first that holds decides.
/// </summary>
internal sealed record LossRow(TransportLoss Loss, Condition If, params Condition[] And)
{
    /// <summary>The first major version for which the row holds.</summary>
    public int Since { get; init; }

    /// <summary>The first major version for which it no longer holds; 0: it holds to this day.</summary>
    public int Before { get; init; }

    public ImmutableArray<TextRemedy> Remedies { get; init; } = ImmutableArray<TextRemedy>.Empty;

    /// <summary>The remedy in words, where no edit of the text mends it.</summary>
    public string? Advice { get; init; }

    /// <summary>Members which, set or called beside the place that takes the string, make up for it.</summary>
    public ImmutableArray<string> UnlessSet { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Callbacks beside that place which make up for it.</summary>
    public ConfiguringRow? UnlessConfigured { get; init; }

    /// <summary>The method that ends the building: before it is seen, somebody else may add what is missing.</summary>
    public string? OnceCalled { get; init; }

    /// <summary>What has to follow in code, if the edits of the text are to mend it.</summary>
    public Completion? CompletedBy { get; init; }

    public bool IsTrueOf(Version version) => version.Major >= Since && (Before == 0 || version.Major < Before);
}

/// <summary>Members that take a callback which is handed options, and the option that it has to set to make up for something.</summary>
internal sealed record ConfiguringRow(string Option, params string[] Members);

/// <summary>A key whose value of zero (or the like) means: wait for ever.</summary>
internal sealed record TimeLimitRow(string Key, string Default, params string[] Endless);

/// <summary>
/// A place that takes a connection string: a constructor (<c>.ctor</c>), a property or a method. Without a type: a method
/// whose name says enough, as extension methods do.
/// </summary>
internal sealed record SinkRow(string? Type, string Member)
{
    /// <summary>The parameter that takes the string, where another is a text as well.</summary>
    public string? Parameter { get; init; }

    public static SinkRow Constructor(string type) => new(type, ".ctor");

    public static SinkRow Of(string type, string member) => new(type, member);

    public static SinkRow Method(string name) => new(null, name);
}

/// <summary>The language of one driver's connection strings: its keys, what their values mean, and in which version.</summary>
internal sealed class Dialect(string name, ConnectionGrammar grammar) : IApiRow
{
    private ILookup<string, Condition>? conditions;

    Version? IApiRow.Since => null;

    Version? IApiRow.Until => null;

    /// <summary>The sinks, those of frameworks above the driver among them, and the objects.</summary>
    IEnumerable<ApiName> IApiRow.ApiNames => Sinks
        .Where(sink => sink.Type is not null)
        .Select(sink => new ApiName(sink.Type!, sink.Member, sink.Parameter))
        .Concat(Objects.Concat(CreatedOfTables).Select(type => new ApiName(type)));

    /// <summary>The name of the driver, as in a message.</summary>
    public string Name { get; } = name;

    public ConnectionGrammar Grammar { get; } = grammar;

    /// <summary>For a URI: the schemes of this dialect.</summary>
    public ImmutableArray<string> Schemes { get; init; } = ImmutableArray<string>.Empty;

    public ImmutableArray<KeyRow> Keys { get; init; } = ImmutableArray<KeyRow>.Empty;

    /// <summary>The driver rejects a string with a key that is not its own. So such a string is not of this dialect.</summary>
    public bool RejectsUnknownKeys { get; init; } = true;

    /// <summary>Repeated options must agree, so a fix changes every one of them.</summary>
    public bool RepeatedKeysMustAgree { get; init; }

    /// <summary>What separates several hosts in the value of the host key; none where there is one host only.</summary>
    public char HostSeparator { get; init; }

    /// <summary>What separates the host from port or instance.</summary>
    public ImmutableArray<char> HostEnds { get; init; } = ImmutableArray.Create(':');

    /// <summary>What may stand before the host and says how it is reached.</summary>
    public ImmutableArray<string> HostPrefixes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Prefixes of the host that never leave the machine.</summary>
    public ImmutableArray<string> LocalHostPrefixes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Ends of host names for which the driver encrypts where the string says nothing.</summary>
    public ImmutableArray<string> EncryptedHosts { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Conditions under which nothing crosses a network: pipes, shared memory, embedded servers, emulators.</summary>
    public ImmutableArray<Condition> Local { get; init; } = ImmutableArray<Condition>.Empty;

    public ImmutableArray<LossRow> Losses { get; init; } = ImmutableArray<LossRow>.Empty;

    /// <summary>Where programs hand these strings over.</summary>
    public ImmutableArray<SinkRow> Sinks { get; init; } = ImmutableArray<SinkRow>.Empty;

    /// <summary>Members by which code sets what the string may leave out, beside those named like a key.</summary>
    public ImmutableArray<string> SetBy { get; init; } = ImmutableArray<string>.Empty;

    public ImmutableArray<TimeLimitRow> TimeLimits { get; init; } = ImmutableArray<TimeLimitRow>.Empty;

    /// <summary>Builders, options objects and dictionaries that say the same by their members.</summary>
    public ImmutableArray<string> Objects { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What is created of a table of settings, the one object that does not say by itself what it is for.</summary>
    public ImmutableArray<string> CreatedOfTables { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Members of <see cref="Objects"/> that can weaken the connection; the others are read beside them.</summary>
    public ImmutableArray<string> ObjectMembers { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What a property or an entry of one of the <see cref="Objects"/> means: blanks of the keys do not count.</summary>
    public KeyRow? KeyOfMember(string name)
    {
        var spelling = name.Replace(" ", "").ToLowerInvariant();
        foreach (var key in Keys)
            foreach (var known in key.Spellings)
                if (known.Length >= spelling.Length && known.Replace(" ", "") == spelling)
                    return key;
        return null;
    }

    /// <summary>
    /// Does the driver know this value of a key that chooses among several modes? <c>SSL Mode=Disable</c> is PostgreSQL's,
    /// <c>SSL Mode=None</c> MySQL's. Keys with few values, or with any, accept everything.
    /// </summary>
    public bool Accepts(string means, string value)
    {
        const int Modes = 5;
        conditions ??= Losses.SelectMany(row => row.And.Prepend(row.If)).ToLookup(condition => condition.Key, StringComparer.Ordinal);
        var known = 0;
        foreach (var condition in conditions[means])
        {
            if (condition.Allows(value) || condition.Values.Any(allowed => allowed.IndexOf('*') >= 0))
                return true;
            known += condition.Values.Count(allowed => allowed.Length > 0);
        }

        return known < Modes;
    }

    /// <summary>What a spelling means to this driver in this version; null where it does not know it.</summary>
    public KeyRow? KeyOf(string spelling, Version version)
    {
        foreach (var key in Keys)
            if (key.IsTrueOf(version) && Array.IndexOf(key.Spellings, spelling) >= 0)
                return key;
        return null;
    }
}
