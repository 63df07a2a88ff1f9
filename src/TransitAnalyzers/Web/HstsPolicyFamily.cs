using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Web;

/// <summary>HSTS policies that are too weak: DIT0404.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class HstsPolicyFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(WebRules.WeakHsts);

    internal override void Start(TransitStart start)
    {
        var context = start.Context;
        start.OnAssignment("MaxAge", static (member, _) => member.ContainingType is { Name: "HstsOptions" } type && AspNetCoreTypes.Include(type), (c, assignment) =>
        {
            var least = context.SettingsFor(assignment.Value.Syntax.SyntaxTree).MinimumHstsAgeDays;
            if (SettingValues.Read(assignment.Value, assignment.Target.Type, context.World, c.CancellationToken).Duration is { } age && age < TimeSpan.FromDays(least)
                && context.World.Reaches(assignment.Assignment, c.CancellationToken))
                c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, assignment.Value.Syntax.GetLocation(), "MaxAge", Age(age.TotalDays, least)));
        });
        start.OnAssignment(AspNetCorePipeline.HstsHeaderMember, (c, assignment) => JudgeHeader(c, HeaderWrite.Of(assignment, AspNetCorePipeline.HstsHeader), context));
        start.OnAssignment(TransitStart.Indexer, HeaderWrite.Telling(AspNetCorePipeline.HstsHeader), HeaderWrite.MayBe, (c, assignment) => JudgeHeader(c, HeaderWrite.Of(assignment), context));
        foreach (var name in HeaderWrite.Methods)
        {
            start.OnInvocation(name, HeaderWrite.Telling(AspNetCorePipeline.HstsHeader, "ExcludedHosts"), static (method, receiver) => HeaderWrite.MayBe(method, receiver) || MayExclude(method), (c, call) =>
            {
                if (HeaderWrite.Of(call) is { } header)
                    JudgeHeader(c, header, context);
                else if (name == "Add" && call.Instance is IPropertyReferenceOperation { Property: { Name: "ExcludedHosts", ContainingType.Name: "HstsOptions" } }
                    && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string host } && !HostNames.IsLocal(host) && context.World.Reaches(call, c.CancellationToken))
                    c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, call.Arguments[0].Syntax.GetLocation(), host, "the host is left out of it; remove it"));
            });
        }
    }

    private static bool MayExclude(IMethodSymbol method) => method.Name == "Add" && method.ContainingType.Name == "ICollection";

    private static void JudgeHeader(OperationAnalysisContext c, HeaderWrite? write, TransitContext context)
    {
        if (write is not { } header || !header.Name.Equals(AspNetCorePipeline.HstsHeader, StringComparison.OrdinalIgnoreCase))
            return;
        var least = context.SettingsFor(header.Value.Syntax.SyntaxTree).MinimumHstsAgeDays;
        foreach (var value in new StringValues(context, c.CancellationToken).Of(header.Value))
        {
            var text = value.Text;
            if (HstsHeader.MaxAge(text.Text) is not { } seconds || seconds >= least * 86400L || !context.World.Reaches(c.Operation, c.CancellationToken))
                continue;
            c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, Place(text, header.Value, c.CancellationToken), text.Text, Age(seconds / 86400d, least)));
        }
    }

    /// <summary>The literal that says so, wherever it stands; otherwise what is written to the header.</summary>
    private static Location Place(MappedText text, IOperation value, CancellationToken cancellation) =>
        text.SourceOf(new TextRange(0, text.Text.Length)) is { Tree: { } tree, Span: var span }
        && tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            ? literal.GetLocation()
            : value.Unconverted().Syntax.GetLocation();

    private static string Age(double days, int least) => days <= 0
        ? $"browsers forget the policy at once; set it to {least} days or more"
        : $"browsers forget the policy after {Math.Round(days, 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} days; set it to {least} days or more";
}
