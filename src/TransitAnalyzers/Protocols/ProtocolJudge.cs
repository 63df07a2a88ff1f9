using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Protocols;

/// <summary>Which obsolete versions a value enables, and what is left of it without them. Pure.</summary>
internal static class ProtocolJudge
{
    /// <summary>The obsolete versions that this value enables, one for each single version, oldest first.</summary>
    public static IEnumerable<ObsoleteVersion> ObsoleteIn(ProtocolEnum row, long value)
    {
        if (!row.IsFlags)
        {
            if (row.Obsolete.FirstOrDefault(version => version.Value == value) is { } exact)
                yield return exact;
            yield break;
        }

        // One of the two bits of a version (client, server) is enough to speak it. What a combined member adds
        // to the single ones before it is nothing.
        long seen = 0;
        foreach (var version in row.Obsolete)
        {
            if ((value & version.Value & ~seen) != 0)
                yield return version;
            seen |= version.Value;
        }
    }

    /// <summary>The value without its obsolete versions; zero when nothing is left.</summary>
    public static long Without(ProtocolEnum row, long value) =>
        row.IsFlags ? value & ~row.Obsolete.Aggregate(0L, (mask, version) => mask | version.Value) : 0;

    /// <summary>The obsolete version of this name.</summary>
    public static ObsoleteVersion? Named(ProtocolEnum row, string name) => row.Obsolete.FirstOrDefault(version => version.Member == name);

    /// <summary>"TLS 1.0", "TLS 1.0 and TLS 1.1", "SSL 3.0, TLS 1.0 and TLS 1.1".</summary>
    public static string Names(IEnumerable<ObsoleteVersion> versions)
    {
        var names = versions.Select(version => version.Name).ToArray();
        return names.Length <= 1
            ? names.FirstOrDefault() ?? ""
            : string.Join(", ", names, 0, names.Length - 1) + " and " + names[names.Length - 1];
    }
}
