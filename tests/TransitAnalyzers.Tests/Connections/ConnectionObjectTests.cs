using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>Builders, options objects and dictionaries that say what a connection string says.</summary>
public sealed class ConnectionObjectTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Npgsql; using Microsoft.Data.SqlClient; using StackExchange.Redis; using MongoDB.Driver; using Confluent.Kafka;\n";

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest);

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = /* why */ SslMode.{|DIT0301:Disable|} };""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = /* why */ SslMode.VerifyFull };""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); b.SslMode = SslMode.{|DIT0301:Disable|};""",
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); b.SslMode = SslMode.VerifyFull;""")]
    [InlineData(
        """_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = {|DIT0301:false|} };""",
        """_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = true };""")]
    [InlineData(
        """_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = SqlConnectionEncryptOption.{|DIT0301:Optional|} };""",
        """_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = SqlConnectionEncryptOption.Mandatory };""")]
    [InlineData(
        """var b = new SqlConnectionStringBuilder(); b["Data Source"] = "db.example.com"; b["Encrypt"] = "{|DIT0301:false|}";""",
        """var b = new SqlConnectionStringBuilder(); b["Data Source"] = "db.example.com"; b["Encrypt"] = "True";""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder(); b.Add("SSL Mode", "{|DIT0301:Disable|}");""",
        """var b = new NpgsqlConnectionStringBuilder(); b.Add("SSL Mode", "VerifyFull");""")]
    [InlineData(
        """_ = new ConfigurationOptions { EndPoints = { "cache.example.com:6379" }, Ssl = {|DIT0301:false|} };""",
        """_ = new ConfigurationOptions { EndPoints = { "cache.example.com:6379" }, Ssl = true };""")]
    [InlineData(
        """_ = new ProducerConfig { BootstrapServers = "mq.example.com:9092", SecurityProtocol = SecurityProtocol.{|DIT0301:SaslPlaintext|} };""",
        """_ = new ProducerConfig { BootstrapServers = "mq.example.com:9092", SecurityProtocol = SecurityProtocol.SaslSsl };""")]
    [InlineData(
        """_ = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092", ["security.protocol"] = "{|DIT0301:plaintext|}" };""",
        """_ = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092", ["security.protocol"] = "ssl" };""")]
    [InlineData(
        """_ = new MongoClientSettings { Server = new MongoServerAddress("db.example.com"), UseTls = {|DIT0301:false|} };""",
        """_ = new MongoClientSettings { Server = new MongoServerAddress("db.example.com"), UseTls = true };""")]
    // One of several values between which the program chooses, and a list of keys with their values.
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = args.Length > 0 ? SslMode.VerifyFull : /* old */ SslMode.{|DIT0301:Disable|} };""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = args.Length > 0 ? SslMode.VerifyFull : /* old */ SslMode.VerifyFull };""")]
    [InlineData(
        """_ = new ProducerBuilder<string, string>(new KeyValuePair<string, string>[] { new("bootstrap.servers", args[0]), new("security.protocol", "{|DIT0301:sasl_plaintext|}") /* broker */ });""",
        """_ = new ProducerBuilder<string, string>(new KeyValuePair<string, string>[] { new("bootstrap.servers", args[0]), new("security.protocol", "sasl_ssl") /* broker */ });""")]
    public Task Is_mended(string statement, string mended) => Verify.Fixes<ConnectionFamily, NotEncryptedFix>(
        Usings + statement, Usings + mended, references: References);

    [Theory]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.{|DIT0303:Require|}, TrustServerCertificate = true };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.{|DIT0302:Prefer|} };""")]
    [InlineData("""using var c = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = "{|DIT0304:db.example.com|}" }.ConnectionString);""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "{|DIT0304:db.example.com|}", Password = "{|DIT0305:k7mQz20|}" };""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", TrustServerCertificate = {|DIT0303:true|} };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull, CommandTimeout = {|DIT0306:0|} };""")]
    [InlineData("""var o = new ConfigurationOptions(); o.EndPoints.Add("{|DIT0304:cache.example.com|}", 6379); ConnectionMultiplexer.Connect(o);""")]
    [InlineData("""_ = new MongoClientSettings { Server = new MongoServerAddress("db.example.com"), UseTls = true, AllowInsecureTls = {|DIT0303:true|} };""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "{|DIT0304:mq.example.com|}" };""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder(); d.ConnectionStringBuilder.Host = "db.example.com"; d.ConnectionStringBuilder.SslMode = SslMode.{|DIT0301:Disable|};""")]
    [InlineData("""void Configure(ConfigurationOptions options) { options.Ssl = {|DIT0301:false|}; }""")]
    [InlineData("""const SslMode mode = SslMode.{|DIT0302:Prefer|}; _ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = mode };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Shop.Mode }; static class Shop { public static readonly SslMode Mode = SslMode.{|DIT0301:Disable|}; }""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", TrustServerCertificate = Shop.Trust }; static class Shop { public const bool Trust = {|DIT0303:true|}; }""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull }; if (args.Length > 0) b.SslMode = SslMode.{|DIT0301:Disable|};""")]
    // A value that is read from a text that is known.
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = SqlConnectionEncryptOption.Parse("{|DIT0301:Optional|}") };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Enum.Parse<SslMode>("{|DIT0301:Disable|}") };""")]
    // In the initializer of what the builder is a part of.
    [InlineData("""_ = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { SslMode = SslMode.{|DIT0301:Disable|} } };""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder("Host=db.example.com") { ConnectionStringBuilder = { SslMode = SslMode.{|DIT0302:Prefer|} } };""")]
    // A table says what it is for where a client is created of it, or of a copy.
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "{|DIT0304:mq.example.com:9092|}" }; _ = new ProducerBuilder<string, string>(table);""")]
    [InlineData("""var table = new Dictionary<string, string>(StringComparer.Ordinal) { ["bootstrap.servers"] = "{|DIT0304:mq.example.com:9092|}" }; _ = new ConsumerBuilder<string, string>(new ConsumerConfig(table));""")]
    // A list of keys with their values is a table as well.
    [InlineData("""var list = new List<KeyValuePair<string, string>> { new("bootstrap.servers", args[0]), new("security.protocol", "{|DIT0301:plaintext|}") }; _ = new ProducerBuilder<string, string>(list);""")]
    [InlineData("""_ = new ProducerBuilder<string, string>([KeyValuePair.Create("bootstrap.servers", args[0]), KeyValuePair.Create("security.protocol", "{|DIT0301:plaintext|}")]);""")]
    [InlineData("""_ = new ConsumerBuilder<string, string>(new[] { new KeyValuePair<string, string>("bootstrap.servers", "{|DIT0304:mq.example.com:9092|}") });""")]
    [InlineData("""_ = new ConsumerBuilder<string, string>(Shop.Pairs); static class Shop { public static readonly KeyValuePair<string, string>[] Pairs = { new("bootstrap.servers", "mq.example.com:9092"), new("security.protocol", "{|DIT0301:plaintext|}") }; }""")]
    // A value between which and others the program chooses.
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = args[0] switch { "all" => SslMode.VerifyFull, "some" => SslMode.{|DIT0303:Require|}, _ => SslMode.{|DIT0301:Disable|} };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development" ? SslMode.VerifyFull : SslMode.{|DIT0302:Prefer|} };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Enum.TryParse<SslMode>(args[0], out var mode) ? mode : SslMode.{|DIT0302:Prefer|} };""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = args.Length > 0 ? SqlConnectionEncryptOption.Strict : SqlConnectionEncryptOption.{|DIT0301:Optional|} };""")]
    // Of a URI an endpoint takes host and port, whatever its scheme.
    [InlineData("""_ = new RabbitMQ.Client.AmqpTcpEndpoint(new Uri("{|DIT0301:amqp|}://mq.example.com"));""")]
    [InlineData("""void M(RabbitMQ.Client.ConnectionFactory f) => f.CreateConnectionAsync(new[] { new RabbitMQ.Client.AmqpTcpEndpoint(new Uri("amqps://{|DIT0304:mq.example.com|}")), new RabbitMQ.Client.AmqpTcpEndpoint("{|DIT0304:mq.example.com|}", 5672) });""")]
    [InlineData("""void M(RabbitMQ.Client.ConnectionFactory f) => f.CreateConnectionAsync([new RabbitMQ.Client.AmqpTcpEndpoint("{|DIT0304:mq.example.com|}")]);""")]
    [InlineData("""void M(RabbitMQ.Client.ConnectionFactory f) { var all = new List<RabbitMQ.Client.AmqpTcpEndpoint> { new("{|DIT0304:mq.example.com|}") }; all.Add(new("{|DIT0304:mq2.example.com|}")); f.CreateConnectionAsync(all); }""")]
    // A URI that is put together.
    [InlineData("""_ = new RabbitMQ.Client.ConnectionFactory { Uri = new UriBuilder("{|DIT0301:amqp|}", args[0], 5672).Uri };""")]
    [InlineData("""var b = new UriBuilder { Scheme = "{|DIT0301:amqp|}" }; b.Host = "mq.example.com"; _ = new RabbitMQ.Client.ConnectionFactory { Uri = b.Uri };""")]
    [InlineData("""_ = new MongoClient(new UriBuilder("mongodb", "db.example.com", 27017, "/shop", "?{|DIT0301:tls=false|}").ToString());""")]
    [InlineData("""_ = new MongoClient(new UriBuilder("mongodb", "{|DIT0304:db.example.com|}").Uri.AbsoluteUri);""")]
    public Task Is_found(string statement) => Verify.Finds<ConnectionFamily>(Usings + statement, References);

    /// <summary>A number in a cast is no place for a name.</summary>
    [Fact]
    public Task A_number_is_found_and_stays() => Verify.OffersNoFix<ConnectionFamily, NotEncryptedFix>(
        Usings + """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = (SslMode){|DIT0301:0|} };""", References);

    [Theory]
    [InlineData("""if (env.IsDevelopment()) { b.SslMode = SslMode.Disable; }""")]
    [InlineData("""var trust = env.IsDevelopment(); if (trust) b["SSL Mode"] = "Disable";""")]
    [InlineData("""switch (env.EnvironmentName) { case "Development": b.SslMode = SslMode.Disable; break; }""")]
    [InlineData("""if (!env.IsDevelopment()) return; b.SslMode = SslMode.Disable;""")]
    [InlineData("""if (b.Host == "localhost") b.SslMode = SslMode.Disable;""")]
    [InlineData("""if (env.IsDevelopment()) b.SslMode = SslMode.Disable; else b.SslMode = SslMode.VerifyFull;""")]
    public Task What_is_set_in_development_or_for_this_machine_says_nothing(string statement) => Verify.Silent<ConnectionFamily>(
        Usings + $$"""
        using Microsoft.Extensions.Hosting;
        class C { void M(IHostEnvironment env) { var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull }; {{statement}} } static void Main() { } }
        """,
        References);

    [Theory]
    [InlineData("""using var c = new NpgsqlConnection("Host=db.example.com;SSL Mode=Require"); c.UserCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); d.UseUserCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None);""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); d.UseSslClientAuthenticationOptionsCallback(o => o.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None);""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); d.UseSslClientAuthenticationOptionsCallback(o => Pins.Set(o)); static class Pins { public static void Set(System.Net.Security.SslClientAuthenticationOptions o) => o.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None; }""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); d.UseSslClientAuthenticationOptionsCallback(Pins.Set); static class Pins { public static void Set(System.Net.Security.SslClientAuthenticationOptions o) => o.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None; }""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require }; using var c = new NpgsqlConnection(b.ConnectionString); c.UserCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""using var c = new MySqlConnector.MySqlConnection("Server=db.example.com;SSL Mode=Required"); c.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=VerifyCA"); d.UseRootCertificate(null);""")]
    public Task A_callback_or_root_in_code_takes_the_place_of_the_mode(string statement) => Verify.Silent<ConnectionFamily>(Usings + statement, References);

    /// <summary>No callback is none.</summary>
    [Theory]
    [InlineData("""using var c = new MySqlConnector.MySqlConnection("Server=db.example.com;{|DIT0303:SSL Mode=Required|}") { RemoteCertificateValidationCallback = null };""")]
    [InlineData("""_ = new MySqlConnector.MySqlDataSourceBuilder("Server=db.example.com;{|DIT0303:SSL Mode=Required|}").UseRemoteCertificateValidationCallback(null);""")]
    [InlineData("""using var c = new NpgsqlConnection("Host=db.example.com;{|DIT0303:SSL Mode=Require|}"); c.SslClientAuthenticationOptionsCallback = null;""")]
    [InlineData("""using var c = new NpgsqlConnection("Host=db.example.com;{|DIT0303:SSL Mode=Require|}"); c.SslClientAuthenticationOptionsCallback = o => o.RemoteCertificateValidationCallback = null;""")]
    public Task No_callback_does_not(string statement) => Verify.Finds<ConnectionFamily>(Usings + statement, References);

    /// <summary>Where it is seen what takes a text, that object is asked, not the words of the whole program.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("c.UserCertificateValidationCallback = Check;", false)]
    public Task A_callback_of_another_object_does_not(string statement, bool isFound)
    {
        var text = isFound ? "{|DIT0303:SSL Mode=Require|}" : "SSL Mode=Require";
        return Verify.Finds<ConnectionFamily>(
            Usings + $$"""
            using System.Net.Security;
            using System.Security.Cryptography.X509Certificates;
            class Shop
            {
                public const string Text = "Host=db.example.com;Username=u;{{text}}";
                static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => errors == SslPolicyErrors.None;
                static void Open(string text) { using var c = new NpgsqlConnection(text); {{statement}} c.Open(); }
                static void Main() { Open(Text); _ = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Check }; }
            }
            """,
            References);
    }

    [Theory]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;{|DIT0303:SSL Mode=Require|}"); d.UseSslClientAuthenticationOptionsCallback(options => { });""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;{|DIT0303:SSL Mode=Require|}"); d.UseSslClientAuthenticationOptionsCallback(options => options.ClientCertificates = new());""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com;{|DIT0303:SSL Mode=Require|}"); d.UseClientCertificate(null);""")]
    [InlineData("""using var c = new MySqlConnector.MySqlConnection("Server=db.example.com;{|DIT0303:SSL Mode=Required|}"); c.ProvideClientCertificatesCallback = certificates => default;""")]
    public Task A_callback_for_something_else_does_not(string statement) => Verify.Finds<ConnectionFamily>(Usings + statement, References);

    [Theory]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "localhost", SslMode = SslMode.Disable };""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=localhost"); b.SslMode = SslMode.Disable;""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = args[0] };""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder(); d.ConnectionStringBuilder.Host = "localhost"; d.ConnectionStringBuilder.SslMode = SslMode.Disable;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = Enum.Parse<SslMode>(args[0]);""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = SqlConnectionEncryptOption.Strict, TrustServerCertificate = true };""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com" };""")]
    [InlineData("""_ = new ConfigurationOptions { EndPoints = { "localhost:6379" }, Ssl = false };""")]
    [InlineData("""_ = new ConfigurationOptions { EndPoints = { "cache.example.com:6380" }, Ssl = true };""")]
    [InlineData("""_ = new ProducerConfig { BootstrapServers = "localhost:9092", SecurityProtocol = SecurityProtocol.Plaintext };""")]
    [InlineData("""_ = new ProducerConfig { BootstrapServers = "mq.example.com:9093", SecurityProtocol = SecurityProtocol.SaslSsl };""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "mq.example.com" }; f.Ssl.Enabled = true;""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "mq.example.com", Ssl = { Enabled = true, ServerName = "mq.example.com" } };""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "localhost" };""")]
    [InlineData("""var d = new Dictionary<string, string> { ["Encrypt"] = "false", ["SSL Mode"] = "Disable" };""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = SqlConnectionEncryptOption.Parse(args[0]) };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Enum.Parse<SslMode>("verifyfull", true) };""")]
    // Any setting may be made in a way that is not seen.
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; foreach (var (key, value) in new Dictionary<string, string> { ["SSL Mode"] = "VerifyFull" }) b[key] = value; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.Add(args[0], args[1]); _ = b.ConnectionString;""")]
    [InlineData("""void M(Microsoft.Extensions.Configuration.IConfiguration c) { var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; Microsoft.Extensions.Configuration.ConfigurationBinder.Bind(c, b); _ = b.ConnectionString; }""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { ConnectionString = args[0], Host = "db.example.com" }.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder(); b.ConnectionString = args[0]; b.Host = "db.example.com"; _ = b.ConnectionString;""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "mq.example.com" }; Secure(f.Ssl); static void Secure(RabbitMQ.Client.SslOption o) { o.Enabled = true; o.ServerName = "mq.example.com"; }""")]
    [InlineData("""var f = new RabbitMQ.Client.ConnectionFactory { HostName = "mq.example.com" }; var ssl = f.Ssl; ssl.Enabled = true; ssl.ServerName = "mq.example.com";""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = "localhost", SslMode = SslMode.Disable } };""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com") { ConnectionStringBuilder = { SslMode = SslMode.Disable } }; d.ConnectionStringBuilder.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092" }; table["security.protocol"] = "sasl_ssl"; _ = new ProducerBuilder<string, string>(table);""")]
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092" }; Secure(table); _ = new ProducerBuilder<string, string>(table); static void Secure(IDictionary<string, string> table) => table["security.protocol"] = "ssl";""")]
    [InlineData("""void M(Dictionary<string, string> common) { var table = new Dictionary<string, string>(common) { ["bootstrap.servers"] = "mq.example.com:9092" }; _ = new ProducerBuilder<string, string>(table); }""")]
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092" }; Console.WriteLine(table.Count);""")]
    [InlineData("""var first = new Dictionary<string, string>(); var second = new Dictionary<string, string>(first); first = new Dictionary<string, string>(second); _ = new ProducerBuilder<string, string>(first);""")]
    [InlineData("""_ = new RabbitMQ.Client.AmqpTcpEndpoint(new Uri("amqp://mq.example.com"), new RabbitMQ.Client.SslOption("mq.example.com", enabled: true));""")]
    [InlineData("""var e = new RabbitMQ.Client.AmqpTcpEndpoint("mq.example.com"); e.Ssl.Enabled = true;""")]
    [InlineData("""_ = new RabbitMQ.Client.ConnectionFactory { Endpoint = new RabbitMQ.Client.AmqpTcpEndpoint(new Uri("amqp://mq.example.com")), Ssl = new RabbitMQ.Client.SslOption { Enabled = true, ServerName = "mq.example.com" } };""")]
    [InlineData("""RabbitMQ.Client.AmqpTcpEndpoint M() => new RabbitMQ.Client.AmqpTcpEndpoint("mq.example.com");""")]
    [InlineData("""_ = new RabbitMQ.Client.ConnectionFactory { Uri = new UriBuilder { Scheme = "amqp", Host = "localhost" }.Uri };""")]
    [InlineData("""var b = new UriBuilder("amqp://mq.example.com"); b.Scheme = "amqps"; _ = new RabbitMQ.Client.ConnectionFactory { Uri = b.Uri };""")]
    [InlineData("""_ = new MongoClient(new UriBuilder("mongodb", "db.example.com", 27017) { Query = "tls=true" }.ToString());""")]
    [InlineData("""_ = new ProducerBuilder<string, string>(new KeyValuePair<string, string>[] { new("bootstrap.servers", args[0]), new("security.protocol", "ssl") });""")]
    [InlineData("""_ = new ProducerBuilder<string, string>(new KeyValuePair<string, string>[] { new("bootstrap.servers", "localhost:9092"), new("security.protocol", "plaintext") });""")]
    [InlineData("""_ = new ProducerBuilder<string, string>(new KeyValuePair<string, string>[] { new("bootstrap.servers", "mq.example.com:9092"), new(args[0], args[1]) });""")]
    [InlineData("""var list = new List<KeyValuePair<string, string>> { new("bootstrap.servers", args[0]), new("security.protocol", "plaintext") }; list.Add(new("security.protocol", "ssl")); _ = new ProducerBuilder<string, string>(list);""")]
    [InlineData("""void M(IEnumerable<KeyValuePair<string, string>> list) => _ = new ProducerBuilder<string, string>(list);""")]
    // Values that are chosen may depend on each other, or on where the server is; a flag that is chosen is what it is chosen by.
    [InlineData("""var local = args.Length > 0; _ = new NpgsqlConnectionStringBuilder { Host = local ? "localhost" : "db.example.com", SslMode = local ? SslMode.Disable : SslMode.VerifyFull };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = args[0], SslMode = args[0] == "localhost" ? SslMode.Disable : SslMode.VerifyFull };""")]
    [InlineData("""_ = new SqlConnectionStringBuilder { DataSource = "db.example.com", Encrypt = args.Length > 0 ? true : false };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development" ? SslMode.Prefer : SslMode.VerifyFull };""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = args.Length > 0 ? SslMode.VerifyFull : SslMode.Disable }; b.SslMode = SslMode.VerifyFull;""")]
    // Whoever goes on with the collection may set the rest.
    [InlineData("""void M(RabbitMQ.Client.ConnectionFactory f) { var all = new List<RabbitMQ.Client.AmqpTcpEndpoint> { new("mq.example.com") }; foreach (var e in all) e.Ssl.Enabled = true; f.CreateConnectionAsync(all); }""")]
    [InlineData("""IList<RabbitMQ.Client.AmqpTcpEndpoint> M() { var all = new List<RabbitMQ.Client.AmqpTcpEndpoint>(); all.Add(new("mq.example.com")); return all; }""")]
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092" }; Action<IDictionary<string, string>> secure = t => t["security.protocol"] = "ssl"; secure(table); _ = new ProducerBuilder<string, string>(table);""")]
    [InlineData("""var table = new Dictionary<string, string> { ["bootstrap.servers"] = "mq.example.com:9092" }; Secure(table); _ = new ProducerBuilder<string, string>(table); static void Secure(IDictionary<string, string> t) => t.TryAdd("security.protocol", "ssl");""")]
    public Task Is_silent(string statement) => Verify.Silent<ConnectionFamily>(Usings + statement, References);

    [Theory]
    [InlineData(
        "var c = new System.Net.Http.HttpClient { Timeout = [|System.Threading.Timeout.InfiniteTimeSpan|] };",
        "var c = new System.Net.Http.HttpClient { Timeout = System.TimeSpan.FromSeconds(100) };")]
    [InlineData(
        "using var b = new SqlBulkCopy(args[0]) { BulkCopyTimeout = [|0|] };",
        "using var b = new SqlBulkCopy(args[0]) { BulkCopyTimeout = 30 };")]
    [InlineData(
        "using var c = new NpgsqlCommand(); c.CommandTimeout = [|0|];",
        "using var c = new NpgsqlCommand(); c.CommandTimeout = 30;")]
    public Task Time_limits(string statement, string mended) => Verify.Fixes<ConnectionSettings, NoTimeLimitFix>(
        Usings + statement.Replace("[|", "{|DIT0306:").Replace("|]", "|}"), Usings + mended.Replace("System.TimeSpan", "TimeSpan"), key: "WriteSecureValue", references: References);

    [Fact]
    public Task A_uri_of_RabbitMQ_is_mended_with_the_check_of_the_name() => Verify.Fixes<ConnectionFamily, NotEncryptedFix>(
        """
        using System;
        using System.Net.Security;
        using RabbitMQ.Client;
        var factory = new ConnectionFactory();
        factory.Uri = new Uri("{|DIT0301:amqp|}://mq.example.com:5672/shop");
        var other = new ConnectionFactory { Uri = new Uri("{|DIT0301:amqp|}://mq.example.com") };
        """,
        """
        using System;
        using System.Net.Security;
        using RabbitMQ.Client;
        var factory = new ConnectionFactory();
        factory.Uri = new Uri("amqps://mq.example.com:5671/shop");
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        var other = new ConnectionFactory { Uri = new Uri("amqps://mq.example.com"), Ssl = { AcceptablePolicyErrors = SslPolicyErrors.None } };
        """,
        references: References);

    [Fact]
    public Task The_scheme_of_a_builder_is_mended() => Verify.Fixes<ConnectionFamily, NotEncryptedFix>(
        Usings + """_ = new RabbitMQ.Client.ConnectionFactory { Uri = new UriBuilder("{|DIT0301:amqp|}", "mq.example.com").Uri };""",
        Usings + """_ = new RabbitMQ.Client.ConnectionFactory { Uri = new UriBuilder("amqps", "mq.example.com").Uri, Ssl = { AcceptablePolicyErrors = System.Net.Security.SslPolicyErrors.None } };""",
        references: References);

    /// <summary>A port of its own would be left as it is, and a query cannot be written into a host.</summary>
    [Theory]
    [InlineData("""_ = new RabbitMQ.Client.ConnectionFactory { Uri = new UriBuilder("{|DIT0301:amqp|}", "mq.example.com", 5672).Uri };""")]
    public Task What_stands_in_other_parts_of_a_builder_has_no_fix(string statement) => Verify.OffersNoFix<ConnectionFamily, NotEncryptedFix>(Usings + statement, References);
}
