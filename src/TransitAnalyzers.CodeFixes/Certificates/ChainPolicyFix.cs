using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Makes a chain policy strict again: DIT0107.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChainPolicyFix))]
[Shared]
public sealed class ChainPolicyFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0107");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => SettingEdits.For(finding);
}
