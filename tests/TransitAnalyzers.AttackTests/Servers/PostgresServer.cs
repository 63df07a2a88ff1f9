using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Servers;

/// <summary>
/// A real PostgreSQL on the loopback. Whoever logs in as <see cref="User"/> is let in, as an attacker would; what it was told
/// stands in its log.
/// </summary>
internal sealed class PostgresServer : IOtherSide
{
    public const string User = "app";

    private static readonly string? Binaries = FindBinaries();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("postgres");

    private PostgresServer() => Port = Programs.FreePort();

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? Missing { get; } = Binaries is null ? "PostgreSQL is not installed (Debian package postgresql)" : null;

    public int Port { get; }

    public string Seen => File.ReadAllText(PathOf("log"));

    /// <param name="certificate">What it presents; null: it speaks no TLS.</param>
    public static async Task<PostgresServer> StartAsync(X509Certificate2? certificate)
    {
        var server = new PostgresServer();
        if (certificate is not null)
            Laboratory.Write(certificate, server.PathOf("cert.pem"), server.PathOf("key.pem"));
        if (Environment.IsPrivilegedProcess)
            await Programs.RunAsync("chown", "-R", "postgres", server.folder.FullName);
        await AsServerAsync("initdb", "-D", server.PathOf("data"), "-U", User, "-A", "trust", "--no-sync", "--no-locale", "-E", "UTF8");
        await AsServerAsync("pg_ctl", "start", "-w", "-D", server.PathOf("data"), "-l", server.PathOf("log"), "-o", server.Options(certificate is not null));
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await AsServerAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", PathOf("data"));
        folder.Delete(recursive: true);
    }

    private string Options(bool isEncrypted) => string.Join(' ',
        $"-p {Port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=localhost -c unix_socket_directories= -c fsync=off -c log_statement=all",
        isEncrypted ? $"-c ssl=on -c ssl_cert_file={PathOf("cert.pem")} -c ssl_key_file={PathOf("key.pem")}" : "-c ssl=off");

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>PostgreSQL refuses to run with all rights.</summary>
    private static Task AsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Programs.RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(Binaries!, program), .. arguments])
        : Programs.RunAsync(Path.Combine(Binaries!, program), arguments);

    private static string? FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin")) : [];
        return Path.GetDirectoryName(Programs.Find("initdb", versions));
    }
}
