using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0201 and DIT0203 in libraries that name versions and suites in their own way.</summary>
public sealed class LibraryVersionTests
{
    private static readonly ReferenceAssemblies MySql = ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.MySqlConnector]);

    private static readonly ReferenceAssemblies Castle = ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.BouncyCastle]);

    [Theory]
    [InlineData("TLSv1.0, TLS 1.2")]
    [InlineData("Tls11")]
    [InlineData("1.1")]
    [InlineData("tls")]
    public Task MySql_takes_versions_as_text(string versions) => Verify.Fixes<VersionSettings, ObsoleteVersionFix>(
        $$"""class C { void M() { var b = new MySqlConnector.MySqlConnectionStringBuilder(); b.TlsVersion = [|"{{versions}}"|]; } }""",
        """class C { void M() { var b = new MySqlConnector.MySqlConnectionStringBuilder(); } }""",
        references: MySql);

    [Theory]
    [InlineData("TLS 1.2, TLS 1.3")]
    [InlineData("Tls12")]
    [InlineData("")]
    public Task Newer_ones_are_silent(string versions) => Verify.Silent<VersionSettings>(
        $$"""class C { void M(string v) { var b = new MySqlConnector.MySqlConnectionStringBuilder { TlsVersion = "{{versions}}" }; b.TlsVersion = v; } }""", MySql);

    [Theory]
    [InlineData("TLS Version=TLSv1.0,TLS 1.2", ";TLS Version=TLS 1.2")]
    [InlineData("TlsVersion=TLSv1.1", "")]
    public Task Connection_strings_name_versions(string versions, string kept) => Verify.Fixes<ConnectionFamily, ObsoleteVersionFix>(
        $$"""class C { object M() => new MySqlConnector.MySqlConnection("Server=db.shop.example;User ID=app;SSL Mode=VerifyFull;{|DIT0201:{{versions}}|}"); }""",
        $$"""class C { object M() => new MySqlConnector.MySqlConnection("Server=db.shop.example;User ID=app;SSL Mode=VerifyFull{{kept}}"); }""",
        references: MySql);

    [Theory]
    [InlineData("ProtocolVersion.TLSv12.DownTo(ProtocolVersion.[|TLSv10|])", "ProtocolVersion.TLSv12.DownTo(ProtocolVersion.TLSv12)")]
    [InlineData("ProtocolVersion.[|SSLv3|].Only()", "ProtocolVersion.TLSv12.Only()")]
    [InlineData("new[] { ProtocolVersion.TLSv12, ProtocolVersion.[|TLSv11|] }", "new[] { ProtocolVersion.TLSv12 }")]
    [InlineData("ProtocolVersion.[|DTLSv10|].Only()", "ProtocolVersion.DTLSv12.Only()")]
    public Task Bouncy_castle_has_a_class_of_versions(string versions, string mended) => Verify.Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(
        $$"""
        using Org.BouncyCastle.Tls;

        abstract class Client(Org.BouncyCastle.Tls.Crypto.TlsCrypto crypto) : DefaultTlsClient(crypto)
        {
            protected override ProtocolVersion[] GetSupportedVersions() => {{versions}};
            bool IsOld(ProtocolVersion v) => v == ProtocolVersion.TLSv10 || ProtocolVersion.TLSv11.Equals(v) || v.IsEarlierVersionOf(ProtocolVersion.TLSv11);
        }
        """,
        $$"""
        using Org.BouncyCastle.Tls;

        abstract class Client(Org.BouncyCastle.Tls.Crypto.TlsCrypto crypto) : DefaultTlsClient(crypto)
        {
            protected override ProtocolVersion[] GetSupportedVersions() => {{mended}};
            bool IsOld(ProtocolVersion v) => v == ProtocolVersion.TLSv10 || ProtocolVersion.TLSv11.Equals(v) || v.IsEarlierVersionOf(ProtocolVersion.TLSv11);
        }
        """,
        references: Castle);

    [Fact]
    public Task Bouncy_castle_has_a_class_of_suites() => Verify.Fixes<CipherSuiteFamily, CipherSuiteFix>(
        """
        using Org.BouncyCastle.Tls;

        abstract class Client(Org.BouncyCastle.Tls.Crypto.TlsCrypto crypto) : DefaultTlsClient(crypto)
        {
            protected override int[] GetSupportedCipherSuites() => new[] { CipherSuite.[|TLS_RSA_WITH_NULL_SHA|], CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 };
            string Name(int suite) => suite switch { CipherSuite.TLS_RSA_WITH_NULL_SHA => "none", _ => suite == CipherSuite.TLS_RSA_WITH_NULL_SHA ? "" : "?" };
        }
        """,
        """
        using Org.BouncyCastle.Tls;

        abstract class Client(Org.BouncyCastle.Tls.Crypto.TlsCrypto crypto) : DefaultTlsClient(crypto)
        {
            protected override int[] GetSupportedCipherSuites() => new[] { CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 };
            string Name(int suite) => suite switch { CipherSuite.TLS_RSA_WITH_NULL_SHA => "none", _ => suite == CipherSuite.TLS_RSA_WITH_NULL_SHA ? "" : "?" };
        }
        """,
        references: Castle);

    [Fact]
    public Task A_default_may_be_obsolete() => Verify.Finds<VersionSettings>(
        """
        class C
        {
            object M(Cassandra.Builder b) => b.{|DIT0201:WithSSL()|};
            object Versions(Cassandra.Builder b) => b.WithSSL(new Cassandra.SSLOptions(System.Security.Authentication.SslProtocols.Tls12, true, null));
            object Made() => {|DIT0201:new Cassandra.SSLOptions()|};
        }

        namespace Cassandra
        {
            public class SSLOptions { public SSLOptions() { } public SSLOptions(System.Security.Authentication.SslProtocols versions, bool checkCertificateRevocation, object? callback) { } }
            public class Builder { public Builder WithSSL() => this; public Builder WithSSL(SSLOptions options) => this; }
        }
        """);

    [Theory]
    [InlineData("""{|DIT0201:new ClientTlsSettings("h")|}""")]
    [InlineData("""{|DIT0201:new ClientTlsSettings("h", new())|}""")]
    [InlineData("""{|DIT0201:new ClientTlsSettings(true, new(), "h")|}""")]
    [InlineData("""{|DIT0201:new ServerTlsSettings(null)|}""")]
    [InlineData("""{|DIT0201:new ServerTlsSettings(null, true)|}""")]
    [InlineData("""{|DIT0201:new ServerTlsSettings(null, true, true)|}""")]
    [InlineData("""new ClientTlsSettings(System.Security.Authentication.SslProtocols.Tls12, true, new(), "h")""")]
    [InlineData("""new ServerTlsSettings(null, true, true, System.Security.Authentication.SslProtocols.None)""")]
    public Task A_default_of_DotNetty_is_obsolete(string settings) => Verify.Finds<VersionSettings>(
        "using DotNetty.Handlers.Tls; object o = " + settings + ";", ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.DotNetty]));
}
