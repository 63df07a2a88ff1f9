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
    private readonly Dictionary<string, List<FileFinding>> findings = new(StringComparer.Ordinal);

    /// <summary>Is the cause of this diagnostic in a file that is not C#?</summary>
    public static bool IsInFile(Diagnostic diagnostic) => PlaceInFile(diagnostic) is not null;

    /// <summary>The finding behind a diagnostic, judged again; null where the file has changed meanwhile.</summary>
    public static FileFinding? For(TransitContext transit, Diagnostic diagnostic, CancellationToken cancellation) =>
        Find(new ConfigurationFiles(transit, ConfigurationFamily.Judges), [diagnostic], cancellation).FirstOrDefault().Finding;

    public async Task AddAsync(Project project, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return;
        var files = new ConfigurationFiles(TransitContext.Create(compilation, project.AnalyzerOptions), ConfigurationFamily.Judges);
        foreach (var (path, finding) in Find(files, diagnostics, cancellation))
        {
            if (!findings.TryGetValue(path, out var ofFile))
                findings.Add(path, ofFile = []);
            ofFile.Add(finding);
        }
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var file in solution.Projects.SelectMany(project => project.AdditionalDocuments))
        {
            if (file.FilePath is null || !findings.TryGetValue(file.FilePath, out var ofFile))
                continue;
            var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            changed = changed.WithAdditionalDocumentText(file.Id, text.WithChanges(Compatible(ofFile)));
        }

        return changed;
    }

    /// <summary>The diagnostic stands in the file, or in C# with the file's place beside it.</summary>
    private static Location? PlaceInFile(Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile ? diagnostic.Location
        : diagnostic.AdditionalLocations.Count > 0 && diagnostic.AdditionalLocations[0].Kind == LocationKind.ExternalFile ? diagnostic.AdditionalLocations[0]
        : null;

    private static IEnumerable<(string Path, FileFinding Finding)> Find(
        ConfigurationFiles files, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        foreach (var ofFile in diagnostics.GroupBy(diagnostic => PlaceInFile(diagnostic)!.GetLineSpan().Path, StringComparer.Ordinal))
        {
            var wanted = new HashSet<(string, LinePositionSpan)>(ofFile.Select(diagnostic => (diagnostic.Id, PlaceInFile(diagnostic)!.GetLineSpan().Span)));
            foreach (var found in files.In(ofFile.Key, cancellation))
                if (wanted.Contains((found.Finding.Rule.Id, found.InFile.GetLineSpan().Span)))
                    yield return (ofFile.Key, found.Finding);
        }
    }

    /// <summary>
    /// Findings may want the same edit, which is then made once. Of two that want different edits of one place the second
    /// waits for the next run.
    /// </summary>
    private static IEnumerable<TextChange> Compatible(List<FileFinding> findings)
    {
        var all = findings
            .SelectMany((finding, index) => finding.Edit.Select(change => (Change: change, Index: index)))
            .OrderBy(edit => edit.Change.Span)
            .ThenBy(edit => edit.Change.NewText, StringComparer.Ordinal)
            .ToList();
        var dropped = new HashSet<int>();
        TextChange? last = null;
        foreach (var (change, index) in all)
        {
            if (last is { } before && !before.Equals(change) && Collides(before, change))
                dropped.Add(index);
            else if (!dropped.Contains(index))
                last = change;
        }

        return all.Where(edit => !dropped.Contains(edit.Index)).Select(edit => edit.Change).Distinct();
    }

    private static bool Collides(TextChange before, TextChange change) =>
        change.Span.OverlapsWith(before.Span) || (change.Span.Start == before.Span.Start && (change.Span.IsEmpty || before.Span.IsEmpty));
}
