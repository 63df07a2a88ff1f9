using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Hosting;

/// <summary>Code whose own words say little is looked at all the same where it matters.</summary>
public sealed class TellingWordsTests
{
    private static readonly ReferenceAssemblies Npgsql = ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]);

    [Fact]
    public Task Alias_in_the_file() => Verify.Finds<ProtocolVersionFamily>("""
        using Versions = System.Security.Authentication.SslProtocols;
        class C
        {
            void Set(System.Net.Security.SslClientAuthenticationOptions options) => options.EnabledSslProtocols = {|DIT0201:(Versions)192|};
        }
        """);

    [Fact]
    public Task Global_alias_in_another_file() => Verify.Finds<CertificateCallbacks>(
        """
        class C
        {
            bool {|DIT0101:Accept|}(object sender, Certificate? certificate, Chain? chain, Errors errors) => true;
            Callback Get() => Accept;
        }
        """,
        with: static test => test.TestState.Sources.Add("""
            global using Errors = System.Net.Security.SslPolicyErrors;
            global using Certificate = System.Security.Cryptography.X509Certificates.X509Certificate;
            global using Chain = System.Security.Cryptography.X509Certificates.X509Chain;
            global using Callback = System.Net.Security.RemoteCertificateValidationCallback;
            """));

    [Theory]
    [InlineData("client.Check = {|DIT0101:(a, b) => true|};")]
    [InlineData("client.Check = {|DIT0101:static (a, b) => true|};")]
    [InlineData("client.Check = {|DIT0101:(_, _) => true|};")]
    [InlineData("client.Check = {|DIT0101:delegate { return true; }|};")]
    [InlineData("client.Check = Wrap({|DIT0101:(\n    a,\n    b) =>\n    {\n        return true;\n    }|});\n    System.Func<string, System.Net.Security.SslPolicyErrors, bool> Wrap(System.Func<string, System.Net.Security.SslPolicyErrors, bool> f) => f;")]
    public Task Callback_of_a_type_of_another_file(string statement) => Verify.Finds<CertificateCallbacks>(
        $$"""
        class C
        {
            void Set(Client client)
            {
                {{statement}}
            }
        }
        """,
        with: static test => test.TestState.Sources.Add("""
            class Client
            {
                public System.Func<string, System.Net.Security.SslPolicyErrors, bool>? Check { get; set; }
            }
            """));

    [Fact]
    public Task Type_that_new_does_not_name() => Verify.Finds<ConnectionFamily>(
        """
        class C
        {
            object Get() => Factory.Of(new("Host=db.example;Username=shop;{|DIT0301:SSL Mode=Disable|}"));
        }
        """,
        Npgsql,
        with: static test => test.TestState.Sources.Add("static class Factory { public static object Of(Npgsql.NpgsqlConnection connection) => connection; }"));

    /// <summary>The type stands before the name, or in another file.</summary>
    [Theory]
    [InlineData("RSACryptoServiceProvider own = new({|DIT0601:1024|});")]
    [InlineData("System.Security.Cryptography.RSACryptoServiceProvider own = new({|DIT0601:1024|});")]
    [InlineData("RSACryptoServiceProvider? own = new ({|DIT0601:1024|});")]
    [InlineData("Key = new({|DIT0601:1024|});")]
    [InlineData("// An Odd Note\nKey = new({|DIT0601:1024|});")]
    [InlineData("/* An Odd Note */ Key = new({|DIT0601:1024|});")]
    [InlineData("if (Key is null) { } else Key = new({|DIT0601:1024|});")]
    [InlineData("this.Key = new({|DIT0601:1024|});")]
    [InlineData("(Key, _) = (new({|DIT0601:1024|}), 1);")]
    [InlineData("_ = new Keys { Key = new({|DIT0601:1024|}) };")]
    public Task Type_of_a_new_key(string statement) => Verify.Finds<KeyFamily>(
        $$"""
        using System.Security.Cryptography;
        class C : Keys
        {
            void M()
            {
                {{statement}}
            }
        }
        """,
        with: static test => test.TestState.Sources.Add("class Keys { public System.Security.Cryptography.RSACryptoServiceProvider? Key { get; set; } }"));

    /// <summary>The signs by which a use is told from a mention stand elsewhere than usual.</summary>
    [Theory]
    [InlineData("_ = new /* own */ RSACryptoServiceProvider({|DIT0601:1024|});")]
    [InlineData("_ = new\n    System.Security.Cryptography.RSACryptoServiceProvider({|DIT0601:1024|});")]
    [InlineData("_ = new global::System.Security.Cryptography.RSACryptoServiceProvider({|DIT0601:1024|});")]
    [InlineData("_ = new @RSACryptoServiceProvider({|DIT0601:1024|});")]
    [InlineData("_ = RSA.Create\n    ({|DIT0601:1024|});")]
    [InlineData("_ = RSA.Create // small\n    ({|DIT0601:1024|});")]
    [InlineData("key.KeySize /* bits */ = {|DIT0601:1024|};")]
    [InlineData("(key.KeySize) = {|DIT0601:1024|};")]
    [InlineData("(key.KeySize, _) = ({|DIT0601:1024|}, 1);")]
    [InlineData("(_, key.KeySize) = (1, {|DIT0601:1024|});")]
    public Task Use_that_is_spelled_oddly(string statement) => Verify.Finds<KeyFamily>($$"""
        using System.Security.Cryptography;
        class C
        {
            void M(RSA key)
            {
                {{statement}}
            }
        }
        """);

    /// <summary>The file says what the base is, or the class has a part that does.</summary>
    [Theory]
    [InlineData("class Versions : Cassandra.SSLOptions { public Versions(string name) : base(default, {|DIT0106:false|}) { } }", "")]
    [InlineData("partial class Versions { public Versions(string name) : base(default, {|DIT0106:false|}) { } }", "partial class Versions : Cassandra.SSLOptions;")]
    public Task Type_that_base_does_not_name(string source, string other) => Verify.Finds<CertificateSettings>(source, with: test => test.TestState.Sources.Add(
        other + " namespace Cassandra { public class SSLOptions { public SSLOptions(System.Security.Authentication.SslProtocols versions, bool checkCertificateRevocation) { } } }"));

    [Fact]
    public Task Key_of_an_entry_in_a_constant_of_the_file() => Verify.Finds<ConnectionFamily>("""
        class C
        {
            private const string Mode = "SSL Mode";

            string Get()
            {
                var builder = new Npgsql.NpgsqlConnectionStringBuilder("Host=db.example");
                builder[Mode] = "{|DIT0301:Disable|}";
                return builder.ConnectionString;
            }
        }
        """, Npgsql);

    [Theory]
    [InlineData("\"Host=db.example;Username=shop;Database=shop;{|DIT0301:SSL Mode=Disable|}\"")]
    [InlineData("\"Host = db.example; Username = shop; Database = shop; {|DIT0301:SSL Mode = Disable|}\"")]
    [InlineData("\"postgres://shop@db.example/shop?{|DIT0301:sslmode=disable|}\"")]
    [InlineData("\"Host=db.example;\" + \"Username=shop;Database=shop;\" + \"{|DIT0301:SSL Mode=Disable|}\"")]
    [InlineData("$\"Host={System.Environment.MachineName};Username=shop;Database=shop;{|DIT0301:SSL Mode=Disable|}\"")]
    [InlineData("@\"Host=db.example;\n  Username=shop;\n  Database=shop;\n  {|DIT0301:SSL Mode=Disable|}\"")]
    public Task Text_that_nobody_is_seen_to_take(string text) => Verify.Finds<ConnectionFamily>($$"""
        class C
        {
            public string Shop { get; } = {{text}};
        }
        """);

    [Theory]
    [InlineData("builder[Mode] = \"{|DIT0301:Disable|}\";")]
    [InlineData("builder [ Mode ]\n    = \"{|DIT0301:Disable|}\";")]
    public Task Element_that_is_given_a_value(string statement) => Verify.Finds<ConnectionFamily>($$"""
        class C
        {
            private const string Mode = "SSL Mode";

            string Get()
            {
                var builder = new Npgsql.NpgsqlConnectionStringBuilder("Host=db.example");
                {{statement}}
                return builder.ConnectionString;
            }
        }
        """, Npgsql);

    [Fact]
    public Task Key_of_an_element_in_a_constant_of_the_file() => Verify.Finds<ConnectionFamily>("""
        using System.Data.Common;
        class C
        {
            private const string Mode = "SSL Mode";

            string Get() => new Npgsql.NpgsqlConnectionStringBuilder("Host=db.example")
            {
                [Mode] = "{|DIT0301:Disable|}",
            }.ConnectionString;
        }
        """, Npgsql);

    [Fact]
    public Task Base_of_a_primary_constructor() => Verify.Finds<ConnectionFamily>(
        """
        class Shop() : Store("Host=db.example;Username=shop;{|DIT0301:SSL Mode=Disable|}");
        """,
        Npgsql,
        with: static test => test.TestState.Sources.Add("class Store(string connection) { public object Connection { get; } = new Npgsql.NpgsqlConnection(connection); }"));

    /// <summary>The user says that a file is not generated, whatever its name.</summary>
    [Fact]
    public Task Text_of_a_file_that_is_not_generated() => Verify.Finds<ConnectionFamily>(
        "class C;",
        Npgsql,
        options: "generated_code = false",
        with: static test =>
        {
            test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
            test.TestState.Sources.Add(("Shop.g.cs", """
                class Shop
                {
                    public string Text { get; } = "Host=db.example;Username=shop;Database=shop;{|DIT0301:SSL Mode=Disable|}";
                }
                """));
        });
}
