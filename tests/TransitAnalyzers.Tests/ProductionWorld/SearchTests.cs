using TransitAnalyzers.Production;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>A search that many share.</summary>
public sealed class SearchTests
{
    [Fact]
    public void Goes_on_where_the_last_who_asked_stopped()
    {
        var looked = 0;
        var search = new Search<int?>(Found());

        Assert.Equal(1, search.All(CancellationToken.None).First());
        Assert.Equal(1, looked);
        Assert.Equal([1, null], search.All(CancellationToken.None).Take(2));
        Assert.Equal(2, looked);
        Assert.Equal([1, null, 3], search.All(CancellationToken.None));
        Assert.Equal([1, null, 3], search.All(CancellationToken.None));
        Assert.Equal(3, looked);

        IEnumerable<int?> Found()
        {
            foreach (var next in new int?[] { 1, null, 3 })
            {
                looked++;
                yield return next;
            }
        }
    }

    [Fact]
    public void Finds_nothing_more_when_cancelled()
    {
        var search = new Search<int>([1, 2]);
        using var source = new CancellationTokenSource();
        using var asking = search.All(source.Token).GetEnumerator();
        Assert.True(asking.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => asking.MoveNext());
        Assert.Equal([1, 2], search.All(CancellationToken.None));
    }

    [Fact]
    public async Task Gives_all_who_ask_at_once_the_same()
    {
        var search = new Search<int>(Enumerable.Range(0, 10_000));
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => search.All(CancellationToken.None).ToList())));
        Assert.All(all, found => Assert.Equal(Enumerable.Range(0, 10_000), found));
    }
}
