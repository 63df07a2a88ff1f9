using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Sets a time limit: DIT0306.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoTimeLimitFix))]
[Shared]
public sealed class NoTimeLimitFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0306");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
}
