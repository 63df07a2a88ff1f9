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

        namespace NATS.Client.Core { public sealed record NatsTlsOpts { public bool InsecureSkipVerify { get; init; } public static readonly NatsTlsOpts Default = new(); } }
        namespace NATS.Client { public class Options { public bool CheckCertificateRevocation { get; set; } } }
        namespace MQTTnet
        {
            public sealed class MqttClientTlsOptionsBuilder
            {
                public MqttClientTlsOptionsBuilder UseTls(bool useTls = true) => this;
                public MqttClientTlsOptionsBuilder WithIgnoreCertificateChainErrors(bool ignoreCertificateChainErrors = true) => this;
                public MqttClientTlsOptionsBuilder WithIgnoreCertificateRevocationErrors(bool ignoreCertificateRevocationErrors = true) => this;
                public MqttClientTlsOptionsBuilder WithAllowUntrustedCertificates(bool allowUntrustedCertificates = true) => this;
                public MqttClientTlsOptionsBuilder WithRevocationMode(X509RevocationMode value) => this;
            }
            public sealed class MqttClientTlsOptions { public bool IgnoreCertificateChainErrors { get; set; } public bool AllowUntrustedCertificates { get; set; } }
            public sealed class MqttClientOptionsBuilder { public MqttClientOptionsBuilder WithTlsOptions(Action<MqttClientTlsOptionsBuilder> configure) => this; }
        }
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
        namespace Amqp { public class Connection { public static bool DisableServerCertValidation; } }
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
        namespace InfluxDB.Client
        {
            public class InfluxDBClientOptions
            {
                public InfluxDBClientOptions(string url) { }
                public bool VerifySsl { get; set; }
                public class Builder { public Builder Url(string url) => this; public Builder VerifySsl(bool value) => this; }
            }
        }
        namespace MailKit { public abstract class MailService { public bool CheckCertificateRevocation { get; set; } } }
        namespace MailKit.Net.Smtp { public class SmtpClient : MailService { } }
        namespace FluentFTP { public class FtpConfig { public bool ValidateAnyCertificate { get; set; } } public class FtpClient { public FtpConfig Config { get; set; } = new(); } }
        namespace SuperSocket.ClientEngine { public class SecurityOption { public bool AllowUnstrustedCertificate { get; set; } public bool AllowNameMismatchCertificate { get; set; } } }
        namespace WebSocket4Net { public class WebSocket { public SuperSocket.ClientEngine.SecurityOption Security { get; } = new(); } }
        namespace WebSocketSharp { public class WebSocket { public WebSocket(string url, params string[] protocols) { } public Net.ClientSslConfiguration SslConfiguration { get; } = new(); } }
        namespace WebSocketSharp.Net { public class ClientSslConfiguration { public System.Net.Security.RemoteCertificateValidationCallback? ServerCertificateValidationCallback { get; set; } } }
        namespace k8s { public class KubernetesClientConfiguration { public bool SkipTlsVerify { get; set; } public static KubernetesClientConfiguration BuildDefaultConfig() => new(); } }
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
        namespace OpenQA.Selenium { public abstract class DriverOptions { public bool? AcceptInsecureCertificates { get; set; } } }
        namespace OpenQA.Selenium.Chromium { public abstract class ChromiumOptions : DriverOptions { public void AddArgument(string argument) { } public void AddArguments(params string[] argumentsToAdd) { } } }
        namespace OpenQA.Selenium.Chrome { public class ChromeOptions : Chromium.ChromiumOptions { } }
        namespace Microsoft.Playwright
        {
            public class BrowserNewContextOptions { public bool? IgnoreHTTPSErrors { get; set; } }
            public class BrowserTypeLaunchOptions { public IEnumerable<string>? Args { get; set; } }
        }
        namespace PuppeteerSharp { public class LaunchOptions { public bool AcceptInsecureCerts { get; set; } public string[]? Args { get; set; } } }
        namespace Microsoft.Web.WebView2.Core { public class CoreWebView2EnvironmentOptions { public CoreWebView2EnvironmentOptions(string? additionalBrowserArguments = null) { } public string? AdditionalBrowserArguments { get; set; } } }
        namespace Opc.Ua { public class SecurityConfiguration { public bool AutoAcceptUntrustedCertificates { get; set; } } }
        namespace Orleans.Connections.Security { public class TlsOptions { public void AllowAnyRemoteCertificate() { } } }
        namespace Grpc.Core
        {
            public enum SslClientCertificateRequestType { DontRequest, RequestButDontVerify, RequestAndVerify, RequestAndRequireButDontVerify, RequestAndRequireAndVerify }
            public class SslServerCredentials { public SslServerCredentials(IEnumerable<object> keyCertificatePairs, string rootCertificates, SslClientCertificateRequestType clientCertificateRequest) { } }
        }
        namespace CoreWCF.Security
        {
            public enum X509CertificateValidationMode { None, PeerTrust, ChainTrust, PeerOrChainTrust, Custom }
            public class X509ClientCertificateAuthentication { public X509CertificateValidationMode CertificateValidationMode { get; set; } }
        }
        namespace Confluent.SchemaRegistry { public class SchemaRegistryConfig { public bool? EnableSslCertificateVerification { get; set; } } }
        namespace Microsoft.AspNetCore.Authentication.Certificate
        {
            [Flags] public enum CertificateTypes { Chained = 1, SelfSigned = 2, All = 3 }
            public class CertificateAuthenticationOptions { public CertificateTypes AllowedCertificateTypes { get; set; } public bool ValidateValidityPeriod { get; set; } public object? Events { get; set; } }
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Security.Cryptography.X509Certificates;
        using MQTTnet;
        using NServiceBus;

        """;

    internal static string WithStubs(string statements) => Usings + statements + Stubs;

    [Theory]
    [InlineData("var o = new NATS.Client.Core.NatsTlsOpts { InsecureSkipVerify = {|DIT0104:true|} };")]
    [InlineData("var o = NATS.Client.Core.NatsTlsOpts.Default with { InsecureSkipVerify = {|DIT0104:true|} };")]
    [InlineData("var o = new NATS.Client.Options(); o.CheckCertificateRevocation = {|DIT0106:false|};")]
    [InlineData("var b = new MqttClientOptionsBuilder().WithTlsOptions(o => o.UseTls().{|DIT0104:WithIgnoreCertificateChainErrors()|});")]
    [InlineData("var b = new MqttClientOptionsBuilder().WithTlsOptions(o => { o.UseTls(); o.{|DIT0104:WithIgnoreCertificateChainErrors(true)|}; });")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().{|DIT0106:WithIgnoreCertificateRevocationErrors()|}.WithRevocationMode({|DIT0106:X509RevocationMode.NoCheck|});")]
    [InlineData("var o = new MqttClientTlsOptions { IgnoreCertificateChainErrors = {|DIT0104:true|} };")]
    [InlineData("var o = new MassTransit.RabbitMqSslOptions { Trust = {|DIT0104:true|} };")]
    [InlineData("Action<MassTransit.IKafkaSslConfigurator> c = s => s.EnableCertificateVerification = {|DIT0104:false|};")]
    [InlineData("var t = new RabbitMQTransport { ValidateRemoteCertificate = {|DIT0104:false|} };")]
    [InlineData("new TransportExtensions<RabbitMQTransport>().{|DIT0104:DisableRemoteCertificateValidation()|};")]
    [InlineData("Amqp.Connection.DisableServerCertValidation = {|DIT0104:true|};")]
    [InlineData("var o = new Couchbase.ClusterOptions { KvIgnoreRemoteCertificateNameMismatch = {|DIT0105:true|}, IgnoreRemoteCertificateNameMismatch = {|DIT0105:true|} };")]
    [InlineData("var b = new Neo4j.Driver.ConfigBuilder().WithTrustManager(Neo4j.Driver.TrustManager.{|DIT0104:CreateInsecure()|});")]
    [InlineData("var t = Neo4j.Driver.TrustManager.{|DIT0104:CreateInsecure(verifyHostname: true)|};")]
    [InlineData("var t = Neo4j.Driver.TrustManager.CreateChainTrust({|DIT0105:false|}, {|DIT0106:X509RevocationMode.NoCheck|});")]
    [InlineData("var o = new InfluxDB.Client.InfluxDBClientOptions(\"https://influx.example\") { VerifySsl = {|DIT0104:false|} };")]
    [InlineData("var b = new InfluxDB.Client.InfluxDBClientOptions.Builder().Url(\"https://influx.example\").VerifySsl({|DIT0104:false|});")]
    [InlineData("var c = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var c = new FluentFTP.FtpClient { Config = { ValidateAnyCertificate = {|DIT0104:true|} } };")]
    [InlineData("var c = new FluentFTP.FtpClient(); c.Config.ValidateAnyCertificate = {|DIT0104:true|};")]
    [InlineData("var w = new WebSocket4Net.WebSocket(); w.Security.AllowUnstrustedCertificate = {|DIT0104:true|}; w.Security.AllowNameMismatchCertificate = {|DIT0105:true|};")]
    [InlineData("var c = k8s.KubernetesClientConfiguration.BuildDefaultConfig(); c.SkipTlsVerify = {|DIT0104:true|};")]
    [InlineData("Action<Consul.ConsulClientConfiguration> c = x => x.DisableServerCertificateValidation = {|DIT0104:true|};")]
    [InlineData("Oracle.ManagedDataAccess.Client.OracleConfiguration.SSLServerDNMatch = {|DIT0105:false|};")]
    [InlineData("var s = new CefSharp.CefSettings { IgnoreCertificateErrors = {|DIT0104:true|} };")]
    [InlineData("var s = new CefSharp.CefSettings(); s.CefCommandLineArgs.Add(\"ignore-certificate-errors\", {|DIT0104:\"1\"|}); s.CefCommandLineArgs[\"ignore-certificate-errors\"] = {|DIT0104:\"\"|};")]
    [InlineData("var o = new OpenQA.Selenium.Chrome.ChromeOptions { AcceptInsecureCertificates = {|DIT0104:true|} };")]
    [InlineData("var o = new OpenQA.Selenium.Chrome.ChromeOptions(); o.AddArgument({|DIT0104:\"--ignore-certificate-errors\"|}); o.AddArguments(\"--headless\", {|DIT0104:\"ignore-certificate-errors\"|});")]
    [InlineData("var o = new OpenQA.Selenium.Chrome.ChromeOptions(); o.AddArguments(new[] { \"--headless\", {|DIT0104:\"--ignore-certificate-errors\"|} });")]
    [InlineData("var o = new Microsoft.Playwright.BrowserNewContextOptions { IgnoreHTTPSErrors = {|DIT0104:true|} };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = [\"--headless\", {|DIT0104:\"--ignore-certificate-errors\"|}] };")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new List<string> { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new PuppeteerSharp.LaunchOptions { AcceptInsecureCerts = {|DIT0104:true|}, Args = new string[] { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new Microsoft.Web.WebView2.Core.CoreWebView2EnvironmentOptions({|DIT0104:\"--ignore-certificate-errors --mute\"|});")]
    [InlineData("var s = new Opc.Ua.SecurityConfiguration { AutoAcceptUntrustedCertificates = {|DIT0104:true|} };")]
    [InlineData("Action<Orleans.Connections.Security.TlsOptions> c = o => o.{|DIT0104:AllowAnyRemoteCertificate()|};")]
    [InlineData("var c = new Grpc.Core.SslServerCredentials(Array.Empty<object>(), \"\", {|DIT0104:Grpc.Core.SslClientCertificateRequestType.RequestButDontVerify|});")]
    [InlineData("var a = new CoreWCF.Security.X509ClientCertificateAuthentication { CertificateValidationMode = {|DIT0104:CoreWCF.Security.X509CertificateValidationMode.None|} };")]
    [InlineData("var c = new Confluent.SchemaRegistry.SchemaRegistryConfig { EnableSslCertificateVerification = {|DIT0104:false|} };")]
    [InlineData("var o = new Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions { AllowedCertificateTypes = {|DIT0104:Microsoft.AspNetCore.Authentication.Certificate.CertificateTypes.All|}, ValidateValidityPeriod = {|DIT0107:false|} };")]
    [InlineData("var s = new CefSharp.CefSettings(); s.CefCommandLineArgs.Add({|DIT0104:\"ignore-certificate-errors\"|});")]
    [InlineData("var w = new WebSocketSharp.WebSocket({|DIT0104:\"wss://feed.example\"|});")]
    [InlineData("var w = new WebSocketSharp.WebSocket({|DIT0104:$\"wss://{args[0]}/feed\"|}, \"v1\");")]
    public Task Reports(string statements) => Verify.Finds<CertificateSettings>(WithStubs(statements));

    [Theory]
    [InlineData("var o = new NATS.Client.Core.NatsTlsOpts { InsecureSkipVerify = false };")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithIgnoreCertificateChainErrors(false);")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithIgnoreCertificateChainErrors(args.Length > 0);")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithAllowUntrustedCertificates();")] // Version 4 and later never read it.
    [InlineData("var o = new MqttClientTlsOptions { AllowUntrustedCertificates = true };")]
    [InlineData("var t = Neo4j.Driver.TrustManager.CreateChainTrust();")]
    [InlineData("var b = new InfluxDB.Client.InfluxDBClientOptions.Builder().VerifySsl(true);")]
    [InlineData("var o = new OpenQA.Selenium.Chrome.ChromeOptions(); o.AddArguments(\"--headless\", \"--ignore-certificate-errors-spki-list=abc\");")]
    [InlineData("var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = [\"--headless\"] };")]
    [InlineData("var o = new Microsoft.AspNetCore.Authentication.Certificate.CertificateAuthenticationOptions { AllowedCertificateTypes = Microsoft.AspNetCore.Authentication.Certificate.CertificateTypes.SelfSigned, Events = new object() };")]
    [InlineData("var d = new Dictionary<string, bool> { [\"InsecureSkipVerify\"] = true };")]
    [InlineData("var w = new WebSocketSharp.WebSocket(\"wss://feed.example\"); w.SslConfiguration.ServerCertificateValidationCallback = (_, _, _, e) => e == default;")]
    [InlineData("var w = new WebSocketSharp.WebSocket(args[0]);")]
    public Task Is_silent(string statements) => Verify.Silent<CertificateSettings>(WithStubs(statements));

    [Theory]
    [InlineData(
        "var b = new MqttClientOptionsBuilder().WithTlsOptions(o => o.UseTls().[|WithIgnoreCertificateChainErrors()|]);",
        "var b = new MqttClientOptionsBuilder().WithTlsOptions(o => o.UseTls());")]
    [InlineData(
        """
        var b = new MqttClientTlsOptionsBuilder()
            .UseTls()
            .[|WithIgnoreCertificateChainErrors()|] // lab
            .WithRevocationMode(X509RevocationMode.Online);
        """,
        """
        var b = new MqttClientTlsOptionsBuilder()
            .UseTls() // lab
            .WithRevocationMode(X509RevocationMode.Online);
        """)]
    [InlineData(
        """
        var b = new MqttClientTlsOptionsBuilder()
            .UseTls()
            .[|WithIgnoreCertificateChainErrors()|];
        """,
        """
        var b = new MqttClientTlsOptionsBuilder()
            .UseTls();
        """)]
    [InlineData(
        "Action<Orleans.Connections.Security.TlsOptions> c = o => o.[|AllowAnyRemoteCertificate()|];",
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { };")]
    [InlineData(
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { o.[|AllowAnyRemoteCertificate()|]; };",
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { };")]
    [InlineData(
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { \"--headless\", [|\"--ignore-certificate-errors\"|] } };",
        "var o = new Microsoft.Playwright.BrowserTypeLaunchOptions { Args = new[] { \"--headless\" } };")]
    [InlineData(
        "var o = new OpenQA.Selenium.Chrome.ChromeOptions(); o.AddArguments([|\"--ignore-certificate-errors\"|], \"--headless\");",
        "var o = new OpenQA.Selenium.Chrome.ChromeOptions(); o.AddArguments(\"--headless\");")]
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
