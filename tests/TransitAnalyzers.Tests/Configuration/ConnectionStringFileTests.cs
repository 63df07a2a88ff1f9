using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Configuration;

/// <summary>DIT0301 in configuration files: in the file, at the code that reads it, and mended from there.</summary>
public sealed class ConnectionStringFileTests
{
    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Program = """
        using Microsoft.EntityFrameworkCore;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Shop>(o => o.UseNpgsql({|DIT0301:builder.Configuration.GetConnectionString("Shop")|}));
        class Shop : DbContext;
        """;

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [Packages.Npgsql, Packages.MicrosoftSqlClient, Packages.EntityFrameworkCore, Packages.EntityFrameworkCorePostgreSql, Packages.EntityFrameworkCoreRelational]);

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    public Task Is_found_and_mended_in_appsettings(string lineEnd, string mark) => Fixes(
        Program,
        ("appsettings.json", mark + """
            {
              /* the shop */
            	"ConnectionStrings" : {
                "shop": "Host=db.shop.example;Password=\u0041\"b;{|DIT0301:SSL Mode=Disable|};Timeout=5" , // ours
              },
            }
            """.ReplaceLineEndings(lineEnd)),
        mark + """
            {
              /* the shop */
            	"ConnectionStrings" : {
                "shop": "Host=db.shop.example;Password=\u0041\"b;SSL Mode=VerifyFull;Timeout=5" , // ours
              },
            }
            """.ReplaceLineEndings(lineEnd));

    [Fact]
    public Task Several_findings_and_code_are_mended_in_one_run() => Fixes(
        """
        using Npgsql;
        var builder = WebApplication.CreateBuilder(args);
        var shop = {|DIT0301:builder.Configuration["ConnectionStrings:Shop"]|};
        _ = new NpgsqlConnection(shop);
        _ = new NpgsqlConnection({|DIT0301:builder.Configuration.GetSection("ConnectionStrings")["Archive"]|} ?? throw new InvalidOperationException());
        _ = new NpgsqlConnection({|DIT0301:builder.Configuration.GetValue<string>("Log:Database")|});
        """,
        ("appsettings.json", """
            {
              "ConnectionStrings": {
                "Shop": "Host=a.example;{|DIT0301:SSL Mode=Disable|}",
                "Archive": "{|DIT0301:sslmode=disable|};Host=b.example"
              },
              "Log": { "Database": "Host=c.example;{|DIT0301:SslMode = 'Disable'|}" }
            }
            """),
        """
        {
          "ConnectionStrings": {
            "Shop": "Host=a.example;SSL Mode=VerifyFull",
            "Archive": "sslmode=VerifyFull;Host=b.example"
          },
          "Log": { "Database": "Host=c.example;SslMode = 'VerifyFull'" }
        }
        """);

    [Fact]
    public Task What_nobody_reads_is_reported_where_the_host_is_created() => Fixes(
        """
        var builder = {|DIT0301:WebApplication.CreateBuilder(args)|};
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db.shop.example;{|DIT0301:SSL Mode=Disable|}" } }"""),
        """{ "ConnectionStrings": { "Shop": "Host=db.shop.example;SSL Mode=VerifyFull" } }""");

    [Fact]
    public Task What_no_code_stands_for_is_reported_in_the_file_alone() => Finds(
        "public static class Nothing;",
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db.shop.example;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Production.json")]
    [InlineData("appsettings.production.json")]
    [InlineData("appsettings.Staging.json")]
    [InlineData("config/appsettings.eu-west.json")]
    public Task Is_found_in(string file) => Finds(Program, (file, """{ "ConnectionStrings": { "Shop": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Theory]
    [InlineData("appsettings.Development.json")]
    [InlineData("appsettings.development.json")]
    [InlineData("appsettings.Local.json")]
    [InlineData("launchSettings.json")]
    [InlineData("Properties/launchSettings.json")]
    [InlineData("stylecop.json")]
    [InlineData("shop.json")]
    [InlineData("bin/Release/net10.0/appsettings.json")]
    [InlineData("obj/appsettings.json")]
    [InlineData("myappsettings.json")]
    public Task Is_silent_in(string file) => Silent("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }""", file);

    [Theory]
    [InlineData("// Shop")]
    [InlineData("//Shop")]
    [InlineData("_comment")]
    public Task Keys_that_stand_for_comments_are_silent(string key) =>
        Silent($$"""{ "ConnectionStrings": { "{{key}}": "Host=db;SSL Mode=Disable" } }""");

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=VerifyFull" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=localhost;SSL Mode=Disable" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=/var/run/postgresql;SSL Mode=Disable" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Data Source=shop.db" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": null } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=${MODE}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=#{Mode}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable;Nonsense=1" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=VerifyFull" /* "Shop": "Host=db;SSL Mode=Disable" */ } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Data Source=/data/shop.sqlite3;Encrypt=False" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=x==;" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://a.example/" } }""")]
    [InlineData("""{ "Nightly": "08:30:00", "Template": "{Timestamp:HH:mm:ss} a=b {Message}", "Url": "http://a.example:80/?encrypt=false" }""")]
    [InlineData("""{ "Help": "write SSL Mode=Disable to switch it off" }""")]
    [InlineData("{ \"ConnectionStrings\": {\n// transit-analyzers: ignore DIT0301 the tunnel encrypts\n\"Shop\": \"Host=db;SSL Mode=Disable\" } }")]
    public Task Is_silent_about(string json) => Silent(json);

    [Fact]
    public Task The_dialect_is_that_of_the_code() => Finds(
        """
        var builder = WebApplication.CreateBuilder(args);
        _ = new Microsoft.Data.SqlClient.SqlConnection({|DIT0303:builder.Configuration.GetConnectionString("Shop")|});
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db;Database=shop;User Id=u;{|DIT0303:TrustServerCertificate=true|}" } }"""));

    [Theory]
    [InlineData("string Local() { var a = READ; var b = a; return b; } _ = new NpgsqlConnection(Local());")]
    [InlineData("_ = new NpgsqlConnection(READ ?? throw new Exception());")]
    [InlineData("_ = new NpgsqlConnection((READ)!);")]
    [InlineData("_ = new NpgsqlConnection($\"{READ};Timeout=5\");")]
    [InlineData("_ = new NpgsqlConnection(READ + \";Timeout=5\");")]
    [InlineData("Open(READ!); static void Open(string text) => _ = new NpgsqlConnection(text);")]
    [InlineData("_ = new NpgsqlConnection { ConnectionString = READ };")]
    [InlineData("var c = new NpgsqlConnection(); c.ConnectionString = READ;")]
    [InlineData("if (READ is { } text) _ = new NpgsqlConnection(text);")]
    [InlineData("if (READ is string text) _ = new NpgsqlConnection(text);")]
    [InlineData("string text; text = READ!; Action a = () => _ = new NpgsqlConnection(text);")]
    [InlineData("builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(READ!));")]
    [InlineData("_ = new Store(READ!); class Store(string text) { public NpgsqlConnection Open() => new(text); }")]
    [InlineData("_ = new Store(READ!); class Store { private readonly string _text; public Store(string text) { _text = text; } public NpgsqlConnection Open() => new(_text); }")]
    [InlineData("_ = new Store { Text = READ }; class Store { public string? Text { get; set; } public NpgsqlConnection Open() => new(Text); }")]
    public Task The_value_is_followed_to_the_driver(string statement) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args);\n"
            + statement.Replace("READ", "{|DIT0303:builder.Configuration.GetConnectionString(\"Shop\")|}", StringComparison.Ordinal),
        // Require is MySQL's word too, and the server's certificate is checked by neither: only the code tells.
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}" } }"""));

    [Fact]
    public Task A_bound_section_is_followed_through_its_class() => Finds(
        """
        using Microsoft.Extensions.Options;
        using Npgsql;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<StoreOptions>({|DIT0303:builder.Configuration.GetSection("Store")|});
        class StoreOptions { public string Connection { get; set; } = ""; }
        class Store(IOptions<StoreOptions> options) { public NpgsqlConnection Open() => new(options.Value.Connection); }
        """,
        ("appsettings.json", """{ "Store": { "connection": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}" } }"""));

    private const string Store = """
        class DbOptions { public string ConnectionString { get; set; } = ""; public string Other { get; set; } = ""; }
        class Store(Microsoft.Extensions.Options.IOptions<DbOptions> options) { public NpgsqlConnection Open() => new(options.Value.ConnectionString); }
        """;

    private const string Bound = "services.Configure<DbOptions>(READ); ";

    /// <summary>A callback that is run once the section is bound completes the text before anybody reads it.</summary>
    [Theory]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData("services.PostConfigure<DbOptions>(o => o.ConnectionString += \";SSL Mode=VerifyFull\"); " + Bound)]
    [InlineData(Bound + "services.PostConfigureAll<DbOptions>(o => o.ConnectionString = $\"{o.ConnectionString};SSL Mode=VerifyFull\");")]
    [InlineData(Bound + "services.Configure<DbOptions>(o => o.ConnectionString = o.ConnectionString + \";SSL Mode=VerifyFull\");")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => o.ConnectionString = new NpgsqlConnectionStringBuilder(o.ConnectionString) { SslMode = SslMode.VerifyFull }.ConnectionString);")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => { var b = new NpgsqlConnectionStringBuilder(o.ConnectionString); b.SslMode = SslMode.VerifyFull; o.ConnectionString = b.ToString(); });")]
    [InlineData("services.AddOptions<DbOptions>().Bind(READ).Configure(o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData("services.AddOptions<DbOptions>().PostConfigure(o => o.ConnectionString += \";SSL Mode=VerifyFull\").Bind(READ);")]
    [InlineData("services.AddOptions<DbOptions>(\"a\").Bind(READ); services.PostConfigure<DbOptions>(\"a\", o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData("services.AddOptions<DbOptions>().BindConfiguration(\"Db\").PostConfigure(o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData(Bound + "services.AddSingleton<Microsoft.Extensions.Options.IPostConfigureOptions<DbOptions>, Secured>(); class Secured : Microsoft.Extensions.Options.IPostConfigureOptions<DbOptions> { public void PostConfigure(string? name, DbOptions options) => options.ConnectionString += \";SSL Mode=VerifyFull\"; }")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(Secure); void Secure(DbOptions o) => o.ConnectionString += \";SSL Mode=VerifyFull\";")]
    [InlineData("services.AddOptions<DbOptions>().Bind(READ).Configure(Db.Secure); static class Db { public static void Secure(DbOptions o) => o.ConnectionString += \";SSL Mode=VerifyFull\"; }")]
    public Task What_a_callback_completes_is_silent(string statement) => Silent(
        """{ "Db": { "ConnectionString": "Host=db;SSL Mode=Disable" } }""",
        code: "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args); var services = builder.Services;\n"
            + statement.Replace("READ", "builder.Configuration.GetSection(\"Db\")", StringComparison.Ordinal) + Store);

    [Theory]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => o.ConnectionString += \";Timeout=5\");")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => o.Other += \";SSL Mode=VerifyFull\");")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(\"archive\", o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData("services.Configure<DbOptions>(o => o.ConnectionString += \";SSL Mode=VerifyFull\"); " + Bound)]
    [InlineData(Bound + "if (builder.Environment.IsDevelopment()) services.PostConfigure<DbOptions>(o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    [InlineData(Bound + "services.PostConfigure<DbOptions>(o => o.ConnectionString = new NpgsqlConnectionStringBuilder(o.ConnectionString) { Timeout = 5 }.ConnectionString);")]
    [InlineData("services.Configure<DbOptions>(Secure); void Secure(DbOptions o) => o.ConnectionString += \";SSL Mode=VerifyFull\"; " + Bound)]
    [InlineData(Bound + "if (builder.Environment.IsDevelopment()) services.PostConfigure<DbOptions>(Secure); void Secure(DbOptions o) => o.ConnectionString += \";SSL Mode=VerifyFull\";")]
    [InlineData(Bound + "void Secure(DbOptions o) => o.ConnectionString += \";SSL Mode=VerifyFull\"; Secure(new());")]
    [InlineData("var db = READ.Get<DbOptions>(); _ = new NpgsqlConnection(db!.ConnectionString); services.PostConfigure<DbOptions>(o => o.ConnectionString += \";SSL Mode=VerifyFull\");")]
    public Task What_a_callback_leaves_is_found(string statement) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args); var services = builder.Services;\n"
            + statement.Replace("READ", "{|DIT0301:builder.Configuration.GetSection(\"Db\")|}", StringComparison.Ordinal) + Store,
        ("appsettings.json", """{ "Db": { "ConnectionString": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Theory]
    [InlineData(";SSL Mode=VerifyFull", false)]
    [InlineData(";Timeout=5", true)]
    public Task What_is_left_out_may_be_added_by_a_callback(string added, bool isFound)
    {
        var (before, after) = isFound ? ("{|DIT0304:", "|}") : ("", "");
        return Finds(
            $$"""using Npgsql; var builder = WebApplication.CreateBuilder(args); builder.Services.Configure<DbOptions>({{before}}builder.Configuration.GetSection("Db"){{after}}); builder.Services.PostConfigure<DbOptions>(o => o.ConnectionString += "{{added}}");"""
                + Store,
            ("appsettings.json", $$"""{ "Db": { "ConnectionString": "{{before}}Host=db{{after}}" } }"""));
    }

    [Fact]
    public Task What_a_builder_sets_afterwards_is_silent() => Silent(
        """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }""",
        code: """
            using Npgsql;
            var builder = WebApplication.CreateBuilder(args);
            _ = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("Shop")) { SslMode = SslMode.VerifyFull };
            """);

    [Theory]
    [InlineData("_ = new SqlConnectionStringBuilder(READ) { Encrypt = SqlConnectionEncryptOption.Mandatory };")]
    [InlineData("var b = new SqlConnectionStringBuilder(READ); var other = new SqlConnectionStringBuilder(); other.TrustServerCertificate = false;")]
    [InlineData("var b = new SqlConnectionStringBuilder(READ); if (builder.Environment.IsDevelopment()) b.TrustServerCertificate = false;")]
    [InlineData("var text = READ; _ = new SqlConnection(text); _ = new SqlConnectionStringBuilder(text) { TrustServerCertificate = false };")]
    [InlineData("_ = new SqlConnection(READ + \";Connect Timeout=5\");")]
    [InlineData("_ = new SqlConnection(\"TrustServerCertificate=False;\" + READ);")]
    public Task What_another_object_or_key_sets_says_nothing(string statement) => Finds(
        "using Microsoft.Data.SqlClient;\nvar builder = WebApplication.CreateBuilder(args);\n"
            + statement.Replace("READ", "{|DIT0303:builder.Configuration.GetConnectionString(\"Shop\")|}", StringComparison.Ordinal),
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db;Database=shop;{|DIT0303:TrustServerCertificate=True|}" } }"""));

    [Theory]
    [InlineData("_ = new SqlConnectionStringBuilder(READ) { TrustServerCertificate = false };")]
    [InlineData("_ = new SqlConnectionStringBuilder(READ) { Encrypt = SqlConnectionEncryptOption.Strict };")]
    [InlineData("var b = new SqlConnectionStringBuilder(READ); b[\"Trust Server Certificate\"] = false;")]
    [InlineData("var b = new SqlConnectionStringBuilder { ConnectionString = READ }; b.TrustServerCertificate = false;")]
    [InlineData("var b = new SqlConnectionStringBuilder(READ); b.DataSource = \"localhost\";")]
    [InlineData("_ = new SqlConnection(READ + \";TrustServerCertificate=False\");")]
    [InlineData("_ = new SqlConnection($\"{READ};TrustServerCertificate=False\");")]
    public Task What_its_own_object_replaces_is_silent(string statement) => Silent(
        """{ "ConnectionStrings": { "Shop": "Server=db;Database=shop;TrustServerCertificate=True" } }""",
        code: "using Microsoft.Data.SqlClient;\nvar builder = WebApplication.CreateBuilder(args);\n"
            + statement.Replace("READ", "builder.Configuration.GetConnectionString(\"Shop\")", StringComparison.Ordinal));

    private const string Pinning = "(_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None";

    /// <summary>An option that every client of TLS has: named for another one, it says nothing of the object that takes the text.</summary>
    private const string OtherClient = "\nvar other = new System.Net.Http.SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = " + Pinning + " } };\n";

    [Theory]
    [InlineData("var d = new NpgsqlDataSourceBuilder(READ); d.UseSslClientAuthenticationOptionsCallback(o => o.ClientCertificates = new());")]
    [InlineData("using var d = new NpgsqlDataSourceBuilder(READ).UseSslClientAuthenticationOptionsCallback(o => o.ClientCertificates = new()).Build();")]
    [InlineData("var d = new NpgsqlDataSourceBuilder(READ); var e = new NpgsqlDataSourceBuilder(\"Host=localhost\"); e.UseSslClientAuthenticationOptionsCallback(o => o.RemoteCertificateValidationCallback = " + Pinning + ");")]
    [InlineData("using var c = new NpgsqlConnection(READ); c.SslClientAuthenticationOptionsCallback = o => o.ClientCertificates = new();")]
    [InlineData("using var c = new NpgsqlConnection(READ); using var e = new NpgsqlConnection(\"Host=localhost\") { UserCertificateValidationCallback = " + Pinning + " };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(READ); var d = new NpgsqlDataSourceBuilder(b.ConnectionString); d.UseSslClientAuthenticationOptionsCallback(o => o.ClientCertificates = new());")]
    [InlineData("NpgsqlDataSource Open() { var d = new NpgsqlDataSourceBuilder(READ); d.UseSslClientAuthenticationOptionsCallback(o => o.ClientCertificates = new()); return d.Build(); }")]
    [InlineData("Opener.Open(builder.Configuration).OpenConnection(); static class Opener { public static NpgsqlDataSource Open(IConfiguration config) { var d = new NpgsqlDataSourceBuilder(CONFIG); d.UseSslClientAuthenticationOptionsCallback(o => o.ClientCertificates = new()); return d.Build(); } }")]
    public Task What_another_object_validates_says_nothing(string statement) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args);" + OtherClient + Reading(statement, "DIT0303"),
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;{|DIT0303:SSL Mode=Require|}" } }"""));

    [Theory]
    [InlineData("var d = new NpgsqlDataSourceBuilder(READ); d.UseSslClientAuthenticationOptionsCallback(o => o.RemoteCertificateValidationCallback = " + Pinning + ");")]
    [InlineData("var d = new NpgsqlDataSourceBuilder(READ); d.UseSslClientAuthenticationOptionsCallback(o => { o.ClientCertificates = new(); o.RemoteCertificateValidationCallback = " + Pinning + "; });")]
    [InlineData("using var c = new NpgsqlConnection(READ) { UserCertificateValidationCallback = " + Pinning + " };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(READ); var d = new NpgsqlDataSourceBuilder(b.ConnectionString); d.UseUserCertificateValidationCallback(" + Pinning + ");")]
    public Task What_its_own_object_validates_is_silent(string statement) => Silent(
        """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Require" } }""",
        code: "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args);\n" + Reading(statement, null));

    /// <summary>Where somebody else goes on with it, or nobody is seen to take it, the words of the program must do.</summary>
    [Theory]
    [InlineData("Console.WriteLine(READ); static NpgsqlConnection Pinned(string text) => new(text) { UserCertificateValidationCallback = " + Pinning + " };")]
    [InlineData("_ = new Store(builder.Configuration).Pinned(); class Store(IConfiguration config) { NpgsqlConnection Open() { var c = new NpgsqlConnection(CONFIG); return c; } public NpgsqlConnection Pinned() { var c = Open(); c.UserCertificateValidationCallback = " + Pinning + "; return c; } }")]
    [InlineData("_ = new Store(builder.Configuration).Pinned(); class Store(IConfiguration config) { NpgsqlDataSourceBuilder Shop => new(CONFIG); public NpgsqlDataSource Pinned() => Shop.UseUserCertificateValidationCallback(" + Pinning + ").Build(); }")]
    [InlineData("_ = new Store(builder.Configuration).Pinned(); class Store(IConfiguration config) { string Text() => new NpgsqlConnectionStringBuilder(CONFIG) { Timeout = 5 }.ConnectionString; public NpgsqlConnection Pinned() => new(Text()) { UserCertificateValidationCallback = " + Pinning + " }; }")]
    public Task What_is_validated_elsewhere_is_silent(string statement) => Silent(
        """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Require" } }""",
        code: "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args);\n" + Reading(statement, null));

    private static string Reading(string statement, string? rule)
    {
        var (before, after) = rule is null ? ("", "") : ("{|" + rule + ":", "|}");
        return statement.Replace("READ", before + "builder.Configuration.GetConnectionString(\"Shop\")" + after, StringComparison.Ordinal)
            .Replace("CONFIG", before + "config.GetConnectionString(\"Shop\")" + after, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_all_drivers_leave_open_is_found() => Verify.Finds<ConfigurationFamily>(
        "public static class Nothing;", ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.MicrosoftSqlClient, Packages.SystemSqlClient]), options: null,
        test => test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db.example.com;{|DIT0303:TrustServerCertificate=True|}" } }""")));

    [Fact]
    public Task What_only_development_reads_is_silent() => Silent(
        """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }""",
        code: """
            using Npgsql;
            var builder = WebApplication.CreateBuilder(args);
            if (builder.Environment.IsDevelopment())
                _ = new NpgsqlConnection(builder.Configuration.GetConnectionString("Shop"));
            """);

    private const string TwoNames = """{ "ConnectionStrings": { "DevDb": "Host=dev.example;SSL Mode=Disable", "ProdDb": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }""";

    /// <summary>The name is chosen: production reads one, and the other is read in development only.</summary>
    [Theory]
    [InlineData("_ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(env.IsDevelopment() ? \"DevDb\" : \"ProdDb\")|});")]
    [InlineData("_ = new NpgsqlConnection({|DIT0301:config[\"ConnectionStrings:\" + (env.IsDevelopment() ? \"DevDb\" : \"ProdDb\")]|});")]
    [InlineData("var name = env.IsProduction() ? \"ProdDb\" : \"DevDb\"; _ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(name)|});")]
    [InlineData("var name = \"DevDb\"; if (!env.IsDevelopment()) name = \"ProdDb\"; _ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(name)|});")]
    [InlineData("string name; if (env.IsDevelopment()) { name = \"DevDb\"; } else { name = \"ProdDb\"; } _ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(name)|});")]
    [InlineData("var name = env.IsDevelopment() switch { true => \"DevDb\", false => \"ProdDb\" }; _ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(name)|});")]
    [InlineData("var name = env.EnvironmentName switch { \"Development\" => \"DevDb\", _ => \"ProdDb\" }; _ = new NpgsqlConnection({|DIT0301:config[$\"ConnectionStrings:{name}\"]|});")]
    [InlineData("string Name() => env.IsDevelopment() ? \"DevDb\" : \"ProdDb\"; _ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(Name())|});")]
    [InlineData("NpgsqlConnection Open(string name) => new({|DIT0301:config.GetConnectionString(name)|}); if (env.IsDevelopment()) Open(\"DevDb\"); else Open(\"ProdDb\");")]
    [InlineData("_ = new NpgsqlConnection(env.IsDevelopment() ? config.GetConnectionString(\"DevDb\") : {|DIT0301:config.GetConnectionString(\"ProdDb\")|});")]
    public Task The_name_may_be_chosen(string statement) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args); var config = builder.Configuration; var env = builder.Environment;\n" + statement, ("appsettings.json", TwoNames));

    /// <summary>The other way round, as a mistake has it; and where nothing is known of the name.</summary>
    [Theory]
    [InlineData("_ = new NpgsqlConnection({|DIT0301:config.GetConnectionString(env.IsDevelopment() ? \"ProdDb\" : \"DevDb\")|});", false)]
    [InlineData("_ = new NpgsqlConnection({|DIT0301:{|DIT0301:config.GetConnectionString(args.Length > 0 ? \"ProdDb\" : \"DevDb\")|}|});", true)]
    public Task What_production_may_read_is_found(string statement, bool both) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args); var config = builder.Configuration; var env = builder.Environment;\n" + statement,
        ("appsettings.json", "{ \"ConnectionStrings\": { \"DevDb\": \"Host=dev.example;{|DIT0301:SSL Mode=Disable|}\", \"ProdDb\": \"Host=db;" + (both ? "{|DIT0301:SSL Mode=Disable|}" : "SSL Mode=Disable") + "\" } }"));

    /// <summary>The whole configuration becomes an object of the program's own.</summary>
    [Theory]
    [InlineData("var settings = {|DIT0303:config.Get<AppSettings>()|}; _ = new NpgsqlConnection(settings!.Database.Connection);")]
    [InlineData("new Store({|DIT0303:config.Get<AppSettings>()|}!).Open(); class Store(AppSettings settings) { public NpgsqlConnection Open() => new(settings.Database.Connection); }")]
    [InlineData("var settings = new AppSettings(); {|DIT0303:config.Bind(settings)|}; _ = new NpgsqlConnection(settings.Database.Connection);")]
    [InlineData("{|DIT0303:builder.Services.Configure<AppSettings>(builder.Configuration)|}; class Store(Microsoft.Extensions.Options.IOptions<AppSettings> options) { public NpgsqlConnection Open() => new(options.Value.Database.Connection); }")]
    [InlineData("{|DIT0303:builder.Services.AddOptions<AppSettings>().Bind(config)|}; class Store(Microsoft.Extensions.Options.IOptions<AppSettings> options) { public NpgsqlConnection Open() => new(options.Value.Database.Connection); }")]
    public Task A_class_may_be_bound_to_the_whole_configuration(string statement) => Finds(
        "using Npgsql;\nvar builder = WebApplication.CreateBuilder(args); var config = builder.Configuration;\n" + statement
            + " class AppSettings { public DatabaseSettings Database { get; set; } = new(); } class DatabaseSettings { public string Connection { get; set; } = \"\"; }",
        ("appsettings.json", """{ "database": { "connection": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}" } }"""));

    [Fact]
    public Task A_table_of_connection_strings_is_followed_by_its_keys() => Finds(
        """
        using Npgsql;
        var builder = WebApplication.CreateBuilder(args);
        var settings = {|DIT0303:builder.Configuration.Get<AppSettings>()|};
        _ = new NpgsqlConnection(settings!.Databases["Shop"]);
        class AppSettings { public System.Collections.Generic.Dictionary<string, string> Databases { get; set; } = new(); }
        """,
        ("appsettings.json", """{ "Databases": { "Shop": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}", "Other": "Server=localhost;User Id=u;SslMode=Require" } }"""));

    [Fact]
    public Task What_the_bound_class_does_not_have_is_read_by_nobody() => Finds(
        """
        var builder = {|DIT0301:WebApplication.CreateBuilder(args)|};
        if (builder.Environment.IsDevelopment())
            _ = builder.Configuration.Get<AppSettings>();
        class AppSettings { public string Name { get; set; } = ""; }
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Fact]
    public Task What_production_replaces_by_something_secure_is_silent() => Finds(
        Program.Replace("{|DIT0301:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }"""),
        ("appsettings.Production.json", """{ "connectionStrings": { "shop": "Host=db;SSL Mode=VerifyFull" } }"""));

    [Fact]
    public Task What_production_replaces_by_something_insecure_is_reported_in_both() => Finds(
        Program.Replace("builder.Configuration.GetC", "{|DIT0301:builder.Configuration.GetC", StringComparison.Ordinal).Replace("\"Shop\")|}", "\"Shop\")|}|}", StringComparison.Ordinal),
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""),
        ("appsettings.Production.json", """{ "connectionStrings": { "shop": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Theory]
    [InlineData("transit_analyzers.ignored_files = appsettings*.json")]
    [InlineData("transit_analyzers.ignored_files = other.json, **/appsettings.json")]
    [InlineData("transit_analyzers.trusted_hosts = db")]
    public Task Options_silence(string options) => Silent("""{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }""", options: options);

    [Fact]
    public Task Development_environments_are_named_by_an_option() => Silent(
        """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }""", "appsettings.Lab.json", options: "transit_analyzers.development_environments = Lab, Rig");

    [Fact]
    public Task Development_files_are_judged_when_asked_for() => Finds(
        Program, "transit_analyzers.include_development_code = true",
        ("appsettings.Development.json", """{ "ConnectionStrings": { "Shop": "Host=db;{|DIT0301:SSL Mode=Disable|}" } }"""));

    [Fact]
    public Task A_file_that_the_code_names_is_judged() => Fixes(
        """
        using Npgsql;
        var configuration = new ConfigurationBuilder().AddJsonFile("config/shop.json", optional: true).Build();
        _ = new NpgsqlConnection({|DIT0301:configuration["Database"]|});
        """,
        ("config/shop.json", """{ "Database": "Host=db;{|DIT0301:SSL Mode=Disable|}" }"""),
        """{ "Database": "Host=db;SSL Mode=VerifyFull" }""");

    [Theory]
    [InlineData("$\"shop.{builder.Environment.EnvironmentName}.json\"", "shop.Production.json", true)]
    [InlineData("System.IO.Path.Combine(\"config\", \"shop.json\")", "config/shop.json", true)]
    [InlineData("$\"shop.{builder.Environment.EnvironmentName}.json\"", "shop.Development.json", false)]
    [InlineData("$\"shop.{builder.Environment.EnvironmentName}.json\"", "other.Production.json", false)]
    public Task Files_may_be_named_in_parts(string argument, string file, bool isFound) => Finds(
        $$"""
        var builder = {{(isFound ? "{|DIT0301:WebApplication.CreateBuilder(args)|}" : "WebApplication.CreateBuilder(args)")}};
        builder.Configuration.AddJsonFile({{argument}});
        """,
        (file, $$"""{ "Shop": "Host=db;{{(isFound ? "{|DIT0301:SSL Mode=Disable|}" : "SSL Mode=Disable")}}" }"""));

    [Fact]
    public Task Entity_Framework_may_be_given_the_name() => Finds(
        Program.Replace("builder.Configuration.GetConnectionString(\"Shop\")", "\"Name=ConnectionStrings:Shop\"", StringComparison.Ordinal).Replace("DIT0301", "DIT0303", StringComparison.Ordinal),
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}" } }"""));

    [Fact]
    public Task Aspire_is_given_the_name() => Finds(
        """
        var builder = Host.CreateApplicationBuilder(args);
        {|DIT0303:builder.AddNpgsqlDataSource("shop")|};
        static class Aspire { public static void AddNpgsqlDataSource(this IHostApplicationBuilder builder, string connectionName) { } }
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "shop": "Server=db;User Id=u;{|DIT0303:SslMode=Require|}" } }"""));

    [Fact]
    public Task A_release_transform_is_laid_over_the_base_file() => Finds(
        "public static class Nothing;",
        ("Web.config", """
            <configuration><connectionStrings>
              <add name="A" connectionString="Server=db;Encrypt=False" providerName="System.Data.SqlClient" />
              <add name="B" connectionString="Server=db;Encrypt=False" providerName="System.Data.SqlClient" />
              <add name="C" connectionString="Server=db;{|DIT0301:Encrypt=False|}" providerName="System.Data.SqlClient" />
            </connectionStrings></configuration>
            """),
        ("Web.Release.config", """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><connectionStrings>
              <add name="A" connectionString="Server=db;Encrypt=True" providerName="System.Data.SqlClient" xdt:Transform="SetAttributes" xdt:Locator="Match(name)" />
              <add name="B" xdt:Transform="Remove" xdt:Locator="Match(name)" />
            </connectionStrings></configuration>
            """),
        ("Web.Debug.config", """
            <configuration><connectionStrings><add name="A" connectionString="Server=db;Encrypt=False" providerName="System.Data.SqlClient" /></connectionStrings></configuration>
            """));

    [Fact]
    public Task Web_config_names_its_driver() => Fixes(
        """
        public static class Program
        {
            public static object Open() => {|DIT0301:ConfigurationManager.ConnectionStrings["Shop"]|}.ConnectionString;
        }
        public static class ConfigurationManager { public static Settings ConnectionStrings => new(); }
        public class Settings { public Setting this[string name] => new(); }
        public class Setting { public string ConnectionString => ""; }
        """,
        ("Web.config", """
            <configuration>
              <connectionStrings>
                <add name="Shop" providerName="System.Data.SqlClient"
                     connectionString="Server=db;Password=&quot;a;b&quot;;{|DIT0301:Encrypt=False|};Database=&amp;shop" />
                <!-- transit-analyzers: ignore DIT0301 the tunnel encrypts -->
                <add name="Archive" connectionString="Server=db;Encrypt=False" providerName="System.Data.SqlClient" />
              </connectionStrings>
            </configuration>
            """),
        """
        <configuration>
          <connectionStrings>
            <add name="Shop" providerName="System.Data.SqlClient"
                 connectionString="Server=db;Password=&quot;a;b&quot;;Encrypt=True;Database=&amp;shop" />
            <!-- transit-analyzers: ignore DIT0301 the tunnel encrypts -->
            <add name="Archive" connectionString="Server=db;Encrypt=False" providerName="System.Data.SqlClient" />
          </connectionStrings>
        </configuration>
        """);

    [Fact]
    public Task Env_files_are_mended() => Fixes(
        Program,
        (".env", """
            # the shop
            ASPNETCORE_URLS=http://localhost:8080
            export ConnectionStrings__Shop="Host=db.shop.example;Password=${PASSWORD};{|DIT0301:SSL Mode=Disable|}" # ours
            """),
        """
        # the shop
        ASPNETCORE_URLS=http://localhost:8080
        export ConnectionStrings__Shop="Host=db.shop.example;Password=${PASSWORD};SSL Mode=VerifyFull" # ours
        """);

    [Fact]
    public Task Compose_files_are_mended() => Fixes(
        Program,
        ("docker-compose.yml", """
            services:
              web:
                environment:
                  - ConnectionStrings__Shop=Host=db.shop.example;Password=${PASSWORD};{|DIT0301:SSL Mode=Disable|}
              dev:
                environment:
                  ASPNETCORE_ENVIRONMENT: Development
                  ConnectionStrings__Shop: Host=db.shop.example;SSL Mode=Disable
            """),
        """
        services:
          web:
            environment:
              - ConnectionStrings__Shop=Host=db.shop.example;Password=${PASSWORD};SSL Mode=VerifyFull
          dev:
            environment:
              ASPNETCORE_ENVIRONMENT: Development
              ConnectionStrings__Shop: Host=db.shop.example;SSL Mode=Disable
        """);

    [Theory]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "http": { "environmentVariables": { "ConnectionStrings__Shop": "Host=db.shop.example;{|DIT0301:SSL Mode=Disable|}" } } } }""")]
    [InlineData("local.settings.json", """{ "IsEncrypted": false, "Values": { "ConnectionStrings__Shop": "Host=db.shop.example;{|DIT0301:SSL Mode=Disable|}" } }""")]
    [InlineData("secrets.json", """{ "ConnectionStrings:Shop": "Host=db.shop.example;{|DIT0301:SSL Mode=Disable|}" }""")]
    public Task What_starts_the_program_for_its_developer_is_judged_on_request(string file, string text) =>
        Finds(Program, "transit_analyzers.include_development_code = true", (file, text));

    /// <summary>What a compose file starts is reached over a virtual network of the machine: told, and no warning.</summary>
    [Theory]
    [InlineData("db", DiagnosticSeverity.Info)]
    [InlineData("shop-database", DiagnosticSeverity.Info)]
    [InlineData("db.shop.example", DiagnosticSeverity.Warning)]
    [InlineData("db,other.shop.example", DiagnosticSeverity.Warning)]
    public Task What_is_started_beside_the_program_is_told(string host, DiagnosticSeverity severity) => Verify.Finds<ConfigurationFamily>(
        "public static class Nothing;", References, options: null, test =>
        {
            test.TestState.AdditionalFiles.Add(("compose.yaml", $"""
                services:
                  web:
                    environment:
                      ConnectionStrings__Shop: Host={host};Username=u;[|#0:SSL Mode=Disable|]
                  db:
                    image: postgres
                    container_name: "shop-database"
                """.Replace("[|#0:", "{|#0:", StringComparison.Ordinal).Replace("Disable|]", "Disable|}", StringComparison.Ordinal)));
            test.ExpectedDiagnostics.Add(new DiagnosticResult("DIT0301", severity).WithLocation(0).WithArguments("SSL Mode=Disable", "", "use 'SSL Mode=VerifyFull'"));
        });

    [Theory]
    [InlineData("http://scaler.example.com:8080/api")]
    [InlineData("tcp://scaler.example.com:8080")]
    [InlineData("ws://scaler.example.com/feed")]
    public Task Addresses_of_no_known_client_are_silent(string address) => Silent($$"""{ "Scaler": { "Url": "{{address}}" } }""");

    [Theory]
    [InlineData("docker-compose.override.yml")]
    [InlineData("docker-compose.dev.yaml")]
    [InlineData("deployment.yml")]
    public Task Other_yaml_is_silent(string file) => Silent("environment:\n  ConnectionStrings__Shop: Host=db;SSL Mode=Disable", file);

    [Theory]
    [InlineData(".env.example")]
    [InlineData(".env.development")]
    [InlineData(".env.local")]
    [InlineData(".environment")]
    public Task Other_env_files_are_silent(string file) => Silent("ConnectionStrings__Shop=Host=db;SSL Mode=Disable", file);

    [Fact]
    public Task A_malformed_file_is_said_once() => Finds(
        "public static class Nothing;",
        ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" {|DIT0002:"|}B": 1 } }"""));

    private static Task Silent(string text, string file = "appsettings.json", string? options = null, string? code = null) =>
        Finds(code ?? Program.Replace("{|DIT0301:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal), options, (file, text));

    private static Task Finds(string code, params (string Name, string Text)[] files) => Finds(code, null, files);

    private static Task Finds(string code, string? options, params (string Name, string Text)[] files) => Verify.Finds<ConfigurationFamily>(
        (Usings + code).ReplaceLineEndings("\n"), References, options, test =>
        {
            foreach (var (name, text) in files)
                test.TestState.AdditionalFiles.Add((name, text));
        });

    private static Task Fixes(string code, (string Name, string Text) file, string mended) => Verify.Fixes<ConfigurationFamily, NotEncryptedFix>(
        (Usings + code).ReplaceLineEndings("\n"),
        (Usings + code).ReplaceLineEndings("\n").Replace("{|DIT0301:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
        references: References,
        with: test =>
        {
            test.TestState.AdditionalFiles.Add((file.Name, file.Text));
            test.FixedState.AdditionalFiles.Add((file.Name, mended));
        });
}
