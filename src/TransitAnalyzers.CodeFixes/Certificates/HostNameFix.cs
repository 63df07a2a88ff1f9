using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has the host name checked again: DIT0105.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(HostNameFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class HostNameFix() : OneRuleFix("DIT0105", SettingEdits.For);
