using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Tests.Hosting;

/// <summary>
/// Programs with the same libraries share their telling words: what is found in one depends on no program that was analyzed
/// before it.
/// </summary>
public sealed class KnownWordsTests
{
    private const string Nothing = "class Nothing { }";
    private const string ProcessWide = "class A { void M() { System.Net.ServicePointManager.CheckCertificateRevocationList = true; } }";
    private const string Suites = "class A { object o = new System.Net.Security.CipherSuitesPolicy([System.Net.Security.TlsCipherSuite.TLS_RSA_WITH_RC4_128_MD5]); }";
    private const string Alias = "global using Pair = System.Security.Cryptography.RSACryptoServiceProvider;";
    private const string Aliased = "class A { object o = new Pair(1024); }";
    private const string Declared = "namespace StackExchange.Redis { public class ConfigurationOptions { public bool Ssl { get; set; } public System.Collections.Generic.List<string> EndPoints { get; } = new(); } "
        + "class A { object o = new ConfigurationOptions { EndPoints = { \"cache.example.com:6379\" }, Ssl = false }; } }";

    /// <summary>One program follows another, and that the first, with the same libraries.</summary>
    [Theory]
    [InlineData("DIT0206", ProcessWide)]
    [InlineData("DIT0203", Suites)]
    [InlineData("DIT0601", Alias, Aliased)]
    [InlineData("DIT0301", Declared)]
    public async Task What_is_found_depends_on_no_program_before(string expected, params string[] sources)
    {
        var (first, second) = (await CompileAsync(ReferenceAssemblies.Net.Net100, Nothing), await CompileAsync(ReferenceAssemblies.Net.Net100, sources));
        for (var round = 0; round < 2; round++)
        {
            Assert.Empty(await FindAsync(first));
            Assert.Equal([expected], await FindAsync(second));
        }
    }

    [Fact]
    public async Task Applications_and_libraries_share_words_but_not_findings()
    {
        var library = await CompileAsync(ReferenceAssemblies.Net.Net100, ProcessWide);
        var application = library.WithOptions(library.Options.WithOutputKind(OutputKind.ConsoleApplication));
        foreach (var compilation in new[] { application, library, application })
            Assert.Equal(compilation == library ? ["DIT0206"] : [], await FindAsync(compilation));
    }

    [Fact]
    public async Task Another_platform_may_declare_more()
    {
        var older = await CompileAsync(ReferenceAssemblies.NetFramework.Net472.Default, Nothing);
        var newer = await CompileAsync(ReferenceAssemblies.Net.Net100, Suites);
        Assert.Empty(await FindAsync(older));
        Assert.Equal(["DIT0203"], await FindAsync(newer));
    }

    /// <summary>More kinds of programs than are remembered.</summary>
    [Fact]
    public async Task What_is_forgotten_is_put_together_again()
    {
        var program = await CompileAsync(ReferenceAssemblies.Net.Net100, Suites);
        for (var version = 1; version <= 40; version++)
        {
            var library = CSharpCompilation.Create("Npgsql", [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]")], program.References, new(OutputKind.DynamicallyLinkedLibrary));
            Assert.Equal(["DIT0203"], await FindAsync(program.AddReferences(library.ToMetadataReference())));
        }

        Assert.Equal(["DIT0203"], await FindAsync(program));
    }

    private static async Task<IEnumerable<string>> FindAsync(CSharpCompilation compilation)
    {
        var found = await compilation.WithAnalyzers(
            [new TransitAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => Assert.Fail(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return found.Select(static diagnostic => diagnostic.Id);
    }

    private static async Task<CSharpCompilation> CompileAsync(ReferenceAssemblies references, params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Program", sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, path: $"/{index}.cs")), await references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }
}
