using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// Names of members that ordinary code is full of, and that matter only beside other words: the names of the libraries whose
/// members they are, or the values that are insecure there. Looked for where a file is told from one that cannot matter.
/// </summary>
internal static class OrdinaryNames
{
    /// <summary>The words beside which the name matters; null where it matters by itself.</summary>
    public static IEnumerable<string>? WordsBeside(string name) => name switch
    {
        "Timeout" => ["Infinite", "InfiniteTimeSpan", "MaxValue", "ConnectionStringBuilder", "NpgsqlConnectionStringBuilder", "SqlConnectionStringBuilder", "MySqlConnectionStringBuilder"],
        "Default" => ["SslProtocols"],
        "Build" =>
        [
            // Of an application, by its builder or what its pipeline has; of a chain; of a list of revoked certificates.
            "WebApplication", "WebApplicationBuilder", "CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder",
            "UseRouting", "UseHttpsRedirection", "UseHsts", "UseStaticFiles", "MapControllers", "MapGet",
            "X509Chain", "X509Certificate2", "X509Certificate", "SslPolicyErrors", "ChainPolicy",
            "CertificateRevocationListBuilder",
        ],
        "Address" => ["Amqp", "SenderLink", "ReceiverLink"],
        "Configure" => ["IWebHostBuilder", "WebHostBuilder", "WebHost", "ConfigureWebHost", "ConfigureWebHostDefaults", "ConfigureWebHostBuilder", "IApplicationBuilder"],
        "Create" or "Driver" or "Parse" or "Start" => ClassesWith(name),
        "Configuration" => ["RedisCacheOptions", "AddStackExchangeRedisCache", "AddDistributedRedisCache", "Redis"],
        "Enabled" => ["Ssl", "SslOption", "RabbitMQ"],
        "Validate" => ["X509Certificate2"],
        "KeySize" =>
        [
            "RSA", "RSACng", "RSACryptoServiceProvider", "RSAOpenSsl", "GetRSAPrivateKey", "GetRSAPublicKey",
            "DSA", "DSACng", "DSACryptoServiceProvider", "DSAOpenSsl", "GetDSAPrivateKey", "GetDSAPublicKey",
        ],
        "Uri" => ["ConnectionFactory", "IConnectionFactory", "RabbitMQ"],
        _ => null,
    };

    /// <summary>The classes whose static method of this name takes a connection string: a call of it names them.</summary>
    private static IEnumerable<string> ClassesWith(string method) =>
        from library in Libraries.All
        from dialect in library.Dialects
        from sink in dialect.Sinks
        where sink.Member == method && sink.Type is not null
        select TypeNames.Simple(sink.Type!);
}
