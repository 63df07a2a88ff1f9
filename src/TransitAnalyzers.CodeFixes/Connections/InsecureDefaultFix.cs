using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Writes the encryption down: DIT0304.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(InsecureDefaultFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class InsecureDefaultFix() : OneRuleFix("DIT0304", ConnectionEdits.For, SettingEdits.For);
