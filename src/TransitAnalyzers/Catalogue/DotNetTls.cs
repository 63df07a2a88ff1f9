using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The TLS settings of .NET and .NET Framework themselves.</summary>
internal static class DotNetTls
{
    private static readonly ObsoleteVersion Ssl2 = new("Ssl2", 0x00C, "SSL 2.0");
    private static readonly ObsoleteVersion Ssl3 = new("Ssl3", 0x030, "SSL 3.0");
    private static readonly ObsoleteVersion Tls10 = new("Tls", 0x0C0, "TLS 1.0");
    private static readonly ObsoleteVersion Tls11 = new("Tls11", 0x300, "TLS 1.1");

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
    };
}
