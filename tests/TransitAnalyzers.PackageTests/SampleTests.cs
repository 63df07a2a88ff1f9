using TransitAnalyzers.Testing;

namespace TransitAnalyzers.PackageTests;

/// <summary>The samples with the real package: the insecure shop is found out, its secure twin is silent.</summary>
[Collection(PackageCollection.Name)]
public sealed class SampleTests(Package package)
{
    [Fact]
    public void Insecure_shop_is_found_out_as_the_readme_says()
    {
        using var shop = Project.FromFolder(package, Repository.PathOf("samples", "Insecure"));
        var seen = shop.BuildSuccessfully().Findings.Where(finding => finding.Level is "warning")
            .OrderBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ToList();
        Assert.True(seen.Count >= 15, $"{seen.Count} findings");
        var rows = seen.Select(finding => $"| {finding.Id} | {finding.File}({finding.Line}) | {finding.Message.Replace("|", "\\|", StringComparison.Ordinal)} |");
        var (actual, expected) = Repository.GeneratedBlock("README.md", "demo", "| Rule | Where | Message |\n|---|---|---|\n" + string.Join("\n", rows));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Secure_twin_is_silent()
    {
        using var shop = Project.FromFolder(package, Repository.PathOf("samples", "Secure"));
        Assert.Empty(shop.BuildSuccessfully().Seen);
    }
}
