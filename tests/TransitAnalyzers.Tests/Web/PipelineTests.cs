using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0401 and DIT0402: what a pipeline lacks in production.</summary>
public sealed class PipelineTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Builder = Usings + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();

        """;

    [Fact]
    public Task Both_are_missing() => Verify.Finds<PipelineFamily>(Builder + """
        var app = {|DIT0401:{|DIT0402:builder.Build()|}|};
        app.UseStaticFiles();
        app.MapRazorPages();
        app.Run();
        """);

    [Theory]
    [InlineData("#if !DEBUG\napp.UseHsts();\napp.UseHttpsRedirection();\n#endif")]
    [InlineData("#if DEBUG\napp.UseDeveloperExceptionPage();\n#else\napp.UseHsts();\napp.UseHttpsRedirection();\n#endif")]
    [InlineData("#if RELEASE\napp.UseHsts();\napp.UseHttpsRedirection();\n#endif")]
    public Task What_is_shipped_only_is_there_while_debugging(string middleware) => Verify.Silent<PipelineFamily>(
        "#define DEBUG\n" + Builder + "var app = builder.Build();\n" + middleware + "\napp.MapRazorPages();\napp.Run();");

    [Theory]
    [InlineData("#if DEBUG\napp.UseHsts();\napp.UseHttpsRedirection();\n#endif")]
    [InlineData("#if NEVER\napp.UseHsts();\napp.UseHttpsRedirection();\n#endif")]
    public Task What_is_not_shipped_is_missing(string middleware) => Verify.Finds<PipelineFamily>(
        Builder + "var app = {|DIT0401:{|DIT0402:builder.Build()|}|};\n" + middleware + "\napp.MapRazorPages();\napp.Run();");

    [Theory]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.UseExceptionHandler(\"/Error\"); app.UseHsts(); } app.UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage(); else app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("if (app.Environment.IsProduction()) app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("app.UseHsts().UseHttpsRedirection().UseStaticFiles(); app.MapRazorPages();")]
    [InlineData("app.MapRazorPages(); app.UseHsts(); app.UseHttpsRedirection();")]
    [InlineData("app.UseHsts(); app.MapWhen(c => !c.Request.IsHttps, http => http.Run(c => { c.Response.StatusCode = 403; return Task.CompletedTask; })); app.MapRazorPages();")]
    [InlineData("app.UseHsts(); app.UseWhen(c => c.Request.Scheme == \"http\", http => http.Run(c => { c.Response.Redirect(\"https://\" + c.Request.Host); return Task.CompletedTask; })); app.MapRazorPages();")]
    [InlineData("Configure(app); app.MapRazorPages(); static void Configure(WebApplication web) { web.UseHsts(); web.UseHttpsRedirection(); }")]
    [InlineData("Action<WebApplication> configure = web => web.UseHsts().UseHttpsRedirection(); configure(app); app.MapRazorPages();")]
    [InlineData("var same = app; same.UseHsts(); IApplicationBuilder other = same; other.UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("if (args.Length > 0) { app.UseHsts(); app.UseHttpsRedirection(); } app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => !c.Request.Path.StartsWithSegments(\"/health\"), b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => c.Request.Path.Value?.StartsWith(\"/health\") != true, b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => c.Request.Path != \"/health\", b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => !(c.Request.Path.Value == \"/health\"), b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => c.Request.Path.Value is not (\"/health\" or \"/ready\"), b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.MapWhen(c => c.Request.Host.Host == \"shop.example.com\", b => { b.UseHsts(); b.UseHttpsRedirection(); b.UseRouting(); b.UseEndpoints(e => e.MapRazorPages()); });")]
    [InlineData("app.Map(\"/shop\", Shop); static void Shop(IApplicationBuilder b) { b.UseHsts(); b.UseHttpsRedirection(); b.UseRouting(); b.UseEndpoints(e => e.MapRazorPages()); }")]
    [InlineData("void Secure() { app.UseHsts(); app.UseHttpsRedirection(); } Run(Secure); app.MapRazorPages(); static void Run(Action action) => action();")]
    [InlineData("var steps = new List<Action> { () => app.UseHsts(), () => app.UseHttpsRedirection() }; foreach (var step in steps) step(); app.MapRazorPages();")]
    [InlineData("var steps = new List<Action>(); steps.Add(() => app.UseHsts()); steps.Add(() => app.UseHttpsRedirection()); steps.ForEach(step => step()); app.MapRazorPages();")]
    [InlineData("Action<IApplicationBuilder>[] steps = [b => b.UseHsts(), b => b.UseHttpsRedirection()]; foreach (var step in steps) step(app); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => c.Request.Path.StartsWithSegments(\"/health\") is false, b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseWhen(c => { if (c.Request.Path.StartsWithSegments(\"/health\")) return false; return true; }, b => { b.UseHsts(); b.UseHttpsRedirection(); }); app.MapRazorPages();")]
    [InlineData("app.UseHsts(); app.MapWhen(c => c.Connection.LocalPort == 80, b => b.Run(c => { c.Response.Redirect(\"https://\" + c.Request.Host + c.Request.Path); return Task.CompletedTask; })); app.MapRazorPages();")]
    [InlineData("Action secure = () => { app.UseHsts(); app.UseHttpsRedirection(); }; secure(); app.MapRazorPages();")]
    [InlineData("(app.Environment.IsDevelopment() ? (Action)(() => app.UseDeveloperExceptionPage()) : () => app.UseHsts().UseHttpsRedirection())(); app.MapRazorPages();")]
    [InlineData("When(!app.Environment.IsDevelopment(), () => app.UseHsts().UseHttpsRedirection()); app.MapRazorPages(); static void When(bool isSo, Action then) { if (isSo) then(); }")]
    [InlineData("if (app is IApplicationBuilder web) { web.UseHsts(); web.UseHttpsRedirection(); } app.MapRazorPages();")]
    [InlineData("app.Use((c, next) => { if (c.Request.IsHttps) c.Response.Headers.StrictTransportSecurity = \"max-age=31536000\"; else c.Response.Redirect(\"https://x\"); return next(c); }); app.MapRazorPages();")]
    [InlineData("HstsBuilderExtensions.UseHsts(app); HttpsPolicyBuilderExtensions.UseHttpsRedirection(app); app.MapRazorPages();")]
    public Task Both_are_there(string statements) => Verify.Silent<PipelineFamily>(Builder + "var app = builder.Build();\n" + statements + "\napp.Run();");

    [Theory]
    [InlineData("Action<WebApplication>[] All = { a => a.UseHsts(), Redirect, a => a.MapRazorPages() }")]
    [InlineData("List<Action<WebApplication>> All = [a => { if (!a.Environment.IsDevelopment()) a.UseHsts(); }, a => a.UseHttpsRedirection(), a => a.MapRazorPages()]")]
    [InlineData("List<Action<WebApplication>> All = [Some, a => a.MapRazorPages()]")] // Not known.
    public Task The_steps_of_a_field_are_read(string field) => Verify.Silent<PipelineFamily>(Builder + $$"""
        var app = builder.Build();
        foreach (var step in Steps.All)
            step(app);
        app.Run();

        static class Steps
        {
            public static readonly {{field}};
            private static Action<WebApplication> Some => Environment.GetCommandLineArgs().Length > 1 ? Redirect : null!;
            private static void Redirect(WebApplication a) => a.UseHttpsRedirection();
        }
        """);

    [Theory]
    [InlineData("foreach (var step in Steps.All) step(app);")]
    [InlineData("Steps.All.ForEach(step => step(app));")]
    public Task The_steps_of_a_field_lack_both(string run) => Verify.Finds<PipelineFamily>(Builder + $$"""
        var app = {|DIT0402:builder.Build()|};
        {{run}}
        app.Run();

        static class Steps
        {
            public static readonly List<Action<WebApplication>> All = new() { a => { if (a.Environment.IsDevelopment()) {|DIT0401:a.UseHsts()|}; }, a => a.UseStaticFiles(), a => a.MapRazorPages() };
        }
        """);

    [Fact]
    public Task Who_is_handed_the_application_in_development_adds_nothing_in_production() => Verify.Finds<PipelineFamily>(Builder + """
        var app = {|DIT0401:{|DIT0402:builder.Build()|}|};
        if (app.Environment.IsDevelopment())
            Develop(app);
        app.MapRazorPages();
        app.Run();

        static void Develop(WebApplication web) => Plugins.First.Extend(web);

        interface IPlugin { void Extend(WebApplication web); }
        static class Plugins { public static IPlugin First { get; set; } = null!; }
        """);

    [Theory]
    [InlineData("Develop(app);", "static void Develop(WebApplication web) => Plugins.First.Extend(web);")]
    [InlineData("Plugins.First.Extend(app);", "")]
    public Task Who_is_handed_the_application_may_add_what_is_missing(string statement, string function) => Verify.Silent<PipelineFamily>(Builder + $$"""
        var app = builder.Build();
        {{statement}}
        app.MapRazorPages();
        app.Run();
        {{function}}
        interface IPlugin { void Extend(WebApplication web); }
        static class Plugins { public static IPlugin First { get; set; } = null!; }
        """);

    [Fact]
    public Task Nothing_is_missing_from_an_application_that_only_development_makes() => Verify.Silent<PipelineFamily>(Builder + """
        if (builder.Environment.IsDevelopment())
            Make(builder).Run();

        static WebApplication Make(WebApplicationBuilder builder)
        {
            var app = builder.Build();
            app.MapRazorPages();
            return app;
        }
        """);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) { {|DIT0401:app.UseHsts()|}; }")]
    [InlineData("if (!app.Environment.IsProduction()) {|DIT0401:app.UseHsts()|};")]
    [InlineData("if (app.Environment.EnvironmentName == \"Development\") {|DIT0401:app.UseHsts()|};")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") is { } name && name == \"Development\") {|DIT0401:app.UseHsts()|};")]
    [InlineData("var (dev, shipped) = (app.Environment.IsDevelopment(), app.Environment.IsProduction()); if (dev) {|DIT0401:app.UseHsts()|};")]
    [InlineData("Action secure = () => {|DIT0401:app.UseHsts()|}; if (app.Environment.IsDevelopment()) secure();")]
    [InlineData("(app.Environment.IsDevelopment() ? (Action)(() => {|DIT0401:app.UseHsts()|}) : () => app.UseExceptionHandler(\"/Error\"))();")]
    [InlineData("if (!app.Environment.IsDevelopment()) { app.UseExceptionHandler(\"/Error\"); } else { {|DIT0401:app.UseHsts()|}; }")]
    public Task Hsts_in_development_only(string statement) => Verify.Finds<PipelineFamily>(Builder + $"""
        var app = builder.Build();
        {statement}
        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Redirection_in_development_only() => Verify.Finds<PipelineFamily>(Builder + """
        var app = builder.Build();
        app.UseHsts();
        if (app.Environment.IsDevelopment())
        {
            {|DIT0402:app.UseHttpsRedirection()|};
        }
        app.MapRazorPages();
        app.Run();
        """);

    [Theory]
    [InlineData("app.Map(\"/admin\", b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    [InlineData("app.MapWhen(c => c.Request.Host.Port == 81, b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    [InlineData("app.UseWhen(c => c.Request.Path == \"/admin\", b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    [InlineData("app.UseWhen(c => c.Request.Path.Value is \"/admin\" or \"/login\", b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    [InlineData("app.MapWhen(c => c.Request.Host.Host == \"a\", b => b.UseWhen(c => true, x => { x.UseHsts(); x.UseHttpsRedirection(); }));")]
    [InlineData("var never = new List<Action> { () => app.UseHsts(), () => app.UseHttpsRedirection() };")]
    [InlineData("app.UseWhen(c => c.Request.Path.StartsWithSegments(\"/admin\") == true, b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    [InlineData("app.MapWhen(c => c.Request.Path.StartsWithSegments(\"/old\"), b => b.Run(c => { c.Response.Redirect(\"https://new\"); return Task.CompletedTask; }));")]
    [InlineData("Action never = () => { app.UseHsts(); app.UseHttpsRedirection(); };")]
    [InlineData("app.UseWhen(c => c.Request.Path.StartsWithSegments(\"/admin\"), b => { b.UseHsts(); b.UseHttpsRedirection(); });")]
    public Task A_branch_covers_itself_only(string statement) => Verify.Finds<PipelineFamily>(Builder + $$"""
        var app = {|DIT0401:{|DIT0402:builder.Build()|}|};
        {{statement}}
        app.MapRazorPages();
        app.Run();
        """);

    [Theory]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapGet(\"/orders\", () => new[] { 1 });")]
    [InlineData("app.MapGroup(\"/api\").MapPost(\"/orders\", () => 1);")]
    [InlineData("app.Run(async c => await c.Response.WriteAsync(c.Request.Path));")]
    public Task An_api_needs_redirection_but_no_hsts(string statement) => Verify.Finds<PipelineFamily>(Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = {|DIT0402:builder.Build()|};
        {{statement}}
        app.Run();
        """);

    [Theory]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/\", () => \"Hello World!\"); app.Run();")]
    [InlineData("var app = WebApplication.Create(args); app.MapGet(\"/\", () => \"Hello World!\"); app.Run();")]
    [InlineData("var app = WebApplication.CreateSlimBuilder(args).Build(); app.MapGet(\"/todos\", () => 1); app.Run();")]
    [InlineData("var builder = WebApplication.CreateSlimBuilder(args); var app = builder.Build(); app.MapPost(\"/todos\", () => 1); app.Run();")]
    [InlineData("var app = WebApplication.Create(args); app.MapHealthChecks(\"/health\"); app.Run();")]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.Run();")]
    [InlineData("var host = Host.CreateApplicationBuilder(args).Build(); host.Run();")]
    public Task Nothing_to_protect(string source) => Verify.Silent<PipelineFamily>(Usings + source);

    [Fact]
    public Task Several_applications_are_told_apart() => Verify.Finds<PipelineFamily>(Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var shop = builder.Build();
        shop.UseHsts();
        shop.UseHttpsRedirection();
        shop.MapRazorPages();
        var admin = {|DIT0401:{|DIT0402:WebApplication.Create(args)|}|};
        admin.MapRazorPages();
        await Task.WhenAll(shop.RunAsync(), admin.RunAsync());
        """);

    [Fact]
    public Task Startup_without_both() => Verify.Finds<PipelineFamily>(Usings + """
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddMvc();
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """.Replace("void Configure(", "void {|DIT0401:{|DIT0402:Configure|}|}(", StringComparison.Ordinal));

    [Fact]
    public Task Startup_as_an_expression() => Verify.Finds<PipelineFamily>(Usings + """
        public class Startup
        {
            public void {|DIT0401:{|DIT0402:Configure|}|}(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapRazorPages());
        }
        """);

    [Fact]
    public Task Startup_that_is_inverted() => Verify.Finds<PipelineFamily>(Usings + """
        public class Startup
        {
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                if (!env.IsProduction()) { {|DIT0401:app.UseHsts()|}; {|DIT0402:app.UseHttpsRedirection()|}; }
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """);

    [Theory]
    [InlineData("public void Configure(IApplicationBuilder app, IWebHostEnvironment env) { if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); } else { app.UseExceptionHandler(\"/E\").UseHsts(); } app.UseHttpsRedirection(); app.UseEndpoints(e => e.MapRazorPages()); }")]
    [InlineData("public void ConfigureDevelopment(IApplicationBuilder app) { app.UseEndpoints(e => e.MapRazorPages()); }")]
    [InlineData("public void ConfigureDevelopment(IApplicationBuilder app) { app.UseHttpsRedirection(); app.UseEndpoints(e => e.MapRazorPages()); }")]
    [InlineData("public void ConfigureProduction(IApplicationBuilder app) { app.UseHsts(); app.UseHttpsRedirection(); app.UseEndpoints(e => e.MapRazorPages()); } public void Configure(IApplicationBuilder app) { app.UseEndpoints(e => e.MapRazorPages()); }")]
    [InlineData("public void Configure(IApplicationBuilder app) { app.UseHsts(); app.UseHttpsRedirection(); Pages(app); } private void Pages(IApplicationBuilder app) { app.UseEndpoints(e => e.MapRazorPages()); }")]
    public Task Startup_that_is_fine(string members) => Verify.Silent<PipelineFamily>(Usings + "public class Startup { " + members + " }");

    [Fact]
    public Task The_delegate_of_a_web_host() => Verify.Finds<PipelineFamily>(Usings + """
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.{|DIT0401:{|DIT0402:Configure|}|}(app =>
        {
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapRazorPages());
        })).Build().Run();
        """);

    [Fact]
    public Task Extension_methods_that_pass_the_application_on() => Verify.Finds<PipelineFamily>(Usings + """
        WebApplication.CreateBuilder(args).ConfigureServices().ConfigurePipeline().Run();

        static class HostingExtensions
        {
            public static WebApplication ConfigureServices(this WebApplicationBuilder builder)
            {
                builder.Services.AddRazorPages();
                return {|DIT0401:builder.Build()|};
            }

            public static WebApplication ConfigurePipeline(this WebApplication app)
            {
                app.UseHttpsRedirection();
                app.MapRazorPages();
                return app;
            }
        }
        """);

    [Fact]
    public Task A_startup_filter_counts() => Verify.Silent<PipelineFamily>(Builder + """
        builder.Services.AddTransient<IStartupFilter, Transport>();
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();

        sealed class Transport : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.UseHsts();
                app.UseHttpsRedirection();
                next(app);
            };
        }
        """);

    [Fact]
    public Task A_startup_filter_that_hands_on_a_method_counts() => Verify.Silent<PipelineFamily>(Builder + """
        builder.Services.AddTransient<IStartupFilter, Transport>();
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();

        sealed class Transport : IStartupFilter
        {
            private Action<IApplicationBuilder> rest = null!;
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
            {
                rest = next;
                return Apply;
            }

            private void Apply(IApplicationBuilder app)
            {
                app.UseHsts();
                app.UseHttpsRedirection();
                rest(app);
            }
        }
        """);

    [Fact]
    public Task Rewriter_redirects() => Verify.Silent<PipelineFamily>("using Microsoft.AspNetCore.Rewrite;\n" + Builder + """
        var app = builder.Build();
        app.UseHsts();
        app.UseRewriter(new RewriteOptions().AddRedirectToHttps());
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Rewriter_without_https() => Verify.Finds<PipelineFamily>("using Microsoft.AspNetCore.Rewrite;\n" + Builder + """
        var app = {|DIT0402:builder.Build()|};
        app.UseHsts();
        app.UseRewriter(new RewriteOptions().AddRedirectToWww());
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Tls_ends_at_a_proxy() => Verify.Silent<PipelineFamily>(Builder + """
        var app = builder.Build();
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.All });
        app.MapRazorPages();
        app.Run();
        """, options: "transit_analyzers.tls_termination = proxy");

    [Theory]
    [InlineData("webapp", "if (!app.Environment.IsDevelopment())\n{\n    app.UseExceptionHandler(\"/Error\");\n    app.UseHsts();\n}\n\napp.UseHttpsRedirection();\n\napp.UseRouting();\n\napp.UseAuthorization();\n\napp.MapStaticAssets();\napp.MapRazorPages()\n   .WithStaticAssets();")]
    [InlineData("webapi", "app.UseHttpsRedirection();\napp.UseAuthorization();\napp.MapControllers();")]
    [InlineData("web", "app.MapGet(\"/\", () => \"Hello World!\");")]
    [InlineData("blazor", "if (!app.Environment.IsDevelopment())\n{\n    app.UseExceptionHandler(\"/Error\", createScopeForErrors: true);\n    app.UseHsts();\n}\napp.UseStatusCodePagesWithReExecute(\"/not-found\", createScopeForStatusCodePages: true);\napp.UseHttpsRedirection();\n\napp.UseAntiforgery();\n\napp.MapStaticAssets();")]
    public Task Templates_are_silent(string template, string statements) => Verify.Silent<PipelineFamily>(
        Usings + "var builder = WebApplication.CreateBuilder(args);\n"
        + (template == "webapp" ? "builder.Services.AddRazorPages();\n" : string.Empty)
        + "var app = builder.Build();\n" + statements + "\n\napp.Run();");
}
