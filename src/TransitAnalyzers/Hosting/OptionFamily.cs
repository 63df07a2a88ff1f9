using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Hosting;

/// <summary>Says, once a compilation, which options are not understood.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class OptionFamily : RuleFamily
#pragma warning restore RS1001
{
    private const string Mode = "TransitAnalyzersMode";

    /// <summary>To list the options of a file takes time: in a larger project, one file a folder is asked for all it has.</summary>
    private const int MostListed = 500;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(OptionRules.NotUnderstood);

    /// <summary>In a test project too: whether to look at it is one of the options.</summary>
#pragma warning disable RS1013 // The start is that of all families.
    internal override void Register(CompilationStartAnalysisContext roslyn, TransitContext context) =>
        roslyn.RegisterCompilationEndAction(end =>
        {
            foreach (var (key, value, expected) in Problems(context, end.CancellationToken))
                end.ReportDiagnostic(Diagnostic.Create(OptionRules.NotUnderstood, Location.None, key, value, expected));
        });
#pragma warning restore RS1013

    private static IEnumerable<(string Key, string Value, string Expected)> Problems(TransitContext context, CancellationToken cancellation)
    {
        var problems = new HashSet<(string Key, string Value, string Expected)>();
        if (context.Project.UnknownMode is { } mode)
            problems.Add((Mode, mode, "'Default', 'Strict' or 'None'"));
        problems.UnionWith(context.AnySettings.UnknownOptions());
        var trees = context.Compilation.SyntaxTrees.ToImmutableArray();
        var asked = new HashSet<TransitSettings>();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            var settings = context.SettingsFor(tree);
            if (!asked.Add(settings))
                continue; // Files that no section tells apart may share their options.
            problems.UnionWith(settings.Problems);
            if (trees.Length <= MostListed || folders.Add(FolderOf(tree.FilePath)))
                problems.UnionWith(settings.UnknownOptions());
        }

        foreach (var file in context.Options.AdditionalFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            problems.UnionWith(context.SettingsFor(file).Problems);
        }

        return problems.OrderBy(problem => problem.Key, StringComparer.Ordinal).ThenBy(problem => problem.Value, StringComparer.Ordinal);
    }

    private static string FolderOf(string path)
    {
        var end = path.LastIndexOfAny(['/', '\\']);
        return end < 0 ? "" : path.Substring(0, end);
    }
}
