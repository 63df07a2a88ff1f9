using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Switches HSTS on outside development: DIT0401.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HstsFix))]
[Shared]
public sealed class HstsFix : TransitFix
{
    /// <summary>The key of the one edit.</summary>
    public const string Enable = nameof(Enable);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0401");

    internal override IEnumerable<Edit> EditsFor(Finding finding)
    {
        if (PipelineEdits.For(finding)?.EnableHsts() is { } apply)
            yield return new Edit(Enable, "Enable HSTS outside development", apply);
    }
}
