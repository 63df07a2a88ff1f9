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

    private const string Tables = "using System.Collections.Generic; using System.Linq;\n" + Usings;

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

    private const string Section = """builder.Configuration.GetSection("Kafka")""";

    /// <summary>The section becomes a table, and that a client of Kafka.</summary>
    [Theory]
    [InlineData("_ = new ConsumerConfig(READ.GetChildren().ToDictionary(x => x.Key, x => x.Value));")]
    [InlineData("var section = READ; _ = new ConsumerConfig(section.GetChildren().ToDictionary(x => x.Key, x => x.Value));")]
    [InlineData("_ = new ProducerConfig(READ.Get<Dictionary<string, string>>());")]
    [InlineData("var table = READ.Get<Dictionary<string, string>>() ?? throw new Exception(); _ = new AdminClientConfig(table); _ = new ConsumerConfig(table);")]
    [InlineData("Make(READ.Get<Dictionary<string, string>>()!); static ProducerConfig Make(IDictionary<string, string> table) => new(table);")]
    [InlineData("_ = new ConsumerBuilder<string, string>(READ.Get<Dictionary<string, string>>()).Build();")]
    [InlineData("builder.Services.Configure<Own>(READ); class Own { public Dictionary<string, string> Kafka { get; set; } = new(); } class Clients(Microsoft.Extensions.Options.IOptions<Own> own) { public ProducerConfig Make() => new(own.Value.Kafka); }", true)]
    public Task Tables_are_followed(string code, bool isWhole = false)
    {
        var given = """{ "Kafka": { "bootstrap.servers": "mq.example.com:9092", "security.protocol": "{|DIT0301:plaintext|}" } }""";
        var place = "{|DIT0301:" + Section + "|}";
        if (isWhole)
            (given, place) = ("""{ "App": """ + given + " }", "{|DIT0301:builder.Configuration.GetSection(\"App\")|}");
        return Finds(Tables + code.Replace("READ", place, StringComparison.Ordinal), given);
    }

    [Theory]
    [InlineData("security.protocol", "sasl_plaintext", "DIT0301")]
    [InlineData("SecurityProtocol", "SaslPlaintext", "DIT0301")]
    [InlineData("enable.ssl.certificate.verification", "false", "DIT0104")]
    [InlineData("ssl.endpoint.identification.algorithm", "none", "DIT0105")]
    [InlineData("security.protocol", "sasl_ssl", null)]
    [InlineData("enable.ssl.certificate.verification", "true", null)]
    [InlineData("ssl.endpoint.identification.algorithm", "https", null)]
    public Task Entries_of_tables_are_judged(string key, string value, string? rule)
    {
        var (before, after) = rule is null ? ("", "") : ("{|" + rule + ":", "|}");
        return Finds(
            Tables + $"_ = new ProducerConfig({before}{Section}{after}.Get<Dictionary<string, string>>());",
            $$"""{ "Kafka": { "bootstrap.servers": "mq.example.com:9092", "{{key}}": "{{before}}{{value}}{{after}}" } }""");
    }

    [Theory]
    [InlineData("_ = new Dictionary<string, string>(READ.Get<Dictionary<string, string>>()!);")]
    [InlineData("_ = new Own(READ.Get<Dictionary<string, string>>()!); class Own(Dictionary<string, string> table) { public int Count => table.Count; }")]
    [InlineData("_ = new ProducerConfig(builder.Configuration.GetSection(\"Other\").Get<Dictionary<string, string>>()); Console.WriteLine(READ.GetChildren().Count());")]
    [InlineData("_ = new ProducerConfig(READ.Get<Dictionary<string, string>>()) { SecurityProtocol = SecurityProtocol.SaslSsl };")]
    [InlineData("var c = new ProducerConfig(READ.Get<Dictionary<string, string>>()); c.SecurityProtocol = SecurityProtocol.Ssl;")]
    [InlineData("_ = new ProducerConfig(READ.Get<Dictionary<string, string>>());", "localhost:9092")]
    public Task Tables_are_silent(string code, string servers = "mq.example.com:9092") => Finds(
        Tables + code.Replace("READ", Section, StringComparison.Ordinal), $$"""{ "Kafka": { "bootstrap.servers": "{{servers}}", "security.protocol": "plaintext" } }""");

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
        code.StartsWith(Tables, StringComparison.Ordinal) ? code : Usings + code, References, options: null, test => test.TestState.AdditionalFiles.Add(("appsettings.json", file)));

    private const string Configured = "builder.Services.Configure<ProducerConfig>(READ); ";

    /// <summary>What a callback gives to the property takes the place of what the file says, and is judged where it stands.</summary>
    [Theory]
    [InlineData(Configured + "builder.Services.PostConfigure<ProducerConfig>(c => c.SecurityProtocol = SecurityProtocol.SaslSsl);", false)]
    [InlineData(Configured + "builder.Services.PostConfigure<ProducerConfig>(Clients.Secure); static class Clients { public static void Secure(ProducerConfig c) => c.SecurityProtocol = SecurityProtocol.SaslSsl; }", false)]
    [InlineData(Configured + "builder.Services.Configure<ProducerConfig>(c => { if (builder.Environment.EnvironmentName != \"Development\") c.SecurityProtocol = SecurityProtocol.SaslSsl; });", false)]
    [InlineData("builder.Services.Configure<ProducerConfig>(Secure); " + Configured + "void Secure(ProducerConfig c) => c.SecurityProtocol = SecurityProtocol.SaslSsl;", true)]
    [InlineData(Configured + "builder.Services.PostConfigure<ProducerConfig>(c => { if (args.Length > 0) c.SecurityProtocol = SecurityProtocol.SaslSsl; });", true)]
    [InlineData(Configured + "if (builder.Environment.EnvironmentName == \"Development\") builder.Services.PostConfigure<ProducerConfig>(Secure); void Secure(ProducerConfig c) => c.SecurityProtocol = SecurityProtocol.SaslSsl;", true)]
    public Task A_callback_takes_the_place_of_the_file(string statement, bool isFound)
    {
        var (before, after) = isFound ? ("{|DIT0301:", "|}") : ("", "");
        return Finds(
            statement.Replace("READ", $"{before}{Section}{after}", StringComparison.Ordinal),
            $$"""{ "Kafka": { "BootstrapServers": "mq.example.com:9092", "SecurityProtocol": "{{before}}Plaintext{{after}}" } }""");
    }
}
