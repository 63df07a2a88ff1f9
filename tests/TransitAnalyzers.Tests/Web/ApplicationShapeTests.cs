using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0401 and DIT0402 in programs of every shape, and with what is known of where they listen.</summary>
public sealed class ApplicationShapeTests
{
    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Api = Usings + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();

        """;

    [Fact]
    public Task A_field_holds_the_application() => Verify.Finds<PipelineFamily>(Usings + """
        class Server
        {
            private readonly WebApplication app;
            public Server(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                app = {|DIT0401:{|DIT0402:builder.Build()|}|};
            }
            public Task StartAsync()
            {
                app.MapRazorPages();
                return app.StartAsync();
            }
        }
        """);

    [Theory]
    [InlineData("app = WebApplication.CreateBuilder().Build(); Init();", "void Init() { app.UseHsts(); app.UseHttpsRedirection(); app.MapRazorPages(); }")]
    [InlineData("app = WebApplication.CreateBuilder().Build();", "public void Secure() { app.UseHsts(); app.UseHttpsRedirection(); } public void Map() => app.MapRazorPages();")]
    [InlineData("app = WebApplication.CreateBuilder().Build();", "public void Map() => app.MapRazorPages(); public WebApplication App => app;")]
    public Task A_field_holds_an_application_that_other_methods_secure(string constructor, string methods) => Verify.Silent<PipelineFamily>(
        Usings + "class Server { private readonly WebApplication app; public Server() { " + constructor + " } " + methods + " }");

    [Theory]
    [InlineData("typeof(Program).GetMethod(\"Configure\")?.Invoke(null, new object[] { app });")]
    [InlineData("var all = new System.Collections.Generic.List<IApplicationBuilder>(); all.Add(app); foreach (var one in all) one.UseHsts().UseHttpsRedirection();")]
    [InlineData("var pair = (app, 1); pair.app.UseHsts().UseHttpsRedirection();")]
    [InlineData("Action<IApplicationBuilder>[] steps = { a => a.UseHsts(), a => a.UseHttpsRedirection() }; foreach (var step in steps) step(app);")]
    public Task Somebody_else_may_add_to_it(string statement) => Verify.Silent<PipelineFamily>(Api + "var app = builder.Build();\n" + statement + "\napp.MapRazorPages(); app.Run();");

    [Theory]
    [InlineData("(app.Environment.IsDevelopment() ? app : app.UseHsts()).UseHttpsRedirection(); app.MapRazorPages();")]
    [InlineData("IApplicationBuilder web = app.Environment.IsDevelopment() ? app.UseDeveloperExceptionPage() : app.UseHsts(); web.UseHttpsRedirection(); app.MapRazorPages();")]
    public Task The_application_is_chosen_by_an_expression(string statements) => Verify.Silent<PipelineFamily>(Api + "var app = builder.Build();\n" + statements + "\napp.Run();");

    [Fact]
    public Task Pages_of_another_application_are_not_its_own() => Verify.Finds<PipelineFamily>(Usings + """
        var first = WebApplication.CreateBuilder(args);
        first.Services.AddRazorPages();
        var web = first.Build();
        web.UseHsts();
        web.UseHttpsRedirection();
        web.MapRazorPages();
        var second = WebApplication.CreateBuilder(args);
        second.Services.AddControllers();
        var api = {|DIT0402:second.Build()|};
        api.MapControllers();
        await Task.WhenAll(web.RunAsync(), api.RunAsync());
        """);

    [Fact]
    public Task An_override_that_its_base_calls_is_no_start() => Verify.Silent<PipelineFamily>(Usings + """
        abstract class Base
        {
            public void Configure(IApplicationBuilder app) { app.UseHsts(); app.UseHttpsRedirection(); ConfigureEndpoints(app); }
            protected abstract void ConfigureEndpoints(IApplicationBuilder app);
        }
        class Startup : Base
        {
            public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();
            protected override void ConfigureEndpoints(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e => e.MapRazorPages());
        }
        """);

    [Theory]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup<Startup>().Build().Run();")]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup(typeof(Startup)).Build().Run();")]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup(context => new Startup()).Build().Run();")]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup(\"Shop\").Build().Run();")]
    [InlineData("Run<Startup>(); static void Run<T>() where T : class => WebHost.CreateDefaultBuilder().UseStartup<T>().Build().Run();")]
    [InlineData("WebApplication.CreateBuilder(args).WebHost.UseStartup(typeof(Program).Assembly.GetName().Name!);")]
    public Task A_startup_class_that_is_started(string program) => Verify.Finds<PipelineFamily>(
        Usings + "using Microsoft.AspNetCore;\n" + program + "\n" + StartupClass.Replace("Configure(", "{|DIT0402:Configure|}(", StringComparison.Ordinal));

    [Theory]
    [InlineData("var app = WebApplication.Create(args); app.UseHttpsRedirection(); app.MapGet(\"/\", () => 1); app.Run();")]
    [InlineData("WebHost.CreateDefaultBuilder(args).UseStartup<NewStartup>().Build().Run();")]
    public Task A_startup_class_that_nothing_starts(string program) => Verify.Silent<PipelineFamily>(Usings + "using Microsoft.AspNetCore;\n" + program + "\n" + StartupClass + """
        public class NewStartup
        {
            public void Configure(IApplicationBuilder app) => app.UseHttpsRedirection().UseRouting().UseEndpoints(endpoints => endpoints.MapControllers());
        }
        """);

    private const string StartupClass = """
        public class Startup
        {
            public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapControllers());
        }

        """;

    private const string Template = Usings + """
        using Microsoft.AspNetCore;
        WebHost.CreateDefaultBuilder(args).UseStartup<Startup>().Build().Run();
        abstract class StartupBase
        {
            public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();
            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                ConfigureSecurity(app, env);
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapRazorPages());
            }

        """;

    [Theory]
    [InlineData("protected abstract void ConfigureSecurity(IApplicationBuilder builder, IWebHostEnvironment env); }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment environment) { app.UseHsts(); app.UseHttpsRedirection(); }")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { } }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { if (!env.IsDevelopment()) app.UseHsts(); app.UseHttpsRedirection(); }")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { app.UseHsts(); app.UseHttpsRedirection(); } }", "")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) => app.UseHsts(); }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { base.ConfigureSecurity(app, env); app.UseHttpsRedirection(); }")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) => Both(app); protected abstract void Both(IApplicationBuilder app); }", "protected override void Both(IApplicationBuilder it) => it.UseHsts().UseHttpsRedirection();")]
    [InlineData("protected abstract void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env); } abstract class Middle : StartupBase { protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) => app.UseHsts().UseHttpsRedirection(); }", "", "Middle")]
    public Task An_abstract_startup_runs_what_the_real_one_overrides(string members, string overrides, string parent = "StartupBase") =>
        Verify.Silent<PipelineFamily>(Template + members + "\nclass Startup : " + parent + " { " + overrides + " }");

    [Theory]
    [InlineData("protected abstract void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env); }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { }")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) => app.UseHsts().UseHttpsRedirection(); }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { }")]
    [InlineData("protected virtual void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { } }", "} class Other : StartupBase { protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) => app.UseHsts().UseHttpsRedirection();")]
    [InlineData("protected abstract void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env); }", "protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { } } class SecondStartup : StartupBase { static readonly Type T = typeof(SecondStartup); static readonly Type U = typeof(Startup); protected override void ConfigureSecurity(IApplicationBuilder app, IWebHostEnvironment env) { }")]
    public Task An_abstract_startup_lacks_what_the_real_one_lacks(string members, string overrides) =>
        Verify.Finds<PipelineFamily>(Template.Replace("void Configure(", "void {|DIT0401:{|DIT0402:Configure|}|}(", StringComparison.Ordinal) + members + "\nclass Startup : StartupBase { " + overrides + " }");

    [Fact]
    public Task A_startup_that_calls_its_base() => Verify.Silent<PipelineFamily>(Usings + """
        class StartupBase
        {
            public virtual void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(endpoints => endpoints.MapRazorPages());
        }
        class Startup : StartupBase
        {
            public override void Configure(IApplicationBuilder app)
            {
                app.UseHsts();
                app.UseHttpsRedirection();
                base.Configure(app);
            }
        }
        """);

    /// <summary>What a method of the program does is read where a delegate is made of it, too.</summary>
    [Theory]
    [InlineData("app.UseRouting(); app.UseEndpoints(Map);", "static void Map(IEndpointRouteBuilder routes) => routes.MapRazorPages();")]
    [InlineData("app.UseRouting(); app.UseEndpoints(Map);", "protected virtual void Map(IEndpointRouteBuilder routes) => routes.MapRazorPages();")]
    [InlineData("app.Map(\"/shop\", Shop);", "void Shop(IApplicationBuilder shop) => shop.UseRouting().UseEndpoints(e => e.MapRazorPages());")]
    [InlineData("Action<IApplicationBuilder> shop = b => b.UseStaticFiles(); app.Map(\"/shop\", shop);", "")]
    public Task A_method_is_given_to_be_run(string statements, string member) => Verify.Finds<PipelineFamily>(
        Usings + "public class Startup { public void {|DIT0401:{|DIT0402:Configure|}|}(IApplicationBuilder app) { " + statements + " } " + member + " }");

    private const string Modules = Api + """
        var app = builder.Build();
        foreach (var module in app.Services.GetServices<IPipelineModule>())
            module.Configure(app);
        app.MapRazorPages();
        app.Run();

        interface IPipelineModule { void Configure(IApplicationBuilder app); }
        class Pages : IPipelineModule { public void Configure(IApplicationBuilder web) => web.UseStaticFiles(); }

        """;

    [Theory]
    [InlineData("class Security : IPipelineModule { public void Configure(IApplicationBuilder web) { web.UseHsts(); web.UseHttpsRedirection(); } }")]
    [InlineData("class Security : IPipelineModule { void IPipelineModule.Configure(IApplicationBuilder web) => web.UseHsts().UseHttpsRedirection(); }")]
    [InlineData("abstract class Module : IPipelineModule { public void Configure(IApplicationBuilder web) => Add(web); protected abstract void Add(IApplicationBuilder app); } class Security : Module { protected override void Add(IApplicationBuilder app) => app.UseHsts().UseHttpsRedirection(); }")]
    public Task One_module_that_adds_what_is_asked_is_enough(string module) => Verify.Silent<PipelineFamily>(Modules + module);

    [Fact]
    public Task Modules_that_add_nothing_of_it() => Verify.Finds<PipelineFamily>(Modules.Replace("builder.Build()", "{|DIT0401:{|DIT0402:builder.Build()|}|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("builder.Services.AddTransient<IStartupFilter, Transport>();")]
    [InlineData("if (!builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IStartupFilter>(new Transport());")]
    [InlineData("builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, Transport>());")]
    [InlineData("builder.Services.AddSingleton<IStartupFilter>(_ => new Transport());")]
    [InlineData("foreach (var type in typeof(Program).Assembly.GetTypes()) if (type.IsAssignableTo(typeof(IStartupFilter))) builder.Services.AddSingleton(typeof(IStartupFilter), type);")]
    public Task A_startup_filter_that_production_has(string registration) => Verify.Silent<PipelineFamily>(
        Api + registration + "\nvar app = builder.Build(); app.MapRazorPages(); app.Run();\n" + Filter);

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddTransient<IStartupFilter, Transport>();")]
    [InlineData("if (builder.Environment.IsDevelopment()) { builder.Services.AddSingleton<IStartupFilter>(new Transport()); }")]
    public Task A_startup_filter_that_only_development_has(string registration) => Verify.Finds<PipelineFamily>(
        Api + registration + "\nvar app = builder.Build(); app.MapRazorPages(); app.Run();\n" + Filter
            .Replace("web.UseHsts()", "{|DIT0401:web.UseHsts()|}", StringComparison.Ordinal)
            .Replace("web.UseHttpsRedirection()", "{|DIT0402:web.UseHttpsRedirection()|}", StringComparison.Ordinal));

    [Fact]
    public Task A_startup_filter_that_nobody_registers() => Verify.Finds<PipelineFamily>(
        Api + "var app = {|DIT0401:{|DIT0402:builder.Build()|}|}; app.MapRazorPages(); app.Run();\n" + Filter);

    [Fact]
    public Task A_startup_filter_of_another_application() => Verify.Finds<PipelineFamily>(Api + """
        var other = WebApplication.CreateBuilder(args);
        other.Services.AddTransient<IStartupFilter, Transport>();
        var admin = other.Build();
        admin.MapRazorPages();
        var app = {|DIT0401:{|DIT0402:builder.Build()|}|};
        app.MapRazorPages();
        await Task.WhenAll(admin.RunAsync(), app.RunAsync());

        """ + Filter);

    private const string Filter = """
        sealed class Transport : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
            {
                return Transport;
                void Transport(IApplicationBuilder web)
                {
                    web.UseHsts();
                    web.UseHttpsRedirection();
                    next(web);
                }
            }
        }
        """;

    private const string Mvc = Usings + """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        var builder = WebApplication.CreateBuilder(args);

        """;

    [Theory]
    [InlineData("builder.Services.AddControllers(o => o.Filters.Add<RequireHttpsAttribute>());")]
    [InlineData("builder.Services.AddMvc(o => o.Filters.Add(typeof(RequireHttpsAttribute)));")]
    [InlineData("builder.Services.AddControllers(); builder.Services.Configure<MvcOptions>(o => { if (!builder.Environment.IsDevelopment()) o.Filters.Add(new RequireHttpsAttribute()); });")]
    [InlineData("builder.Services.AddControllers(o => o.Filters.Add(new PermanentHttpsAttribute()));")]
    [InlineData("builder.Services.AddControllers(o => o.Filters.Add<HttpsOnly>());")]
    public Task A_global_filter_redirects(string services) => Verify.Silent<PipelineFamily>(
        Mvc + services + "\nvar app = builder.Build(); app.MapControllers(); app.Run();\n" + Filters);

    [Theory]
    [InlineData("builder.Services.AddControllers(o => { if (builder.Environment.IsDevelopment()) o.Filters.Add(new RequireHttpsAttribute()); });")]
    [InlineData("builder.Services.AddControllers(); Console.WriteLine(nameof(RequireHttpsAttribute));")]
    [InlineData("builder.Services.AddControllers(o => o.Filters.Add<Timing>());")]
    [InlineData("builder.Services.AddControllers(); WebApplication.CreateBuilder(args).Services.AddControllers(o => o.Filters.Add(new RequireHttpsAttribute()));")]
    public Task No_global_filter_redirects(string services) => Verify.Finds<PipelineFamily>(
        Mvc + services + "\nvar app = {|DIT0402:builder.Build()|}; app.MapControllers(); app.Run();\n" + Filters);

    private const string Filters = """
        public class PermanentHttpsAttribute : RequireHttpsAttribute { }
        public class HttpsOnly : IAuthorizationFilter
        {
            public void OnAuthorization(AuthorizationFilterContext context)
            {
                if (!context.HttpContext.Request.IsHttps)
                    context.Result = new StatusCodeResult(403);
            }
        }
        public class Timing : IActionFilter
        {
            public void OnActionExecuting(ActionExecutingContext context) { }
            public void OnActionExecuted(ActionExecutedContext context) { }
        }
        """;

    [Theory]
    [InlineData("[RequireHttps] public class OrdersController : ControllerBase { }")]
    [InlineData("[RequireHttps] public class OrdersController : ControllerBase { } [RequireHttpsAttribute] public class HomeController : Controller { }")]
    [InlineData("[RequireHttps] public abstract class ShopController : ControllerBase { } public class OrdersController : ShopController { } public class HomeController : ShopController { }")]
    [InlineData("public class SecureAttribute : RequireHttpsAttribute { } [Secure] public class OrdersController : ControllerBase { } [NonController] public class OldController { } class HiddenController { }")]
    public Task An_attribute_of_all_controllers_redirects(string controllers) => Verify.Silent<PipelineFamily>(
        Mvc + "builder.Services.AddControllers(); var app = builder.Build(); app.MapControllers(); app.Run();\n" + controllers);

    [Theory]
    [InlineData("", "[RequireHttps] public class OrdersController : ControllerBase { } public class HomeController : ControllerBase { }")]
    [InlineData("", "[RequireHttps] public abstract class ShopController : ControllerBase { } public class OrdersController : ShopController { } public class HomeController : ControllerBase { }")]
    [InlineData("", "public class OrdersController : ControllerBase { [RequireHttps] public int Get() => 1; }")]
    [InlineData("app.MapGet(\"/orders\", () => 1);", "[RequireHttps] public class OrdersController : ControllerBase { }")]
    [InlineData("", "// [RequireHttps]\npublic class OrdersController : ControllerBase { }")]
    public Task An_attribute_of_some_controllers_does_not_redirect(string statement, string controllers) => Verify.Finds<PipelineFamily>(
        Mvc + "builder.Services.AddControllers(); var app = {|DIT0402:builder.Build()|}; app.MapControllers(); " + statement + " app.Run();\n" + controllers);

    [Fact]
    public Task A_filter_that_is_named_in_full_redirects() => Verify.Silent<PipelineFamily>(Usings + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers(o => o.Filters.Add(new Microsoft.AspNetCore.Mvc.RequireHttpsAttribute()));
        var app = builder.Build();
        app.MapControllers();
        app.Run();
        """);

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"https://0.0.0.0:8443\"); var app = builder.Build(); app.MapControllers(); app.Run();")]
    [InlineData("var app = builder.Build(); app.MapControllers(); app.Run(\"http://localhost:5000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8443, l => l.UseHttps())); var app = builder.Build(); app.MapControllers(); app.Run();")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenUnixSocket(\"/run/web.sock\")); var app = builder.Build(); app.MapControllers(); app.Run();")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(5000)); var app = builder.Build(); app.MapRazorPages(); app.Run();")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { System.Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions> tls = l => l.UseHttps(); k.ListenAnyIP(8443, tls); }); var app = builder.Build(); app.MapControllers(); app.Run();")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.ListenLocalhost(5000); System.Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions> own = l => Microsoft.AspNetCore.Connections.ConnectionBuilderExtensions.UseConnectionHandler<Own>(l); k.ListenAnyIP(6379, own); }); var app = builder.Build(); app.MapControllers(); app.Run(); class Own : Microsoft.AspNetCore.Connections.ConnectionHandler { public override Task OnConnectedAsync(Microsoft.AspNetCore.Connections.ConnectionContext connection) => Task.CompletedTask; }")]
    [InlineData("var app = builder.Build(); app.MapGet(\"/health/ready\", () => Results.Ok()); app.MapGet(\"/healthz\", () => Results.Ok()); app.Run();")]
    public Task There_is_nothing_to_redirect(string statements) => Verify.Silent<PipelineFamily>(Api + statements);

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://*:80;https://*:443\");")]
    [InlineData("builder.WebHost.UseUrls(args[0]);")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.ListenAnyIP(80); k.ListenAnyIP(443, l => l.UseHttps()); });")]
    [InlineData("Action<string> listen = url => builder.WebHost.UseUrls(url); listen(args[0]); WebApplication.CreateBuilder(args).WebHost.UseUrls(\"http://localhost:5000\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.WebHost.UseUrls(\"http://localhost:5000\");")]
    public Task There_is_something_to_redirect(string listening) => Verify.Finds<PipelineFamily>(
        Api + listening + " var app = {|DIT0402:builder.Build()|}; app.MapControllers(); app.Run();");

    [Theory]
    [InlineData("api", "var app = builder.Build(); app.UseHttpsRedirection(); app.MapRazorPages(); app.Run();")]
    [InlineData("detected", "var app = builder.Build(); app.UseHttpsRedirection(); app.MapControllers(); app.Run();")]
    [InlineData("browser", "var app = {|DIT0401:builder.Build()|}; app.UseHttpsRedirection(); app.MapControllers(); app.Run();")]
    public Task The_option_says_who_uses_it(string kind, string statements) => Verify.Finds<PipelineFamily>(
        Api + statements, options: "transit_analyzers.application_kind = " + kind);

    [Fact]
    public Task A_file_says_where_it_listens() => Verify.Silent<PipelineFamily>(
        Api + "var app = builder.Build(); app.MapControllers(); app.Run();",
        with: test => test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:443" } } } }""")));

    [Theory]
    [InlineData("// No RequireHttpsAttribute here.\n")]
    [InlineData("/// <summary>Without RequireHttpsAttribute.</summary>\nclass C { }")]
    public Task What_a_comment_names_does_nothing(string comment) => Verify.Finds<PipelineFamily>(
        Api + "var app = {|DIT0402:builder.Build()|}; app.MapControllers(); app.Run();\n" + comment);

    [Fact]
    public Task What_code_names_may_do_it() => Verify.Silent<PipelineFamily>(
        Api + "builder.Services.AddControllers(o => o.Filters.Add(new Microsoft.AspNetCore.Mvc.RequireHttpsAttribute()));\nvar app = builder.Build(); app.MapControllers(); app.Run();");
}
