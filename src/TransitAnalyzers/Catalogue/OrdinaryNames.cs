using TransitAnalyzers.Catalogue.Rows;

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
        "Create" => ["InfluxDBClientFactory", "MongoUrl", "NpgsqlDataSource"],
        "Default" => ["SslProtocols"],
        "Driver" => ["GraphDatabase"],
        "Start" => ["SqlDependency"],
        "Configuration" => ["RedisCacheOptions", "AddStackExchangeRedisCache", "AddDistributedRedisCache", "Redis"],
        "Enabled" => ["Ssl", "SslOption", "RabbitMQ"],
        "Uri" => ["ConnectionFactory", "IConnectionFactory", "RabbitMQ"],
        _ => null,
    };
}
