using System.Data.Common;
using System.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>Whatever the text, our reading is that of the framework's own parser: accepted or rejected, key by key, value by value.</summary>
public sealed class GrammarPropertyTests
{
    private const int Texts = 40_000;

    [Theory]
    [InlineData(1, "ab=;\"' ")]
    [InlineData(2, "aB=;=;\"\"'' \t\n")]
    [InlineData(3, "k=v;K ==x;{}")]
    [InlineData(4, "a=;;= \0\u0001")]
    public void Reads_what_DbConnectionStringBuilder_reads(int seed, string alphabet)
    {
        var random = new Random(seed);
        for (var i = 0; i < Texts; i++)
        {
            var text = Text(random, alphabet);
            var expected = Framework(text);
            var reading = ConnectionReading.Read(MappedText.Plain(text, 0), ConnectionGrammar.KeyValue);
            var actual = reading.IsWellFormed ? Effective(reading) : null;
            Assert.True(Same(expected, actual), $"'{Escaped(text)}': {Shown(expected)} but read {Shown(actual)}");
        }
    }

    [Fact]
    public void Every_value_stands_where_it_says()
    {
        var random = new Random(5);
        for (var i = 0; i < Texts; i++)
        {
            var text = Text(random, "ab=;\"' ");
            var reading = ConnectionReading.Read(MappedText.Plain(text, 0), ConnectionGrammar.KeyValue);
            foreach (var setting in reading.Settings)
            {
                var written = text.Substring(setting.ValueRange.Start, setting.ValueRange.Length);
                var quote = written.Length > 1 && written[0] is '"' or '\'' ? written[..1] : null;
                Assert.Equal(setting.Value, quote is null ? written : written[1..^1].Replace(quote + quote, quote));
                Assert.Equal(setting.Key, text.Substring(setting.KeyRange.Start, setting.KeyRange.Length).Replace("==", "=").ToLowerInvariant());
            }
        }
    }

    private static Dictionary<string, string>? Framework(string text)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            return builder.Keys.Cast<string>().ToDictionary(key => key, key => (string)builder[key]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Effective(ConnectionReading reading)
    {
        var values = new Dictionary<string, string>();
        foreach (var setting in reading.Settings)
        {
            // An empty value takes the key away, quoted or not.
            if (setting.ValueRange.Length == 0)
                values.Remove(setting.Key);
            else
                values[setting.Key] = setting.Value;
        }

        return values;
    }

    private static bool Same(Dictionary<string, string>? left, Dictionary<string, string>? right) =>
        left is null || right is null ? left is null && right is null : left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);

    private static string Text(Random random, string alphabet)
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 16); length > 0; length--)
            text.Append(alphabet[random.Next(alphabet.Length)]);
        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("\0", "\\0").Replace("\n", "\\n").Replace("\t", "\\t").Replace("\u0001", "\\u0001");

    private static string Shown(Dictionary<string, string>? values) =>
        values is null ? "rejected" : string.Join(", ", values.Select(pair => $"{pair.Key}→{pair.Value}"));
}
