using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>Connection strings that are told by their keywords, because no driver is seen to take them.</summary>
public sealed class KeywordTests
{
    private static readonly ReferenceAssemblies Drivers = ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]);

    [Theory]
    [InlineData("""class C { public const string Shop = "Host=db.example.com;Username=u;{|DIT0301:SSL Mode=Disable|}"; }""")]
    [InlineData("""class C { public string Shop { get; set; } = "Host=db.example.com;Username=u;{|DIT0302:SslMode=Prefer|}"; }""")]
    [InlineData("""class C { static string Shop(string host) => $"Host={host};Username=u;{|DIT0301:SSL Mode=Disable|}"; }""")]
    [InlineData("""class C { void Open(string text) { } void M() => Open("Host=db.example.com;" + "Username=u;{|DIT0301:SSL Mode=Disable|}"); }""")]
    [InlineData("""class C { void M(System.Collections.Generic.Dictionary<string, string> d) { d["ConnectionStrings:Shop"] = "Host=db.example.com;Username=u;{|DIT0301:SSL Mode=Disable|}"; } }""")]
    [InlineData("""class C { string url = "{|DIT0301:amqp|}://mq.example.com"; }""")]
    [InlineData("""class C { string url = "postgres://u@db.example.com/shop?{|DIT0301:sslmode=disable|}"; }""")]
    [InlineData("""class C { string text = "Server=db.example.com;Database=d;{|DIT0301:Encrypt=False|}"; }""")]
    [InlineData("""class C { string text = "Host=db.example.com;{|DIT0301:SSL Mode=Disable|}"; }""")]
    [InlineData("""class C { (string, int) M() => ("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}", 1); }""")]
    [InlineData("""class C { void M(out string text) { text = "Host=db.example.com;{|DIT0301:SSL Mode=Disable|}"; } }""")]
    [InlineData("""class C { void M() { foreach (var text in new[] { "Host=a.example.com;SSL Mode=VerifyFull", "Host=b.example.com;{|DIT0301:SSL Mode=Disable|}" }) System.Console.WriteLine(text.Length); } }""")]
    [InlineData("""class C { System.Uri url = new("{|DIT0301:amqp|}://mq.example.com"); }""")]
    [InlineData("""class C { string text = "metadata=res://*/M.csdl;provider=System.Data.SqlClient;provider connection string=\"data source=db.example.com;initial catalog=d;{|DIT0301:encrypt=False|}\""; }""")]
    [InlineData("""class C { string text = @"metadata=res://*/M.csdl;provider=System.Data.SqlClient;provider connection string='data source=db.example.com;application name=''a'';{|DIT0301:encrypt=False|}'"; }""")]
    [InlineData("""class C { string text = "{|DIT0301:DefaultEndpointsProtocol=http|};AccountName=shop;AccountKey=<key>"; }""")]
    [InlineData("""class C { string text = "Host=db.example.com;Username=u;Password={|DIT0305:k7mQz20|};SSL Mode=VerifyFull"; }""")]
    [InlineData("""class C { static readonly string Shop = "Server=db.example.com;Database=d"; string text = $"{Shop};{|DIT0301:Encrypt=False|}"; }""")]
    [InlineData("""class C { static readonly string Rest = "Database=d;{|DIT0301:Encrypt=False|}"; string text = $"Server=db.example.com;{Rest}"; }""")]
    [InlineData("""class C { static readonly string Rest = "Database=d;{|DIT0301:Encrypt=False|}"; string text = "Server=db.example.com; " + Rest; }""")]
    [InlineData("""class C(string text) { string Text() { text ??= "Host=db.example.com;Username=u;{|DIT0301:SSL Mode=Disable|}"; return text; } }""")]
    [InlineData("""class C { string[] texts = ["Host=a.example.com;SSL Mode=VerifyFull", "Host=b.example.com;{|DIT0301:SSL Mode=Disable|}"]; (string, string)[] pairs = [("a", "Host=a.example.com;{|DIT0301:SSL Mode=Disable|}"), ("b", "Host=localhost;SSL Mode=Disable")]; }""")]
    public Task Is_found(string source) => Verify.Finds<ConnectionFamily>(source, Drivers);

    private static readonly ReferenceAssemblies BothSqlClients = ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.MicrosoftSqlClient, Packages.SystemSqlClient]);

    /// <summary>One driver encrypts to whoever answers, the other does not encrypt: neither authenticates the server.</summary>
    [Theory]
    [InlineData("Server=db.example.com;{|DIT0303:TrustServerCertificate=True|}", "Server=db.example.com;TrustServerCertificate=False;Encrypt=True")]
    [InlineData("Server=db.example.com;Database=d;{|DIT0303:TrustServerCertificate=true|};User Id=u", "Server=db.example.com;Database=d;TrustServerCertificate=False;User Id=u;Encrypt=True")]
    [InlineData("Server=db.example.com;Encrypt=True;{|DIT0303:TrustServerCertificate=True|}", "Server=db.example.com;Encrypt=True;TrustServerCertificate=False")]
    public Task What_all_drivers_leave_open_is_found(string text, string mended) => Verify.Fixes<ConnectionFamily, ServerNotAuthenticatedFix>(
        $"class C {{ string text = \"{text}\"; }}", $"class C {{ string text = \"{mended}\"; }}", references: BothSqlClients);

    /// <summary>What mends it for one driver, the others do not take.</summary>
    [Fact]
    public Task What_no_text_mends_for_all_drivers_has_no_fix() => Verify.OffersNoFix<ConnectionFamily, ServerNotAuthenticatedFix>(
        "class C { string text = \"Server=db.example.com;{|DIT0303:TrustServerCertificate=True|}\"; }",
        ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql, Packages.MicrosoftSqlClient, Packages.SystemSqlClient]));

    [Theory]
    [InlineData("Server=db.example.com;Encrypt=True;TrustServerCertificate=False")]
    [InlineData("Server=db.example.com;Database=d;User Id=u")] // Microsoft.Data.SqlClient is secure by default.
    [InlineData("Server=db.example.com;TrustServerCertificate=False")]
    [InlineData("Server=localhost;TrustServerCertificate=True")]
    public Task What_one_driver_protects_is_silent(string text) => Verify.Silent<ConnectionFamily>($"class C {{ string text = \"{text}\"; }}", BothSqlClients);

    [Theory]
    [InlineData("private const string Dev = \"Host=db.example.com;SSL Mode=Disable\"; public string N() => env.IsDevelopment() ? Dev : \"\";")]
    [InlineData("private static readonly string Dev = \"Host=db.example.com;SSL Mode=Disable\"; public string N() { if (env.IsDevelopment()) return Dev; return \"\"; }")]
    [InlineData("public string N() { var dev = \"Host=db.example.com;SSL Mode=Disable\"; return env.IsDevelopment() ? dev : \"\"; }")]
    [InlineData("public string N() => env.IsDevelopment() ? Strings.Dev : \"\"; static class Strings { public const string Dev = \"Host=db.example.com;SSL Mode=Disable\"; }")]
    [InlineData("public string N(string host) => host == \"localhost\" ? $\"Host={host};SSL Mode=Disable\" : $\"Host={host};SSL Mode=VerifyFull\";")]
    public Task What_only_development_or_this_machine_makes_use_of_is_silent(string members) => Verify.Silent<ConnectionFamily>(InEnvironment(members), Drivers);

    [Theory]
    [InlineData("private const string Shop = \"Host=db.example.com;{|DIT0301:SSL Mode=Disable|}\"; public string N() => env.IsDevelopment() ? \"\" : Shop;")]
    [InlineData("private const string Shop = \"Host=db.example.com;{|DIT0301:SSL Mode=Disable|}\"; public string N() => env.IsDevelopment() ? Shop : Shop + \";Timeout=5\";")]
    [InlineData("private const string Nobodys = \"Host=db.example.com;{|DIT0301:SSL Mode=Disable|}\"; public bool N() => env.IsDevelopment();")]
    public Task What_production_makes_use_of_is_found(string members) => Verify.Finds<ConnectionFamily>(InEnvironment(members), Drivers);

    private static string InEnvironment(string members) =>
        "using Microsoft.Extensions.Hosting; internal class C(IHostEnvironment env) { " + members + " }";

    [Theory]
    [InlineData("""class C { void M() => System.Console.WriteLine("Host=db.example.com;Username=u;SSL Mode=Disable"); }""")]
    [InlineData("""class C { void M() { var text = "Host=db.example.com;Username=u;SSL Mode=Disable"; System.Console.WriteLine(text); } }""")]
    [InlineData("""class C { const string Example = "Host=db.example.com;Username=u;SSL Mode=Disable"; }""")]
    [InlineData("""class C { string Example => "Host=db.example.com;Username=u;SSL Mode=Disable"; string Help() { return "Host=db.example.com;Username=u;SSL Mode=Disable"; } }""")]
    [InlineData("""class C { void M() => throw new System.ArgumentException("Host=db.example.com;Username=u;SSL Mode=Disable"); }""")]
    [InlineData("""class C { bool M(string s) => s == "Host=db.example.com;Username=u;SSL Mode=Disable"; }""")]
    [InlineData("""class C { bool M(string s) => s.Contains("Host=db.example.com;Username=u;SSL Mode=Disable"); }""")]
    [InlineData("""[System.Obsolete("Host=db.example.com;Username=u;SSL Mode=Disable")] class C { }""")]
    [InlineData("""class C { bool text = new System.Uri("amqp://mq.example.com").Scheme == "amqp"; }""")]
    [InlineData("""class C { string text = "Server=db.example.com;Colour=blue"; }""")]
    [InlineData("""class C { string text = "Driver={SQL Server};Server=db.example.com;Encrypt=no"; }""")]
    [InlineData("""class C { string text = "Host=localhost;Username=u;SSL Mode=Disable"; }""")]
    [InlineData("""class C { string text = "Host=db.example.com;Username=u"; }""")]
    [InlineData("""class C { string text = "SSL Mode=Disable"; }""")]
    [InlineData("""class C { string text = "Use Host=x;SSL Mode=Disable; never in production"; }""")]
    [InlineData("""class C { string text = "a=1;b=2;c=3;Encrypt=False"; }""")]
    [InlineData("""class C { string text = "http://example.com/?a=1;tls=false"; }""")]
    [InlineData("""class C { string text = "Data Source=shop.db;Cache=Shared;Mode=ReadOnly"; }""")]
    [InlineData("""class C { string text = "Provider=SQLOLEDB;Server=db.example.com;Encrypt=False"; }""")]
    public Task Is_silent(string source) => Verify.Silent<ConnectionFamily>(source, Drivers);

    /// <summary>What stands for a value is followed only where the settings around it may be those of a connection.</summary>
    [Theory]
    [InlineData("$\"/api/{name}?name={Encode(name)}\"", false)]
    [InlineData("$\"Name={name}\"", false)]
    [InlineData("\"Server=\" + name", false)]
    [InlineData("\"Server=\" + name + Encode(name)", false)]
    [InlineData("\"Server=db\"", false)]
    [InlineData("$\"Server={name};Encrypt={name}\"", true)]
    [InlineData("\"Server=\" + name + \";Encrypt=False\"", true)]
    [InlineData("\"Server=\" + name + \";\" + name", true)]
    [InlineData("$\"Server={name}; {name}\"", true)]
    [InlineData("$\"Server=tcp:db,{name}\"", true)]
    [InlineData("$\"{name};Encrypt=False\"", true)]
    [InlineData("name + \";Encrypt=False\"", true)]
    [InlineData("\"Server=\" + Known", true)]
    [InlineData("$\"Server={Known}\"", true)]
    [InlineData("$\"redis://{name}\"", true)]
    [InlineData("\"\" + name", true)]
    public void Values_are_followed(string expression, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""class C { const string Known = "db;Encrypt=False"; string Encode(string s) => s; string M(string name) => {{expression}}; }""");
        var model = CSharpCompilation.Create("C", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]).GetSemanticModel(tree);
        var body = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().Last().Expression;
        Assert.Equal(expected, ConnectionLiterals.MayHoldSettings(model.GetOperation(body)!));
    }
}
