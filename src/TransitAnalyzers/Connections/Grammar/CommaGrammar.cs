using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections.Grammar;

/// <summary>
/// The configuration string of StackExchange.Redis: pieces between commas, trimmed, no quoting. A piece with a sign behind
/// its first character is an option, any other an endpoint <c>host</c>, <c>host:port</c> or <c>[v6]:port</c>.
/// </summary>
internal static class CommaGrammar
{
    public static ConnectionReading Read(MappedText mapped)
    {
        var text = mapped.Text;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var unknown = false;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf(',', start);
            if (end < 0)
                end = text.Length;
            var range = PairGrammar.Trim(text, start, end);
            if (range.Length > 0)
            {
                var sign = text.IndexOf('=', range.Start, range.Length);
                if (sign > range.Start)
                {
                    var key = PairGrammar.Trim(text, range.Start, sign);
                    var value = PairGrammar.Trim(text, sign + 1, range.End);
                    settings.Add(new(text.Substring(key.Start, key.Length).ToLowerInvariant(), text.Substring(value.Start, value.Length), key, value, range));
                }
                else
                {
                    var host = UriGrammar.HostOf(text, range);
                    settings.Add(new(UriParts.Host, text.Substring(host.Start, host.Length), default, host, range));
                    // A hole alone may be a whole configuration string.
                    unknown |= range.Length == 1 && text[range.Start] == MappedText.Hole;
                }
            }

            start = end + 1;
        }

        return new(mapped, ConnectionGrammar.Commas, settings.ToImmutable(), isWellFormed: true, unknown);
    }
}
