using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>Tables of rules are generated from the descriptors: <c>dotnet run build.cs docs</c> writes them anew.</summary>
public sealed class GeneratedDocsTests
{
    private static IEnumerable<DiagnosticDescriptor> Rules =>
        new TransitAnalyzer().SupportedDiagnostics.GroupBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rules => rules.OrderByDescending(rule => rule.DefaultSeverity).First())
            .OrderBy(rule => rule.Id, StringComparer.Ordinal);

    [Theory]
    [InlineData("README.md", "docs/rules/")]
    [InlineData("docs/rules/README.md", "")]
    public void Table_of_rules(string file, string folder)
    {
        var rows = Rules.Select(rule => $"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Title} | {Default(rule)} |");
        var (actual, expected) = Repository.GeneratedBlock(file, "rules", "| Id | Rule | Default |\n|---|---|---|\n" + string.Join("\n", rows));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Strict_mode_wakes_the_rules_that_are_off()
    {
        var lines = Rules.Where(rule => !rule.IsEnabledByDefault).Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning");
        var (actual, expected) = Repository.GeneratedBlock(
            "src/TransitAnalyzers.Package/buildTransitive/TransitAnalyzers.Strict.globalconfig", "off by default", string.Join("\n", lines));
        Assert.Equal(expected, actual);
    }

    private static string Default(DiagnosticDescriptor rule) => rule switch
    {
        { IsEnabledByDefault: false } => "off",
        { DefaultSeverity: DiagnosticSeverity.Warning } => "warning",
        _ => "suggestion",
    };
}
