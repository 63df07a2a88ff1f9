using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>ServiceStack.Redis.</summary>
internal static class ServiceStackRedis
{
    public static readonly Library Library = new("ServiceStack.Redis", "ServiceStack.Redis")
    {
        Namespace = "ServiceStack.Redis",
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "ServiceStack.Redis.RedisEndpoint", "Ssl", Insecure.False, Remedy.Write(true, orRemove: false), "ServiceStack/ServiceStack: ServiceStack.Redis/src/ServiceStack.Redis/RedisEndpoint.cs")),
    };
}
