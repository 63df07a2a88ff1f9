using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The TLS settings of .NET and .NET Framework themselves.</summary>
internal static class DotNetTls
{
    private const string FrameworkSource = "https://learn.microsoft.com/dotnet/framework/network-programming/tls";
    private const string KeyLogSource = "dotnet/runtime: src/libraries/Common/src/System/Net/Security/SslKeyLogger.cs";
    private const string KeysWritten = "writes the keys of every connection to a file, with which recorded traffic can be read";

    private static readonly ObsoleteVersion Ssl2 = new("Ssl2", 0x00C, "SSL 2.0");
    private static readonly ObsoleteVersion Ssl3 = new("Ssl3", 0x030, "SSL 3.0");
    private static readonly ObsoleteVersion Tls10 = new("Tls", 0x0C0, "TLS 1.0");
    private static readonly ObsoleteVersion Tls11 = new("Tls11", 0x300, "TLS 1.1");

    // https://learn.microsoft.com/dotnet/api/system.net.security.encryptionpolicy
    private static readonly ChoiceEnum EncryptionPolicy = new(
        "DIT0204",
        "System.Net.Security.EncryptionPolicy",
        ImmutableArray.Create(
            new WeakChoice("AllowNoEncryption", 1, "lets the peer choose a cipher that encrypts nothing"),
            new WeakChoice("NoEncryption", 2, "asks for ciphers that encrypt nothing")),
        Secure: "RequireEncryption");

    public static readonly Library Library = new(".NET (protocols)")
    {
        ProtocolEnums = ImmutableArray.Create(
            // https://learn.microsoft.com/dotnet/api/system.security.authentication.sslprotocols
            new ProtocolEnum(
                "System.Security.Authentication.SslProtocols",
                ImmutableArray.Create(Ssl2, Ssl3, Tls10, Tls11, new("Default", 0x0F0, "SSL 3.0 and TLS 1.0")))
            {
                IsFlags = true,
                PlatformChoice = "None",
                Floor = "Tls12",
                FloorValue = 0xC00,
                LeftToPlatform = ImmutableArray.Create(
                    new ApiName("System.Net.Http.HttpClientHandler", "SslProtocols"),
                    new ApiName("System.Net.Security.SslClientAuthenticationOptions", "EnabledSslProtocols"),
                    new ApiName("System.Net.Security.SslServerAuthenticationOptions", "EnabledSslProtocols"),
                    new ApiName("Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions", "SslProtocols")),
            },
            // https://learn.microsoft.com/dotnet/api/system.net.securityprotocoltype
            new ProtocolEnum("System.Net.SecurityProtocolType", ImmutableArray.Create(Ssl3, Tls10, Tls11))
            {
                IsFlags = true,
                PlatformChoice = "SystemDefault",
                Floor = "Tls12",
                FloorValue = 0xC00,
                LeftToPlatform = ImmutableArray.Create(new ApiName("System.Net.ServicePointManager", "SecurityProtocol")),
            }),
        SuiteTypes = ImmutableArray.Create("System.Net.Security.TlsCipherSuite"),
        ChoiceEnums = ImmutableArray.Create(EncryptionPolicy),
        Settings = ImmutableArray.Create(
            Switch("Switch.System.Net.DontEnableSchUseStrongCrypto", "brings SSL 3.0, TLS 1.0 and weak ciphers back", FrameworkSource),
            Switch("Switch.System.Net.DontEnableSystemDefaultTlsVersions", "keeps the platform from choosing newer versions of TLS", FrameworkSource),
            Switch("Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols", "holds WCF at TLS 1.0", FrameworkSource),
            Switch("Switch.System.ServiceModel.DontEnableSystemDefaultTlsVersions", "keeps WCF from the platform's choice of TLS versions", FrameworkSource),
            Switch("Switch.System.Net.DontCheckCertificateEKUs", "accepts certificates that were issued for another purpose", FrameworkSource),
            Switch("System.Net.EnableSslKeyLogging", KeysWritten, KeyLogSource),
            Data("System.AppContext", "System.Net.EnableSslKeyLogging", KeysWritten, KeyLogSource),
            Data("System.AppDomain", "System.Net.EnableSslKeyLogging", KeysWritten, KeyLogSource),
            SettingRow.Entry("DIT0205", "System.Environment", "SetEnvironmentVariable", "SSLKEYLOGFILE", Insecure.UnlessNull, Remedy.Remove, KeyLogSource)
                with { Loss = KeysWritten },
            SettingRow.Entry("DIT0205", "SSLKEYLOGFILE", Insecure.UnlessNull, Remedy.Remove, KeyLogSource) with { Loss = KeysWritten },
            Renegotiation("System.Net.Security.SslServerAuthenticationOptions"),
            Renegotiation("System.Net.Security.SslClientAuthenticationOptions")),
    };

    private static SettingRow Switch(string name, string loss, string source) =>
        SettingRow.Entry("DIT0205", "System.AppContext", "SetSwitch", name, Insecure.True, Remedy.Write(false), source) with { Loss = loss };

    private static SettingRow Data(string type, string name, string loss, string source) =>
        SettingRow.Entry("DIT0205", type, "SetData", name, Insecure.True | Insecure.Text("true"), Remedy.Remove, source) with { Loss = loss };

    private static SettingRow Renegotiation(string type) =>
        SettingRow.Set("DIT0205", type, "AllowRenegotiation", Insecure.True, Remedy.Write(false, orRemove: false), "https://learn.microsoft.com/dotnet/api/system.net.security.sslserverauthenticationoptions.allowrenegotiation")
            with { Loss = "lets the peer negotiate keys anew within a connection, which attacks on TLS 1.2 build on" };
}
