using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>docs/configuration.md and the options that are read agree.</summary>
public sealed class ConfigurationPageTests
{
    [Fact]
    public void Every_option_that_is_read_is_listed()
    {
        var options = new RecordingOptions();
        TransitSettings.Read(options);
        Assert.Equal(
            TransitSettings.Names.Select(name => TransitSettings.Prefix + name).Order(StringComparer.Ordinal),
            options.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_option_has_its_line_with_its_default()
    {
        var lines = File.ReadAllLines(Repository.PathOf("docs", "configuration.md"));
        var documented = lines
            .Where(line => line.StartsWith("| `" + TransitSettings.Prefix, StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1].Trim('`'));
        Assert.Equal(
            TransitSettings.Names.Select(name => TransitSettings.Prefix + name).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_mode_has_its_line()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "configuration.md"));
        Assert.All(Enum.GetNames<TransitMode>(), mode => Assert.Contains($"| `{mode}` |", text, StringComparison.Ordinal));
    }

    private sealed class RecordingOptions : AnalyzerConfigOptions
    {
        public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

        public override bool TryGetValue(string key, out string value)
        {
            Asked.Add(key);
            value = "";
            return false;
        }
    }
}
