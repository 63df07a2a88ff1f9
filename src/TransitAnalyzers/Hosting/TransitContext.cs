using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// What every rule and every fix may ask about one compilation. Created once per compilation; analyzers and fixes
/// create it the same way, so that what is reported and what is written cannot disagree.
/// </summary>
internal sealed class TransitContext
{
    private readonly ConditionalWeakTable<AnalyzerConfigOptions, TransitSettings> settings = new();
    private readonly Lazy<ImmutableArray<LibraryReference>> libraries;
    private readonly Lazy<SourceWords> words;

    private TransitContext(Compilation compilation, AnalyzerOptions options)
    {
        Compilation = compilation;
        Options = options;
        Project = ProjectFacts.Read(compilation, options.AnalyzerConfigOptionsProvider.GlobalOptions);
        libraries = new(() => Catalogue.Libraries.In(compilation));
        words = new(() => new SourceWords(compilation, Telling.Value));
        Names = new ProgramNames(compilation);
        Sources = new Sources(compilation, new References(compilation, words, Names));
        World = new ProductionWorld(this);
    }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    /// <summary>What MSBuild says of the project: test project, web SDK, output kind.</summary>
    public ProjectFacts Project { get; }

    /// <summary>The words that tell code that may matter; set before anybody reads a file. A fix needs none: it knows the place.</summary>
    public Lazy<TellingWords> Telling { private get; set; } = new(static () => new());

    /// <summary>The words of the program's files.</summary>
    public SourceWords Words => words.Value;

    /// <summary>The names under which the program's own types can be spelled.</summary>
    public ProgramNames Names { get; }

    /// <summary>Where the symbols of the program are mentioned.</summary>
    public References References => Sources.References;

    /// <summary>What the program's own source says of a symbol: what is written to it, what is passed, what it returns.</summary>
    public Sources Sources { get; }

    /// <summary>Is this operation reachable in production, and what constant does this expression have there?</summary>
    public ProductionWorld World { get; }

    /// <summary>The catalogue's libraries that the compilation references, with the version that it references.</summary>
    public ImmutableArray<LibraryReference> Libraries => libraries.Value;

    /// <summary>False for test projects (unless asked for) and where the mode is None: then nothing is registered.</summary>
    public bool IsAnalyzed => Project.Mode != TransitMode.None && (!Project.IsTestProject || AnySettings.IncludeTestProjects);

    /// <summary>The options that stand for the whole project: those of its first file.</summary>
    public TransitSettings AnySettings =>
        Compilation.SyntaxTrees.FirstOrDefault() is { } tree ? SettingsFor(tree) : From(Options.AnalyzerConfigOptionsProvider.GlobalOptions);

    public static TransitContext Create(Compilation compilation, AnalyzerOptions options) => new(compilation, options);

    public TransitSettings SettingsFor(SyntaxTree tree) => From(Options.AnalyzerConfigOptionsProvider.GetOptions(tree));

    public TransitSettings SettingsFor(AdditionalText file) => From(Options.AnalyzerConfigOptionsProvider.GetOptions(file));

    private TransitSettings From(AnalyzerConfigOptions options) => settings.GetValue(options, TransitSettings.Read);
}
