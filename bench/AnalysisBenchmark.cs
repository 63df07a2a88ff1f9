using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.CodeAnalysis.CSharp;

namespace TransitAnalyzers.Bench;

/// <summary>Wall time and allocation of a whole analysis of generated code.</summary>
[MemoryDiagnoser]
[Config(typeof(Once))]
public class AnalysisBenchmark
{
    private CSharpCompilation compilation = null!;

    [Params(1_000, 10_000)]
    public int Methods { get; set; }

    [Params(false, true)]
    public bool Concurrent { get; set; }

    [GlobalSetup]
    public void Generate() => compilation = Workload.Generate(Methods);

    [Benchmark(Baseline = true)]
    public Task<object> Empty() => RunAsync(Subject.Empty);

    [Benchmark]
    public Task<object> Transit() => RunAsync(Subject.Transit);

    [Benchmark]
    public Task<object> NetAnalyzers() => RunAsync(Subject.NetAnalyzers);

    [Benchmark]
    public Task<object> Sonar() => RunAsync(Subject.Sonar);

    private async Task<object> RunAsync(Subject subject)
    {
        var measurement = await Measurement.TakeAsync(subject, compilation, Concurrent);
        Report.Check(subject, measurement, Methods);
        return measurement;
    }

    private sealed class Once : ManualConfig
    {
        public Once() => AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(1)
            .WithIterationCount(5));
    }
}
