using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Makes encryption a condition of the connection: DIT0302.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(StrippableFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class StrippableFix() : OneRuleFix("DIT0302", ConnectionEdits.For, SettingEdits.For);
