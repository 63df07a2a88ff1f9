using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>What code sets on the object that takes a connection string counts; what it sets on another object does not.</summary>
public sealed class TakingObjectTests
{
    private const string Usings = "using System; using Npgsql; using Microsoft.Data.SqlClient; using MongoDB.Driver; using StackExchange.Redis; using RabbitMQ.Client; using Microsoft.EntityFrameworkCore; using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;\n";

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest);

    [Theory]
    // Another object in the same method.
    [InlineData("""var a = new NpgsqlConnectionStringBuilder("{|DIT0304:Host=a.example.com|}"); var b = new NpgsqlConnectionStringBuilder("Host=b.example.com"); b.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""using var a = new NpgsqlConnection("{|DIT0304:Host=a.example.com|}"); _ = new NpgsqlConnectionStringBuilder { Host = "b.example.com", SslMode = SslMode.VerifyFull };""")]
    [InlineData("""using var a = new NpgsqlConnection("Host=a.example.com;{|DIT0303:SSL Mode=Require|}"); using var b = new NpgsqlConnection("Host=b.example.com;SSL Mode=VerifyFull"); b.UserCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""var a = MongoClientSettings.FromConnectionString("mongodb://{|DIT0304:a.example.com|}"); var b = MongoClientSettings.FromConnectionString("mongodb://b.example.com"); b.UseTls = true;""")]
    [InlineData("""var a = ConfigurationOptions.Parse("{|DIT0304:a.example.com:6379|}"); var b = ConfigurationOptions.Parse("b.example.com:6379"); b.Ssl = true;""")]
    [InlineData("""var f = new ConnectionFactory { Uri = new Uri("{|DIT0301:amqp|}://mq.example.com"), Ssl = new SslOption("mq.example.com", enabled: false) };""")]
    [InlineData("""var a = new ConnectionFactory { Uri = new Uri("{|DIT0301:amqp|}://a.example.com") }; var b = new ConnectionFactory { Uri = new Uri("amqp://b.example.com") }; b.Ssl.Enabled = true;""")]
    // Another key, or a value that is as insecure.
    [InlineData("""_ = new SqlConnectionStringBuilder("Server=db.example.com;{|DIT0303:TrustServerCertificate=True|}") { Encrypt = SqlConnectionEncryptOption.Mandatory };""")]
    [InlineData("""var o = ConfigurationOptions.Parse("cache.example.com:6379,{|DIT0301:ssl=false|}"); o.AbortOnConnectFail = false;""")]
    // Only in development.
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}"); if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development") b.SslMode = SslMode.VerifyFull;""")]
    // A part of the object, for a host that is known.
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=db.example.com"); d.ConnectionStringBuilder.SslMode = SslMode.{|DIT0301:Disable|};""")]
    // Elsewhere, on another one.
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}"); Tls.Secure(new NpgsqlConnectionStringBuilder("Host=b.example.com")); static class Tls { public static void Secure(NpgsqlConnectionStringBuilder it) => it.SslMode = SslMode.VerifyFull; }""")]
    [InlineData("""string Timed(string text) => new NpgsqlConnectionStringBuilder(text) { Timeout = 5 }.ConnectionString; _ = new NpgsqlConnection(Timed("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}"));""")]
    [InlineData("""var f = new ConnectionFactory { Uri = new Uri("{|DIT0301:amqp|}://mq.example.com") }; if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development") f.Ssl.Enabled = true;""")]
    // By a callback that leaves this alone.
    [InlineData("""void M(DbContextOptionsBuilder b) => b.UseNpgsql("Host=db.example.com;{|DIT0303:SSL Mode=Require|}", o => o.EnableRetryOnFailure());""")]
    [InlineData("""void M(DbContextOptionsBuilder b) { b.UseNpgsql("Host=db.example.com;{|DIT0303:SSL Mode=Require|}", Set); static void Set(NpgsqlDbContextOptionsBuilder o) => o.EnableRetryOnFailure(); }""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}".Named()); static class Names { public static string Named(this string text) => text.Replace("db.", "db2."); }""")]
    [InlineData("""new Store("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}").Open(); class Store(string text) { public NpgsqlConnection Open() { text += ";Timeout=5"; return new(text); } }""")]
    [InlineData("""new Store("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}").Open(); class Store(string text) { public NpgsqlConnection Open() { text = text.Trim(); return new(text); } }""")]
    public Task What_is_not_set_on_it_is_found(string statement) => Verify.Finds<ConnectionFamily>(Usings + statement, References);

    [Theory]
    [InlineData("""var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Disable"); b.ConnectionStringBuilder.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Disable") { ConnectionStringBuilder = { SslMode = SslMode.VerifyFull } };""")]
    [InlineData("""var b = new NpgsqlDataSourceBuilder("Host=db.example.com"); b.ConnectionStringBuilder.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder(); b.ConnectionString = "Host=db.example.com;SSL Mode=Disable"; b.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b["SSL Mode"] = "VerifyFull";""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b.SslMode = Enum.Parse<SslMode>(args[0]);""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b.Host = "localhost";""")]
    [InlineData("""var b = new SqlConnectionStringBuilder("Server=db.example.com;TrustServerCertificate=True") { TrustServerCertificate = false };""")]
    [InlineData("""var b = new SqlConnectionStringBuilder("Server=db.example.com;TrustServerCertificate=True") { Encrypt = SqlConnectionEncryptOption.Strict };""")]
    [InlineData("""var o = ConfigurationOptions.Parse("cache.example.com:6379,ssl=false"); o.Ssl = true;""")]
    [InlineData("""var o = ConfigurationOptions.Parse("cache.example.com:6379"); o.Ssl = bool.Parse(args[0]); ConnectionMultiplexer.Connect(o);""")]
    [InlineData("""var s = MongoClientSettings.FromUrl(new MongoUrl("mongodb://db.example.com/?tls=false")); s.UseTls = true;""")]
    [InlineData("""var url = MongoUrl.Create("mongodb://db.example.com"); var s = MongoClientSettings.FromUrl(url); s.UseTls = true; _ = new MongoClient(s);""")]
    [InlineData("""var d = new NpgsqlDataSourceBuilder("Host=localhost"); d.ConnectionStringBuilder.SslMode = SslMode.Disable;""")]
    [InlineData("""var f = new ConnectionFactory { Uri = new Uri("amqp://mq.example.com") }; f.Ssl.Enabled = true; f.Ssl.AcceptablePolicyErrors = System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""var f = new ConnectionFactory { Uri = new Uri("amqp://mq.example.com"), Ssl = { Enabled = true, ServerName = "mq.example.com" } };""")]
    [InlineData("""var f = new ConnectionFactory(); f.Uri = new Uri("amqp://mq.example.com"); f.Ssl = new SslOption("mq.example.com", enabled: true);""")]
    // It goes by several names.
    [InlineData("""void Secure(NpgsqlConnectionStringBuilder it) { it.SslMode = SslMode.VerifyFull; } var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); Secure(b);""")]
    [InlineData("""NpgsqlConnectionStringBuilder Make() => new("Host=db.example.com;SSL Mode=Disable"); var b = Make(); b.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var a = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); var c = new NpgsqlConnection(a.ConnectionString); var d = c; d.UserCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); Tls.Secure(b); static class Tls { public static void Secure(NpgsqlConnectionStringBuilder it) => it.SslMode = SslMode.VerifyFull; }""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b.Secure(); static class Tls { public static void Secure(this NpgsqlConnectionStringBuilder it) => it.SslMode = SslMode.VerifyFull; }""")]
    [InlineData("""new Store().Open(); class Store { private readonly NpgsqlConnectionStringBuilder b = new("Host=db.example.com;SSL Mode=Disable"); public Store() { b.SslMode = SslMode.VerifyFull; } public NpgsqlConnection Open() => new(b.ConnectionString); }""")]
    // A helper that is given the text.
    [InlineData("""string Secure(string text) => new NpgsqlConnectionStringBuilder(text) { SslMode = SslMode.VerifyFull }.ConnectionString; _ = new NpgsqlConnection(Secure("Host=db.example.com;SSL Mode=Disable"));""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=Disable".Secure()); static class Tls { public static string Secure(this string text) { var b = new NpgsqlConnectionStringBuilder(text); b.SslMode = SslMode.VerifyFull; return b.ConnectionString; } }""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=Disable".Secure()); static class Tls { public static string Secure(this string text) => text.Replace("SSL Mode=Disable", "SSL Mode=VerifyFull"); }""")]
    // A parameter of a primary constructor, or a field, that a member of the type goes on with.
    [InlineData("""var s = new Store("Host=db.example.com;SSL Mode=Disable"); s.Secure(); s.Open(); class Store(string text) { public void Secure() { text += ";SSL Mode=VerifyFull"; } public NpgsqlConnection Open() => new(text); }""")]
    [InlineData("""new Store("Host=db.example.com;SSL Mode=Disable").Open(); class Store(string text) { public NpgsqlConnection Open() { text = new NpgsqlConnectionStringBuilder(text) { SslMode = SslMode.VerifyFull }.ToString(); return new(text); } }""")]
    [InlineData("""new Store("Host=db.example.com;SSL Mode=Disable").Open(); class Store(string text) { public NpgsqlConnection Open() { text = "Host=db.example.com;SSL Mode=VerifyFull"; return new(text); } }""")]
    [InlineData("""var s = new Store("Host=db.example.com;SSL Mode=Disable"); s.Secure(); s.Open(); class Store { private string text; public Store(string given) { text = given; } public void Secure() { text += ";SSL Mode=VerifyFull"; } public NpgsqlConnection Open() => new(text); }""")]
    // By a callback that is given where the text is, wherever it is written.
    [InlineData("""void M(DbContextOptionsBuilder b) => b.UseNpgsql("Host=db.example.com;SSL Mode=Require", o => o.RemoteCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None));""")]
    [InlineData("""void M(DbContextOptionsBuilder b) => b.UseNpgsql("Host=db.example.com;SSL Mode=Require", o => o.ConfigureDataSource(d => d.UseUserCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None)));""")]
    [InlineData("""void M(DbContextOptionsBuilder b) => b.UseNpgsql("Host=db.example.com;SSL Mode=Require", o => o.ConfigureDataSource(d => d.UseSslClientAuthenticationOptionsCallback(s => s.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None)));""")]
    [InlineData("""void M(DbContextOptionsBuilder b) { b.UseNpgsql("Host=db.example.com;SSL Mode=Require"); b.UseNpgsql(o => o.RemoteCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None)); }""")]
    [InlineData("""void M(DbContextOptionsBuilder b) { b.UseNpgsql("Host=db.example.com;SSL Mode=Require", Set); static void Set(NpgsqlDbContextOptionsBuilder o) => o.EnableRetryOnFailure().RemoteCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None); }""")]
    [InlineData("""void M(DbContextOptionsBuilder b) { Action<NpgsqlDbContextOptionsBuilder> set = o => o.RemoteCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None); b.UseNpgsql("Host=db.example.com;SSL Mode=Require", set); }""")]
    [InlineData("""void M(DbContextOptionsBuilder b) { var text = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require }.ConnectionString; b.UseNpgsql(text, o => o.RemoteCertificateValidationCallback((_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None)); }""")]
    // By a member of the object that has another name in the text.
    [InlineData("""var s = MongoClientSettings.FromConnectionString("mongodb://db.example.com/?tls=true&tlsInsecure=true"); s.AllowInsecureTls = false;""")]
    // In a way that is not seen: what the text leaves out may be said there.
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); foreach (var pair in args) b[pair] = "VerifyFull"; _ = new NpgsqlConnection(b.ConnectionString);""")]
    public Task What_is_set_on_it_is_silent(string statement) => Verify.Silent<ConnectionFamily>(Usings + statement, References);
}
