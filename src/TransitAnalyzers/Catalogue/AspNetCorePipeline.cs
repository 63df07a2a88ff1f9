namespace TransitAnalyzers.Catalogue;

/// <summary>What a call on the application does to a request, as far as transport is concerned.</summary>
internal enum Middleware
{
    /// <summary>Passes the request on.</summary>
    Other,

    /// <summary><c>UseForwardedHeaders</c>: learns from the proxy whether the client spoke HTTPS.</summary>
    ForwardedHeaders,

    /// <summary>What has to stand in front of everything: error pages, logging.</summary>
    ErrorHandling,

    /// <summary>Sends <c>Strict-Transport-Security</c> (RFC 6797).</summary>
    Hsts,

    /// <summary>Redirects HTTP to HTTPS.</summary>
    HttpsRedirection,

    /// <summary>Rewrites and redirects URLs; whether to HTTPS, its options say.</summary>
    Rewriter,

    /// <summary>Answers with files.</summary>
    StaticFiles,

    /// <summary>Selects the endpoint; those that are marked short-circuit answer here.</summary>
    Routing,

    /// <summary>Executes the endpoint here, not at the end: <c>UseEndpoints</c>, <c>UseMvc</c>.</summary>
    Endpoints,

    /// <summary>Answers every request: <c>Run(RequestDelegate)</c>, <c>UseSpa</c>.</summary>
    Terminal,

    /// <summary>Reads credentials or cookies of the request.</summary>
    Authentication,

    /// <summary>A path or condition of its own: <c>Map</c>, <c>MapWhen</c>, <c>UseWhen</c>.</summary>
    Branch,

    /// <summary>A delegate or class of the program's own, whose code says what it does.</summary>
    Own,
}

/// <summary>Who asks for an endpoint.</summary>
internal enum EndpointKind
{
    /// <summary>Not what an application is for: groups, descriptions, connections of a tool.</summary>
    None,

    /// <summary>A browser: pages, files, the cookies of a session.</summary>
    Browser,

    /// <summary>Any client.</summary>
    Api,

    /// <summary>gRPC, whose clients follow no redirect.</summary>
    Grpc,

    /// <summary>Probes and collectors of figures, which ask within the cluster.</summary>
    Probe,
}

/// <summary>
/// ASP.NET Core's middleware and endpoints by the name of the method that adds them.
/// https://learn.microsoft.com/aspnet/core/fundamentals/middleware and
/// https://learn.microsoft.com/aspnet/core/security/enforcing-ssl
/// </summary>
internal static class AspNetCorePipeline
{
    public static readonly Library Library = new("ASP.NET Core", "Microsoft.AspNetCore.Http.Abstractions") { Namespace = "Microsoft.AspNetCore.Builder" };

    public const string ServiceNamespace = "Microsoft.AspNetCore";

    public const string HstsHeader = "Strict-Transport-Security";

    /// <summary>The property of <c>IHeaderDictionary</c> and the constant of <c>HeaderNames</c>.</summary>
    public const string HstsHeaderMember = "StrictTransportSecurity";

