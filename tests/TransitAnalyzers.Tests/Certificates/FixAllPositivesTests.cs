using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;
using Xunit.Sdk;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>
/// Everything that this room's tests and pages report, in one solution, a project each, as it meets <c>dotnet format</c>: one
/// FixAll for each rule, then everything compiles, nothing of the room that can be mended is left, and every comment is there.
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
        Assert.All(findings.Values, static found => Assert.NotEmpty(found));
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
            wrong.AddRange(compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}\n{text}"));
            wrong.AddRange(findings[project.Id].Select(found => $"left: {found}\n{text}"));
            wrong.AddRange(comments[project.Id].Where(comment => !text.Contains(comment, StringComparison.Ordinal)).Select(comment => $"lost: {comment}\n{text}"));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {findings.Count}:\n{string.Join("\n", wrong)}");
    }

    private static IEnumerable<(string Source, ReferenceAssemblies References)> Positives()
    {
        var plain = ReferenceAssemblies.AspNetCore.Net100;
        var everything = plain.AddPackages(Packages.Newest);
        foreach (var id in Ids)
            foreach (var (info, text) in Page.Of(id).BlocksOf("Insecure"))
                if (info == "csharp")
                    yield return (text, everything);
        foreach (var (type, method, wrap, references) in new (Type, string, Func<string, string>, ReferenceAssemblies)[]
        {
            (typeof(CallbackTests), nameof(CallbackTests.Accepts_everything), source => CallbackTests.Set("{|DIT0101:" + source + "|}"), plain),
            (typeof(CallbackTests), nameof(CallbackTests.Tolerates_errors), source => CallbackTests.Set("{|DIT0102:" + source + "|}"), plain),
            (typeof(CallbackTests), nameof(CallbackTests.Rests_on_weak_evidence), source => CallbackTests.Set("{|DIT0103:" + source + "|}"), plain),
            (typeof(CallbackTests), nameof(CallbackTests.Reports_once_where_the_cause_stands), CallbackTests.InClient, plain),
            (typeof(CallbackShapeTests), nameof(CallbackShapeTests.Reports), CallbackShapeTests.WithStubs, CallbackShapeTests.References),
            (typeof(ClientLibraryTests), nameof(ClientLibraryTests.Reports), ClientLibraryTests.WithUsings, ClientLibraryTests.Clients),
            (typeof(UnservedLibraryTests), nameof(UnservedLibraryTests.Reports), UnservedLibraryTests.WithStubs, plain),
            (typeof(CertificateSettingTests), nameof(CertificateSettingTests.Reports), CertificateSettingTests.WithUsings, CertificateSettingTests.Clients),
            (typeof(CertificateSettingTests), nameof(CertificateSettingTests.Wcf_on_NET_Framework), CertificateSettingTests.Wcf, ReferenceAssemblies.NetFramework.Net472.Default),
            (typeof(IgnoredResultTests), nameof(IgnoredResultTests.Reports), IgnoredResultTests.In, plain),
            (typeof(IgnoredResultTests), nameof(IgnoredResultTests.Reports_what_no_caller_asks), IgnoredResultTests.Members, plain),
        })
        {
            var theory = type.GetMethod(method)!;
            foreach (var row in theory.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(theory)))
                if (wrap((string)row[0]) is var source && Markup.Parse(source).Spans.Length > 0)
                    yield return (source, references);
        }
    }

    private static async Task<Solution> CreateAsync()
    {
        var solution = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution;
        foreach (var (source, references) in Positives())
        {
            var text = Markup.Parse(source).Text;
            var isProgram = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
            var id = ProjectId.CreateNewId();
            // .NET Framework projects are of C# 7.3.
            var isOld = references == ReferenceAssemblies.NetFramework.Net472.Default;
            var options = ((CSharpCompilationOptions)CSharpProject.CompilationOptions)
                .WithNullableContextOptions(isOld ? NullableContextOptions.Disable : NullableContextOptions.Enable)
                .WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
            solution = solution
                .AddProject(ProjectInfo.Create(
                    id, VersionStamp.Default, "P" + solution.ProjectIds.Count, "P" + solution.ProjectIds.Count, LanguageNames.CSharp,
                    compilationOptions: options,
                    parseOptions: isOld ? CSharpProject.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp7_3) : CSharpProject.ParseOptions,
                    metadataReferences: await references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None)))
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

    /// <summary>What this room reports, as far as it can be mended.</summary>
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
