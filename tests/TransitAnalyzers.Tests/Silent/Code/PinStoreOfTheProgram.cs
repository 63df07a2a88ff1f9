// Looks like a null check that accepts: who looks a certificate up by its hash finds only what was trusted before.
using System.Net.Http;
using System.Net.Security;

public interface IPinStore
{
    Pin? Find(string hash);
}

public sealed record Pin(string Hash, string Host, bool Enabled);

public sealed class PinningHandlerFactory(IPinStore pins)
{
    public HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (request, certificate, _, errors) =>
            errors == SslPolicyErrors.None
            || (certificate is not null && pins.Find(certificate.GetCertHashString()) is { Enabled: true } pin && pin.Host == request.RequestUri!.Host),
    };
}
