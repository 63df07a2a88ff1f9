using System.Collections.Immutable;
using System.Globalization;

namespace TransitAnalyzers.Hosting;

/// <summary>Which hosts data reaches without crossing a network, and which the project trusts.</summary>
internal static class HostNames
{
    /// <summary>
    /// This machine: loopback names and addresses (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3), the host seen from a
    /// container or emulator, sockets, pipes and the local forms of SQL Server.
    /// </summary>
    public static bool IsLocal(string host)
    {
        var name = Trim(host);
        if (name.Length == 0)
            return false;
        if (name[0] is '/' or '@' or '\\' || name.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) || name.StartsWith("npipe:", StringComparison.OrdinalIgnoreCase))
            return true;
        if (name.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase))
            return true;
        if (name.Length > 2 && name[1] == ':' && name[2] is '/' or '\\')
            return true;
        if (IsAny(name, "localhost", "localhost.localdomain", "ip6-localhost", ".", "(local)", "host.docker.internal", "gateway.docker.internal", "host.containers.internal", "10.0.2.2")
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        return Address(name) is { } address
            && (address.Length == 4 ? address[0] == 127 : address.Take(15).All(part => part == 0) && address[15] == 1
                || (address.Take(10).All(part => part == 0) && address[10] == 255 && address[11] == 255 && address[12] == 127));
    }

    /// <summary>Is the host covered by the option <c>trusted_hosts</c>: a name, <c>*.suffix</c> or a CIDR range?</summary>
    public static bool IsTrusted(string host, ImmutableArray<string> trusted)
    {
        if (trusted.IsEmpty)
            return false;
        var name = Trim(host);
        var address = Address(name);
        foreach (var entry in trusted)
        {
            if (entry.StartsWith("*.", StringComparison.Ordinal))
            {
                if (name.Length > entry.Length - 1 && name.EndsWith(entry.Substring(1), StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            else if (string.Equals(entry, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
            else if (address is not null && InRange(address, entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Can this be an entry of <c>trusted_hosts</c>: a name, an address, <c>*.suffix</c> or a CIDR range?</summary>
    public static bool IsEntry(string entry)
    {
        var slash = entry.IndexOf('/');
        return slash < 0
            ? Uri.CheckHostName(entry.StartsWith("*.", StringComparison.Ordinal) ? entry.Substring(2) : entry) != UriHostNameType.Unknown
            : Address(entry.Substring(0, slash)) is { } start
                && int.TryParse(entry.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
                && bits <= start.Length * 8;
    }

    private static bool IsAny(string name, params string[] names)
    {
        foreach (var candidate in names)
            if (string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string Trim(string host)
    {
        var name = host.Trim();
        if (name.Length > 1 && name[0] == '[' && name[name.Length - 1] == ']')
            name = name.Substring(1, name.Length - 2);
        return name.Length > 1 && name[name.Length - 1] == '.' ? name.Substring(0, name.Length - 1) : name;
    }

    private static bool InRange(byte[] address, string range)
    {
        var slash = range.IndexOf('/');
        var start = Address(slash < 0 ? range : range.Substring(0, slash));
        if (start is null || start.Length != address.Length)
            return false;
        var bits = start.Length * 8;
        if (slash >= 0 && (!int.TryParse(range.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > start.Length * 8))
            return false;
        for (var i = 0; i < start.Length && bits > 0; i++, bits -= 8)
        {
            var mask = bits >= 8 ? 0xFF : 0xFF << (8 - bits) & 0xFF;
            if ((start[i] & mask) != (address[i] & mask))
                return false;
        }

        return true;
    }

    private static byte[]? Address(string name) =>
        name.Length > 0 && (char.IsDigit(name[0]) || name.IndexOf(':') >= 0) && System.Net.IPAddress.TryParse(name, out var address)
            ? address.GetAddressBytes()
            : null;
}
