using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Writes the encryption down: DIT0304.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsecureDefaultFix))]
[Shared]
public sealed class InsecureDefaultFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0304");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
}
