using TransitAnalyzers.Configuration;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Configuration;

/// <summary>The cases of Docker's documentation of the syntax, and what programs write besides.</summary>
public sealed class EnvSettingsTests
{
    [Theory]
    [InlineData("VAR=VAL", "VAL")]
    [InlineData("VAR=\"VAL\"", "VAL")]
    [InlineData("VAR='VAL'", "VAL")]
    [InlineData("VAR: VAL", "VAL")]
    [InlineData("VAR = VAL  ", "VAL")]
    [InlineData("VAR=VAL # comment", "VAL")]
    [InlineData("VAR=VAL# not a comment", "VAL# not a comment")]
    [InlineData("VAR=\"VAL # not a comment\"", "VAL # not a comment")]
    [InlineData("VAR=\"VAL\" # comment", "VAL")]
    [InlineData("VAR='$OTHER'", "$OTHER")]
    [InlineData("VAR='${OTHER}'", "${OTHER}")]
    [InlineData("VAR='Let\\'s go!'", "Let's go!")]
    [InlineData("VAR=\"{\\\"hello\\\": \\\"json\\\"}\"", "{\"hello\": \"json\"}")]
    [InlineData("VAR=\"some\\tvalue\"", "some\tvalue")]
    [InlineData("VAR='some\\tvalue'", "some\\tvalue")]
    [InlineData("VAR=some\\tvalue", "some\\tvalue")]
    [InlineData("VAR='a\nb'", "a\nb")]
    [InlineData("export VAR=VAL", "VAL")]
    [InlineData("  VAR=VAL", "VAL")]
    [InlineData("VAR=", "")]
    [InlineData("VAR=#x", "")]
    [InlineData("\uFEFFVAR=VAL", "VAL")]
    [InlineData("# c\r\n\r\nVAR=VAL\r\n", "VAL")]
    [InlineData("VAR=a=b;c=d", "a=b;c=d")]
    public void Reads_a_value(string text, string expected) => Assert.Equal(expected, Value(text));

    [Theory]
    [InlineData("VAR=a${OTHER}b", 1)]
    [InlineData("VAR=a${OTHER:-x${Y}}b", 1)]
    [InlineData("VAR=a$OTHER;b", 1)]
    [InlineData("VAR=\"a${OTHER}b\"", 1)]
    public void A_variable_is_not_known(string text, int at)
    {
        var value = Value(text);
        Assert.Equal(MappedText.Hole, value[at]);
        Assert.EndsWith("b", value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VAR=a$;b", "a$;b")]
    [InlineData("VAR=a$1", "a$1")]
    [InlineData("VAR=5$", "5$")]
    [InlineData("VAR=\"\\$OTHER\"", "$OTHER")]
    public void A_dollar_alone_is_a_dollar(string text, string expected) => Assert.Equal(expected, Value(text));

    [Theory]
    [InlineData("ConnectionStrings__Shop=x", "ConnectionStrings:Shop", null)]
    [InlineData("ConnectionStrings:Shop=x", "ConnectionStrings:Shop", null)]
    [InlineData("SQLCONNSTR_Shop=x", "ConnectionStrings:Shop", "System.Data.SqlClient")]
    [InlineData("POSTGRESQLCONNSTR_Shop=x", "ConnectionStrings:Shop", "Npgsql")]
    [InlineData("CUSTOMCONNSTR_Shop=x", "ConnectionStrings:Shop", null)]
    [InlineData("DATABASE_URL=x", "DATABASE_URL", null)]
    [InlineData("Kestrel__Endpoints__Http__Url=x", "Kestrel:Endpoints:Http:Url", null)]
    public void Keys_are_those_of_the_environment_variables_provider(string text, string key, string? provider)
    {
        var setting = Assert.Single(Read(text).Settings);
        Assert.Equal(key, setting.Key);
        Assert.Equal(provider, setting.Provider);
    }

    [Theory]
    [InlineData("VAR")]
    [InlineData("=x")]
    [InlineData("VAR=\"x")]
    [InlineData("echo hello")]
    [InlineData("")]
    public void What_is_not_understood_is_passed_over(string text) => Assert.Empty(Read(text).Settings);

    [Theory]
    [InlineData("A=1\nB=Host=db;SSL Mode=Disable\nC=3", "SSL Mode=Disable")]
    [InlineData("A=1\r\nB=\"Host=\\\"db\\\";SSL Mode=Disable\" # x\r\nC=3", "SSL Mode=Disable")]
    [InlineData("B=Host=${HOST};SSL Mode=Disable", "SSL Mode=Disable")]
    public void Each_character_has_its_place(string text, string part)
    {
        var value = Read(text).Settings.Single(setting => setting.Key == "B").Value;
        var change = value.ChangeOf(new TextEdit(new TextRange(value.Text.IndexOf(part, StringComparison.Ordinal), part.Length), "X"))!.Value;
        Assert.Equal(text.Replace(part, "X", StringComparison.Ordinal), text.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText));
    }

    [Fact]
    public void Huge_files_are_read_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("ConnectionStrings__Shop=\"Host=db;Password=${A}\"\n'", 400_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        Read(new string('=', 10_000_000));
        Read("A='" + new string('\'', 10_000_000));
        Read("A=" + new string('{', 10_000_000));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static string Value(string text) => Assert.Single(Read(text).Settings).Value.Text;

    private static FileReading Read(string text) => EnvSettings.Read(text, CancellationToken.None);
}
