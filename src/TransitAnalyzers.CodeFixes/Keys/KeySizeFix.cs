using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Keys;

/// <summary>Makes keys as large as they have to be: DIT0601.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeySizeFix))]
[Shared]
public sealed class KeySizeFix() : OneRuleFix("DIT0601", KeyEdits.For);
