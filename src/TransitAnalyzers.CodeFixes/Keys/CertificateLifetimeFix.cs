using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Keys;

/// <summary>Makes a certificate last no longer than the limit: DIT0603.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CertificateLifetimeFix))]
[Shared]
public sealed class CertificateLifetimeFix() : OneRuleFix("DIT0603", KeyEdits.For);
