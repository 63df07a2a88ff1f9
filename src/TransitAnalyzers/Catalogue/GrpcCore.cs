using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Grpc.Core, the native server.</summary>
internal static class GrpcCore
{
    private const string Source = "grpc/grpc v1.46: src/csharp/Grpc.Core/SslServerCredentials.cs";

    public static readonly Library Library = new("Grpc.Core", "Grpc.Core", "Grpc.Core.Api")
    {
        Namespace = "Grpc.Core",
        Callbacks = ImmutableArray.Create(
            CallbackRow.Delegate("Grpc.Core.VerifyPeerCallback", "grpc/grpc-dotnet: src/Grpc.Core.Api/SslCredentials.cs") with { Takes = ["VerifyPeerContext"], Near = ["SslCredentials"], Fingerprint = "PeerPem" }),
        Settings = ImmutableArray.Create(
            SettingRow.Argument(
                "DIT0104", "Grpc.Core.SslServerCredentials", ".ctor", "clientCertificateRequest",
                Insecure.Member("RequestButDontVerify"), Remedy.WriteMember("RequestAndVerify", orRemove: false), Source),
            SettingRow.Argument(
                "DIT0104", "Grpc.Core.SslServerCredentials", ".ctor", "clientCertificateRequest",
                Insecure.Member("RequestAndRequireButDontVerify"), Remedy.WriteMember("RequestAndRequireAndVerify", orRemove: false), Source)),
    };
}
