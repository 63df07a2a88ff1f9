// Looks like a null check that accepts: what is not null is a known certificate that was found by comparing hashes.
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

public sealed class PinnedSocket(IReadOnlyList<X509Certificate2> known)
{
    public void Configure(ClientWebSocket socket) =>
        socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (errors == SslPolicyErrors.None)
                return true;
            var hash = certificate?.GetCertHashString();
            var found = known.FirstOrDefault(one => one.Thumbprint == hash);
            return found != null;
        };
}
