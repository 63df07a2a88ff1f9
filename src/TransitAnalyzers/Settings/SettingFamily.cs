using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>
/// Reports the rows of the catalogue that bear the ids of these rules. Each room derives one family and names its rules;
/// the messages take <c>{0}</c> the setting, <c>{1}</c> the loss where the row states one, <c>{2}</c> the remedy in words.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public abstract class SettingFamily(params DiagnosticDescriptor[] rules) : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(rules);

    internal sealed override void Start(TransitStart start)
    {
        var index = new SettingIndex(start.Context, id => Descriptor(id) is not null, finding => IsMitigated(finding, start.Context));
        foreach (var name in index.AssignedNames)
            start.OnAssignment(name, index.ToldBy(name), index.Matters, (c, assignment) => Report(c, index.Of(assignment, c.CancellationToken)));
        foreach (var name in index.InvokedNames)
            start.OnInvocation(name, index.ToldBy(name), index.Matters, (c, call) => Report(c, index.Of(call, c.CancellationToken)));
        foreach (var name in index.CreatedNames)
            start.OnCreation(name, index.ToldBy(name), (c, creation) => Report(c, index.Of(creation, c.CancellationToken)));

        void Report(OperationAnalysisContext c, ImmutableArray<SettingFinding> findings)
        {
            foreach (var finding in findings)
            {
                if (IsMitigated(finding, start.Context) || !start.Context.World.Reaches(finding.Operation, c.CancellationToken)
                    || ListedCalls.Define(finding.Operation, start.Context, c.CancellationToken))
                    continue;
                c.ReportDiagnostic(Diagnostic.Create(Descriptor(finding.Row.Rule)!, finding.Location, [.. finding.MessageArguments]));
            }
        }
    }

    /// <summary>The code around the setting makes up for it, in a way that a row cannot say.</summary>
    private protected virtual bool IsMitigated(SettingFinding finding, TransitContext context) => false;

    private DiagnosticDescriptor? Descriptor(string id)
    {
        foreach (var rule in SupportedDiagnostics)
            if (rule.Id == id)
                return rule;
        return null;
    }
}
