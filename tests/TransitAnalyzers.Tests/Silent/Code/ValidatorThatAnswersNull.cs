// Looks like accepting everything: the validator says what is wrong, and null means nothing is.
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

public interface ICertificateChecker
{
    string? ProblemOf(X509Certificate2? certificate);
}

public sealed class CheckedHandlerFactory(ICertificateChecker checker)
{
    public HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, _) => string.IsNullOrEmpty(checker.ProblemOf(certificate)),
    };
}
