using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has certificates validated: DIT0101.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptsEverythingFix))]
[Shared]
public sealed class AcceptsEverythingFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0101");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => CallbackEdits.For(finding);
}
