// Looks like switches that are thrown: they are the library's own, and whoever calls them is told.
using System;

namespace Orleans.Connections.Security
{
    public delegate bool RemoteCertificateValidator(
        System.Security.Cryptography.X509Certificates.X509Certificate2 certificate,
        System.Security.Cryptography.X509Certificates.X509Chain chain,
        System.Net.Security.SslPolicyErrors policyErrors);

    public class TlsOptions
    {
        public RemoteCertificateValidator? RemoteCertificateValidation { get; set; }

        public void AllowAnyRemoteCertificate() => RemoteCertificateValidation = (_, __, ___) => true;
    }
}

namespace OpenIddict.Server.AspNetCore
{
    public class OpenIddictServerAspNetCoreOptions
    {
        public bool DisableTransportSecurityRequirement { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public sealed class OpenIddictServerAspNetCoreBuilder
    {
        private readonly OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreOptions options = new();

        public OpenIddictServerAspNetCoreBuilder Configure(Action<OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreOptions> configure)
        {
            configure(options);
            return this;
        }

        public OpenIddictServerAspNetCoreBuilder DisableTransportSecurityRequirement() =>
            Configure(static options => options.DisableTransportSecurityRequirement = true);
    }
}
