using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Sends the headers that browsers miss: DIT0408.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecurityHeadersFix))]
[Shared]
public sealed class SecurityHeadersFix() : OneRuleFix("DIT0408", PipelineEdits.Edit(Send, "Send the security headers", static pipeline => pipeline.SendHeaders()))
{
    /// <summary>The key of the one edit.</summary>
    public const string Send = nameof(Send);
}
