using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
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
        start.OnAssignment("MaxAge", (c, assignment) =>
        {
            if (assignment.Member.ContainingType is not { Name: "HstsOptions" } type || !Symbols.IsInAspNetCore(type))
                return;
            var least = context.SettingsFor(assignment.Value.Syntax.SyntaxTree).MinimumHstsAgeDays;
            if (SettingValues.Read(assignment.Value, assignment.Target.Type, context.World, c.CancellationToken).Duration is { } age && age < TimeSpan.FromDays(least)
                && context.World.Reaches(assignment.Assignment, c.CancellationToken))
                c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, assignment.Value.Syntax.GetLocation(), "MaxAge", Age(age.TotalDays, least)));
        });
        start.OnAssignment(AspNetCorePipeline.HstsHeaderMember, (c, assignment) => JudgeHeader(c, assignment.Value, context));
        foreach (var name in new[] { "Append", "Add" })
        {
            start.OnInvocation(name, MayWriteHeader, (c, call) =>
            {
                if (call.Arguments.Length is 2 or 3 && call.Arguments[call.Arguments.Length - 2].Value.ConstantValue is { HasValue: true, Value: AspNetCorePipeline.HstsHeader })
                    JudgeHeader(c, call.Arguments[call.Arguments.Length - 1].Value, context);
                else if (name == "Add" && call.Instance is IPropertyReferenceOperation { Property: { Name: "ExcludedHosts", ContainingType.Name: "HstsOptions" } }
                    && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string host } && !HostNames.IsLocal(host) && context.World.Reaches(call, c.CancellationToken))
                    c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, call.Arguments[0].Syntax.GetLocation(), host, "the host is left out of it; remove it"));
            });
        }
    }

    /// <summary>Takes a name and a value, or (<c>ExcludedHosts.Add</c>) adds to a list.</summary>
    private static bool MayWriteHeader(IMethodSymbol method, ITypeSymbol? receiver) => method.Parameters is var parameters
        && (parameters.Length is 2 or 3
            ? parameters[parameters.Length - 2].Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or ITypeParameterSymbol
            : method.Name == "Add" && method.ContainingType.Name == "ICollection");

    private static void JudgeHeader(OperationAnalysisContext c, IOperation value, TransitContext context)
    {
        var least = context.SettingsFor(value.Syntax.SyntaxTree).MinimumHstsAgeDays;
        if (Symbols.Unconverted(value).ConstantValue is { HasValue: true, Value: string header } && HstsHeader.MaxAge(header) is { } seconds && seconds < least * 86400L
            && context.World.Reaches(c.Operation, c.CancellationToken))
            c.ReportDiagnostic(Diagnostic.Create(WebRules.WeakHsts, Symbols.Unconverted(value).Syntax.GetLocation(), header, Age(seconds / 86400d, least)));
    }

    private static string Age(double days, int least) => days <= 0
        ? $"browsers forget the policy at once; set it to {least} days or more"
        : $"browsers forget the policy after {Math.Round(days, 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} days; set it to {least} days or more";
}
