namespace TransitAnalyzers.Tests.Robustness;

/// <summary>Truncated and mutated code and configuration files: no exception, of any rule or fix. The seeds are fixed.</summary>
public sealed class DamagedCodeTests
{
    private const int Seeds = 4;
    private const int TrialsPerSeed = 300;

    public static IEnumerable<object[]> SeedRows => Enumerable.Range(1, Seeds).Select(seed => new object[] { seed });

    [Fact]
    public void There_is_something_to_damage()
    {
        Assert.True(Corpus.Code.Length > 10);
        Assert.NotEmpty(Corpus.Files);
    }

    [Theory]
    [MemberData(nameof(SeedRows))]
    public async Task Truncated(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < TrialsPerSeed; trial++)
            await Trial.RunAsync($"seed {seed}, trial {trial}", Damage.Truncate(Pick(random), random));
    }

    [Theory]
    [MemberData(nameof(SeedRows))]
    public async Task Mutated(int seed)
    {
        var random = new Random(seed + 1000);
        for (var trial = 0; trial < TrialsPerSeed; trial++)
            await Trial.RunAsync($"seed {seed}, trial {trial}", Damage.MutateCode(Pick(random), random));
    }

    [Theory]
    [MemberData(nameof(SeedRows))]
    public async Task Cancelled_at_any_time(int seed)
    {
        var random = new Random(seed + 2000);
        for (var trial = 0; trial < 15; trial++)
        {
            var project = await Trial.ProjectAsync(Pick(random));
            using var source = new CancellationTokenSource();
            source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(30)));
            try
            {
                await Trial.AnalyzeAsync(project, source.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(source.IsCancellationRequested);
            }
        }
    }

    private static string Pick(Random random) => Corpus.Code[random.Next(Corpus.Code.Length)];
}
