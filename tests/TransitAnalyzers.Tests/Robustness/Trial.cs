using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>Runs every rule over an input, and every fix of whatever it reports. An exception of ours is a failure.</summary>
internal static class Trial
{
    private static readonly Lazy<Task<Project>> Base = new(async () =>
    {
        var project = await Workbench.CreateProjectAsync(
            new SolutionState { OutputKind = OutputKind.ConsoleApplication },
            ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest),
            Workbench.Enable(CSharpProject.CompilationOptions, PageExample.Analyzers[0].SupportedDiagnostics, []),
            CSharpProject.ParseOptions,
            CancellationToken.None);
        await project.GetCompilationAsync();
        return project;
    });

    public static async Task<Project> ProjectAsync(string code, params (string Name, string Text)[] files)
    {
        var project = (await Base.Value).AddDocument("Program.cs", SourceText.From(code), filePath: "/0/Program.cs").Project;
        foreach (var (name, text) in files)
            project = project.AddAdditionalDocument(name, SourceText.From(text), filePath: "/0/" + name).Project;
        return project;
    }

    /// <summary>What is reported; fails where an analyzer throws.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, CancellationToken cancellation = default)
    {
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        Exception? crash = null;
        var run = compilation.WithAnalyzers(PageExample.Analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crash = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = await run.GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.True(crash is null, crash?.ToString());
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return found;
    }

    /// <summary>Applies every action that is offered for the findings, and FixAll of the first of each rule.</summary>
    public static async Task FixAsync(Project project, ImmutableArray<Diagnostic> findings)
    {
        foreach (var rule in findings.GroupBy(finding => finding.Id, StringComparer.Ordinal))
        {
            if (Fixes.Of(rule.Key) is not { } fix)
                continue;
            foreach (var finding in rule.Take(3))
            {
                var actions = await Workbench.ActionsAsync(project, finding, fix, CancellationToken.None);
                foreach (var action in actions)
                    await Workbench.ApplyAsync(action, CancellationToken.None);
            }

            var all = await fix.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
                project.Documents.First(), fix, FixAllScope.Project, null!, [rule.Key], new Found(project, [.. rule]), CancellationToken.None));
            if (all is not null)
                await Workbench.ApplyAsync(all, CancellationToken.None);
        }
    }

    /// <summary>Analysis and fixes; a failure says what the input was.</summary>
    public static async Task RunAsync(string what, string code, params (string Name, string Text)[] files)
    {
        try
        {
            var project = await ProjectAsync(code, files);
            await FixAsync(project, await AnalyzeAsync(project));
        }
        catch (Exception exception)
        {
            var input = string.Join("\n", files.Select(file => $"--- {file.Name}\n{file.Text}").Prepend(code));
            Assert.Fail($"{what}: {exception}\n{(input.Length > 5000 ? input[..5000] + "…" : input)}");
        }
    }

    private sealed class Found(Project project, ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return findings.Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project asked, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => !finding.Location.IsInSource));

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project asked, CancellationToken cancellationToken) =>
            Task.FromResult(asked.Id == project.Id ? findings.AsEnumerable() : []);
    }
}
