using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has every error rejected: DIT0102.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToleratedErrorsFix))]
[Shared]
public sealed class ToleratedErrorsFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0102");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => CallbackEdits.For(finding);
}
