using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Redirects HTTP to HTTPS: DIT0402.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedirectionFix))]
[Shared]
public sealed class RedirectionFix : TransitFix
{
    /// <summary>The key of the one edit.</summary>
    public const string Redirect = nameof(Redirect);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0402");

    internal override IEnumerable<Edit> EditsFor(Finding finding)
    {
        if (PipelineEdits.For(finding)?.Redirect() is { } apply)
            yield return new Edit(Redirect, "Redirect HTTP to HTTPS", apply);
    }
}
