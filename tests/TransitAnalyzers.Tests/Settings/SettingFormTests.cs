using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Settings;

/// <summary>Every way to write that a member is given a value, on a stub of YARP's record and of a few others.</summary>
public sealed class SettingFormTests
{
    private const string Stubs = """

        namespace Yarp.ReverseProxy.Configuration
        {
            public record HttpClientConfig
            {
                public bool? DangerousAcceptAnyServerCertificate { get; set; }
                public int? MaxConnectionsPerServer { get; set; }
            }
            public sealed record DerivedConfig : HttpClientConfig;
        }
        namespace Other
        {
            public record HttpClientConfig { public bool? DangerousAcceptAnyServerCertificate { get; set; } }
        }
        """;

    private const string Usings = """
        using System;
        using Yarp.ReverseProxy.Configuration;

        """;

    [Theory]
    [InlineData("var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = [|true|] };")]
    [InlineData("HttpClientConfig c = new() { MaxConnectionsPerServer = 1, DangerousAcceptAnyServerCertificate = [|true|] };")]
    [InlineData("var c = new HttpClientConfig(); c.DangerousAcceptAnyServerCertificate = [|true|];")]
    [InlineData("var c = new HttpClientConfig() with { DangerousAcceptAnyServerCertificate = [|true|] };")]
    [InlineData("var c = new HttpClientConfig(); c.DangerousAcceptAnyServerCertificate ??= [|true|];")]
    [InlineData("var c = new HttpClientConfig(); c.DangerousAcceptAnyServerCertificate |= [|true|];")]
    [InlineData("var c = new HttpClientConfig(); (c.DangerousAcceptAnyServerCertificate, var x) = ([|true|], 1);")]
    [InlineData("var c = new HttpClientConfig(); c.DangerousAcceptAnyServerCertificate = ([|true|]);")]
    [InlineData("const bool lab = true; var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = [|lab|] };")]
    [InlineData("var c = new DerivedConfig { DangerousAcceptAnyServerCertificate = [|true|] };")]
    [InlineData("Action<HttpClientConfig> configure = o => o.DangerousAcceptAnyServerCertificate = [|true|];")]
    [InlineData("Action<HttpClientConfig> configure = o => { o.DangerousAcceptAnyServerCertificate = [|true|]; };")]
    [InlineData("void Set(HttpClientConfig c) => c.DangerousAcceptAnyServerCertificate = [|true|];")]
    [InlineData("var c = new Holder { Config = { DangerousAcceptAnyServerCertificate = [|true|] } };")]
    public Task Reports(string statement) =>
        Verify.Finds<CertificateSettings>(Usings + statement.Replace("[|", "{|DIT0104:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal)
            + "class Holder { public HttpClientConfig Config { get; } = new(); }" + Stubs);

    [Theory]
    [InlineData("var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = false };")]
    [InlineData("var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = null };")]
    [InlineData("var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = args.Length > 0 };")]
    [InlineData("var c = new HttpClientConfig(); if (c.DangerousAcceptAnyServerCertificate == true) { }")]
    [InlineData("var c = new HttpClientConfig(); if (c is { DangerousAcceptAnyServerCertificate: true }) { }")]
    [InlineData("var c = new HttpClientConfig(); c.DangerousAcceptAnyServerCertificate &= true;")]
    [InlineData("var c = new Other.HttpClientConfig { DangerousAcceptAnyServerCertificate = true };")]
    [InlineData("var n = nameof(HttpClientConfig.DangerousAcceptAnyServerCertificate);")]
    public Task Is_silent(string statement) => Verify.Silent<CertificateSettings>(Usings + statement + Stubs);

    [Theory]
    [InlineData(
        "var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = /* lab */ [|true|] };",
        "var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = /* lab */ false };")]
    [InlineData(
        "const bool lab = true; var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = [|lab|] };",
        "const bool lab = true; var c = new HttpClientConfig { DangerousAcceptAnyServerCertificate = false };")]
    public Task Writes_the_secure_value(string before, string after) =>
        Verify.Fixes<CertificateSettings, ValidationSwitchFix>(Usings + before + Stubs, Usings + after + Stubs);

    [Theory]
    [InlineData(
        """
        var c = new HttpClientConfig
        {
            // Connections.
            MaxConnectionsPerServer = 1,
            DangerousAcceptAnyServerCertificate = [|true|],
        };
        """,
        """
        var c = new HttpClientConfig
        {
            // Connections.
            MaxConnectionsPerServer = 1,
        };
        """)]
    [InlineData(
        """
        var c = new HttpClientConfig
        {
            DangerousAcceptAnyServerCertificate = [|true|],
            MaxConnectionsPerServer = 1
        };
        """,
        """
        var c = new HttpClientConfig
        {
            MaxConnectionsPerServer = 1
        };
        """)]
    [InlineData(
        """
        var c = new HttpClientConfig { MaxConnectionsPerServer = 1, DangerousAcceptAnyServerCertificate = [|true|] };
        """,
        """
        var c = new HttpClientConfig { MaxConnectionsPerServer = 1 };
        """)]
    [InlineData(
        """
        var c = new HttpClientConfig();

        // Self-signed in the lab.
        c.DangerousAcceptAnyServerCertificate = [|true|];
        c.MaxConnectionsPerServer = 1;
        """,
        """
        var c = new HttpClientConfig();

        // Self-signed in the lab.
        c.MaxConnectionsPerServer = 1;
        """)]
    [InlineData(
        """
        var c = new HttpClientConfig();
        c.DangerousAcceptAnyServerCertificate = [|true|];
        c.MaxConnectionsPerServer = 1;
        """,
        """
        var c = new HttpClientConfig();
        c.MaxConnectionsPerServer = 1;
        """)]
    [InlineData(
        """
        var c = new HttpClientConfig();
        if (args.Length > 0)
            c.DangerousAcceptAnyServerCertificate = [|true|];
        """,
        """
        var c = new HttpClientConfig();
        if (args.Length > 0)
        {
        }
        """)]
    [InlineData(
        "Action<HttpClientConfig> configure = o => o.DangerousAcceptAnyServerCertificate = [|true|];",
        "Action<HttpClientConfig> configure = o => { };")]
    public Task Removes_the_setting(string before, string after) =>
        Verify.Fixes<CertificateSettings, ValidationSwitchFix>(Usings + before + Stubs, Usings + after + Stubs, SettingEdits.Remove);
}
