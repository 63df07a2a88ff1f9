using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;

namespace TransitAnalyzers.Connections;

/// <summary>The settings of one connection string as its driver understands them: synonyms resolved, the last one wins.</summary>
internal sealed class EffectiveSettings
{
    private readonly KeyRow?[] meanings;

    public EffectiveSettings(ConnectionReading reading, Dialect dialect, Version version)
    {
        Reading = reading;
        Dialect = dialect;
        meanings = new KeyRow?[reading.Settings.Length];
        for (var i = 0; i < meanings.Length; i++)
        {
            meanings[i] = dialect.KeyOf(reading.Settings[i].Key, version);
            HasForeignKey |= meanings[i] is null && dialect.RejectsUnknownKeys;
            HasForeignValue |= meanings[i] is { } key && reading.Settings[i] is { IsUnknown: false, Value: { Length: > 0 } value } && !dialect.Accepts(key.Means, value);
        }
    }

    public ConnectionReading Reading { get; }

    public Dialect Dialect { get; }

    /// <summary>A key that this driver does not know and so throws on.</summary>
    public bool HasForeignKey { get; }

    /// <summary>A mode that this driver does not know and so throws on.</summary>
    public bool HasForeignValue { get; }

    /// <summary>The setting that counts; null where the key is absent or was emptied last.</summary>
    public Setting? Last(string key)
    {
        for (var i = meanings.Length - 1; i >= 0; i--)
            if (meanings[i]?.Means == key)
                return Reading.Settings[i].Value.Length == 0 ? null : Reading.Settings[i];
        return null;
    }

    /// <summary>Every setting of the key, in the order of the text, empty ones included.</summary>
    public IEnumerable<Setting> All(string key)
    {
        for (var i = 0; i < meanings.Length; i++)
            if (meanings[i]?.Means == key)
                yield return Reading.Settings[i];
    }

    public KeyRow? Row(string key)
    {
        foreach (var row in Dialect.Keys)
            if (row.Means == key)
                return row;
        return null;
    }

    public Truth Holds(Condition condition)
    {
        if (Last(condition.Key) is not { } setting)
            return !condition.AllowsAbsent ? Truth.False : Reading.HasUnknownSettings ? Truth.Unknown : Truth.True;
        if (setting.IsUnknown)
            return Truth.Unknown;
        return condition.Allows(setting.Value) ? Truth.True : Truth.False;
    }

    /// <summary>A further condition beside one that holds: what a hole may add is taken to be nothing unusual.</summary>
    public Truth HoldsBeside(Condition condition) =>
        Last(condition.Key) is null ? condition.AllowsAbsent ? Truth.True : Truth.False : Holds(condition);

    /// <summary>The hosts, each without prefix, port and instance.</summary>
    public IEnumerable<string> Hosts()
    {
        if (Reading.Grammar is ConnectionGrammar.Uri or ConnectionGrammar.Commas)
        {
            foreach (var host in All(Meaning.Host))
                yield return host.Value;
            yield break;
        }

        if (Last(Meaning.Host) is not { } given)
            yield break;
        var list = Dialect.HostSeparator == default ? [given.Value] : given.Value.Split(Dialect.HostSeparator);
        foreach (var entry in list)
            yield return HostOf(entry.Trim());
    }

    /// <summary>The setting as the author wrote it; never a password.</summary>
    public string Display(Setting setting)
    {
        var text = Reading.Text.Text;
        return setting.Key switch
        {
            UriParts.Scheme => text.Substring(setting.Whole.Start, setting.Whole.Length) + "://",
            _ => Written(),
        };

        string Written()
        {
            var start = setting.KeyRange.Length > 0 ? setting.KeyRange.Start : setting.Whole.Start;
            return text.Substring(start, setting.Whole.End - start).Replace(Text.MappedText.Hole, '…');
        }
    }

    private string HostOf(string entry)
    {
        // Oracle's connect descriptor names its host inside.
        var descriptor = entry.IndexOf("(HOST=", StringComparison.OrdinalIgnoreCase);
        if (descriptor >= 0 && entry.IndexOf(')', descriptor) is var close and > 0)
            return entry.Substring(descriptor + 6, close - descriptor - 6).Trim();
        foreach (var local in Dialect.LocalHostPrefixes)
            if (entry.StartsWith(local, StringComparison.OrdinalIgnoreCase))
                return entry;
        foreach (var prefix in Dialect.HostPrefixes)
            if (entry.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                entry = entry.Substring(prefix.Length);
        if (IsWhole(entry))
            return entry;
        if (entry.Length > 0 && entry[0] == '[')
        {
            var bracket = entry.IndexOf(']');
            return bracket < 0 ? entry : entry.Substring(1, bracket - 1);
        }

        var end = entry.Length;
        foreach (var separator in Dialect.HostEnds)
        {
            var at = entry.IndexOf(separator);
            // More than one colon is an IPv6 address without a port.
            if (at >= 0 && at < end && (separator != ':' || entry.IndexOf(':', at + 1) < 0))
                end = at;
        }

        return entry.Substring(0, end).Trim();
    }

    /// <summary>A socket or a path is a host as it is.</summary>
    private static bool IsWhole(string entry) => entry.Length > 0 && Hosting.HostNames.IsLocal(entry);
}
