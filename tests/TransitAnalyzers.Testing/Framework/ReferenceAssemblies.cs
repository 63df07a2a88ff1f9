using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A package of the NuGet cache, by id and exact version.</summary>
public sealed record PackageIdentity(string Id, string Version);

/// <summary>
/// The assemblies that a test compiles against: a framework, and packages that the project file of this assembly has
/// downloaded (<c>PackageDownload</c>), so that tests run offline and in parallel. Dependencies of packages are not
/// followed. References are read once a process.
/// </summary>
public sealed class ReferenceAssemblies
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Loaded = new(StringComparer.Ordinal);

    /// <summary>Folders of a package that a target framework takes, the best first.</summary>
    private static readonly ImmutableArray<string> NetFolders =
        ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0", "netcoreapp2.1", "netstandard2.1", "netstandard2.0", "netstandard1.6", "netstandard1.5", "netstandard1.3", "netstandard1.1", "netstandard1.0"];

    private static readonly ImmutableArray<string> NetFrameworkFolders =
        ["net472", "net471", "net47", "net462", "net461", "net46", "net452", "net451", "net45", "net40", "netstandard2.0", "netstandard1.3", "netstandard1.1", "netstandard1.0"];

    private readonly ImmutableArray<PackageIdentity> packages;
    private readonly Func<IEnumerable<string>> framework;
    private readonly Lazy<ImmutableArray<MetadataReference>> references;

    private ReferenceAssemblies(string targetFramework, Func<IEnumerable<string>> framework, ImmutableArray<PackageIdentity> packages)
    {
        TargetFramework = targetFramework;
        this.framework = framework;
        this.packages = packages;
        references = new(() => [.. Files().Select(Load)]);
    }

    public string TargetFramework { get; }

    public ImmutableArray<PackageIdentity> Packages => packages;

    public ReferenceAssemblies AddPackages(ImmutableArray<PackageIdentity> more) => new(TargetFramework, framework, packages.AddRange(more));

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(references.Value);
    }

    /// <summary>The assemblies of one package for this target framework.</summary>
    public IEnumerable<string> FilesOf(PackageIdentity package) =>
        Find(package) ?? throw new InvalidOperationException($"{package.Id} {package.Version} has no assembly for {TargetFramework}.");

    public bool IsSupportedBy(PackageIdentity package) => Find(package) is not null;

    private string[]? Find(PackageIdentity package)
    {
        var root = Path.Combine(PackageRoot, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
        if (!Directory.Exists(root))
            throw new InvalidOperationException($"{package.Id} {package.Version} is not in the NuGet cache: add a PackageDownload to Packages.props.");
        var folders = TargetFramework.StartsWith("net4", StringComparison.Ordinal)
            ? NetFrameworkFolders
            : NetFolders.SkipWhile(folder => folder != TargetFramework);
        foreach (var kind in new[] { "ref", "lib" })
            foreach (var folder in folders)
                if (Directory.Exists(Path.Combine(root, kind, folder)) && Directory.GetFiles(Path.Combine(root, kind, folder), "*.dll") is { Length: > 0 } files)
                    return files;
        return null;
    }

    private IEnumerable<string> Files() => framework().Concat(packages.SelectMany(FilesOf))
        .GroupBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase)
        .Select(same => same.Last());

    private static MetadataReference Load(string path) => Loaded.GetOrAdd(path, static file =>
        MetadataReference.CreateFromFile(file, documentation: null));

    internal static string PackageRoot { get; } = Baked("NuGetPackageRoot");

    private static string Baked(string key) => typeof(ReferenceAssemblies).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static ReferenceAssemblies OfSdk(string targetFramework, params string[] packs) =>
        new(targetFramework, () => packs.SelectMany(pack => PackFiles(pack, targetFramework)), []);

    /// <summary>Of the SDK that runs the tests, otherwise of the one that built them.</summary>
    private static string[] PackFiles(string pack, string targetFramework)
    {
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs"));
        foreach (var root in new[] { beside, Baked("TargetingPackRoot") })
        {
            var folder = Path.Combine(root, pack);
            if (!Directory.Exists(folder))
                continue;
            var found = Directory.GetDirectories(folder)
                .Select(version => Path.Combine(version, "ref", targetFramework))
                .Where(Directory.Exists)
                .OrderBy(path => path, StringComparer.Ordinal)
                .LastOrDefault();
            if (found is not null)
                return Directory.GetFiles(found, "*.dll");
        }

        throw new InvalidOperationException($"{pack} for {targetFramework} is not found.");
    }

    private static ReferenceAssemblies OfPackages(string targetFramework, string folder, params PackageIdentity[] frameworkPackages) =>
        new(targetFramework, () => frameworkPackages.SelectMany(package => Directory.EnumerateFiles(
            Path.Combine(PackageRoot, package.Id.ToLowerInvariant(), package.Version, folder), "*.dll", SearchOption.AllDirectories))
            // Native parts of System.EnterpriseServices, which the compiler refuses.
            .Where(path => Path.GetFileName(path) is not ("System.EnterpriseServices.Thunk.dll" or "System.EnterpriseServices.Wrapper.dll")), []);

    /// <summary>.NET without ASP.NET Core.</summary>
    public static class Net
    {
        public static ReferenceAssemblies Net100 { get; } = OfSdk("net10.0", "Microsoft.NETCore.App.Ref");

        public static ReferenceAssemblies Net80 { get; } = OfPackages(
            "net8.0", Path.Combine("ref", "net8.0"), TransitAnalyzers.Testing.Packages.NetCore8);
    }

    /// <summary>.NET with ASP.NET Core.</summary>
    public static class AspNetCore
    {
        public static ReferenceAssemblies Net100 { get; } = OfSdk("net10.0", "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref");

        public static ReferenceAssemblies Net80 { get; } = OfPackages(
            "net8.0", Path.Combine("ref", "net8.0"), TransitAnalyzers.Testing.Packages.NetCore8, TransitAnalyzers.Testing.Packages.AspNetCore8);
    }

    public static class NetFramework
    {
        public static class Net472
        {
            public static ReferenceAssemblies Default { get; } = OfPackages(
                "net472", Path.Combine("build", ".NETFramework", "v4.7.2"), TransitAnalyzers.Testing.Packages.NetFramework472);
        }
    }
}
