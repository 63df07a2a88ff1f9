using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.Configuration;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Configuration;

public sealed class JsonSettingsTests
{
    private const string Shop = """
        {
          // the shop
          "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
          "ConnectionStrings": {
            "Shop": "Host=db;Password=a\u003Bb;SSL Mode=Disable", /* old */
            "Archive": "Server=tcp:sql\\prod,1433;Encrypt=False",
          },
          "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "Tls11", "Tls12" ] } },
          "Port": 5432, "Flag": true, "Nothing": null
        }
        """;

    [Fact]
    public void Keys_are_flattened_as_the_configuration_system_does()
    {
        var settings = Read(Shop).Settings.ToDictionary(setting => setting.Key, setting => setting.Value.Text);
        Assert.Equal("Host=db;Password=a;b;SSL Mode=Disable", settings["ConnectionStrings:Shop"]);
        Assert.Equal(@"Server=tcp:sql\prod,1433;Encrypt=False", settings["ConnectionStrings:Archive"]);
        Assert.Equal("Tls11", settings["Kestrel:EndpointDefaults:SslProtocols:0"]);
        Assert.Equal("Tls12", settings["Kestrel:EndpointDefaults:SslProtocols:1"]);
        Assert.Equal("5432", settings["Port"]);
        Assert.Equal("true", settings["Flag"]);
        Assert.Equal("Warning", settings["Logging:LogLevel:Microsoft.AspNetCore"]);
    }

    [Theory]
    [InlineData("SSL Mode=Disable", "SSL Mode=Disable")]
    [InlineData("a;b", @"a\u003Bb")]
    [InlineData(";S", ";S")]
    [InlineData("Host=db;Password=a;", @"Host=db;Password=a\u003B")]
    public void Each_character_has_its_place(string part, string written)
    {
        foreach (var text in new[] { Shop, Shop.Replace("\n", "\r\n", StringComparison.Ordinal), "\uFEFF" + Shop, Shop.Replace("  ", "\t", StringComparison.Ordinal) })
        {
            var value = Read(text).Settings.Single(setting => setting.Key == "ConnectionStrings:Shop").Value;
            var start = value.Text.LastIndexOf(part, StringComparison.Ordinal);
            var (_, span) = value.SourceOf(new TextRange(start, part.Length))!.Value;
            Assert.Equal(written, text.Substring(span.Start, span.Length));
        }
    }

