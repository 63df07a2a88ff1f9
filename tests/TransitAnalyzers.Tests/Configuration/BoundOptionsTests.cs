using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Configuration;

/// <summary>Sections that are bound to the options class of a library.</summary>
public sealed class BoundOptionsTests
{
    private const string Usings = """
        using System;
        using Confluent.Kafka;
        using MassTransit;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);

        """;

    private const string Kafka = """{ "Kafka": { "BootstrapServers": "mq.example.com:9092", "SecurityProtocol": "{|DIT0301:Plaintext|}" } }""";

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [Packages.ConfluentKafka, Packages.MassTransitAbstractions, Packages.MassTransitRabbitMQ]);

    [Theory]
    [InlineData("""var c = new ProducerConfig(); {|DIT0301:builder.Configuration.GetSection("Kafka")|}.Bind(c);""", Kafka)]
    [InlineData("""var c = {|DIT0301:builder.Configuration.GetSection("Kafka")|}.Get<ConsumerConfig>();""", Kafka)]
    [InlineData("""var c = new ConsumerConfig(); {|DIT0301:builder.Configuration.Bind("Kafka", c)|};""", Kafka)]
    [InlineData("""builder.Services.Configure<ProducerConfig>({|DIT0301:builder.Configuration.GetSection("Kafka")|});""", Kafka)]
    [InlineData(
        """builder.Services.Configure<RabbitMqTransportOptions>({|DIT0301:builder.Configuration.GetSection("Rabbit")|});""",
        """{ "Rabbit": { "Host": "mq.example.com", "UseSsl": {|DIT0301:false|} } }""")]
    [InlineData("""var c = {|DIT0104:builder.Configuration.GetSection("Kafka")|}.Get<ConsumerConfig>();""", """{ "Kafka": { "EnableSslCertificateVerification": {|DIT0104:false|} } }""")]
    [InlineData(
        """builder.Services.AddOptions<Own>().Bind({|DIT0301:builder.Configuration.GetSection("Own")|}); class Own { public ProducerConfig Producer { get; set; } = new(); }""",
        """{ "Own": { "Producer": { "SecurityProtocol": "{|DIT0301:SaslPlaintext|}" } } }""")]
    [InlineData("""var c = {|DIT0301:builder.Configuration.Get<Own>()|}; class Own { public ProducerConfig Kafka { get; set; } = new(); }""", Kafka)]
    [InlineData("""builder.Services.Configure<Own>(builder.Configuration); class Own { public ProducerConfig Kafka { get; set; } = new(); }""", Kafka, "builder.Services.Configure<Own>(builder.Configuration)")]
    public Task Is_found(string code, string file, string? place = null) =>
        Finds(place is null ? code : code.Replace(place, "{|DIT0301:" + place + "|}", StringComparison.Ordinal), file);

    [Theory]
    [InlineData("""var c = builder.Configuration.GetSection("Kafka").Get<ProducerConfig>();""", """{ "Kafka": { "BootstrapServers": "mq.example.com:9093", "SecurityProtocol": "SaslSsl" } }""")]
    [InlineData("""var c = builder.Configuration.GetSection("Kafka").Get<ProducerConfig>();""", """{ "Kafka": { "BootstrapServers": "localhost:9092", "SecurityProtocol": "Plaintext" } }""")]
    [InlineData("""var c = builder.Configuration.GetSection("Kafka").Get<Own>(); class Own { public string SecurityProtocol { get; set; } = ""; }""", """{ "Kafka": { "SecurityProtocol": "Plaintext" } }""")]
    [InlineData("""Console.WriteLine(builder.Configuration["Kafka:SecurityProtocol"]);""", """{ "Kafka": { "SecurityProtocol": "Plaintext" } }""")]
    [InlineData("", """{ "Kafka": { "SecurityProtocol": "Plaintext" }, "UseSsl": false }""")]
    public Task Is_silent(string code, string file) => Finds(code, file);

    [Fact]
    public Task Is_mended() => Verify.Fixes<ConfigurationFamily, NotEncryptedFix>(
        Usings + """var c = {|DIT0301:builder.Configuration.GetSection("Kafka")|}.Get<ProducerConfig>();""",
        Usings + """var c = builder.Configuration.GetSection("Kafka").Get<ProducerConfig>();""",
        references: References,
        with: test =>
        {
            test.TestState.AdditionalFiles.Add(("appsettings.json", Kafka));
            test.FixedState.AdditionalFiles.Add(("appsettings.json", Kafka.Replace("{|DIT0301:Plaintext|}", "ssl", StringComparison.Ordinal)));
        });

    /// <summary>JSON knows 'true' and numbers in one spelling; a name is a string.</summary>
    [Theory]
    [InlineData(
        """var b = {|DIT0303:builder.Configuration.GetSection("Db")|}.Get<Microsoft.Data.SqlClient.SqlConnectionStringBuilder>();""",
        """{ "Db": { "DataSource": "db.example.com", "TrustServerCertificate": {|DIT0303:true|} } }""",
        """{ "Db": { "DataSource": "db.example.com", "TrustServerCertificate": false } }""")]
    [InlineData(
        """var b = {|DIT0303:builder.Configuration.GetSection("Db")|}.Get<Npgsql.NpgsqlConnectionStringBuilder>();""",
        """{ "Db": { "Host": "db.example.com", "SslMode": {|DIT0303:3|}, "Port": 5432 } }""",
        """{ "Db": { "Host": "db.example.com", "SslMode": "VerifyFull", "Port": 5432 } }""")]
    public Task Literals_stay_json(string code, string file, string mended) => Verify.Fixes<ConfigurationFamily, ServerNotAuthenticatedFix>(
        Usings + code,
        Usings + code.Replace("{|DIT0303:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
        references: ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest),
        with: test =>
        {
            test.TestState.AdditionalFiles.Add(("appsettings.json", file));
            test.FixedState.AdditionalFiles.Add(("appsettings.json", mended));
        });

    private static Task Finds(string code, string file) => Verify.Finds<ConfigurationFamily>(
        Usings + code, References, options: null, test => test.TestState.AdditionalFiles.Add(("appsettings.json", file)));
}
