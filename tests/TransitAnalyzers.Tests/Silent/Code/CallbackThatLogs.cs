// Looks like a callback with a mind of its own: it logs, and says what the errors say.
using System;
using System.Linq;
using System.Net.Http;
using System.Net.Security;

public static class LoggingHandler
{
    public static HttpClientHandler Create(Action<string> log) => new()
    {
        ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) =>
        {
            if (errors != SslPolicyErrors.None)
                log($"{request.RequestUri}: {certificate?.Subject} {errors} {string.Join(", ", chain?.ChainStatus.Select(status => status.StatusInformation) ?? [])}");
            return errors is SslPolicyErrors.None;
        },
    };
}
