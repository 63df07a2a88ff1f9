// Looks like a setting that lets everyone in: with the setting on there must be no errors, with it off a pin must match.
using System.Net.Http;
using System.Net.Security;

public sealed class StrictOrPinned(bool strict, string pin)
{
    public HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
        {
            if (strict && errors != SslPolicyErrors.None)
                return false;
            if (!strict && certificate?.GetCertHashString() != pin)
                return false;
            return true;
        },
    };
}
