// Looks like an authenticated stream without checks: nothing is authenticated, the options are compared.
using System.Net.Security;

public static class Same
{
    public static bool Options(SslClientAuthenticationOptions first, SslClientAuthenticationOptions second) =>
        first.TargetHost == second.TargetHost
        && first.EnabledSslProtocols == second.EnabledSslProtocols
        && first.EncryptionPolicy == second.EncryptionPolicy
        && first.RemoteCertificateValidationCallback == second.RemoteCertificateValidationCallback;
}
