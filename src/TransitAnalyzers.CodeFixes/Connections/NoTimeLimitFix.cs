using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Sets a time limit: DIT0306.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(NoTimeLimitFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class NoTimeLimitFix() : OneRuleFix("DIT0306", ConnectionEdits.For, SettingEdits.For);
