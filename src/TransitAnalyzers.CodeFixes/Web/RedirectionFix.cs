using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Redirects HTTP to HTTPS: DIT0402.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedirectionFix))]
[Shared]
public sealed class RedirectionFix() : OneRuleFix("DIT0402", PipelineEdits.Edit(Redirect, "Redirect HTTP to HTTPS", static pipeline => pipeline.Redirect()))
{
    /// <summary>The key of the one edit.</summary>
    public const string Redirect = nameof(Redirect);
}
