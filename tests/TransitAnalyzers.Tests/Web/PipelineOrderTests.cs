using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0403: what comes too late; DIT0404: HSTS that does not last.</summary>
public sealed class PipelineOrderTests
{
    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
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
    public Task Reports(string statements) => Verify.Finds<PipelineFamily>(Usings + statements);

    [Theory]
    [InlineData("app.MapRazorPages(); app.UseHsts(); app.UseHttpsRedirection();")]
    [InlineData("app.UseHttpsRedirection(); app.UseHsts(); app.UseStaticFiles();")]
    [InlineData("app.UseForwardedHeaders(); app.UseHsts(); app.UseHttpsRedirection(); app.UseStaticFiles();")]
    [InlineData("app.UseHsts(); app.UseHttpsRedirection(); app.UseStaticFiles(); app.UseHttpsRedirection();")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseStaticFiles(); app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages();")]
    public Task Is_silent(string statements) => Verify.Silent<PipelineFamily>(Usings + statements);

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
    [InlineData("builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));")]
    [InlineData("builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(args.Length));")]
    [InlineData("builder.Services.AddHsts(o => o.ExcludedHosts.Add(\"localhost\"));")]
    [InlineData("app.Use((c, next) => { c.Response.Headers.StrictTransportSecurity = \"max-age=63072000\"; return next(c); });")]
    [InlineData("builder.Services.AddAntiforgery(o => o.Cookie.MaxAge = TimeSpan.Zero);")]
    public Task Hsts_that_lasts(string statement) => Verify.Silent<HstsPolicyFamily>(Usings + statement);
}
