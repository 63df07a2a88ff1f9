using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0408: headers that every application for browsers sends.</summary>
public sealed class SecurityHeaderTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string NoSniff = "app.Use((c, next) => { c.Response.Headers[\"X-Content-Type-Options\"] = \"nosniff\"; return next(c); });";

    [Theory]
    [InlineData("app.MapRazorPages();")]
    [InlineData("app.UseStaticFiles();")]
    [InlineData(NoSniff + " app.MapRazorPages();")]
    [InlineData("app.Use((c, next) => { c.Response.Headers.XFrameOptions = \"DENY\"; return next(c); }); app.MapRazorPages();")]
    [InlineData("if (app.Environment.IsDevelopment()) NWebsec.UseXContentTypeOptions(app); app.MapRazorPages();")]
    public Task Reports(string statements) => Verify.Finds<SecurityHeaderFamily>(Source("var app = {|DIT0408:builder.Build()|}; " + statements));

    [Theory]
    [InlineData(NoSniff + " app.Use((c, next) => { c.Response.Headers.XFrameOptions = \"DENY\"; return next(c); }); app.MapRazorPages();")]
    [InlineData(NoSniff + " app.Use((c, next) => { c.Response.Headers.ContentSecurityPolicy = \"default-src 'self'\"; return next(c); }); app.MapRazorPages();")]
    [InlineData("NWebsec.UseXContentTypeOptions(app); NWebsec.UseCsp(app); app.MapRazorPages();")]
    [InlineData("NWebsec.UseSecurityHeaders(app); app.MapRazorPages();")]
    [InlineData("app.MapControllers();")]
    public Task Is_silent(string statements) => Verify.Silent<SecurityHeaderFamily>(Source("var app = builder.Build(); " + statements));

    [Fact]
    public Task Web_config_sends_them() => Verify.Silent<SecurityHeaderFamily>(
        Source("var app = builder.Build(); app.MapRazorPages();"),
        with: test => test.TestState.AdditionalFiles.Add(("web.config", """
            <configuration><system.webServer><httpProtocol><customHeaders>
              <add name="X-Content-Type-Options" value="nosniff" /><add name="Content-Security-Policy" value="default-src 'self'" />
            </customHeaders></httpProtocol></system.webServer></configuration>
            """)));

    [Theory]
    [InlineData("transit_analyzers.application_kind = api", "var app = builder.Build(); app.MapRazorPages();")]
    [InlineData("transit_analyzers.application_kind = browser", "var app = {|DIT0408:builder.Build()|}; app.MapControllers();")]
    public Task The_option_says_who_uses_it(string option, string statements) => Verify.Finds<SecurityHeaderFamily>(Source(statements), options: option);

    [Fact]
    public Task Both_are_sent_before_anything_answers() => Verify.Fixes<SecurityHeaderFamily, SecurityHeadersFix>(
        Usings + """
        var app = {|DIT0408:WebApplication.Create(args)|};

        app.UseHttpsRedirection();
        app.UseStaticFiles();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.Create(args);

        app.UseHttpsRedirection();

        app.Use(async (context, next) =>
        {
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            context.Response.Headers["Content-Security-Policy"] = "frame-ancestors 'self'";
            await next();
        });

        app.UseStaticFiles();
        app.Run();
        """);

    private static string Source(string statements) => Usings + "var builder = WebApplication.CreateBuilder(args); " + statements + """

        static class NWebsec
        {
            public static void UseXContentTypeOptions(IApplicationBuilder app) { }
            public static void UseCsp(IApplicationBuilder app) { }
            public static void UseSecurityHeaders(IApplicationBuilder app) { }
        }
        """;
}
