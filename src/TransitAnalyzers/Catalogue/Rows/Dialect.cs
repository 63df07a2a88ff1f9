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

/// <summary>Names for what keys mean, where several dialects share the meaning.</summary>
internal static class Meaning
{
    public const string Host = "host";
    public const string Port = "port";
    public const string User = "user";
    public const string Password = "password";
    public const string Database = "database";
    public const string Other = "other";
}

/// <summary>One thing that a driver lets be set, with every spelling it accepts, in lower case; the first is written by fixes.</summary>
internal sealed record KeyRow(string Means, params string[] Spellings)
{
    /// <summary>How a fix writes the key where it is missing.</summary>
    public string Written { get; init; } = Spellings[0];

    /// <summary>The first major version that accepts it.</summary>
    public int Since { get; init; }
}

/// <summary>A condition on the value of one key. No values: the key is absent.</summary>
internal sealed record Condition(string Key, params string[] Values)
{
    /// <summary>Any value at all.</summary>
    public static Condition Given(string key) => new(key, "*");
}

/// <summary>One step of a remedy.</summary>
internal sealed record TextRemedy(string Key, string? Value, string? OnlyIf = null)
{
    /// <summary>The key gets the value: the last of its spellings is changed, a missing one is added.</summary>
    public static TextRemedy Set(string key, string value) => new(key, value);

    /// <summary>Where the key has exactly this value, it gets another.</summary>
    public static TextRemedy Change(string key, string from, string to) => new(key, to, from);

    /// <summary>Where the key is given, it goes.</summary>
    public static TextRemedy Remove(string key) => new(key, null);
}

/// <summary>
/// One row of a dialect's decision table: under this condition, and these others, in these major versions, the
/// connection loses this. Rows are tried in order; the first that holds decides.
/// </summary>
internal sealed record LossRow(TransportLoss Loss, Condition If, params Condition[] And)
{
    /// <summary>The first major version for which the row holds.</summary>
    public int Since { get; init; }

    /// <summary>The first major version for which it no longer holds.</summary>
    public int Before { get; init; } = int.MaxValue;

    /// <summary>The key that is the cause, where it is not that of the first condition.</summary>
    public string? Cause { get; init; }

    public ImmutableArray<TextRemedy> Remedies { get; init; } = ImmutableArray<TextRemedy>.Empty;
}

/// <summary>A key whose value of zero (or the like) means: wait for ever.</summary>
internal sealed record TimeLimitRow(string Key, string Default, params string[] Endless);

/// <summary>The language of one driver's connection strings: its keys, what their values mean, and in which version.</summary>
internal sealed class Dialect(string name, ConnectionGrammar grammar)
{
    /// <summary>The name of the driver, as in a message.</summary>
    public string Name { get; } = name;

    public ConnectionGrammar Grammar { get; } = grammar;

    /// <summary>Simple names of the assemblies whose version decides; the first that is referenced.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = ImmutableArray<string>.Empty;

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

    /// <summary>Conditions under which nothing crosses a network: pipes, shared memory, embedded servers, emulators.</summary>
    public ImmutableArray<Condition> Local { get; init; } = ImmutableArray<Condition>.Empty;

    public ImmutableArray<LossRow> Losses { get; init; } = ImmutableArray<LossRow>.Empty;

    public ImmutableArray<TimeLimitRow> TimeLimits { get; init; } = ImmutableArray<TimeLimitRow>.Empty;

    /// <summary>What a spelling means to this driver in this version; null where it does not know it.</summary>
    public KeyRow? KeyOf(string spelling, Version version)
    {
        foreach (var key in Keys)
            if (key.Since <= version.Major && Array.IndexOf(key.Spellings, spelling) >= 0)
                return key;
        return null;
    }
}
