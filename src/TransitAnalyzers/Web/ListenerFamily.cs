using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>Servers that listen in clear text: DIT0405 in code.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ListenerFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(WebRules.ListensInClear);

    internal override void Start(TransitStart start)
    {
        var context = start.Context;
        foreach (var name in new[] { "UseUrls", "Add", "Run", "RunAsync", "UseSetting" })
            start.OnInvocation(name, Listeners.MayTakeUrls, (c, call) => JudgeUrls(c, call, context));
        foreach (var name in new[] { "Listen", "ListenAnyIP" })
            start.OnInvocation(name, (c, call) => JudgeEndpoint(c, call, context));
    }

    private static void JudgeUrls(OperationAnalysisContext c, IInvocationOperation call, TransitContext context)
    {
        var arguments = Listeners.UrlsOf(call);
        if (arguments.Count == 0 || context.SettingsFor(call.Syntax.SyntaxTree).TlsEndsAtProxy)
            return;
        var values = new List<StringValue>();
        foreach (var argument in arguments)
            values.AddRange(new StringValues(context.Compilation, c.CancellationToken).Of(argument));
        if (values.Any(static value => ListenUrls.HasHttps(value.Text.Text)) || Listeners.HasSecureSibling(call))
            return;
        foreach (var value in values)
        {
            foreach (var (range, secure) in ListenUrls.InClear(value.Text.Text))
            {
                if (value.Text.SourceOf(range) is not { Tree: { } tree, Span: var span } || !context.World.Reaches(call, c.CancellationToken))
                    continue;
                var changes = value.Text.ChangesOf(ImmutableArray.Create(secure));
                c.ReportDiagnostic(Diagnostic.Create(
                    WebRules.ListensInClear, Location.Create(tree, span), SourceEdits.Properties(changes, completion: null), value.Text.Text.Substring(range.Start, range.Length).Replace(MappedText.Hole, '…')));
            }
        }
    }

    private static void JudgeEndpoint(OperationAnalysisContext c, IInvocationOperation call, TransitContext context)
    {
        if (Listeners.IsInClear(call) && !context.SettingsFor(call.Syntax.SyntaxTree).TlsEndsAtProxy && !Listeners.HasSecureSibling(call)
            && context.World.Reaches(call, c.CancellationToken))
            c.ReportDiagnostic(Diagnostic.Create(WebRules.ListensInClear, Listeners.NameOf(call), call.TargetMethod.Name));
    }
}
