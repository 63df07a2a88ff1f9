using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Kestrel: how it validates the certificates of clients.</summary>
internal static class KestrelCertificates
{
    private const string Source = "dotnet/aspnetcore: src/Servers/Kestrel/Core/src/HttpsConnectionAdapterOptions.cs";

    public static readonly Library Library = new("Kestrel (certificates)", "Microsoft.AspNetCore.Server.Kestrel.Core")
    {
        Namespace = "Microsoft.AspNetCore.Server.Kestrel",
        Callbacks = ImmutableArray.Create(
            CallbackRow.AcceptsAll("Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions", "AllowAnyClientCertificate", Source)),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
