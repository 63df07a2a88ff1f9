using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>
/// The rules about connections to databases, caches, brokers and services. One rule each, wherever the setting stands: in
/// a connection string, on a builder, in an options object, in a configuration file. Loopback, sockets, pipes, embedded
/// and in-memory databases, trusted hosts and code that production never reaches are not reported.
/// </summary>
internal static class ConnectionRules
{
    /// <summary>Encryption is turned off in so many words: a keyword, a scheme, a property (CWE-319).</summary>
    public static readonly DiagnosticDescriptor NotEncrypted = new(
        "DIT0301",
        "Connection is not encrypted",
        "'{0}' leaves the connection unencrypted: anyone on the path reads and alters what is sent, passwords included ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What crosses a network in clear text belongs to everybody on the path.",
        Rule.Page("DIT0301"),
        "CWE-319",
        "CWE-311");

    /// <summary>Encryption is tried and given up where the other side, or somebody who poses as it, declines (CWE-757).</summary>
    public static readonly DiagnosticDescriptor Strippable = new(
        "DIT0302",
        "Connection encryption is optional and can be stripped",
        "'{0}' encrypts only if nobody on the path objects: an attacker answers 'no' in the server's name and reads everything ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The offer of encryption is itself sent in clear text, so whoever is on the path can decline it.",
        Rule.Page("DIT0302"),
        "CWE-757",
        "CWE-319");

    /// <summary>Encryption to whoever answers (CWE-295).</summary>
    public static readonly DiagnosticDescriptor ServerNotAuthenticated = new(
        "DIT0303",
        "Connection is encrypted but the server is not authenticated",
        "'{0}' encrypts without checking who answers: anyone on the path can pose as the server and read everything ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Encryption to an unknown peer protects nothing: an attacker on the path presents a certificate of his own and passes everything on.",
        Rule.Page("DIT0303"),
        "CWE-295",
        "CWE-297");

    /// <summary>Nothing is said about encryption, and the referenced version of the library does not encrypt by itself (CWE-1188).</summary>
    public static readonly DiagnosticDescriptor InsecureDefault = new(
        "DIT0304",
        "Connection leaves encryption to an insecure default",
        "'{0}' says nothing about encryption, and the default is {1} ({2})",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "What a default means depends on the version of the library; what is written down does not.",
        Rule.Page("DIT0304"),
        "CWE-1188",
        "CWE-319");

    /// <summary>A password is part of the program (CWE-798). Placeholders, examples and values from elsewhere are not reported.</summary>
    public static readonly DiagnosticDescriptor PasswordInSource = new(
        "DIT0305",
        "Password stands in a connection string in source",
        "The value of '{0}' is a password in source code: everyone who can read the source or the assembly can use it ({2})",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A password in source is in every clone, every build and every assembly, and cannot be changed without a release.",
        Rule.Page("DIT0305"),
        "CWE-798",
        "CWE-259");

    /// <summary>A time limit is switched off (CWE-400, CWE-1088).</summary>
    public static readonly DiagnosticDescriptor NoTimeLimit = new(
        "DIT0306",
        "Connection or request never times out",
        "'{0}' waits for ever: a peer that falls silent holds the connection, and who waits for it, without end ({2})",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "An attacker who can drop packets can stop a program that sets no limit.",
        Rule.Page("DIT0306"),
        "CWE-400",
        "CWE-1088");
}
