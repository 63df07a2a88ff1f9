using System.Globalization;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.PackageTests;

/// <summary>The real nupkg, packed once for all tests into a feed of its own.</summary>
public sealed class Package : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transit-package-");

    public Package()
    {
        var project = Repository.PathOf("src", "TransitAnalyzers.Package");
        // Output of its own, so that packing does not touch what the running tests have loaded.
        var pack = DotNet.Run(
            folder.FullName,
            ["pack", project, "-c", "Release", "-o", Feed, "-v", "quiet", "--nologo", $"-p:PackageVersion={Version}"]);
        Assert.True(pack.ExitCode == 0, pack.Output);
    }

    /// <summary>A version of its own, so that no package of an earlier run is taken from the package cache.</summary>
    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public string Feed => Path.Combine(folder.FullName, "feed");

    public string File => Directory.GetFiles(Feed, "*.nupkg").Single();

    public void Dispose() => folder.Delete(recursive: true);
}

[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<Package>
{
    public const string Name = "Package";
}
