// Looks like letting name mismatches pass: they are masked out to be counted, and the connection fails all the same.
using System.Net.Security;
using System.Threading;

public sealed class ErrorCounters
{
    private int names;
    private int chains;

    public SslClientAuthenticationOptions Options(string host) => new()
    {
        TargetHost = host,
        CertificateRevocationCheckMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.Online,
        RemoteCertificateValidationCallback = (_, _, _, errors) =>
        {
            if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
                Interlocked.Increment(ref names);
            if ((errors & SslPolicyErrors.RemoteCertificateChainErrors) != 0)
                Interlocked.Increment(ref chains);
            return (errors & (SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNotAvailable)) == SslPolicyErrors.None;
        },
    };
}
