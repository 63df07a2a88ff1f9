using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Configuration;

public sealed class ComposeSettingsTests
{
    private const string Compose = """
        services:
          web: # the shop
            image: shop:latest
            environment:
              # the database
              - ConnectionStrings__Shop=Host=db;Password=pa$$word;SSL Mode=Disable
              - "ConnectionStrings__Archive=Host=archive;SSL Mode=Disable" # old
              - 'ConnectionStrings__Log=Host=log;Password=it''s'
              - PASSED_THROUGH
            ports:
              - "8080:8080"
          worker:
            environment:
              ConnectionStrings__Shop: "Host=db;Password=${PASSWORD};SSL Mode=Disable"
              DATABASE_URL: postgres://db/shop?sslmode=disable
              "Quoted__Key": plain # comment
              Folded: >-
                Host=db;
                SSL Mode=Disable
              Plain: Host=db;
                SSL Mode=Disable
              Port: 5432
              Empty:
            depends_on: [db]
          db:
            environment: &defaults
              POSTGRES_PASSWORD: x
          flow:
            environment: { A: b }
        """;

    [Theory]
    [InlineData("ConnectionStrings:Shop", 1, "Host=db;Password=pa$word;SSL Mode=Disable")]
    [InlineData("ConnectionStrings:Archive", 1, "Host=archive;SSL Mode=Disable")]
    [InlineData("ConnectionStrings:Log", 1, "Host=log;Password=it's")]
    [InlineData("ConnectionStrings:Shop", 2, "Host=db;Password=\uFFFC;SSL Mode=Disable")]
    [InlineData("DATABASE_URL", 2, "postgres://db/shop?sslmode=disable")]
    [InlineData("Quoted:Key", 2, "plain")]
    [InlineData("Folded", 2, "Host=db; SSL Mode=Disable")]
    [InlineData("Plain", 2, "Host=db; SSL Mode=Disable")]
    [InlineData("Port", 2, "5432")]
    [InlineData("POSTGRES_PASSWORD", 3, "x")]
    public void Reads_entries_of_lists_and_maps(string key, int block, string value)
    {
        foreach (var text in new[] { Compose, Compose.Replace("\n", "\r\n", StringComparison.Ordinal) })
            Assert.Equal(value, Read(text).Settings.Single(setting => setting.Key == key && setting.Block == block).Value.Text);
    }

    [Fact]
    public void Reads_nothing_else() => Assert.Equal(10, Read(Compose).Settings.Length);

    [Fact]
    public void An_edit_changes_the_characters_only()
    {
        foreach (var setting in Read(Compose).Settings.Where(setting => setting.Value.Text.EndsWith("SSL Mode=Disable", StringComparison.Ordinal)))
        {
            var change = setting.Value.ChangeOf(new TextEdit(new TextRange(setting.Value.Text.Length - 7, 7), "VerifyFull"))!.Value;
            Assert.Equal("Disable", Compose.Substring(change.Span.Start, change.Span.Length));
            var changed = Compose.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText);
            Assert.EndsWith("SSL Mode=VerifyFull", Read(changed).Settings.Single(other => other.Anchor == setting.Anchor).Value.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("environment:\n- A=b", "b")]
    [InlineData("environment:\n  - A=b", "b")]
    [InlineData("environment:\n  - A = b", " b")]
    [InlineData("environment:\n  A: b", "b")]
    [InlineData("environment:\n  A: \"a\\tb\\u003B\\\"\"", "a\tb;\"")]
    [InlineData("environment:\n  A: 'b''c'", "b'c")]
    [InlineData("environment:\n  A: \"b\n    c\"", "b c")]
    [InlineData("environment:\n  A: |\n    b", "b")]
    [InlineData("environment:\n  A: &x b", "b")]
    [InlineData("environment:\n  A: b#c", "b#c")]
    [InlineData("environment:\n  A: http://b:80", "http://b:80")]
    [InlineData("environment:\n\n  # c\n\n  A: b", "b")]
    [InlineData("    environment:\n      A: b\n    ports:\n      B: c", "b")]
    public void Reads_a_scalar(string text, string expected) => Assert.Equal(expected, Assert.Single(Read(text).Settings).Value.Text);

    [Theory]
    [InlineData("environment:\n  A: *alias")]
    [InlineData("environment:\n  A: !secret b")]
    [InlineData("environment:\n  A: [b]")]
    [InlineData("environment:\n  A: {b: c}")]
    [InlineData("environment:\n  A: b: c")]
    [InlineData("environment:\n  A: \"b")]
    [InlineData("environment:\n  A: |\n    b\n      c")]
    [InlineData("environment:\n  <<: *defaults")]
    [InlineData("environment: production")]
    [InlineData("labels:\n  A: b")]
    [InlineData("# environment:\n#   A: b")]
    public void Passes_over_what_it_is_not_sure_of(string text) => Assert.Empty(Read(text).Settings);

    [Fact]
    public void Every_truncation_is_read_without_an_exception()
    {
        for (var length = 0; length < Compose.Length; length++)
            Assert.Null(Read(Compose[..length]).Problem);
    }

    [Theory]
    [InlineData("environment:\n", "  - A=Host=db;SSL Mode=Disable\n", 300_000)]
    [InlineData("environment:\n  A: \"", "\n    b", 500_000)]
    [InlineData("environment:\n", "  A: \"b\n", 500_000)]
    [InlineData("environment:\n  - ", "- ", 500_000)]
    public void Huge_files_are_read_in_linear_time(string begin, string middle, int times)
    {
        var text = begin + string.Concat(Enumerable.Repeat(middle, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Deep_files_are_read_in_linear_time() =>
        Read(string.Concat(Enumerable.Range(0, 3000).Select(depth => new string(' ', depth) + "environment:\n")));

    [Theory]
    [InlineData("  # transit-analyzers: ignore DIT0301 sibling\n  A: b", true)]
    [InlineData("  A: b # transit-analyzers: ignore DIT0301 sibling", true)]
    [InlineData("  A: \"b\" # transit-analyzers: ignore DIT0301 sibling", true)]
    [InlineData("  A: \"b # transit-analyzers: ignore DIT0301 sibling\"", false)]
    [InlineData("  B: b # transit-analyzers: ignore DIT0301 sibling\n  A: b", false)]
    public void A_comment_suppresses_a_rule(string body, bool expected)
    {
        var text = "environment:\n" + body;
        var reading = Read(text);
        var setting = reading.Settings.Single(setting => setting.Key == "A");
        Assert.Equal(expected, reading.Ignored.Cover("DIT0301", SourceText.From(text), new TextSpan(setting.Value.SourcePosition(0), 1), setting.Anchor));
    }

    private static FileReading Read(string text) => ComposeSettings.Read(text, CancellationToken.None);
}
