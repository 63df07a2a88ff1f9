using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Makes encryption a condition of the connection: DIT0302.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrippableFix))]
[Shared]
public sealed class StrippableFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0302");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
}
