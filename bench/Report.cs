using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TransitAnalyzers.Bench;

/// <summary>Own time, wall time and allocation of every subject as a table, the ratios, and whether the bars hold.</summary>
internal sealed class Report(int rounds, ImmutableArray<bool> kinds)
{
    private const double MostOfNetAnalyzers = 0.25;
    private const double MostGrowth = 1.1;
    private const double MostWall = 0.02;

    private static readonly ImmutableArray<Subject> Subjects = [Subject.Empty, Subject.Transit, Subject.NetAnalyzers, Subject.Sonar];

    public async Task<bool> GeneratedAsync(ImmutableArray<int> sizes, bool withWall)
    {
        var good = true;
        var own = new Dictionary<(bool Concurrent, int Methods), double>();
        foreach (var methods in sizes)
        {
            var compilation = Workload.Generate(methods);
            foreach (var concurrent in kinds)
            {
                Console.WriteLine($"\n{methods:N0} methods, {Workload.LinesOf(compilation):N0} lines, {Kind(concurrent)}");
                var best = await TakeAsync(Subjects, compilation, concurrent, (subject, measurement) => Check(subject, measurement, methods));
                own[(concurrent, methods)] = best[Subject.Transit].Own.TotalMilliseconds;
                good &= Print(best, gate: methods == 10_000 && !concurrent);
            }
        }

        Console.WriteLine();
        foreach (var concurrent in sizes.Length > 1 ? kinds : [])
        {
            // Between the two larger sizes: below, fixed costs hide the growth.
            var (from, to) = (sizes[^2], sizes[^1]);
            var exponent = Math.Log(own[(concurrent, to)] / own[(concurrent, from)]) / Math.Log((double)to / from);
            good &= Bar($"growth exponent, {Kind(concurrent)}", exponent, MostGrowth);
        }

        return good && (!withWall || await WallAsync(Workload.Generate(10_000)));
    }

    public async Task<bool> TreeAsync(string folder)
    {
        var compilation = Workload.Tree(folder);
        Console.WriteLine($"{folder}: {compilation.SyntaxTrees.Length:N0} files, {Workload.LinesOf(compilation):N0} lines");
        var good = true;
        foreach (var concurrent in kinds)
        {
            Console.WriteLine($"\n{Kind(concurrent)}");
            var best = await TakeAsync(Subjects, compilation, concurrent, static (_, _) => { });
            good &= Print(best, gate: !concurrent);
            if (!concurrent)
            {
                foreach (var rule in best[Subject.Transit].Diagnostics.CountBy(diagnostic => diagnostic.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal))
                    Console.WriteLine($"  {rule.Key}: {rule.Value}");
            }
        }

        return good & await WallAsync(compilation);
    }

    /// <summary>What each project costs when it is built, whatever its size: here fixed costs show. Nothing is a bar.</summary>
    public async Task ProjectsAsync(string folder)
    {
        var projects = Project.In(folder);
        Console.WriteLine($"{folder}: {projects.Count} projects, {projects.Sum(project => Workload.LinesOf(project.Compilation)):N0} lines");
        foreach (var concurrent in kinds)
        {
            Console.WriteLine($"\n{Kind(concurrent)}\n| project | lines | own ms | of NetAnalyzers' |\n|---|---:|---:|---:|");
            var own = new List<(Project Project, double Transit, double Peer)>();
            foreach (var project in projects)
            {
                var best = await TakeAsync([Subject.Transit, Subject.NetAnalyzers], project.Compilation, concurrent, static (_, _) => { });
                var (transit, peer) = (best[Subject.Transit].Own.TotalMilliseconds, best[Subject.NetAnalyzers].Own.TotalMilliseconds);
                own.Add((project, transit, peer));
                Console.WriteLine($"| {project.Name}{(project.IsTest ? " (tests)" : "")} | {Workload.LinesOf(project.Compilation):N0} | {transit:N1} | {transit / peer:N3} |");
            }

            Sum("all", own);
            Sum("without those of tests, about which the package is silent", own.Where(taken => !taken.Project.IsTest).ToList());
        }

        static void Sum(string what, List<(Project Project, double Transit, double Peer)> own) => Console.WriteLine(
            $"| {what} | | {own.Sum(taken => taken.Transit):N1} | {own.Sum(taken => taken.Transit) / own.Sum(taken => taken.Peer):N3} |");
    }

