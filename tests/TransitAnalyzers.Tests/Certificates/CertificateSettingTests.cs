using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>DIT0104 to DIT0107 on the real libraries.</summary>
public sealed class CertificateSettingTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        """;

    internal static readonly ReferenceAssemblies Clients = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [Packages.RabbitMQ7, Packages.Yarp, Packages.MassTransitAbstractions, Packages.MassTransitRabbitMQ, Packages.ConfluentKafka, Packages.StackExchangeRedis, Packages.MongoDriver, Packages.Npgsql]);

    internal static string WithUsings(string statements) => Usings + statements;

    [Theory]
    // YARP
    [InlineData("var c = new Yarp.ReverseProxy.Configuration.HttpClientConfig { DangerousAcceptAnyServerCertificate = {|DIT0104:true|} };")]
    [InlineData("var c = new Yarp.ReverseProxy.Configuration.HttpClientConfig(); c = c with { DangerousAcceptAnyServerCertificate = {|DIT0104:true|} };")]
    // Kafka
    [InlineData("var c = new Confluent.Kafka.ProducerConfig { EnableSslCertificateVerification = {|DIT0104:false|} };")]
    [InlineData("Confluent.Kafka.ConsumerConfig c = new(); c.EnableSslCertificateVerification = {|DIT0104:false|};")]
    [InlineData("var c = new Confluent.Kafka.AdminClientConfig { SslEndpointIdentificationAlgorithm = {|DIT0105:Confluent.Kafka.SslEndpointIdentificationAlgorithm.None|} };")]
    [InlineData("var c = new Confluent.Kafka.ClientConfig(new Dictionary<string, string> { [\"ssl.endpoint.identification.algorithm\"] = {|DIT0105:\"none\"|} });")]
    [InlineData("var c = new Confluent.Kafka.ClientConfig(new Dictionary<string, string> { { \"enable.ssl.certificate.verification\", {|DIT0104:\"false\"|} } });")]
    [InlineData("var d = new Dictionary<string, string>(); d[\"enable.ssl.certificate.verification\"] = {|DIT0104:\"False\"|}; d.Add(\"ssl.endpoint.identification.algorithm\", {|DIT0105:\"none\"|});")]
    [InlineData("var c = new Confluent.Kafka.ClientConfig(); c.Set(\"enable.ssl.certificate.verification\", {|DIT0104:\"false\"|});")]
    [InlineData("var c = new KeyValuePair<string, string>(\"enable.ssl.certificate.verification\", {|DIT0104:\"false\"|});")]
    // RabbitMQ
    [InlineData("var s = new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = {|DIT0105:SslPolicyErrors.RemoteCertificateNameMismatch|} };")]
    [InlineData("var s = new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = {|DIT0104:SslPolicyErrors.RemoteCertificateChainErrors|} };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.Ssl.AcceptablePolicyErrors |= {|DIT0104:SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch|};")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { Ssl = { Enabled = true, AcceptablePolicyErrors = {|DIT0104:(SslPolicyErrors)7|} } };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { Uri = {|DIT0105:new Uri(\"amqps://broker.example\")|} };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.Uri = {|DIT0105:new Uri($\"amqps://{args[0]}:5671\")|};")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None; f.Uri = {|DIT0105:new Uri(\"amqps://\" + args[0])|};")]
    [InlineData("const string broker = \"amqps://broker.example\"; var uri = new Uri(broker); var f = new RabbitMQ.Client.ConnectionFactory { Uri = {|DIT0105:uri|} };")]
    [InlineData("var s = new RabbitMQ.Client.SslOption { CheckCertificateRevocation = {|DIT0106:false|} };")]
    // MassTransit
    [InlineData("MassTransit.IRabbitMqSslConfigurator s = null!; s.AllowPolicyErrors({|DIT0104:SslPolicyErrors.RemoteCertificateChainErrors|});")]
    [InlineData("MassTransit.IRabbitMqSslConfigurator s = null!; s.AllowPolicyErrors({|DIT0105:SslPolicyErrors.RemoteCertificateNameMismatch|});")]
    [InlineData("MassTransit.IRabbitMqHostConfigurator h = null!; h.{|DIT0104:UseSsl(s => s.Protocol = System.Security.Authentication.SslProtocols.Tls12)|};")]
    // .NET: revocation
    [InlineData("var h = new HttpClientHandler { CheckCertificateRevocationList = {|DIT0106:false|} };")]
    [InlineData("ServicePointManager.CheckCertificateRevocationList = {|DIT0106:false|};")]
    [InlineData("var o = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = {|DIT0106:X509RevocationMode.NoCheck|} };")]
    [InlineData("var h = new SocketsHttpHandler { SslOptions = { CertificateRevocationCheckMode = {|DIT0106:X509RevocationMode.NoCheck|} } };")]
    [InlineData("SslStream s = null!; s.AuthenticateAsClient(\"db.example\", null, {|DIT0106:false|});")]
    [InlineData("SslStream s = null!; s.AuthenticateAsClientAsync(\"db.example\", null, checkCertificateRevocation: {|DIT0106:false|}).Wait();")]
    [InlineData("var p = new X509ChainPolicy { RevocationMode = {|DIT0106:X509RevocationMode.NoCheck|} };")]
    [InlineData("var c = new X509Chain(); c.ChainPolicy.RevocationMode = {|DIT0106:X509RevocationMode.NoCheck|};")]
    [InlineData("var c = new X509Chain { ChainPolicy = { RevocationFlag = {|DIT0106:X509RevocationFlag.EndCertificateOnly|} } };")]
    // .NET: chain policy
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = {|DIT0107:X509VerificationFlags.AllowUnknownCertificateAuthority|} };")]
    [InlineData("var c = new X509Chain(); c.ChainPolicy.VerificationFlags = {|DIT0107:X509VerificationFlags.AllFlags|};")]
    [InlineData("var c = new X509Chain(); c.ChainPolicy.VerificationFlags |= {|DIT0107:X509VerificationFlags.IgnoreNotTimeValid|};")]
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = {|DIT0107:X509VerificationFlags.IgnoreWrongUsage | X509VerificationFlags.IgnoreInvalidName|} };")]
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = {|DIT0107:Extra() | X509VerificationFlags.IgnoreInvalidBasicConstraints|} }; X509VerificationFlags Extra() => default;")]
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = {|DIT0105:X509VerificationFlags.IgnoreInvalidName|} };")]
    [InlineData("var o = new SslClientAuthenticationOptions { CertificateChainPolicy = new() { VerificationFlags = {|DIT0105:X509VerificationFlags.IgnoreInvalidName|} } };")]
    [InlineData("using System.Security.Cryptography.X509Certificates.X509Chain c = new(); c.ChainPolicy.ExtraStore.Add(null!); c.ChainPolicy.VerificationFlags = {|DIT0107:X509VerificationFlags.AllowUnknownCertificateAuthority|}; if (!c.Build(null!)) throw new();")]
    [InlineData(
        """
        X509Certificate2 ca = null!;
        Func<X509Chain, X509Certificate2, bool> strict = (c, leaf) => c.Build(leaf) && c.ChainElements[^1].Certificate.Thumbprint == ca.Thumbprint;
        Func<X509Chain, X509Certificate2, bool> lax = (c, leaf) => { c.ChainPolicy.VerificationFlags = {|DIT0107:X509VerificationFlags.AllowUnknownCertificateAuthority|}; return c.Build(leaf); };
        """)]
    // Drivers
    [InlineData("var o = new StackExchange.Redis.ConfigurationOptions { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var s = new MongoDB.Driver.SslSettings { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var b = new Npgsql.NpgsqlConnectionStringBuilder { CheckCertificateRevocation = {|DIT0106:false|} };")]
    [InlineData("var o = new Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions { CheckCertificateRevocation = {|DIT0106:false|} };")]
    public Task Reports(string statements) => Verify.Finds<CertificateSettings>(WithUsings(statements), Clients);

    [Theory]
    [InlineData("var c = new Yarp.ReverseProxy.Configuration.HttpClientConfig { DangerousAcceptAnyServerCertificate = false };")]
    [InlineData("var c = new Confluent.Kafka.ProducerConfig { EnableSslCertificateVerification = true };")]
    [InlineData("var c = new Confluent.Kafka.ProducerConfig { EnableSslCertificateVerification = null };")]
    [InlineData("var c = new Confluent.Kafka.ClientConfig { SslEndpointIdentificationAlgorithm = Confluent.Kafka.SslEndpointIdentificationAlgorithm.Https };")]
    [InlineData("var d = new Dictionary<string, string> { [\"ssl.endpoint.identification.algorithm\"] = \"https\", [\"ssl.ca.location\"] = \"none\" };")]
    [InlineData("var d = new Dictionary<string, string>(); if (d[\"enable.ssl.certificate.verification\"] == \"false\") throw new();")]
    [InlineData("var s = new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = SslPolicyErrors.None, CheckCertificateRevocation = true };")]
    [InlineData("var s = new RabbitMQ.Client.SslOption(); s.AcceptablePolicyErrors &= ~SslPolicyErrors.RemoteCertificateNameMismatch;")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(\"amqps://broker.example\"), Ssl = { AcceptablePolicyErrors = SslPolicyErrors.None } };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(\"amqps://broker.example\"), Ssl = new RabbitMQ.Client.SslOption(\"broker.example\") };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.Uri = new Uri(\"amqps://broker.example\"); f.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.Uri = new Uri(\"amqps://broker.example\"); Harden(f); void Harden(RabbitMQ.Client.ConnectionFactory x) => x.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(args[0]) };")]
    [InlineData("MassTransit.IRabbitMqSslConfigurator s = null!; s.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors);")]
    [InlineData("MassTransit.IRabbitMqHostConfigurator h = null!; h.UseSsl(s => s.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors));")]
    [InlineData("MassTransit.IRabbitMqHostConfigurator h = null!; Action<MassTransit.IRabbitMqSslConfigurator> ssl = s => { }; h.UseSsl(ssl);")]
    [InlineData("var h = new HttpClientHandler { CheckCertificateRevocationList = true };")]
    [InlineData("var o = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = X509RevocationMode.Offline };")]
    [InlineData("var o = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = X509RevocationMode.NoCheck, CertificateChainPolicy = new X509ChainPolicy() };")]
    [InlineData("var p = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };")]
    [InlineData("var c = new X509Chain(); c.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; c.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;")]
    [InlineData("SslStream s = null!; s.AuthenticateAsClient(\"db.example\"); s.AuthenticateAsClient(\"db.example\", null, true);")]
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.NoFlag };")]
    [InlineData("var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown | X509VerificationFlags.IgnoreRootRevocationUnknown };")]
    [InlineData("var p = new X509ChainPolicy(); p.VerificationFlags &= ~X509VerificationFlags.AllowUnknownCertificateAuthority;")]
    [InlineData("var p = new X509ChainPolicy(); if (p.VerificationFlags.HasFlag(X509VerificationFlags.AllFlags)) throw new();")]
    [InlineData("var p = new X509ChainPolicy(); p.ExtraStore.Add(null!); p.CustomTrustStore.Add(null!);")]
    [InlineData(
        """
        X509Certificate2 ca = null!;
        using var c = new X509Chain();
        c.ChainPolicy.ExtraStore.Add(ca);
        c.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        if (!c.Build(ca) || c.ChainElements[^1].Certificate.Thumbprint != ca.Thumbprint)
            throw new InvalidOperationException();
        """)]
    public Task Is_silent(string statements) => Verify.Silent<CertificateSettings>(WithUsings(statements), Clients);

    [Theory]
    [InlineData("factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = {|DIT0104:X509CertificateValidationMode.None|};")]
    [InlineData("host.Credentials.ClientCertificate.Authentication.CertificateValidationMode = {|DIT0104:X509CertificateValidationMode.None|};")]
    [InlineData("factory.Credentials.ServiceCertificate.Authentication.CustomCertificateValidator = {|DIT0104:X509CertificateValidator.None|};")]
    [InlineData("factory.Credentials.ServiceCertificate.Authentication.RevocationMode = {|DIT0106:X509RevocationMode.NoCheck|};")]
    [InlineData("factory.Credentials.ServiceCertificate.SslCertificateAuthentication = {|DIT0105:new X509ServiceCertificateAuthentication { CertificateValidationMode = X509CertificateValidationMode.ChainTrust }|};")]
    [InlineData("factory.Credentials.ServiceCertificate.SslCertificateAuthentication = new X509ServiceCertificateAuthentication { CertificateValidationMode = {|DIT0104:X509CertificateValidationMode.None|} };")]
    [InlineData("var a = new X509ServiceCertificateAuthentication(); factory.Credentials.ServiceCertificate.SslCertificateAuthentication = {|DIT0105:a|};")]
    [InlineData("host.Credentials.IssuedTokenAuthentication.AllowUntrustedRsaIssuers = {|DIT0104:true|};")]
    [InlineData("factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.ChainTrust;")]
    [InlineData("factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.Custom;")]
    [InlineData("factory.Credentials.ServiceCertificate.SslCertificateAuthentication = null;")]
    public Task Wcf_on_NET_Framework(string statement) => Verify.Finds<CertificateSettings>(Wcf(statement), ReferenceAssemblies.NetFramework.Net472.Default);

    [Theory]
    [InlineData(
        "factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = [|X509CertificateValidationMode.None|];",
        "factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.ChainTrust;")]
    [InlineData(
        "factory.Credentials.ServiceCertificate.Authentication.CustomCertificateValidator = [|X509CertificateValidator.None|];",
        "factory.Credentials.ServiceCertificate.Authentication.CustomCertificateValidator = X509CertificateValidator.ChainTrust;")]
    [InlineData(
        """
        var certificates = factory.Credentials.ServiceCertificate;
                certificates.SslCertificateAuthentication = new X509ServiceCertificateAuthentication
                {
                    CertificateValidationMode = [|X509CertificateValidationMode.None|],
                };
                factory.Open();
        """,
        """
        var certificates = factory.Credentials.ServiceCertificate;
                factory.Open();
        """)]
    public Task Mends_Wcf(string before, string after) => Verify.Fixes<CertificateSettings, ValidationSwitchFix>(
        Wcf(before), Wcf(after), references: ReferenceAssemblies.NetFramework.Net472.Default);

    [Theory]
    [InlineData(
        "var f = new RabbitMQ.Client.ConnectionFactory { Uri = [|new Uri(\"amqps://broker.example\")|] };",
        "var f = new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(\"amqps://broker.example\"), Ssl = { AcceptablePolicyErrors = SslPolicyErrors.None } };")]
    [InlineData(
        """
        var f = new RabbitMQ.Client.ConnectionFactory
        {
            // The broker of the shop.
            Uri = [|new Uri("amqps://broker.example")|],
            ClientProvidedName = "shop",
        };
        """,
        """
        var f = new RabbitMQ.Client.ConnectionFactory
        {
            // The broker of the shop.
            Uri = new Uri("amqps://broker.example"),
            Ssl =
            {
                AcceptablePolicyErrors = SslPolicyErrors.None
            },
            ClientProvidedName = "shop",
        };
        """)]
    [InlineData(
        """
        var f = new RabbitMQ.Client.ConnectionFactory
        {
            ClientProvidedName = "shop",
            Uri = [|new Uri("amqps://broker.example")|]
        };
        """,
        """
        var f = new RabbitMQ.Client.ConnectionFactory
        {
            ClientProvidedName = "shop",
            Uri = new Uri("amqps://broker.example"),
            Ssl =
            {
                AcceptablePolicyErrors = SslPolicyErrors.None
            }
        };
        """)]
    [InlineData(
        """
        var f = new RabbitMQ.Client.ConnectionFactory();
        // The broker of the shop.
        f.Uri = [|new Uri("amqps://broker.example")|];
        f.ClientProvidedName = "shop";
        """,
        """
        var f = new RabbitMQ.Client.ConnectionFactory();
        // The broker of the shop.
        f.Uri = new Uri("amqps://broker.example");
        f.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        f.ClientProvidedName = "shop";
        """)]
    [InlineData(
        "var s = new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = [|SslPolicyErrors.RemoteCertificateNameMismatch|] };",
        "var s = new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = SslPolicyErrors.None };")]
    [InlineData(
        "var p = new X509ChainPolicy { VerificationFlags = [|X509VerificationFlags.IgnoreEndRevocationUnknown | X509VerificationFlags.IgnoreInvalidName|] };",
        "var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown };")]
    public Task Mends_host_names(string before, string after) =>
        Verify.Fixes<CertificateSettings, HostNameFix>(Usings + before, Usings + after, references: Clients);

    [Theory]
    [InlineData(
        "var p = new X509ChainPolicy { VerificationFlags = [|X509VerificationFlags.AllFlags|] };",
        "var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.NoFlag };")]
    [InlineData(
        "var p = new X509ChainPolicy { VerificationFlags = [|X509VerificationFlags.IgnoreEndRevocationUnknown | X509VerificationFlags.IgnoreWrongUsage | X509VerificationFlags.IgnoreInvalidName|] };",
        "var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown };")]
    [InlineData(
        "var p = new X509ChainPolicy { VerificationFlags = [|(X509VerificationFlags)16|] };",
        "var p = new X509ChainPolicy { VerificationFlags = X509VerificationFlags.NoFlag };")]
    public Task Mends_chain_policies(string before, string after) =>
        Verify.Fixes<CertificateSettings, ChainPolicyFix>(Usings + before, Usings + after);

    [Theory]
    [InlineData(
        """
        using var c = new X509Chain();
        c.ChainPolicy.ExtraStore.Add(null!);
        c.ChainPolicy.VerificationFlags = [|X509VerificationFlags.AllowUnknownCertificateAuthority|];
        """,
        """
        using var c = new X509Chain();
        c.ChainPolicy.CustomTrustStore.Add(null!);
        c.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        """)]
    [InlineData(
        "var p = new X509ChainPolicy { ExtraStore = { null! }, VerificationFlags = [|X509VerificationFlags.AllowUnknownCertificateAuthority|] };",
        "var p = new X509ChainPolicy { CustomTrustStore = { null! }, TrustMode = X509ChainTrustMode.CustomRootTrust };")]
    public Task Makes_the_extra_store_the_trusted_one(string before, string after) =>
        Verify.Fixes<CertificateSettings, ChainPolicyFix>(Usings + before, Usings + after, ChainPolicyFix.TrustExtraStore);

    [Theory]
    [InlineData("SslStream s = null!; s.AuthenticateAsClient(\"db.example\", null, [|false|]);", "SslStream s = null!; s.AuthenticateAsClient(\"db.example\", null, true);")]
    [InlineData("var c = new X509Chain(); c.ChainPolicy.RevocationMode = [|X509RevocationMode.NoCheck|];", "var c = new X509Chain(); c.ChainPolicy.RevocationMode = X509RevocationMode.Online;")]
    public Task Mends_revocation(string before, string after) =>
        Verify.Fixes<CertificateSettings, RevocationFix>(Usings + before, Usings + after);

    [Fact]
    public Task Removes_an_entry_of_a_dictionary() => Verify.Fixes<CertificateSettings, ValidationSwitchFix>(
        """
        using System.Collections.Generic;
        var c = new Confluent.Kafka.ClientConfig(new Dictionary<string, string>
        {
            ["bootstrap.servers"] = "broker.example:9093",
            ["enable.ssl.certificate.verification"] = [|"false"|],
        });
        """,
        """
        using System.Collections.Generic;
        var c = new Confluent.Kafka.ClientConfig(new Dictionary<string, string>
        {
            ["bootstrap.servers"] = "broker.example:9093",
        });
        """,
        SettingEdits.Remove,
        Clients);

    [Theory]
    [InlineData("h.[|UseSsl()|];", "h.UseSsl(ssl => ssl.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors));")]
    [InlineData(
        "h.[|UseSsl(s => s.ServerName = \"mq\")|];",
        "h.UseSsl(s => { s.ServerName = \"mq\"; s.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors); });")]
    [InlineData(
        "h.[|UseSsl(s =>\n{\n    // The shop's.\n    s.ServerName = \"mq\";\n})|];",
        "h.UseSsl(s =>\n{\n    // The shop's.\n    s.ServerName = \"mq\";\n    s.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors);\n});")]
    public Task Enforces_what_MassTransit_forgives(string before, string after) => Verify.Fixes<CertificateSettings, ValidationSwitchFix>(
        WithUsings("MassTransit.IRabbitMqHostConfigurator h = null!; " + before), WithUsings("MassTransit.IRabbitMqHostConfigurator h = null!; " + after), references: Clients);

    internal static string Wcf(string statements) => $$"""
        using System.IdentityModel.Selectors;
        using System.Security.Cryptography.X509Certificates;
        using System.ServiceModel;
        using System.ServiceModel.Security;

        class Program
        {
            static void Run(ChannelFactory<IContract> factory, ServiceHost host)
            {
                {{statements}}
            }
        }

        [ServiceContract]
        interface IContract { }
        """;
}
