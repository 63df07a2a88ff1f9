// Looks like a setting that lets everyone in: either the caller's validator decides, or there must be no errors.
using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public sealed class TlsOptions
{
    public bool RequireCertificate { get; set; } = true;

    public Func<X509Certificate2, X509Chain?, SslPolicyErrors, bool>? Validation { get; set; }
}

public sealed class TlsMiddleware(TlsOptions options)
{
    public SslStream Wrap(Stream stream) => new(stream, leaveInnerStreamOpen: false, (_, certificate, chain, errors) =>
    {
        if (certificate == null)
            return !options.RequireCertificate;
        if (options.Validation == null)
        {
            if (errors != SslPolicyErrors.None)
                return false;
        }

        if (options.Validation != null)
        {
            if (!options.Validation((X509Certificate2)certificate, chain, errors))
                return false;
        }

        return true;
    });
}
