using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0405 in code.</summary>
public sealed class ListenerTests
{
    private const string Usings = """
        using System.Collections.Generic;
        using System.Net;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        """;

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"{|DIT0405:http://0.0.0.0:80|}\");")]
    [InlineData("builder.WebHost.UseUrls(\"{|DIT0405:http://*:5000|};http://localhost:5001\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:1\", \"{|DIT0405:http://[::]:2|}\");")]
    [InlineData("const string Url = \"{|DIT0405:http://+:80|}\"; app.Urls.Add(Url);")]
    [InlineData("app.Run(\"{|DIT0405:http://shop.example:8080|}\");")]
    [InlineData("await app.RunAsync(\"{|DIT0405:http://0.0.0.0:8080|}\");")]
    [InlineData("builder.WebHost.UseSetting(\"urls\", \"{|DIT0405:http://*:80|}\");")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"{|DIT0405:http://*:80|}\", [\"other\"] = \"http://*:81\" });")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { { \"Kestrel:Endpoints:Http:Url\", \"{|DIT0405:http://0.0.0.0:8080|}\" } });")]
    [InlineData("var settings = new Dictionary<string, string?> { [\"urls\"] = \"{|DIT0405:http://*:80|}\" }; builder.Configuration.AddInMemoryCollection(settings);")]
    [InlineData("builder.Configuration.AddInMemoryCollection([new KeyValuePair<string, string?>(\"urls\", \"{|DIT0405:http://*:80|}\")]);")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new[] { KeyValuePair.Create<string, string?>(\"urls\", \"{|DIT0405:http://*:80|}\") });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.{|DIT0405:ListenAnyIP|}(8080); k.ListenLocalhost(5000); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:Listen|}(IPAddress.Any, 80, o => o.UseConnectionLogging()));")]
    [InlineData("builder.WebHost.UseKestrel(k => k.{|DIT0405:Listen|}(new IPEndPoint(IPAddress.IPv6Any, 80)));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:Listen|}(IPEndPoint.Parse(\"0.0.0.0:80\")));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:Listen|}(IPEndPoint.Parse(\"[::]:80\"), o => o.UseConnectionLogging()));")]
    [InlineData("var all = IPAddress.Any; var place = new IPEndPoint(all, 80); builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:Listen|}(place));")]
    [InlineData("var listener = new HttpListener(); listener.Prefixes.Add(\"{|DIT0405:http://*:8080/|}\");")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, \"{|DIT0405:http://*:80|}\");")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, {|DIT0405:\"8080\"|});")]
    [InlineData("builder.Configuration[\"urls\"] = \"{|DIT0405:http://*:5000|}\";")]
    [InlineData("builder.Configuration[\"URLS\"] = \"{|DIT0405:http://*:5000|}\";")]
    [InlineData("builder.Configuration[WebHostDefaults.ServerUrlsKey] = \"{|DIT0405:http://*:5000|}\";")]
    [InlineData("builder.Configuration[\"Kestrel:Endpoints:Web:Url\"] = \"{|DIT0405:http://*:5000|}\";")]
    [InlineData("var port = System.Environment.GetEnvironmentVariable(\"PORT\") ?? \"8080\"; builder.WebHost.UseUrls({|DIT0405:$\"http://0.0.0.0:{port}\"|});")]
    [InlineData("static void Plain(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions o) => o.UseConnectionLogging(); builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, Plain));")]
    [InlineData("builder.WebHost.UseUrls(Places.All); static class Places { public static readonly string[] All = [\"{|DIT0405:http://*:80|}\"]; }")]
    [InlineData("var all = new[] { \"{|DIT0405:http://*:80|}\", \"http://localhost:5000\" }; builder.WebHost.UseUrls(all);")]
    public Task Reports(string statement) => Verify.Finds<ListenerFamily>(Usings + statement);

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"https://*:443\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:80;https://*:443\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:80\", \"https://*:443\");")]
    [InlineData("app.Urls.Add(\"http://*:80\"); app.Urls.Add(\"https://*:443\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://localhost:5000\", \"http://127.0.0.1:5000\", \"http://[::1]:80\");")]
    [InlineData("builder.WebHost.UseUrls(args[0]);")]
    [InlineData("builder.WebHost.UseUrls(builder.Environment.IsDevelopment() ? \"http://*:5000\" : args[0]);")]
    [InlineData("builder.WebHost.UseUrls($\"http://{args[0]}:80\");")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Urls.Add(\"http://*:80\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8443, o => o.UseHttps()));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.Listen(IPEndPoint.Parse(\"127.0.0.1:80\")); k.Listen(IPEndPoint.Parse(\"[::1]:80\")); k.Listen(IPEndPoint.Parse(\"::1\")); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.Listen(IPEndPoint.Parse(args[0])); k.Listen(IPEndPoint.Parse(\"0.0.0.0:443\"), o => o.UseHttps()); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.ListenAnyIP(80); k.ListenAnyIP(443, o => { o.UseHttps(); }); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.Listen(IPAddress.Loopback, 80); k.ListenUnixSocket(\"/tmp/s\"); });")]
    [InlineData("app.Run(); new System.Collections.Generic.List<string>().Add(\"http://x\");")]
    [InlineData("builder.WebHost.UseUrls(\"http://unix:/run/web.sock\");")]
    [InlineData("builder.WebHost.UseSetting(\"http_ports\", \"80\"); builder.WebHost.UseSetting(\"https_ports\", \"443\");")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"http://localhost:80\", [\"Remote:Url\"] = \"http://*:81\" });")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"http://*:80;https://*:443\" });")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"https://*:443\" }); builder.WebHost.UseUrls(\"http://*:80\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"http://*:80\" });")]
    [InlineData("builder.Configuration[\"Proxy:Url\"] = \"http://shop.example\";")]
    [InlineData("static void Tls(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions o) => o.UseHttps(); builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8443, Tls));")]
    [InlineData("var all = new[] { \"http://*:80\", \"https://*:443\" }; builder.WebHost.UseUrls(all);")]
    [InlineData("builder.WebHost.UseUrls(args);")]
    public Task Is_silent(string statement) => Verify.Silent<ListenerFamily>(Usings + statement);

    /// <summary>HTTPS that only development has, that only this machine reaches, or that another server has.</summary>
    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.{|DIT0405:ListenAnyIP|}(5000); if (builder.Environment.IsDevelopment()) k.ListenAnyIP(5001, o => o.UseHttps()); });")]
    [InlineData("builder.WebHost.ConfigureKestrel((c, k) => { k.{|DIT0405:ListenAnyIP|}(5000); switch (c.HostingEnvironment) { case var e when e.IsDevelopment(): k.ListenAnyIP(5001, o => o.UseHttps()); break; } });")]
    [InlineData("#if DEBUG\nbuilder.WebHost.UseUrls(\"https://*:5001\");\n#endif\nbuilder.WebHost.UseUrls(\"{|DIT0405:http://*:5000|}\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(5000, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(5000, o =>\n{\n#if DEBUG\no.UseHttps();\n#endif\n}));")]
    [InlineData("if (app.Environment.IsDevelopment()) app.Urls.Add(\"https://*:5001\"); app.Urls.Add(\"{|DIT0405:http://*:5000|}\");")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.WebHost.UseSetting(\"https_ports\", \"443\"); builder.WebHost.UseSetting(\"http_ports\", {|DIT0405:\"80\"|});")]
    [InlineData("builder.WebHost.UseUrls(app.Environment.IsDevelopment() ? \"https://*:5001\" : \"{|DIT0405:http://*:5000|}\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.{|DIT0405:ListenAnyIP|}(80); k.ListenLocalhost(443, o => o.UseHttps()); });")]
    [InlineData("builder.WebHost.UseUrls(\"{|DIT0405:http://*:80|}\", \"https://localhost:443\");")]
    [InlineData("var other = WebApplication.CreateBuilder(args); other.WebHost.UseUrls(\"https://*:443\"); builder.WebHost.UseUrls(\"{|DIT0405:http://*:80|}\");")]
    [InlineData("var other = WebApplication.CreateBuilder(args); other.WebHost.ConfigureKestrel(k => k.ListenAnyIP(443, o => o.UseHttps())); builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(80));")]
    [InlineData("var other = WebApplication.Create(args); other.Urls.Add(\"https://*:443\"); app.Urls.Add(\"{|DIT0405:http://*:80|}\");")]
    [InlineData("var other = WebApplication.CreateBuilder(args); other.Configuration[\"urls\"] = \"https://*:443\"; builder.Configuration[\"urls\"] = \"{|DIT0405:http://*:80|}\";")]
    [InlineData("Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(w => w.UseUrls(\"https://*:443\")).Build().Start(); builder.WebHost.UseUrls(\"{|DIT0405:http://*:80|}\");")]
    [InlineData("var listener = new HttpListener(); listener.Prefixes.Add(\"https://*:8443/\"); builder.WebHost.UseUrls(\"{|DIT0405:http://*:80|}\");")]
    [InlineData("var admin = WebApplication.CreateBuilder(args); Tls(admin); Plain(builder); void Tls(WebApplicationBuilder b) => b.WebHost.UseUrls(\"https://*:443\"); void Plain(WebApplicationBuilder b) => b.WebHost.UseUrls(\"{|DIT0405:http://*:80|}\");")]
    public Task What_others_listen_on_excuses_nothing(string statements) => Verify.Finds<ListenerFamily>(Usings + statements);

    [Theory]
    [InlineData("if (!app.Environment.IsDevelopment()) app.Urls.Add(\"https://*:443\"); app.Urls.Add(\"http://*:80\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.ListenAnyIP(80); if (args.Length > 0) k.ListenAnyIP(443, o => o.UseHttps(args[0])); });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(443, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); else o.UseHttps(args[0]); }));")]
    [InlineData("var port = args.Length; app.Urls.Add($\"http://*:{port}\"); app.Urls.Add($\"https://*:{port + 1}\");")]
    [InlineData("builder.Configuration[\"Kestrel:Endpoints:A:Url\"] = \"http://*:80\"; builder.Configuration[\"Kestrel:Endpoints:B:Url\"] = \"https://*:443\";")]
    [InlineData("builder.WebHost.UseUrls(\"http://*:80\"); builder.WebHost.UseUrls(\"http://*:80;https://\" + args[0]);")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => { k.ListenAnyIP(80); Setup.Tls(k); });")]
    [InlineData("Setup.Tls(builder.WebHost); builder.WebHost.UseUrls(\"http://*:80\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(Setup.Tls); builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(80));")]
    public Task What_it_listens_on_itself_excuses(string statements) => Verify.Silent<ListenerFamily>(Usings + statements + """

        static class Setup
        {
            public static void Tls(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions options) => options.ListenAnyIP(443, o => o.UseHttps());
            public static void Tls(IWebHostBuilder web) => web.UseUrls("https://*:443");
        }
        """);

    [Fact]
    public Task Https_in_the_settings_excuses() => Verify.Silent<ListenerFamily>(
        Usings + "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(80));",
        with: test => test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:443" } } } }""")));

    [Fact]
    public Task Https_in_the_settings_of_development_excuses_nothing() => Verify.Finds<ListenerFamily>(
        Usings + "builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(80));",
        with: test => test.TestState.AdditionalFiles.Add(("appsettings.Development.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:443" } } } }""")));

    private const string HttpSettings = """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:5000" } } } }""";

    [Theory]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(443, o => o.UseHttps()));", "x.json", "{}")]
    [InlineData("", "appsettings.Production.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:443" } } } }""")]
    public Task Https_elsewhere_excuses_the_settings(string statement, string file, string settings) => Verify.Silent<ConfigurationFamily>(
        Usings + statement, with: test =>
        {
            test.TestState.AdditionalFiles.Add(("appsettings.json", HttpSettings));
            test.TestState.AdditionalFiles.Add((file, settings));
        });

    [Theory]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(5001, o => o.UseHttps()));", "x.json", "{}")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(5001, o => o.UseHttps()));", "x.json", "{}")]
    [InlineData("new HttpListener().Prefixes.Add(\"https://*:443/\");", "x.json", "{}")]
    [InlineData("", "appsettings.Development.json", """{ "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:5001" } } } }""")]
    public Task Https_of_development_does_not_excuse_the_settings(string statement, string file, string settings) => Verify.Finds<ConfigurationFamily>(
        Usings.Replace("WebApplication.CreateBuilder(args)", "{|DIT0405:WebApplication.CreateBuilder(args)|}", StringComparison.Ordinal) + statement,
        with: test =>
        {
            test.TestState.AdditionalFiles.Add(("appsettings.json", HttpSettings.Replace("http://*:5000", "{|DIT0405:http://*:5000|}", StringComparison.Ordinal)));
            test.TestState.AdditionalFiles.Add((file, settings));
        });

    [Fact]
    public Task Https_on_this_machine_only_does_not_excuse_the_url_beside_it() => Verify.Finds<ConfigurationFamily>(
        Usings.Replace("WebApplication.CreateBuilder(args)", "{|DIT0405:WebApplication.CreateBuilder(args)|}", StringComparison.Ordinal),
        with: test => test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "urls": "{|DIT0405:http://*:80;http://localhost:5000;https://localhost:5001|}" }""")));

    [Fact]
    public Task Tls_ends_at_a_proxy() => Verify.Silent<ListenerFamily>(
        Usings + "builder.WebHost.UseUrls(\"http://*:80\");", options: "transit_analyzers.tls_termination = proxy");

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"{|DIT0405:http://0.0.0.0:80|}\"); // all", "builder.WebHost.UseUrls(\"https://0.0.0.0:443\"); // all")]
    [InlineData("app.Run(\"{|DIT0405:http://shop.example:7000|}\");", "app.Run(\"https://shop.example:7000\");")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, listenOptions => listenOptions.UseHttps()));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => o.UseConnectionLogging()));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { o.UseConnectionLogging(); o.UseHttps(); }));")]
    [InlineData("builder.WebHost.UseKestrel(k => k.{|DIT0405:Listen|}(new System.Net.IPEndPoint(System.Net.IPAddress.Any, 80)));", "builder.WebHost.UseKestrel(k => k.Listen(new System.Net.IPEndPoint(System.Net.IPAddress.Any, 80), listenOptions => listenOptions.UseHttps()));")]
    [InlineData("var port = args.Length; app.Run($\"{|DIT0405:http://*:{port}|}\");", "var port = args.Length; app.Run($\"https://*:{port}\");")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, {|DIT0405:\"7001\"|});", "builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, \"7001\");")]
    [InlineData("static void Plain(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions o) => o.UseConnectionLogging(); builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, Plain));", "static void Plain(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions o) => o.UseConnectionLogging(); builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, listenOptions => { Plain(listenOptions); listenOptions.UseHttps(); }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); }));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { o.UseHttps(); }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(\"dev.pfx\"); }));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(\"dev.pfx\"); else o.UseHttps(); }));")]
    [InlineData("builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"{|DIT0405:http://*:80|}\" });", "builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"urls\"] = \"https://*:443\" });")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); else o.UseConnectionLogging(); }));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); else { o.UseConnectionLogging(); o.UseHttps(); } }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => { if (builder.Environment.IsProduction()) { o.UseConnectionLogging(); } else { o.UseHttps(); } }));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { if (builder.Environment.IsProduction()) { o.UseConnectionLogging(); o.UseHttps(); } else { o.UseHttps(); } }));")]
    [InlineData("builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o => { }));", "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o => { o.UseHttps(); }));")]
    [InlineData(
        "builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, o =>\n{\n#if DEBUG\n    o.UseHttps();\n#endif\n}));",
        "builder.WebHost.ConfigureKestrel(k => k.ListenAnyIP(8080, o =>\n{\n    o.UseHttps();\n#if DEBUG\n    o.UseHttps();\n#endif\n}));")]
    public Task Is_mended(string statement, string mended) => Verify.Fixes<ListenerFamily, ListenerFix>(Usings + statement, Usings + mended);

    [Theory]
    [InlineData("o => _ = builder.Environment.IsDevelopment() ? o.UseHttps() : o")]
    [InlineData("o => { if (builder.Environment.IsDevelopment()) o.UseHttps(); else if (args.Length > 0) o.UseConnectionLogging(); }")]
    public Task Where_a_choice_has_no_place_for_tls_it_is_left_to_its_author(string options) => Verify.OffersNoFix<ListenerFamily, ListenerFix>(
        Usings + "builder.WebHost.ConfigureKestrel(k => k.{|DIT0405:ListenAnyIP|}(8080, " + options + "));");
}
