using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0203.</summary>
public sealed class CipherSuiteTests
{
    private const string Usings = """
        #pragma warning disable CA1416
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Security;
        using static System.Net.Security.TlsCipherSuite;

        """;

    [Theory]
    [InlineData("var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.[|TLS_RSA_WITH_NULL_SHA256|], TlsCipherSuite.TLS_AES_128_GCM_SHA256 });")]
    [InlineData("var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.[|TLS_RSA_WITH_RC4_128_MD5|] });")]
    [InlineData("var p = new CipherSuitesPolicy([TlsCipherSuite.[|TLS_DH_anon_WITH_AES_128_GCM_SHA256|], TlsCipherSuite.TLS_AES_128_GCM_SHA256]);")]
    [InlineData("var p = new CipherSuitesPolicy(new List<TlsCipherSuite> { TlsCipherSuite.[|TLS_RSA_EXPORT_WITH_RC4_40_MD5|] });")]
    [InlineData("var p = new CipherSuitesPolicy(new[] { [|TLS_RSA_WITH_3DES_EDE_CBC_SHA|], TLS_AES_128_GCM_SHA256 });")]
    [InlineData("var p = new CipherSuitesPolicy(new[] { [|(TlsCipherSuite)0x0005|] });")]
    [InlineData("var p = new CipherSuitesPolicy(new[] { Enum.Parse<TlsCipherSuite>([|\"TLS_RSA_WITH_DES_CBC_SHA\"|]) });")]
    [InlineData("var p = new CipherSuitesPolicy(All()); static IEnumerable<TlsCipherSuite> All() { yield return TlsCipherSuite.[|TLS_RSA_WITH_AES_128_GCM_SHA256|]; }")]
    [InlineData("var list = new List<TlsCipherSuite>(); list.Add(TlsCipherSuite.[|TLS_RSA_WITH_SEED_CBC_SHA|]); var p = new CipherSuitesPolicy(list);")]
    [InlineData("TlsCipherSuite[] list = { TlsCipherSuite.[|TLS_RSA_WITH_IDEA_CBC_SHA|] }; var o = new SslServerAuthenticationOptions { CipherSuitesPolicy = new CipherSuitesPolicy(list) };")]
    public Task Allowed(string statements) => Verify.Finds<CipherSuiteFamily>(Usings + statements);

