using System.Net;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Web;

/// <summary>
/// The fixes of DIT0401 to DIT0409 as a browser sees them: applications as the templates make them are compiled as written
/// and as mended, started, and asked over HTTP and HTTPS.
/// </summary>
public sealed class WebAttackTests
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using TransitAnalyzers.AttackTests.Harness;
        using TransitAnalyzers.AttackTests.Web;


        """;

    private const string Pages = """
        builder.Services.AddRazorPages();
        var app = builder.Build();

        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
        }

        app.UseRouting();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/in", (HttpContext context) => "in");
        """;

    public static TheoryData<string> Templates => new()
    {
        Pages,
        """
        builder.Services.AddControllersWithViews();
        var app = builder.Build();
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/Home/Error");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthorization();
        app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
        app.MapGet("/in", () => "in");
        """,
        """
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error", createScopeForErrors: true);
        }
        app.UseAntiforgery();
        app.MapGet("/in", () => "in");
        """,
        """
        builder.Services.AddRazorPages();
        builder.Services.AddServerSideBlazor();
        var app = builder.Build();
        app.UseStaticFiles();
        app.UseRouting();
        app.MapBlazorHub();
        app.MapGet("/in", () => "in");
        """,
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_without_https_is_mended(string application)
    {
        var victim = await Victim.CreateAsync(Program(application), "DIT0401", "DIT0402");
        await using (var site = await Site.StartAsync(victim.Insecure))
        {
            using var clear = await site.GetAsync("http", "/in");
            Assert.Equal((HttpStatusCode.OK, "in"), (clear.StatusCode, await clear.Content.ReadAsStringAsync()));
            using var secure = await site.GetAsync("https", "/in");
            Assert.False(secure.Headers.Contains("Strict-Transport-Security"));
        }

        await using (var site = await Site.StartAsync(victim.Mended))
        {
            using var clear = await site.GetAsync("http", "/in");
            Assert.Equal(HttpStatusCode.TemporaryRedirect, clear.StatusCode);
            Assert.StartsWith("https://attacker.example", clear.Headers.Location!.ToString(), StringComparison.Ordinal);
            using var secure = await site.GetAsync("https", "/in");
            Assert.Equal((HttpStatusCode.OK, "in"), (secure.StatusCode, await secure.Content.ReadAsStringAsync()));
            Assert.Equal(["max-age=2592000"], secure.Headers.GetValues("Strict-Transport-Security"));
        }

        // Nothing of it binds a developer's browser.
        await using (var site = await Site.StartAsync(victim.Mended, "Development"))
        {
            using var secure = await site.GetAsync("https", "/in");
            Assert.False(secure.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task A_startup_class_is_mended()
    {
        var victim = await Victim.CreateAsync(
            Usings + """
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();

                public void Configure(IApplicationBuilder app)
                {
                    app.UseRouting();
                    app.UseEndpoints(endpoints => { endpoints.MapRazorPages(); endpoints.MapGet("/in", () => "in"); });
                }
            }

            public static class Program
            {
                public static async Task RunAsync(Visit visit)
                {
                    var web = (WebVisit)visit;
                    using var host = Host.CreateDefaultBuilder().UseEnvironment(web.EnvironmentName).ConfigureLogging(logging => logging.ClearProviders())
                        .ConfigureWebHostDefaults(builder => builder.ConfigureKestrel(web.Listen).UseStartup<Startup>().UseSetting("applicationName", typeof(Visit).Assembly.GetName().Name)).Build();
                    await host.StartAsync();
                    await web.Until;
                    await host.StopAsync();
                }
            }
            """,
            "DIT0401", "DIT0402");
        await using var site = await Site.StartAsync(victim.Mended);
        using var clear = await site.GetAsync("http", "/in");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, clear.StatusCode);
        using var secure = await site.GetAsync("https", "/in");
        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("context.Response.Cookies.Append(\"sid\", \"x\");")]
    [InlineData("context.Response.Cookies.Append(\"sid\", \"x\", new CookieOptions { HttpOnly = true });")]
    [InlineData("context.Response.Cookies.Append(\"sid\", \"x\", new CookieOptions { Secure = false });")]
    [InlineData("context.Response.Headers.Append(\"Set-Cookie\", \"sid=x; HttpOnly\");")]
    public async Task A_cookie_is_kept_from_http(string statement)
    {
        var victim = await Victim.CreateAsync(Program("var app = builder.Build(); app.UseHttpsRedirection(); app.MapGet(\"/in\", (HttpContext context) => { " + statement + " return \"in\"; });"), "DIT0407");
        Assert.DoesNotContain("secure", await CookieAsync(victim.Insecure), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; secure", await CookieAsync(victim.Mended), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_kept_from_http()
    {
        var victim = await Victim.CreateAsync(Program("""
            builder.Services.AddDistributedMemoryCache();
            builder.Services.AddSession();
            var app = builder.Build();
            app.UseHttpsRedirection();
            app.UseSession();
            app.MapGet("/in", (HttpContext context) => { context.Session.SetString("a", "b"); return "in"; });
            """), "DIT0407");
        Assert.DoesNotContain("secure", await CookieAsync(victim.Insecure), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; secure", await CookieAsync(victim.Mended), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("app.Run(context => context.Response.WriteAsync(context.Request.Path));\napp.UseHttpsRedirection();")]
    [InlineData("app.UseRouting();\napp.UseEndpoints(endpoints => endpoints.MapGet(\"/in\", () => \"in\"));\napp.UseHttpsRedirection();")]
    [InlineData("app.UseHttpsRedirection();\napp.MapGet(\"/in\", () => \"in\").ShortCircuit();")]
    [InlineData("app.UseRouting();\napp.UseHttpsRedirection();\napp.MapGet(\"/in\", () => \"in\").ShortCircuit();")]
    public async Task Middleware_in_the_wrong_place_is_moved(string pipeline)
    {
        var victim = await Victim.CreateAsync(Program("var app = builder.Build();\n" + pipeline), "DIT0403");
        await using (var site = await Site.StartAsync(victim.Insecure))
        {
            using var clear = await site.GetAsync("http", "/in");
            Assert.Equal(HttpStatusCode.OK, clear.StatusCode);
        }

        await using (var site = await Site.StartAsync(victim.Mended))
        {
            using var clear = await site.GetAsync("http", "/in");
            Assert.Equal(HttpStatusCode.TemporaryRedirect, clear.StatusCode);
        }
    }

    [Theory]
    [InlineData("builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromMinutes(5));", "app.UseHsts();")]
    [InlineData("", "app.Use((context, next) => { context.Response.Headers[\"Strict-Transport-Security\"] = \"max-age=300\"; return next(context); });")]
    public async Task Hsts_lasts(string services, string middleware)
    {
        var victim = await Victim.CreateAsync(Program(services + " var app = builder.Build(); " + middleware + " app.UseHttpsRedirection(); app.MapGet(\"/in\", () => \"in\");"), "DIT0404");
        await using (var site = await Site.StartAsync(victim.Insecure))
        {
            using var secure = await site.GetAsync("https", "/in");
            Assert.Equal(["max-age=300"], secure.Headers.GetValues("Strict-Transport-Security"));
        }

        await using (var site = await Site.StartAsync(victim.Mended))
        {
            using var secure = await site.GetAsync("https", "/in");
            Assert.Equal(["max-age=31536000"], secure.Headers.GetValues("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task What_the_proxy_says_is_believed()
    {
        var victim = await Victim.CreateAsync(
            Program("var app = builder.Build(); app.MapGet(\"/in\", (HttpContext context) => context.Request.Scheme);"), "transit_analyzers.tls_termination = proxy", ["DIT0409"]);
        Assert.Equal("http", await SchemeAsync(victim.Insecure));
        Assert.Equal("https", await SchemeAsync(victim.Mended));

        static async Task<string> SchemeAsync(Func<Visit, Task> application)
        {
            await using var site = await Site.StartAsync(application);
            using var answer = await site.GetAsync("http", "/in", ("X-Forwarded-Proto", "https"));
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private static async Task<string> CookieAsync(Func<Visit, Task> application)
    {
        await using var site = await Site.StartAsync(application);
        using var answer = await site.GetAsync("https", "/in");
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    private static string Program(string application) => Usings + $$"""
        public class Program
        {
            public static async Task RunAsync(Visit visit)
            {
                var web = (WebVisit)visit;
                var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = web.EnvironmentName });
                builder.Logging.ClearProviders();
                builder.WebHost.ConfigureKestrel(web.Listen);
                {{application}}
                await app.StartAsync();
                await web.Until;
                await app.StopAsync();
            }
        }
        """;
}
