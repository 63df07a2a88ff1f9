using System.IO.Compression;
using System.Xml.Linq;

namespace TransitAnalyzers.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(Package package)
{
    [Fact]
    public void Holds_the_two_assemblies_the_props_readme_and_icon_and_nothing_else()
    {
        using var zip = ZipFile.OpenRead(package.File);
        var files = zip.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name is not "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "README.md",
                "TransitAnalyzers.nuspec",
                "analyzers/dotnet/cs/TransitAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/TransitAnalyzers.dll",
                "buildTransitive/TransitAnalyzers.Strict.globalconfig",
                "buildTransitive/TransitAnalyzers.props",
                "icon.png",
            ],
            files);
    }

    [Fact]
    public void Says_what_it_is_and_brings_no_dependency()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var stream = zip.GetEntry("TransitAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.NotNull(metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }
}
