using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0201 and DIT0203 in libraries that name versions and suites in their own way. Their public shape stands beside.</summary>
public sealed class LibraryVersionTests
{
    private const string MySql = """

        namespace MySqlConnector
        {
            public class MySqlConnectionStringBuilder { public string TlsVersion { get; set; } = ""; }
            public class MySqlConnection { public MySqlConnection(string connectionString) { } }
        }
        """;

    private const string Castle = """

        namespace Org.BouncyCastle.Tls
        {
            public sealed class ProtocolVersion
            {
                public static readonly ProtocolVersion SSLv3 = new(), TLSv10 = new(), TLSv11 = new(), TLSv12 = new(), TLSv13 = new(), DTLSv10 = new(), DTLSv12 = new();
                public ProtocolVersion[] Only() => new[] { this };
                public ProtocolVersion[] DownTo(ProtocolVersion min) => new[] { this };
                public bool IsEarlierVersionOf(ProtocolVersion version) => false;
            }

            public abstract class AbstractTlsPeer
            {
                protected virtual ProtocolVersion[] GetSupportedVersions() => null!;
                protected virtual int[] GetSupportedCipherSuites() => null!;
            }

            public abstract class CipherSuite
            {
                public const int TLS_RSA_WITH_NULL_SHA = 2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 = 0xC030;
            }
        }
        """;

    [Theory]
    [InlineData("TLSv1.0, TLS 1.2")]
    [InlineData("Tls11")]
    [InlineData("1.1")]
    [InlineData("tls")]
    public Task MySql_takes_versions_as_text(string versions) => Verify.Fixes<VersionSettings, ObsoleteVersionFix>(
        $$"""class C { void M() { var b = new MySqlConnector.MySqlConnectionStringBuilder(); b.TlsVersion = [|"{{versions}}"|]; } }""" + MySql,
        """class C { void M() { var b = new MySqlConnector.MySqlConnectionStringBuilder(); } }""" + MySql);

    [Theory]
    [InlineData("TLS 1.2, TLS 1.3")]
    [InlineData("Tls12")]
    [InlineData("")]
    public Task Newer_ones_are_silent(string versions) => Verify.Silent<VersionSettings>(
        $$"""class C { void M(string v) { var b = new MySqlConnector.MySqlConnectionStringBuilder { TlsVersion = "{{versions}}" }; b.TlsVersion = v; } }""" + MySql);

    [Theory]
    [InlineData("TLS Version=TLSv1.0,TLS 1.2", ";TLS Version=TLS 1.2")]
    [InlineData("TlsVersion=TLSv1.1", "")]
    public Task Connection_strings_name_versions(string versions, string kept) => Verify.Fixes<ConnectionFamily, ObsoleteVersionFix>(
        $$"""class C { object M() => new MySqlConnector.MySqlConnection("Server=db.shop.example;User ID=app;SSL Mode=VerifyFull;{|DIT0201:{{versions}}|}"); }""" + MySql,
        $$"""class C { object M() => new MySqlConnector.MySqlConnection("Server=db.shop.example;User ID=app;SSL Mode=VerifyFull{{kept}}"); }""" + MySql);

    [Theory]
    [InlineData("ProtocolVersion.TLSv12.DownTo(ProtocolVersion.[|TLSv10|])", "ProtocolVersion.TLSv12.DownTo(ProtocolVersion.TLSv12)")]
    [InlineData("ProtocolVersion.[|SSLv3|].Only()", "ProtocolVersion.TLSv12.Only()")]
    [InlineData("new[] { ProtocolVersion.TLSv12, ProtocolVersion.[|TLSv11|] }", "new[] { ProtocolVersion.TLSv12 }")]
    [InlineData("ProtocolVersion.[|DTLSv10|].Only()", "ProtocolVersion.DTLSv12.Only()")]
    public Task Bouncy_castle_has_a_class_of_versions(string versions, string mended) => Verify.Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(
        $$"""
        using Org.BouncyCastle.Tls;

        class Client : AbstractTlsPeer
        {
            protected override ProtocolVersion[] GetSupportedVersions() => {{versions}};
            bool IsOld(ProtocolVersion v) => v == ProtocolVersion.TLSv10 || ProtocolVersion.TLSv11.Equals(v) || v.IsEarlierVersionOf(ProtocolVersion.TLSv11);
        }
        """ + Castle,
        $$"""
        using Org.BouncyCastle.Tls;

        class Client : AbstractTlsPeer
        {
            protected override ProtocolVersion[] GetSupportedVersions() => {{mended}};
            bool IsOld(ProtocolVersion v) => v == ProtocolVersion.TLSv10 || ProtocolVersion.TLSv11.Equals(v) || v.IsEarlierVersionOf(ProtocolVersion.TLSv11);
        }
        """ + Castle);

    [Fact]
    public Task Bouncy_castle_has_a_class_of_suites() => Verify.Fixes<CipherSuiteFamily, CipherSuiteFix>(
        """
        using Org.BouncyCastle.Tls;

        class Client : AbstractTlsPeer
        {
            protected override int[] GetSupportedCipherSuites() => new[] { CipherSuite.[|TLS_RSA_WITH_NULL_SHA|], CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 };
            string Name(int suite) => suite switch { CipherSuite.TLS_RSA_WITH_NULL_SHA => "none", _ => suite == CipherSuite.TLS_RSA_WITH_NULL_SHA ? "" : "?" };
        }
        """ + Castle,
        """
        using Org.BouncyCastle.Tls;

        class Client : AbstractTlsPeer
        {
            protected override int[] GetSupportedCipherSuites() => new[] { CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 };
            string Name(int suite) => suite switch { CipherSuite.TLS_RSA_WITH_NULL_SHA => "none", _ => suite == CipherSuite.TLS_RSA_WITH_NULL_SHA ? "" : "?" };
        }
        """ + Castle);

    [Fact]
    public Task A_default_may_be_obsolete() => Verify.Finds<VersionSettings>(
        """
        class C
        {
            object M(Cassandra.Builder b) => b.{|DIT0201:WithSSL()|};
            object Versions(Cassandra.Builder b) => b.WithSSL(new Cassandra.SSLOptions(System.Security.Authentication.SslProtocols.Tls12, true, null));
            object Made() => {|DIT0201:new Cassandra.SSLOptions()|};
            object Netty() => {|DIT0201:new DotNetty.Handlers.Tls.ClientTlsSettings("h")|};
        }

        namespace Cassandra
        {
            public class SSLOptions { public SSLOptions() { } public SSLOptions(System.Security.Authentication.SslProtocols versions, bool checkCertificateRevocation, object? callback) { } }
            public class Builder { public Builder WithSSL() => this; public Builder WithSSL(SSLOptions options) => this; }
        }

        namespace DotNetty.Handlers.Tls
        {
            public class ClientTlsSettings { public ClientTlsSettings(string targetHost) { } }
        }
        """);
}
