using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Testing;

namespace TransitAnalyzers.Testing;

/// <summary>
/// Client libraries that tests compile against one by one: all of them at once would slow every test down, and some bring
/// types of the same names. To add one: as for <see cref="Packages"/>.
/// </summary>
public static class MorePackages
{
    public static readonly PackageIdentity AmqpNetLite = new("AMQPNetLite", "2.5.5");
    public static readonly PackageIdentity AwsCore = new("AWSSDK.Core", "4.1.0");
    public static readonly PackageIdentity AwsS3 = new("AWSSDK.S3", "4.1.0");
    public static readonly PackageIdentity AzureEventHubs = new("Azure.Messaging.EventHubs", "5.12.2");
    public static readonly PackageIdentity AzureFileShares = new("Azure.Storage.Files.Shares", "12.28.0");
    public static readonly PackageIdentity AzureServiceBus = new("Azure.Messaging.ServiceBus", "7.21.0");
    public static readonly PackageIdentity AzureStorage11 = new("Microsoft.Azure.Storage.Common", "11.2.3");
    public static readonly PackageIdentity AzureStorageQueues = new("Azure.Storage.Queues", "12.28.1");
    public static readonly PackageIdentity AzureTables = new("Azure.Data.Tables", "12.13.0");
    public static readonly PackageIdentity BouncyCastle = new("BouncyCastle.Cryptography", "2.7.0");
    public static readonly PackageIdentity BouncyCastle1 = new("Portable.BouncyCastle", "1.9.0");
    public static readonly PackageIdentity CachingRedis = new("Microsoft.Extensions.Caching.StackExchangeRedis", "10.0.13");
    public static readonly PackageIdentity CachingSqlServer = new("Microsoft.Extensions.Caching.SqlServer", "10.0.13");
    public static readonly PackageIdentity CertificateAuthentication = new("Microsoft.AspNetCore.Authentication.Certificate", "10.0.15");
    public static readonly PackageIdentity ClickHouse = new("ClickHouse.Driver", "1.5.0");
    public static readonly PackageIdentity ConfluentSchemaRegistry = new("Confluent.SchemaRegistry", "2.16.0");
    public static readonly PackageIdentity DotNetty = new("DotNetty.Handlers", "0.7.6");
    public static readonly PackageIdentity DuendeIdentityModel = new("Duende.IdentityModel", "8.1.0");
    public static readonly PackageIdentity ElasticsearchNet = new("Elasticsearch.Net", "7.17.5");
    public static readonly PackageIdentity ElasticTransport = new("Elastic.Transport", "1.1.0");
    public static readonly PackageIdentity Firebird = new("FirebirdSql.Data.FirebirdClient", "10.3.4");
    public static readonly PackageIdentity GrpcCore = new("Grpc.Core", "2.46.5");
    public static readonly PackageIdentity GrpcCoreApi = new("Grpc.Core.Api", "2.85.0");
    public static readonly PackageIdentity HangfireMongo = new("Hangfire.Mongo", "1.17.1");
    public static readonly PackageIdentity HangfirePostgreSql = new("Hangfire.PostgreSql", "1.21.1");
    public static readonly PackageIdentity HangfireSqlServer = new("Hangfire.SqlServer", "1.8.25");
    public static readonly PackageIdentity IdentityModel = new("IdentityModel", "6.2.0");
    public static readonly PackageIdentity InfluxDb = new("InfluxDB.Client", "5.1.0");
    public static readonly PackageIdentity Kubernetes = new("KubernetesClient", "21.0.8");
    public static readonly PackageIdentity MailKit = new("MailKit", "4.18.2");
    public static readonly PackageIdentity Marten = new("Marten", "9.58.0");
    public static readonly PackageIdentity MicrosoftOwin = new("Microsoft.Owin", "4.2.2");
    public static readonly PackageIdentity Minio = new("Minio", "7.0.0");
    public static readonly PackageIdentity MqttNet = new("MQTTnet", "5.2.0.1603");
    public static readonly PackageIdentity Nats = new("NATS.Client.Core", "3.3.2");
    public static readonly PackageIdentity Nats1 = new("NATS.Client", "1.1.8");
    public static readonly PackageIdentity NatsNet = new("NATS.Net", "3.3.2");
    public static readonly PackageIdentity NatsSimplified = new("NATS.Client.Simplified", "3.3.2");
    public static readonly PackageIdentity OpenIdConnect = new("Microsoft.AspNetCore.Authentication.OpenIdConnect", "10.0.15");
    public static readonly PackageIdentity OpenIddictClient = new("OpenIddict.Client.AspNetCore", "7.8.0");
    public static readonly PackageIdentity OpenIddictServer = new("OpenIddict.Server.AspNetCore", "7.8.0");
    public static readonly PackageIdentity Orleans = new("Microsoft.Orleans.Connections.Security", "10.4.2");
    public static readonly PackageIdentity PuppeteerSharp = new("PuppeteerSharp", "25.15.0");
    public static readonly PackageIdentity Selenium = new("Selenium.WebDriver", "4.52.0");
    public static readonly PackageIdentity SshNet = new("SSH.NET", "2026.0.0");
    public static readonly PackageIdentity WcfHttp = new("System.ServiceModel.Http", "10.1.0");
    public static readonly PackageIdentity WcfPrimitives = new("System.ServiceModel.Primitives", "10.1.0");
    public static readonly PackageIdentity WebView2 = new("Microsoft.Web.WebView2", "1.0.4314.35");
    public static readonly PackageIdentity WinHttpHandler = new("System.Net.Http.WinHttpHandler", "10.0.15");

    /// <summary>All of these.</summary>
    public static ImmutableArray<PackageIdentity> All { get; } =
        [.. typeof(MorePackages).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<PackageIdentity>()];
}
