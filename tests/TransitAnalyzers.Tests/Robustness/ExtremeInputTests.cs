using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>Deep and huge inputs: no overflow of the stack, no hang, and time that grows as the input does.</summary>
public sealed class ExtremeInputTests
{
    private const int Deep = 100_000;

    private const string Reader = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;

        var builder = WebApplication.CreateBuilder(args);
        var connection = builder.Configuration.GetConnectionString("Shop");
        builder.Build().Run();
        """;

    [Theory]
    [InlineData("appsettings.json", "[", "]")]
    [InlineData("appsettings.json", "{\"a\":", "}")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\":", "}")]
    [InlineData("appsettings.json", "[", "")]
    [InlineData("appsettings.json", "/*", "")]
    [InlineData("appsettings.json", "\"", "")]
    [InlineData("web.config", "<a>", "</a>")]
    [InlineData("web.config", "<configuration>", "")]
    [InlineData("docker-compose.yml", "[", "]")]
    [InlineData("docker-compose.yml", "- ", "")]
    [InlineData(".env", "${A", "}")]
    public Task Deep_files(string name, string open, string close) => Trial.RunAsync(
        name, Reader, (name, Repeat(open, Deep) + Repeat(close, Deep)));

    [Theory]
    [InlineData(20)]
    public async Task Huge_file(int megabytes)
    {
        var watch = Stopwatch.StartNew();
        await Trial.RunAsync("huge", Reader, ("appsettings.json", Settings(megabytes * 1_000_000)));
        // Half a minute on a quiet machine. Only a hang takes so long; how time grows is tested below.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), $"{megabytes} MB took {watch.Elapsed}.");
    }

    [Fact]
    public Task Time_grows_as_a_file_does() => GrowsLinearlyAsync(size => (Reader, [("appsettings.json", Settings(size * 100_000))]), 4);

    [Fact]
    public Task Time_grows_as_the_number_of_findings_in_a_file_does() => GrowsLinearlyAsync(
        size => (Reader, [("appsettings.json", $$"""{ "ConnectionStrings": { {{string.Join(",", Enumerable.Range(0, size * 200).Select(i => $"\"A{i}\": \"Host=db{i};SSL Mode=Disable\""))}} } }""")]), 4);

    [Fact]
    public Task Time_grows_as_a_method_does() => GrowsLinearlyAsync(
        size => ($"class C {{ void M(System.Net.Http.HttpClientHandler h) {{ {Repeat("h.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;\n", size * 150)} }} }}", []), 4);

    [Fact]
    public Task Time_grows_as_the_number_of_methods_does() => GrowsLinearlyAsync(
        size => ($"class C {{ {string.Concat(Enumerable.Range(0, size * 150).Select(i => $"void M{i}(Npgsql.NpgsqlConnection c) {{ var local = \"Host=db;SSL Mode=Disable\"; c.ConnectionString = local; M{i / 2}(c); }}\n"))} }}", []), 4);

    // As deep as Roslyn itself survives, and no deeper than it takes it a few seconds.
    [Theory]
    [InlineData("a sum", "var x = 1", " + 1", ";", 30_000)]
    [InlineData("a text", "var c = new Npgsql.NpgsqlConnection(\"Host=db\"", " + \";SSL Mode=Disable\"", ");", 3_000)]
    [InlineData("conditions", "var x = true", " && true", ";", Deep)]
    [InlineData("calls", "var x = new System.Text.StringBuilder()", ".Append(1)", ";", 1_500)]
    [InlineData("parentheses", "var x = ", "(", "1", 400)]
    [InlineData("negations", "var x = ", "!", "true;", 1_000)]
    [InlineData("lambdas", "System.Net.Security.RemoteCertificateValidationCallback x = (a, b, c, d) => ", "d == 0 || ", "true;", 30_000)]
    [InlineData("blocks", "", "{", "", 400)]
    [InlineData("conditions in a row", "var n = 0;", "if (n == 1) n++; else ", "n--;", 400)]
    [InlineData("statements", "var n = 0;", "if (n == 1) { n++; }\n", "", 20_000)]
    [InlineData("initializers", "object o = ", "new object[] { ", "", 400)]
    [InlineData("conditional operators", "var n = 0; var s = ", "n == 1 ? \"http://a.example/\" : ", "\"b\";", 400)]
    [InlineData("null coalescing", "string? n = null; var s = ", "n ?? ", "\"http://a.example/\";", 400)]
    [InlineData("callback", "System.Net.Security.RemoteCertificateValidationCallback x = (a, b, c, d) => { var n = 0;", "if (n++ == 1) { n--; } ", "return true; };", 2_000)]
    public Task Deep_code(string what, string begin, string middle, string end, int times) => Trial.RunAsync(
        what, $"class C {{ void M() {{ {begin}{Repeat(middle, times)}{end} }} }}");

    [Fact]
    public Task Code_that_refers_to_itself() => Trial.RunAsync("cycles", """
        using System;
        using System.Net.Http;
        using System.Net.Security;

        class C
        {
            const string A = B;
            const string B = A;
            static string F => G;
            static string G => F;
            readonly string h = new C().h;
            static Func<bool> Callback = () => Callback();
            RemoteCertificateValidationCallback One => Two;
            RemoteCertificateValidationCallback Two => One;
            bool Validate(object a, object b, object c, SslPolicyErrors d) => Validate(a, b, c, d);

            void M(HttpClientHandler handler, SslStream stream, Npgsql.NpgsqlConnection connection)
            {
                handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => Validate(a, b, c, d);
                var options = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = One };
                options.RemoteCertificateValidationCallback = options.RemoteCertificateValidationCallback;
                string local = local + A;
                connection.ConnectionString = A + F + h + local;
                connection.ConnectionString = connection.ConnectionString;
                void Inner() => Other();
                void Other() => Inner();
                Inner();
                new HttpClient().GetAsync(F);
            }
        }

        class D : D;
        interface I : J;
        interface J : I;
        """);

    /// <summary>Ten times the input takes at most so many times as long as linear growth allows; the least of several rounds counts.</summary>
    private static async Task GrowsLinearlyAsync(Func<int, (string Code, (string, string)[] Files)> input, int tolerance)
    {
        const int Factor = 8;
        await TimeAsync(input(1), 1);
        var small = await TimeAsync(input(4), 3);
        var large = await TimeAsync(input(4 * Factor), 2);
        // Below this, what is measured is the clock and the garbage collector.
        var floor = TimeSpan.FromMilliseconds(40);
        var allowed = (small > floor ? small : floor) * Factor * tolerance;
        Assert.True(large < allowed, $"{Factor} times the input took {large.TotalMilliseconds:N0} ms instead of {small.TotalMilliseconds:N0} ms.");
    }

    private static async Task<TimeSpan> TimeAsync((string Code, (string, string)[] Files) input, int rounds)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var project = await Trial.ProjectAsync(input.Code, input.Files);
            var compilation = (await project.GetCompilationAsync())!;
            compilation.GetDiagnostics();
            var watch = Stopwatch.StartNew();
            await Trial.AnalyzeAsync(project);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static string Settings(int characters)
    {
        var text = new StringBuilder("{ \"ConnectionStrings\": { \"Shop\": \"Host=db;SSL Mode=Disable\" }");
        for (var i = 0; text.Length < characters; i++)
            text.Append(", \"Section").Append(i).Append("\": { \"Name\": \"value ").Append(i).Append("\", \"Url\": \"https://shop.example/\", \"List\": [1, true, null, \"x\"] }");
        return text.Append('}').ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
