using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>Programs of the machine that a real server needs.</summary>
internal static class Programs
{
    /// <summary>Where the program is, on the path or in one of the further folders; null where it is not installed.</summary>
    public static string? Find(string name, IEnumerable<string>? further = null) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(further ?? [])
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, which has to be a good one.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        // What it writes goes nowhere: a server that it starts would keep the pipes open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
