using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// DIT0202: TLS 1.2 alone is allowed where the platform would choose 1.3 as well. Not reported where the target
/// framework has no such choice (.NET Framework before 4.7), where the setting is a lower bound, and where the version
/// is added to others.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class PinnedVersionFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ProtocolRules.PinnedVersion);

    internal override void Start(TransitStart start)
    {
        var context = start.Context;
        if (!PlatformChoice.IsOffered(context.Compilation))
            return;
        var rows = new Dictionary<ISymbol, ProtocolEnum>(SymbolEqualityComparer.Default);
        foreach (var row in ProtocolEnums.Rows(context))
        {
            if (row.PlatformChoice is null || row.Floor is null)
                continue;
            foreach (var type in context.Compilation.GetTypesByMetadataName(row.Type))
                rows[type] = row;
        }

        var references = new SymbolReferences(context.Compilation);
        foreach (var floor in rows.Values.Select(row => row.Floor!).Distinct())
            start.OnField(floor, Pin);

        void Pin(OperationAnalysisContext analysis, IFieldReferenceOperation field)
        {
            if (rows.TryGetValue(field.Field.ContainingType, out var row)
                && row.Floor == field.Field.Name
                && ValueFlow.UseOf(context, references, field, field.Field.ContainingType, row.FloorValue, alone: true, analysis.CancellationToken) is not null
                && context.World.Reaches(field, analysis.CancellationToken))
                analysis.ReportDiagnostic(Diagnostic.Create(
                    ProtocolRules.PinnedVersion, EnumTypes.NameOf(field), field.Field.ContainingType.Name + "." + field.Field.Name));
        }
    }
}
