using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// The other side, who is not whom the victim means: takes connections, presents a certificate, answers what keeps the victim
/// talking, and remembers every byte that it could read.
/// </summary>
internal sealed class Attacker : IOtherSide
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly StringBuilder seen = new();
    private readonly X509Certificate2 certificate;
    private readonly bool startsInClear;
    private readonly Task running;

    /// <param name="presented">What it presents.</param>
    /// <param name="startsInClear">Speaks SMTP up to STARTTLS first; otherwise TLS from the first byte on.</param>
    public Attacker(Presented presented, bool startsInClear = false)
    {
        certificate = Laboratory.Create(presented);
        this.startsInClear = startsInClear;
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
        certificate.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                open.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(open);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var plain = client.GetStream();
                if (startsInClear && !await StartTlsAsync(plain))
                    return;
                await using var tls = new SslStream(plain, leaveInnerStreamOpen: false);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
                await ListenAsync(tls, startsInClear ? AnswerMail : AnswerWeb);
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The victim has refused, or is done.
            }
        }
    }

    private async Task<bool> StartTlsAsync(NetworkStream plain)
    {
        await WriteAsync(plain, "220 mail\r\n");
        var started = false;
        await ListenAsync(plain, line =>
        {
            started = line.StartsWith("STARTTLS", StringComparison.OrdinalIgnoreCase);
            return started ? "220 go ahead\r\n" : line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250-mail\r\n250 STARTTLS\r\n" : "250 ok\r\n";
        }, () => started);
        return started;
    }

    private async Task ListenAsync(Stream stream, Func<string, string?> answer, Func<bool>? isDone = null)
    {
        var buffer = new byte[8192];
        while (isDone?.Invoke() != true)
        {
            var count = await stream.ReadAsync(buffer, stop.Token);
            if (count == 0)
                return;
            var text = Encoding.Latin1.GetString(buffer, 0, count);
            lock (seen)
                seen.Append(text);
            if (answer(text) is { } reply)
                await WriteAsync(stream, reply);
        }
    }

    private async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop.Token);

    private static string AnswerMail(string line) =>
        line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250-mail\r\n250 AUTH LOGIN\r\n"
        : line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) ? "334 UGFzc3dvcmQ6\r\n"
        : line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) ? "354 send\r\n"
        : "250 ok\r\n";

    private static string? AnswerWeb(string text) => text.Contains("HTTP/1.1", StringComparison.Ordinal)
        ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        : null;
}
