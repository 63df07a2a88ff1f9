using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Web;

/// <summary>
/// The programs that the templates of .NET Core 3.1 to .NET 9 make (those of the SDK in use: the package's tests). Silent as they
/// are; without HTTPS (<c>--no-https</c>) they are told what they lack, and mended.
/// </summary>
public sealed class TemplateTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    // Of packages and of generated code: their public shape, in their own namespaces.
    private const string Stubs = """
        namespace Microsoft.AspNetCore.Builder
        {
            public static class SwaggerBuilderExtensions { public static IApplicationBuilder UseSwagger(this IApplicationBuilder app) => app; }
            public static class SwaggerUIBuilderExtensions { public static IApplicationBuilder UseSwaggerUI(this IApplicationBuilder app, Action<object>? options = null) => app; }
            public static class MigrationsEndPointExtensions { public static IApplicationBuilder UseMigrationsEndPoint(this IApplicationBuilder app) => app; }
            public static class OpenApiEndpointRouteBuilderExtensions { public static IEndpointConventionBuilder MapOpenApi(this IEndpointRouteBuilder endpoints) => null!; }
            public static class GrpcEndpointRouteBuilderExtensions { public static IEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder endpoints) where TService : class => null!; }
            public static class WebAssemblyNetDebugProxyAppBuilderExtensions { public static void UseWebAssemblyDebugging(this IApplicationBuilder app) { } }
            public static class ComponentsWebAssemblyApplicationBuilderExtensions { public static IApplicationBuilder UseBlazorFrameworkFiles(this IApplicationBuilder app) => app; }
            public static class SpaStaticFilesExtensions { public static void UseSpaStaticFiles(this IApplicationBuilder app) { } }
            public static class SpaApplicationBuilderExtensions { public static void UseSpa(this IApplicationBuilder app, Action<object> configuration) { } }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class TemplateServices
            {
                public static IServiceCollection AddSwaggerGen(this IServiceCollection services) => services;
                public static IServiceCollection AddOpenApi(this IServiceCollection services) => services;
                public static IServiceCollection AddGrpc(this IServiceCollection services) => services;
                public static void AddSpaStaticFiles(this IServiceCollection services, Action<object> configure) { }
            }
        }
        public class App : Microsoft.AspNetCore.Components.ComponentBase { }
        public class GreeterService { }
        public class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask; }
        """;

    private static readonly CodeFixProvider[] Fixes = [new HstsFix(), new RedirectionFix()];

    public static TheoryData<string, string> Pages => new()
    {
        {
            "webapp of .NET 6 to 8", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddRazorPages();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler("/Error");
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();
            app.UseStaticFiles();

            app.UseRouting();

            app.UseAuthorization();

            app.MapRazorPages();

            app.Run();
            """
        },
        {
            "webapp of .NET 9", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddRazorPages();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler("/Error");
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();

            app.UseRouting();

            app.UseAuthorization();

            app.MapStaticAssets();
            app.MapRazorPages()
               .WithStaticAssets();

            app.Run();
            """
        },
        {
            "mvc of .NET 6 to 8, with individual accounts", """
            var builder = WebApplication.CreateBuilder(args);

            builder.Services.AddControllersWithViews();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (app.Environment.IsDevelopment())
            {
                app.UseMigrationsEndPoint();
            }
            else
            {
                app.UseExceptionHandler("/Home/Error");
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();
            app.UseStaticFiles();

            app.UseRouting();

            app.UseAuthorization();

            app.MapControllerRoute(
                name: "default",
                pattern: "{controller=Home}/{action=Index}/{id?}");
            app.MapRazorPages();

            app.Run();
            """
        },
        {
            "blazorserver of .NET 6 and 7", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddRazorPages();
            builder.Services.AddServerSideBlazor();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler("/Error");
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();

            app.UseStaticFiles();

            app.UseRouting();

            app.MapBlazorHub();
            app.MapFallbackToPage("/_Host");

            app.Run();
            """
        },
        {
            "blazor of .NET 8", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddRazorComponents()
                .AddInteractiveServerComponents();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler("/Error", createScopeForErrors: true);
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();

            app.UseStaticFiles();
            app.UseAntiforgery();

            app.MapRazorComponents<App>()
                .AddInteractiveServerRenderMode();

            app.Run();
            """
        },
        {
            "blazor of .NET 9", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddRazorComponents()
                .AddInteractiveServerComponents();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler("/Error", createScopeForErrors: true);
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();


            app.UseAntiforgery();

            app.MapStaticAssets();
            app.MapRazorComponents<App>()
                .AddInteractiveServerRenderMode();

            app.Run();
            """
        },
        {
            "blazorwasm --hosted of .NET 6 and 7", """
            using Microsoft.AspNetCore.ResponseCompression;

            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.

            builder.Services.AddControllersWithViews();
            builder.Services.AddRazorPages();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (app.Environment.IsDevelopment())
            {
                app.UseWebAssemblyDebugging();
            }
            else
            {
                app.UseExceptionHandler("/Error");
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();

            app.UseBlazorFrameworkFiles();
            app.UseStaticFiles();

            app.UseRouting();


            app.MapRazorPages();
            app.MapControllers();
            app.MapFallbackToFile("index.html");

            app.Run();
            """
        },
        {
            "angular of .NET 6 and 7", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.

            builder.Services.AddControllersWithViews();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (!app.Environment.IsDevelopment())
            {
                // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                app.UseHsts();
            }

            app.UseHttpsRedirection();
            app.UseStaticFiles();
            app.UseRouting();


            app.MapControllerRoute(
                name: "default",
                pattern: "{controller}/{action=Index}/{id?}");

            app.MapFallbackToFile("index.html");

            app.Run();
            """
        },
        {
            "mvc of .NET 6 with --use-program-main", """
            namespace Company.WebApplication1;

            public class Program
            {
                public static void Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);

                    // Add services to the container.
                    builder.Services.AddControllersWithViews();

                    var app = builder.Build();

                    // Configure the HTTP request pipeline.
                    if (!app.Environment.IsDevelopment())
                    {
                        app.UseExceptionHandler("/Home/Error");
                        // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                        app.UseHsts();
                    }

                    app.UseHttpsRedirection();
                    app.UseStaticFiles();

                    app.UseRouting();

                    app.UseAuthorization();

                    app.MapControllerRoute(
                        name: "default",
                        pattern: "{controller=Home}/{action=Index}/{id?}");

                    app.Run();
                }
            }
            """
        },
        {
            "mvc of .NET Core 3.1 and .NET 5", """
            namespace Company.WebApplication1
            {
                public class Startup
                {
                    public Startup(IConfiguration configuration)
                    {
                        Configuration = configuration;
                    }

                    public IConfiguration Configuration { get; }

                    // This method gets called by the runtime. Use this method to add services to the container.
                    public void ConfigureServices(IServiceCollection services)
                    {
                        services.AddControllersWithViews();
                    }

                    // This method gets called by the runtime. Use this method to configure the HTTP request pipeline.
                    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                    {
                        if (env.IsDevelopment())
                        {
                            app.UseDeveloperExceptionPage();
                        }
                        else
                        {
                            app.UseExceptionHandler("/Home/Error");
                            // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                            app.UseHsts();
                        }
                        app.UseHttpsRedirection();
                        app.UseStaticFiles();

                        app.UseRouting();

                        app.UseAuthorization();

                        app.UseEndpoints(endpoints =>
                        {
                            endpoints.MapControllerRoute(
                                name: "default",
                                pattern: "{controller=Home}/{action=Index}/{id?}");
                        });
                    }
                }

                public class Program
                {
                    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

                    public static IHostBuilder CreateHostBuilder(string[] args) =>
                        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(webBuilder => webBuilder.UseStartup<Startup>());
                }
            }
            """
        },
        {
            "react of .NET Core 3.1 and .NET 5", """
            namespace Company.WebApplication1
            {
                public class Startup
                {
                    public void ConfigureServices(IServiceCollection services)
                    {
                        services.AddControllersWithViews();
                        services.AddSpaStaticFiles(configuration => { });
                    }

                    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                    {
                        if (env.IsDevelopment())
                        {
                            app.UseDeveloperExceptionPage();
                        }
                        else
                        {
                            app.UseExceptionHandler("/Error");
                            // The default HSTS value is 30 days. You may want to change this for production scenarios, see https://aka.ms/aspnetcore-hsts.
                            app.UseHsts();
                        }

                        app.UseHttpsRedirection();
                        app.UseStaticFiles();
                        app.UseSpaStaticFiles();

                        app.UseRouting();

                        app.UseEndpoints(endpoints =>
                        {
                            endpoints.MapControllerRoute(
                                name: "default",
                                pattern: "{controller}/{action=Index}/{id?}");
                        });

                        app.UseSpa(spa => { });
                    }
                }

                public class Program
                {
                    public static void Main(string[] args) =>
                        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(webBuilder => { webBuilder.UseStartup<Startup>(); }).Build().Run();
                }
            }
            """
        },
    };

    public static TheoryData<string, string> Apis => new()
    {
        {
            "webapi --use-controllers of .NET 6 to 8", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.

            builder.Services.AddControllers();
            // Learn more about configuring Swagger/OpenAPI at https://aka.ms/aspnetcore/swashbuckle
            builder.Services.AddEndpointsApiExplorer();
            builder.Services.AddSwaggerGen();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (app.Environment.IsDevelopment())
            {
                app.UseSwagger();
                app.UseSwaggerUI();
            }

            app.UseHttpsRedirection();

            app.UseAuthorization();

            app.MapControllers();

            app.Run();
            """
        },
        {
            "webapi of .NET 8", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddEndpointsApiExplorer();
            builder.Services.AddSwaggerGen();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (app.Environment.IsDevelopment())
            {
                app.UseSwagger();
                app.UseSwaggerUI();
            }

            app.UseHttpsRedirection();

            var summaries = new[]
            {
                "Freezing", "Bracing"
            };

            app.MapGet("/weatherforecast", () => summaries)
            .WithName("GetWeatherForecast");

            app.Run();
            """
        },
        {
            "webapi of .NET 9", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            // Learn more about configuring OpenAPI at https://aka.ms/aspnet/openapi
            builder.Services.AddOpenApi();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            if (app.Environment.IsDevelopment())
            {
                app.MapOpenApi();
            }

            app.UseHttpsRedirection();

            app.MapGet("/weatherforecast", () => new[] { "Freezing" });

            app.Run();
            """
        },
        {
            "webapi of .NET Core 3.1 and .NET 5", """
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddControllers();
                }

                public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                {
                    if (env.IsDevelopment())
                    {
                        app.UseDeveloperExceptionPage();
                    }

                    app.UseHttpsRedirection();

                    app.UseRouting();

                    app.UseAuthorization();

                    app.UseEndpoints(endpoints =>
                    {
                        endpoints.MapControllers();
                    });
                }
            }
            """
        },
    };

    public static TheoryData<string, string> Others => new()
    {
        {
            "grpc of .NET 6 to 9", """
            var builder = WebApplication.CreateBuilder(args);

            // Add services to the container.
            builder.Services.AddGrpc();

            var app = builder.Build();

            // Configure the HTTP request pipeline.
            app.MapGrpcService<GreeterService>();
            app.MapGet("/", () => "Communication with gRPC endpoints must be made through a gRPC client. To learn how to create a client, visit: https://go.microsoft.com/fwlink/?linkid=2086909");

            app.Run();
            """
        },
        {
            "web of .NET 6 to 9", """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();

            app.MapGet("/", () => "Hello World!");

            app.Run();
            """
        },
        {
            "webapiaot of .NET 8 and 9", """
            var builder = WebApplication.CreateSlimBuilder(args);

            var app = builder.Build();

            var todosApi = app.MapGroup("/todos");
            todosApi.MapGet("/", () => new[] { "Walk the dog" });
            todosApi.MapGet("/{id}", (int id) => Results.NotFound());

            app.Run();
            """
        },
        {
            "worker of .NET 6", """
            IHost host = Host.CreateDefaultBuilder(args)
                .ConfigureServices(services =>
                {
                    services.AddHostedService<Worker>();
                })
                .Build();

            await host.RunAsync();
            """
        },
        {
            "worker of .NET 7 to 9", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Worker>();

            var host = builder.Build();
            host.Run();
            """
        },
        {
            "web of .NET Core 3.1 and .NET 5", """
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services)
                {
                }

                public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                {
                    if (env.IsDevelopment())
                    {
                        app.UseDeveloperExceptionPage();
                    }

                    app.UseRouting();

                    app.UseEndpoints(endpoints =>
                    {
                        endpoints.MapGet("/", async context =>
                        {
                            await context.Response.WriteAsync("Hello World!");
                        });
                    });
                }
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    [MemberData(nameof(Apis))]
    [MemberData(nameof(Others))]
    public async Task Is_silent(string template, string program)
    {
        var found = await FindingsAsync(await ProjectAsync(program));
        Assert.True(found.Length == 0, template + ": " + string.Join("; ", found));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_site_without_https_is_mended(string template, string program) => IsMendedAsync(template, program, "DIT0401", "DIT0402");

    [Theory]
    [MemberData(nameof(Apis))]
    public Task An_api_without_https_is_mended(string template, string program) => IsMendedAsync(template, program, "DIT0402");

    private static async Task IsMendedAsync(string template, string program, params string[] ids)
    {
        var lines = program.Split('\n').Where(static line => !line.Contains("app.UseHsts()", StringComparison.Ordinal) && !line.Contains("app.UseHttpsRedirection()", StringComparison.Ordinal));
        var project = await ProjectAsync(string.Join('\n', lines));
        Assert.Equal(ids, (await FindingsAsync(project)).Select(static finding => finding.Id).Order());
        for (var round = 0; await FindingsAsync(project) is { Length: > 0 } found; round++)
        {
            Assert.True(round < 5, template);
            var actions = await Workbench.ActionsAsync(project, found[0], Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(found[0].Id)), CancellationToken.None);
            project = (await Workbench.ApplyAsync(actions.Single(), CancellationToken.None))!.GetProject(project.Id)!;
        }

        // What the template's authors wrote; among the declarations of an API not in the same line.
        var mended = (await project.Documents.First().GetTextAsync()).ToString();
        if (ids.Length > 1)
            Assert.Equal(Lines(program), Lines(mended));
        else
            Assert.Equal(Lines(program).Order(), Lines(mended).Order());
    }

    private static IEnumerable<string> Lines(string program) =>
        program.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    private static Task<Project> ProjectAsync(string program)
    {
        var state = new SolutionState { Sources = { program, Usings, Stubs } };
        state.OutputKind = program.Contains("class ", StringComparison.Ordinal) && !program.Contains("Main(", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        return Workbench.CreateProjectAsync(state, ReferenceAssemblies.AspNetCore.Net100, CSharpProject.CompilationOptions, CSharpProject.ParseOptions, CancellationToken.None);
    }

    private static async Task<Diagnostic[]> FindingsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. (await Workbench.DiagnosticsAsync(project, [new TransitAnalyzer()], CancellationToken.None)).OrderBy(static finding => finding.Id, StringComparer.Ordinal)];
    }
}
