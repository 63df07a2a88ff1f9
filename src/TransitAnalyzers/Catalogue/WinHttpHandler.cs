using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The handler of System.Net.Http.WinHttpHandler.</summary>
internal static class WinHttpHandler
{
    private const string Source = "dotnet/runtime: src/libraries/System.Net.Http.WinHttpHandler/ref/System.Net.Http.WinHttpHandler.cs";

    public static readonly Library Library = new("WinHttpHandler", "System.Net.Http.WinHttpHandler")
    {
        Namespace = "System.Net.Http",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "System.Net.Http.WinHttpHandler", "CheckCertificateRevocationList",
                Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };
}
