using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// Somebody on the path between the victim and the right server: passes everything on, remembers what the victim sent, and
/// may answer in the server's name.
/// </summary>
internal sealed class OnPath : IOtherSide
{
    private readonly IOtherSide server;
    private readonly Func<ReadOnlyMemory<byte>, byte[]?> answer;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly StringBuilder seen = new();
    private readonly Task running;

    /// <param name="server">The right server, which goes with the path.</param>
    /// <param name="answer">The answer to what the victim sent, instead of the server's; null passes it on.</param>
    public OnPath(IOtherSide server, Func<ReadOnlyMemory<byte>, byte[]?>? answer = null)
    {
        this.server = server;
        this.answer = answer ?? (static _ => null);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
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

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
        await server.DisposeAsync();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                open.Add(PassAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(open);
    }

    private async Task PassAsync(TcpClient victim)
    {
        using (victim)
        {
            using var right = new TcpClient();
            try
            {
                await right.ConnectAsync("localhost", server.Port, stop.Token);
                var back = right.GetStream().CopyToAsync(victim.GetStream(), stop.Token);
                var buffer = new byte[8192];
                while (await victim.GetStream().ReadAsync(buffer, stop.Token) is > 0 and var count)
                {
                    lock (seen)
                        seen.Append(Encoding.Latin1.GetString(buffer, 0, count));
                    if (answer(buffer.AsMemory(0, count)) is { } instead)
                        await victim.GetStream().WriteAsync(instead, stop.Token);
                    else
                        await right.GetStream().WriteAsync(buffer.AsMemory(0, count), stop.Token);
                }

                right.Client.Shutdown(SocketShutdown.Send);
                await back;
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One of them has hung up.
            }
        }
    }
}
