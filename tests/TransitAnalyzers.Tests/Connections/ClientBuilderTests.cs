using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>Clients that are built by calls: clear text where the call that brings TLS is not among them (DIT0301, DIT0304).</summary>
public sealed class ClientBuilderTests
{
    // Not served: the public shape of DataStax's driver.
    private const string Cassandra = """
        namespace Cassandra
        {
            public class Cluster { public static Builder Builder() => new(); }
            public class Builder
            {
                public Builder AddContactPoint(string address) => this;
                public Builder AddContactPoints(params string[] addresses) => this;
                public Builder WithPort(int port) => this;
                public Builder WithSSL() => this;
                public Builder WithCloudSecureConnectionBundle(string path) => this;
                public Cluster Build() => new();
            }
        }
        """;

    private static readonly ReferenceAssemblies WithMinio = ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.Minio]);

    [Theory]
    [InlineData("""_ = Cluster.Builder().AddContactPoint("{|DIT0304:db.example.com|}").WithPort(9042).Build();""")]
    [InlineData("""_ = Cluster.Builder().AddContactPoints("{|DIT0304:a.example.com|}", "{|DIT0304:b.example.com|}").Build();""")]
    [InlineData("""var b = Cluster.Builder(); b.AddContactPoint("{|DIT0304:db.example.com|}"); b.Build();""")]
    [InlineData("""_ = Cluster.Builder().AddContactPoint("db.example.com").WithSSL().Build();""")]
    [InlineData("""var b = Cluster.Builder().AddContactPoint("db.example.com"); b.WithSSL(); b.Build();""")]
    [InlineData("""_ = Cluster.Builder().WithCloudSecureConnectionBundle("a.zip").Build();""")]
    [InlineData("""_ = Cluster.Builder().AddContactPoint("127.0.0.1").Build();""")]
    [InlineData("""_ = Cluster.Builder().AddContactPoint(args[0]).Build();""")]
    [InlineData("""Cassandra.Builder Unfinished() => Cluster.Builder().AddContactPoint("db.example.com"); Unfinished();""")]
    public Task Cassandra_is_encrypted_by_a_call(string statement) => Verify.Finds<ConnectionFamily>("using Cassandra;\n" + statement + "\n" + Cassandra);

    [Theory]
    [InlineData("""new MinioClient().WithEndpoint("{|DIT0304:minio.example.com:9000|}").Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("minio.example.com").WithSSL().Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("minio.example.com").WithSSL(args.Length > 0).Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("localhost:9000").Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("minio.example.com");""")]
    [InlineData("""new MinioClient().WithEndpoint("{|DIT0304:minio.example.com|}", 9000).Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("https://minio.example.com").Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("https://minio.example.com").WithSSL().Build();""")]
    [InlineData("""new MinioClient().WithEndpoint(new System.Uri("https://{|DIT0304:minio.example.com|}")).Build();""")]
    [InlineData("""new MinioClient().WithEndpoint(new System.Uri("http://{|DIT0304:minio.example.com|}:9000")).Build();""")]
    [InlineData("""new MinioClient().WithEndpoint(new System.Uri("https://minio.example.com")).WithSSL().Build();""")]
    [InlineData("""new MinioClient().WithEndpoint(new System.Uri("http://localhost:9000")).Build();""")]
    public Task Minio_is_encrypted_by_a_call(string statement) => Verify.Finds<ConnectionFamily>("using Minio;\n" + statement, WithMinio);

    [Theory]
    [InlineData(".WithEndpoint({|DIT0304:READ|}).Build();", "{|DIT0304:minio.example.com:9000|}")]
    [InlineData(".WithEndpoint(READ).WithSSL().Build();", "minio.example.com:9000")]
    [InlineData(".WithEndpoint(READ);", "minio.example.com:9000")]
    [InlineData(".WithEndpoint(READ).Build();", "https://minio.example.com")]
    [InlineData(".WithEndpoint(READ).Build();", "localhost:9000")]
    public Task Minio_may_be_configured(string calls, string address) => Verify.Finds<ConfigurationFamily>(
        "using Minio; using Microsoft.AspNetCore.Builder;\nvar builder = WebApplication.CreateBuilder(args); new MinioClient()" + calls.Replace("READ", "builder.Configuration[\"Minio:Endpoint\"]", StringComparison.Ordinal),
        WithMinio, options: null, test => test.TestState.AdditionalFiles.Add(("appsettings.json", $$"""{ "Minio": { "Endpoint": "{{address}}" } }""")));

    [Theory]
    [InlineData("""new MinioClient().WithEndpoint("minio.example.com").WithSSL({|DIT0301:false|}).Build();""")]
    [InlineData("""new MinioClient().WithEndpoint("localhost", 9000).WithSSL(false).Build();""")]
    public Task Minio_is_not_encrypted_by_an_argument(string statement) => Verify.Finds<ConnectionSettings>("using Minio;\n" + statement, WithMinio);

    [Theory]
    [InlineData("""_ = new ClickHouseClient("{|DIT0304:Host=ch.example.com|}");""")]
    [InlineData("""_ = new ClickHouseDataSource("Host=ch.example.com;{|DIT0301:Protocol=http|}");""")]
    [InlineData("""_ = new ClickHouseClientSettings("Host=ch.example.com;{|DIT0301:Protocol=http|}");""")]
    [InlineData("""_ = new ClickHouseClientSettings { Host = "ch.example.com", Protocol = "{|DIT0301:http|}" };""")]
    [InlineData("""services.AddClickHouseDataSource("{|DIT0304:Host=ch.example.com|}");""")]
    [InlineData("""_ = new ClickHouseClient("Host=ch.example.com;Protocol=https");""")]
    [InlineData("""_ = new ClickHouseClientSettings { Host = "localhost", Protocol = "http" };""")]
    [InlineData("""_ = new ClickHouseClientSettings(other) { Database = "shop", Password = password };""")]
    public Task ClickHouse_is_encrypted_by_the_protocol(string statement) => Verify.Finds<ConnectionFamily>(
        $$"""
        using ClickHouse.Driver;
        using ClickHouse.Driver.ADO;
        using Microsoft.Extensions.DependencyInjection;
        class C { void M(IServiceCollection services, ClickHouseClientSettings other, string password) { {{statement}} } }
        """,
        ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.ClickHouse]));

    [Theory]
    [InlineData("""c.Host("{|DIT0304:mq.example.com|}", "shop", h => h.Username("u"));""")]
    [InlineData("""c.Host(new Uri("{|DIT0301:rabbitmq|}://mq.example.com/shop"), h => h.Username("u"));""")]
    [InlineData("""c.Host(new Uri("{|DIT0301:amqp|}://mq.example.com"));""")]
    [InlineData("""c.Host("mq.example.com", "shop", h => h.UseSsl(s => s.ServerName = "mq.example.com"));""")]
    [InlineData("""c.Host(new Uri("rabbitmq://mq.example.com:5671/shop"));""")]
    [InlineData("""c.Host(new Uri("rabbitmqs://mq.example.com/shop"));""")]
    [InlineData("""c.Host("localhost", "shop", h => h.Username("u"));""")]
    [InlineData("""c.Host(new Uri("rabbitmq://localhost"));""")]
    [InlineData("""c.Host(args[0], "shop");""")]
    public Task MassTransit_is_encrypted_by_a_call_or_the_address(string statement) => Verify.Finds<ConnectionFamily>(
        $$"""
        using System;
        using MassTransit;
        class C { void M(IRabbitMqBusFactoryConfigurator c, string[] args) { {{statement}} } }
        """,
        ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.MassTransitAbstractions, Packages.MassTransitRabbitMQ]));
}
