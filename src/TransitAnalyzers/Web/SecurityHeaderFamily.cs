using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>Applications for browsers that do not send the headers every one of them should: DIT0408.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class SecurityHeaderFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(WebRules.NoSecurityHeaders);

    internal override void Start(TransitStart start)
    {
        var options = start.Context.Compilation.Options;
        Applications.OnEach(start, (pipeline, _, report) =>
        {
            // The program is searched for headers only where somebody wants to know.
            if (pipeline.Place.SourceTree is { } tree && IsOn(options, tree) && PipelineJudge.MissingHeaders(pipeline) is { Count: > 0 } missing)
                report(Diagnostic.Create(WebRules.NoSecurityHeaders, pipeline.Place, string.Join(", ", missing.Select(static header => header.Headers[0]))));
        });
    }

    private static bool IsOn(CompilationOptions options, SyntaxTree tree)
    {
        var id = WebRules.NoSecurityHeaders.Id;
        var provider = options.SyntaxTreeOptionsProvider;
        if (options.SpecificDiagnosticOptions.TryGetValue(id, out var severity)
            || provider?.TryGetDiagnosticValue(tree, id, default, out severity) == true
            || provider?.TryGetGlobalDiagnosticValue(id, default, out severity) == true)
            return severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
        return false;
    }
}
