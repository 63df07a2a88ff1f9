using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Has identity metadata fetched over HTTPS only: DIT0406.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(IdentityMetadataFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class IdentityMetadataFix() : OneRuleFix("DIT0406", SettingEdits.For);
