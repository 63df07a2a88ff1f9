using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Has the server authenticated: DIT0303.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServerNotAuthenticatedFix))]
[Shared]
public sealed class ServerNotAuthenticatedFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0303");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
}
