using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0407: cookies without Secure, said so or left so.</summary>
public sealed class CookieTests
{
    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Localization;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", new CookieOptions { HttpOnly = true, Secure = {|DIT0407:false|} });")]
    [InlineData("var o = new CookieOptions(); o.Secure = {|DIT0407:false|}; response.Cookies.Append(\"sid\", \"x\", o);")]
    [InlineData("services.AddSession(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});")]
    [InlineData("services.AddAntiforgery(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});")]
    [InlineData("services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});")]
    [InlineData("services.AddAuthentication().AddCookie(o => { o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|}; });")]
    [InlineData("services.AddAuthentication().AddCookie(o => o.Cookie = new CookieBuilder { SecurePolicy = {|DIT0407:CookieSecurePolicy.None|} });")]
    [InlineData("void Configure(RemoteAuthenticationOptions o) => o.CorrelationCookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.SameAsRequest|};")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});")]
    public Task Says_so(string statement) => Verify.Finds<CookieSettings>(Source(statement));

    [Theory]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = true });")]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = request.IsHttps });")]
    [InlineData("response.Cookies.Append(\"theme\", \"dark\", new CookieOptions { Secure = false });")]
    [InlineData("response.Cookies.Delete(\"sid\", new CookieOptions { Secure = false });")]
    [InlineData("services.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("services.AddAuthentication().AddCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);")]
    [InlineData("services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.None);")]
    [InlineData("if (response.Cookies is null || new CookieOptions().Secure == false) { }")]
    public Task Says_nothing_wrong(string statement) => Verify.Silent<CookieSettings>(Source(statement));

    [Fact]
    public Task A_cookie_policy_repairs() => Verify.Silent<CookieSettings>(Source("""
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        response.Cookies.Append("sid", "x", new CookieOptions { Secure = false });
        """));

    [Fact]
    public Task A_cookie_policy_of_none_repairs_nothing() => Verify.Finds<CookieSettings>(Source("""
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.None });
        response.Cookies.Append("sid", "x", new CookieOptions { Secure = {|DIT0407:false|} });
        """));

    [Theory]
    [InlineData("response.Cookies.{|DIT0407:Append|}(\"sid\", \"x\");")]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", {|DIT0407:new CookieOptions { HttpOnly = true }|});")]
    [InlineData("var o = {|DIT0407:new CookieOptions()|}; o.HttpOnly = true; response.Cookies.Append(\"sid\", \"x\", o);")]
    [InlineData("services.{|DIT0407:AddSession|}();")]
    [InlineData("services.{|DIT0407:AddSession|}(o => o.IdleTimeout = TimeSpan.FromMinutes(5));")]
    [InlineData("CookieOptions o; o = {|DIT0407:new CookieOptions()|}; o.Path = \"/\"; response.Cookies.Append(\"sid\", \"x\", o);")]
    [InlineData("CookieOptions Make() => {|DIT0407:new CookieOptions { HttpOnly = true }|}; response.Cookies.Append(\"sid\", \"x\", Make()); response.Cookies.Append(\"id\", \"x\", Make());")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", {|DIT0407:\"sid=1; HttpOnly\"|});")]
    [InlineData("response.Headers[\"Set-Cookie\"] = {|DIT0407:$\"sid={request.Path}; HttpOnly\"|};")]
    [InlineData("response.Headers.SetCookie = {|DIT0407:\"sid=1; path=/\"|};")]
    [InlineData("var c = {|DIT0407:new Microsoft.Net.Http.Headers.SetCookieHeaderValue(\"sid\", \"1\") { HttpOnly = true }|}; response.Headers.SetCookie = c.ToString();")]
    public Task Leaves_it_so(string statement) => Verify.Finds<UnsetCookieFamily>(Source(statement));

    [Theory]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = true });")]
    [InlineData("var o = new CookieOptions(); o.Secure = true; response.Cookies.Append(\"sid\", \"x\", o);")]
    [InlineData("var o = new CookieOptions(); if (request.IsHttps) o.Secure = true; response.Cookies.Append(\"sid\", \"x\", o);")]
    [InlineData("CookieOptions Make() => new() { Secure = true }; response.Cookies.Append(\"sid\", \"x\", Make());")]
    [InlineData("response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, \"de\");")]
    [InlineData("response.Cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions { MaxAge = TimeSpan.FromDays(1) });")]
    [InlineData("response.Cookies.Delete(\"sid\");")]
    [InlineData("services.AddSession(o => { o.IdleTimeout = TimeSpan.FromMinutes(5); o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });")]
    [InlineData("services.AddSession(); services.Configure<SessionOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("new System.Text.StringBuilder().Append(\"a\").Append(\"b\", 0, 1);")]
    [InlineData("services.AddSession(o => Bind(o)); void Bind(object options) { }")]
    [InlineData("response.Cookies.Append(\"sid\", \"\", new CookieOptions { Expires = DateTimeOffset.Now.AddDays(-1) });")]
    [InlineData("response.Cookies.Append(\"sid\", \"\", new CookieOptions { MaxAge = TimeSpan.Zero });")]
    [InlineData("var o = new CookieOptions(); o.Expires = DateTimeOffset.UnixEpoch; response.Cookies.Append(\"sid\", \"\", o);")]
    [InlineData("CookieOptions Make() { var o = new CookieOptions(); o.Secure = true; return o; } response.Cookies.Append(\"sid\", \"x\", Make());")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", \"sid=1; HttpOnly; Secure\");")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", $\"sid=1; HttpOnly{request.Path}\");")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", $\"{request.Path}; HttpOnly\");")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", \"sid=; max-age=0\");")]
    [InlineData("response.Headers.Append(\"Cookie\", \"sid=1\");")]
    public Task Leaves_nothing_wrong(string statement) => Verify.Silent<UnsetCookieFamily>(Source(statement));

    [Theory]
    [InlineData("response.Cookies.{|DIT0407:Append|}(\"sid\", \"x\");", "response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = true });")]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", {|DIT0407:new CookieOptions { HttpOnly = true }|});", "response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = true, HttpOnly = true });")]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", {|DIT0407:new CookieOptions()|});", "response.Cookies.Append(\"sid\", \"x\", new CookieOptions() { Secure = true });")]
    [InlineData("services.{|DIT0407:AddSession|}();", "services.AddSession(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("services.{|DIT0407:AddSession|}(o => o.IdleTimeout = TimeSpan.FromMinutes(5));", "services.AddSession(o => { o.IdleTimeout = TimeSpan.FromMinutes(5); o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });")]
    [InlineData("response.Headers.Append(\"Set-Cookie\", {|DIT0407:\"sid=1; HttpOnly\"|});", "response.Headers.Append(\"Set-Cookie\", \"sid=1; HttpOnly; Secure\");")]
    [InlineData("response.Headers[\"Set-Cookie\"] = {|DIT0407:$\"sid={request.Path}; HttpOnly\"|};", "response.Headers[\"Set-Cookie\"] = $\"sid={request.Path}; HttpOnly; Secure\";")]
    public Task Is_mended(string statement, string mended) => Verify.Fixes<UnsetCookieFamily, CookieFix>(Source(statement), Source(mended));

    [Theory]
    [InlineData("response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = {|DIT0407:false|} /* lab */ });", "response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = true /* lab */ });")]
    [InlineData("services.AddSession(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});", "services.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("services.AddAntiforgery(o => o.Cookie.SecurePolicy = {|DIT0407:CookieSecurePolicy.None|});", "services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);")]
    public Task Is_set(string statement, string mended) => Verify.Fixes<CookieSettings, CookieFix>(Source(statement), Source(mended));

    [Fact]
    public Task An_initializer_of_several_lines_keeps_its_layout() => Verify.Fixes<UnsetCookieFamily, CookieFix>(
        Source("""
            response.Cookies.Append("sid", "x", {|DIT0407:new CookieOptions
            {
                HttpOnly = true, // scripts
                IsEssential = true,
            }|});
            """),
        Source("""
            response.Cookies.Append("sid", "x", new CookieOptions
            {
                Secure = true,
                HttpOnly = true, // scripts
                IsEssential = true,
            });
            """));

    [Fact]
    public Task System_web() => Verify.Finds<UnsetCookieFamily>(
        """
        using System;
        using System.Web;

        public class C
        {
            public void Bad(HttpResponse response) => response.Cookies.Add({|DIT0407:new HttpCookie("sid", "x")|});
            public void Good(HttpResponse response) => response.Cookies.Add(new HttpCookie("sid", "x") { Secure = true });
            public void Later(HttpResponse response)
            {
                var cookie = new HttpCookie("sid", "x");
                cookie.Secure = true;
                response.Cookies.Add(cookie);
            }
            public void Delete(HttpResponse response)
            {
                var cookie = new HttpCookie("sid") { Expires = DateTime.Now.AddDays(-1) };
                response.Cookies.Add(cookie);
            }
        }
        """,
        Microsoft.CodeAnalysis.Testing.ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task Of_several_cookies_each_is_judged_by_its_own_options() => Verify.Finds<UnsetCookieFamily>(Source("""
        var access = new CookieOptions { HttpOnly = true, Secure = true };
        var refresh = {|DIT0407:new CookieOptions { HttpOnly = true }|};
        var late = new CookieOptions();
        late.Secure = true;
        response.Cookies.Append("access", "x", access);
        response.Cookies.Append("refresh", "x", refresh);
        response.Cookies.Append("late", "x", late);
        response.Cookies.Append("sid", "x", {|DIT0407:new CookieOptions { HttpOnly = true }|});
        """));

    private static string Source(string statements) =>
        Usings + "public class C { public void M(HttpRequest request, HttpResponse response, IServiceCollection services, IApplicationBuilder app) {\n" + statements + "\n} }";
}
