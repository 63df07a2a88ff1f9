using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>The repository's own programs, analysed by what they make.</summary>
public sealed class OwnSourcesTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests/TransitAnalyzers.Testing")]
    [InlineData("tests/TransitAnalyzers.PackageTests")]
    public async Task Are_silent(string folder)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Directory.GetFiles(Repository.PathOf(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .ToList();
        Assert.NotEmpty(trees);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TransitAnalyzers", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "OwnSources", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var found = await compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new TransitAnalyzer()))
            .GetAnalyzerDiagnosticsAsync();
        Assert.Empty(found);
    }
}
