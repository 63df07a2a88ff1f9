using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// A console program that the product finds something in: compiled, mended by the product's own fix, and run in a process
/// of its own, so that it meets the platform as users' programs do.
/// </summary>
internal sealed class VulnerableProgram
{
    private readonly Project project;

    private VulnerableProgram(Project project) => this.project = project;

    public static async Task<VulnerableProgram> OfAsync(string source)
    {
        var id = ProjectId.CreateNewId();
        var references = await ReferenceAssemblies.AspNetCore.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, "Vulnerable", "Vulnerable", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
                metadataReferences: references))
            .AddDocument(DocumentId.CreateNewId(id), "Program.cs", source);
        return new VulnerableProgram(solution.GetProject(id)!);
    }

    /// <summary>The findings of one rule.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(string rule)
    {
        var compilation = (await project.GetCompilationAsync())!.WithAnalyzers([new TransitAnalyzer()]);
        var findings = await compilation.GetAnalyzerDiagnosticsAsync();
        return [.. findings.Where(finding => finding.Id == rule).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The program with the first action offered taken for every finding, one after the other.</summary>
    public async Task<VulnerableProgram> FixedAsync(string rule, CodeFixProvider fix)
    {
        var current = this;
        for (var round = 0; round < 20; round++)
        {
            if ((await current.FindingsAsync(rule)).FirstOrDefault() is not { } finding)
                return current;
            var actions = new List<CodeAction>();
            var document = current.project.GetDocument(finding.Location.SourceTree)!;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            var operations = await actions[0].GetOperationsAsync(CancellationToken.None);
            var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
            current = new VulnerableProgram(changed.GetProject(current.project.Id)!);
        }

        throw new InvalidOperationException("The fix does not come to an end.");
    }

    /// <summary>Runs the program; <paramref name="environment"/> is added to that of the tests.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("attack");
        try
        {
            var assembly = Path.Combine(folder.FullName, "Vulnerable.dll");
            var result = (await project.GetCompilationAsync())!.Emit(assembly);
            Assert.True(result.Success, string.Join("\n", result.Diagnostics));
            await File.WriteAllTextAsync(Path.ChangeExtension(assembly, ".runtimeconfig.json"), $$"""
                { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }
                """);
            var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var (name, value) in environment)
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
