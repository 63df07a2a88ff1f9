using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates;

/// <summary>Settings that weaken the validation of certificates: DIT0104 to DIT0107.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class CertificateSettings() : SettingFamily(
    CertificateRules.ValidationSwitchedOff,
    CertificateRules.HostNameNotVerified,
    CertificateRules.RevocationNotChecked,
    CertificateRules.ChainPolicyIgnoresErrors)
{
    private protected override bool IsMitigated(SettingFinding finding, TransitContext context) =>
        finding.Row.Rule == CertificateRules.ChainPolicyIgnoresErrors.Id && RootComparison.IsMadeAround(finding);
}
#pragma warning restore RS1001
