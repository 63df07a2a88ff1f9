using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>Protocol versions, cipher suites, encryption policy, runtime switches: what is said.</summary>
internal static class ProtocolRules
{
    public static readonly DiagnosticDescriptor ObsoleteVersion = new(
        "DIT0201",
        title: "Obsolete SSL/TLS version is enabled",
        messageFormat: "'{0}' enables {1}: whoever is on the path can force the connection down to it and break it; leave the version to the platform or allow only TLS 1.2 and later",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1 are withdrawn (RFC 6176, RFC 7568, RFC 8996): their hashes, paddings and downgrade protection are broken.",
        helpLinkUri: Rule.Page("DIT0201"),
        customTags: "CWE-327");

    public static readonly DiagnosticDescriptor PinnedVersion = new(
        "DIT0202",
        title: "TLS version is pinned",
        messageFormat: "'{0}' allows this one version of TLS and keeps newer ones out for as long as the program lives; leave the choice to the platform",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What is hard-coded today is obsolete tomorrow: the platform's choice follows updates and the machine's policy.",
        helpLinkUri: Rule.Page("DIT0202"),
        customTags: "CWE-757");
}
