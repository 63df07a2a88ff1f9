using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0403: what comes too late; DIT0404: HSTS that does not last.</summary>
public sealed class PipelineOrderTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        """;

    [Theory]
    [InlineData("app.UseStaticFiles(); app.{|DIT0403:UseHsts|}(); app.{|DIT0403:UseHttpsRedirection|}(); app.MapRazorPages();")]
    [InlineData("app.UseHsts(); app.UseRouting(); app.UseEndpoints(e => e.MapRazorPages()); app.{|DIT0403:UseHttpsRedirection|}();")]
    [InlineData("app.UseHsts(); app.Run(async c => await c.Response.WriteAsync(c.Request.Path)); app.{|DIT0403:UseHttpsRedirection|}();")]
    [InlineData("app.UseHsts(); app.UseHttpsRedirection(); app.{|DIT0403:UseForwardedHeaders|}(); app.MapRazorPages();")]
    [InlineData("app.MapGet(\"/secret\", () => \"s\").ShortCircuit(); app.{|DIT0403:UseHttpsRedirection|}();")]
    [InlineData("app.{|DIT0403:UseHttpsRedirection|}(); app.MapGet(\"/secret\", () => \"s\").RequireHost(\"a\").ShortCircuit(200);")]
    [InlineData("app.UseRouting(); app.{|DIT0403:UseHttpsRedirection|}(); app.MapGet(\"/secret\", () => \"s\").ShortCircuit();")]
    public Task Reports(string statements) => Verify.Finds<PipelineFamily>(Usings + statements);

    [Theory]
    [InlineData("app.MapRazorPages(); app.UseHsts(); app.UseHttpsRedirection();")]
    [InlineData("app.UseHttpsRedirection(); app.UseHsts(); app.UseStaticFiles();")]
    [InlineData("app.UseForwardedHeaders(); app.UseHsts(); app.UseHttpsRedirection(); app.UseStaticFiles();")]
    [InlineData("app.UseHsts(); app.UseHttpsRedirection(); app.UseStaticFiles(); app.UseHttpsRedirection();")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseStaticFiles(); app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("app.UseHttpsRedirection(); app.UseRouting(); app.MapGet(\"/secret\", () => \"s\").ShortCircuit();")]
    [InlineData("app.UseHttpsRedirection(); app.MapShortCircuit(404, \"robots.txt\"); app.MapGet(\"/x\", () => 1);")]
    [InlineData("app.UseHttpsRedirection(); app.MapHealthChecks(\"/healthz\").ShortCircuit();")]
    [InlineData("app.UseRouting(); app.UseHttpsRedirection(); app.MapGet(\"/x\", () => 1);")]
    public Task Is_silent(string statements) => Verify.Silent<PipelineFamily>(Usings + statements);

    /// <summary>What the message says of each: what comes first, what is lost, what to do.</summary>
    [Theory]
    [InlineData("app.UseHttpsRedirection(); app.{|#1:UseStaticFiles|}(); app.{|#0:UseHsts|}();", "'UseHsts' comes after 'UseStaticFiles': what that answers is sent without the header; move it in front")]
    [InlineData("app.UseHsts(); app.UseRouting(); app.{|#1:UseEndpoints|}(e => e.MapRazorPages()); app.{|#0:UseHttpsRedirection|}();", "'UseHttpsRedirection' comes after 'UseEndpoints': what that answers is not redirected and travels in clear text over HTTP; move it in front")]
    [InlineData("app.{|#1:Run|}(c => c.Response.CompleteAsync()); app.{|#0:UseForwardedHeaders|}(); app.{|DIT0403:UseHttpsRedirection|}();", "'UseForwardedHeaders' comes after 'Run': what that answers does not know whether the client spoke HTTPS; move it in front")]
    [InlineData("app.{|#1:UseHttpsRedirection|}(); app.Run(c => c.Response.CompleteAsync()); app.{|#0:UseForwardedHeaders|}();", "'UseForwardedHeaders' comes after 'UseHttpsRedirection': that does not know yet that the client spoke HTTPS; move it in front")]
    [InlineData("app.UseHsts(); app.{|#1:UseStaticFiles|}(); app.UseRouting(); app.{|#0:UseHttpsRedirection|}(); app.MapGet(\"/secret\", () => 1).ShortCircuit();", "'UseHttpsRedirection' comes after 'UseStaticFiles': what that answers is not redirected and travels in clear text over HTTP; move it in front")]
    [InlineData("app.{|#1:UseHttpsRedirection|}(); app.{|#0:UseForwardedHeaders|}();", "'UseForwardedHeaders' comes after 'UseHttpsRedirection': that does not know yet that the client spoke HTTPS; move it in front")]
    [InlineData("app.{|#0:UseHttpsRedirection|}(); app.{|#1:MapGet|}(\"/secret\", () => 1).ShortCircuit();", "'UseHttpsRedirection' comes after 'MapGet': that short-circuits, so it answers where routes are matched, at the start, in clear text over HTTP; call 'UseRouting' after the redirection")]
    [InlineData("app.{|#1:UseRouting|}(); app.{|#0:UseHttpsRedirection|}(); app.MapGet(\"/secret\", () => 1).ShortCircuit();", "'UseHttpsRedirection' comes after 'UseRouting': endpoints that short-circuit answer there and travel in clear text over HTTP; move it in front")]
    public Task Says_what_is_wrong(string statements, string message) => Verify.Finds<PipelineFamily>(
        Usings + statements, with: test => test.ExpectedDiagnostics.Add(new DiagnosticResult(WebRules.Misplaced).WithLocation(0).WithLocation(1).WithMessage(message)));

    [Fact]
    public Task Says_so_where_the_application_is_made_of_what_stands_in_another_file() => Verify.Finds<PipelineFamily>(
        Usings.Replace("builder.Build()", "{|DIT0403:builder.Build()|}", StringComparison.Ordinal) + "app.UseHsts(); app.UseShop();",
        with: test => test.TestState.Sources.Add("""
            using Microsoft.AspNetCore.Builder;
            static class Shop { public static void UseShop(this IApplicationBuilder app) => app.UseStaticFiles().UseHttpsRedirection(); }
            """));

    [Fact]
    public Task Is_moved() => Verify.Fixes<PipelineFamily, MisplacedFix>(
        Usings + """
        app.UseHsts();
        app.UseStaticFiles();
        app.{|DIT0403:UseHttpsRedirection|}();
        app.MapRazorPages();
        """,
        Usings + """
        app.UseHsts();
        app.UseHttpsRedirection();
        app.UseStaticFiles();
        app.MapRazorPages();
        """);

    [Theory]
    [InlineData("builder.Services.AddHsts(o => o.MaxAge = {|DIT0404:TimeSpan.FromDays(30)|});", "builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));")]
    [InlineData("builder.Services.AddHsts(o => { o.MaxAge = {|DIT0404:TimeSpan.Zero|}; });", "builder.Services.AddHsts(o => { o.MaxAge = TimeSpan.FromDays(365); });")]
    [InlineData("app.Use((c, next) => { c.Response.Headers.StrictTransportSecurity = {|DIT0404:\"max-age=3600; includeSubDomains\"|}; return next(c); });", "app.Use((c, next) => { c.Response.Headers.StrictTransportSecurity = \"max-age=31536000; includeSubDomains\"; return next(c); });")]
    [InlineData("app.Use((c, next) => { c.Response.Headers.Append(\"Strict-Transport-Security\", {|DIT0404:\"max-age=0\"|}); return next(c); });", "app.Use((c, next) => { c.Response.Headers.Append(\"Strict-Transport-Security\", \"max-age=31536000\"); return next(c); });")]
    [InlineData("builder.Services.AddHsts(o => { o.Preload = true; o.ExcludedHosts.Add({|DIT0404:\"shop.example\"|}); });", "builder.Services.AddHsts(o => { o.Preload = true; });")]
    public Task Hsts_that_does_not_last(string statement, string mended) => Verify.Fixes<HstsPolicyFamily, HstsPolicyFix>(Usings + statement, Usings + mended);

    [Theory]
    [InlineData("c.Response.Headers[\"Strict-Transport-Security\"] = {|DIT0404:\"max-age=3600\"|};")]
    [InlineData("c.Response.Headers.TryAdd(\"strict-transport-security\", {|DIT0404:\"includeSubDomains; max-age = 100\"|});")]
    [InlineData("c.Response.Headers[Microsoft.Net.Http.Headers.HeaderNames.StrictTransportSecurity] = {|DIT0404:\"max-age=300\"|};")]
    [InlineData("c.Response.Headers[\"Strict-Transport-Security\"] += {|DIT0404:\"max-age=3600\"|};")]
    [InlineData("string other; (c.Response.Headers[\"Strict-Transport-Security\"], other) = ({|DIT0404:\"max-age=3600\"|}, \"b\");")]
    [InlineData("var name = \"Strict-Transport-Security\"; var value = {|DIT0404:\"max-age=60\"|}; c.Response.Headers[name] = value;")]
    public Task A_header_that_does_not_last(string statement) => Verify.Finds<HstsPolicyFamily>(Usings + "app.Use((c, next) => { " + statement + " return next(c); });");

    [Theory]
    [InlineData("c.Response.Headers[\"Cache-Control\"] = \"max-age=3600\";")]
    [InlineData("c.Response.Headers[\"Strict-Transport-Security\"] = $\"max-age={args.Length}\";")]
    [InlineData("c.Response.Headers[\"Strict-Transport-Security\"] = \"max-age=31536000; includeSubDomains\";")]
    [InlineData("if (app.Environment.IsDevelopment()) c.Response.Headers[\"Strict-Transport-Security\"] = \"max-age=0\";")]
    public Task A_header_that_lasts(string statement) => Verify.Silent<HstsPolicyFamily>(Usings + "app.Use((c, next) => { " + statement + " return next(c); });");

    [Theory]
    [InlineData("builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));")]
    [InlineData("builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(args.Length));")]
    [InlineData("builder.Services.AddHsts(o => o.ExcludedHosts.Add(\"localhost\"));")]
    [InlineData("app.Use((c, next) => { c.Response.Headers.StrictTransportSecurity = \"max-age=63072000\"; return next(c); });")]
    [InlineData("builder.Services.AddAntiforgery(o => o.Cookie.MaxAge = TimeSpan.Zero);")]
    public Task Hsts_that_lasts(string statement) => Verify.Silent<HstsPolicyFamily>(Usings + statement);
}
