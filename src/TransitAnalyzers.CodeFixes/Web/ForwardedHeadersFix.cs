using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Has the proxy's headers read before anything else: DIT0409.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardedHeadersFix))]
[Shared]
public sealed class ForwardedHeadersFix() : OneRuleFix("DIT0409", PipelineEdits.Edit(Forward, "Read the proxy's headers first", static pipeline => pipeline.ForwardHeaders()))
{
    /// <summary>The key of the one edit.</summary>
    public const string Forward = nameof(Forward);
}
