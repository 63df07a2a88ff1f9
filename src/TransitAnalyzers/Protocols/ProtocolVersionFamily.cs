using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// DIT0201: SSL 2.0, SSL 3.0, TLS 1.0 or TLS 1.1 is enabled, through any enumeration of versions in the catalogue.
/// Not reported: versions that are compared, matched, masked out, looked up or written to a log.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ProtocolVersionFamily() : EnumRuleFamily(ProtocolRules.ObsoleteVersion)
#pragma warning restore RS1001
{
    internal override IEnumerable<WeakEnum> Enums(TransitContext context) =>
        ProtocolEnums.Rows(context).Select(row => new WeakProtocolEnum(row));

    private sealed class WeakProtocolEnum(ProtocolEnum row) : WeakEnum
    {
        public override string Type => row.Type;

        public override IEnumerable<string> WeakMembers(Compilation compilation) => row.Obsolete.Select(version => version.Member);

        public override Weakness? OfMember(string member) =>
            ProtocolJudge.Named(row, member) is { } version ? new Weakness(row.IsFlags ? version.Value : -1, version.Name) : null;

        public override Weakness? OfValue(INamedTypeSymbol type, long value)
        {
            var obsolete = ProtocolJudge.ObsoleteIn(row, value).ToArray();
            return obsolete.Length == 0
                ? null
                : new Weakness(row.IsFlags ? obsolete.Aggregate(0L, (mask, version) => mask | version.Value) : -1, ProtocolJudge.Names(obsolete));
        }
    }
}
