using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Keys;

/// <summary>Signs certificates with SHA-256: DIT0602.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignatureHashFix))]
[Shared]
public sealed class SignatureHashFix() : OneRuleFix("DIT0602", KeyEdits.For);
