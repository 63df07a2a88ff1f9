using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Connections;

/// <summary>What is wrong with a connection string, where, and what to write instead.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Range">The setting that is the cause, in the text.</param>
/// <param name="Thing">What the message calls it.</param>
/// <param name="Loss">What is lost, where the rule does not say it.</param>
/// <param name="Advice">The remedy in words.</param>
/// <param name="Edits">The remedy; empty where none is sure.</param>
internal sealed record ConnectionVerdict(string Rule, TextRange Range, string Thing, string Loss, string Advice, ImmutableArray<TextEdit> Edits)
{
    /// <summary>The value of the setting, for where key and value do not stand together; empty where there is none.</summary>
    public TextRange ValueRange { get; init; }

    /// <summary>Nothing is said, so that whatever else sets it (a builder's property, another file) may mend it.</summary>
    public bool IsDefault => Rule == ConnectionJudge.InsecureDefault;

    /// <summary>The same rule against the same setting, in a text that begins in the same way.</summary>
    public bool IsSameAs(ConnectionVerdict other) => Rule == other.Rule && Range == other.Range;

    /// <summary>The row that says what is lost, with what code may do about it; null where no row says it.</summary>
    public LossRow? Row { get; init; }
}

/// <summary>
/// Judges a connection string by the table of its dialect. Pure. Unknown means silent: a hole where the deciding value
/// stands, a text that the driver rejects.
/// </summary>
internal static class ConnectionJudge
{
    public const string ObsoleteVersion = "DIT0201";
    public const string NotEncrypted = "DIT0301";
    public const string Strippable = "DIT0302";
    public const string NotAuthenticated = "DIT0303";
    public const string InsecureDefault = "DIT0304";
    public const string PasswordInSource = "DIT0305";
    public const string NoTimeLimit = "DIT0306";

    /// <param name="reading">The connection string.</param>
    /// <param name="dialect">Its language.</param>
    /// <param name="version">The version of the driver.</param>
    /// <param name="trustedHosts">The option <c>trusted_hosts</c>.</param>
    public static ImmutableArray<ConnectionVerdict> Judge(
        ConnectionReading reading, Dialect dialect, Version version, ImmutableArray<string> trustedHosts)
    {
        if (!reading.IsWellFormed || reading.Settings.IsEmpty)
            return ImmutableArray<ConnectionVerdict>.Empty;
        var settings = new EffectiveSettings(reading, dialect, version);
        // Pairs between blanks, as libpq takes them, are a host that nobody finds.
        if (settings.HasForeignKey || settings.Hosts().Any(static host => host.IndexOf(' ') > 0 && host.IndexOf('=') > 0))
            return ImmutableArray<ConnectionVerdict>.Empty;
        foreach (var condition in dialect.Local)
            if (settings.Holds(condition) == Truth.True)
                return ImmutableArray<ConnectionVerdict>.Empty;
        var reach = ReachOf(settings, dialect, trustedHosts);
        if (reach == Reach.Local)
            return ImmutableArray<ConnectionVerdict>.Empty;

        var verdicts = ImmutableArray.CreateBuilder<ConnectionVerdict>();
        if (reach != Reach.Trusted && LossOf(settings, dialect, version, reach) is { } loss)
            verdicts.Add(loss);
        if (reach != Reach.Trusted && VersionsOf(settings) is { } versions)
            verdicts.Add(versions);
        if (PasswordOf(settings) is { } password)
            verdicts.Add(password);
        foreach (var limit in dialect.TimeLimits)
            if (TimeLimitOf(settings, limit) is { } endless)
                verdicts.Add(endless);
        return verdicts.ToImmutable();
    }

    /// <summary>
    /// Is every key of this text one that the driver knows, with a value that it knows, and is one of them a host? A driver
    /// that swallows every key is told by a key that is its own.
    /// </summary>
    public static bool Speaks(ConnectionReading reading, Dialect dialect, Version version) =>
        reading.IsWellFormed
        && new EffectiveSettings(reading, dialect, version) is { HasForeignKey: false, HasForeignValue: false } settings
        && (settings.Last(Meaning.Host) is not null || settings.Row(Meaning.Host) is null)
        && ((dialect.RejectsUnknownKeys && settings.Row(Meaning.Host) is not null) || reading.Grammar == ConnectionGrammar.Uri || Decides(settings));

    /// <summary>Does the text say something by which encryption is decided?</summary>
    public static bool Decides(EffectiveSettings settings) =>
        settings.Dialect.Losses.Any(row => row.If.Key != Meaning.Host && settings.Last(row.If.Key) is not null);

