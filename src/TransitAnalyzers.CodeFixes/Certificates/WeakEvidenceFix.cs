using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has weak evidence count only beside the checks: DIT0103.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WeakEvidenceFix))]
[Shared]
public sealed class WeakEvidenceFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0103");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => CallbackEdits.For(finding);
}
