using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// A program in source, compiled and loaded twice: as it was written, and as our fixes leave it. It has a class
/// <c>Program</c> with <c>public static Task RunAsync(Visit visit)</c>, and sends <see cref="Visit.Secret"/>.
/// </summary>
internal sealed class Victim
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private Victim(Func<Visit, Task> insecure, Func<Visit, Task> mended, string mendedSource)
    {
        Insecure = insecure;
        Mended = mended;
        MendedSource = mendedSource;
    }

    public Func<Visit, Task> Insecure { get; }

    public Func<Visit, Task> Mended { get; }

    public string MendedSource { get; }

    /// <summary>Applies the first action that is offered for each of the rules, until nothing of them is reported.</summary>
    public static Task<Victim> CreateAsync(string source, params string[] ids) => CreateAsync(source, options: null, ids);

    /// <inheritdoc cref="CreateAsync(string, string[])"/>
    /// <param name="source">The program.</param>
    /// <param name="options">Lines of a global configuration file.</param>
    /// <param name="ids">The rules.</param>
    public static async Task<Victim> CreateAsync(string source, string? options, string[] ids)
    {
        var state = new SolutionState();
        state.Sources.Add(source);
        if (options is not null)
            state.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\n" + options));
        var project = await Workbench.CreateProjectAsync(state, ReferenceAssemblies.AspNetCore.Net100, Options, CSharpParseOptions.Default, CancellationToken.None);
        project = project.WithMetadataReferences(References());
        var insecure = await LoadAsync(project);
        foreach (var id in ids)
            project = await MendAsync(project, id);
        var text = await project.Documents.First().GetTextAsync();
        return new(insecure, await LoadAsync(project), text.ToString());
    }

    private static async Task<Project> MendAsync(Project project, string id)
    {
        var fix = FixOf(id);
        var findings = await FindingsAsync(project, id);
        Assert.NotEmpty(findings);
        for (var round = 0; findings.Length > 0; round++)
        {
            Assert.True(round < 10, $"The fix of {id} comes to no end.");
            var actions = await Workbench.ActionsAsync(project, findings[0], fix, CancellationToken.None);
            Assert.NotEmpty(actions);
            var changed = await Workbench.ApplyAsync(actions[0], CancellationToken.None);
            project = changed!.GetProject(project.Id)!;
            findings = await FindingsAsync(project, id);
        }

        return project;
    }

    private static async Task<Diagnostic[]> FindingsAsync(Project project, string id)
    {
        var all = await Workbench.DiagnosticsAsync(project, [new TransitAnalyzer()], CancellationToken.None);
        return [.. all.Where(finding => finding.Id == id)];
    }

    private static CodeFixProvider FixOf(string id) => typeof(TransitFix).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(TransitFix)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .Single(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <summary>
    /// The assemblies that run this test, so that what is compiled can be loaded beside them; without the test framework,
    /// because a program that references it is no production code.
    /// </summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static async Task<Func<Visit, Task>> LoadAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        using var image = new MemoryStream();
        var emitted = compilation!.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var run = new AssemblyLoadContext(null).LoadFromStream(image).GetType("Program")!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
        return run.CreateDelegate<Func<Visit, Task>>();
    }
}
