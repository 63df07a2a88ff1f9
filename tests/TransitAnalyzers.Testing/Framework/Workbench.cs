using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What tests do with Roslyn: make a project, run analyzers over it, ask for actions and apply them.</summary>
internal static class Workbench
{
    public static async Task<Project> CreateProjectAsync(
        SolutionState state, ReferenceAssemblies otherwise, CompilationOptions options, ParseOptions parseOptions, CancellationToken cancellationToken)
    {
        var references = await (state.ReferenceAssemblies ?? otherwise).ResolveAsync(options.Language, cancellationToken).ConfigureAwait(false);
        var id = ProjectId.CreateNewId("TestProject");
        var solution = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, "TestProject", "TestProject", options.Language,
                filePath: ProjectState.Root + "TestProject.csproj",
                compilationOptions: options.WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary),
                parseOptions: parseOptions,
                metadataReferences: references.Concat(state.AdditionalReferences)));
        foreach (var (name, content) in state.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id, name), Path.GetFileName(name), content, filePath: ProjectState.PathOf(name));
        foreach (var (name, content) in state.AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id, name), Path.GetFileName(name), content, filePath: ProjectState.PathOf(name));
        foreach (var (name, content) in state.AnalyzerConfigFiles)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id, name), Path.GetFileName(name), content, filePath: ProjectState.PathOf(name));
        return solution.GetProject(id)!;
    }

    /// <summary>Rules that are off by default are on in tests, and an analyzer that throws is an error.</summary>
    public static CompilationOptions Enable(CompilationOptions options, IEnumerable<DiagnosticDescriptor> rules, IEnumerable<string> disabled)
    {
        var specific = new Dictionary<string, ReportDiagnostic> { ["AD0001"] = ReportDiagnostic.Error };
        foreach (var rule in rules.Where(rule => !rule.IsEnabledByDefault))
            specific[rule.Id] = AsReport(rule.DefaultSeverity);
        foreach (var id in disabled)
            specific[id] = ReportDiagnostic.Suppress;
        return options.WithSpecificDiagnosticOptions(specific);
    }

    /// <summary>What the analyzers report, in the order of the text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        if (analyzers.IsEmpty)
            return [];
        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var run = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return Sort(await run.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false));
    }

    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)
            .ThenBy(diagnostic => diagnostic.Location.GetLineSpan().EndLinePosition)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)];

    /// <summary>What the light bulb offers for a diagnostic, in C# or in an additional file.</summary>
    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(
        Project project, Diagnostic diagnostic, CodeFixProvider provider, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (!provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            return [];
        if (DocumentOf(project, diagnostic) is { } document)
        {
            await provider.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken)).ConfigureAwait(false);
        }
        else if (AdditionalDocumentOf(project, diagnostic) is { } additional)
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                additional, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), cancellationToken)).ConfigureAwait(false);
        }

        return actions.ToImmutable();
    }

    /// <summary>The solution after the action; null where it does anything but change the solution.</summary>
    public static async Task<Solution?> ApplyAsync(CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        return operations is [ApplyChangesOperation change] ? change.ChangedSolution : null;
    }

    public static Document? DocumentOf(Project project, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? project.GetDocument(tree) : null;

    private static TextDocument? AdditionalDocumentOf(Project project, Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile
            ? project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == diagnostic.Location.GetLineSpan().Path)
            : null;

    private static ReportDiagnostic AsReport(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };
}
