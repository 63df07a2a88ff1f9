using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Encrypts the connection: DIT0301.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotEncryptedFix))]
[Shared]
public sealed class NotEncryptedFix : TransitFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0301");

    internal override IEnumerable<Edit> EditsFor(Finding finding) => ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
}
