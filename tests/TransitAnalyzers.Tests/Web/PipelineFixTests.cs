using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>The fixes of DIT0401 and DIT0402, in the style of the file that they mend.</summary>
public sealed class PipelineFixTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;


        """;

    [Fact]
    public Task Hsts_after_the_builder() => Hsts(
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = {|DIT0401:builder.Build()|};

        // Configure the HTTP request pipeline.
        app.UseHttpsRedirection();
        app.UseStaticFiles();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // Configure the HTTP request pipeline.
        app.UseHttpsRedirection();
        app.UseStaticFiles();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Hsts_beside_a_helper_that_development_calls() => Hsts(
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        if (app.Environment.IsDevelopment())
            Secure(app);
        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();

        static void Secure(WebApplication app)
        {
            {|DIT0401:app.UseHsts()|};
        }
        """,
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        if (app.Environment.IsDevelopment())
            Secure(app);

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();

        static void Secure(WebApplication app)
        {
            app.UseHsts();
        }
        """);

    [Fact]
    public Task Hsts_behind_what_is_compiled_for_debugging() => Hsts(
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = {|DIT0401:builder.Build()|};
        #if DEBUG
        app.UseDeveloperExceptionPage();
        #endif
        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        #if DEBUG
        app.UseDeveloperExceptionPage();
        #endif

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Hsts_into_the_branch_for_production() => Hsts(
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = {|DIT0401:builder.Build()|};

        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
            app.UseHsts();
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Hsts_into_an_else() => Hsts(
        Usings + """
        public class Startup {
            public void {|DIT0401:Configure|}(IApplicationBuilder app, IWebHostEnvironment env) {
                if (env.IsDevelopment()) {
                    app.UseDeveloperExceptionPage();
                }

                app.UseHttpsRedirection();
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """,
        Usings + """
        public class Startup {
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env) {
                if (env.IsDevelopment()) {
                    app.UseDeveloperExceptionPage();
                }
                else {
                    app.UseHsts();
                }

                app.UseHttpsRedirection();
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """);

    [Fact]
    public Task Hsts_where_the_environment_has_to_be_asked_for() => Hsts(
        """
        using Microsoft.AspNetCore.Builder;

        public class Startup
        {
            public void {|DIT0401:Configure|}(IApplicationBuilder app)
            {
                app.UseHttpsRedirection();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        public class Startup
        {
            public void Configure(IApplicationBuilder app)
            {
                if (!app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment())
                {
                    app.UseHsts();
                }

                app.UseHttpsRedirection();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """);

    [Fact]
    public Task Hsts_in_a_method_that_is_an_expression() => Hsts(
        Usings + """
        public class Startup
        {
            public void {|DIT0401:Configure|}(IApplicationBuilder app, IWebHostEnvironment env) =>
                app.UseHttpsRedirection().UseEndpoints(endpoints => endpoints.MapRazorPages());
        }
        """,
        Usings + """
        public class Startup
        {
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                if (!env.IsDevelopment())
                {
                    app.UseHsts();
                }

                app.UseHttpsRedirection().UseEndpoints(endpoints => endpoints.MapRazorPages());
            }
        }
        """);

    [Fact]
    public Task Hsts_out_of_an_inverted_guard() => Hsts(
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            {|DIT0401:app.UseHsts()|};
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Hsts_into_the_other_branch() => Hsts(
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
            {|DIT0401:app.UseHsts()|};
        }
        else
        {
            app.UseExceptionHandler("/Error");
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }
        else
        {
            app.UseExceptionHandler("/Error");
            app.UseHsts();
        }

        app.UseHttpsRedirection();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Hsts_into_a_lambda_that_returns_the_application() => Hsts(
        Usings + """
        var app = {|DIT0401:WebApplication.CreateBuilder(args).Build()|};
        Apply(app, web => web.UseHttpsRedirection());
        app.MapRazorPages();
        app.Run();

        static IApplicationBuilder Apply(IApplicationBuilder app, System.Func<IApplicationBuilder, IApplicationBuilder> step) => step(app);
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        Apply(app, web =>
        {
            if (!web.ApplicationServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment())
            {
                web.UseHsts();
            }

            return web.UseHttpsRedirection();
        });
        app.MapRazorPages();
        app.Run();

        static IApplicationBuilder Apply(IApplicationBuilder app, System.Func<IApplicationBuilder, IApplicationBuilder> step) => step(app);
        """);

    [Fact]
    public Task Hsts_into_a_branch_without_braces() => Hsts(
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        app.UseHttpsRedirection();
        if (app.Environment.IsDevelopment())
            {|DIT0401:app.UseHsts()|};
        else
            app.UseExceptionHandler("/Error");
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        app.UseHttpsRedirection();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/Error");
            app.UseHsts();
        }
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Redirection_after_error_pages() => Redirection(
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = {|DIT0402:builder.Build()|};
        app.UseExceptionHandler("/Error");
        app.UseHsts();
        app.UseStaticFiles(); // before routing
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.UseExceptionHandler("/Error");
        app.UseHsts();
        app.UseHttpsRedirection();
        app.UseStaticFiles(); // before routing
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Redirection_after_the_guard_of_hsts() => Redirection(
        Usings + """
        var app = {|DIT0402:WebApplication.CreateBuilder(args).Build()|};

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseStaticFiles();
        app.MapRazorPages();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseHttpsRedirection();

        app.UseStaticFiles();
        app.MapRazorPages();
        app.Run();
        """);

    [Fact]
    public Task Redirection_before_the_first_endpoint() => Redirection(
        Usings + """
        var app = {|DIT0402:WebApplication.CreateBuilder(args).Build()|};
        app.MapControllers();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();

        app.UseHttpsRedirection();
        app.MapControllers();
        app.Run();
        """);

    [Fact]
    public Task Redirection_within_a_chain() => Redirection(
        Usings + """
        public class Startup
        {
            public void {|DIT0402:Configure|}(IApplicationBuilder app) =>
                app.UseExceptionHandler("/Error")
                    .UseRouting()
                    .UseEndpoints(endpoints => endpoints.MapControllers());
        }
        """,
        Usings + """
        public class Startup
        {
            public void Configure(IApplicationBuilder app) =>
                app.UseExceptionHandler("/Error").UseHttpsRedirection()
                    .UseRouting()
                    .UseEndpoints(endpoints => endpoints.MapControllers());
        }
        """);

    [Fact]
    public Task Redirection_out_of_a_guard() => Redirection(
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
            {|DIT0402:app.UseHttpsRedirection()|};
        }

        app.MapControllers();
        app.Run();
        """,
        Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }

        app.UseHttpsRedirection();

        app.MapControllers();
        app.Run();
        """);

    [Fact]
    public Task Redirection_in_the_helper_that_has_the_pipeline() => Redirection(
        Usings + """
        WebApplication.CreateBuilder(args).ConfigureServices().ConfigurePipeline().Run();

        static class HostingExtensions
        {
            public static WebApplication ConfigureServices(this WebApplicationBuilder builder) => {|DIT0402:builder.Build()|};

            public static WebApplication ConfigurePipeline(this WebApplication web)
            {
                web.UseRouting();
                web.MapControllers();
                return web;
            }
        }
        """,
        Usings + """
        WebApplication.CreateBuilder(args).ConfigureServices().ConfigurePipeline().Run();

        static class HostingExtensions
        {
            public static WebApplication ConfigureServices(this WebApplicationBuilder builder) => builder.Build();

            public static WebApplication ConfigurePipeline(this WebApplication web)
            {
                web.UseHttpsRedirection();
                web.UseRouting();
                web.MapControllers();
                return web;
            }
        }
        """);

    private static Task Hsts(string source, string fixedSource) => Verify.Fixes<PipelineFamily, HstsFix>(source, fixedSource);

    private static Task Redirection(string source, string fixedSource) => Verify.Fixes<PipelineFamily, RedirectionFix>(source, fixedSource);

    /// <summary>What Startup classes inherit is mended where it stands, once.</summary>
    [Fact]
    public Task In_what_a_startup_inherits() => Verify.Fixes<PipelineFamily, RedirectionFix>(
        Inherited.Replace("Configure(", "{|DIT0402:Configure|}(", StringComparison.Ordinal),
        Inherited.Replace("        app.UseRouting", "        app.UseHttpsRedirection();\n        app.UseRouting", StringComparison.Ordinal));

    private const string Inherited = """
        using Microsoft.AspNetCore.Builder;
        abstract class StartupBase
        {
            public void Configure(IApplicationBuilder app)
            {
                Authenticate(app);
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapControllers());
            }

            protected abstract void Authenticate(IApplicationBuilder app);
        }
        class ShopStartup : StartupBase
        {
            protected override void Authenticate(IApplicationBuilder app) { }
        }
        class AdminStartup : StartupBase
        {
            protected override void Authenticate(IApplicationBuilder app) { }
        }
        """;
}
