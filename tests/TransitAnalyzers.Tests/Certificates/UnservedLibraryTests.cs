using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>
/// Libraries that the package source does not serve: against stubs in source of their public shape, which is also how a
/// program looks that brings a wrapper in the library's namespace.
/// </summary>
public sealed class UnservedLibraryTests
{
    private const string Stubs = """

        namespace MassTransit
        {
            public sealed class RabbitMqSslOptions { public bool Trust { get; set; } }
            public interface IKafkaSslConfigurator { bool? EnableCertificateVerification { set; } }
        }
        namespace NServiceBus
        {
            public class RabbitMQTransport { public bool ValidateRemoteCertificate { get; set; } = true; }
            public class TransportExtensions<T> { }
            public static class RabbitMQTransportOptions { public static TransportExtensions<RabbitMQTransport> DisableRemoteCertificateValidation(this TransportExtensions<RabbitMQTransport> transport) => transport; }
        }
        namespace Couchbase { public class ClusterOptions { public bool KvIgnoreRemoteCertificateNameMismatch { get; set; } public bool IgnoreRemoteCertificateNameMismatch { get; set; } } }
        namespace Neo4j.Driver
        {
            public abstract class TrustManager
            {
                public static TrustManager CreateInsecure(bool verifyHostname = false) => null!;
                public static TrustManager CreateChainTrust(bool verifyHostname = true, X509RevocationMode revocationMode = X509RevocationMode.NoCheck) => null!;
            }
            public class ConfigBuilder { public ConfigBuilder WithTrustManager(TrustManager manager) => this; }
        }
        namespace FluentFTP { public class FtpConfig { public bool ValidateAnyCertificate { get; set; } } public class FtpClient { public FtpConfig Config { get; set; } = new(); } }
        namespace SuperSocket.ClientEngine { public class SecurityOption { public bool AllowUnstrustedCertificate { get; set; } public bool AllowNameMismatchCertificate { get; set; } } }
        namespace WebSocket4Net { public class WebSocket { public SuperSocket.ClientEngine.SecurityOption Security { get; } = new(); } }
        namespace WebSocketSharp { public class WebSocket { public WebSocket(string url, params string[] protocols) { } public Net.ClientSslConfiguration SslConfiguration { get; } = new(); } }
        namespace WebSocketSharp.Net { public class ClientSslConfiguration { public System.Net.Security.RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; } } }
        namespace Consul { public class ConsulClientConfiguration { public bool DisableServerCertificateValidation { get; set; } } }
        namespace Oracle.ManagedDataAccess.Client { public static class OracleConfiguration { public static bool SSLServerDNMatch { get; set; } } }
        namespace CefSharp
        {
            public abstract class CefSettingsBase
            {
                public bool IgnoreCertificateErrors { get; set; }
                public CefCommandLine CefCommandLineArgs { get; } = new();
            }
            public class CefSettings : CefSettingsBase { }
            public class CefCommandLine : Dictionary<string, string> { public void Add(string key) { } }
        }
        namespace Microsoft.Playwright
        {
            public class BrowserNewContextOptions { public bool? IgnoreHTTPSErrors { get; set; } }
            public class BrowserTypeLaunchOptions { public IEnumerable<string>? Args { get; set; } }
        }
        namespace Microsoft.Web.WebView2.Core { public class CoreWebView2EnvironmentOptions { public CoreWebView2EnvironmentOptions(string? additionalBrowserArguments = null) { } public string? AdditionalBrowserArguments { get; set; } } }
        namespace Opc.Ua { public class SecurityConfiguration { public bool AutoAcceptUntrustedCertificates { get; set; } } }
        namespace CoreWCF.Security
        {
            public enum X509CertificateValidationMode { None, PeerTrust, ChainTrust, PeerOrChainTrust, Custom }
            public class X509ClientCertificateAuthentication { public X509CertificateValidationMode CertificateValidationMode { get; set; } }
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Security.Cryptography.X509Certificates;
        using NServiceBus;

        """;

    internal static string WithStubs(string statements) => Usings + statements + Stubs;

