using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Has the server authenticated: DIT0303.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ServerNotAuthenticatedFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class ServerNotAuthenticatedFix() : OneRuleFix("DIT0303", ConnectionEdits.For, SettingEdits.For);
