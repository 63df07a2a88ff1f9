using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>StackExchange.Redis.</summary>
internal static class StackExchangeRedis
{
    private const string Source = "StackExchange/StackExchange.Redis: src/StackExchange.Redis/ConfigurationOptions.cs";

    public static readonly Library Library = new("StackExchange.Redis", "StackExchange.Redis")
    {
        Namespace = "StackExchange.Redis",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "StackExchange.Redis.ConfigurationOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
