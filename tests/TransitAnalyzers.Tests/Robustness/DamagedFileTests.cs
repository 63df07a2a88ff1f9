using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>The same for configuration files, read by an application that uses them.</summary>
public sealed class DamagedFileTests
{
    private const int Trials = 600;

    private const string Reader = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;

        var builder = WebApplication.CreateBuilder(args);
        var connection = builder.Configuration.GetConnectionString("Shop");
        var url = builder.Configuration["Supplier:Url"];
        builder.Build().Run();
        """;

    [Fact]
    public async Task Truncated()
    {
        var random = new Random(31);
        for (var trial = 0; trial < Trials; trial++)
        {
            var (name, text) = Pick(random);
            await Trial.RunAsync($"trial {trial}", Reader, (name, Damage.Truncate(text, random)));
        }
    }

    [Fact]
    public async Task Mutated()
    {
        var random = new Random(32);
        for (var trial = 0; trial < Trials; trial++)
        {
            var (name, text) = Pick(random);
            await Trial.RunAsync($"trial {trial}", Reader, (name, Damage.MutateText(text, random)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\0\0\0\0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"ConnectionStrings\": null }")]
    [InlineData("{ \"ConnectionStrings\": [ { \"Shop\": 1 } ] }")]
    [InlineData("{ \"ConnectionStrings\": { \"Shop\": \"\\uD800\\\" ")]
    [InlineData("{ \"ConnectionStrings\": { \"Shop\": \"Host=db;SSL Mode=Disable\" }, \"ConnectionStrings\": { \"Shop\": 1 } } trailing")]
    [InlineData("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><configuration>&b;</configuration>")]
    [InlineData("<configuration><connectionStrings><add name= connectionString=\"x")]
    [InlineData("services: &a [*a]\n\t- : :\n  ? |")]
    [InlineData("=\n==\nA=\"\n'B'='\\")]
    public async Task Malformed(string text)
    {
        foreach (var name in new[] { "appsettings.json", "web.config", ".env", "docker-compose.yml", "nginx.conf", "runtimeconfig.template.json" })
            await Trial.RunAsync(name, Reader, (name, text));
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"A\": ")]
    [InlineData("appsettings.json", "{ \"A\" 1, \"B\" 2, \"C\" 3 ]")]
    [InlineData("appsettings.Production.json", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other")]
    [InlineData("web.config", "<configuration><appSettings><add key='a' value='b'></configuration>")]
    [InlineData("web.config", "<configuration")]
    public async Task What_the_program_refuses_too_gives_one_clear_diagnostic(string name, string text)
    {
        var found = await Trial.AnalyzeAsync(await Trial.ProjectAsync(Reader, (name, text)));
        var problem = Assert.Single(found, finding => finding.Id == "DIT0002");
        Assert.Contains(name, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith(name, problem.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".env", "=\n==\nnot a line")]
    [InlineData("docker-compose.yml", "services: &a [*a]\n\t- : :\n  ? |")]
    [InlineData("other.json", "{ \"A\": ")]
    [InlineData("nginx.conf", "server {")]
    [InlineData("appsettings.json", null)]
    [InlineData("web.config", null)]
    public async Task What_is_not_ours_to_judge_or_cannot_be_opened_is_silent(string name, string? text)
    {
        var compilation = (await (await Trial.ProjectAsync(Reader)).GetCompilationAsync())!;
        var run = compilation.WithAnalyzers(PageExample.Analyzers, new AnalyzerOptions([new File(name, text)]));
        Assert.DoesNotContain(await run.GetAnalyzerDiagnosticsAsync(), finding => finding.Id is "DIT0002" or "AD0001");
    }

    /// <summary>A file of which the compiler hands on no text when it could not open it.</summary>
    private sealed class File(string name, string? text) : AdditionalText
    {
        public override string Path => "/0/" + name;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
    }

    private static (string Name, string Text) Pick(Random random) => Corpus.Files[random.Next(Corpus.Files.Length)];
}
