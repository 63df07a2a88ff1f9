using System.Net.Sockets;
using System.Text;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// Somebody on the path between the victim and the right server: passes everything on, remembers what the victim sent, and
/// may answer in the server's name.
/// </summary>
/// <param name="server">The right server, which goes with the path.</param>
/// <param name="answer">The answer to what the victim sent, instead of the server's; null passes it on.</param>
internal sealed class OnPath(IOtherSide server, Func<ReadOnlyMemory<byte>, byte[]?>? answer = null) : Listener
{
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    protected override async Task TalkAsync(NetworkStream victim)
    {
        using var right = new TcpClient();
        await right.ConnectAsync("localhost", server.Port, Stopped);
        var onward = right.GetStream();
        var back = onward.CopyToAsync(victim, Stopped);
        var buffer = new byte[8192];
        while (await victim.ReadAsync(buffer, Stopped) is > 0 and var count)
        {
            Remember(Encoding.Latin1.GetString(buffer, 0, count));
            if (answer?.Invoke(buffer.AsMemory(0, count)) is { } instead)
                await victim.WriteAsync(instead, Stopped);
            else
                await onward.WriteAsync(buffer.AsMemory(0, count), Stopped);
        }

        right.Client.Shutdown(SocketShutdown.Send);
        await back;
    }
}
