using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>
/// Edits of configuration files, gathered from the diagnostics in them and at the C# expressions that read them: grouped by
/// file, made once, however many projects (target frameworks) share the file.
/// </summary>
internal sealed class FileEdits
{
    private readonly Dictionary<string, SortedSet<TextChange>> edits = new(StringComparer.Ordinal);

    /// <summary>Is the cause of this diagnostic in a file that is not C#?</summary>
    public static bool IsInFile(Diagnostic diagnostic) => PlaceInFile(diagnostic) is not null;

    /// <summary>The finding behind a diagnostic, judged again; null where the file has changed meanwhile.</summary>
    public static FileFinding? For(TransitContext transit, Diagnostic diagnostic, CancellationToken cancellation) =>
        Find(new ConfigurationFiles(transit, ConfigurationFamily.Judges), diagnostic, cancellation)?.Finding;

    public async Task AddAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return;
        var files = new ConfigurationFiles(TransitContext.Create(compilation, project.AnalyzerOptions), ConfigurationFamily.Judges);
        foreach (var diagnostic in diagnostics)
        {
            if (Find(files, diagnostic, cancellation) is not { } found)
                continue;
            if (!edits.TryGetValue(found.File.Path, out var ofFile))
                edits.Add(found.File.Path, ofFile = new SortedSet<TextChange>(ByPlace.Instance));
            if (found.Finding.Edit.Any(change => Collides(ofFile, change)))
                continue;
            foreach (var change in found.Finding.Edit)
                ofFile.Add(change);
        }
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var file in solution.Projects.SelectMany(project => project.AdditionalDocuments))
        {
            if (file.FilePath is null || !edits.TryGetValue(file.FilePath, out var ofFile) || ofFile.Count == 0)
                continue;
            var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            changed = changed.WithAdditionalDocumentText(file.Id, text.WithChanges(ofFile));
        }

        return changed;
    }

    /// <summary>The diagnostic stands in the file, or in C# with the file's place beside it.</summary>
    private static Location? PlaceInFile(Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile ? diagnostic.Location
        : diagnostic.AdditionalLocations.Count > 0 && diagnostic.AdditionalLocations[0].Kind == LocationKind.ExternalFile ? diagnostic.AdditionalLocations[0]
        : null;

    private static PlacedFinding? Find(ConfigurationFiles files, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (PlaceInFile(diagnostic)?.GetLineSpan() is not { } place)
            return null;
        foreach (var found in files.Findings(cancellation))
            if (found.Finding.Rule.Id == diagnostic.Id && found.File.Path == place.Path && found.Text.Lines.GetLinePositionSpan(found.Finding.Span) == place.Span)
                return found;
        return null;
    }

    // Two findings may want the same edit; two different edits of one place are for two runs.
    private static bool Collides(SortedSet<TextChange> made, TextChange change) =>
        made.Any(other => !other.Equals(change)
            && (change.Span.OverlapsWith(other.Span) || (change.Span.Start == other.Span.Start && (change.Span.IsEmpty || other.Span.IsEmpty))));

    private sealed class ByPlace : IComparer<TextChange>
    {
        public static readonly ByPlace Instance = new();

        public int Compare(TextChange left, TextChange right) =>
            left.Span.CompareTo(right.Span) is not 0 and var order ? order : string.CompareOrdinal(left.NewText, right.NewText);
    }
}
