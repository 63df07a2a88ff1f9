using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Silent;

/// <summary>
/// Odd code that is secure. Every false alarm ever met becomes a file in <c>Code</c> before it is mended, and stays. Each file
/// is a program or a library of its own, and says in its first line what it looks like and why it is fine.
/// </summary>
public sealed class SilentTests
{
    private const string Folder = "tests/TransitAnalyzers.Tests/Silent/Code";

    private static readonly Lazy<Task<Project>> Base = new(() => Workbench.CreateProjectAsync(
        new SolutionState(),
        ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest),
        Workbench.Enable(CSharpProject.CompilationOptions, PageExample.Analyzers[0].SupportedDiagnostics.Where(rule => rule.IsEnabledByDefault), []),
        CSharpProject.ParseOptions,
        CancellationToken.None));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf(Folder.Split('/')), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_rule_says_anything_of(string file)
    {
        var code = await File.ReadAllTextAsync(Repository.PathOf([.. Folder.Split('/'), file + ".cs"]));
        Assert.StartsWith("// Looks like ", code, StringComparison.Ordinal);

        var project = (await Base.Value).AddDocument("Program.cs", SourceText.From(code), filePath: "/0/Program.cs").Project;
        var root = (CompilationUnitSyntax)(await project.Documents.Last().GetSyntaxRootAsync())!;
        if (root.Members.Any(member => member is GlobalStatementSyntax))
            project = project.WithCompilationOptions(project.CompilationOptions!.WithOutputKind(OutputKind.ConsoleApplication));
        var compilation = (await project.GetCompilationAsync())!;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await compilation.WithAnalyzers(PageExample.Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync());
    }
}
