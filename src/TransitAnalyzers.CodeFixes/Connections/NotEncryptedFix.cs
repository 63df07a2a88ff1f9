using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Connections;

/// <summary>Encrypts the connection: DIT0301.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(NotEncryptedFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class NotEncryptedFix() : OneRuleFix("DIT0301", ConnectionEdits.For, SettingEdits.For);
