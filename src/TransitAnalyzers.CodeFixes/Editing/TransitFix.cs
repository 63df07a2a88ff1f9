using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>
/// The base of all fixes, for findings in C# and in configuration files. Deciding and editing are one method, the single
/// fix and FixAll one path, so neither pair can differ. One editor a document: batch merging drops edits that touch the
/// same place without a word. One provider an id, for code and files: of two, <c>dotnet format</c> skips the second.
/// </summary>
public abstract class TransitFix : CodeFixProvider
{
    /// <summary>The key of edits of configuration files. An edit of C# that is chosen by it is the default one.</summary>
    public const string EditFile = nameof(EditFile);

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new OneEditorFixAll(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        var project = context.TextDocument.Project;
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return;
        var transit = TransitContext.Create(compilation, project.AnalyzerOptions);
        foreach (var diagnostic in context.Diagnostics)
        {
            // dotnet format hands over any finding of the analyzer, and mends all by the key of what is offered for it.
            if (!FixableDiagnosticIds.Contains(diagnostic.Id))
                continue;
            foreach (var (title, key) in await OffersAsync(context.TextDocument, diagnostic, transit, cancellation).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        cancel => ApplyAsync(project.Solution, [(context.TextDocument, ImmutableArray.Create(diagnostic))], key, cancel),
                        equivalenceKey: key),
                    diagnostic);
            }
        }
    }

    /// <summary>Every edit that surely mends this finding in C#, the safest first; none when unsure.</summary>
    internal abstract IEnumerable<Edit> EditsFor(Finding finding);

    private async Task<IEnumerable<(string Title, string Key)>> OffersAsync(
        TextDocument place, Diagnostic diagnostic, TransitContext transit, CancellationToken cancellation)
    {
        if (FileEdits.IsInFile(diagnostic))
            return FileEdits.For(transit, diagnostic, cancellation) is { Edit.IsEmpty: false } finding ? [(finding.EditTitle, EditFile)] : [];
        if (place is not Document document
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            return [];
        return EditsFor(new Finding(diagnostic, NodeAt(root, diagnostic), model, transit, cancellation)).Select(edit => (edit.Title, edit.Key));
    }

    /// <summary>The node that a finding points at; in a tie the innermost.</summary>
    private static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);

    /// <summary>Applies the edits of one key (null: the default edit of each finding) to all documents and files.</summary>
    private async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<(TextDocument Document, ImmutableArray<Diagnostic> Diagnostics)> all, string? key, CancellationToken cancellation)
    {
        var changed = solution;
        var files = new FileEdits();
        foreach (var (place, diagnostics) in all)
        {
            var inFiles = diagnostics.Where(FileEdits.IsInFile).ToArray();
            if (inFiles.Length > 0)
                await files.AddAsync(place.Project, inFiles, cancellation).ConfigureAwait(false);
            if (inFiles.Length == diagnostics.Length || place is not Document document)
                continue;
            var root = await ApplyAsync(
                document, diagnostics.Where(diagnostic => !FileEdits.IsInFile(diagnostic)), key == EditFile ? null : key, cancellation).ConfigureAwait(false);
            changed = changed.WithDocumentSyntaxRoot(document.Id, root);
        }

        return await files.ApplyAsync(changed, cancellation).ConfigureAwait(false);
    }

    private async Task<SyntaxNode> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var transit = TransitContext.Create(editor.SemanticModel.Compilation, document.Project.AnalyzerOptions);
        var innerFirst = diagnostics
            .OrderByDescending(d => d.Location.SourceSpan.Start)
            .ThenBy(d => d.Location.SourceSpan.Length);
        var mended = new HashSet<SyntaxNode>();
        foreach (var diagnostic in innerFirst)
        {
            var finding = new Finding(diagnostic, NodeAt(editor.OriginalRoot, diagnostic), editor.SemanticModel, transit, cancellation);
            if (EditsFor(finding).FirstOrDefault(edit => key is null || edit.Key == key) is { } edit
                && (edit.Whole is null || mended.Add(edit.Whole)))
                edit.Apply(editor);
        }

        // Through the document, which cleans up what the edits have annotated.
        return await editor.GetChangedDocument().GetSyntaxRootAsync(cancellation).ConfigureAwait(false) ?? editor.OriginalRoot;
    }

    private sealed class OneEditorFixAll(TransitFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext all)
        {
            var diagnostics = await DiagnosticsInScopeAsync(all).ConfigureAwait(false);
            var changed = await fix.ApplyAsync(all.Solution, diagnostics, all.CodeActionEquivalenceKey, all.CancellationToken).ConfigureAwait(false);
            return CodeAction.Create("Fix all", _ => Task.FromResult(changed), all.CodeActionEquivalenceKey);
        }

        private static async Task<IReadOnlyList<(TextDocument Document, ImmutableArray<Diagnostic> Diagnostics)>> DiagnosticsInScopeAsync(FixAllContext all)
        {
            IEnumerable<Document> documents = all.Scope switch
            {
                FixAllScope.Document when all.Document is { } document => [document],
                // Of a configuration file: what it says stands in C# once more.
                FixAllScope.Document or FixAllScope.Project => all.Project.Documents,
                FixAllScope.Solution => all.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
                _ => [],
            };
            var found = new List<(TextDocument, ImmutableArray<Diagnostic>)>();
            foreach (var document in documents)
            {
                var diagnostics = await all.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                if (!diagnostics.IsEmpty)
                    found.Add((document, diagnostics));
            }

            return found;
        }
    }
}
