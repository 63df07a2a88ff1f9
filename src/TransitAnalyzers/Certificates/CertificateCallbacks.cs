using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Certificates;

/// <summary>Validation callbacks, judged by what they answer: DIT0101 to DIT0103.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class CertificateCallbacks : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CertificateRules.AcceptsEverything, CertificateRules.ToleratesErrors, CertificateRules.WeakEvidence);

    internal override void Start(TransitStart start)
    {
        var callbacks = new ValidationCallbacks(start.Context);
        start.OnDelegate(callbacks.Shapes.Words, callbacks.Shapes.MayValidate, (c, creation) => Report(callbacks.Of(creation, c.CancellationToken), c.ReportDiagnostic));
        foreach (var name in callbacks.Shapes.ReadyMade.Select(static row => row.Member!).Distinct())
        {
            start.OnProperty(name, (c, reference) => Report(callbacks.Of(reference, c.CancellationToken), c.ReportDiagnostic));
            start.OnInvocation(name, (method, _) => callbacks.Shapes.ReadyMadeOf(method) is not null, (c, call) => Report(callbacks.Of(call, c.CancellationToken), c.ReportDiagnostic));
        }

        start.OnMethod(callbacks.Shapes.MethodNames, callbacks.Shapes.Words, callbacks.Shapes.MayValidate, (c, method) => Report(callbacks.Of(method, c.CancellationToken), c.ReportDiagnostic));
    }

    private static void Report(CallbackFinding? finding, Action<Diagnostic> report)
    {
        if (finding is not null)
            report(finding.Diagnostic);
    }
}
