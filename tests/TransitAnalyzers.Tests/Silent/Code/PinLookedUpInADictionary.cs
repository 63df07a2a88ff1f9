// Looks like a decision by the host that was asked for: the hosts are those that the user trusted this very certificate for, found by its hash.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public sealed class TrustedCertificates
{
    private readonly ConcurrentDictionary<string, ICollection<string>> trusted = new();

    public HttpClient CreateClient() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = Validate });

    private bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return false;
        trusted.TryGetValue(certificate.GetCertHashString(), out var hosts);
        if (hosts != null && hosts.Contains(request.RequestUri!.Host))
            return true;
        if (errors != SslPolicyErrors.None)
            throw new InvalidOperationException("certificate validation failed: " + certificate);
        return errors == SslPolicyErrors.None;
    }
}
