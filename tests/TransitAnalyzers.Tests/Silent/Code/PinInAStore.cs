// Looks like counting certificates: only those with this very thumbprint are counted.
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

public static class TrustedPeople
{
    public static HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
        {
            if (certificate is null)
                return false;
            using var store = new X509Store(StoreName.TrustedPeople, StoreLocation.LocalMachine);
            store.Open(OpenFlags.ReadOnly);
            return store.Certificates.Find(X509FindType.FindByThumbprint, certificate.Thumbprint, validOnly: false).Count > 0;
        },
    };
}
