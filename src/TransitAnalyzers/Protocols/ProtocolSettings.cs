using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Protocols;

#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
/// <summary>DIT0201: a setting that takes versions as text names obsolete ones, or a library's own default is one.</summary>
public sealed class VersionSettings() : SettingFamily(ProtocolRules.ObsoleteVersion);

/// <summary>DIT0203: a setting that takes a list of suites as text is given one with weak suites.</summary>
public sealed class CipherListSettings() : SettingFamily(ProtocolRules.WeakCipherSuite);

/// <summary>DIT0205: runtime switches, key logging and options of TLS that weaken it.</summary>
public sealed class RuntimeSwitchSettings() : SettingFamily(ProtocolRules.RuntimeSwitch);
#pragma warning restore RS1001