    [Theory]
    [InlineData("var o = new MassTransit.RabbitMqSslOptions { Trust = {|DIT0104:true|} };")]
    [InlineData("Action<MassTransit.IKafkaSslConfigurator> c = s => s.EnableCertificateVerification = {|DIT0104:false|};")]
    [InlineData("var t = new RabbitMQTransport { ValidateRemoteCertificate = {|DIT0104:false|} };")]
    [InlineData("new TransportExtensions<RabbitMQTransport>().{|DIT0104:DisableRemoteCertificateValidation()|};")]
    [InlineData("var o = new Couchbase.ClusterOptions { KvIgnoreRemoteCertificateNameMismatch = {|DIT0105:true|}, IgnoreRemoteCertificateNameMismatch = {|DIT0105:true|} };")]
    [InlineData("var b = new Neo4j.Driver.ConfigBuilder().WithTrustManager(Neo4j.Driver.TrustManager.{|DIT0104:CreateInsecure()|});")]
    [InlineData("var t = Neo4j.Driver.TrustManager.{|DIT0104:CreateInsecure(verifyHostname: true)|};")]
    [InlineData("var t = Neo4j.Driver.TrustManager.CreateChainTrust({|DIT0105:false|}, {|DIT0106:X509RevocationMode.NoCheck|});")]
    [InlineData("var c = new FluentFTP.FtpClient { Config = { ValidateAnyCertificate = {|DIT0104:true|} } };")]
    [InlineData("var c = new FluentFTP.FtpClient(); c.Config.ValidateAnyCertificate = {|DIT0104:true|};")]
    [InlineData("var w = new WebSocket4Net.WebSocket(); w.Security.AllowUnstrustedCertificate = {|DIT0104:true|}; w.Security.AllowNameMismatchCertificate = {|DIT0105:true|};")]
    [InlineData("Action<Consul.ConsulClientConfiguration> c = x => x.DisableServerCertificateValidation = {|DIT0104:true|};")]
    [InlineData("Oracle.ManagedDataAccess.Client.OracleConfiguration.SSLServerDNMatch = {|DIT0105:false|};")]
    [InlineData("var s = new CefSharp.CefSettings { IgnoreCertificateErrors = {|DIT0104:true|} };")]
    [InlineData("var s = new CefSharp.CefSettings(); s.CefCommandLineArgs.Add(\"ignore-certificate-errors\", {|DIT0104:\"1\"|}); s.CefCommandLineArgs[\"ignore-certificate-errors\"] = {|DIT0104:\"\"|};")]
    [InlineData("var o = new Microsoft.Playwright.BrowserNewContextOptions { IgnoreHTTPSErrors = {|DIT0104:true|} };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = [\"--headless\", {|DIT0104:\"--ignore-certificate-errors\"|}] };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new List<string> { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions({|DIT0104:\"--ignore-certificate-errors --mute\"|});")]
    [InlineData("var s = new Opc.Ua.SecurityConfiguration { AutoAcceptUntrustedCertificates = {|DIT0104:true|} };")]
    [InlineData("var a = new CoreWCF.Security.X509ClientCertificateAuthentication { CertificateValidationMode = {|DIT0104:CoreWCF.Security.X509CertificateValidationMode.None|} };")]
    [InlineData("var s = new CefSharp.CefSettings(); s.CefCommandLineArgs.Add({|DIT0104:\"ignore-certificate-errors\"|});")]
    [InlineData("var w = new WebSocketSharp.WebSocket({|DIT0104:\"wss://feed.example\"|});")]
    [InlineData("var w = new WebSocketSharp.WebSocket({|DIT0104:$\"wss://{args[0]}/feed\"|}, \"v1\");")]
    public Task Reports(string statements) => Verify.Finds<CertificateSettings>(WithStubs(statements));

    [Theory]
    [InlineData("var t = Neo4j.Driver.TrustManager.CreateChainTrust();")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = [\"--headless\"] };")]
    [InlineData("var d = new Dictionary<string, bool> { [\"InsecureSkipVerify\"] = true };")]
    [InlineData("var w = new WebSocketSharp.WebSocket(\"wss://feed.example\"); w.SslConfiguration.ServerCertificateValidationCallback = (_, _, _, e) => e == default;")]
    [InlineData("var w = new WebSocketSharp.WebSocket(args[0]);")]
    public Task Is_silent(string statements) => Verify.Silent<CertificateSettings>(WithStubs(statements));

    [Theory]
    [InlineData(
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { \"--headless\", [|\"--ignore-certificate-errors\"|] } };",
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { \"--headless\" } };")]
    [InlineData(
        "var t = RabbitMQTransportOptions.[|DisableRemoteCertificateValidation(new TransportExtensions<RabbitMQTransport>())|];",
        "var t = new TransportExtensions<RabbitMQTransport>();")]
    public Task Removes(string before, string after) =>
        Verify.Fixes<CertificateSettings, ValidationSwitchFix>(Usings + before + Stubs, Usings + after + Stubs, SettingEdits.Remove);

    [Theory]
    [InlineData(
        "var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions([|\"--mute --ignore-certificate-errors --lang=en\"|]);",
        "var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions(\"--mute --lang=en\");")]
    [InlineData(
        "var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions { AdditionalBrowserArguments = [|\"--ignore-certificate-errors\"|] };",
        "var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions { AdditionalBrowserArguments = \"\" };")]
    [InlineData(
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { [|\"--ignore-certificate-errors\"|] } };",
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new string[0] };")]
    public Task Writes_what_is_left(string before, string after) =>
        Verify.Fixes<CertificateSettings, ValidationSwitchFix>(WithStubs(before), WithStubs(after));

    [Fact]
    public Task Sets_the_callback_that_is_missing() => Verify.Fixes<CertificateSettings, ValidationSwitchFix>(
        Usings + "var w = new WebSocketSharp.WebSocket([|\"wss://feed.example\"|]);\n" + Stubs,
        Usings + "var w = new WebSocketSharp.WebSocket(\"wss://feed.example\");\nw.SslConfiguration.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => errors == System.Net.Security.SslPolicyErrors.None;\n" + Stubs);

    [Fact]
    public Task Calls_the_strict_method_instead() => Verify.Fixes<CertificateSettings, ValidationSwitchFix>(
        Usings + "var b = new Neo4j.Driver.ConfigBuilder().WithTrustManager(Neo4j.Driver.TrustManager.[|CreateInsecure(true)|]);" + Stubs,
        Usings + "var b = new Neo4j.Driver.ConfigBuilder().WithTrustManager(Neo4j.Driver.TrustManager.CreateChainTrust());" + Stubs);
}
