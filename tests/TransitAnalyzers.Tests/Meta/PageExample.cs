using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>
/// The example of a page as a project. What follows the language of a fenced block says more: a file name
/// (<c>json appsettings.Production.json</c>) or <c>csharp net472</c>. A block of <c>ini</c> is a global configuration file.
/// </summary>
internal static class PageExample
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new TransitAnalyzer()];

    private const string NoCode = "class Program { static void Main() { } }";

    private static readonly ReferenceAssemblies Everything = ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest);

    public static Task<Project> CreateAsync(string id, ImmutableArray<(string Info, string Text)> blocks)
    {
        Assert.NotEmpty(blocks);
        var state = new SolutionState { OutputKind = OutputKind.DynamicallyLinkedLibrary };
        var references = Everything;
        foreach (var (info, text) in blocks)
        {
            var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var detail = words.ElementAtOrDefault(1);
            switch (words.ElementAtOrDefault(0))
            {
                case "csharp":
                    state.Sources.Add(text);
                    if (detail == "net472")
                        references = ReferenceAssemblies.NetFramework.Net472.Default;
                    if (CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax))
                        state.OutputKind = OutputKind.ConsoleApplication;
                    break;
                case "ini":
                    state.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\n" + text));
                    break;
                case "json":
                    state.AdditionalFiles.Add((detail ?? "appsettings.json", text));
                    break;
                case "xml":
                    state.AdditionalFiles.Add((detail ?? "web.config", text));
                    break;
                case "yaml":
                    state.AdditionalFiles.Add((detail ?? "docker-compose.yml", text));
                    break;
                default:
                    Assert.NotNull(detail);
                    state.AdditionalFiles.Add((detail, text));
                    break;
            }
        }

        if (state.Sources.Count == 0)
            state.Sources.Add(NoCode);

        // Other rules that are off by default stay off: an example is about one rule.
        var options = Workbench.Enable(CSharpProject.CompilationOptions, [RuleTests.Rule(id)], []);
        return Workbench.CreateProjectAsync(state, references, options, CSharpProject.ParseOptions, CancellationToken.None);
    }

    /// <summary>Findings; the example must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return await Workbench.DiagnosticsAsync(project, Analyzers, CancellationToken.None);
    }
}
