using TransitAnalyzers.Tests.Robustness;

namespace TransitAnalyzers.Tests.Peers;

/// <summary>
/// What the published pages of other analyzers' transport rules show as a violation, in words of our own: ours finds each, or
/// says here why not. https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/security-warnings,
/// https://rules.sonarsource.com/csharp, https://security-code-scan.github.io
/// </summary>
public sealed class PeerExampleTests
{
    private const string SystemWeb = """
        namespace System.Web
        {
            public sealed class HttpCookie
            {
                public HttpCookie(string name, string value) { }

                public bool Secure { get; set; }

                public bool HttpOnly { get; set; }
            }

            public sealed class HttpCookieCollection
            {
                public void Add(HttpCookie cookie) { }
            }
        }
        """;

    [Theory]
    [InlineData("CA5359, SCS0004", "DIT0101", "System.Net.ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => { return true; };")]
    [InlineData("S4830", "DIT0101", "new System.Net.Http.HttpClient(new System.Net.Http.HttpClientHandler { ServerCertificateCustomValidationCallback = System.Net.Http.HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }).Dispose();")]
    [InlineData("S4830", "DIT0101", "var request = (System.Net.HttpWebRequest)System.Net.WebRequest.Create(\"https://shop.example/\"); request.ServerCertificateValidationCallback += (a, b, c, d) => true;")]
    [InlineData("MA0039", "DIT0101", "new System.Net.Http.HttpClientHandler().ServerCertificateCustomValidationCallback = (a, b, c, d) => true;")]
    [InlineData("S5527", "DIT0102", "new System.Net.Http.HttpClientHandler().ServerCertificateCustomValidationCallback = (a, b, c, errors) => (errors & ~System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch) == 0;")]
    [InlineData("CA5361", "DIT0205", "System.AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", true);")]
    [InlineData("CA5378", "DIT0205", "System.AppContext.SetSwitch(\"Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols\", true);")]
    [InlineData("CA5364", "DIT0201", "System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Ssl3;")]
    [InlineData("CA5364", "DIT0201", "System.Net.ServicePointManager.SecurityProtocol = (System.Net.SecurityProtocolType)768;")]
    [InlineData("S4423", "DIT0201", "System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls11;")]
    [InlineData("S4423", "DIT0201", "new System.Net.Http.HttpClientHandler { SslProtocols = System.Security.Authentication.SslProtocols.Tls }.Dispose();")]
    [InlineData("CA5397", "DIT0201", "System.Security.Authentication.SslProtocols protocols = System.Security.Authentication.SslProtocols.Tls;")]
    [InlineData("CA5397", "DIT0201", "System.Func<System.Security.Authentication.SslProtocols> f = () => (System.Security.Authentication.SslProtocols)768;")]
    [InlineData("CA5386", "DIT0202", "System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls12;")]
    [InlineData("CA5398", "DIT0202", "System.Security.Authentication.SslProtocols protocols = System.Security.Authentication.SslProtocols.Tls12;")]
    [InlineData("CA5386", "DIT0202", "System.Net.ServicePointManager.SecurityProtocol = (System.Net.SecurityProtocolType)3072;")]
    [InlineData("CA5398", "DIT0202", "System.Func<System.Security.Authentication.SslProtocols> f = () => (System.Security.Authentication.SslProtocols)3072;")]
    [InlineData("CA5380", "DIT0109", "var name = System.Security.Cryptography.X509Certificates.StoreName.Root; var store = new System.Security.Cryptography.X509Certificates.X509Store(name); store.Add(certificate);")]
    [InlineData("CA5381", "DIT0109", "var name = System.Security.Cryptography.X509Certificates.StoreName.Root; if (new System.Random().Next(6) == 4) name = System.Security.Cryptography.X509Certificates.StoreName.My; new System.Security.Cryptography.X509Certificates.X509Store(name).Add(certificate);")]
    [InlineData("CA5382, S2092", "DIT0407", "var options = new Microsoft.AspNetCore.Http.CookieOptions(); options.Secure = false; cookies.Append(\"key\", \"value\", options);")]
    [InlineData("CA5383", "DIT0407", "var options = new Microsoft.AspNetCore.Http.CookieOptions(); options.Secure = false; if (new System.Random().Next(6) == 4) options.Secure = true; cookies.Append(\"key\", \"value\", options);")]
    [InlineData("S2092", "DIT0407", "webCookies.Add(new System.Web.HttpCookie(\"sensitive\", \"x\") { Secure = false });")]
    [InlineData("SCS0008", "DIT0407", "var cookie = new System.Web.HttpCookie(\"test\", \"x\"); webCookies.Add(cookie);")]
    [InlineData("CA5399", "DIT0106", "var handler = new System.Net.Http.HttpClientHandler(); handler.CheckCertificateRevocationList = false; new System.Net.Http.HttpClient(handler).Dispose();")]
    [InlineData("CA5400", "DIT0106", "var handler = new System.Net.Http.HttpClientHandler(); if (new System.Random().Next(6) == 4) handler.CheckCertificateRevocationList = false; new System.Net.Http.HttpClient(handler).Dispose();")]
    [InlineData("CA5385, S4426", "DIT0601", "System.Security.Cryptography.RSA.Create(1024).Dispose();")]
    public async Task Is_found(string peer, string id, string statements)
    {
        var found = await Trial.AnalyzeAsync(await Trial.ProjectAsync(Program(statements)));
        Assert.True(found.Any(finding => finding.Id == id), $"{peer}: {string.Join("\n", found)}");
    }

    [Theory]
    // The platform's default, which nobody wrote: only who switches the check off is told.
    [InlineData("CA5399", "new System.Net.Http.HttpClient(new System.Net.Http.HttpClientHandler()).Dispose();")]
    // A value of configuration is not known; what it is in production is not for a warning to guess.
    [InlineData("CA5383", "cookies.Append(\"key\", \"value\", new Microsoft.AspNetCore.Http.CookieOptions { Secure = System.Environment.GetCommandLineArgs().Length > 1 });")]
    public async Task Is_deliberately_not_reported(string peer, string statements)
    {
        var found = await Trial.AnalyzeAsync(await Trial.ProjectAsync(Program(statements)));
        Assert.True(found.IsEmpty, $"{peer}: {string.Join("\n", found)}");
    }

    private static string Program(string statements) => $$"""
        #pragma warning disable SYSLIB0014, SYSLIB0039, CS0618
        static class Program
        {
            static void Main() { }

            static void Example(
                System.Security.Cryptography.X509Certificates.X509Certificate2 certificate,
                Microsoft.AspNetCore.Http.IResponseCookies cookies,
                System.Web.HttpCookieCollection webCookies)
            {
                {{statements}}
            }
        }

        {{SystemWeb}}
        """;
}
