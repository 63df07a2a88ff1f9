using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>What is reported does not depend on the order of the files, nor on how many threads look at them.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("samples/Insecure/Shop.Web")]
    [InlineData("samples/Insecure/Shop.Worker")]
    [InlineData("samples/Secure/Shop.Web")]
    public async Task Of_a_sample(string folder)
    {
        var root = Repository.PathOf(folder.Split('/'));
        var all = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToList();
        var code = all.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => (file, File.ReadAllText(file))).ToList();
        Assert.NotEmpty(code);
        var files = all.Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => (file, File.ReadAllText(file))).ToArray();
        await SameInAnyOrderAsync(code, files);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Of_many_programs_thrown_together(int seed)
    {
        var random = new Random(seed);
        var code = Enumerable.Range(0, 25).Select(i => Corpus.Code[random.Next(Corpus.Code.Length)]).Distinct().Select((text, i) => ($"/0/{i}.cs", text)).ToList();
        await SameInAnyOrderAsync(code, []);
    }

    private static async Task SameInAnyOrderAsync(List<(string Path, string Text)> code, (string Path, string Text)[] files)
    {
        var project = await Trial.ProjectAsync("");
        var empty = (await project.GetCompilationAsync())!.RemoveAllSyntaxTrees();
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = code.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text), options, file.Path)).ToArray();
        var additional = files.Select(file => new NamedText(file.Path, file.Text)).ToArray<AdditionalText>();
        var random = new Random(7);
        string[]? first = null;
        for (var round = 0; round < 6; round++)
        {
            var run = empty.AddSyntaxTrees(trees).WithAnalyzers(PageExample.Analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. additional]), onAnalyzerException: null, concurrentAnalysis: round % 2 == 1, logAnalyzerExecutionTime: false));
            var found = (await run.GetAnalyzerDiagnosticsAsync()).Select(Text).Order(StringComparer.Ordinal).ToArray();
            first ??= found;
            Assert.Equal(first, found);
            random.Shuffle(trees);
            random.Shuffle(additional);
        }
    }

    private static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Location.GetLineSpan()} {diagnostic.Id} {diagnostic.GetMessage()} {string.Join(' ', diagnostic.AdditionalLocations.Select(place => place.GetLineSpan()))}";

    private sealed class NamedText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
