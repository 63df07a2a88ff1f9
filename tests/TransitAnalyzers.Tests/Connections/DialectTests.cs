using System.Collections.Immutable;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>What each driver's strings mean, in which version, and what the remedy makes of them.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("Npgsql", 10, "Host=db.example.com;SSL Mode=Disable", "DIT0301", "Host=db.example.com;SSL Mode=VerifyFull")]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=Prefer;", "DIT0302", "Host=db.example.com;SslMode=VerifyFull;")]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=allow", "DIT0302", "Host=db.example.com;SslMode=VerifyFull")]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=Require;Trust Server Certificate=true;Pooling=true", "DIT0303", "Host=db.example.com;SslMode=VerifyFull;Pooling=true")]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=VerifyCA", "DIT0303", "Host=db.example.com;SslMode=VerifyFull")]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=", "DIT0304", "Host=db.example.com;SslMode=VerifyFull")]
    [InlineData("Npgsql", 10, "Server=db.example.com;Port=5432;", "DIT0304", "Server=db.example.com;Port=5432;SSL Mode=VerifyFull;")]
    [InlineData("Npgsql", 10, "Host=db.example.com;Integrated Security=true;SSL Mode=Disable", null, null)]
    [InlineData("Npgsql", 7, "Host=db.example.com;Integrated Security=true;SSL Mode=Disable", "DIT0301", "Host=db.example.com;Integrated Security=true;SSL Mode=VerifyFull")]
    [InlineData("Npgsql", 5, "Host=db.example.com", "DIT0304", "Host=db.example.com;SSL Mode=Require")]
    [InlineData("Npgsql", 5, "Host=db.example.com;SSL Mode=Disable", "DIT0301", "Host=db.example.com;SSL Mode=Require")]
    [InlineData("Npgsql", 5, "Host=db.example.com;SSL Mode=Require;Trust Server Certificate=true", "DIT0303", "Host=db.example.com;SSL Mode=Require;Trust Server Certificate=false")]
    [InlineData("Npgsql", 5, "Host=db.example.com;SSL Mode=Require", null, null)]
    [InlineData("Npgsql", 10, "Host=db.example.com;SslMode=VerifyCA;Root Certificate=ca.pem", null, null)]
    [InlineData("Npgsql", 10, "Host=a.example.com;SslMode=VerifyFull;Password=k7mQz20", "DIT0305", null)]
    [InlineData("Npgsql", 10, "Host=a.example.com;SslMode=VerifyFull;Password=<password>", null, null)]
    [InlineData("Npgsql", 10, "Host=a.example.com;SslMode=VerifyFull;Timeout=0", "DIT0306", "Host=a.example.com;SslMode=VerifyFull;Timeout=15")]
    [InlineData("Microsoft.Data.SqlClient", 6, "Server=db.example.com;Encrypt=Optional", "DIT0301", "Server=db.example.com;Encrypt=True")]
    [InlineData("Microsoft.Data.SqlClient", 6, "Server=db.example.com;Trust Server Certificate=yes", "DIT0303", "Server=db.example.com;Trust Server Certificate=False")]
    [InlineData("Microsoft.Data.SqlClient", 6, "Server=db.example.com;Encrypt=Mandatory;TrustServerCertificate=True", "DIT0303", "Server=db.example.com;Encrypt=Mandatory;TrustServerCertificate=False")]
    [InlineData("Microsoft.Data.SqlClient", 6, "Server=db.example.com;Database=d", null, null)]
    [InlineData("Microsoft.Data.SqlClient", 6, "Server=db.example.com;Encrypt=Strict;TrustServerCertificate=True", null, null)]
    [InlineData("Microsoft.Data.SqlClient", 2, "Server=db.example.com;Database=d", "DIT0304", "Server=db.example.com;Database=d;Encrypt=True")]
    [InlineData("Microsoft.Data.SqlClient", 2, "Server=db.example.com;TrustServerCertificate=True", "DIT0304", "Server=db.example.com;TrustServerCertificate=False;Encrypt=True")]
    [InlineData("System.Data.SqlClient", 4, "Data Source=db.example.com;Initial Catalog=d;Connect Timeout=0;Encrypt=True", "DIT0306", "Data Source=db.example.com;Initial Catalog=d;Connect Timeout=15;Encrypt=True")]
    [InlineData("System.Data.SqlClient", 4, "Data Source=db.example.com;Initial Catalog=d", "DIT0304", "Data Source=db.example.com;Initial Catalog=d;Encrypt=True")]
    [InlineData("MySqlConnector", 2, "Server=db.example.com;SslMode=None", "DIT0301", "Server=db.example.com;SslMode=VerifyFull")]
    [InlineData("MySqlConnector", 2, "Server=db.example.com;SSL Mode=Preferred", "DIT0302", "Server=db.example.com;SSL Mode=VerifyFull")]
    [InlineData("MySqlConnector", 2, "Server=db.example.com;SSL Mode=Required", "DIT0303", "Server=db.example.com;SSL Mode=VerifyFull")]
    [InlineData("MySqlConnector", 2, "Server=db.example.com;Uid=u", "DIT0304", "Server=db.example.com;Uid=u;SSL Mode=VerifyFull")]
    [InlineData("MySqlConnector", 2, "Server=/var/run/mysqld.sock;SslMode=None", null, null)]
    [InlineData("MySqlConnector", 2, "Server=db.example.com;Protocol=Pipe;SslMode=None", null, null)]
    [InlineData("MySql.Data", 26, "server=db.example.com;sslmode=Disabled", "DIT0301", "server=db.example.com;sslmode=VerifyFull")]
    [InlineData("MySql.Data", 9, "server=db.example.com;ssl-mode=none", "DIT0301", "server=db.example.com;ssl-mode=VerifyFull")]
    [InlineData("MongoDB.Driver", 3, "mongodb://db.example.com/shop?tls=false", "DIT0301", "mongodb://db.example.com/shop?tls=true")]
    [InlineData("MongoDB.Driver", 3, "mongodb+srv://db.example.com/?ssl=false&w=1", "DIT0301", "mongodb+srv://db.example.com/?ssl=true&w=1")]
    [InlineData("MongoDB.Driver", 3, "mongodb://db.example.com", "DIT0304", "mongodb://db.example.com/?tls=true")]
    [InlineData("MongoDB.Driver", 3, "mongodb://a.example.com:27017,b.example.com/shop?w=1", "DIT0304", "mongodb://a.example.com:27017,b.example.com/shop?w=1&tls=true")]
    [InlineData("MongoDB.Driver", 3, "mongodb://db.example.com/?tls=true&tlsInsecure=true", "DIT0303", "mongodb://db.example.com/?tls=true")]
    [InlineData("MongoDB.Driver", 3, "mongodb+srv://db.example.com/?tlsInsecure=true", "DIT0303", "mongodb+srv://db.example.com/")]
    [InlineData("MongoDB.Driver", 3, "mongodb://db.example.com/?tls=true&tlsAllowInvalidCertificates=true", null, null)]
    [InlineData("MongoDB.Driver", 3, "mongodb+srv://db.example.com/", null, null)]
    [InlineData("MongoDB.Driver", 3, "mongodb://u:k7mQz20@localhost/", null, null)]
    [InlineData("MongoDB.Driver", 3, "mongodb+srv://u:k7mQz20@db.example.com/", "DIT0305", null)]
    [InlineData("StackExchange.Redis", 2, "cache.example.com:6379,ssl=false", "DIT0301", "cache.example.com:6379,ssl=True")]
    [InlineData("StackExchange.Redis", 2, "cache.example.com:6379,abortConnect=false", "DIT0304", "cache.example.com:6379,abortConnect=false,ssl=True")]
    [InlineData("StackExchange.Redis", 2, "cache.example.com", "DIT0304", "cache.example.com,ssl=True")]
    [InlineData("StackExchange.Redis", 2, "shop.redis.cache.windows.net:6380,abortConnect=false", null, null)]
    [InlineData("StackExchange.Redis", 2, "localhost:6379", null, null)]
    [InlineData("StackExchange.Redis", 2, "cache.example.com,ssl=yes", null, null)]
    [InlineData("RabbitMQ.Client", 7, "amqp://mq.example.com:5672/shop", "DIT0301", "amqps://mq.example.com:5671/shop")]
    [InlineData("RabbitMQ.Client", 7, "amqps://mq.example.com", null, null)]
    [InlineData("RabbitMQ.Client", 7, "amqp://localhost", null, null)]
    [InlineData("EasyNetQ", 8, "host=mq.example.com;ssl=false", "DIT0301", "host=mq.example.com;ssl=true")]
    [InlineData("EasyNetQ", 8, "amqps://mq.example.com", null, null)]
    [InlineData("NServiceBus", 9, "host=mq.example.com:5672;username=u;useTls=false", "DIT0301", "host=mq.example.com:5672;username=u;useTls=true")]
    [InlineData("NServiceBus", 9, "host=mq.example.com;username=u", "DIT0304", null)]
    [InlineData("NServiceBus", 9, "host=mq.example.com;UseTls=true", null, null)]
    [InlineData("NServiceBus", 9, "host=localhost", null, null)]
    [InlineData("NServiceBus", 9, "Data Source=db.example.com;Initial Catalog=d;Encrypt=False", null, null)]
    [InlineData("NServiceBus", 9, "amqp://mq.example.com:5672/shop", "DIT0301", "amqps://mq.example.com:5671/shop")]
    [InlineData("NServiceBus", 9, "amqps://mq.example.com", null, null)]
    [InlineData("Npgsql", 10, "host=db.example.com port=5432 dbname=shop sslmode=disable", null, null)]
    [InlineData("Azure Storage", 12, "DefaultEndpointsProtocol=http;AccountName=shop;AccountKey=<key>", "DIT0301", "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=<key>")]
    [InlineData("Azure Storage", 12, "BlobEndpoint=http://shop.blob.core.windows.net/;SharedAccessSignature=s", "DIT0301", "BlobEndpoint=https://shop.blob.core.windows.net/;SharedAccessSignature=s")]
    [InlineData("Azure Storage", 12, "AccountName=shop;EndpointSuffix=core.windows.net", null, null)]
    [InlineData("Azure Storage", 12, "UseDevelopmentStorage=true", null, null)]
    [InlineData("Azure Storage", 12, "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;", null, null)]
    [InlineData("Azure messaging", 7, "Endpoint=sb://bus.example.com/;SharedAccessKeyName=n;UseDevelopmentEmulator=true;", "DIT0301", "Endpoint=sb://bus.example.com/;SharedAccessKeyName=n;")]
    [InlineData("Azure messaging", 7, "Endpoint=sb://localhost/;UseDevelopmentEmulator=true;", null, null)]
    [InlineData("Azure messaging", 7, "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=n", null, null)]
    [InlineData("Azure Cosmos DB", 3, "AccountEndpoint=https://shop.documents.azure.com:443/;DisableServerCertificateValidation=True;", "DIT0303", "AccountEndpoint=https://shop.documents.azure.com:443/;")]
    [InlineData("Azure Cosmos DB", 3, "AccountEndpoint=http://cosmos.example.com:8081/", "DIT0301", "AccountEndpoint=https://cosmos.example.com:8081/")]
    [InlineData("Azure Cosmos DB", 3, "AccountEndpoint=https://localhost:8081/;DisableServerCertificateValidation=True", null, null)]
    [InlineData("Snowflake.Data", 5, "account=shop;host=shop.example.com;scheme=http", "DIT0301", "account=shop;host=shop.example.com;scheme=https")]
    [InlineData("Snowflake.Data", 5, "account=shop;user=u", null, null)]
    [InlineData("ClickHouse", 7, "Host=ch.example.com;Protocol=http;Port=8123", "DIT0301", "Host=ch.example.com;Protocol=https;Port=8443")]
    [InlineData("ClickHouse", 7, "Host=ch.example.com", "DIT0304", "Host=ch.example.com;Protocol=https")]
    [InlineData("FirebirdSql.Data", 10, "DataSource=fb.example.com;Database=d;wirecrypt=Disabled", "DIT0301", "DataSource=fb.example.com;Database=d;wirecrypt=Required")]
    [InlineData("FirebirdSql.Data", 10, "DataSource=fb.example.com;Database=d;wire crypt=Enabled", "DIT0302", "DataSource=fb.example.com;Database=d;wire crypt=Required")]
    [InlineData("FirebirdSql.Data", 10, "ServerType=1;Database=d.fdb;wire crypt=Disabled", null, null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL = TCP)(HOST=ora.example.com)(PORT=1521)))", "DIT0301", null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=ora.example.com)(PORT=2484)))", null, null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=localhost)(PORT=1521)))", null, null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=ora.example.com:1521/shop", "DIT0304", null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=tcps://ora.example.com:2484/shop", null, null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=SHOP", null, null)]
    [InlineData("ODP.NET", 23, "User Id=u;Data Source=localhost:1521/shop", null, null)]
    [InlineData("Db2", 3, "Server=db.example.com:50000;Database=d;UID=u", "DIT0304", "Server=db.example.com:50000;Database=d;UID=u;Security=SSL")]
    [InlineData("Db2", 3, "Server=db.example.com:50001;Database=d;Security=SSL;SSLClientHostnameValidation=OFF", "DIT0303", "Server=db.example.com:50001;Database=d;Security=SSL;SSLClientHostnameValidation=Basic")]
    [InlineData("Db2", 3, "Server=db.example.com:50001;Database=d;Security=SSL", null, null)]
    [InlineData("Db2", 3, "Server=localhost:50000;Database=d", null, null)]
    [InlineData("MassTransit", 9, "rabbitmq://mq.example.com:5672/shop", "DIT0301", "rabbitmqs://mq.example.com:5671/shop")]
    [InlineData("MassTransit", 9, "rabbitmq://mq.example.com:5671/shop", null, null)]
    [InlineData("MassTransit", 9, "rabbitmqs://mq.example.com/shop", null, null)]
    [InlineData("AWS SDK", 4, "http://s3.example.com:9000", "DIT0301", "https://s3.example.com:9000")]
    [InlineData("AWS SDK", 4, "http://localhost:4566", null, null)]
    [InlineData("Cassandra (ADO.NET)", 3, "Contact Points=a.example.com;Port=9042", "DIT0304", null)]
    [InlineData("NATS", 2, "nats://nats.example.com:4222", "DIT0302", "tls://nats.example.com:4222")]
    [InlineData("NATS.Client", 1, "nats://nats.example.com", "DIT0301", "tls://nats.example.com")]
    [InlineData("Neo4j.Driver", 5, "bolt://neo.example.com:7687", "DIT0301", "bolt+s://neo.example.com:7687")]
    [InlineData("Neo4j.Driver", 5, "neo4j+ssc://neo.example.com", "DIT0303", "neo4j+s://neo.example.com")]
    [InlineData("Neo4j.Driver", 5, "neo4j+s://neo.example.com", null, null)]
    [InlineData("Couchbase", 3, "couchbase://cb.example.com", "DIT0301", "couchbases://cb.example.com")]
    [InlineData("MQTTnet", 4, "mqtt://mq.example.com:1883", "DIT0301", "mqtts://mq.example.com:8883")]
    [InlineData("AMQP.Net Lite", 2, "amqp://u@mq.example.com:5672", "DIT0301", "amqps://u@mq.example.com:5671")]
    [InlineData("ActiveMQ", 2, "activemq:tcp://mq.example.com:61616", "DIT0301", "activemq:ssl://mq.example.com:61617")]
    [InlineData("ActiveMQ", 2, "failover:(tcp://a.example.com:61616,tcp://b.example.com:61616)?timeout=3", "DIT0301", "failover:(ssl://a.example.com:61617,ssl://b.example.com:61617)?timeout=3")]
    [InlineData("ActiveMQ", 2, "activemq:failover:(tcp://localhost:61616,tcp://127.0.0.1:61617)", null, null)]
    [InlineData("ActiveMQ", 2, "activemq:failover:(ssl://a.example.com:61617,ssl://b.example.com:61617)", null, null)]
    [InlineData("ActiveMQ", 2, "ssl://mq.example.com:61617?transport.acceptInvalidBrokerCert=true", "DIT0303", "ssl://mq.example.com:61617")]
    [InlineData("InfluxDB.Client", 4, "http://influx.example.com:8086?org=o", "DIT0301", "https://influx.example.com:8086?org=o")]
    [InlineData("InfluxDB.Client", 4, "https://influx.example.com:8086?verifySsl=false", "DIT0303", "https://influx.example.com:8086")]
    [InlineData("libpq", 0, "postgres://u@db.example.com/shop?sslmode=disable", "DIT0301", "postgres://u@db.example.com/shop?sslmode=verify-full")]
    [InlineData("redis", 0, "redis://cache.example.com:6379/0", "DIT0301", "rediss://cache.example.com:6379/0")]
    public void Means(string dialect, int version, string text, string? rule, string? mended)
    {
        var verdicts = Judge(dialect, version, text);
        Assert.Equal(rule is null ? [] : [rule], verdicts.Select(verdict => verdict.Rule));
        if (rule is null)
            return;
        var result = Apply(text, verdicts[0].Edits);
        Assert.Equal(mended ?? text, result);
        if (mended is not null)
            Assert.DoesNotContain(Judge(dialect, version, result), verdict => !verdict.Edits.IsEmpty);
    }

    private static ImmutableArray<ConnectionVerdict> Judge(string name, int version, string text)
    {
        var mapped = MappedText.Plain(text, 0);
        foreach (var dialect in Dialects.All.Where(dialect => dialect.Name == name))
            if (Dialects.Read(mapped, dialect) is { } reading)
                return ConnectionJudge.Judge(reading, dialect, new Version(version, 0), []);
        Assert.Fail($"{name} does not read {text}.");
        return [];
    }

    private static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(edit => edit.Range.Start))
            text = text[..edit.Range.Start] + edit.NewText + text[edit.Range.End..];
        return text;
    }
}
