using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Turns certificate validation on again: DIT0104.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValidationSwitchFix))]
[Shared]
public sealed class ValidationSwitchFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0104");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => SettingEdits.For(finding);
}
