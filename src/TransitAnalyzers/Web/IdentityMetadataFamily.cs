using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Web;

/// <summary>Identity metadata and tokens over HTTP: DIT0406.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class IdentityMetadataFamily() : SettingFamily(WebRules.MetadataOverHttp)
#pragma warning restore RS1001
{
    /// <summary>An authority on this machine is not asked over a network.</summary>
    private protected override bool IsMitigated(SettingFinding finding, TransitContext context)
    {
        if (MemberAssignment.In(finding.Operation) is var assignments && !assignments.MoveNext())
            return false;
        var instance = assignments.Current.Target.Instance;
        foreach (var member in new[] { "Authority", "MetadataAddress" })
            foreach (var sibling in Siblings.Of(finding.Operation, instance, member))
                if (sibling.Value.ConstantValue is { HasValue: true, Value: string text } && Uri.TryCreate(text, UriKind.Absolute, out var address) && HostNames.IsLocal(address.Host))
                    return true;
        return false;
    }
}
