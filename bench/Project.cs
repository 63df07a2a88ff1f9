using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Bench;

/// <summary>One project of a source folder, compiled as it is built: its own files, the projects and the known libraries that it names.</summary>
internal sealed class Project
{
    private readonly string folder;
    private readonly HashSet<string> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Project> references = [];
    private bool isWeb;
    private bool isProgram;

    private Project(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        folder = Path.GetDirectoryName(path)!;
    }

    public string Name { get; }

    /// <summary>Tests: the package is silent about them, but looks at these, because no test framework is among the known libraries.</summary>
    public bool IsTest { get; private set; }

    public CSharpCompilation Compilation { get; private set; } = null!;

    /// <summary>The projects of the folder that have files.</summary>
    public static IReadOnlyList<Project> In(string folder)
    {
        var root = Path.GetFullPath(folder);
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(path => path, path => new Project(path));
        foreach (var (path, project) in projects)
            project.Read(path, root, projects);
        var files = Workload.FilesOf(root)
            .GroupBy(file => projects.Values.Where(project => file.StartsWith(project.folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).MaxBy(project => project.folder.Length))
            .Where(files => files.Key is not null)
            .ToDictionary(files => files.Key!);
        foreach (var project in projects.Values)
            project.Compile(files, []);
        return [.. projects.Values.Where(files.ContainsKey)];
    }

    private void Read(string path, string root, Dictionary<string, Project> projects)
    {
        var own = Load(path);
        List<XElement> all = [own];
        for (var parent = folder; parent.Length >= root.Length; parent = Path.GetDirectoryName(parent)!)
            foreach (var shared in new[] { "Directory.Build.props", "Directory.Build.targets" }.Select(name => Path.Combine(parent, name)).Where(File.Exists))
                all.Add(Load(shared));
        packages.UnionWith(Named("PackageReference", all));
        isWeb = own.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web" || Named("FrameworkReference", all).Contains("Microsoft.AspNetCore.App");
        isProgram = isWeb || own.Descendants().Any(element => element is { Name.LocalName: "OutputType", Value: "Exe" or "WinExe" });
        IsTest = packages.Contains("Microsoft.NET.Test.Sdk");
        foreach (var reference in Named("ProjectReference", [own]))
            if (projects.TryGetValue(Path.GetFullPath(Path.Combine(folder, reference.Replace('\\', Path.DirectorySeparatorChar))), out var project))
                references.Add(project);
    }

    private static IEnumerable<string> Named(string item, List<XElement> files) =>
        files.SelectMany(file => file.Descendants().Where(element => element.Name.LocalName == item)).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static XElement Load(string path)
    {
        try
        {
            return XElement.Load(path);
        }
        catch (XmlException)
        {
            return new XElement("Project");
        }
    }

    private void Compile(Dictionary<Project, IGrouping<Project?, string>> files, HashSet<Project> open)
    {
        if (Compilation is not null || !open.Add(this))
            return;
        var all = new HashSet<Project>();
        Close(this);
        foreach (var project in all)
            project.Compile(files, open);
        var served = Packages.Newest.Where(package => all.Append(this).Any(project => project.packages.Contains(package.Id)));
        Compilation = Workload.Compile(
            Name,
            files.TryGetValue(this, out var own) ? own : [],
            all.Append(this).Any(project => project.isWeb) ? ReferenceAssemblies.AspNetCore.Net100 : ReferenceAssemblies.Net.Net100,
            [.. served],
            all.Select(project => project.Compilation).OfType<CSharpCompilation>().Select(compilation => (MetadataReference)compilation.ToMetadataReference()),
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);

        void Close(Project project)
        {
            foreach (var reference in project.references)
                if (reference != this && all.Add(reference))
                    Close(reference);
        }
    }
}
