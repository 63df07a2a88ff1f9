using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Editing;

/// <summary>
/// Whatever is offered is applied, one by one, until nothing is offered: every step compiles, takes away what it was offered
/// for and brings nothing that any rule reports, and there is a last one. All rules look at all programs of a room.
/// </summary>
public sealed class ClosureTests
{
    /// <summary>Programs with more findings are left out: they are about something else, and take long.</summary>
    private const int MostFindings = 20;

    private const int MostSteps = 2 * MostFindings;

    /// <summary>What a step may bring, and why.</summary>
    private static readonly ImmutableArray<(string Mended, string Brought, string Why)> Explained =
    [
        ("DIT0201", "DIT0202", "Without the obsolete versions one is left: that it alone is allowed was hidden behind what is worse."),
        ("DIT0403", "DIT0403", "What still comes too late comes too late for something else, which the message names."),
    ];

    [Theory]
    [InlineData("Connections", "DIT03")]
    [InlineData("Configuration", "DIT03")]
    [InlineData("Web", "DIT04")]
    [InlineData("Protocols", "DIT02")]
    [InlineData("Keys", "DIT06")]
    public async Task Mending_one_by_one_comes_to_a_good_end(string room, string ids)
    {
        var programs = await Programs.OfAsync(room, ids);
        var wrong = new ConcurrentQueue<string>();
        var applied = 0;
        await Parallel.ForEachAsync(programs, async (program, _) =>
        {
            var steps = 0;
            try
            {
                await foreach (var complaint in MendAsync(program.Project, () => steps++))
                    wrong.Enqueue($"{program.Name}: {complaint}");
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                wrong.Enqueue($"THROWS {program.Name}: {exception}");
            }

            Interlocked.Add(ref applied, steps);
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {applied} steps in {programs.Length} programs:\n{string.Join("\n", wrong.Order(StringComparer.Ordinal))}");
        Assert.True(applied > 10 && programs.Length > 10, $"{applied} steps in {programs.Length} programs");
    }

    private static async IAsyncEnumerable<string> MendAsync(Project project, Action count)
    {
        var before = await State.OfAsync(project);
        if (before.Findings.Length > MostFindings)
            yield break;
        for (var step = 0; ; step++)
        {
            if (step == MostSteps)
            {
                yield return $"LOOPS\n{await Programs.TextAsync(project)}";
                yield break;
            }

            // Of a program as it was written everything that is offered is tried; the first that is offered is gone on with.
            State? next = null;
            foreach (var finding in before.Findings)
            {
                if (step > 0 && next is not null)
                    break;
                var actions = Fixes.Of(finding.Id) is { } fix ? await Workbench.ActionsAsync(project, finding, fix, CancellationToken.None) : [];
                foreach (var action in step == 0 ? actions : actions.Take(1))
                {
                    count();
                    var after = await State.OfAsync(await ApplyAsync(project, action));
                    if (Compare(before, after, finding) is { } complaint)
                        yield return $"{complaint}\n'{action.Title}' for {finding}\n{await Programs.TextAsync(project)}=== after\n{await Programs.TextAsync(after.Project)}";
                    else
                        next ??= after;
                }
            }

            if (next is null)
                yield break;
            (project, before) = (next.Project, next);
        }
    }

    private static string? Compare(State before, State after, Diagnostic mended)
    {
        var errors = after.Errors.ToList();
        foreach (var error in before.Errors)
            errors.Remove(error);
        if (errors.Count > 0)
            return "BREAKS " + string.Join(" | ", errors);
        if (after.Count(mended.Id) >= before.Count(mended.Id))
            return "STAYS " + mended.Id;
        var brought = after.Findings.ToList();
        foreach (var known in before.Findings)
            brought.Remove(brought.Find(finding => finding.Id == known.Id && finding.GetMessage() == known.GetMessage())!);
        brought.RemoveAll(finding => Explained.Any(known => known.Mended == mended.Id && known.Brought == finding.Id));
        return brought.Count > 0 ? "ADDS " + string.Join(" | ", brought) : null;
    }

    /// <summary>The project after the action, read again from its text, as a compiler would.</summary>
    private static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var solution = (await Workbench.ApplyAsync(action, CancellationToken.None))!;
        foreach (var id in solution.GetChanges(project.Solution).GetProjectChanges().SelectMany(static change => change.GetChangedDocuments()).ToArray())
            solution = solution.WithDocumentText(id, SourceText.From((await solution.GetDocument(id)!.GetTextAsync()).ToString()));
        return solution.GetProject(project.Id)!;
    }

    private sealed record State(Project Project, ImmutableArray<string> Errors, ImmutableArray<Diagnostic> Findings)
    {
        public int Count(string id) => Findings.Count(finding => finding.Id == id);

        public static async Task<State> OfAsync(Project project)
        {
            var compilation = (await project.GetCompilationAsync())!;
            var run = compilation.WithAnalyzers(PageExample.Analyzers, new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
            var all = Workbench.Sort(await run.GetAllDiagnosticsAsync());

            // A program of one statement may be left without any.
            return new(
                project,
                [.. all.Where(static found => found.Severity == DiagnosticSeverity.Error && IsOfCompiler(found) && found.Id != "CS5001").Select(static found => $"{found.Id} {found.GetMessage()}")],
                [.. all.Where(static found => !IsOfCompiler(found))]);
        }

        private static bool IsOfCompiler(Diagnostic found) => found.Id.StartsWith("CS", StringComparison.Ordinal);
    }
}
