using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Servers;

/// <summary>A real Redis on the loopback, which tells through its own MONITOR what it was told.</summary>
internal sealed class RedisServer : IOtherSide
{
    private static readonly string? Binary = Programs.Find("redis-server");

    private readonly DirectoryInfo folder;
    private readonly StringBuilder seen = new();
    private readonly Process process;
    private readonly TcpClient monitor;
    private readonly Task reading;

    private RedisServer(DirectoryInfo folder, Process process, TcpClient monitor, int port)
    {
        this.folder = folder;
        this.process = process;
        this.monitor = monitor;
        Port = port;
        reading = ReadAsync();
    }

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? Missing { get; } = Binary is null ? "Redis is not installed (Debian package redis-server)" : null;

    public int Port { get; }

    public string Seen
    {
        get
        {
            lock (seen)
                return seen.ToString();
        }
    }

    /// <param name="certificate">What it presents; null: it speaks no TLS.</param>
    public static async Task<RedisServer> StartAsync(X509Certificate2? certificate)
    {
        var folder = Directory.CreateTempSubdirectory("redis");
        string PathOf(string file) => Path.Combine(folder.FullName, file);
        for (var attempt = 0; ; attempt++)
        {
            var plainPort = Programs.FreePort();
            var port = plainPort;
            List<string> arguments = ["--port", Text(plainPort), "--bind", "127.0.0.1", "--save", "", "--dir", folder.FullName, "--logfile", PathOf("log")];
            if (certificate is not null)
            {
                port = Programs.FreePort();
                Laboratory.Write(certificate, PathOf("cert.pem"), PathOf("key.pem"));
                arguments.AddRange(["--tls-port", Text(port), "--tls-cert-file", PathOf("cert.pem"), "--tls-key-file", PathOf("key.pem"), "--tls-ca-cert-file", PathOf("cert.pem"), "--tls-auth-clients", "no"]);
            }

            var process = Process.Start(new ProcessStartInfo(Binary!, arguments))!;
            if (await MonitorAsync(process, plainPort) is { } monitor)
                return new(folder, process, monitor, port);

            // A port that was free may be taken before the server has it: it then ends by itself.
            var hasEnded = process.HasExited;
            if (!hasEnded)
                process.Kill();
            Assert.True(hasEnded && attempt < 3, "Redis does not answer: " + await File.ReadAllTextAsync(PathOf("log")));
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        monitor.Dispose();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A connection on which the server tells what it is told; null where none answers. It answers when all its ports are
    /// open; a connection alone says less, since one from and to the same free port connects to itself.
    /// </summary>
    private static async Task<TcpClient?> MonitorAsync(Process process, int port)
    {
        var buffer = new byte[64];
        for (var attempt = 0; attempt < 200 && !process.HasExited; attempt++)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                await client.GetStream().WriteAsync("MONITOR\r\n"u8.ToArray());
                var count = await client.GetStream().ReadAsync(buffer);
                if (buffer.AsSpan(0, count).StartsWith("+OK"u8))
                    return client;
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                // Not yet.
            }

            client.Dispose();
            await Task.Delay(50);
        }

        return null;
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[8192];
        try
        {
            while (await monitor.GetStream().ReadAsync(buffer) is > 0 and var count)
                lock (seen)
                    seen.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // The server has gone.
        }
    }
}
