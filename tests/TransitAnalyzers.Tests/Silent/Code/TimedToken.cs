// Looks like a request without a time limit: a token ends it, as the documentation advises for limits by request.
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Downloads
{
    private readonly HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        return await client.GetStringAsync("https://shop.example/" + path, limit.Token);
    }
}
