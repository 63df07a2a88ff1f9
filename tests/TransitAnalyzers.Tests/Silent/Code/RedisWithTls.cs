// Looks like the clear-text port: TLS is on, and the server's certificate is checked.
using StackExchange.Redis;

public static class Cache
{
    public static ConnectionMultiplexer Open() => ConnectionMultiplexer.Connect("cache.example:6379,ssl=true,abortConnect=false,sslHost=cache.example");

    public static ConfigurationOptions Options(string host) => new()
    {
        EndPoints = { { host, 6379 } },
        Ssl = true,
        SslHost = host,
    };
}
