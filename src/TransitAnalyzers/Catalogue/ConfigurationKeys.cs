using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Settings that frameworks themselves read from configuration files.</summary>
internal static class ConfigurationKeys
{
    private const string Kestrel = "dotnet/aspnetcore: src/Servers/Kestrel/Core/src/Internal/ConfigurationReader.cs";
    private const string ReverseProxy = "dotnet/yarp: src/ReverseProxy/Configuration/ConfigProvider/ConfigurationConfigProvider.cs";
    private const string Identity = "dotnet/aspnetcore: src/Security/Authentication/JwtBearer/src/JwtBearerConfigureOptions.cs, OpenIdConnect/src/OpenIdConnectConfigureOptions.cs";
    private const string Framework = "https://learn.microsoft.com/dotnet/framework/configure-apps/file-schema/network/servicepointmanager-element-network-settings";
    private const string Cookies = "https://learn.microsoft.com/dotnet/api/system.web.configuration.httpcookiessection.requiressl";
    private const string Wcf = "https://learn.microsoft.com/dotnet/framework/network-programming/tls";
    private const string RuntimeSwitches = "https://learn.microsoft.com/dotnet/framework/network-programming/tls#switchsystemnetdontenableschusestrongcrypto";

    private static readonly ImmutableArray<(string, string)> ObsoleteVersions = ImmutableArray.Create(
        ("Ssl2", "SSL 2.0"), ("Ssl3", "SSL 3.0"), ("Default", "SSL 3.0 and TLS 1.0"), ("Tls", "TLS 1.0"), ("Tls11", "TLS 1.1"));

    public static readonly ImmutableArray<FileRow> All = ImmutableArray.Create(
        // Kestrel reads arrays only: a scalar is ignored.
        Versions("Kestrel:**:SslProtocols:*", Kestrel),
        Versions("ReverseProxy:Clusters:*:HttpClient:SslProtocols:*", ReverseProxy),
        Versions("system.serviceModel/bindings/netTcpBinding/binding/security/transport/@sslProtocols", Wcf),
        Versions("system.serviceModel/bindings/customBinding/binding/sslStreamSecurity/@sslProtocols", Wcf),
        FileRow.Value("DIT0104", "**:DangerousAcceptAnyServerCertificate", "true", "false", ReverseProxy),
        FileRow.Value("DIT0104", "system.serviceModel/**/serviceCertificate/authentication/@certificateValidationMode", "None", "ChainTrust", Wcf),
        FileRow.Value("DIT0104", "system.serviceModel/**/serviceCertificate/defaultCertificate/authentication/@certificateValidationMode", "None", "ChainTrust", Wcf),
        FileRow.Value("DIT0105", "system.net/settings/servicePointManager/@checkCertificateName", "false", "true", Framework),
        FileRow.Value("DIT0106", "system.net/settings/servicePointManager/@checkCertificateRevocationList", "false", "true", Framework),
        FileRow.Value("DIT0106", "system.serviceModel/**/serviceCertificate/authentication/@revocationMode", "NoCheck", "Online", Wcf),
        new FileRow("DIT0204", "system.net/settings/servicePointManager/@encryptionPolicy", Framework)
        {
            Insecure = ImmutableArray.Create(("NoEncryption", "turns encryption off"), ("AllowNoEncryption", "lets a server turn encryption off")),
            Secure = "RequireEncryption",
        },
        FileRow.Value("DIT0406", "**:RequireHttpsMetadata", "false", "true", Identity),
        FileRow.Address("DIT0406", "Authentication:Schemes:*:Authority", Identity),
        FileRow.Address("DIT0406", "Authentication:Schemes:*:MetadataAddress", Identity),
        FileRow.Value("DIT0407", "Authentication:Schemes:*:*:SecurePolicy", "None", "Always", Identity),
        FileRow.Value("DIT0407", "**:Cookie:SecurePolicy", "None", "Always", Identity),
        FileRow.Value("DIT0407", "system.web/httpCookies/@requireSSL", "false", "true", Cookies),
        FileRow.Value("DIT0407", "system.web/authentication/forms/@requireSSL", "false", "true", Cookies),
        FileRow.Value("DIT0407", "system.web/roleManager/@cookieRequireSSL", "false", "true", Cookies),
        FileRow.Value("DIT0407", "system.web/anonymousIdentification/@cookieRequireSSL", "false", "true", Cookies))
        .AddRange(Switch("Switch.System.Net.DontEnableSchUseStrongCrypto", "brings SSL 3.0, TLS 1.0 and weak ciphers back", RuntimeSwitches))
        .AddRange(Switch("Switch.System.Net.DontEnableSystemDefaultTlsVersions", "keeps the platform from choosing newer versions of TLS", RuntimeSwitches))
        .AddRange(Switch("Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols", "holds WCF at TLS 1.0", RuntimeSwitches))
        .AddRange(Switch("Switch.System.ServiceModel.DontEnableSystemDefaultTlsVersions", "keeps WCF from the platform's choice of TLS versions", RuntimeSwitches))
        .AddRange(Switch("Switch.System.Net.DontCheckCertificateEKUs", "accepts certificates that were issued for another purpose", RuntimeSwitches))
        .AddRange(Switch("System.Net.EnableSslKeyLogging", "writes the keys of recorded connections to a file", "dotnet/runtime: SslKeyLogger.cs"));

    private static FileRow Versions(string key, string source) => new("DIT0201", key, source) { Insecure = ObsoleteVersions, Secure = "Tls12" };

    /// <summary>A switch stands in an app.config, in a runtimeconfig.template.json, or in the project.</summary>
    private static FileRow[] Switch(string name, string loss, string source) =>
    [
        new("DIT0205", "runtime/AppContextSwitchOverrides/@value", source)
        {
            Insecure = ImmutableArray.Create((name + "=true", loss)),
            Secure = name + "=false",
            Separator = ';',
        },
        new("DIT0205", "configProperties:" + name, source) { Insecure = ImmutableArray.Create(("true", loss)), Secure = "false" },
    ];
}
