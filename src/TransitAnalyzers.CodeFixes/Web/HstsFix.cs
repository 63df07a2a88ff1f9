using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Switches HSTS on outside development: DIT0401.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HstsFix))]
[Shared]
public sealed class HstsFix() : OneRuleFix("DIT0401", PipelineEdits.Edit(Enable, "Enable HSTS outside development", static pipeline => pipeline.EnableHsts()))
{
    /// <summary>The key of the one edit.</summary>
    public const string Enable = nameof(Enable);
}
