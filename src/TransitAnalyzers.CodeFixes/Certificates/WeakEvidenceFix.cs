using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has weak evidence count only beside the checks: DIT0103.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WeakEvidenceFix))]
[Shared]
public sealed class WeakEvidenceFix() : OneRuleFix("DIT0103", CallbackEdits.For);
