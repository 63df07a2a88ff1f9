using TransitAnalyzers.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Settings;

/// <summary>Where the value comes from, and where the setting stands.</summary>
public sealed class SettingFlowTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        using static System.Net.Security.SslPolicyErrors;
        using Flags = System.Security.Cryptography.X509Certificates.X509VerificationFlags;
        using Microsoft.Extensions.Hosting;

        """;

    [Theory]
    [InlineData("class C { const Flags Lax = Flags.AllFlags; X509ChainPolicy P() => new() { VerificationFlags = {|DIT0107:Lax|} }; }")]
    [InlineData("class C { static readonly Flags Lax = Flags.AllFlags; X509ChainPolicy P() => new() { VerificationFlags = {|DIT0107:Lax|} }; }")]
    [InlineData("class C { X509ChainPolicy P() { var lax = Flags.IgnoreWrongUsage; return new X509ChainPolicy { VerificationFlags = {|DIT0107:lax|} }; } }")]
    [InlineData("class C { private static Flags Lax => Flags.AllowUnknownCertificateAuthority; X509ChainPolicy P() => new() { VerificationFlags = {|DIT0107:Lax|} }; }")]
    [InlineData("class C { void Set(X509ChainPolicy p, Flags f) => p.VerificationFlags = {|DIT0107:f|}; void M() => Set(new(), Flags.AllFlags); private C() { } }", "private")]
    [InlineData("class C { X509ChainPolicy P(IHostEnvironment e) => new() { VerificationFlags = {|DIT0107:e.IsProduction() ? Flags.AllFlags : Flags.NoFlag|} }; }")]
    [InlineData("class C { void M(IHostEnvironment e, X509ChainPolicy p) { if (!e.IsDevelopment()) p.VerificationFlags = {|DIT0107:Flags.AllFlags|}; } }")]
    [InlineData("class C { X509ChainPolicy Policy { get; } = new() { VerificationFlags = {|DIT0107:Flags.AllFlags|} }; }")]
    [InlineData("partial class C { static X509ChainPolicy Make() => new() { VerificationFlags = {|DIT0107:Flags.AllFlags|} }; } partial class C { X509ChainPolicy p = Make(); }")]
    [InlineData("class Lax : HttpClientHandler { public Lax() => CheckCertificateRevocationList = {|DIT0106:false|}; }")]
    [InlineData("static class E { public static X509Chain Lax(this X509Chain c) { c.ChainPolicy.VerificationFlags = {|DIT0107:Flags.AllFlags|}; return c; } }")]
    public Task Reports(string type, string? note = null)
    {
        _ = note;
        return Verify.Finds<CertificateSettings>(Usings + (note == "private" ? type.Replace("void Set", "private static void Set", StringComparison.Ordinal) : type));
    }

    [Theory]
    [InlineData("class C { X509ChainPolicy P(IHostEnvironment e) => new() { VerificationFlags = e.IsDevelopment() ? Flags.AllFlags : Flags.NoFlag }; }")]
    [InlineData("class C { void M(IHostEnvironment e, X509ChainPolicy p) { if (e.IsDevelopment()) p.VerificationFlags = Flags.AllFlags; } }")]
    [InlineData("class C { void M(IHostEnvironment e, X509ChainPolicy p) { if (e.IsProduction()) return; p.VerificationFlags = Flags.AllFlags; } }", "production returns first")]
    [InlineData("class C { Flags flags; public C(Flags f) => flags = f; X509ChainPolicy P() => new() { VerificationFlags = flags }; }")]
    [InlineData("class C { X509ChainPolicy P(bool lax) => new() { VerificationFlags = lax ? Flags.AllFlags : Flags.NoFlag }; }")]
    [InlineData("#if DEBUG\nclass C { X509ChainPolicy P() => new() { VerificationFlags = Flags.AllFlags }; }\n#endif")]
    [InlineData("class C { bool Is(X509ChainPolicy p) => p is { VerificationFlags: Flags.AllFlags } || p.VerificationFlags == Flags.AllFlags; }")]
    [InlineData("class C { string Name(Flags f) => f switch { Flags.AllFlags => \"all\", _ => nameof(Flags.AllFlags) }; }")]
    public Task Is_silent(string type, string? note = null)
    {
        _ = note;
        return Verify.Silent<CertificateSettings>(Usings + type);
    }

    [Theory]
    [InlineData("class C { void M(X509ChainPolicy p) { p.VerificationFlags = ")]
    [InlineData("class C { void M(X509ChainPolicy p) { p.VerificationFlags = Flags.; } }")]
    [InlineData("class C { void M() { new X509ChainPolicy { VerificationFlags = M() } } }")]
    [InlineData("class C { void M() { var x = x.VerificationFlags = x; (a.VerificationFlags, b) = (1, 2); } }")]
    [InlineData("class C : X509ChainPolicy { C() : base(VerificationFlags: 3) { this.VerificationFlags ??= null; } }")]
    public Task Survives_broken_code(string code) => Verify.Finds<CertificateSettings>(
        Usings + code, with: test =>
        {
            test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
            test.TestBehaviors |= Microsoft.CodeAnalysis.Testing.TestBehaviors.SkipSuppressionCheck;
        });
}
