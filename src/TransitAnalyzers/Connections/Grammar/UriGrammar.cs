using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections.Grammar;

/// <summary>
/// <c>scheme://[user[:password]@]host[:port][,host[:port]…][/path][?key=value[&amp;key=value…]]</c>: RFC 3986 with the lists of
/// hosts of MongoDB and PostgreSQL, and ActiveMQ's of whole addresses, <c>failover:(tcp://first,tcp://second)</c>. Options
/// may be separated by <c>;</c> too, as MongoDB allows.
/// </summary>
internal static class UriGrammar
{
    public static ConnectionReading Read(MappedText mapped)
    {
        var text = mapped.Text;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        if (separator <= 0)
            return new(mapped, ConnectionGrammar.Uri, settings.ToImmutable(), isWellFormed: false, hasUnknownSettings: text.IndexOf(MappedText.Hole) >= 0);
        var list = text.IndexOf('(', 0, separator);
        var scheme = PairGrammar.Trim(text, list + 1, separator);
        Add(UriParts.Scheme, scheme);
        var start = separator + 3;
        var end = text.IndexOfAny(list < 0 ? ['/', '?', '#'] : [')'], start);
        if (end < 0)
            end = text.Length;
        var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        if (at >= 0)
        {
            var colon = text.IndexOf(':', start, at - start);
            Add(UriParts.User, TextRange.FromBounds(start, colon < 0 ? at : colon));
            if (colon >= 0)
                Add(UriParts.Password, TextRange.FromBounds(colon + 1, at));
            start = at + 1;
        }

        for (var from = start; from < end;)
        {
            var to = text.IndexOf(',', from, end - from);
            if (to < 0)
                to = end;
            var nested = list < 0 ? -1 : text.IndexOf("://", from, to - from, StringComparison.Ordinal);
            if (nested >= 0)
            {
                Add(UriParts.Scheme, PairGrammar.Trim(text, from, nested));
                from = nested + 3;
            }

            var host = HostOf(text, TextRange.FromBounds(from, to));
            Add(UriParts.Host, host);
            var port = host.End < to && text[host.End] == ']' ? host.End + 1 : host.End;
            if (port < to && text[port] == ':')
                Add(UriParts.Port, TextRange.FromBounds(port + 1, to));
            from = to + 1;
        }

        TextRange? query = null;
        var question = end < text.Length ? text.IndexOf('?', end) : -1;
        var fragment = end < text.Length ? text.IndexOf('#', end) : -1;
        var unknown = false;
        if (question >= 0 && (fragment < 0 || question < fragment))
        {
            query = TextRange.FromBounds(question + 1, fragment < 0 ? text.Length : fragment);
            unknown = ReadQuery(text, query.Value, settings);
        }
        else if (text[text.Length - 1] == MappedText.Hole)
        {
            // What follows a path may bring a query along; a lone port or host does not.
            unknown = end < text.Length;
        }

        return new(mapped, ConnectionGrammar.Uri, settings.ToImmutable(), isWellFormed: true, unknown, query);

        void Add(string key, TextRange range)
        {
            var value = text.Substring(range.Start, range.Length);
            settings.Add(new(key, key == UriParts.Scheme ? value.ToLowerInvariant() : value, default, range, range));
        }
    }

    /// <summary>The host of <c>host</c>, <c>host:port</c>, <c>[v6]</c> or <c>[v6]:port</c>, without brackets.</summary>
    internal static TextRange HostOf(string text, TextRange endpoint)
    {
        if (endpoint.Length == 0)
            return endpoint;
        if (text[endpoint.Start] == '[')
        {
            var close = text.IndexOf(']', endpoint.Start, endpoint.Length);
            return TextRange.FromBounds(endpoint.Start + 1, close < 0 ? endpoint.End : close);
        }

        var colon = text.IndexOf(':', endpoint.Start, endpoint.Length);
        var second = colon < 0 ? -1 : text.IndexOf(':', colon + 1, endpoint.End - colon - 1);
        return colon < 0 || second >= 0 ? endpoint : TextRange.FromBounds(endpoint.Start, colon);
    }

    private static bool ReadQuery(string text, TextRange query, ImmutableArray<Setting>.Builder settings)
    {
        var unknown = false;
        for (var start = query.Start; start < query.End;)
        {
            var end = text.IndexOfAny(['&', ';'], start, query.End - start);
            if (end < 0)
                end = query.End;
            var range = PairGrammar.Trim(text, start, end);
            var sign = range.Length == 0 ? -1 : text.IndexOf('=', range.Start, range.Length);
            if (sign > range.Start)
            {
                var key = PairGrammar.Trim(text, range.Start, sign);
                var value = PairGrammar.Trim(text, sign + 1, range.End);
                settings.Add(new(
                    text.Substring(key.Start, key.Length).TrimStart(MappedText.Hole).ToLowerInvariant(),
                    Unescape(text.Substring(value.Start, value.Length)), key, value, range));
                unknown |= text[key.Start] == MappedText.Hole;
            }
            else if (range.Length > 0 && text.IndexOf(MappedText.Hole, range.Start, range.Length) >= 0)
            {
                unknown = true;
            }

            start = end + 1;
        }

        return unknown;
    }

    private static string Unescape(string value) => value.IndexOf('%') < 0 ? value : Uri.UnescapeDataString(value);
}
