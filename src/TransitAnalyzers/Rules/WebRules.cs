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

    /// <summary>
    /// HSTS, redirection or forwarded headers stand behind what has answered already: files, endpoints that are executed
    /// where they stand, terminal middleware. Not reported: endpoints of a <c>WebApplication</c>, which run at the end; HSTS
    /// behind the redirection, which makes no difference.
    /// https://learn.microsoft.com/aspnet/core/fundamentals/middleware/#middleware-order
    /// </summary>
    public static readonly DiagnosticDescriptor Misplaced = new(
        "DIT0403",
        "Transport middleware is in the wrong place",
        "'{0}' comes after '{1}': {2}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Middleware runs in the order in which it is added; what answers a request ends it.",
        Rule.Page("DIT0403"),
        "CWE-319");

    /// <summary>
    /// The HSTS policy is forgotten too soon, or does not hold for a host (RFC 6797 §11.2). The minimum is an option.
    /// https://learn.microsoft.com/aspnet/core/security/enforcing-ssl
    /// </summary>
    public static readonly DiagnosticDescriptor WeakHsts = new(
        "DIT0404",
        "HSTS policy is too weak",
        "'{0}' weakens HSTS: {1}",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "After the policy has run out, the next visit can be kept on HTTP by an attacker on the path.",
        Rule.Page("DIT0404"),
        "CWE-523");

    /// <summary>
    /// Something listens in clear text beyond this machine (CWE-319): URLs and Kestrel endpoints in code and configuration,
    /// HTTP.sys prefixes, <c>HttpListener</c>. Not reported: loopback, sockets, pipes; HTTP beside HTTPS, which is how
    /// redirection works; addresses that are not known.
    /// https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints
    /// </summary>
    public static readonly DiagnosticDescriptor ListensInClear = new(
        "DIT0405",
        "Endpoint listens in clear text",
        "'{0}' listens without TLS: anyone on the path reads and changes what is sent; listen on HTTPS, or say that TLS ends at a proxy",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is sent to an endpoint without TLS travels in clear text.",
        Rule.Page("DIT0405"),
        "CWE-319");

    /// <summary>
    /// The keys that tokens are checked with, or tokens themselves, may travel over HTTP (CWE-319, CWE-345). Not reported: a
    /// value that is not known; an authority on this machine.
    /// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.authentication.jwtbearer.jwtbeareroptions.requirehttpsmetadata
    /// </summary>
    public static readonly DiagnosticDescriptor MetadataOverHttp = new(
        "DIT0406",
        "Identity metadata or tokens may travel over HTTP",
        "'{0}' lets identity metadata or tokens travel over HTTP: an attacker on the path puts in keys of their own and forges tokens ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever supplies the signing keys decides who is let in.",
        Rule.Page("DIT0406"),
        "CWE-319",
        "CWE-345");

    /// <summary>
    /// A cookie is also sent over HTTP (CWE-614). Not reported: what a cookie policy (<c>UseCookiePolicy</c> with Secure)
    /// repairs, cookies of language, theme or consent, deletions, values that are not known.
    /// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookieoptions.secure
    /// </summary>
    public static readonly DiagnosticDescriptor InsecureCookie = new(
        "DIT0407",
        "Cookie may travel over HTTP",
        "'{0}' leaves the cookie without 'Secure': one request over HTTP, which an attacker on the path can provoke, gives it away ({2})",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A browser sends a cookie without Secure over HTTP too, and any page can make it do so.",
        Rule.Page("DIT0407"),
        "CWE-614",
        "CWE-319");

    /// <summary>
    /// An application for browsers does not forbid guessing of types (<c>X-Content-Type-Options</c>, CWE-693) or being framed by
    /// another site (<c>Content-Security-Policy</c> or <c>X-Frame-Options</c>, CWE-1021). Off by default: often the front adds them.
    /// OWASP ASVS 5.0 V3.4.
    /// </summary>
    public static readonly DiagnosticDescriptor NoSecurityHeaders = new(
        "DIT0408",
        "Security headers are not set",
        "No response carries {0}: another site can frame the pages, or have their content taken for a script; set it for every response",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        "Browsers protect pages that ask for it.",
        Rule.Page("DIT0408"),
        "CWE-693",
        "CWE-1021");

    /// <summary>
    /// Behind a proxy that ends TLS (<c>tls_termination = proxy</c>) the application does not learn that clients speak HTTPS
    /// (CWE-319, CWE-614). Not reported: gRPC, probes, programs that read the proxy's headers in another way.
    /// https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer
    /// </summary>
    public static readonly DiagnosticDescriptor NoForwardedHeaders = new(
        "DIT0409",
        "Forwarded headers are not processed behind a TLS-terminating proxy",
        "'UseForwardedHeaders' is {0}: behind the proxy every request looks like HTTP, so that cookies lack 'Secure' and links say 'http://'; call it first, with 'XForwardedProto'",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Only the proxy's headers tell the application that a client spoke HTTPS.",
        Rule.Page("DIT0409"),
        "CWE-319",
        "CWE-614");
}
