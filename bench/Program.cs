using System.Globalization;
using BenchmarkDotNet.Running;

namespace TransitAnalyzers.Bench;

/// <summary>
/// Measures all rules against an empty analyzer and the peers on the same compilation, in the same process.
/// <code>
///   (nothing)       generated code of 1,000, 10,000 and 40,000 methods, then BenchmarkDotNet
///   --sizes N,N     other numbers of methods; the growth is that between the two largest
///   --report        without BenchmarkDotNet
///   --sequential    not concurrently as well
///   --own           without the wall time of a whole compilation
///   --tree DIR      any source folder, as one compilation that references every library
///   --projects DIR  any source folder, as its projects are built: many compilations, each with the libraries that it names
///   --rounds N      rounds of each measurement; the least counts
/// </code>
/// </summary>
internal static class Program
{
    private const string Sizes = "1000,10000,40000";

    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var rounds = Option(args, "--rounds") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
        var report = new Report(rounds, args.Contains("--sequential") ? [false] : [false, true]);
        if (Option(args, "--tree") is { } folder)
            return await report.TreeAsync(folder) ? 0 : 1;
        if (Option(args, "--projects") is { } built)
        {
            await report.ProjectsAsync(built);
            return 0;
        }

        var sizes = (Option(args, "--sizes") ?? Sizes).Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture));
        var good = await report.GeneratedAsync([.. sizes.Order()], withWall: !args.Contains("--own"));
        if (!args.Contains("--report"))
            BenchmarkRunner.Run<AnalysisBenchmark>();
        return good ? 0 : 1;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
