using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Sends the headers that browsers miss: DIT0408.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecurityHeadersFix))]
[Shared]
public sealed class SecurityHeadersFix : TransitFix
{
    /// <summary>The key of the one edit.</summary>
    public const string Send = nameof(Send);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0408");

    internal override IEnumerable<Edit> EditsFor(Finding finding)
    {
        if (PipelineEdits.For(finding)?.SendHeaders() is { } apply)
            yield return new Edit(Send, "Send the security headers", apply);
    }
}
