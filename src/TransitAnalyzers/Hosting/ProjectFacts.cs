using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TransitAnalyzers.Hosting;

/// <summary>The value of the MSBuild property <c>TransitAnalyzersMode</c>.</summary>
internal enum TransitMode
{
    Default,
    Strict,
    None,
}

/// <summary>What MSBuild says of the project, through the properties that the package makes visible to the compiler.</summary>
internal sealed class ProjectFacts
{
    private static readonly HashSet<string> TestFrameworks = new(
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<bool> isTestProject;

    private ProjectFacts(Lazy<bool> isTestProject, bool isWebProject, TransitMode mode, string? unknownMode, bool isLibrary)
    {
        this.isTestProject = isTestProject;
        IsWebProject = isWebProject;
        Mode = mode;
        UnknownMode = unknownMode;
        IsLibrary = isLibrary;
    }

    /// <summary><c>IsTestProject</c>; where MSBuild says nothing, a referenced test framework.</summary>
    public bool IsTestProject => isTestProject.Value;

    /// <summary><c>UsingMicrosoftNETSdkWeb</c>.</summary>
    public bool IsWebProject { get; }

    public TransitMode Mode { get; }

    /// <summary>A mode that is none of the three; reported, and Default is used.</summary>
    public string? UnknownMode { get; }

    /// <summary>The output is a library: a static setting changes the process of somebody else (DIT0206).</summary>
    public bool IsLibrary { get; }

    public static ProjectFacts Read(Compilation compilation, AnalyzerConfigOptions global)
    {
        var test = Property("IsTestProject") is { } said
            ? new Lazy<bool>(() => IsTrue(said))
            : new Lazy<bool>(() => compilation.ReferencedAssemblyNames.Any(static name => TestFrameworks.Contains(name.Name)));
        var modeText = Property("TransitAnalyzersMode");
        var known = Enum.TryParse<TransitMode>(modeText, ignoreCase: true, out var mode) && Enum.IsDefined(typeof(TransitMode), mode);
        return new ProjectFacts(
            test,
            IsTrue(Property("UsingMicrosoftNETSdkWeb")),
            known ? mode : TransitMode.Default,
            known || modeText is null ? null : modeText,
            compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule);

        string? Property(string name) =>
            global.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
