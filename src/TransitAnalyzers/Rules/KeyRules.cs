using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>The rules about keys and the certificates made for them.</summary>
internal static class KeyRules
{
    /// <summary>
    /// RSA, DSA and Diffie-Hellman below 2048 bits, elliptic curves below 224 bits (NIST SP 800-131A; CWE-326). Whatever the
    /// key is for: it is not seen where it is made, and such a key protects nothing. Not reported: an object that is only
    /// there to take up an existing key; a size that is not known.
    /// </summary>
    public static readonly DiagnosticDescriptor KeyTooSmall = new(
        "DIT0601",
        "Key is too small",
        "{0} is too small: what is protected with it can be read by whoever records it and breaks the key later (use {1})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "NIST SP 800-131A: RSA, DSA and Diffie-Hellman keys have at least 2048 bits, elliptic curves at least 224.",
        Rule.Page("DIT0601"),
        "CWE-326");

    /// <summary>
    /// MD2, MD4, MD5 or SHA-1 under a certificate, a request for one, or a revocation list (RFC 6151, RFC 6194; CWE-328).
    /// Not reported: SHA-1 that names a thing, such as a thumbprint or a subject key identifier.
    /// </summary>
    public static readonly DiagnosticDescriptor WeakSignatureHash = new(
        "DIT0602",
        "Certificate is signed with a weak hash",
        "'{0}' signs a certificate: who finds a second certificate with the same hash has a valid signature for it, and can pose as its owner (use SHA-256)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Collisions of MD5 and SHA-1 have been used to forge certificates.",
        Rule.Page("DIT0602"),
        "CWE-328",
        "CWE-327");

    /// <summary>
    /// A certificate made for longer than <c>maximum_certificate_lifetime</c> (CA/Browser Forum Baseline Requirements §6.3.2:
    /// 398 days). Not reported: certificates of an authority, and dates that are not known.
    /// </summary>
    public static readonly DiagnosticDescriptor LivesTooLong = new(
        "DIT0603",
        "Certificate is valid for too long",
        "The certificate is valid for {0} days: a stolen key can be used for all that time (at most {1} days, and renew it)",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A certificate that is renewed often limits what a stolen key is worth, and keeps the renewal in working order.",
        Rule.Page("DIT0603"),
        "CWE-324");

    /// <summary>
    /// A private key as text: PEM of every kind, PKCS#12, PKCS#8, PKCS#1 or SEC 1 in base64, an XML key or JWK with its private
    /// part (CWE-321). The key is never repeated. Not reported: certificates, public keys, headers without a key.
    /// </summary>
    public static readonly DiagnosticDescriptor PrivateKeyInSource = new(
        "DIT0604",
        "Private key stands in source or configuration",
        "{0} stands here as text: whoever can read the source, the build or a backup of them can pose as its owner (load it from a secret store or certificate store, and replace this key: it is no longer secret)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A private key is worth what its secrecy is worth. One that was ever committed counts as published.",
        Rule.Page("DIT0604"),
        "CWE-321",
        "CWE-798");
}
