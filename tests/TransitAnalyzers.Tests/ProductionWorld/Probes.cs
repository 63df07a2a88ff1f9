using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>Reports each call of <c>Open()</c> that is reached in production.</summary>
#pragma warning disable RS1001, RS2008
public sealed class ReachProbe : RuleFamily
{
    public static readonly DiagnosticDescriptor Reached = new("PROBE1", "Reached", "Reached", "Probe", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Reached];

    internal override void Start(TransitStart start) => start.OnInvocation("Open", (c, call) =>
    {
        if (start.Context.World.Reaches(call, c.CancellationToken))
            c.ReportDiagnostic(Diagnostic.Create(Reached, call.Syntax.GetLocation()));
    });
}

/// <summary>Reports each argument of <c>Is(value, expected)</c> whose constant in production is not the expected text; <c>?</c> is not known.</summary>
public sealed class ConstantProbe : RuleFamily
{
    public static readonly DiagnosticDescriptor Other = new("PROBE2", "Other", "It is '{0}'", "Probe", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Other];

    internal override void Start(TransitStart start) => start.OnInvocation("Is", (c, call) =>
    {
        if (call.Arguments.Length != 2)
            return;
        var value = call.Arguments[0].Value is Microsoft.CodeAnalysis.Operations.IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : call.Arguments[0].Value;
        var constant = start.Context.World.ConstantOf(value, c.CancellationToken);
        var text = !constant.HasValue ? "?" : constant.Value is null ? "null" : Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
        if (!Equals(call.Arguments[1].Value.ConstantValue.Value, text))
            c.ReportDiagnostic(Diagnostic.Create(Other, call.Syntax.GetLocation(), text));
    });
}

/// <summary>Reports each argument of <c>Is(value, expected)</c> whose origins, as they are written, are others than expected.</summary>
public sealed class OriginProbe : RuleFamily
{
    public static readonly DiagnosticDescriptor Other = new("PROBE3", "Other", "It comes from '{0}'", "Probe", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Other];

    internal override void Start(TransitStart start) => start.OnInvocation("Is", (c, call) =>
    {
        if (call.Arguments.Length != 2)
            return;
        var origins = string.Join(", ", start.Context.World.OriginsOf(call.Arguments[0].Value, c.CancellationToken).Select(origin => origin.Syntax.ToString()));
        if (!Equals(call.Arguments[1].Value.ConstantValue.Value, origins))
            c.ReportDiagnostic(Diagnostic.Create(Other, call.Syntax.GetLocation(), origins));
    });
}