    /// <summary>Methods of <c>IApplicationBuilder</c>. What is not listed passes the request on.</summary>
    public static readonly IReadOnlyDictionary<string, Middleware> Middleware = new Dictionary<string, Middleware>(StringComparer.Ordinal)
    {
        ["UseForwardedHeaders"] = Catalogue.Middleware.ForwardedHeaders,
        ["UseExceptionHandler"] = Catalogue.Middleware.ErrorHandling,
        ["UseDeveloperExceptionPage"] = Catalogue.Middleware.ErrorHandling,
        ["UseMigrationsEndPoint"] = Catalogue.Middleware.ErrorHandling,
        ["UseDatabaseErrorPage"] = Catalogue.Middleware.ErrorHandling,
        ["UseBrowserLink"] = Catalogue.Middleware.ErrorHandling,
        ["UseWebAssemblyDebugging"] = Catalogue.Middleware.ErrorHandling,
        ["UseStatusCodePages"] = Catalogue.Middleware.ErrorHandling,
        ["UseStatusCodePagesWithReExecute"] = Catalogue.Middleware.ErrorHandling,
        ["UseStatusCodePagesWithRedirects"] = Catalogue.Middleware.ErrorHandling,
        ["UseHttpLogging"] = Catalogue.Middleware.ErrorHandling,
        ["UseW3CLogging"] = Catalogue.Middleware.ErrorHandling,
        ["UseSerilogRequestLogging"] = Catalogue.Middleware.ErrorHandling,
        ["UseHostFiltering"] = Catalogue.Middleware.ErrorHandling,
        ["UseHsts"] = Catalogue.Middleware.Hsts,
        ["UseHttpsRedirection"] = Catalogue.Middleware.HttpsRedirection,
        ["UseRewriter"] = Catalogue.Middleware.Rewriter,
        ["UseStaticFiles"] = Catalogue.Middleware.StaticFiles,
        ["UseFileServer"] = Catalogue.Middleware.StaticFiles,
        ["UseDirectoryBrowser"] = Catalogue.Middleware.StaticFiles,
        ["UseSpaStaticFiles"] = Catalogue.Middleware.StaticFiles,
        ["UseBlazorFrameworkFiles"] = Catalogue.Middleware.StaticFiles,
        ["UseRouting"] = Catalogue.Middleware.Routing,
        ["UseEndpoints"] = Catalogue.Middleware.Endpoints,
        ["UseMvc"] = Catalogue.Middleware.Endpoints,
        ["UseMvcWithDefaultRoute"] = Catalogue.Middleware.Endpoints,
        ["UseSignalR"] = Catalogue.Middleware.Endpoints,
        ["UseRouter"] = Catalogue.Middleware.Endpoints,
        ["UseSpa"] = Catalogue.Middleware.Terminal,
        ["UseAuthentication"] = Catalogue.Middleware.Authentication,
        ["UseIdentityServer"] = Catalogue.Middleware.Authentication,
        ["UseAuthorization"] = Catalogue.Middleware.Authentication,
        ["UseSession"] = Catalogue.Middleware.Authentication,
        ["UseAntiforgery"] = Catalogue.Middleware.Authentication,
        ["Map"] = Catalogue.Middleware.Branch,
        ["MapWhen"] = Catalogue.Middleware.Branch,
        ["UseWhen"] = Catalogue.Middleware.Branch,
        ["Use"] = Catalogue.Middleware.Own,
        ["UseMiddleware"] = Catalogue.Middleware.Own,
    };

    /// <summary>Who asks for what a method adds. A method <c>Map…</c> that is not listed adds an endpoint for any client.</summary>
    public static readonly IReadOnlyDictionary<string, EndpointKind> Endpoints = new Dictionary<string, EndpointKind>(StringComparer.Ordinal)
    {
        ["MapRazorPages"] = EndpointKind.Browser,
        ["MapControllerRoute"] = EndpointKind.Browser,
        ["MapDefaultControllerRoute"] = EndpointKind.Browser,
        ["MapAreaControllerRoute"] = EndpointKind.Browser,
        ["MapDynamicControllerRoute"] = EndpointKind.Browser,
        ["MapDynamicPageRoute"] = EndpointKind.Browser,
        ["MapRazorComponents"] = EndpointKind.Browser,
        ["MapBlazorHub"] = EndpointKind.Browser,
        ["MapFallbackToPage"] = EndpointKind.Browser,
        ["MapFallbackToAreaPage"] = EndpointKind.Browser,
        ["MapFallbackToFile"] = EndpointKind.Browser,
        ["MapFallbackToController"] = EndpointKind.Browser,
        ["MapFallbackToAreaController"] = EndpointKind.Browser,
        ["MapStaticAssets"] = EndpointKind.Browser,
        ["UseMvcWithDefaultRoute"] = EndpointKind.Browser,
        ["UseSpa"] = EndpointKind.Browser,
        ["UseSpaStaticFiles"] = EndpointKind.Browser,
        ["UseBlazorFrameworkFiles"] = EndpointKind.Browser,
        ["UseStaticFiles"] = EndpointKind.Browser,
        ["UseFileServer"] = EndpointKind.Browser,
        ["UseDefaultFiles"] = EndpointKind.Browser,
        ["UseSession"] = EndpointKind.Browser,
        ["UseAntiforgery"] = EndpointKind.Browser,
        ["UseCookiePolicy"] = EndpointKind.Browser,
        ["UseMvc"] = EndpointKind.Api,
        ["UseSignalR"] = EndpointKind.Api,
        ["UseRouter"] = EndpointKind.Api,
        ["Run"] = EndpointKind.Api,
        ["MapGrpcService"] = EndpointKind.Grpc,
        ["MapGrpcReflectionService"] = EndpointKind.Grpc,
        ["MapCodeFirstGrpcReflectionService"] = EndpointKind.Grpc,
        ["MapGrpcHealthChecksService"] = EndpointKind.Grpc,
        ["MapHealthChecks"] = EndpointKind.Probe,
        ["MapHealthChecksUI"] = EndpointKind.Probe,
        ["MapMetrics"] = EndpointKind.Probe,
        ["MapPrometheusScrapingEndpoint"] = EndpointKind.Probe,
        ["MapDefaultEndpoints"] = EndpointKind.Probe,
        ["MapGroup"] = EndpointKind.None,
        ["MapOpenApi"] = EndpointKind.None,
        ["MapSwagger"] = EndpointKind.None,
        ["MapScalarApiReference"] = EndpointKind.None,
        ["MapWhen"] = EndpointKind.None,
        ["Map"] = EndpointKind.None,
    };

