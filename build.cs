#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
// The commands of this repository: dotnet run build.cs demo | test | pack | bench | docs

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

var root = Path.GetDirectoryName(ThisFile())!;
var rest = args.Skip(1).ToArray();
return args.FirstOrDefault() switch
{
    "demo" => Demo(),
    "test" => Test(rest),
    "pack" => Pack(Path.Combine(root, "artifacts", "packages"), null),
    "bench" => Dotnet(["run", "-c", "Release", "--project", Path.Combine(root, "bench"), "--", .. rest]),
    "docs" => Docs(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        dotnet run build.cs demo    packs, runs the package on the samples, mends them, shows them clean
        dotnet run build.cs test    restores, builds, runs all tests
        dotnet run build.cs pack    makes artifacts/packages/TransitAnalyzers.<version>.nupkg
        dotnet run build.cs bench   measures all rules against an empty analyzer and the peers (-- --tree DIR, or --projects DIR, for a source folder)
        dotnet run build.cs docs    writes the generated tables anew
        """);
    return 1;
}

// Packs, builds both samples with the package, mends the insecure one with `dotnet format`, and builds it again.
int Demo()
{
    var work = Directory.CreateTempSubdirectory("transit-demo-").FullName;
    var feed = Path.Combine(work, "feed");
    // A version of its own, so that no package of an earlier run is taken from the package cache.
    var version = "0.1.0-demo." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    Heading("Packing the analyzer");
    if (Pack(feed, version) is not 0 and var failed)
        return failed;

    var samples = Path.Combine(work, "samples");
    CopyTree(Path.Combine(root, "samples"), samples);
    Dictionary<string, string> environment = new() { ["TransitAnalyzersVersion"] = version, ["TransitAnalyzersFeed"] = feed };
    var insecure = Path.Combine(samples, "Insecure", "Shop.sln");
    var secure = Path.Combine(samples, "Secure", "Shop.sln");

    Heading("The insecure shop: dotnet build");
    var (_, before) = Build(insecure, samples, environment);
    var found = Findings(before, samples);
    Print(found);
    var inCode = found.Count(finding => finding.File.EndsWith(".cs", StringComparison.Ordinal));
    Console.WriteLine($"{found.Count} findings: {inCode} in C#, {found.Count - inCode} in configuration files.");
    string[] firstRules = ["DIT0101", "DIT0201", "DIT0301", "DIT0401", "DIT0402"];
    var missing = firstRules.Except(found.Select(finding => finding.Id)).ToArray();
    if (found.Count < 15 || inCode == found.Count || missing.Length > 0)
        return Fail($"expected at least 15 findings, in C# and in JSON, of {string.Join(", ", firstRules)}; missing: {string.Join(", ", missing)}", before);

    Heading("Its secure twin: dotnet build");
    var (secureExit, secureOutput) = Build(secure, samples, environment);
    var secureFindings = Findings(secureOutput, samples);
    Print(secureFindings);
    if (secureExit != 0 || secureFindings.Count > 0)
        return Fail("the secure shop must build without a finding", secureOutput);
    Console.WriteLine("no findings.");

    Heading("One line of .editorconfig makes them errors");
    var category = "dotnet_analyzer_diagnostic.category-TransitSecurity.severity = error";
    Console.WriteLine(category);
    File.WriteAllText(Path.Combine(samples, ".editorconfig"), $"root = true\n[*]\n{category}\n");
    File.WriteAllText(Path.Combine(samples, ".globalconfig"), $"is_global = true\n{category}\n");
    var (errorExit, errorOutput) = Build(insecure, samples, environment);
    if (errorExit == 0)
        return Fail("the build should have failed", errorOutput);
    Console.WriteLine($"the build of the insecure shop fails with {Findings(errorOutput, samples).Count} errors.");

    Heading("dotnet format analyzers");
    var clean = CopyTree(Path.Combine(samples, "Insecure"), Path.Combine(work, "before"));
    var format = Run("dotnet", ["format", "analyzers", insecure, "--severity", "warn", "--no-restore"], samples, environment);
    if (format.Exit != 0)
        return Fail("dotnet format failed", format.Output);
    var changed = ChangedFiles(clean, Path.Combine(samples, "Insecure"));
    foreach (var (file, diff) in changed)
        Console.WriteLine($"  {file}: {diff}");
    if (!changed.Any(change => change.File.EndsWith(".json", StringComparison.Ordinal)))
        return Fail("dotnet format should have mended appsettings.json as well", format.Output);

    Heading("The shop, mended: dotnet build, findings still errors");
    var (afterExit, after) = Build(insecure, samples, environment);
    var left = Findings(after, samples);
    Print(left);
    if (afterExit != 0 || left.Count > 0)
        return Fail("the mended shop must build without a finding", after);
    Console.WriteLine("no findings. The build succeeds.");
    Directory.Delete(work, recursive: true);
    return 0;
}

int Test(string[] arguments)
{
    InstallServers();
    var results = Path.Combine(root, "artifacts", "test-results");
    if (Directory.Exists(results))
        Directory.Delete(results, recursive: true);
    var exit = Dotnet(["test", Path.Combine(root, "TransitAnalyzers.sln"), "--nologo", "-v", "quiet", "--logger", "trx", "--results-directory", results, .. arguments]);

    int passed = 0, failed = 0, skipped = 0;
    foreach (var file in Directory.Exists(results) ? Directory.GetFiles(results, "*.trx") : [])
    {
        var trx = XDocument.Load(file);
        foreach (var result in trx.Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
        {
            switch (result.Attribute("outcome")?.Value)
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped++;
                    Console.WriteLine($"skipped {result.Attribute("testName")?.Value}: {TextOf(result, "Message") ?? TextOf(result, "StdOut")}");
                    break;
                default:
                    failed++;
                    Console.WriteLine($"failed {result.Attribute("testName")?.Value}: {TextOf(result, "Message")}");
                    break;
            }
        }
    }

    if (exit != 0 && failed == 0)
    {
        Console.WriteLine("The tests did not build or a test host crashed: see above.");
        failed = 1;
    }

    // On CI every server is there: a test that is skipped for want of one has not run.
    if (skipped > 0 && Environment.GetEnvironmentVariable("CI") == "true")
    {
        Console.WriteLine("On CI no test may be skipped.");
        failed += skipped;
    }

    Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    return failed == 0 && passed > 0 ? 0 : 1;

    static string? TextOf(XElement result, string name) =>
        result.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
}

// Servers that the attack tests talk to. Only where the system is Debian's and this user may install.
void InstallServers()
{
    (string Command, string Package)[] servers = [("redis-server", "redis-server"), ("openssl", "openssl"), ("initdb", "postgresql")];
    var missing = servers.Where(server => !IsInstalled(server.Command)).Select(server => server.Package).ToArray();
    if (missing.Length == 0)
        return;
    if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || !File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
    {
        Console.WriteLine($"Not installed: {string.Join(", ", missing)}. The tests that need them are skipped.");
        return;
    }

    Dictionary<string, string> environment = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };
    Run("apt-get", ["update", "-qq"], root, environment);
    var install = Run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. missing], root, environment);
    Console.WriteLine(install.Exit == 0 ? $"Installed {string.Join(", ", missing)}." : install.Output);
}

static bool IsInstalled(string command) =>
    (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)))
    || (Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").Any(folder => File.Exists(Path.Combine(folder, "bin", command))));

// The tables are written by the very test that checks them.
int Docs() => Run(
    "dotnet",
    ["test", Path.Combine(root, "TransitAnalyzers.sln"), "--nologo", "-v", "quiet", "--filter", "FullyQualifiedName~GeneratedDocs|FullyQualifiedName~SampleTests"],
    root,
    new() { ["TRANSIT_ANALYZERS_WRITE_DOCS"] = "true" },
    show: true).Exit;

int Pack(string folder, string? version) => Dotnet(
[
    "pack", Path.Combine(root, "src", "TransitAnalyzers.Package"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo",
    .. version is null ? Array.Empty<string>() : [$"-p:PackageVersion={version}"],
]);

(int Exit, string Output) Build(string solution, string folder, Dictionary<string, string> environment) =>
    Run("dotnet", ["build", solution, "--nologo", "--no-incremental", "-v", "minimal", "-consoleLoggerParameters:NoSummary"], folder, environment);

static List<Finding> Findings(string output, string folder)
{
    var line = new Regex(@"^\s*(?<file>[^(]+)\((?<line>\d+),(?<column>\d+)\): (?:warning|error) (?<id>DIT\d{4}): (?<message>.*?)(?: \(https?://[^)]*\))?(?: \[[^\]]*\])?\s*$");
    return output.Split('\n')
        .Select(text => line.Match(text.TrimEnd('\r')))
        .Where(match => match.Success)
        .Select(match => new Finding(
            match.Groups["id"].Value,
            Path.GetRelativePath(folder, match.Groups["file"].Value),
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture),
            match.Groups["message"].Value))
        .Distinct()
        .OrderBy(finding => finding.Id, StringComparer.Ordinal)
        .ThenBy(finding => finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line)
        .ToList();
}

static void Print(List<Finding> findings)
{
    foreach (var finding in findings)
        Console.WriteLine($"  {finding.Id}  {finding.File}({finding.Line},{finding.Column})\n           {finding.Message}");
}

static List<(string File, string Diff)> ChangedFiles(string before, string after)
{
    var changes = new List<(string, string)>();
    foreach (var file in Directory.GetFiles(after, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        var relative = Path.GetRelativePath(after, file);
        if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            continue;
        var old = File.ReadAllLines(Path.Combine(before, relative));
        var now = File.ReadAllLines(file);
        var gone = old.Except(now).Count();
        var come = now.Except(old).Count();
        if (gone + come > 0)
            changes.Add((relative, $"{come} lines in, {gone} lines out"));
    }

    return changes;
}

static string CopyTree(string from, string to)
{
    foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
    {
        var relative = Path.GetRelativePath(from, file);
        if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            continue;
        var target = Path.Combine(to, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }

    return to;
}

int Dotnet(string[] arguments) => Run("dotnet", arguments, root, [], show: true).Exit;

static (int Exit, string Output) Run(string command, string[] arguments, string folder, Dictionary<string, string> environment, bool show = false)
{
    var start = new ProcessStartInfo(command) { WorkingDirectory = folder, RedirectStandardOutput = !show, RedirectStandardError = !show };
    foreach (var argument in arguments)
        start.ArgumentList.Add(argument);
    foreach (var (name, value) in environment)
        start.Environment[name] = value;
    // No build server outlives the command, and messages are in English, so that they can be read.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    using var process = Process.Start(start)!;
    var error = show ? Task.FromResult("") : process.StandardError.ReadToEndAsync();
    var output = show ? "" : process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output + error.Result);
}

static int Fail(string reason, string output)
{
    Console.WriteLine(output);
    Console.WriteLine($"FAILED: {reason}");
    return 1;
}

static void Heading(string text) => Console.WriteLine($"\n== {text}");

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed record Finding(string Id, string File, int Line, int Column, string Message);
