using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>
/// The base of all fixes. Deciding and editing are one method, the single fix and FixAll one path, so neither pair can
/// differ. One editor a document: batch merging drops edits that touch the same place without a word.
/// </summary>
public abstract class TransitFix : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new OneEditorFixAll(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        var model = await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (model is null || root is null)
            return;
        var transit = TransitContext.Create(model.Compilation, context.Document.Project.AnalyzerOptions);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in EditsFor(new Finding(diagnostic, NodeAt(root, diagnostic), model, transit, cancellation)))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title,
                        cancel => ApplyAsync(context.Document, [diagnostic], edit.Key, cancel),
                        equivalenceKey: edit.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>Every edit that surely mends this finding, the safest first; none when unsure.</summary>
    internal abstract IEnumerable<Edit> EditsFor(Finding finding);

    /// <summary>The node that a finding points at; in a tie the innermost.</summary>
    private static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);

    /// <summary>Applies the edits of one key (null: the default edit of each finding) to one document.</summary>
    private async Task<Document> ApplyAsync(
        Document document, IReadOnlyCollection<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
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

        return editor.GetChangedDocument();
    }

    private sealed class OneEditorFixAll(TransitFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext all)
        {
            var cancellation = all.CancellationToken;
            var solution = all.Solution;
            foreach (var (document, diagnostics) in await DiagnosticsInScopeAsync(all).ConfigureAwait(false))
            {
                var changed = await fix.ApplyAsync(document, diagnostics, all.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false);
                var root = await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                if (root is not null)
                    solution = solution.WithDocumentSyntaxRoot(document.Id, root);
            }

            return CodeAction.Create("Fix all", _ => Task.FromResult(solution), all.CodeActionEquivalenceKey);
        }

        private static async Task<IReadOnlyList<(Document Document, ImmutableArray<Diagnostic> Diagnostics)>> DiagnosticsInScopeAsync(FixAllContext all)
        {
            IEnumerable<Document> documents = all.Scope switch
            {
                FixAllScope.Document when all.Document is { } document => [document],
                FixAllScope.Project => all.Project.Documents,
                FixAllScope.Solution => all.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
                _ => [],
            };
            var found = new List<(Document, ImmutableArray<Diagnostic>)>();
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
