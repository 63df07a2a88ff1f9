using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>DIT0304: a missing key is added where text can be written, whatever the literal ends in.</summary>
public sealed class InsecureDefaultTests
{
    private const string Usings = "using Npgsql; using MongoDB.Driver; using StackExchange.Redis;\n";

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(Packages.Newest);

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnection("{|DIT0304:Host=db.example.com|};Username=u;");""",
        """_ = new NpgsqlConnection("Host=db.example.com;Username=u;SSL Mode=VerifyFull;");""")]
    [InlineData(
        """_ = new NpgsqlConnection($"{|DIT0304:Host=db.example.com|};Password={args[0]}");""",
        """_ = new NpgsqlConnection($"Host=db.example.com;Password={args[0]};SSL Mode=VerifyFull");""")]
    [InlineData(
        """_ = new NpgsqlConnection("{|DIT0304:Host=db.example.com|};Password=" + args[0]);""",
        """_ = new NpgsqlConnection("Host=db.example.com;Password=" + args[0] + ";SSL Mode=VerifyFull");""")]
    [InlineData(
        """_ = new NpgsqlConnection(string.Format("{|DIT0304:Host=db.example.com|};Password={0}", args[0]));""",
        """_ = new NpgsqlConnection(string.Format("Host=db.example.com;Password={0};SSL Mode=VerifyFull", args[0]));""")]
    [InlineData(
        """_ = new NpgsqlConnection("{|DIT0304:Host=db.example.com|};" + "Username=u");""",
        """_ = new NpgsqlConnection("Host=db.example.com;" + "Username=u;SSL Mode=VerifyFull");""")]
    [InlineData(
        """_ = new MongoClient("mongodb://u:" + args[0] + "@{|DIT0304:db.example.com|}/shop?w=1");""",
        """_ = new MongoClient("mongodb://u:" + args[0] + "@db.example.com/shop?w=1&tls=true");""")]
    [InlineData(
        """_ = ConnectionMultiplexer.Connect("{|DIT0304:cache.example.com:6379|}");""",
        """_ = ConnectionMultiplexer.Connect("cache.example.com:6379,ssl=True");""")]
    public Task Is_mended(string statement, string mended) =>
        Verify.Fixes<ConnectionFamily, InsecureDefaultFix>(Usings + statement, Usings + mended, references: References);

    [Theory]
    [InlineData("""_ = new NpgsqlConnection($"Host={args[0]};Username=u");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;" + args[0]);""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;{args[0]}");""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); b.SslMode = SslMode.VerifyFull;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com") { ["SSL Mode"] = "VerifyFull" };""")]
    [InlineData("""var s = MongoClientSettings.FromConnectionString("mongodb://db.example.com"); s.UseTls = true;""")]
    [InlineData("""var o = ConfigurationOptions.Parse("cache.example.com:6379"); o.Ssl = true;""")]
    [InlineData("""new Store().Open(); class Store { public string Text { get; private set; } = "Host=db.example.com"; public Store() { Text += ";SSL Mode=VerifyFull"; } public NpgsqlConnection Open() => new(Text); }""")]
    [InlineData("""new Store(args[0]).Open(); class Store { private string text = "Host=db.example.com"; public Store(string rest) { text += rest; } public NpgsqlConnection Open() => new(text); }""")]
    public Task Is_silent(string statement) => Verify.Silent<ConnectionFamily>(Usings + statement, References);
}
