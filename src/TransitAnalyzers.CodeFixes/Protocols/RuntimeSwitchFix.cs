using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>DIT0205: sets the switch to its secure value, or removes it.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RuntimeSwitchFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class RuntimeSwitchFix() : OneRuleFix("DIT0205", SettingEdits.For);
