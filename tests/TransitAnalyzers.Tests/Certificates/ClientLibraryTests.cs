using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>DIT0104 to DIT0107 on real libraries that few programs have, beside those of <see cref="CertificateSettingTests"/>.</summary>
public sealed class ClientLibraryTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.AspNetCore.Authentication.Certificate;
        using MQTTnet;
        using OpenQA.Selenium.Chrome;

        """;

    internal static readonly ReferenceAssemblies Clients = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
    [
        Packages.ConfluentKafka, MorePackages.AmqpNetLite, MorePackages.CertificateAuthentication, MorePackages.ClickHouse, MorePackages.ConfluentSchemaRegistry,
        MorePackages.GrpcCore, MorePackages.GrpcCoreApi, MorePackages.InfluxDb, MorePackages.Kubernetes, MorePackages.MailKit, MorePackages.MqttNet,
        MorePackages.Nats, MorePackages.Nats1, MorePackages.Orleans, MorePackages.PuppeteerSharp, MorePackages.Selenium,
    ]);

    internal static string WithUsings(string statements) => Usings + statements;

    [Theory]
    [InlineData("var o = new NATS.Client.Core.NatsTlsOpts { InsecureSkipVerify = {|DIT0104:true|} };")]
    [InlineData("var o = NATS.Client.Core.NatsTlsOpts.Default with { InsecureSkipVerify = {|DIT0104:true|} };")]
    [InlineData("var o = NATS.Client.ConnectionFactory.GetDefaultOptions(); o.CheckCertificateRevocation = {|DIT0106:false|};")]
    [InlineData("var b = new MqttClientOptionsBuilder().WithTlsOptions(o => o.UseTls().{|DIT0104:WithIgnoreCertificateChainErrors()|});")]
    [InlineData("var b = new MqttClientOptionsBuilder().WithTlsOptions(o => { o.UseTls(); o.{|DIT0104:WithIgnoreCertificateChainErrors(true)|}; });")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().{|DIT0106:WithIgnoreCertificateRevocationErrors()|}.WithRevocationMode({|DIT0106:X509RevocationMode.NoCheck|});")]
    [InlineData("var o = new MqttClientTlsOptions { IgnoreCertificateChainErrors = {|DIT0104:true|} };")]
    [InlineData("Amqp.Connection.DisableServerCertValidation = {|DIT0104:true|};")]
    [InlineData("var f = new Amqp.ConnectionFactory(); f.SSL.CheckCertificateRevocation = {|DIT0106:false|};")]
    [InlineData("Amqp.Listener.ConnectionListener l = null!; l.SSL.CheckCertificateRevocation = {|DIT0106:false|};")]
    [InlineData("var o = new InfluxDB.Client.InfluxDBClientOptions(\"https://influx.example\") { VerifySsl = {|DIT0104:false|} };")]
    [InlineData("var b = new InfluxDB.Client.InfluxDBClientOptions.Builder().Url(\"https://influx.example\").VerifySsl({|DIT0104:false|});")]
    [InlineData("var c = new MailKit.Net.Smtp.SmtpClient { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var p = new MailKit.Net.Proxy.HttpsProxyClient(\"proxy.example\", 8443) { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var c = k8s.KubernetesClientConfiguration.BuildDefaultConfig(); c.SkipTlsVerify = {|DIT0104:true|};")]
    [InlineData("var e = new k8s.KubeConfigModels.ClusterEndpoint { SkipTlsVerify = {|DIT0104:true|} };")]
    [InlineData("var o = new ChromeOptions { AcceptInsecureCertificates = {|DIT0104:true|} };")]
    [InlineData("var o = new ChromeOptions(); o.AddArgument({|DIT0104:\"--ignore-certificate-errors\"|}); o.AddArguments(\"--headless\", {|DIT0104:\"ignore-certificate-errors\"|});")]
    [InlineData("var o = new ChromeOptions(); o.AddArguments(new[] { \"--headless\", {|DIT0104:\"--ignore-certificate-errors\"|} });")]
    [InlineData("var o = new PuppeteerSharp.LaunchOptions { AcceptInsecureCerts = {|DIT0104:true|}, Args = new string[] { {|DIT0104:\"--ignore-certificate-errors\"|} } };")]
    [InlineData("var o = new PuppeteerSharp.ConnectOptions { AcceptInsecureCerts = {|DIT0104:true|} };")]
    [InlineData("Action<Orleans.Connections.Security.TlsOptions> c = o => o.{|DIT0104:AllowAnyRemoteCertificate()|};")]
    [InlineData("Action<Orleans.Connections.Security.TlsOptions> c = o => o.CheckCertificateRevocation = {|DIT0106:false|};")]
    [InlineData("var c = new Grpc.Core.SslServerCredentials(Array.Empty<Grpc.Core.KeyCertificatePair>(), \"\", {|DIT0104:Grpc.Core.SslClientCertificateRequestType.RequestButDontVerify|});")]
    [InlineData("var c = new Confluent.SchemaRegistry.SchemaRegistryConfig { EnableSslCertificateVerification = {|DIT0104:false|} };")]
    [InlineData("var d = new Dictionary<string, string> { [\"schema.registry.enable.ssl.certificate.verification\"] = {|DIT0104:\"false\"|} };")]
    [InlineData("var o = new CertificateAuthenticationOptions { AllowedCertificateTypes = {|DIT0104:CertificateTypes.All|}, ValidateValidityPeriod = {|DIT0107:false|} };")]
    [InlineData("var o = new CertificateAuthenticationOptions { RevocationMode = {|DIT0106:X509RevocationMode.NoCheck|}, RevocationFlag = {|DIT0106:X509RevocationFlag.EndCertificateOnly|} };")]
    [InlineData("var s = new ClickHouse.Driver.ADO.ClickHouseClientSettings { SkipServerCertificateValidation = {|DIT0104:true|} };")]
    [InlineData("using var c = new ClickHouse.Driver.ADO.ClickHouseConnection(args[0], skipServerCertificateValidation: {|DIT0104:true|});")]
    public Task Reports(string statements) => Verify.Finds<CertificateSettings>(WithUsings(statements), Clients);

    [Theory]
    [InlineData("var o = new NATS.Client.Core.NatsTlsOpts { InsecureSkipVerify = false };")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithIgnoreCertificateChainErrors(false);")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithIgnoreCertificateChainErrors(args.Length > 0);")]
    [InlineData("var b = new MqttClientTlsOptionsBuilder().WithAllowUntrustedCertificates();")] // Version 4 and later never read it.
    [InlineData("var o = new MqttClientTlsOptions { AllowUntrustedCertificates = true };")]
    [InlineData("var b = new InfluxDB.Client.InfluxDBClientOptions.Builder().VerifySsl(true);")]
    [InlineData("var o = new ChromeOptions(); o.AddArguments(\"--headless\", \"--ignore-certificate-errors-spki-list=abc\");")]
    [InlineData("var o = new CertificateAuthenticationOptions { AllowedCertificateTypes = CertificateTypes.SelfSigned, Events = new CertificateAuthenticationEvents() };")]
    [InlineData("using var c = new ClickHouse.Driver.ADO.ClickHouseConnection(args[0], false);")]
    [InlineData("Action<Orleans.Connections.Security.TlsOptions> c = o => o.CheckCertificateRevocation = true;")]
    public Task Is_silent(string statements) => Verify.Silent<CertificateSettings>(WithUsings(statements), Clients);

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
        "void Set(MqttClientTlsOptionsBuilder o) => o.[|WithIgnoreCertificateChainErrors()|];",
        "void Set(MqttClientTlsOptionsBuilder o) { }")]
    [InlineData(
        "Action<Orleans.Connections.Security.TlsOptions> c = o => o.[|AllowAnyRemoteCertificate()|];",
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { };")]
    [InlineData(
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { o.[|AllowAnyRemoteCertificate()|]; };",
        "Action<Orleans.Connections.Security.TlsOptions> c = o => { };")]
    [InlineData(
        "var o = new ChromeOptions(); o.AddArguments([|\"--ignore-certificate-errors\"|], \"--headless\");",
        "var o = new ChromeOptions(); o.AddArguments(\"--headless\");")]
    public Task Removes(string before, string after) =>
        Verify.Fixes<CertificateSettings, ValidationSwitchFix>(WithUsings(before), WithUsings(after), SettingEdits.Remove, Clients);
}
