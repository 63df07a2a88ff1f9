using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>YARP, the reverse proxy.</summary>
internal static class Yarp
{
    private const string Source = "dotnet/yarp: src/ReverseProxy/Forwarder/ForwarderHttpClientFactory.cs";

    public static readonly Library Library = new("YARP", "Yarp.ReverseProxy")
    {
        Namespace = "Yarp.ReverseProxy",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Yarp.ReverseProxy.Configuration.HttpClientConfig", "DangerousAcceptAnyServerCertificate",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
