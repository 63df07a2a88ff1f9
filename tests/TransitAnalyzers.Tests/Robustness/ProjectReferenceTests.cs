using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>
/// In an IDE a referenced project is a compilation, whose symbols have syntax that the referring compilation cannot bind.
/// The findings are those of <c>dotnet build</c>, where the same project is metadata.
/// </summary>
public sealed class ProjectReferenceTests
{
    private const string Library = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        namespace Common;

        public class Defaults
        {
            public const string Connection = "Host=db.shop.internal;Username=shop;SSL Mode=Disable";
            public const SslProtocols Versions = SslProtocols.Tls11;
            public static readonly string Fallback = "Host=db.shop.internal;SSL Mode=Disable";
            public static readonly SslProtocols Old = SslProtocols.Tls;
            public static readonly RemoteCertificateValidationCallback Anything = (sender, certificate, chain, errors) => true;
            public static bool IsLocal(IHostEnvironment environment) => environment.IsDevelopment();
            public static bool Relaxed => false;
            public static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => Relaxed || true;
            public static string Build(string host) => "Host=" + host + ";SSL Mode=Disable";
            public static int KeySize { get; } = 1024;
            public static DateTimeOffset End(DateTimeOffset start) => start.AddYears(10);
            public virtual bool IsValid(SslPolicyErrors errors) => true;
        }

        public abstract class StartupBase
        {
            public virtual void ConfigureServices(IServiceCollection services) => services.AddRazorPages();
            public virtual void Configure(IApplicationBuilder app, IWebHostEnvironment environment) => app.UseShop(environment);
        }

        public static class Pipeline
        {
            public static IApplicationBuilder UseShop(this IApplicationBuilder app, IWebHostEnvironment environment)
            {
                if (!environment.IsDevelopment())
                    app.UseHsts();
                return app.UseHttpsRedirection();
            }

            public static void Options(CookieOptions options) => options.Secure = true;
        }

        public class ShopOptions
        {
            public string? ConnectionString { get; set; }
        }
        """;

    private const string Application = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using Common;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Npgsql;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();
        builder.Services.Configure<ShopOptions>(builder.Configuration.GetSection("Shop"));
        var app = builder.Build();
        app.UseShop(app.Environment);
        app.MapRazorPages();
        Use(builder.Configuration, app.Environment);
        app.Run();

        static void Use(IConfiguration configuration, IWebHostEnvironment environment)
        {
            new NpgsqlConnection(Defaults.Connection);
            new NpgsqlConnection(Defaults.Fallback);
            new NpgsqlConnection(Defaults.Build("db"));
            new NpgsqlConnection(configuration.GetConnectionString("Shop") ?? Defaults.Fallback);
            new NpgsqlConnection(configuration.GetSection("Shop").Get<ShopOptions>()!.ConnectionString);
            var handler = new HttpClientHandler { SslProtocols = Defaults.Versions };
            handler.SslProtocols = Defaults.Old;
            handler.SslProtocols |= Defaults.Old;
            ServicePointManager.ServerCertificateValidationCallback = Defaults.Accept;
            ServicePointManager.ServerCertificateValidationCallback += Defaults.Anything;
            ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
                Defaults.Accept(sender, certificate, chain, errors) || new Defaults().IsValid(errors);
            if (Defaults.IsLocal(environment))
                handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
            if (Defaults.Relaxed)
                handler.CheckCertificateRevocationList = Defaults.Relaxed;
            using var rsa = RSA.Create(Defaults.KeySize);
            var request = new CertificateRequest("CN=shop", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CreateSelfSigned(DateTimeOffset.UtcNow, Defaults.End(DateTimeOffset.UtcNow));
            var cookie = new CookieOptions();
            Pipeline.Options(cookie);
            handler.ServerCertificateCustomValidationCallback = new Validator().Check;
        }

        class Startup : Common.StartupBase
        {
            public override void Configure(IApplicationBuilder app, IWebHostEnvironment environment) => base.Configure(app, environment);
        }

        class Validator : Defaults
        {
            public override bool IsValid(SslPolicyErrors errors) => base.IsValid(errors);
            public bool Check(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => base.IsValid(errors);
        }
        """;

    private const string Settings = """{ "ConnectionStrings": { "Shop": "Host=db.shop.internal;SSL Mode=Disable" }, "Shop": { "ConnectionString": "Host=db.shop.internal;SSL Mode=Disable" } }""";

    [Fact]
    public async Task A_project_and_its_metadata_give_the_same_findings()
    {
        var references = await ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]).ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var library = Compile("Common", Library, OutputKind.DynamicallyLinkedLibrary, references);
        using var image = new MemoryStream();
        var emitted = library.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        image.Position = 0;

        var asProject = await FindingsAsync(references.Add(library.ToMetadataReference()));
        var asMetadata = await FindingsAsync(references.Add(MetadataReference.CreateFromStream(image)));

        Assert.NotEmpty(asMetadata);
        Assert.Equal(asMetadata, asProject);
    }

    private static async Task<string[]> FindingsAsync(ImmutableArray<MetadataReference> references)
    {
        var compilation = Compile("Application", Application, OutputKind.ConsoleApplication, references);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([new TextFile("appsettings.json", Settings)]);
        var found = await compilation.WithAnalyzers([new TransitAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(found.Where(finding => finding.Id == "AD0001").Select(finding => finding.ToString()));
        return [.. found.Select(finding => $"{finding.Id} {finding.Location.GetLineSpan()} {finding.GetMessage()}").Order(StringComparer.Ordinal)];
    }

    private static CSharpCompilation Compile(string name, string source, OutputKind kind, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source, path: name + ".cs")], references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
