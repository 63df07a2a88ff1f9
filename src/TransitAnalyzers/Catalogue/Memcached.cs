using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>EnyimMemcachedCore.</summary>
internal static class Memcached
{
    private const string Options = "Enyim.Caching.Configuration.MemcachedClientOptions";

    private const string Source = "cnblogs/EnyimMemcachedCore: Enyim.Caching/Configuration/MemcachedClientOptions.cs";

    public static readonly Library Library = new("EnyimMemcached", "EnyimMemcachedCore", "Enyim.Caching")
    {
        Namespace = "Enyim.Caching",
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", Options, "UseSslStream", Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Call("DIT0301", Options, "AddPlainTextAuthenticator", Remedy.None, Source) with
            {
                Advice = "set 'UseSslStream' where the version has it; user and password travel in clear text otherwise",
            }),
    };
}
