using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>StackExchange.Redis.</summary>
internal static class StackExchangeRedis
{
    private const string Source = "StackExchange/StackExchange.Redis: src/StackExchange.Redis/ConfigurationOptions.cs";

    private const string Ssl = "ssl";

    private static readonly ImmutableArray<TextRemedy> Encrypt = ImmutableArray.Create(TextRemedy.Set(Ssl, "True"));

    /// <summary>StackExchange/StackExchange.Redis: src/StackExchange.Redis/ConfigurationOptions.cs <c>DoParse</c>; docs/Configuration.md.</summary>
    public static readonly Dialect Dialect = new("StackExchange.Redis", ConnectionGrammar.Commas)
    {
        Objects = ImmutableArray.Create("StackExchange.Redis.ConfigurationOptions"),
        ObjectMembers = ImmutableArray.Create("Ssl", "Password"),
        EncryptedHosts = ImmutableArray.Create(".redis.cache.windows.net", ".redis.azure.net"),
        SetBy = ImmutableArray.Create("Ssl", "UseSsl", "SetUserPemCertificate", "SetUserPfxCertificate", "SslClientAuthenticationOptions"),
        Keys = ImmutableArray.Create(
            new KeyRow(Meaning.Host, UriParts.Host, "endpoints"),
            new KeyRow(Ssl, "ssl"),
            new KeyRow(Meaning.Password, "password"),
            new KeyRow(Meaning.User, "user", "username"),
            new KeyRow(Meaning.Versions, "sslprotocols"),
            new KeyRow(Meaning.Other, "sslhost", "checkcertificaterevocation", "sentinelprimaryname", "sentineluser", "sentinelpassword", "connecttimeout", "synctimeout", "asynctimeout", "responsetimeout", "connectretry", "keepalive", "abortconnect", "abortonconnectfail", "allowadmin", "defaultdatabase", "name", "clientname", "servicename", "proxy", "tunnel", "resolvedns", "channelprefix", "configchannel", "configurationchannel", "configcheckseconds", "tiebreaker", "tiebreak", "version", "protocol", "setlib", "setclientlibrary", "highintegrity", "tcpkeepalive", "writebuffer", "highprioritysocketthreads", "preservasyncorder", "preserveasyncorder", "$command_map", "heartbeatinterval")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Ssl, "false", "0", "no", "off")) { Remedies = Encrypt },
            new LossRow(TransportLoss.Encryption, Condition.Absent(Ssl)) { Remedies = Encrypt }),
        Sinks = ImmutableArray.Create(
            SinkRow.Of("StackExchange.Redis.ConnectionMultiplexer", "Connect"),
            SinkRow.Of("StackExchange.Redis.ConnectionMultiplexer", "ConnectAsync"),
            SinkRow.Of("StackExchange.Redis.ConnectionMultiplexer", "SentinelConnect"),
            SinkRow.Of("StackExchange.Redis.ConnectionMultiplexer", "SentinelConnectAsync"),
            SinkRow.Of("StackExchange.Redis.ConfigurationOptions", "Parse"),
            SinkRow.Of("Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions", "Configuration"),
            SinkRow.Of("Microsoft.Extensions.Caching.Redis.RedisCacheOptions", "Configuration"),
            SinkRow.Method("AddStackExchangeRedis"),
            SinkRow.Method("AddRedis"),
            SinkRow.Method("UseRedisStorage"),
            SinkRow.Method("UseRedis"),
            SinkRow.Method("AddFusionCacheStackExchangeRedisBackplane")),
    };

    public static readonly Library Library = new("StackExchange.Redis", "StackExchange.Redis")
    {
        Namespace = "StackExchange.Redis",
        Dialects = ImmutableArray.Create(Dialect),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0106", "StackExchange.Redis.ConfigurationOptions", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true), Source)),
    };
}