    /// <summary>The generated code deserves so many findings: a subject that is fast because it finds nothing is not fast.</summary>
    public static void Check(Subject subject, Measurement measurement, int methods)
    {
        var perBlock = subject == Subject.Transit ? Hits.PerBlock : subject == Subject.NetAnalyzers ? Hits.NetAnalyzersPerBlock : null;
        if (perBlock is null)
            return;
        var blocks = Workload.BlocksOf(methods);
        var found = measurement.Diagnostics.CountBy(diagnostic => diagnostic.Id).ToDictionary();
        var wrong = perBlock.Keys.Union(found.Keys)
            .Select(id => (Id: id, Expected: perBlock.GetValueOrDefault(id) * blocks, Found: found.GetValueOrDefault(id)))
            .Where(count => count.Expected != count.Found)
            .Select(count => $"{count.Id}: expected {count.Expected}, found {count.Found}")
            .ToArray();
        if (wrong.Length > 0)
            throw new InvalidOperationException($"{subject.Name} has a wrong number of findings. {string.Join("; ", wrong)}");
    }

    /// <summary>The least of several rounds of each subject, taken in turn, after one round that does not count.</summary>
    private async Task<Dictionary<Subject, Measurement>> TakeAsync(
        ImmutableArray<Subject> subjects, CSharpCompilation compilation, bool concurrent, Action<Subject, Measurement> check)
    {
        var best = new Dictionary<Subject, Measurement>();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var taken = await Measurement.TakeAsync(subject, compilation, concurrent);
                check(subject, taken);
                if (round <= 1 || !best.TryGetValue(subject, out var least))
                    best[subject] = taken;
                else
                    best[subject] = taken with
                    {
                        Own = taken.Own < least.Own ? taken.Own : least.Own,
                        Wall = taken.Wall < least.Wall ? taken.Wall : least.Wall,
                        AllocatedBytes = Math.Min(taken.AllocatedBytes, least.AllocatedBytes),
                    };
            }
        }

        return best;
    }

    private static bool Print(Dictionary<Subject, Measurement> best, bool gate)
    {
        var peer = best[Subject.NetAnalyzers].Own;
        Console.WriteLine("| analyzers | own ms | of NetAnalyzers' | wall ms | allocated MB | findings |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (subject, taken) in best)
        {
            Console.WriteLine(
                $"| {subject.Name} | {taken.Own.TotalMilliseconds:N1} | {taken.Own / peer:N3} | {taken.Wall.TotalMilliseconds:N0} | {taken.AllocatedBytes / 1e6:N1} | {taken.Diagnostics.Length} |");
        }

        return !gate || Bar("own time, of that of NetAnalyzers' transport rules", best[Subject.Transit].Own / peer, MostOfNetAnalyzers);
    }

    /// <summary>
    /// What our rules add to a whole compilation with the analyzers that a project runs anyway. Noise of the machine is larger
    /// than the share that is asked about, so own time over the wall time of a sequential run is what counts.
    /// </summary>
    private async Task<bool> WallAsync(CSharpCompilation compilation)
    {
        var best = await TakeAsync([Subject.Usual, Subject.UsualAndTransit], compilation, concurrent: false, static (_, _) => { });
        var own = (await TakeAsync([Subject.Transit], compilation, concurrent: false, static (_, _) => { }))[Subject.Transit].Own;
        var (without, with) = (best[Subject.Usual].Wall, best[Subject.UsualAndTransit].Wall);
        Console.WriteLine($"\nNetAnalyzers with its defaults: {without.TotalMilliseconds:N0} ms; with TransitAnalyzers as well: {with.TotalMilliseconds:N0} ms");
        return Bar("own time, of the wall time of a compilation with analyzers", own / without, MostWall);
    }

    private static bool Bar(string what, double value, double most)
    {
        var holds = value <= most;
        Console.WriteLine($"{(holds ? "ok    " : "MISSED")} {what}: {value:N3} (at most {most:N2})");
        return holds;
    }

    private static string Kind(bool concurrent) => concurrent ? "concurrent" : "sequential";
}
