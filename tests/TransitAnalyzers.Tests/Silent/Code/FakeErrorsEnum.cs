// Looks like SslPolicyErrors: a table of names for a report, no callback takes it.
using System.Collections.Generic;
using System.Net.Security;

public static class ErrorNames
{
    public static readonly IReadOnlyDictionary<SslPolicyErrors, string> All = new Dictionary<SslPolicyErrors, string>
    {
        [SslPolicyErrors.None] = "fine",
        [SslPolicyErrors.RemoteCertificateNameMismatch] = "wrong name",
        [SslPolicyErrors.RemoteCertificateChainErrors] = "not trusted",
    };

    public static bool IsSerious(SslPolicyErrors[] all) => all.Length > 0;
}
