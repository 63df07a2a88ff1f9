using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>DIT0301 in literals of every kind, as Npgsql and both drivers of SQL Server read them.</summary>
public sealed class NotEncryptedTests
{
    private const string Usings = "using System; using Npgsql; using Microsoft.Data.SqlClient;\n";

    private static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [Packages.Npgsql, Packages.MicrosoftSqlClient, Packages.SystemSqlClient]);

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnection("Host=db.example.com;Username=u;[|SSL Mode=Disable|]");""",
        """_ = new NpgsqlConnection("Host=db.example.com;Username=u;SSL Mode=VerifyFull");""")]
    [InlineData(
        """_ = new NpgsqlConnection("Host=db.example.com;[|sslmode=disable|];Username=u");""",
        """_ = new NpgsqlConnection("Host=db.example.com;sslmode=VerifyFull;Username=u");""")]
    [InlineData(
        """_ = new NpgsqlConnection(@"Host=db.example.com;Passfile=C:\pg;[|SslMode = 'Disable'|] ;");""",
        """_ = new NpgsqlConnection(@"Host=db.example.com;Passfile=C:\pg;SslMode = 'VerifyFull' ;");""")]
    [InlineData(
        """_ = new NpgsqlConnection("Host=db.example.com;Passfile=C:\\pg\t;[|SSL Mode=Disable|];Trust Server Certificate=true");""",
        """_ = new NpgsqlConnection("Host=db.example.com;Passfile=C:\\pg\t;SSL Mode=VerifyFull");""")]
    [InlineData(
        """var h = args[0]; _ = new NpgsqlConnection($"Host={h};Username=u;[|SSL Mode=Disable|]");""",
        """var h = args[0]; _ = new NpgsqlConnection($"Host={h};Username=u;SSL Mode=VerifyFull");""")]
    [InlineData(
        """_ = new NpgsqlConnection("Host=db.example.com;" + "[|SSL Mode=Disable|]" + ";Username=" + args[0]);""",
        """_ = new NpgsqlConnection("Host=db.example.com;" + "SSL Mode=VerifyFull" + ";Username=" + args[0]);""")]
    [InlineData(
        """_ = new NpgsqlConnection(string.Format("Host={0};Username={1};[|SSL Mode=Disable|]", args[0], args[1]));""",
        """_ = new NpgsqlConnection(string.Format("Host={0};Username={1};SSL Mode=VerifyFull", args[0], args[1]));""")]
    [InlineData(
        """_ = new SqlConnection("Server=tcp:db.example.com,1433;Database=d;[|Encrypt=False|];TrustServerCertificate=True");""",
        """_ = new SqlConnection("Server=tcp:db.example.com,1433;Database=d;Encrypt=True;TrustServerCertificate=False");""")]
    [InlineData(
        """_ = new SqlConnection("Server=db.example.com;Encrypt=true;[|Encrypt=Optional|]");""",
        """_ = new SqlConnection("Server=db.example.com;Encrypt=true;Encrypt=True");""")]
    [InlineData(
        """_ = new System.Data.SqlClient.SqlConnection("Server=db.example.com;[|Encrypt=no|]");""",
        """_ = new System.Data.SqlClient.SqlConnection("Server=db.example.com;Encrypt=True");""")]
    public Task In_a_statement(string statement, string mended) => Fixes(statement, mended);

    [Theory]
    [InlineData(
        "_ = new NpgsqlConnection(\"\"\"\n    Host=db.example.com;\n    Username=u;\n    [|SSL Mode=Disable|]\n    \"\"\");",
        "_ = new NpgsqlConnection(\"\"\"\n    Host=db.example.com;\n    Username=u;\n    SSL Mode=VerifyFull\n    \"\"\");")]
    [InlineData(
        "_ = new NpgsqlConnection($\"\"\"\n    Host={args[0]};\n    Username=u;\n    [|SSL Mode=Disable|];\n    Database={args[1]}\n    \"\"\");",
        "_ = new NpgsqlConnection($\"\"\"\n    Host={args[0]};\n    Username=u;\n    SSL Mode=VerifyFull;\n    Database={args[1]}\n    \"\"\");")]
    [InlineData(
        "_ = new NpgsqlConnection(\"\"\"Host=db.example.com;[|SSL Mode=Disable|]\"\"\");",
        "_ = new NpgsqlConnection(\"\"\"Host=db.example.com;SSL Mode=VerifyFull\"\"\");")]
    [InlineData(
        "_ = new NpgsqlConnection($@\"Host={args[0]};Search Path=\"\"a\"\";[|SSL Mode=Disable|]\");",
        "_ = new NpgsqlConnection($@\"Host={args[0]};Search Path=\"\"a\"\";SSL Mode=VerifyFull\");")]
    public Task In_raw_and_verbatim_literals(string statement, string mended) => Fixes(statement, mended);

    [Theory]
    [InlineData("""const string Text = "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(Text);""")]
    [InlineData("""var text = "Host=db.example.com;"; text += "[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""string text; text = "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = args.Length > 0 ? args[0] : "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = Environment.GetEnvironmentVariable("DB") ?? "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""_ = new NpgsqlConnection(new System.Text.StringBuilder("Host=db.example.com;").Append("[|SSL Mode=Disable|]").ToString());""")]
    [InlineData("""var b = new System.Text.StringBuilder(); b.Append("Host=").Append(args[0]).Append(';'); b.Append("[|SSL Mode=Disable|]"); _ = new NpgsqlConnection(b.ToString());""")]
    [InlineData("""_ = new NpgsqlConnection { ConnectionString = "Host=db.example.com;[|SSL Mode=Disable|]" };""")]
    [InlineData("""var c = new NpgsqlConnection(); c.ConnectionString = "Host=db.example.com;[|SSL Mode=Disable|]";""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;[|SSL Mode=Disable|]");""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder(connectionString: "Host=db.example.com;[|SSL Mode=Disable|]");""")]
    [InlineData("""_ = NpgsqlDataSource.Create("Host=db.example.com;[|SSL Mode=Disable|]");""")]
    [InlineData("""NpgsqlConnection Open(string text) => new(text); _ = Open("Host=db.example.com;[|SSL Mode=Disable|]");""")]
    [InlineData("""NpgsqlConnection Open(string text = "Host=db.example.com;[|SSL Mode=Disable|]") => new(text); _ = Open();""")]
    [InlineData("""string Text(string host) => $"Host={host};[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(Text("db.example.com"));""")]
    [InlineData("""_ = new NpgsqlConnection(string.Join(";", "Host=db.example.com", "[|SSL Mode=Disable|]"));""")]
    [InlineData("""var parts = new[] { "Host=db.example.com", "[|SSL Mode=Disable|]" }; _ = new NpgsqlConnection(string.Join(";", parts));""")]
    [InlineData("""var parts = new System.Collections.Generic.List<string> { "Host=db.example.com", "[|SSL Mode=Disable|]" }; _ = new NpgsqlConnection(string.Join(';', parts));""")]
    [InlineData("""var all = new System.Collections.Generic.Dictionary<string, string> { ["shop"] = "Host=db.example.com;[|SSL Mode=Disable|]", ["x"] = "" }; _ = new NpgsqlConnection(all["shop"]);""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={(args.Length > 0 ? "VerifyFull" : "[|Disable|]")}");""")]
    [InlineData("""System.Data.IDbConnection c = new NpgsqlConnection(); c.ConnectionString = "Host=db.example.com;" + "[|SSL Mode=Disable|]";""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;[|SSL Mode=Disable|]") { Timeout = 5 };""")]
    [InlineData("""_ = new NpgsqlConnection(string.Concat("Host=db.example.com;", "[|SSL Mode=Disable|]"));""")]
    [InlineData("""_ = new NpgsqlConnection("Host=a.example.com,localhost;[|SSL Mode=Disable|]");""")]
    [InlineData("""_ = new NpgsqlConnection("[|SSL Mode=Disable|];Host=10.1.2.3:5433");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;[|SSL Mode=0|]");""")]
    [InlineData("""_ = new SqlConnection("Data Source=db\\SQLEXPRESS;[|Encrypt=false|]");""")]
    // A list that is filled first, and a text of which parts are replaced.
    [InlineData("""var p = new System.Collections.Generic.List<string> { "Host=db.example.com", args[0] }; p.Add("[|SSL Mode=Disable|]"); _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""var p = new System.Collections.Generic.List<string>(); p.Add("Host=db.example.com"); p.Add("[|SSL Mode=Disable|]"); _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""string[] p = ["Host=db.example.com", "[|SSL Mode=Disable|]"]; _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""_ = new NpgsqlConnection("Host={host};[|SSL Mode=Disable|]".Replace("{host}", args[0]));""")]
    [InlineData("""_ = new SqlConnection("Server=localhost;Database=d;[|Encrypt=False|]".Replace("localhost", "db.example.com"));""")]
    [InlineData("""var text = args[0]; text += ";[|Encrypt=False|]"; _ = new SqlConnection(text);""")]
    // A parameter that is changed before it is used.
    [InlineData("""SqlConnection M(string text) { text += ";[|Encrypt=False|]"; return new SqlConnection(text); }""")]
    [InlineData("""SqlConnection M(string text) { text = text + ";[|Encrypt=False|]"; return new SqlConnection(text); }""")]
    [InlineData("""SqlConnection M(string text) { if (string.IsNullOrEmpty(text)) text = "Server=db.example.com;[|Encrypt=False|]"; return new SqlConnection(text); }""")]
    [InlineData("""Func<string, SqlConnection> open = text => { text = $"{text};[|Encrypt=False|]"; return new SqlConnection(text); };""")]
    [InlineData("""var text = "Server=db.example.com"; text = text + ";[|Encrypt=False|]"; _ = new SqlConnection(text);""")]
    [InlineData("""_ = new SqlConnection("Server=db.example.com;[|Encrypt=False|];".TrimEnd(';').ToLowerInvariant());""")]
    // The default of a parameter that is a record's property.
    [InlineData("""_ = new NpgsqlConnection(new Shop("db.example.com").Text); record Shop(string Host, string Mode = "[|Disable|]") { public string Text => $"Host={Host};SSL Mode={Mode}"; }""")]
    public Task Wherever_it_comes_from(string statement) => Finds(statement);

    [Theory]
    [InlineData("""
        _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={SslMode.[|Disable|]}");
        """, """
        _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={SslMode.VerifyFull}");
        """)]
    [InlineData("""
        _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={nameof(SslMode.[|Disable|])}");
        """, """
        _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={nameof(SslMode.VerifyFull)}");
        """)]
    [InlineData("""
        _ = new NpgsqlConnection("Host=db.example.com;SSL Mode=" + SslMode.[|Disable|]);
        """, """
        _ = new NpgsqlConnection("Host=db.example.com;SSL Mode=" + SslMode.VerifyFull);
        """)]
    [InlineData("""
        _ = new NpgsqlConnection(string.Format("Host={0};SSL Mode={1}", args[0], SslMode.[|Disable|].ToString()));
        """, """
        _ = new NpgsqlConnection(string.Format("Host={0};SSL Mode={1}", args[0], SslMode.VerifyFull.ToString()));
        """)]
    [InlineData("""
        const SslMode mode = SslMode.[|Disable|]; _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={mode}");
        """, """
        const SslMode mode = SslMode.VerifyFull; _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={mode}");
        """)]
    [InlineData("""
        var encrypt = [|false|]; _ = new SqlConnection($"Server=db.example.com;Encrypt={encrypt}");
        """, """
        var encrypt = true; _ = new SqlConnection($"Server=db.example.com;Encrypt={encrypt}");
        """)]
    [InlineData(
        """_ = new SqlConnection($"Server=db.example.com;Encrypt={bool.[|FalseString|]}");""",
        """_ = new SqlConnection($"Server=db.example.com;Encrypt={bool.TrueString}");""")]
    [InlineData(
        """_ = new NpgsqlConnection($"Host=db.example.com;{nameof(NpgsqlConnectionStringBuilder.SslMode)}={nameof(SslMode.[|Disable|])}");""",
        """_ = new NpgsqlConnection($"Host=db.example.com;{nameof(NpgsqlConnectionStringBuilder.SslMode)}={nameof(SslMode.VerifyFull)}");""")]
    public Task Constants_have_their_names_in_a_text(string statement, string mended) => Fixes(statement, mended);

    [Theory]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={SslMode.VerifyFull}");""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={nameof(SslMode.VerifyFull)}");""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=localhost;SSL Mode={SslMode.Disable}");""")]
    [InlineData("""var mode = Enum.Parse<SslMode>(args[0]); _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={mode}");""")]
    [InlineData("""var mode = args.Length > 0 ? SslMode.Disable : SslMode.VerifyFull; _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={mode}");""")]
    [InlineData("""void Open(SslMode mode) => _ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={mode}"); Open(SslMode.VerifyFull);""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={nameof(args)}");""")]
    [InlineData("""_ = new NpgsqlConnection(new Shop("db.example.com", "VerifyFull").Text); record Shop(string Host, string Mode = "Disable") { public string Text => $"Host={Host};SSL Mode={Mode}"; }""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=Disable".Replace("Disable", "VerifyFull"));""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode={mode}".Replace("{mode}", args[0]));""")]
    [InlineData("""_ = new SqlConnection("Server=__HOST__;Database=d;Encrypt=False".Replace("__HOST__", "localhost"));""")]
    [InlineData("""var p = new System.Collections.Generic.List<string> { "Host=db.example.com", args[0] }; p.Add("SSL Mode=VerifyFull"); _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""var p = new System.Collections.Generic.List<string> { "Host=db.example.com" }; if (args.Length > 0) p.Add("SSL Mode=VerifyFull"); _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""var p = new System.Collections.Generic.List<string> { "Host=db.example.com" }; p.AddRange(args); _ = new NpgsqlConnection(string.Join(";", p));""")]
    [InlineData("""_ = new SqlConnection($"Server=db.example.com;{nameof(SqlConnectionStringBuilder.TrustServerCertificate)}={bool.FalseString};Encrypt={bool.TrueString}");""")]
    [InlineData("""SqlConnection M(string text) { text += ";Encrypt=False"; text += ";Encrypt=True"; return new SqlConnection(text); }""")]
    [InlineData("""SqlConnection M(string text) { if (text.Contains("localhost")) text += ";Encrypt=False"; return new SqlConnection(text); }""")]
    [InlineData("""SqlConnection M(string text) { text = "Server=db.example.com;Encrypt=False"; text = "Server=db.example.com;Encrypt=True"; return new SqlConnection(text); }""")]
    [InlineData("""_ = new Shop().Open(); class Shop { public SqlConnection Open() => Open("Server=db.example.com;Database=d;Encrypt=False"); private static SqlConnection Open(string text) { text += ";Encrypt=True"; return new SqlConnection(text); } }""")]
    public Task Other_values_do_not(string statement) => Verify.Silent<ConnectionFamily>(Usings + statement, References);

    [Theory]
    [InlineData("""var text = "Host=db.example.com;SSL Mode=Disable"; if (!IsDevelopment) text = args[0]; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = "Host=db.example.com;SSL Mode=Disable"; if (IsDevelopment) { Console.WriteLine("here"); } else { text = args[0]; } _ = new NpgsqlConnection(text);""")]
    [InlineData("""string text = "Host=db.example.com;SSL Mode=Disable"; if (!IsDevelopment) { text = args[0]; } NpgsqlConnection Open() => new(text); Open();""")]
    [InlineData("""var text = "Host=db.example.com;SSL Mode=Disable"; if (!IsDevelopment) { text = "Host=db.example.com;SSL Mode=VerifyFull"; } _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = "Host=db.example.com;SSL Mode=Disable"; if (!IsDevelopment) text = args[0]; Store.Open(text); static class Store { public static void Open(string text) { } }""")]
    [InlineData("""new Store(args[0]).Open(); class Store { private string text = "Host=db.example.com;SSL Mode=Disable"; public Store(string given) { text = given; } public NpgsqlConnection Open() => new(text); }""")]
    [InlineData("""new Store(args[0]).Open(); class Store { private readonly string text = "Host=db.example.com;SSL Mode=Disable"; public Store() : this("") { } public Store(string given) { if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") != "Development") text = given; } public NpgsqlConnection Open() => new(text); }""")]
    public Task What_production_replaces_before_it_is_used_is_silent(string statement) => Verify.Silent<ConnectionFamily>(Usings + InEnvironment(statement), References);

    [Theory]
    [InlineData("""var text = "Host=db.example.com;[|SSL Mode=Disable|]"; if (IsDevelopment) text = args[0]; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = args[0]; if (!IsDevelopment) text = "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = "Host=db.example.com;[|SSL Mode=Disable|]"; if (args.Length > 0) text = args[0]; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = "Host=db.example.com;[|SSL Mode=Disable|]"; _ = new NpgsqlConnection(text); if (!IsDevelopment) text = args[0]; Console.WriteLine(text);""")]
    [InlineData("""var text = "Host=db.example.com;[|SSL Mode=Disable|]"; foreach (var arg in args) text = arg; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var text = "Host=db.example.com;[|SSL Mode=Disable|]"; if (IsDevelopment) text = args[0]; Store.Open(text); static class Store { public static void Open(string text) { } }""")]
    [InlineData("""new Store().Open(); class Store { private string text = "Host=db.example.com;[|SSL Mode=Disable|]"; public Store() { } public Store(string given) { text = given; } public NpgsqlConnection Open() => new(text); }""")]
    [InlineData("""new Store("").Open(); class Store { private string text = "Host=db.example.com;[|SSL Mode=Disable|]"; public Store(string given) { if (given.Length > 0) text = given; } public NpgsqlConnection Open() => new(text); }""")]
    public Task What_is_replaced_in_development_or_at_times_is_found(string statement) => Finds(InEnvironment(statement));

    private static string InEnvironment(string statement) =>
        statement.Replace("IsDevelopment", "(Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\")", StringComparison.Ordinal);

    /// <summary>Each of many changes is read once, whatever the number of those before it.</summary>
    [Fact]
    public Task Many_changes_of_one_variable_are_read_in_time() => Finds(
        "SqlConnection M(string text) { " + string.Concat(Enumerable.Range(0, 300).Select(i => $"text = text + \";Application Name=a{i}\" + text.Length; ")) + """text = text + ";[|Encrypt=False|]"; return new SqlConnection(text); }""");

    [Theory]
    [InlineData(
        """var b = new DbConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "[|Disable|]" }; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new DbConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "VerifyFull" }; _ = new NpgsqlConnection(b.ConnectionString);""")]
    [InlineData(
        """var b = NpgsqlFactory.Instance.CreateConnectionStringBuilder(); b["Host"] = "db.example.com"; b["SSL Mode"] = "[|Disable|]"; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = NpgsqlFactory.Instance.CreateConnectionStringBuilder(); b["Host"] = "db.example.com"; b["SSL Mode"] = "VerifyFull"; _ = new NpgsqlConnection(b.ConnectionString);""")]
    [InlineData(
        """var b = new DbConnectionStringBuilder(); b.Add("Server", "db.example.com"); b.Add("Encrypt", [|false|]); var text = b.ToString(); _ = new SqlConnection(text);""",
        """var b = new DbConnectionStringBuilder(); b.Add("Server", "db.example.com"); b.Add("Encrypt", true); var text = b.ToString(); _ = new SqlConnection(text);""")]
    [InlineData(
        """var b = new DbConnectionStringBuilder { ConnectionString = args[0] }; b["SSL Mode"] = "[|Disable|]"; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new DbConnectionStringBuilder { ConnectionString = args[0] }; b["SSL Mode"] = "VerifyFull"; _ = new NpgsqlConnection(b.ConnectionString);""")]
    public Task A_builder_of_no_driver_says_what_the_driver_reads(string statement, string mended) => Fixes("using System.Data.Common; " + statement, "using System.Data.Common; " + mended);

    [Theory]
    [InlineData("""var b = new DbConnectionStringBuilder { ["Host"] = "localhost", ["SSL Mode"] = "Disable" }; _ = new NpgsqlConnection(b.ConnectionString);""")]
    [InlineData("""var b = new DbConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "Disable" }; b["SSL Mode"] = "VerifyFull"; _ = new NpgsqlConnection(b.ConnectionString);""")]
    [InlineData("""var b = new DbConnectionStringBuilder { ConnectionString = "Host=db.example.com;Username=u;SSL Mode=Disable" }; b["SSL Mode"] = "VerifyFull"; _ = new NpgsqlConnection(b.ToString());""")]
    [InlineData("""var b = new DbConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "Disable" }; Secure(b); _ = new NpgsqlConnection(b.ConnectionString); static void Secure(DbConnectionStringBuilder b) => b["SSL Mode"] = "VerifyFull";""")]
    [InlineData("""var b = new DbConnectionStringBuilder { ConnectionString = args[0] }; if (b.ContainsKey("Encrypt")) Console.WriteLine(b.ConnectionString);""")]
    public Task A_builder_of_no_driver_is_silent(string statement) => Verify.Silent<ConnectionFamily>("using System.Data.Common; " + Usings + statement, References);

    [Fact]
    public Task In_members_of_other_types() => Verify.Fixes<ConnectionFamily, NotEncryptedFix>(
        """
        using Npgsql;
        static class Settings
        {
            public const string Host = "Host=db.example.com;";
            public static readonly string Shop = Host + "[|SSL Mode=Disable|]"; // to be replaced
            public static string Stock => "Host=stock.example.com;[|SSL Mode=Disable|]";
            public static string Mail { get; set; } = "Host=mail.example.com;[|SSL Mode=Disable|]";
        }
        class Store
        {
            private readonly string text;
            public Store() { text = "Host=own.example.com;[|SSL Mode=Disable|]"; }
            void M() { _ = new NpgsqlConnection(Settings.Shop); _ = new NpgsqlConnection(Settings.Stock); _ = new NpgsqlConnection(Settings.Mail); _ = new NpgsqlConnection(text); }
        }
        """,
        """
        using Npgsql;
        static class Settings
        {
            public const string Host = "Host=db.example.com;";
            public static readonly string Shop = Host + "SSL Mode=VerifyFull"; // to be replaced
            public static string Stock => "Host=stock.example.com;SSL Mode=VerifyFull";
            public static string Mail { get; set; } = "Host=mail.example.com;SSL Mode=VerifyFull";
        }
        class Store
        {
            private readonly string text;
            public Store() { text = "Host=own.example.com;SSL Mode=VerifyFull"; }
            void M() { _ = new NpgsqlConnection(Settings.Shop); _ = new NpgsqlConnection(Settings.Stock); _ = new NpgsqlConnection(Settings.Mail); _ = new NpgsqlConnection(text); }
        }
        """,
        references: References);

    [Fact]
    public Task In_members_that_any_method_of_their_type_sets() => Verify.Finds<ConnectionFamily>(
        """
        using Npgsql;
        class Store
        {
            private string host;
            public string Tail { get; set; }
            void Start() { host = "Host=db.example.com;"; Tail = "{|DIT0301:SSL Mode=Disable|}"; }
            void M() { _ = new NpgsqlConnection(host + "Username=u;" + Tail); }
        }
        """,
        References);

    [Fact]
    public Task Through_extension_methods_of_stubs() => Verify.Finds<ConnectionFamily>(
        """
        using Microsoft.EntityFrameworkCore;
        var options = new DbContextOptionsBuilder();
        options.UseNpgsql("Host=db.example.com;{|DIT0301:SSL Mode=Disable|}");
        options.UseSqlServer("Server=db.example.com;{|DIT0301:Encrypt=False|}", o => o.ToString());
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContextOptionsBuilder;
            public static class Extensions
            {
                public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder b, string connectionString) => b;
                public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder b, string connectionString, System.Action<object> more) => b;
            }
        }
        """);

    [Fact]
    public Task Through_the_transport_of_NServiceBus() => Verify.Finds<ConnectionFamily>(
        """
        using NServiceBus;
        var transport = new TransportExtensions<RabbitMQTransport>();
        transport.ConnectionString("host=mq.example.com;{|DIT0301:useTls=false|}");
        transport.ConnectionString("{|DIT0301:amqp|}://mq.example.com");
        transport.ConnectionString("amqps://mq.example.com");
        _ = new RabbitMQTransport("classic", "{|DIT0304:host=mq.example.com|};username=u");
        _ = new RabbitMQTransport("classic", "host=mq.example.com;useTls=true");
        namespace NServiceBus
        {
            public class TransportExtensions<T>;
            public class RabbitMQTransport(string topology, string connectionString)
            {
                public string Text => topology + connectionString;
            }
            public static class Extensions
            {
                public static void ConnectionString(this TransportExtensions<RabbitMQTransport> transport, string connectionString) { }
            }
        }
        """);

    [Fact]
    public Task Through_the_builder_of_Oracle() => Verify.Finds<ConnectionFamily>(
        """
        using Oracle.ManagedDataAccess.Client;
        var first = new OracleConnectionStringBuilder { DataSource = "{|DIT0304:ora.example.com:1521/shop|}", UserID = "u" };
        var second = new OracleConnectionStringBuilder { DataSource = "tcps://ora.example.com:2484/shop", UserID = "u" };
        var third = new OracleConnectionStringBuilder { DataSource = "localhost:1521/shop", Password = "k7mQz20" };
        var builder = new OracleConnectionStringBuilder();
        builder.DataSource = "{|DIT0301:(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora.example.com)(PORT=1521)))|}";
        namespace Oracle.ManagedDataAccess.Client
        {
            public class OracleConnectionStringBuilder
            {
                public string DataSource { get; set; }
                public string UserID { get; set; }
                public string Password { get; set; }
            }
        }
        """);

    [Theory]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=VerifyFull");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=localhost;SSL Mode=Disable");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=127.0.0.1:5433;SSL Mode=Disable");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=/var/run/postgresql;SSL Mode=Disable");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=Disable;SslMode=VerifyFull");""")]
    [InlineData("""_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode={args[0]}");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;Colour=blue;SSL Mode=Disable");""")]
    [InlineData("""_ = new NpgsqlConnection("Host='db.example.com;SSL Mode=Disable");""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;Database='x;SSL Mode=Disable';SSL Mode=VerifyFull");""")]
    [InlineData("""_ = new NpgsqlConnection(args[0]);""")]
    [InlineData("""_ = new NpgsqlConnection("");""")]
    [InlineData("""var text = "Host=db.example.com;SSL Mode=Disable"; text = "Host=db.example.com;SSL Mode=VerifyFull"; _ = new NpgsqlConnection(text);""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b.SslMode = SslMode.VerifyFull; _ = new NpgsqlConnection(b.ToString());""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable") { SslMode = SslMode.VerifyFull };""")]
    [InlineData("""_ = new NpgsqlConnection("Host=<server>;Username=<user>;SSL Mode=Disable");""")]
    [InlineData("""_ = new SqlConnection(@"Server=(localdb)\MSSQLLocalDB;Encrypt=False");""")]
    [InlineData("""_ = new SqlConnection(@"Server=.\SQLEXPRESS;Encrypt=False");""")]
    [InlineData("""_ = new SqlConnection(@"Server=np:\\.\pipe\sql\query;Encrypt=False");""")]
    [InlineData("""_ = new SqlConnection("Server=db.example.com;Encrypt=Strict;TrustServerCertificate=True");""")]
    [InlineData("""_ = new SqlConnection("Server=db.example.com;Encrypt=Mandatory");""")]
    [InlineData("""_ = new SqlConnection("Server=db.example.com");""")]
    [InlineData("""Console.WriteLine("Host=db.example.com;SSL Mode=Disable");""")]
    public Task Is_silent(string statement) => Finds(statement);

    [Fact]
    public Task Trusted_hosts_are_silent() => Verify.Silent<ConnectionFamily>(
        """
        using Npgsql;
        _ = new NpgsqlConnection("Host=db.internal.example;SSL Mode=Disable");
        _ = new NpgsqlConnection("Host=10.20.30.40;SSL Mode=Disable");
        """,
        References, "transit_analyzers.trusted_hosts = *.internal.example, 10.20.0.0/16");

    private static Task Finds(string statement) => Verify.Finds<ConnectionFamily>(
        Usings + Named(statement), References);

    /// <summary>The family has several rules: the markup names the one that this class is about.</summary>
    private static string Named(string source) => source.Replace("[|", "{|DIT0301:").Replace("|]", "|}");

    private static Task Fixes(string statement, string mended) => Verify.Fixes<ConnectionFamily, NotEncryptedFix>(
        Usings + statement,
        Usings + mended,
        references: References);
}
