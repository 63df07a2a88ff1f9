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

    private static (string Name, string Text) Pick(Random random) => Corpus.Files[random.Next(Corpus.Files.Length)];
}
