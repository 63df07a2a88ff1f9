using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>The rules about the analyzer's own options: a value that is not understood is said, not swallowed.</summary>
internal static class OptionRules
{
    /// <summary>
    /// An option under <c>transit_analyzers.</c> or the mode has a value that is none of its values, or there is no option
    /// of that name. The default is used. Options have no place in a source file: reported once, without a location.
    /// </summary>
    public static readonly DiagnosticDescriptor NotUnderstood = new(
        "DIT0001",
        "Option value is not understood",
        "'{0} = {1}' is not understood, so the default stays in force: write {2}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An option that is misspelt changes nothing, and a project believes to be judged by rules that nobody applies.",
        Rule.Page("DIT0001"),
        WellKnownDiagnosticTags.CompilationEnd);
}