    private static ConnectionVerdict? LossOf(EffectiveSettings settings, Dialect dialect, Version version, Reach reach)
    {
        foreach (var row in dialect.Losses)
        {
            if (!row.IsTrueOf(version))
                continue;
            var truth = settings.Holds(row.If);
            foreach (var condition in row.And)
                truth = And(truth, settings.HoldsBeside(condition));
            if (truth == Truth.False)
                continue;
            if (truth == Truth.Unknown || row.Loss == TransportLoss.None)
                return null;
            return Verdict(settings, row, reach);
        }

        return null;
    }

    private static ConnectionVerdict? Verdict(EffectiveSettings settings, LossRow row, Reach reach)
    {
        var edits = ConnectionRemedies.Edits(settings, row.Remedies);
        var advice = row.Advice ?? ConnectionRemedies.Advice(settings, row.Remedies);
        if (settings.Last(row.If.Key) is { } cause)
        {
            var rule = row.Loss switch
            {
                TransportLoss.Encryption => NotEncrypted,
                TransportLoss.EncryptionWhenStripped => Strippable,
                _ => NotAuthenticated,
            };
            return new(rule, cause.Whole, settings.Display(cause), "", advice, edits) { ValueRange = cause.ValueRange, Row = row };
        }

        // What is not written is no finding where nothing is known of the host, or where it may stand in a hole.
        if (reach != Reach.Remote || settings.Last(Meaning.Host) is not { } host)
            return null;
        if (settings.Hosts().All(name => settings.Dialect.EncryptedHosts.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
            return null;
        var loss = row.Loss switch
        {
            TransportLoss.Encryption => "clear text",
            TransportLoss.EncryptionWhenStripped => "encryption that an attacker can strip",
            _ => "encryption to whoever answers",
        };
        return new(InsecureDefault, host.Whole, settings.Display(host), loss, advice, edits) { Row = row };
    }

    private static ConnectionVerdict? VersionsOf(EffectiveSettings settings)
    {
        if (settings.Last(Meaning.Versions) is not { IsUnknown: false } named || !ObsoleteVersionNames.AreIn(named.Value))
            return null;
        var remedies = ImmutableArray.Create(ObsoleteVersionNames.Without(named.Value) is { } kept ? TextRemedy.Change(Meaning.Versions, kept) : TextRemedy.Remove(Meaning.Versions));
        return new(
            ObsoleteVersion, named.Whole, settings.Display(named), ObsoleteVersionNames.Loss,
            ConnectionRemedies.Advice(settings, remedies), ConnectionRemedies.Edits(settings, remedies));
    }

    private static ConnectionVerdict? PasswordOf(EffectiveSettings settings)
    {
        if (settings.Last(Meaning.Password) is not { IsUnknown: false } password || Placeholders.IsPlaceholder(password.Value))
            return null;
        var name = password.KeyRange.Length > 0 ? settings.Reading.Text.Text.Substring(password.KeyRange.Start, password.KeyRange.Length) : "user:password@";
        return new(
            PasswordInSource, password.ValueRange, name, "", "read it from configuration, a secret store or the environment",
            ImmutableArray<TextEdit>.Empty);
    }

    private static ConnectionVerdict? TimeLimitOf(EffectiveSettings settings, TimeLimitRow limit)
    {
        if (settings.Last(limit.Key) is not { IsUnknown: false } given || Array.IndexOf(limit.Endless, given.Value.Trim().ToLowerInvariant()) < 0)
            return null;
        var remedies = ImmutableArray.Create(TextRemedy.Change(limit.Key, limit.Default));
        return new(
            NoTimeLimit, given.Whole, settings.Display(given), "",
            ConnectionRemedies.Advice(settings, remedies), ConnectionRemedies.Edits(settings, remedies));
    }

    private static Reach ReachOf(EffectiveSettings settings, Dialect dialect, ImmutableArray<string> trustedHosts)
    {
        var local = 0;
        var trusted = 0;
        var remote = 0;
        var unknown = 0;
        foreach (var host in settings.Hosts())
        {
            // <server> is no host: the text is an example.
            if (host.IndexOf('<') >= 0)
                local++;
            else if (dialect.LocalHostPrefixes.Any(prefix => host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || HostNames.IsLocal(host))
                local++;
            else if (host.IndexOf(MappedText.Hole) >= 0 || Placeholders.IsPlaceholder(host))
                unknown++;
            else if (HostNames.IsTrusted(host, trustedHosts))
                trusted++;
            else
                remote++;
        }

        return (local, trusted, remote, unknown) switch
        {
            (_, _, > 0, _) => Reach.Remote,
            (_, _, _, > 0) => Reach.Unknown,
            (_, > 0, _, _) => Reach.Trusted,
            ( > 0, _, _, _) => Reach.Local,
            _ => Reach.Unknown,
        };
    }

    private static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False
        : left == Truth.Unknown || right == Truth.Unknown ? Truth.Unknown
        : Truth.True;

    private enum Reach
    {
        Unknown,
        Remote,
        Trusted,
        Local,
    }
}

internal enum Truth
{
    False,
    Unknown,
    True,
}
