// Looks like tolerating chain errors: the chain is built again, to the one root that is trusted here.
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public sealed class PrivateRoot(X509Certificate2 root)
{
    public HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
        {
            if (errors == SslPolicyErrors.None)
                return true;
            if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0 || certificate is null)
                return false;
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(root);
            return chain.Build(certificate);
        },
    };
}
