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

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("redis");
    private readonly StringBuilder seen = new();
    private readonly Process process;
    private readonly int plainPort = Programs.FreePort();
    private readonly TcpClient monitor;
    private readonly Task reading;

    private RedisServer(X509Certificate2? certificate)
    {
        var arguments = new List<string> { "--port", plainPort.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--dir", folder.FullName, "--logfile", PathOf("log") };
        Port = plainPort;
        if (certificate is not null)
        {
            Port = Programs.FreePort();
            Laboratory.Write(certificate, PathOf("cert.pem"), PathOf("key.pem"));
            arguments.AddRange(["--tls-port", Port.ToString(CultureInfo.InvariantCulture), "--tls-cert-file", PathOf("cert.pem"), "--tls-key-file", PathOf("key.pem"), "--tls-ca-cert-file", PathOf("cert.pem"), "--tls-auth-clients", "no"]);
        }

        process = Process.Start(new ProcessStartInfo(Binary!, arguments))!;
        monitor = Connect();
        monitor.GetStream().Write("MONITOR\r\n"u8);
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
    public static Task<RedisServer> StartAsync(X509Certificate2? certificate) => Task.Run(() => new RedisServer(certificate));

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        monitor.Dispose();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private TcpClient Connect()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new TcpClient("127.0.0.1", plainPort);
            }
            catch (SocketException) when (attempt < 200 && !process.HasExited)
            {
                Thread.Sleep(50);
            }
        }
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
