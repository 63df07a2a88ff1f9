using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files and references of one project.</summary>
public class ProjectState
{
    public const string Root = "/0/";

    internal const string DefaultFirstFile = Root + "Test0.cs";

    /// <summary>C# sources; those without a name are Test0.cs, Test1.cs, …</summary>
    public SourceFileList Sources { get; } = new(Root + "Test", "cs");

    /// <summary>Additional files, as the compiler sees them; a name without a folder lies beside the sources.</summary>
    public SourceFileCollection AdditionalFiles { get; } = [];

    /// <summary>.editorconfig and global configuration files.</summary>
    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public List<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>Beats that of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    /// <summary>A library by default.</summary>
    public OutputKind? OutputKind { get; set; }

    internal static string PathOf(string name) => name.StartsWith('/') ? name : Root + name;
}

/// <summary>A project, and the diagnostics that are expected in it.</summary>
public sealed class SolutionState : ProjectState
{
    private readonly HashSet<string> inheritedFiles = new(StringComparer.Ordinal);

    /// <summary>Expected diagnostics, beside those in markup.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Takes from another state what this one does not say, as a fixed state does from the test state.</summary>
    internal SolutionState Or(SolutionState other)
    {
        var state = new SolutionState
        {
            ReferenceAssemblies = ReferenceAssemblies ?? other.ReferenceAssemblies,
            OutputKind = OutputKind ?? other.OutputKind,
        };
        Take(state.Sources, Sources, other.Sources);
        Take(state.AdditionalFiles, AdditionalFiles, other.AdditionalFiles);
        state.AnalyzerConfigFiles.AddRange(AnalyzerConfigFiles.Count > 0 ? AnalyzerConfigFiles : other.AnalyzerConfigFiles);
        state.AdditionalReferences.AddRange(AdditionalReferences.Count > 0 ? AdditionalReferences : other.AdditionalReferences);
        state.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        return state;

        void Take(
            List<(string filename, Text.SourceText content)> files,
            List<(string filename, Text.SourceText content)> own,
            List<(string filename, Text.SourceText content)> inherited)
        {
            files.AddRange(own.Count > 0 ? own : inherited);
            if (own.Count == 0)
                state.inheritedFiles.UnionWith(inherited.Select(file => file.filename));
        }
    }

    internal bool IsEmpty => Sources.Count == 0 && AdditionalFiles.Count == 0;

    /// <summary>
    /// The state without markup, with what the markup expects. In files that were taken from another state, the markup
    /// of fixable diagnostics is skipped: the fix is what that other state is compared with.
    /// </summary>
    internal (SolutionState State, ImmutableArray<DiagnosticResult> Expected) Process(
        Func<string?, DiagnosticResult> named, Func<string, bool> isFixable)
    {
        var state = new SolutionState { ReferenceAssemblies = ReferenceAssemblies, OutputKind = OutputKind };
        state.AdditionalReferences.AddRange(AdditionalReferences);
        state.AnalyzerConfigFiles.AddRange(AnalyzerConfigFiles);
        var expected = new List<DiagnosticResult>();
        var places = new Dictionary<int, FileLinePositionSpan>();
        foreach (var file in Sources)
            state.Sources.Add((PathOf(file.filename), Read(file.filename, file.content)));
        foreach (var file in AdditionalFiles)
            state.AdditionalFiles.Add((PathOf(file.filename), Read(file.filename, file.content)));
        expected.AddRange(ExpectedDiagnostics.Select(result => result.Locate(places)));
        return (state, [.. expected]);

        Text.SourceText Read(string name, Text.SourceText content)
        {
            var markup = Markup.Parse(content.ToString());
            var text = Text.SourceText.From(markup.Text, content.Encoding ?? System.Text.Encoding.UTF8, content.ChecksumAlgorithm);
            foreach (var (id, span) in markup.Spans)
            {
                var lines = new FileLinePositionSpan(PathOf(name), text.Lines.GetLinePositionSpan(span));
                if (id is not null && id.StartsWith('#'))
                    places.Add(int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture), lines);
                else if (named(id) is var result && !(inheritedFiles.Contains(name) && isFixable(result.Id)))
                    expected.Add(result.WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithSpan(lines));
            }

            return text;
        }
    }
}
