using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Matches the diagnostics that a test expects with those that are reported.</summary>
internal static class DiagnosticMatch
{
    public static void Verify(
        IVerifier verifier, string where, ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual, Project project)
    {
        var open = actual.ToList();
        var missing = new List<DiagnosticResult>();
        // Exact expectations choose first, so that a vague one does not take theirs.
        foreach (var result in expected.OrderByDescending(Precision))
        {
            var match = open.FindIndex(diagnostic => Problem(result, diagnostic) is null);
            if (match >= 0)
                open.RemoveAt(match);
            else
                missing.Add(result);
        }

        if (missing.Count == 0 && open.Count == 0)
            return;
        var text = new System.Text.StringBuilder($"Diagnostics of the {where} differ from what is expected.").AppendLine();
        foreach (var result in missing)
        {
            text.Append("  expected, not reported: ").AppendLine(result.ToString());
            foreach (var near in open.Where(diagnostic => diagnostic.Id == result.Id))
                text.Append("      a near one: ").AppendLine(Problem(result, near));
        }

        foreach (var diagnostic in open)
            text.Append("  reported, not expected: ").Append(Describe(diagnostic)).AppendLine();
        if (open.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)))
        {
            foreach (var document in project.Documents)
                text.AppendLine().Append("--- ").AppendLine(document.FilePath).Append(document.GetTextAsync().GetAwaiter().GetResult()).AppendLine();
        }

        verifier.Fail(text.ToString());
    }

    private static int Precision(DiagnosticResult result) =>
        result.Spans.Count(span => !span.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)) * 4
        + result.Spans.Length + (result.MessageArguments is null ? 0 : 2) + (result.Message is null ? 0 : 2);

    /// <summary>In what the reported diagnostic differs from the expected one; null when in nothing.</summary>
    private static string? Problem(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Id != actual.Id)
            return $"id {actual.Id}";
        if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && expected.Severity != actual.Severity)
            return $"severity {actual.Severity}: {Describe(actual)}";
        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        var expectedMessage = expected.Message ?? (expected.MessageArguments is { } arguments
            ? string.Format(CultureInfo.InvariantCulture, actual.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments)
            : message);
        if (expectedMessage != message)
            return $"message \"{message}\" instead of \"{expectedMessage}\"";
        if (!expected.HasLocation)
            return actual.Location == Location.None ? null : $"a location: {Describe(actual)}";
        if (!IsAt(expected.Spans[0], actual.Location))
            return $"place: {Describe(actual)}";
        if (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
            return null;
        if (expected.Spans.Length - 1 != actual.AdditionalLocations.Count)
            return $"{actual.AdditionalLocations.Count} additional locations: {Describe(actual)}";
        for (var i = 1; i < expected.Spans.Length; i++)
            if (!IsAt(expected.Spans[i], actual.AdditionalLocations[i - 1]))
                return $"additional location {i}: {Describe(actual)}";
        return null;
    }

    private static bool IsAt(DiagnosticLocation expected, Location location)
    {
        var actual = location.GetLineSpan();
        return ProjectState.PathOf(expected.Span.Path) == ProjectState.PathOf(actual.Path)
            && expected.Span.StartLinePosition == actual.StartLinePosition
            && (expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || expected.Span.EndLinePosition == actual.EndLinePosition);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var additional = diagnostic.AdditionalLocations.Select(Span);
        var snippet = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan);
        return $"{diagnostic.Severity} {diagnostic.Id} at {Span(diagnostic.Location)}"
            + (snippet is null ? "" : $" '{snippet}'")
            + $": {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
            + (diagnostic.AdditionalLocations.Count == 0 ? "" : $" [additional: {string.Join(", ", additional)}]");
    }

    private static string Span(Location location) => location == Location.None
        ? "no location"
        : new DiagnosticLocation(location.GetLineSpan(), DiagnosticLocationOptions.None).ToString();
}
