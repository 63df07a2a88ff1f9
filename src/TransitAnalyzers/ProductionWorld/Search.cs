namespace TransitAnalyzers.Production;

/// <summary>
/// What a search has found, which goes on where the last who asked stopped: many may ask about one symbol, and who stops early
/// has fewer places bound.
/// </summary>
internal sealed class Search<T>(IEnumerable<T> source)
{
    private readonly List<T> found = [];
    private IEnumerator<T>? rest = source.GetEnumerator();

    public IEnumerable<T> All(CancellationToken cancellation)
    {
        for (var index = 0; IsFound(index, cancellation); index++)
            yield return At(index);
    }

    private T At(int index)
    {
        lock (found)
            return found[index];
    }

    private bool IsFound(int index, CancellationToken cancellation)
    {
        lock (found)
        {
            if (index < found.Count)
                return true;
            cancellation.ThrowIfCancellationRequested();
            if (rest?.MoveNext() == true)
            {
                found.Add(rest.Current);
                return true;
            }

            rest = null;
            return false;
        }
    }
}
