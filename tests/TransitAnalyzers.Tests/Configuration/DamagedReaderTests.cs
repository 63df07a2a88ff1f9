using TransitAnalyzers.Tests.Robustness;

namespace TransitAnalyzers.Tests.Configuration;

/// <summary>Code that reads an insecure setting, cut off anywhere: what reads it is searched for in text and followed in trees.</summary>
public sealed class DamagedReaderTests
{
    private const string Reader = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        var builder = WebApplication.CreateBuilder(args);
        const string Name = "Shop";
        var text = builder.Configuration.GetConnectionString(Name) ?? throw new InvalidOperationException();
        builder.Services.Configure<Options>(builder.Configuration.GetSection("ConnectionStrings"));
        builder.Configuration.AddJsonFile($"shop.{Name}.json");
        _ = new NpgsqlConnection($"{text};Timeout={builder.Configuration["Timeout"]}");
        _ = builder.Configuration?.GetSection("ConnectionStrings")?["Shop"] is { Length: > 0 } other ? new Store(other) : new Store { Text = text };
        string Get() => Get() + builder.Configuration.GetSection("ConnectionStrings:Shop").Value;
        (text, _) = (Get(), ConfigurationManager.ConnectionStrings["Shop"].ConnectionString);

        class Options { public string Shop { get; set; } = ""; public Options Next => Next; }

        class Store(string text)
        {
            private readonly string field = text;
            public Store() : this("name=Shop") { }
            public string Text { get => field; init => Open(value); }
            public NpgsqlConnection Open(string text) => text == field ? new(text) : Open(text: field);
        }
        """;

    [Fact]
    public async Task Is_survived()
    {
        for (var length = 0; length <= Reader.Length; length += 11)
        {
            await Trial.RunAsync(
                $"prefix {length}", Reader[..length], ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" }, "Timeout": "Host=db;SSL Mode=Disable" }"""));
            await Trial.RunAsync(
                $"suffix {length}", Reader[length..], ("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db;SSL Mode=Disable" } }"""));
        }
    }
}
