using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Has the proxy's headers read before anything else: DIT0409.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardedHeadersFix))]
[Shared]
public sealed class ForwardedHeadersFix : TransitFix
{
    /// <summary>The key of the one edit.</summary>
    public const string Forward = nameof(Forward);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0409");

    internal override IEnumerable<Edit> EditsFor(Finding finding)
    {
        if (PipelineEdits.For(finding)?.ForwardHeaders() is { } apply)
            yield return new Edit(Forward, "Read the proxy's headers first", apply);
    }
}
