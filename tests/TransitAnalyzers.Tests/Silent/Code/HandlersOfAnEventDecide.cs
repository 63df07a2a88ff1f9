// Looks like an answer of nobody's: the event's handlers are given the errors and answer through the argument.
using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

public sealed class ValidationEventArgs : EventArgs
{
    public X509Certificate? Certificate { get; init; }

    public SslPolicyErrors Errors { get; init; }

    public bool Accept { get; set; }
}

public sealed class SecureStream
{
    public event EventHandler<ValidationEventArgs>? Validating;

    public SslStream Wrap(Stream stream) => new(stream, false, (_, certificate, _, errors) => Ask(certificate, errors));

    private bool Ask(X509Certificate? certificate, SslPolicyErrors errors)
    {
        var handlers = Validating;
        if (handlers != null)
        {
            var arguments = new ValidationEventArgs { Certificate = certificate, Errors = errors, Accept = errors == SslPolicyErrors.None };
            handlers(this, arguments);
            return arguments.Accept;
        }

        return errors == SslPolicyErrors.None;
    }
}
