using System.Text.Json;

namespace TransitAnalyzers.PackageTests;

/// <summary>A user's project, made on the fly in a temporary folder, with the package added.</summary>
internal sealed class Project : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transit-project-");

    private Project(Package package, string more = "")
    {
        // The user's own file, as they would have it for a feed of their company.
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <NuGetAudit>false</NuGetAudit>
                {more}
                <NoWarn>$(NoWarn);SYSLIB0014;SYSLIB0039</NoWarn>
                <ErrorLog>$(MSBuildProjectDirectory)/$(TargetFramework).sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TransitAnalyzers" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder => folder.FullName;

    /// <summary>A project of this SDK and framework, with more XML where a test needs it.</summary>
    public static Project Create(Package package, string sdk = "Microsoft.NET.Sdk", string frameworks = "net10.0", string more = "")
    {
        var project = new Project(package);
        var plural = frameworks.Contains(';', StringComparison.Ordinal) ? "s" : "";
        project.Write("Example.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework{plural}>{frameworks}</TargetFramework{plural}>
                <ImplicitUsings>enable</ImplicitUsings>
                <LangVersion>latest</LangVersion>
              </PropertyGroup>
              {more}
            </Project>
            """);
        return project;
    }

    /// <summary>What <c>dotnet new</c> makes of a template.</summary>
    public static Project FromTemplate(Package package, string template, params string[] options)
    {
        var project = new Project(package);
        var created = DotNet.Run(project.Folder, ["new", template, "-o", ".", "-n", "Example", "--no-restore", .. options]);
        Assert.True(created.ExitCode == 0, created.Output);
        return project;
    }

    /// <summary>A copy of a folder that holds one solution.</summary>
    public static Project FromFolder(Package package, string source)
    {
        var project = new Project(
            package, "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                project.Write(relative, File.ReadAllText(file));
        }

        return project;
    }

    public Project Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Builds and reads the findings from the SARIF log of each target framework.</summary>
    public BuildResult Build(params string[] arguments)
    {
        foreach (var log in Logs())
            File.Delete(log);
        var (exit, output) = DotNet.Run(Folder, ["build", "--nologo", "--no-incremental", "-v", "minimal", .. arguments]);
        return new BuildResult(exit, output, Logs().SelectMany(Findings).ToList());
    }

    public BuildResult BuildSuccessfully(params string[] arguments)
    {
        var result = Build(arguments);
        Assert.True(result.ExitCode == 0, result.Output);
        return result;
    }

    public (int ExitCode, string Output) Format(params string[] arguments) =>
        DotNet.Run(Folder, ["format", "analyzers", "--severity", "warn", "--no-restore", .. arguments]);

    public void Dispose() => folder.Delete(recursive: true);

    private IEnumerable<string> Logs() => Directory.GetFiles(Folder, "*.sarif", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<Finding> Findings(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").TryGetProperty("rules", out var list)
            ? list.EnumerateArray().ToDictionary(rule => rule.GetProperty("id").GetString()!, rule => rule.Clone())
            : [];
        return run.GetProperty("results").EnumerateArray()
            .Where(result => !result.TryGetProperty("suppressions", out var suppressions) || suppressions.GetArrayLength() == 0)
            .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("DIT", StringComparison.Ordinal)
                || result.GetProperty("ruleId").GetString() == "AD0001")
            .Select(result =>
            {
                var id = result.GetProperty("ruleId").GetString()!;
                var place = result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0
                    ? locations[0].GetProperty("physicalLocation")
                    : default;
                return new Finding(
                    id,
                    result.GetProperty("level").GetString()!,
                    place.ValueKind == JsonValueKind.Undefined ? "" : Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!),
                    place.ValueKind == JsonValueKind.Undefined ? 0 : place.GetProperty("region").GetProperty("startLine").GetInt32(),
                    result.GetProperty("message").GetProperty("text").GetString()!,
                    rules.TryGetValue(id, out var rule) ? rule : default);
            })
            .ToList();
    }
}

/// <summary>One result of the SARIF log, with what the log says of its rule.</summary>
internal sealed record Finding(string Id, string Level, string File, int Line, string Message, JsonElement Rule)
{
    public override string ToString() => $"{Level} {Id} {File}({Line}): {Message}";
}

internal sealed record BuildResult(int ExitCode, string Output, IReadOnlyList<Finding> Findings)
{
    /// <summary>Ids and files of the findings that a user sees as warnings or errors, in a stable order.</summary>
    public string[] Seen => Findings.Where(finding => finding.Level is "warning" or "error")
        .Select(finding => $"{finding.Id} {finding.File}").Order(StringComparer.Ordinal).ToArray();
}
