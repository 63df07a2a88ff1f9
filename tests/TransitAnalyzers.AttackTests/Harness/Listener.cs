using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>Takes the victim's connections on the loopback, each until one side hangs up, and remembers what it could read.</summary>
internal abstract class Listener : IOtherSide
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly StringBuilder seen = new();
    private readonly Task running;

    protected Listener()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Stopped = stop.Token;
        running = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public string Seen
    {
        get
        {
            lock (seen)
                return seen.ToString();
        }
    }

    protected CancellationToken Stopped { get; }

    public virtual async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
    }

    /// <summary>Talks to the victim; may end by what a broken connection throws.</summary>
    protected abstract Task TalkAsync(NetworkStream victim);

    protected void Remember(string text)
    {
        lock (seen)
            seen.Append(text);
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(Stopped)));
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient victim)
    {
        using (victim)
        {
            try
            {
                await TalkAsync(victim.GetStream());
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                // The victim has refused, or one side is done.
            }
        }
    }

    private static bool IsEnd(Exception exception) =>
        exception is IOException or AuthenticationException or OperationCanceledException or SocketException or ObjectDisposedException;
}
