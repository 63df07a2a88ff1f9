using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Bench;

/// <summary>One run of a subject over a compilation.</summary>
/// <param name="Own">Time inside the analyzers, as Roslyn's telemetry counts it.</param>
/// <param name="Wall">Time of the whole analysis, binding included.</param>
internal sealed record Measurement(TimeSpan Own, TimeSpan Wall, long AllocatedBytes, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Analyzes a fresh compilation, so that no run profits from what another has bound.</summary>
    public static async Task<Measurement> TakeAsync(Subject subject, CSharpCompilation compilation, bool concurrent)
    {
        var fresh = compilation.WithOptions((CSharpCompilationOptions)subject.Configure(compilation.Options.WithConcurrentBuild(concurrent)));
        GC.Collect();
        GC.WaitForPendingFinalizers();

        // What a peer throws is its own, and Roslyn goes on.
        var crash = (Exception?)null;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var run = fresh.WithAnalyzers(subject.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => crash = analyzer is TransitAnalyzer ? exception : crash, concurrent, logAnalyzerExecutionTime: true));
        var result = await run.GetAnalysisResultAsync(CancellationToken.None);
        watch.Stop();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (crash is not null)
            throw new InvalidOperationException($"{subject.Name} threw.", crash);
        var own = subject.Analyzers.Aggregate(TimeSpan.Zero, (sum, analyzer) => sum + result.AnalyzerTelemetryInfo[analyzer].ExecutionTime);
        return new(own, watch.Elapsed, allocated, result.GetAllDiagnostics());
    }
}
