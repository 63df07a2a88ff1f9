using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has revocation checked: DIT0106.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RevocationFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class RevocationFix() : OneRuleFix("DIT0106", SettingEdits.For);
