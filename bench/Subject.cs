using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Bench;

/// <summary>What is measured: a set of analyzers of which only some rules are on.</summary>
internal sealed record Subject(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableHashSet<string>? Only)
{
    /// <summary>The rules of NetAnalyzers about transport.</summary>
    private static readonly ImmutableHashSet<string> NetAnalyzersTransport =
        ["CA5359", "CA5361", "CA5364", "CA5378", "CA5380", "CA5381", "CA5382", "CA5383", "CA5386", "CA5397", "CA5398", "CA5399", "CA5400"];

    /// <summary>The rules of SonarAnalyzer about transport.</summary>
    private static readonly ImmutableHashSet<string> SonarTransport = ["S4830", "S4423", "S5332", "S2092"];

    public static Subject Empty { get; } = new("empty", [new EmptyAnalyzer()], null);

    public static Subject Transit { get; } = new("TransitAnalyzers", [new TransitAnalyzer()], null);

    public static Subject NetAnalyzers { get; } = new(
        "NetAnalyzers (transport)", Having(NetAnalyzersTransport, NetAnalyzersFiles()), NetAnalyzersTransport);

    public static Subject Sonar { get; } = new(
        "SonarAnalyzer (transport)",
        Having(SonarTransport, [Path.Combine(PackageFolder("sonaranalyzer.csharp", "10.36.0.15337"), "analyzers", "SonarAnalyzer.CSharp.dll")]),
        SonarTransport);

    /// <summary>What a project runs anyway: NetAnalyzers with its defaults.</summary>
    public static Subject Usual { get; } = new("NetAnalyzers (defaults)", AllOf(NetAnalyzersFiles()), null);

    public static Subject UsualAndTransit { get; } = new("NetAnalyzers (defaults) and TransitAnalyzers", [.. Usual.Analyzers, new TransitAnalyzer()], null);

    public CompilationOptions Configure(CompilationOptions options)
    {
        if (Only is null)
            return options;
        var rules = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct();
        return options.WithSpecificDiagnosticOptions(
            rules.ToImmutableDictionary(id => id, id => Only.Contains(id) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress));
    }

    private static ImmutableArray<string> NetAnalyzersFiles()
    {
        var folder = Path.Combine(PackageFolder("microsoft.codeanalysis.netanalyzers", "11.0.100"), "analyzers", "dotnet", "cs");
        return [Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll"), Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll")];
    }

    private static string PackageFolder(string id, string version) => Path.Combine(Packages.Root, id, version);

    private static ImmutableArray<DiagnosticAnalyzer> Having(ImmutableHashSet<string> ids, ImmutableArray<string> files) =>
        [.. AllOf(files).Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => ids.Contains(rule.Id)))];

    private static ImmutableArray<DiagnosticAnalyzer> AllOf(ImmutableArray<string> files)
    {
        foreach (var file in files)
            if (!File.Exists(file))
                throw new InvalidOperationException($"{file} is missing: restore the project.");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            files.Select(file => Path.Combine(Path.GetDirectoryName(file)!, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } beside
                ? context.LoadFromAssemblyPath(beside)
                : null;
        return
        [
            .. files.Select(AssemblyLoadContext.Default.LoadFromAssemblyPath)
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}

#pragma warning disable RS1012, RS1036, RS1038, RS1041, RS2008 // Measures what an analyzer costs that does nothing.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "EMPTY", "Empty", "Empty", "Empty", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static _ => { });
    }
}
