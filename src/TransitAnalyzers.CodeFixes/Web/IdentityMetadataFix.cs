using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Has identity metadata fetched over HTTPS only: DIT0406.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IdentityMetadataFix))]
[Shared]
public sealed class IdentityMetadataFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0406");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => SettingEdits.For(finding);
}
