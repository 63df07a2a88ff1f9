using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>What the pipelines of web applications lack or have in the wrong place: DIT0401 to DIT0403.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class PipelineFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        WebRules.NoHsts,
        WebRules.NoRedirection,
        WebRules.Misplaced);

    internal override void Start(TransitStart start)
    {
        if (start.Context.Compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Builder.IApplicationBuilder").IsEmpty)
            return;
        var context = start.Context;
        var applications = new Applications(context);
        foreach (var name in new[] { "Build", "Create", "Configure" })
        {
            start.OnInvocation(name, (c, call) =>
            {
                if (applications.MadeBy(call, c.CancellationToken) is { } pipeline)
                    Report(pipeline, context.SettingsFor(call.Syntax.SyntaxTree), c.ReportDiagnostic);
            });
        }

        start.Roslyn.RegisterOperationBlockAction(c =>
        {
            if (c.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: > 0 } method
                || !method.Name.StartsWith("Configure", StringComparison.Ordinal)
                || !method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)))
                return;
            foreach (var block in c.OperationBlocks)
                if (block.Kind is OperationKind.Block && applications.MadeBy(method, block, c.CancellationToken) is { } pipeline)
                    Report(pipeline, context.SettingsFor(block.Syntax.SyntaxTree), c.ReportDiagnostic);
        });
    }

    private static void Report(Pipeline pipeline, TransitSettings settings, Action<Diagnostic> report)
    {
        foreach (var (late, obstacle) in PipelineJudge.Misplaced(pipeline))
            if (late.Call.Syntax.SyntaxTree == pipeline.Place.SourceTree)
                report(Diagnostic.Create(WebRules.Misplaced, Operands.NameOf(late.Call), [Operands.NameOf(obstacle)], late.Call.TargetMethod.Name, obstacle.TargetMethod.Name));
        if (settings.TlsEndsAtProxy)
            return;
        if (PipelineJudge.Hsts(pipeline) is { } noHsts)
            report(Create(WebRules.NoHsts, pipeline, noHsts));
        if (PipelineJudge.Redirection(pipeline) is { } noRedirection)
            report(Create(WebRules.NoRedirection, pipeline, noRedirection));
    }

    private static Diagnostic Create(DiagnosticDescriptor rule, Pipeline pipeline, Lack lack) =>
        lack.InDevelopment is { } registration && registration.Call.Syntax.SyntaxTree == pipeline.Place.SourceTree
            ? Diagnostic.Create(rule, registration.Call.Syntax.GetLocation(), [pipeline.Place], "switched on in development only")
            : Diagnostic.Create(rule, pipeline.Place, lack.InDevelopment is { } elsewhere ? [elsewhere.Call.Syntax.GetLocation()] : [], lack.InDevelopment is null ? "missing" : "switched on in development only");
}
