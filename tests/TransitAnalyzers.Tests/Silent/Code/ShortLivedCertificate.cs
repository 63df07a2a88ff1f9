// Looks like a certificate that is valid for years: for ninety days, written as years and days.
using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

public static class Issue
{
    public static X509Certificate2 Create(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA384);
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(90));
    }
}
