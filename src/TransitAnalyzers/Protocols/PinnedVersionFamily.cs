using Microsoft.CodeAnalysis;
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
public sealed class PinnedVersionFamily() : EnumRuleFamily(ProtocolRules.PinnedVersion, alone: true)
#pragma warning restore RS1001
{
    internal override IEnumerable<WeakEnum> Enums(TransitContext context) =>
        ProtocolEnums.Rows(context).Where(row => row is { PlatformChoice: not null, Floor: not null }).Select(row => new Pin(row));

    internal override bool Holds(Compilation compilation) => PlatformChoice.IsOffered(compilation);

    private sealed class Pin(ProtocolEnum row) : WeakEnum
    {
        public override string Type => row.Type;

        public override IEnumerable<string> WeakMembers(Compilation compilation) => [row.Floor!];

        public override Weakness? OfMember(string member) => member == row.Floor ? new Weakness(row.FloorValue, row.Floor) : null;

        public override Weakness? OfValue(INamedTypeSymbol type, long value) => value == row.FloorValue ? new Weakness(value, row.Floor!) : null;
    }
}
