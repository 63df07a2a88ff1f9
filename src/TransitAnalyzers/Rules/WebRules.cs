using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>The rules about web applications: pipeline, listeners, identity metadata, cookies.</summary>
internal static class WebRules
{
    /// <summary>
    /// An application with something for browsers does not send <c>Strict-Transport-Security</c> in production (RFC 6797,
    /// CWE-523). Not reported: APIs, gRPC, workers, applications made for a front that terminates TLS, and pipelines that a
    /// method of an unknown library adds to.
    /// https://learn.microsoft.com/aspnet/core/security/enforcing-ssl
    /// </summary>
    public static readonly DiagnosticDescriptor NoHsts = new(
        "DIT0401",
        "HSTS is not enabled",
        "'UseHsts' is {0}: browsers keep trying HTTP, where an attacker on the path answers instead of the application; call it outside development",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without HSTS every visit that starts with http:// can be kept there by an attacker on the path.",
        Rule.Page("DIT0401"),
        "CWE-523",
        "CWE-319");

    /// <summary>
    /// An application answers over HTTP what it should redirect to HTTPS (CWE-319). Not reported: gRPC, probes, workers,
    /// applications made for a front that terminates TLS, and pipelines that a method of an unknown library adds to.
    /// https://learn.microsoft.com/aspnet/core/security/enforcing-ssl
    /// </summary>
    public static readonly DiagnosticDescriptor NoRedirection = new(
        "DIT0402",
        "HTTP is not redirected to HTTPS",
        "'UseHttpsRedirection' is {0}: requests over HTTP are answered in clear text, for anyone on the path to read and change; call it before the application answers",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is answered over HTTP travels in clear text, cookies and passwords included.",
        Rule.Page("DIT0402"),
        "CWE-319");
}
