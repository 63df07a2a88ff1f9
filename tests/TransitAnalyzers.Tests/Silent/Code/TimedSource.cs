// Looks like a request without a time limit: the token's source has one.
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Ping
{
    public static async Task<bool> AnswersAsync(Uri address)
    {
        using var client = new HttpClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(3));
        using var answer = await client.GetAsync(address, limit.Token);
        return answer.IsSuccessStatusCode;
    }
}