    /// <summary>Segments of a path that say: asked for by the platform, within the cluster.</summary>
    public static readonly IReadOnlyList<string> ProbePaths =
        ["health", "healthz", "healthcheck", "ready", "readyz", "readiness", "live", "livez", "liveness", "alive", "ping", "metrics"];

    /// <summary>Methods that register services for pages; where one is called, <c>MapControllers</c> and <c>UseMvc</c> are for browsers.</summary>
    public static readonly IReadOnlyCollection<string> PageServices = ["AddControllersWithViews", "AddRazorPages", "AddRazorComponents", "AddServerSideBlazor"];

    /// <summary>MVC's filter that redirects what is read over HTTP, and refuses what is sent: an attribute, or one of the global filters.</summary>
    public const string HttpsFilter = "RequireHttpsAttribute";

    /// <summary>Members of an application that add nothing to what it answers.</summary>
    public static readonly IReadOnlyCollection<string> NoBuilding = new HashSet<string>(StringComparer.Ordinal)
    {
        "Services", "Configuration", "Environment", "Lifetime", "Logger", "Urls", "Start", "StartAsync", "StopAsync", "RunAsync", "WaitForShutdown", "WaitForShutdownAsync",
        "Dispose", "DisposeAsync", "GetTestClient", "GetTestServer",
    };

    /// <summary>Methods that have controllers, and nothing else, answer.</summary>
    public static readonly IReadOnlyCollection<string> ControllerEndpoints =
    [
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute",
        "MapFallbackToController", "MapFallbackToAreaController", "UseMvc", "UseMvcWithDefaultRoute",
    ];

    /// <summary>
    /// Assemblies, by the start of their names, whose extension methods are known not to add HSTS or redirection under
    /// another name. What any other assembly's method does to the pipeline is not known.
    /// </summary>
    public static readonly IReadOnlyList<string> KnownAssemblies =
    [
        "Microsoft.AspNetCore", "Microsoft.Extensions.", "Microsoft.Identity.Web", "Microsoft.ApplicationInsights", "Microsoft.Azure.AppConfiguration",
        "Microsoft.OpenApi", "Microsoft.VisualStudio.Web", "System.", "mscorlib", "netstandard",
        "Swashbuckle.", "NSwag.", "Scalar.", "Serilog", "NLog", "Hangfire", "Quartz", "prometheus-net", "OpenTelemetry", "Sentry", "Elastic.Apm",
        "Duende.IdentityServer", "IdentityServer4", "OpenIddict", "HealthChecks.", "AspNetCore.HealthChecks", "MiniProfiler", "ElmahCore",
        "Yarp.", "Ocelot", "HotChocolate", "GraphQL", "Grpc.", "protobuf-net.", "Carter", "FastEndpoints", "Asp.Versioning", "AspNetCoreRateLimit",
        "SixLabors.", "WebOptimizer", "LigerShark", "Blazored", "MudBlazor", "Radzen", "Syncfusion", "DevExpress", "Telerik", "Vite.", "React.", "DotVVM",
    ];

    /// <summary>Methods of collections and of reflection that hand what they are given to somebody else.</summary>
    public static readonly IReadOnlyList<string> Keeping = ["Add", "AddRange", "Append", "Enqueue", "Push", "Insert", "SetValue", "Invoke", "DynamicInvoke", "CreateInstance"];

    /// <summary>Options of the rewriter that leave the scheme alone.</summary>
    public static readonly IReadOnlyList<string> SchemeKeepingRewrites =
        ["AddRewrite", "AddRedirect", "AddRedirectToWww", "AddRedirectToWwwPermanent", "AddRedirectToNonWww", "AddRedirectToNonWwwPermanent"];
}