    [Theory]
    [InlineData("var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 });")]
    [InlineData("var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 });")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.NegotiatedCipherSuite == TlsCipherSuite.TLS_RSA_WITH_NULL_SHA) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); var denied = new HashSet<TlsCipherSuite> { TlsCipherSuite.TLS_RSA_WITH_NULL_SHA }; if (denied.Contains(s.NegotiatedCipherSuite)) throw new IOException();")]
    [InlineData("var denied = new[] { TlsCipherSuite.TLS_RSA_WITH_NULL_SHA }; var p = new CipherSuitesPolicy(Enum.GetValues<TlsCipherSuite>().Except(denied));")]
    [InlineData("var denied = new[] { TlsCipherSuite.TLS_RSA_WITH_NULL_SHA }; var p = new CipherSuitesPolicy(Enum.GetValues<TlsCipherSuite>().Where(s => !denied.Contains(s)));")]
    [InlineData("foreach (var s in new[] { TlsCipherSuite.TLS_RSA_WITH_NULL_SHA }) Console.WriteLine($\"never {s}\"); Console.WriteLine(nameof(TlsCipherSuite.TLS_RSA_WITH_NULL_SHA));")]
    public Task Not_allowed(string statements) => Verify.Finds<CipherSuiteFamily>(Usings + statements);

    [Fact]
    public Task Cbc_with_sha1_is_a_suggestion() => Verify.Finds<CipherSuiteFamily>(
        Usings + "var p = new CipherSuitesPolicy(new[] { {|#0:TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA|} });",
        with: test => test.ExpectedDiagnostics.Add(
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult("DIT0203", DiagnosticSeverity.Info).WithLocation(0)));

    [Theory]
    [InlineData(
        "var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.[|TLS_RSA_WITH_NULL_SHA256|], TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.[|TLS_RSA_WITH_RC4_128_SHA|] });",
        "var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_AES_128_GCM_SHA256 });")]
    [InlineData(
        "var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.[|TLS_ECDHE_ECDSA_WITH_NULL_SHA|], TlsCipherSuite.[|TLS_RSA_WITH_RC4_128_SHA|] });",
        "var p = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 });")]
    [InlineData(
        "var p = new CipherSuitesPolicy([TlsCipherSuite.TLS_AES_128_GCM_SHA256, /* old */ [|TLS_RSA_WITH_3DES_EDE_CBC_SHA|]]);",
        "var p = new CipherSuitesPolicy([TlsCipherSuite.TLS_AES_128_GCM_SHA256]);")]
    public Task Fix(string before, string after) => Verify.Fixes<CipherSuiteFamily, CipherSuiteFix>(Usings + before, Usings + after);

    [Theory]
    [InlineData("var c = new ProducerConfig { SslCipherSuites = [|\"ALL:eNULL\"|], ClientId = \"a\" };", "var c = new ProducerConfig { ClientId = \"a\" };")]
    [InlineData("var c = new ProducerConfig();\nc.SslCipherSuites = [|\"ECDHE+AESGCM:RC4-SHA\"|];\nc.ClientId = \"a\";", "var c = new ProducerConfig();\nc.ClientId = \"a\";")]
    public Task Lists_in_a_text(string before, string after) => Verify.Fixes<CipherListSettings, CipherSuiteFix>(
        "using Confluent.Kafka;\n" + before, "using Confluent.Kafka;\n" + after,
        references: Microsoft.CodeAnalysis.Testing.ReferenceAssemblies.Net.Net100.AddPackages([Packages.ConfluentKafka]));

    [Theory]
    [InlineData("var c = new ProducerConfig { SslCipherSuites = \"HIGH:!aNULL:!MD5:!RC4:!3DES\" };")]
    [InlineData("var c = new ProducerConfig { SslCipherSuites = \"ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256\" };")]
    public Task Good_lists_in_a_text(string statements) => Verify.Silent<CipherListSettings>(
        "using Confluent.Kafka;\n" + statements,
        Microsoft.CodeAnalysis.Testing.ReferenceAssemblies.Net.Net100.AddPackages([Packages.ConfluentKafka]));

    /// <summary>Every suite that .NET names: what the structure of the name says is what the sheet of suites says.</summary>
    [Fact]
    public void Every_suite_is_judged()
    {
        var names = Enum.GetNames<System.Net.Security.TlsCipherSuite>();
        Assert.All(names.Where(name => name.Contains("NULL", StringComparison.Ordinal) || name.Contains("EXPORT", StringComparison.Ordinal)
            || name.Contains("_anon_", StringComparison.Ordinal) || name.Contains("_RC4_", StringComparison.Ordinal) || name.Contains("_RC2_", StringComparison.Ordinal)
            || name.Contains("DES", StringComparison.Ordinal) || name.EndsWith("_MD5", StringComparison.Ordinal)
            || name.StartsWith("TLS_RSA_WITH_", StringComparison.Ordinal)), name => Assert.False(CipherSuites.Judge(name)!.IsSuggestion, name));
        Assert.All(names.Where(name => name.Contains("_CBC_", StringComparison.Ordinal) && name.EndsWith("_SHA", StringComparison.Ordinal)), name => Assert.NotNull(CipherSuites.Judge(name)));
        Assert.All(names.Where(name => name.StartsWith("TLS_ECDHE_", StringComparison.Ordinal) && (name.Contains("_GCM_", StringComparison.Ordinal) || name.Contains("CHACHA20", StringComparison.Ordinal))),
            name => Assert.Null(CipherSuites.Judge(name)));
        Assert.All(names.Where(name => !name.Contains("_WITH_", StringComparison.Ordinal)), name => Assert.Null(CipherSuites.Judge(name)));
    }

    [Theory]
    [InlineData("DEFAULT", false)]
    [InlineData("HIGH:!aNULL:!MD5", false)]
    [InlineData("ALL:!aNULL:!eNULL:!LOW:!EXP", false)]
    [InlineData("TLS_AES_128_GCM_SHA256,TLS_CHACHA20_POLY1305_SHA256", false)]
    [InlineData("", false)]
    [InlineData("DEFAULT@SECLEVEL=2", false)]
    [InlineData("DEFAULT:@SECLEVEL=0", true)]
    [InlineData("NULL-SHA256", true)]
    [InlineData("aNULL", true)]
    [InlineData("DES-CBC3-SHA", true)]
    [InlineData("EXP-RC4-MD5", true)]
    [InlineData("HIGH:3DES", true)]
    [InlineData("TLS_RSA_WITH_RC4_128_SHA", true)]
    public void Lists_of_OpenSSL(string list, bool weak) => Assert.Equal(weak, CipherSuites.AllowWeak(list));
}
