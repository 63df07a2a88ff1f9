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
        var program = ProgramCode.Of(context);
        var siblings = new SecureSiblings(context, program);
        foreach (var name in new[] { "UseUrls", "Add", "Run", "RunAsync", "UseSetting", "AddInMemoryCollection" })
        {
            start.OnInvocation(name, Listeners.ToldBy(name), Listeners.MayTakeUrls, (c, call) =>
            {
                if (Listeners.IsHttpPorts(call))
                    JudgePorts(c, call, siblings, context);
                else if (Listeners.UrlsOf(call, context, c.CancellationToken) is { Count: > 0 } urls)
                    JudgeUrls(c, call, urls, siblings, context);
            });
        }

        foreach (var name in new[] { "Listen", "ListenAnyIP" })
            start.OnInvocation(name, (c, call) => JudgeEndpoint(c, call, program, siblings, context));
        start.OnAssignment(TransitStart.Indexer, new Telling(["Kestrel", "ServerUrlsKey"], ["urls"]), Listeners.MayConfigure, (c, assignment) =>
        {
            if (Listeners.UrlOf(assignment) is { } url)
                JudgeUrls(c, assignment.Assignment, [url], siblings, context);
        });
    }

    private static void JudgeUrls(OperationAnalysisContext c, IOperation call, IReadOnlyList<IOperation> arguments, SecureSiblings siblings, TransitContext context)
    {
        if (context.SettingsFor(call.Syntax.SyntaxTree).TlsEndsAtProxy)
            return;
        var values = new List<StringValue>();
        foreach (var argument in arguments)
            values.AddRange(Listeners.TextsOf(argument, context, c.CancellationToken));
        if (!values.Any(static value => ListenUrls.InClear(value.Text.Text).Any()) || values.Any(static value => ListenUrls.HasHttps(value.Text.Text)) || siblings.Excuse(call, c.CancellationToken))
            return;
        foreach (var value in values)
        {
            foreach (var (range, secure) in ListenUrls.InClear(value.Text.Text))
            {
                if (!context.World.Reaches(call, c.CancellationToken))
                    continue;
                var place = value.Text.SourceOf(range) is { Tree: { } tree, Span: var span } ? Location.Create(tree, span) : arguments[0].Syntax.GetLocation();
                var changes = value.Text.ChangesOf(ImmutableArray.Create(secure));
                c.ReportDiagnostic(Diagnostic.Create(
                    WebRules.ListensInClear, place, SourceEdits.Properties(changes, completion: null), value.Text.Text.Substring(range.Start, range.Length).Replace(MappedText.Hole, '…')));
            }
        }
    }

    private static void JudgePorts(OperationAnalysisContext c, IInvocationOperation call, SecureSiblings siblings, TransitContext context)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "value")?.Value is { } ports
            && !context.SettingsFor(call.Syntax.SyntaxTree).TlsEndsAtProxy && !siblings.Excuse(call, c.CancellationToken) && context.World.Reaches(call, c.CancellationToken))
            c.ReportDiagnostic(Diagnostic.Create(WebRules.ListensInClear, ports.Syntax.GetLocation(), "http_ports"));
    }

    private static void JudgeEndpoint(OperationAnalysisContext c, IInvocationOperation call, ProgramCode program, SecureSiblings siblings, TransitContext context)
    {
        if (Listeners.IsInClear(call, program, c.CancellationToken) && !context.SettingsFor(call.Syntax.SyntaxTree).TlsEndsAtProxy && !siblings.Excuse(call, c.CancellationToken)
            && context.World.Reaches(call, c.CancellationToken))
            c.ReportDiagnostic(Diagnostic.Create(WebRules.ListensInClear, Operands.NameOf(call), call.TargetMethod.Name));
    }
}
