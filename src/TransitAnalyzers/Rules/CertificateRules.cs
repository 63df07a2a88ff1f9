using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>The rules about certificates: whom a program believes to speak to (CWE-295 and its kin).</summary>
internal static class CertificateRules
{
    /// <summary>
    /// A validation callback accepts whatever certificate is presented: judged by evaluating its body for each value of
    /// <c>SslPolicyErrors</c>, or known of a ready-made one. Not reported: what only runs in development; a callback that
    /// throws; one that asks another validator, builds a chain or compares a pin.
    /// </summary>
    public static readonly DiagnosticDescriptor AcceptsEverything = new(
        "DIT0101",
        "Certificate validation accepts every certificate",
        "{0} accepts every {1}: anyone on the path can pose as the other side, read and alter everything ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A callback that accepts every certificate leaves a connection encrypted to whoever answers.",
        Rule.Page("DIT0101"),
        "CWE-295");

    /// <summary>
    /// A validation callback checks something and lets named errors through: the truth table of its body says which
    /// (RFC 5280, RFC 9525).
    /// </summary>
    public static readonly DiagnosticDescriptor ToleratesErrors = new(
        "DIT0102",
        "Certificate validation tolerates policy errors",
        "{0} accepts {1} (accept only when there are no errors)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Host name and chain of trust prove the other side only together: either alone can be had by anyone.",
        Rule.Page("DIT0102"),
        "CWE-295",
        "CWE-297");

    /// <summary>
    /// A validation callback accepts a certificate with errors because of something that an attacker chooses, or that says
    /// nothing of the peer at all. A pin (hash, raw data, public key) is not weak and not reported.
    /// </summary>
    public static readonly DiagnosticDescriptor WeakEvidence = new(
        "DIT0103",
        "Certificate validation rests on weak evidence",
        "{0} accepts a {1} that failed the checks because of {2} (accept only when there are no errors, or compare a hash of the key)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Names, dates and serial numbers can be written into a certificate by anyone; a setting or a host name says nothing about who holds the key.",
        Rule.Page("DIT0103"),
        "CWE-295");

    /// <summary>
    /// A setting of a library switches the validation of the peer's certificate off, or drops the chain of trust. Judged by
    /// the catalogue. Not reported: a value that is not known; a setting that the library is known to ignore.
    /// </summary>
    public static readonly DiagnosticDescriptor ValidationSwitchedOff = new(
        "DIT0104",
        "Certificate validation is switched off by a setting",
        "'{0}' switches certificate validation off: anyone on the path can pose as the other side, read and alter everything ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Encryption to an unknown peer protects nothing: an attacker on the path presents a certificate of his own and passes everything on.",
        Rule.Page("DIT0104"),
        "CWE-295");

    /// <summary>The chain of trust is checked, the name in the certificate is not (CWE-297, RFC 9525).</summary>
    public static readonly DiagnosticDescriptor HostNameNotVerified = new(
        "DIT0105",
        "Server host name is not verified",
        "'{0}' accepts a certificate whose host name does not match: anyone with a valid certificate for another site can pose as this server ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A trusted authority gives a certificate to everybody who owns any name. Only the comparison with the name that was meant makes it proof.",
        Rule.Page("DIT0105"),
        "CWE-297",
        "CWE-295");

    /// <summary>Revocation is turned off in so many words (CWE-299). What is merely a default is not reported.</summary>
    public static readonly DiagnosticDescriptor RevocationNotChecked = new(
        "DIT0106",
        "Certificate revocation is not checked",
        "'{0}' turns the revocation check off: a stolen key keeps working after its certificate was revoked ({2})",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A revoked certificate is one whose owner has said that somebody else may hold the key.",
        Rule.Page("DIT0106"),
        "CWE-299");

    /// <summary>
    /// The policy of a chain forgives what makes a chain worthless. Forgiving that revocation is <em>unknown</em> is accepted
    /// practice and not reported, nor is a chain whose root the program compares itself.
    /// </summary>
    public static readonly DiagnosticDescriptor ChainPolicyIgnoresErrors = new(
        "DIT0107",
        "Certificate chain policy ignores errors",
        "'{0}' lets a chain build that must not: {1} ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A chain that builds whatever it holds proves nothing about the certificate at its end.",
        Rule.Page("DIT0107"),
        "CWE-295",
        "CWE-296",
        "CWE-298");

    /// <summary>These methods answer by their result and do not throw: a result that nobody reads is a check not made (CWE-252).</summary>
    public static readonly DiagnosticDescriptor ResultIgnored = new(
        "DIT0108",
        "Result of a chain build or verification is ignored",
        "'{0}' does not throw, it returns 'false': the result is ignored, so that a certificate that failed the check is used as if it had passed (act on the result)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "X509Chain.Build, X509Certificate2.Verify and X509Certificate2.MatchesHostname report failure by their result alone.",
        Rule.Page("DIT0108"),
        "CWE-295",
        "CWE-252");

    /// <summary>A program that extends the trust of the machine or the user extends it for every program there.</summary>
    public static readonly DiagnosticDescriptor RootCertificateAdded = new(
        "DIT0109",
        "A root certificate is added to the machine's or user's trust",
        "A certificate is added to the '{0}' store: every program of this user or machine will trust whoever holds its key (trust it for one connection, by a chain policy with 'CustomRootTrust')",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Trust that is meant for one connection belongs into that connection's chain policy.",
        Rule.Page("DIT0109"),
        "CWE-295",
        "CWE-296");
}
