using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has certificates validated: DIT0101.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptsEverythingFix))]
[Shared]
public sealed class AcceptsEverythingFix() : OneRuleFix("DIT0101", CallbackEdits.For);
