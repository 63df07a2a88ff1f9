using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Keys;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Keys;

public sealed class LifetimeTests
{
    [Theory]
    [InlineData("DateTimeOffset.UtcNow, [|DateTimeOffset.UtcNow.AddYears(10)|]", "DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(398)")]
    [InlineData("DateTimeOffset.Now.AddDays(-1), [|DateTimeOffset.Now.AddYears(5)|]", "DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(397)")]
    [InlineData("start, [|start.AddMonths(24)|]", "start, start.AddDays(398)")]
    [InlineData("start, [|start + TimeSpan.FromDays(3650)|]", "start, start.AddDays(398)")]
    [InlineData("start, [|start.Add(TimeSpan.FromDays(3650))|]", "start, start.AddDays(398)")]
    [InlineData("DateTime.UtcNow, [|DateTime.UtcNow.AddDays(3650)|]", "DateTime.UtcNow, DateTime.UtcNow.AddDays(398)")]
    [InlineData("DateTimeOffset.UtcNow, [|new DateTimeOffset(DateTime.UtcNow.AddDays(730))|]", "DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(398)")]
    [InlineData("new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), [|new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)|]", "new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(398)")]
    [InlineData("DateTimeOffset.UtcNow, [|DateTimeOffset.MaxValue|]", "DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(398)")]
    [InlineData("DateTimeOffset.MinValue, [|DateTimeOffset.MaxValue|]", "DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(398)")]
    [InlineData("notAfter: [|DateTimeOffset.UtcNow.AddYears(years)|], notBefore: DateTimeOffset.UtcNow", "notAfter: DateTimeOffset.UtcNow.AddDays(398), notBefore: DateTimeOffset.UtcNow")]
    [InlineData("clock.GetUtcNow(), [|clock.GetUtcNow().AddYears(3)|]", "clock.GetUtcNow(), clock.GetUtcNow().AddDays(398)")]
    public Task Is_mended(string dates, string mended) =>
        Verify.Fixes<LifetimeFamily, CertificateLifetimeFix>(Program($"request.CreateSelfSigned({dates})"), Program($"request.CreateSelfSigned({mended})"));

    [Theory]
    [InlineData("g.SetNotBefore(DateTime.UtcNow); g.SetNotAfter([|DateTime.UtcNow.AddYears(10)|]);", "g.SetNotBefore(DateTime.UtcNow); g.SetNotAfter(DateTime.UtcNow.AddDays(398));")]
    [InlineData("g.SetNotBefore(DateTime.UtcNow); g.SetNotAfter(DateTime.UtcNow.AddYears(1));", null)]
    [InlineData("g.SetNotAfter(DateTime.UtcNow.AddYears(10));", null)]
    [InlineData("g.SetNotBefore(DateTime.UtcNow); g.SetNotAfter(DateTime.UtcNow.AddYears(10)); g.AddExtension(\"2.5.29.19\", true, new Org.BouncyCastle.Asn1.X509.BasicConstraints(true));", null)]
    public Task Bouncy_castle_is_known(string code, string? mended) =>
        mended is null
            ? Verify.Silent<LifetimeFamily>(Castle(code), BouncyCastle)
            : Verify.Fixes<LifetimeFamily, CertificateLifetimeFix>(Castle(code), Castle(mended), references: BouncyCastle);

    private static readonly ReferenceAssemblies BouncyCastle = ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.BouncyCastle]);

    private static string Castle(string code) =>
        $$"""
        using System;

        class C
        {
            void M(Org.BouncyCastle.X509.X509V3CertificateGenerator g)
            {
                {{code}}
            }
        }
        """;

    [Fact]
    public Task Variables_are_followed() => Verify.Fixes<LifetimeFamily, CertificateLifetimeFix>(
        Program("null; var from = DateTimeOffset.UtcNow; var to = [|from.AddYears(2)|]; request.Create(issuer, from, to, new byte[8])"),
        Program("null; var from = DateTimeOffset.UtcNow; var to = from.AddDays(398); request.Create(issuer, from, to, new byte[8])"));

    [Theory]
    [InlineData("request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1))")]
    [InlineData("request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(398))")]
    [InlineData("request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddMonths(13))")]
    [InlineData("request.CreateSelfSigned(start, end)")]
    [InlineData("request.CreateSelfSigned(start, DateTimeOffset.UtcNow.AddYears(9))")]
    [InlineData("request.CreateSelfSigned(start, start.AddYears(args.Length))")]
    [InlineData("request.CreateSelfSigned(issuer.NotBefore, issuer.NotAfter)")]
    [InlineData("null; request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true)); request.CreateSelfSigned(start, start.AddYears(10))")]
    [InlineData("null; request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority()); request.CreateSelfSigned(start, start.AddYears(10))")]
    [InlineData("env.IsDevelopment() ? request.CreateSelfSigned(start, start.AddYears(10)) : null")]
    [InlineData("start.AddYears(10)")]
    public Task Is_silent(string expression) => Verify.Silent<LifetimeFamily>(Program(expression));

    [Fact]
    public Task A_leaf_beside_an_authority_is_reported() => Verify.Finds<LifetimeFamily>(Program(
        """
        null;
        var authority = new CertificateRequest("CN=ca", key, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var root = authority.CreateSelfSigned(start, start.AddYears(10));
        var leaf = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256);
        leaf.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var made = leaf.Create(root, start, [|start.AddYears(9)|], new byte[8])
        """));

    [Fact]
    public Task Option_sets_the_limit() => Verify.Fixes<LifetimeFamily, CertificateLifetimeFix>(
        Program("request.CreateSelfSigned(start, [|start.AddDays(90)|])"),
        Program("request.CreateSelfSigned(start, start.AddDays(47))"),
        options: "transit_analyzers.maximum_certificate_lifetime = 47");

    [Fact]
    public Task Is_mended_on_net472() => Verify.Fixes<LifetimeFamily, CertificateLifetimeFix>(
        "using System; using System.Security.Cryptography.X509Certificates; class C { object M(CertificateRequest r) => r.CreateSelfSigned(DateTimeOffset.Now, [|DateTimeOffset.Now.AddYears(2)|]); }",
        "using System; using System.Security.Cryptography.X509Certificates; class C { object M(CertificateRequest r) => r.CreateSelfSigned(DateTimeOffset.Now, DateTimeOffset.Now.AddDays(398)); }",
        references: ReferenceAssemblies.NetFramework.Net472.Default,
        with: KeySizeTests.OldLanguage);

    private static string Program(string expression) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.Extensions.Hosting;

        class C
        {
            void M(CertificateRequest request, ECDsa key, X509Certificate2 issuer, DateTimeOffset start, DateTimeOffset end, TimeProvider clock, IHostEnvironment env, string[] args)
            {
                const int years = 10;
                object result = {{expression}};
            }
        }
        """;
}
