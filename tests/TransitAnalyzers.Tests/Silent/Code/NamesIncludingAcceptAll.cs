// Looks like something that accepts all by its name: it accepts nothing that has an error.
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public static class AcceptAll
{
    public static bool TrustAllCertificates(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => errors == SslPolicyErrors.None;

    public static RemoteCertificateValidationCallback IgnoreSslErrors { get; } = TrustAllCertificates;
}
