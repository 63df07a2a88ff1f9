using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has every error rejected: DIT0102.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToleratedErrorsFix))]
[Shared]
public sealed class ToleratedErrorsFix() : OneRuleFix("DIT0102", CallbackEdits.For);
