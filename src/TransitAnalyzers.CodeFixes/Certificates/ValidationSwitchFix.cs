using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Turns certificate validation on again: DIT0104.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ValidationSwitchFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class ValidationSwitchFix() : OneRuleFix("DIT0104", SettingEdits.For);
