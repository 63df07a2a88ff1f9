using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Tests.Editing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>
/// Every program of one file that this room's tests and pages report something in, in one solution, a project each, as it
/// meets <c>dotnet format</c>: one FixAll for each rule, then everything compiles, nothing of the room that can be mended is
/// left, and every comment is there.
/// </summary>
public sealed class FixAllPositivesTests
{
    private static readonly ImmutableArray<string> Ids =
        ["DIT0101", "DIT0102", "DIT0103", "DIT0104", "DIT0105", "DIT0106", "DIT0107", "DIT0108"];

    [Fact]
    public async Task Mends_all_of_them_and_loses_nothing()
    {
        var solution = await CreateAsync();
        var findings = new Dictionary<ProjectId, ImmutableArray<Diagnostic>>();
        foreach (var project in solution.Projects)
            findings[project.Id] = await FindingsAsync(project);
        Assert.True(findings.Count(static pair => !pair.Value.IsEmpty) > 100);
        (solution, var comments) = await WithCommentsAsync(solution, findings);
        foreach (var project in solution.Projects)
            findings[project.Id] = await FindingsAsync(project);
        foreach (var id in Ids)
        {
            var found = findings.First(pair => pair.Value.Any(finding => finding.Id == id)).Key;
            var fix = Fixes.Of(id)!;
            var context = new FixAllContext(
                solution.GetProject(found)!.Documents.Single(), fix, FixAllScope.Solution, null!, [id], new Source(findings, id), CancellationToken.None);
            var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
            var mended = (await Workbench.ApplyAsync(action!, CancellationToken.None))!;
            foreach (var change in mended.GetChanges(solution).GetProjectChanges())
                findings[change.ProjectId] = await FindingsAsync(change.NewProject);
            solution = mended;
        }

        var wrong = new List<string>();
        foreach (var project in solution.Projects)
        {
            var text = (await project.Documents.Single().GetTextAsync()).ToString();
            var compilation = (await project.GetCompilationAsync())!;
            wrong.AddRange(compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error && found.Id != "CS5001").Select(found => $"breaks: {project.Name} {found}\n{text}"));
            foreach (var found in findings[project.Id])
                if (!(await Workbench.ActionsAsync(project, found, Fixes.Of(found.Id)!, CancellationToken.None)).IsEmpty)
                    wrong.Add($"left: {project.Name} {found}\n{text}");
            wrong.AddRange(comments[project.Id].Where(comment => !text.Contains(comment, StringComparison.Ordinal)).Select(comment => $"lost: {project.Name} {comment}\n{text}"));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {findings.Count}:\n{string.Join("\n", wrong)}");
    }

    private static async Task<Solution> CreateAsync()
    {
        var solution = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution;
        foreach (var (name, program) in await Programs.OfAsync("Certificates", "DIT01", areFixed: false))
        {
            if (program.DocumentIds.Count > 1 || program.AdditionalDocumentIds.Count > 0 || program.AnalyzerConfigDocuments.Any())
                continue;

            // Programs that are about their length take long.
            var text = await program.Documents.Single().GetTextAsync();
            if (text.Length > 10_000)
                continue;
            var id = ProjectId.CreateNewId();
            solution = solution
                .AddProject(ProjectInfo.Create(
                    id, VersionStamp.Default, name, "P" + solution.ProjectIds.Count, LanguageNames.CSharp,
                    compilationOptions: program.CompilationOptions, parseOptions: program.ParseOptions, metadataReferences: program.MetadataReferences))
                .AddDocument(DocumentId.CreateNewId(id), "Program.cs", text);
        }

        return solution;
    }

    /// <summary>A comment before and after whatever may be changed.</summary>
    private static async Task<(Solution Solution, Dictionary<ProjectId, ImmutableArray<string>> Comments)> WithCommentsAsync(
        Solution solution, Dictionary<ProjectId, ImmutableArray<Diagnostic>> findings)
    {
        var all = new Dictionary<ProjectId, ImmutableArray<string>>();
        foreach (var project in solution.Projects)
        {
            var document = project.Documents.Single();
            var root = (await document.GetSyntaxRootAsync())!;
            var places = findings[project.Id]
                .Select(finding => root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().First(static node => node is StatementSyntax or MemberDeclarationSyntax))
                .ToImmutableHashSet();
            // What stands within another change may go with it.
            var comments = places.Where(place => !place.Ancestors().Any(places.Contains)).SelectMany((place, i) => new[] { (At: place.SpanStart, Text: $"/* before {i} */ "), (At: place.Span.End, Text: $" /* after {i} */") }).OrderBy(static comment => comment.At).ToImmutableArray();
            var text = (await document.GetTextAsync()).WithChanges(comments.Select(static comment => new TextChange(new(comment.At, 0), comment.Text)));
            all[project.Id] = [.. comments.Select(static comment => comment.Text.Trim())];
            solution = solution.WithDocumentText(document.Id, text);
        }

        return (solution, all);
    }

    /// <summary>What this room reports.</summary>
    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) =>
        [.. (await Workbench.DiagnosticsAsync(project, PageExample.Analyzers, CancellationToken.None)).Where(static finding => Ids.Contains(finding.Id))];

    private sealed class Source(Dictionary<ProjectId, ImmutableArray<Diagnostic>> findings, string id) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(findings[project.Id].Where(finding => finding.Id == id));
    }
}
