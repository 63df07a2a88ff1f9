// Looks like tolerating chain errors: only a revocation state that could not be asked for passes.
using System.Linq;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public static class SoftRevocation
{
    public static HttpClientHandler Create() => new() { ServerCertificateCustomValidationCallback = Validate };

    private static bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        var isOnlyRevocation = chain?.ChainStatus.All(status =>
            status.Status == X509ChainStatusFlags.RevocationStatusUnknown || status.Status == X509ChainStatusFlags.OfflineRevocation) ?? false;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && isOnlyRevocation;
    }
}