    [Fact]
    public void An_edit_is_escaped_and_changes_nothing_else()
    {
        var value = Read(Shop).Settings.Single(setting => setting.Key == "ConnectionStrings:Archive").Value;
        var change = value.ChangeOf(new TextEdit(new TextRange(value.Text.IndexOf("sql\\prod", StringComparison.Ordinal), 8), "\"x\\y\""))!.Value;
        var changed = Shop.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText);
        Assert.Equal(Shop.Replace(@"sql\\prod", @"\""x\\y\""", StringComparison.Ordinal), changed);
    }

    [Theory]
    [InlineData("", "the file must hold one object", 0)]
    [InlineData("[1]", "the file must hold one object", 0)]
    [InlineData("{", "'}' is missing", 1)]
    [InlineData("{ \"a\": [1 }", "',' or ']' is missing", 10)]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "',' or '}' is missing", 9)]
    [InlineData("{ \"a\" 1 }", "':' is missing", 6)]
    [InlineData("{ a: 1 }", "a property name in double quotes is missing", 2)]
    [InlineData("{ 'a': 1 }", "a property name in double quotes is missing", 2)]
    [InlineData("{ \"a\": 01 }", "a value is missing", 7)]
    [InlineData("{ \"a\": True }", "a value is missing", 7)]
    [InlineData("{ \"a\": , }", "a value is missing", 7)]
    [InlineData("{ \"a\": 1,, }", "a property name", 9)]
    [InlineData("{ \"a\": \"b }", "the closing '\"' of a string is missing", 11)]
    [InlineData("{ \"a\": \"b\nc\" }", "the closing '\"' of a string is missing", 9)]
    [InlineData("{ \"a\": \"\\x\" }", "no", 8)]
    [InlineData("{ \"a\": \"\\u12\" }", "no", 8)]
    [InlineData("{ } {", "text follows", 4)]
    [InlineData("{ } /", "begins no comment", 4)]
    [InlineData("{ /* }", "the end of a comment", 2)]
    public void A_malformed_file_has_one_problem_and_no_settings(string text, string what, int at)
    {
        var reading = Read(text);
        Assert.NotNull(reading.Problem);
        Assert.Contains(what, reading.Problem.What, StringComparison.Ordinal);
        Assert.Equal(at, reading.Problem.Span.Start);
        Assert.Empty(reading.Settings);
    }

    [Theory]
    [InlineData("#{Port}")]
    [InlineData("#{Port}#")]
    [InlineData("__PORT__")]
    [InlineData("{{ port }}")]
    [InlineData("${PORT}")]
    [InlineData("$(Port)")]
    [InlineData("%PORT%")]
    [InlineData("<%= port %>")]
    public void A_placeholder_of_a_deployment_tool_is_not_malformed(string placeholder)
    {
        var reading = Read($$"""{ "Port": {{placeholder}}, "List": [{{placeholder}}], "Next": "x" }""");
        Assert.Null(reading.Problem);
        Assert.Equal(["Next"], reading.Settings.Select(setting => setting.Key));
    }

    [Fact]
    public void Every_truncation_is_read_without_an_exception()
    {
        for (var length = 0; length < Shop.Length; length++)
            Assert.NotNull(Read(Shop[..length]).Problem);
        Assert.Null(Read(Shop).Problem);
    }

    [Fact]
    public void Random_mutations_are_refused_where_the_configuration_system_refuses_them()
    {
        var random = new Random(4711);
        const string Alphabet = "{}[]:,\"\\/ \n*tfn019.-eEu#";
        for (var i = 0; i < 4000; i++)
        {
            var text = new StringBuilder(Shop);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 5), text.Length - at));
                else
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }

            Assert.True(IsJson(text.ToString()) == (Read(text.ToString()).Problem is null), text.ToString());
        }
    }

    [Fact]
    public void Random_documents_are_read_as_the_configuration_system_reads_them()
    {
        var random = new Random(1234);
        for (var i = 0; i < 500; i++)
        {
            var text = new StringBuilder();
            Write(text, random, depth: 0, isObject: true);
            var json = text.ToString();
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var expected = new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable()
                .Where(pair => !string.IsNullOrEmpty(pair.Value))
                .ToDictionary(pair => pair.Key, pair => pair.Value is "True" or "False" ? pair.Value.ToLowerInvariant() : pair.Value!, StringComparer.OrdinalIgnoreCase);
            var actual = Read(json).Settings
                .Where(setting => setting.Value.Text.Length > 0)
                .ToDictionary(setting => setting.Key, setting => setting.Value.Text is "True" or "False" ? setting.Value.Text.ToLowerInvariant() : setting.Value.Text, StringComparer.OrdinalIgnoreCase);
            Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Each_value_of_a_random_document_stands_where_it_says()
    {
        var random = new Random(99);
        for (var i = 0; i < 200; i++)
        {
            var text = new StringBuilder();
            Write(text, random, depth: 0, isObject: true);
            var json = text.ToString();
            foreach (var setting in Read(json).Settings.Where(setting => setting.Value.Text.Length > 0))
            {
                var (_, span) = setting.Value.SourceOf(new TextRange(0, setting.Value.Text.Length))!.Value;
                var written = json.Substring(span.Start, span.Length);
                if (json[span.Start - 1] == '"')
                    written = JsonSerializer.Deserialize<string>('"' + written + '"')!;
                Assert.Equal(setting.Value.Text, written);
            }
        }
    }

    [Fact]
    public void Deep_files_are_refused_in_linear_time()
    {
        var reading = Read(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Assert.Contains("64 levels", reading.Problem!.What, StringComparison.Ordinal);
        Assert.NotNull(Read("{\"a\":" + new string('[', 100_000)).Problem);
        Assert.Null(Read(string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "1" + new string('}', 64)).Problem);
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65)).Problem);
    }

    [Fact]
    public void Huge_files_are_read_in_linear_time()
    {
        var entry = "\"key{0}\": \"Host=db;Password=a\\u003Bb;SSL Mode=Disable\",\n";
        var small = Huge(20_000);
        var large = Huge(320_000);
        Assert.True(large.Length > 18_000_000);
        Time(small);
        var first = Time(small);
        var second = Time(large);
        Assert.True(second < TimeSpan.FromSeconds(20), $"{second}");
        Assert.True(second < 16 * 6 * first + TimeSpan.FromSeconds(1), $"{first}, {second}");

        string Huge(int count)
        {
            var text = new StringBuilder("{");
            for (var i = 0; i < count; i++)
                text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, entry, i);
            return text.Append('}').ToString();
        }

        static TimeSpan Time(string text)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.Null(Read(text).Problem);
            return watch.Elapsed;
        }
    }

    [Fact]
    public void Huge_names_do_not_multiply()
    {
        var name = new string('n', 200_000);
        var text = "{\"" + name + "\":[" + string.Join(',', Enumerable.Repeat("1", 100_000)) + "]}";
        Assert.Empty(Read(text).Settings);
    }

    [Theory]
    [InlineData("// transit-analyzers: ignore DIT0301 tunnel\n\"A\": \"x\"", true)]
    [InlineData("/* transit-analyzers: ignore DIT0301 */ \"A\": \"x\"", true)]
    [InlineData("\"A\": \"x\" // TRANSIT-ANALYZERS: ignore DIT0302, DIT0301: the tunnel", false)]
    [InlineData("\"A\": \"x\" // Transit-Analyzers: ignore DIT0302, DIT0301 the tunnel", true)]
    [InlineData("// transit-analyzers: ignore DIT0301 a\n// transit-analyzers: ignore DIT0302 b\n\"A\": \"x\"", true)]
    [InlineData("// transit-analyzers: ignore DIT0302 tunnel\n\"A\": \"x\"", false)]
    [InlineData("// transit-analyzers: ignore\n\"A\": \"x\"", false)]
    [InlineData("// transit-analyzers: ignore DIT0301 tunnel\n\n\"A\": \"x\"", false)]
    [InlineData("\"B\": 1, // transit-analyzers: ignore DIT0301 tunnel\n\"A\": \"x\"", false)]
    [InlineData("\"B\": \"// transit-analyzers: ignore DIT0301\",\n\"A\": \"x\"", false)]
    public void A_comment_suppresses_a_rule(string body, bool expected)
    {
        var text = "{\n" + body + "\n}";
        var reading = Read(text);
        var setting = reading.Settings.Single(setting => setting.Key == "A");
        var span = new TextSpan(setting.Value.SourcePosition(0), 1);
        Assert.Equal(expected, reading.Ignored.Cover("DIT0301", SourceText.From(text), span, setting.Anchor));
    }

    private static FileReading Read(string text) => JsonSettings.Read(text, CancellationToken.None);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Write(StringBuilder text, Random random, int depth, bool isObject)
    {
        text.Append(isObject ? '{' : '[');
        var count = random.Next(0, 5);
        for (var i = 0; i < count; i++)
        {
            Blank(text, random);
            if (isObject)
            {
                String(text, random, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                // System.Text.Json skips no comment here.
                text.Append(random.Next(3) == 0 ? " \n" : string.Empty).Append(':');
                Blank(text, random);
            }

            switch (random.Next(depth > 4 ? 5 : 8))
            {
                case 0:
                    text.Append(random.Next(-1000, 1000));
                    break;
                case 1:
                    text.Append(random.Next(2) == 0 ? "true" : "false");
                    break;
                case 2:
                    text.Append("1.5e+3");
                    break;
                case < 5:
                    String(text, random, string.Empty);
                    break;
                case var other:
                    Write(text, random, depth + 1, other == 5);
                    break;
            }

            Blank(text, random);
            if (i < count - 1 || random.Next(3) == 0)
                text.Append(',');
        }

        Blank(text, random);
        text.Append(isObject ? '}' : ']');
    }

    private static void Blank(StringBuilder text, Random random) => text.Append(random.Next(8) switch
    {
        0 => " ",
        1 => "\r\n\t",
        2 => "\n",
        3 => "/* , \" */",
        4 => "// { \"\n",
        _ => string.Empty,
    });

    private static void String(StringBuilder text, Random random, string end)
    {
        text.Append('"');
        for (var i = random.Next(0, 8); i > 0; i--)
            text.Append(random.Next(10) switch
            {
                0 => "\\\"",
                1 => "\\\\",
                2 => "\\u00e9",
                3 => "\\/",
                4 => "é",
                5 => "\\n",
                6 => "😀",
                7 => "\\ud83d\\uDE00",
                _ => "x",
            });
        text.Append(end).Append('"');
    }
}
