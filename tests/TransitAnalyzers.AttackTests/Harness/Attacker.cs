using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>
/// The other side, who is not whom the victim means: takes connections, presents a certificate, answers what keeps the victim
/// talking, and remembers every byte that it could read.
/// </summary>
/// <param name="presented">What it presents.</param>
/// <param name="startsInClear">Speaks SMTP up to STARTTLS first; otherwise TLS from the first byte on.</param>
internal sealed class Attacker(Presented presented, bool startsInClear = false) : Listener
{
    private readonly X509Certificate2 certificate = Laboratory.Create(presented);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        certificate.Dispose();
    }

    protected override async Task TalkAsync(NetworkStream victim)
    {
        if (startsInClear && !await StartTlsAsync(victim))
            return;
        await using var tls = new SslStream(victim, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Stopped);
        await ListenAsync(tls, startsInClear ? AnswerMail : AnswerWeb);
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
            var count = await stream.ReadAsync(buffer, Stopped);
            if (count == 0)
                return;
            var text = Encoding.Latin1.GetString(buffer, 0, count);
            Remember(text);
            if (answer(text) is { } reply)
                await WriteAsync(stream, reply);
        }
    }

    private async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), Stopped);

    private static string AnswerMail(string line) =>
        line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250-mail\r\n250 AUTH LOGIN\r\n"
        : line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) ? "334 UGFzc3dvcmQ6\r\n"
        : line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) ? "354 send\r\n"
        : "250 ok\r\n";

    private static string? AnswerWeb(string text) => text.Contains("HTTP/1.1", StringComparison.Ordinal)
        ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        : null;
}
