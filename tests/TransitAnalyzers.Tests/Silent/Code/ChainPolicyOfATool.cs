// Looks like a chain policy that ignores errors: it is read and compared.
using System.Security.Cryptography.X509Certificates;

public static class PolicyReport
{
    public static string Of(X509ChainPolicy policy) =>
        policy.VerificationFlags == X509VerificationFlags.AllFlags || policy.RevocationMode == X509RevocationMode.NoCheck ? "relaxed" : "strict";
}
