using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Verifies a fix too: one by one until nothing is left to fix, and by FixAll in document, project and solution. The
/// fixed state has no diagnostic that is not expected there and no new compiler error; its trees equal their re-parsed text.
/// </summary>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>The first source after the fix.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>After FixAll, where that differs from fixing one by one.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    public SolutionState FixedState { get; } = new();

    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the offered actions is applied, by position.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>Which of the offered actions is applied, by key.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Number of single fixes; negative: at most so many. By default at most one for each diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>Number of rounds of FixAll; negative: at most so many. By default exactly one.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    private bool FixExpected => !FixedState.IsEmpty || !BatchFixedState.IsEmpty;

    private protected override DiagnosticDescriptor? DefaultDescriptor()
    {
        if (base.DefaultDescriptor() is { } only)
            return only;
        var fixable = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var fixedOnes = Descriptors().Where(descriptor => fixable.Contains(descriptor.Id)).DistinctBy(descriptor => descriptor.Id).ToArray();
        return fixedOnes.Length == 1 ? fixedOnes[0] : null;
    }

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken).ConfigureAwait(false);
        var isFixable = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal).Contains;
        var (test, expected) = TestState.Process(Named, isFixable);
        if (!FixExpected)
        {
            await VerifyRoundsAsync("No fix is expected", test, test, Single, 0, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (after, expectedAfter) = FixedState.Or(TestState).Process(Named, isFixable);
        if (!FixedState.IsEmpty)
        {
            await VerifyDiagnosticsAsync("fixed state", after, expectedAfter, cancellationToken).ConfigureAwait(false);
            await VerifyRoundsAsync(
                "Fixing one by one", test, after, Single,
                NumberOfIncrementalIterations ?? -Math.Max(1, expected.Length), cancellationToken).ConfigureAwait(false);
        }

        if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return;
        var batch = after;
        if (!BatchFixedState.IsEmpty)
        {
            (batch, var expectedBatch) = BatchFixedState.Or(FixedState.Or(TestState)).Process(Named, isFixable);
            await VerifyDiagnosticsAsync("batch fixed state", batch, expectedBatch, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (scope, skip) in new[]
        {
            (FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck),
            (FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck),
            (FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck),
        })
        {
            if (CodeFixTestBehaviors.HasFlag(skip))
                continue;
            // One round a document, where the scope is a document.
            var rounds = NumberOfFixAllIterations ?? (scope == FixAllScope.Document ? -Math.Max(1, test.Sources.Count + test.AdditionalFiles.Count) : 1);
            await VerifyRoundsAsync(
                $"FixAll in {scope}", test, batch,
                (project, diagnostic, action, provider, cancel) => AllAsync(scope, project, diagnostic, action, provider, cancel),
                rounds, cancellationToken).ConfigureAwait(false);
        }
    }

    private delegate Task<CodeAction?> Choose(Project project, Diagnostic diagnostic, CodeAction action, CodeFixProvider provider, CancellationToken cancellationToken);

    private static Task<CodeAction?> Single(Project project, Diagnostic diagnostic, CodeAction action, CodeFixProvider provider, CancellationToken cancellationToken) =>
        Task.FromResult<CodeAction?>(action);

    private async Task<CodeAction?> AllAsync(
        FixAllScope scope, Project project, Diagnostic diagnostic, CodeAction action, CodeFixProvider provider, CancellationToken cancellationToken)
    {
        if (provider.GetFixAllProvider() is not { } all)
        {
            Verify.Fail($"{provider.GetType().Name} has no FixAll provider.");
            return null;
        }

        Verify.True(all.GetSupportedFixAllScopes().Contains(scope), $"FixAll of {provider.GetType().Name} does not support {scope}.");
        var source = new DiagnosticSource(this, [.. provider.FixableDiagnosticIds]);
        var ids = ImmutableHashSet.Create(diagnostic.Id);
        var context = Workbench.DocumentOf(project, diagnostic) is { } document
            ? new FixAllContext(document, provider, scope, action.EquivalenceKey!, ids, source, cancellationToken)
            : new FixAllContext(project, provider, scope, action.EquivalenceKey!, ids, source, cancellationToken);
        return await all.GetFixAsync(context).ConfigureAwait(false);
    }

    private async Task VerifyRoundsAsync(
        string what, SolutionState before, SolutionState after, Choose choose, int rounds, CancellationToken cancellationToken)
    {
        var project = await CreateProjectAsync(before, cancellationToken).ConfigureAwait(false);
        var least = Math.Max(0, rounds);
        var most = Math.Abs(rounds);
        var done = 0;
        while (true)
        {
            var next = await NextAsync(project, choose, cancellationToken).ConfigureAwait(false);
            if (next is null || (done == 1 && CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne)))
                break;
            if (done == most)
            {
                await VerifyTextsAsync($"{what}, after {done} rounds with another still offered", project, after, cancellationToken).ConfigureAwait(false);
                Verify.Fail($"{what}: a fix is still offered after {done} rounds: '{next.Value.Action.Title}' for {next.Value.Diagnostic}");
            }

            var changed = await ApplyAsync(project, next.Value.Action, cancellationToken).ConfigureAwait(false);
            Verify.True(
                await DiffersAsync(project, changed, cancellationToken).ConfigureAwait(false),
                $"{what}: '{next.Value.Action.Title}' changes nothing for {next.Value.Diagnostic}");
            project = changed;
            done++;
            await VerifyTreesAsync(what, project, cancellationToken).ConfigureAwait(false);
        }

        Verify.True(done >= least, $"{what}: expected {least} rounds, but nothing more was offered after {done}.");
        await VerifyTextsAsync(what, project, after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first diagnostic that has the wanted action.</summary>
    private async Task<(Diagnostic Diagnostic, CodeAction Action)?> NextAsync(Project project, Choose choose, CancellationToken cancellationToken)
    {
        var providers = GetCodeFixProviders().ToImmutableArray();
        foreach (var diagnostic in await AnalyzerDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false))
        {
            foreach (var provider in providers)
            {
                var actions = await Workbench.ActionsAsync(project, diagnostic, provider, cancellationToken).ConfigureAwait(false);
                var wanted = CodeActionEquivalenceKey is null
                    ? actions.ElementAtOrDefault(CodeActionIndex ?? 0)
                    : actions.FirstOrDefault(action => action.EquivalenceKey == CodeActionEquivalenceKey);
                if (wanted is null)
                    continue;
                if (CodeActionIndex is { } index && CodeActionEquivalenceKey is not null)
                    Verify.Equal(wanted, actions.ElementAtOrDefault(index), "The action of the key is not at the index.");
                if (await choose(project, diagnostic, wanted, provider, cancellationToken).ConfigureAwait(false) is { } chosen)
                    return (diagnostic, chosen);
            }
        }

        return null;
    }

    private async Task<Project> ApplyAsync(Project project, CodeAction action, CancellationToken cancellationToken)
    {
        var changed = await Workbench.ApplyAsync(action, cancellationToken).ConfigureAwait(false);
        Verify.True(changed is not null, $"'{action.Title}' does anything but change the solution.");
        return changed!.GetProject(project.Id)!;
    }

    private static async Task<bool> DiffersAsync(Project before, Project after, CancellationToken cancellationToken)
    {
        var texts = await TextsAsync(before, cancellationToken).ConfigureAwait(false);
        return !texts.SequenceEqual(await TextsAsync(after, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<List<(string Path, string Text)>> TextsAsync(Project project, CancellationToken cancellationToken)
    {
        var texts = new List<(string, string)>();
        foreach (var document in project.Documents.Concat<TextDocument>(project.AdditionalDocuments))
            texts.Add((document.FilePath ?? document.Name, (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString()));
        return texts;
    }

    private async Task VerifyTextsAsync(string what, Project project, SolutionState after, CancellationToken cancellationToken)
    {
        var texts = await TextsAsync(project, cancellationToken).ConfigureAwait(false);
        var files = after.Sources.Concat(after.AdditionalFiles).ToArray();
        Verify.Equal(files.Length, texts.Count, $"{what}: number of files");
        foreach (var (name, content) in files)
        {
            var actual = texts.Find(text => text.Path == ProjectState.PathOf(name));
            Verify.True(actual.Text is not null, $"{what}: {name} is missing.");
            Verify.EqualText(content.ToString(), actual.Text!, $"{what}: {name} differs from the fixed state.");
        }
    }

    private async Task VerifyTreesAsync(string what, Project project, CancellationToken cancellationToken)
    {
        if (CodeActionValidationMode == CodeActionValidationMode.None)
            return;
        foreach (var document in project.Documents)
        {
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            var parsed = await Reparse(root, cancellationToken).ConfigureAwait(false);
            var difference = TreeDifference.Find(root, parsed, withTrivia: CodeActionValidationMode == CodeActionValidationMode.Full);
            Verify.True(difference is null, $"{what}: the tree of {document.Name} is not what its text parses to: {difference}");
        }
    }

    protected abstract Task<SyntaxNode> Reparse(SyntaxNode root, CancellationToken cancellationToken);

    private sealed class DiagnosticSource(CodeFixTest<TVerifier> test, HashSet<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await OfAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await OfAsync(project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => !diagnostic.Location.IsInSource);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await OfAsync(project, cancellationToken).ConfigureAwait(false);

        private async Task<IEnumerable<Diagnostic>> OfAsync(Project project, CancellationToken cancellationToken) =>
            (await test.AnalyzerDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => ids.Contains(diagnostic.Id));
    }
}
