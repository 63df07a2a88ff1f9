using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Configuration.Judges;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Configuration;

/// <summary>Settings that frameworks read themselves.</summary>
public sealed class KnownSettingTests
{
    private const string Program = """
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args);
        """;

    [Theory]
    [InlineData("DIT0201", "appsettings.json", """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "{|DIT0201:Tls11|}", "Tls12" ] } } }""")]
    [InlineData("DIT0201", "appsettings.json", """{ "kestrel": { "endpoints": { "https": { "sni": { "a.b": { "sslprotocols": [ "{|DIT0201:tls|}" ] } } } } } }""")]
    [InlineData("DIT0201", "appsettings.json", """{ "ReverseProxy": { "Clusters": { "a": { "HttpClient": { "SslProtocols": [ "{|DIT0201:Ssl3|}" ] } } } } }""")]
    [InlineData("DIT0104", "appsettings.json", """{ "ReverseProxy": { "Clusters": { "a": { "HttpClient": { "DangerousAcceptAnyServerCertificate": {|DIT0104:true|} } } } } }""")]
    [InlineData("DIT0104", "appsettings.json", """{ "Proxy": { "DangerousAcceptAnyServerCertificate": "{|DIT0104:True|}" } }""")]
    [InlineData("DIT0105", "web.config", """<configuration><system.net><settings><servicePointManager checkCertificateName="{|DIT0105:false|}" /></settings></system.net></configuration>""")]
    [InlineData("DIT0106", "App.config", """<configuration><system.net><settings><servicePointManager checkCertificateRevocationList="{|DIT0106:false|}" /></settings></system.net></configuration>""")]
    [InlineData("DIT0104", "App.config", """<configuration><system.serviceModel><behaviors><endpointBehaviors><behavior><clientCredentials><serviceCertificate><authentication certificateValidationMode="{|DIT0104:None|}"/></serviceCertificate></clientCredentials></behavior></endpointBehaviors></behaviors></system.serviceModel></configuration>""")]
    [InlineData("DIT0104", ".env", "ReverseProxy__Clusters__a__HttpClient__DangerousAcceptAnyServerCertificate={|DIT0104:true|}")]
    [InlineData("DIT0204", "web.config", """<configuration><system.net><settings><servicePointManager encryptionPolicy='{|DIT0204:AllowNoEncryption|}' /></settings></system.net></configuration>""")]
    [InlineData("DIT0205", "app.config", """<configuration><runtime><AppContextSwitchOverrides value="A=true; {|DIT0205:Switch.System.Net.DontEnableSchUseStrongCrypto=true|};B=true" /></runtime></configuration>""")]
    [InlineData("DIT0205", "runtimeconfig.template.json", """{ "configProperties": { "System.Net.EnableSslKeyLogging": {|DIT0205:true|} } }""")]
    [InlineData("DIT0205", "runtimeconfig.template.json", """{ "configProperties": { "Switch.System.Net.DontEnableSchUseStrongCrypto": "{|DIT0205:true|}" } }""")]
    [InlineData("DIT0205", "Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><RuntimeHostConfigurationOption Include="System.Net.EnableSslKeyLogging" Value="{|DIT0205:true|}" Trim="true" /></ItemGroup></Project>""")]
    [InlineData("DIT0205", "Directory.Build.props", """<Project><ItemGroup Condition="'$(Configuration)' == 'Release'"><RuntimeHostConfigurationOption Include="System.Net.EnableSslKeyLogging"><Value>{|DIT0205:true|}</Value></RuntimeHostConfigurationOption></ItemGroup></Project>""")]
    [InlineData("DIT0405", "appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "{|DIT0405:http://*:8080|}" } } } }""")]
    [InlineData("DIT0405", "appsettings.json", """{ "urls": "{|DIT0405:http://0.0.0.0:80;http://[::]:80|}" }""")]
    [InlineData("DIT0405", ".env", "ASPNETCORE_URLS={|DIT0405:http://+:8080|}")]
    [InlineData("DIT0405", ".env", "ASPNETCORE_HTTP_PORTS={|DIT0405:8080|}")]
    [InlineData("DIT0405", ".env", "ASPNETCORE_Kestrel__Endpoints__Web__Url={|DIT0405:http://*:80|}")]
    [InlineData("DIT0405", "docker-compose.yml", "services:\n  web:\n    ports:\n      - 80:80\n    environment:\n      - ASPNETCORE_URLS={|DIT0405:http://+:80|}\n  other:\n    environment:\n      - ASPNETCORE_URLS=https://+:443\n")]
    [InlineData("DIT0405", "docker-compose.yml", "services:\n  web:\n    environment:\n      ASPNETCORE_URLS: {|DIT0405:http://+:80|}\n    ports: [\"80:80\"]\n")]
    [InlineData("DIT0406", "appsettings.json", """{ "Authentication": { "Schemes": { "Bearer": { "RequireHttpsMetadata": {|DIT0406:false|} } } } }""")]
    [InlineData("DIT0406", "appsettings.json", """{ "Authentication": { "Schemes": { "Bearer": { "Authority": "{|DIT0406:http://id.shop.example/realm|}" } } } }""")]
    [InlineData("DIT0407", "web.config", """<configuration><system.web><httpCookies httpOnlyCookies="true" requireSSL="{|DIT0407:false|}" /></system.web></configuration>""")]
    [InlineData("DIT0407", "appsettings.json", """{ "Session": { "Cookie": { "SecurePolicy": "{|DIT0407:None|}" } } }""")]
    [InlineData("DIT0604", "appsettings.json", """{ "Certificate": { "Key": "{|DIT0604:-----BEGIN PRIVATE KEY-----|}\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----" } }""")]
    [InlineData("DIT0604", ".env", "KEY=\"{|DIT0604:-----BEGIN PRIVATE KEY-----|}\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----\"")]
    public Task Is_found(string id, string file, string text) => Verify.Finds<ConfigurationFamily>(
        Marked(id),
        with: test => test.TestState.AdditionalFiles.Add((file, text)));

    [Theory]
    [InlineData("appsettings.json", """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "Tls12", "Tls13" ] } } }""")]
    [InlineData("appsettings.json", """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": "Tls" } } }""")]
    [InlineData("appsettings.json", """{ "SslProtocols": [ "Tls" ] }""")]
    [InlineData("appsettings.json", """{ "ReverseProxy": { "Clusters": { "a": { "HttpClient": { "DangerousAcceptAnyServerCertificate": false } } } } }""")]
    [InlineData("appsettings.Development.json", """{ "Proxy": { "DangerousAcceptAnyServerCertificate": true } }""")]
    [InlineData("web.config", """<configuration><!-- <servicePointManager checkCertificateName="false" /> --></configuration>""")]
    [InlineData("web.config", """<configuration><system.net><settings><servicePointManager checkCertificateName="true" /></settings></system.net></configuration>""")]
    [InlineData("app.config", """<configuration><runtime><AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false;B=true" /></runtime></configuration>""")]
    [InlineData("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://*:80" }, "Https": { "Url": "https://*:443" } } } }""")]
    [InlineData("appsettings.json", """{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://localhost:5000" } } }, "Url": "http://*:80" }""")]
    [InlineData("appsettings.json", """{ "urls": "http://127.0.0.1:5000;http://[::1]:5000" }""")]
    [InlineData(".env", "ASPNETCORE_URLS=http://+:8080;https://+:8443")]
    [InlineData(".env", "ASPNETCORE_HTTP_PORTS=8080\nASPNETCORE_HTTPS_PORTS=8443")]
    [InlineData(".env", "ASPNETCORE_URLS=http://localhost:8080")]
    [InlineData(".env", "CORS_URLS=http://shop.example")]
    [InlineData(".env.development", "ASPNETCORE_URLS=http://+:8080")]
    [InlineData("docker-compose.yml", "services:\n  web:\n    environment:\n      - ASPNETCORE_URLS=http://+:80\n  proxy:\n    ports: [\"443:443\"]\n")]
    [InlineData("docker-compose.yml", "services:\n  web:\n    environment:\n      ASPNETCORE_URLS: http://+:80;https://+:443\n    ports:\n      - 80:80\n")]
    [InlineData("appsettings.json", """{ "Authentication": { "Schemes": { "Bearer": { "Authority": "http://localhost:8080", "RequireHttpsMetadata": true } } } }""")]
    [InlineData("runtimeconfig.template.json", """{ "configProperties": { "System.GC.Server": true } }""")]
    [InlineData("Shop.csproj", """<Project><ItemGroup><RuntimeHostConfigurationOption Include="System.Net.EnableSslKeyLogging" Value="false" /><RuntimeHostConfigurationOption Include="System.GC.Server" Value="true" /></ItemGroup></Project>""")]
    [InlineData("Shop.csproj", """<Project><ItemGroup Condition="'$(Configuration)' == 'Debug'"><RuntimeHostConfigurationOption Include="System.Net.EnableSslKeyLogging" Value="true" /></ItemGroup></Project>""")]
    [InlineData("Shop.csproj", """<Project><PropertyGroup><Key>-----BEGIN PRIVATE KEY-----MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj-----END PRIVATE KEY-----</Key></PropertyGroup><connectionStrings><add name="a" connectionString="Server=db;Encrypt=false" /></connectionStrings></Project>""")]
    [InlineData("Shop.csproj", "<Project>")]
    [InlineData("web.config", """<configuration><servicePointManager checkCertificateName="false" /></configuration>""")]
    [InlineData("appsettings.json", """{ "Certificate": { "Key": "-----BEGIN PUBLIC KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PUBLIC KEY-----" } }""")]
    [InlineData("appsettings.json", """{ "Certificate": { "Key": "-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----" } }""")]
    public Task Is_silent(string file, string text) => Verify.Silent<ConfigurationFamily>(
        Program, with: test => test.TestState.AdditionalFiles.Add((file, text)));

    [Fact]
    public Task Obsolete_versions_are_mended() => Fixes<ObsoleteVersionFix>(
        "DIT0201",
        """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "{|DIT0201:Tls11|}" ] } } }""",
        """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "Tls12" ] } } }""");

    [Fact]
    public Task Switches_are_mended() => Fixes<ValidationSwitchFix>(
        "DIT0104",
        """{ "Proxy": { "DangerousAcceptAnyServerCertificate": {|DIT0104:true|} } }""",
        """{ "Proxy": { "DangerousAcceptAnyServerCertificate": false } }""");

    [Theory]
    [InlineData("A:B", "a:b", true)]
    [InlineData("A:*", "A:B", true)]
    [InlineData("A:*", "A", false)]
    [InlineData("A:*", "A:B:C", false)]
    [InlineData("**:C", "C", true)]
    [InlineData("**:C", "A:B:C", true)]
    [InlineData("A:**:C", "A:C", true)]
    [InlineData("A:**:C", "A:B:B:C", true)]
    [InlineData("A:**:C", "C", false)]
    [InlineData("A:**:C:*", "A:B:C:0", true)]
    [InlineData("A:**:C:*", "A:B:C", false)]
    public void Patterns(string pattern, string key, bool expected) =>
        Assert.Equal(expected, KnownSettingJudge.Matches(pattern.Split(':'), key.Split(':')));

    [Theory]
    [InlineData("a.json", "/x/a.json", true)]
    [InlineData("A*.json", "/x/abc.json", true)]
    [InlineData("a?c.json", "/x/abc.json", true)]
    [InlineData("*.json", "/x/abc.jsonc", false)]
    [InlineData("old/*.json", "/x/old/a.json", true)]
    [InlineData("old/*.json", "/x/old/b/a.json", false)]
    [InlineData("**/old/**", "/x/old/b/a.json", true)]
    [InlineData("**/old/*.json", "/x/y/old/a.json", true)]
    [InlineData("old/**/*.json", "C:\\x\\old\\b\\c\\a.json", true)]
    [InlineData("", "/x/a.json", false)]
    [InlineData("**", "/x/a.json", true)]
    public void Globs(string glob, string path, bool expected) => Assert.Equal(expected, Glob.Matches(glob, path));

    private static string Marked(string id) =>
        Program.Replace("= ", "= {|" + id + ":", StringComparison.Ordinal).Replace(";", "|};", StringComparison.Ordinal);

    private static Task Fixes<TCodeFix>(string id, string text, string mended)
        where TCodeFix : CodeFixProvider, new() => Verify.Fixes<ConfigurationFamily, TCodeFix>(
            Marked(id),
            Program,
            with: test =>
            {
                test.TestState.AdditionalFiles.Add(("appsettings.json", text));
                test.FixedState.AdditionalFiles.Add(("appsettings.json", mended));
            });
}
