using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0202.</summary>
public sealed class PinnedVersionTests
{
    private const string Usings = """
        #pragma warning disable SYSLIB0014, SYSLIB0039
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;

        """;

    [Theory]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.[|Tls12|] };", "var h = new HttpClientHandler { SslProtocols = SslProtocols.None };")]
    [InlineData("ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Tls12|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;")]
    [InlineData("new SslStream(Stream.Null).AuthenticateAsClient(\"h\", null, SslProtocols.[|Tls12|], true);", "new SslStream(Stream.Null).AuthenticateAsClient(\"h\", null, SslProtocols.None, true);")]
    [InlineData("const SslProtocols Only = SslProtocols.[|Tls12|]; var h = new HttpClientHandler { SslProtocols = Only };", "const SslProtocols Only = SslProtocols.None; var h = new HttpClientHandler { SslProtocols = Only };")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)3072|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|\"Tls12\"|]);", "ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"SystemDefault\");")]
    public Task Is_fixed(string before, string after) => Verify.Fixes<PinnedVersionFamily, ObsoleteVersionFix>(Usings + before, Usings + after);

    [Theory]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.Tls13 };")]
    [InlineData("ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)12288;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072 | (SecurityProtocolType)12288;")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"Tls12, Tls13\");")]
    [InlineData("var p = SslProtocols.Tls12; p |= SslProtocols.Tls13; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var h = new HttpClientHandler(); if (h.SslProtocols == SslProtocols.Tls12 || h.SslProtocols < SslProtocols.Tls12) throw new IOException();")]
    [InlineData("SetMinimum(SslProtocols.Tls12); var minimumVersion = SslProtocols.Tls12; Console.WriteLine(minimumVersion); void SetMinimum(SslProtocols p) { }")]
    [InlineData("Connect(SslProtocols.Tls12); void Connect(SslProtocols minProtocol) { }")]
    public Task Is_silent(string statements) => Verify.Silent<PinnedVersionFamily>(Usings + statements);

    /// <summary>What others may set holds no more than a default at first.</summary>
    [Theory]
    [InlineData("private SslProtocols only = SslProtocols.[|Tls12|];")]
    [InlineData("internal readonly SslProtocols only = SslProtocols.[|Tls12|];")]
    [InlineData("public SslProtocols only { get; } = SslProtocols.[|Tls12|];")]
    [InlineData("public SslProtocols only { get; private set; } = SslProtocols.[|Tls12|];")]
    [InlineData("private SslProtocols only { get; set; } = SslProtocols.[|Tls12|];")]
    [InlineData("public SslProtocols only { get; set; } = SslProtocols.Tls12;")]
    [InlineData("public SslProtocols only { get; init; } = SslProtocols.Tls12;")]
    [InlineData("internal SslProtocols only { get; set; } = SslProtocols.Tls12;")]
    [InlineData("internal SslProtocols only = SslProtocols.Tls12;")]
    [InlineData("private SslProtocols only = SslProtocols.Tls12; public void Allow(SslProtocols all) => only = all;")]
    public Task Is_a_default_where_others_may_set_it(string member) => Verify.Finds<PinnedVersionFamily>(
        $$"""
        using System.Net.Http;
        using System.Security.Authentication;

        public class C
        {
            {{member}}

            public HttpClientHandler Make() => new() { SslProtocols = only };
        }
        """);

    [Theory]
    [InlineData("v4.5", false)]
    [InlineData("v4.6.2", false)]
    [InlineData("v4.7", true)]
    [InlineData("v4.8.1", true)]
    public Task Net_framework_before_4_7_needs_the_pin(string version, bool isReported) => Verify.Finds<PinnedVersionFamily>(
        $$"""
        [assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version={{version}}")]

        class C
        {
            void M() => System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.{{(isReported ? "[|Tls12|]" : "Tls12")}};
        }
        """,
        ReferenceAssemblies.NetFramework.Net472.Default);
}
