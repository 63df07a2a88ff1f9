using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Keys;

/// <summary>Makes a certificate last no longer than the limit: DIT0603.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CertificateLifetimeFix))]
[Shared]
public sealed class CertificateLifetimeFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0603");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => KeyEdits.For(finding);
}
