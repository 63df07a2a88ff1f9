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

    public static readonly DiagnosticDescriptor WeakCipherSuite = new(
        "DIT0203",
        title: "Weak cipher suite is allowed",
        messageFormat: "'{0}' allows {1}; allow only suites with AES-GCM or ChaCha20-Poly1305 and an ephemeral key exchange, or leave the choice to the platform",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Suites without encryption, without authentication, with broken ciphers or hashes, or without forward secrecy (RFC 9325).",
        helpLinkUri: Rule.Page("DIT0203"),
        customTags: "CWE-327");

    public static readonly DiagnosticDescriptor NoEncryption = new(
        "DIT0204",
        title: "Encryption policy allows no encryption",
        messageFormat: "'{0}' {1}: whoever is on the path reads everything that is sent; require encryption",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A TLS connection with the NULL cipher is signed at best, but not encrypted.",
        helpLinkUri: Rule.Page("DIT0204"),
        customTags: "CWE-319");

    public static readonly DiagnosticDescriptor RuntimeSwitch = new(
        "DIT0205",
        title: "Runtime switch or option weakens TLS",
        messageFormat: "'{0}' weakens TLS: it {1}; {2}",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Switches that bring back old protocol versions and ciphers, allow renegotiation or write the keys of connections to a file.",
        helpLinkUri: Rule.Page("DIT0205"),
        customTags: "CWE-757");

    public static readonly DiagnosticDescriptor ProcessWide = new(
        "DIT0206",
        title: "A library changes the TLS settings of the whole process",
        messageFormat: "'{0}' changes every connection of the process that loads this library, not only the library's own; leave it to the application",
        category: Rule.Category,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Whoever loads the library cannot see that TLS is weaker, or merely different, from then on.",
        helpLinkUri: Rule.Page("DIT0206"),
        customTags: "CWE-1188");
}
