using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0409: what the proxy says is not read.</summary>
public sealed class ForwardedHeaderTests
{
    private const string Proxy = "transit_analyzers.tls_termination = proxy";

    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.HttpOverrides;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Builder = Usings + """
        var builder = WebApplication.CreateBuilder(args);

        """;

    [Theory]
    [InlineData("var app = {|DIT0409:builder.Build()|}; app.MapRazorPages();")]
    [InlineData("var app = {|DIT0409:builder.Build()|}; app.UseHsts(); app.UseHttpsRedirection(); app.MapControllers();")]
    [InlineData("var app = builder.Build(); if (app.Environment.IsDevelopment()) { {|DIT0409:app.UseForwardedHeaders()|}; } app.MapRazorPages();")]
    [InlineData("var app = builder.Build(); {|DIT0409:app.UseForwardedHeaders()|}; app.MapRazorPages();")]
    [InlineData("var app = builder.Build(); {|DIT0409:app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor })|}; app.MapRazorPages();")]
    public Task Reports(string statements) => Verify.Finds<PipelineFamily>(Builder + statements + " app.Run();", options: Proxy);

    [Theory]
    [InlineData("var app = builder.Build(); app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto }); app.MapRazorPages();")]
    [InlineData("builder.Services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.All); var app = builder.Build(); app.UseForwardedHeaders(); app.MapRazorPages();")]
    [InlineData("var app = builder.Build(); app.Use((c, next) => { c.Request.Scheme = c.Request.Headers[\"X-Forwarded-Proto\"].ToString(); return next(c); }); app.MapRazorPages();")]
    [InlineData("builder.Configuration[\"ForwardedHeaders_Enabled\"] = \"true\"; var app = builder.Build(); app.MapRazorPages();")]
    [InlineData("var app = builder.Build(); app.MapHealthChecks(\"/healthz\");")]
    [InlineData("var app = builder.Build(); app.MapGet(\"/\", () => \"Hello World!\");")]
    public Task Is_silent(string statements) => Verify.Silent<PipelineFamily>(Builder + statements + " app.Run();", options: Proxy);

    [Fact]
    public Task Is_asked_for_behind_a_proxy_only() => Verify.Silent<PipelineFamily>(
        Builder + "var app = builder.Build(); app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages(); app.Run();");

    [Fact]
    public Task The_environment_switches_it_on() => Verify.Silent<PipelineFamily>(
        Builder + "var app = builder.Build(); app.MapRazorPages(); app.Run();",
        options: Proxy,
        with: test => test.TestState.AdditionalFiles.Add((".env", "ASPNETCORE_FORWARDEDHEADERS_ENABLED=true")));

    [Fact]
    public Task Goes_first() => Fixes(
        """
        var builder = WebApplication.CreateBuilder(args);
        var app = {|DIT0409:builder.Build()|};

        // The pipeline.
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
        }

        app.MapRazorPages();
        app.Run();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        app.UseForwardedHeaders(new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        });

        // The pipeline.
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
        }

        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Goes_first_in_a_start_of_one_chain() => Fixes(
        """
        public class Startup {
            public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e => e.MapRazorPages());
        }
        """.Replace("void Configure", "void {|DIT0409:Configure|}", System.StringComparison.Ordinal),
        """
        public class Startup {
            public void Configure(IApplicationBuilder app) => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }).UseRouting().UseEndpoints(e => e.MapRazorPages());
        }
        """);

    [Fact]
    public Task Is_told_what_to_read() => Fixes(
        "var app = WebApplication.Create(args); {|DIT0409:app.UseForwardedHeaders()|}; app.MapRazorPages();",
        "var app = WebApplication.Create(args); app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }); app.MapRazorPages();");

    [Theory]
    [InlineData("{ {|DIT0409:app.UseForwardedHeaders()|}; }", "")]
    [InlineData("{ app.UseDeveloperExceptionPage(); {|DIT0409:app.UseForwardedHeaders()|}; }", "if (app.Environment.IsDevelopment()) { app.UseDeveloperExceptionPage(); }\n\n")]
    public Task Is_told_what_to_read_where_it_is_for_all(string branch, string guard) => Fixes(
        "var app = WebApplication.Create(args);\nif (app.Environment.IsDevelopment()) " + branch + "\napp.MapRazorPages();",
        "var app = WebApplication.Create(args);\n" + guard + "app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });\napp.MapRazorPages();");

    [Fact]
    public Task What_is_told_to_read_something_else_is_left_to_its_author() => Verify.OffersNoFix<PipelineFamily, ForwardedHeadersFix>(
        Builder + "var app = builder.Build(); if (app.Environment.IsDevelopment()) { {|DIT0409:app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor })|}; } app.MapRazorPages();",
        options: Proxy);

    private static Task Fixes(string source, string mended) => Verify.Fixes<PipelineFamily, ForwardedHeadersFix>(Usings + source, Usings + mended, options: Proxy);
}
