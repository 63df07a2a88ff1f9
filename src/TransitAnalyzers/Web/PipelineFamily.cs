using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>What the pipelines of web applications lack or have in the wrong place: DIT0401 to DIT0403, DIT0409.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class PipelineFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        WebRules.NoHsts,
        WebRules.NoRedirection,
        WebRules.Misplaced,
        WebRules.NoForwardedHeaders);

    internal override void Start(TransitStart start) => Applications.OnEach(start, Judge);

    private static void Judge(Pipeline pipeline, TransitSettings settings, Action<Diagnostic> report)
    {
        foreach (var misplaced in PipelineJudge.Misplaced(pipeline))
            report(Create(pipeline, misplaced));
        if (settings.TlsEndsAtProxy)
        {
            if (PipelineJudge.ForwardedHeaders(pipeline) is { } notForwarded)
                report(Create(WebRules.NoForwardedHeaders, pipeline, notForwarded));
            return;
        }

        if (PipelineJudge.Hsts(pipeline) is { } noHsts)
            report(Create(WebRules.NoHsts, pipeline, noHsts));
        if (PipelineJudge.Redirection(pipeline) is { } noRedirection)
            report(Create(WebRules.NoRedirection, pipeline, noRedirection));
    }

    /// <summary>At the call that comes too late, where that stands in this file; otherwise where the application is made.</summary>
    private static Diagnostic Create(Pipeline pipeline, Misplacement misplaced)
    {
        var (late, before) = (Operands.NameOf(misplaced.Late.Call), Operands.NameOf(misplaced.Before));
        var isHere = late.SourceTree == pipeline.Place.SourceTree;
        return Diagnostic.Create(
            WebRules.Misplaced,
            isHere ? late : pipeline.Place,
            isHere ? [before] : [late, before],
            misplaced.Late.Call.TargetMethod.Name,
            misplaced.Before.TargetMethod.Name,
            Consequence(misplaced));
    }

    private static string Consequence(Misplacement misplaced) => (misplaced.Obstacle, misplaced.Late.Middleware) switch
    {
        (Obstacle.Scheme, _) => "that does not know yet that the client spoke HTTPS; move it in front",
        (Obstacle.Routing, _) => "endpoints that short-circuit answer there and travel in clear text over HTTP; move it in front",
        (Obstacle.RoutesAtStart, _) => "that short-circuits, so it answers where routes are matched, at the start, in clear text over HTTP; call 'UseRouting' after the redirection",
        (_, Middleware.Hsts) => "what that answers is sent without the header; move it in front",
        (_, Middleware.ForwardedHeaders) => "what that answers does not know whether the client spoke HTTPS; move it in front",
        _ => "what that answers is not redirected and travels in clear text over HTTP; move it in front",
    };

    /// <summary>At the call that does not do it, where that stands in this file; otherwise where the application is made.</summary>
    private static Diagnostic Create(DiagnosticDescriptor rule, Pipeline pipeline, Lack lack)
    {
        var what = lack switch
        {
            { Idle: not null } => "not told to read 'X-Forwarded-Proto'",
            { InDevelopment: not null } => "switched on in development only",
            _ => "missing",
        };
        var call = (lack.Idle ?? lack.InDevelopment)?.Call.Syntax;
        return call is not null && call.SyntaxTree == pipeline.Place.SourceTree
            ? Diagnostic.Create(rule, call.GetLocation(), [pipeline.Place], what)
            : Diagnostic.Create(rule, pipeline.Place, call is null ? [] : [call.GetLocation()], what);
    }
}
