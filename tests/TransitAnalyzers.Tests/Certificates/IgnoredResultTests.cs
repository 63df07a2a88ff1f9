using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

public sealed class IgnoredResultTests
{
    [Theory]
    [InlineData("var chain = new X509Chain(); [|chain.Build(certificate)|];")]
    [InlineData("using var chain = new X509Chain(); [|chain.Build(certificate)|]; Use(certificate);")]
    [InlineData("using (var chain = new X509Chain()) { [|chain.Build(certificate)|]; }")]
    [InlineData("var chain = new X509Chain(); _ = [|chain.Build(certificate)|];")]
    [InlineData("var chain = new X509Chain(); var ok = [|chain.Build(certificate)|];")]
    [InlineData("var chain = new X509Chain(); bool ok; ok = [|chain.Build(certificate)|];")]
    [InlineData("var chain = new X509Chain(); bool ok = false; ok = [|chain.Build(certificate)|]; ok = true;")]
    [InlineData("[|new X509Chain().Build(certificate)|];")]
    [InlineData("var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.Online } }; [|chain.Build(certificate)|];")]
    [InlineData("var chain = new X509Chain(); chain.ChainPolicy = new X509ChainPolicy(); [|chain.Build(certificate)|]; chain.Dispose();")]
    [InlineData("X509Chain? chain = X509Chain.Create(); chain?[|.Build(certificate)|];")]
    [InlineData("[|certificate.Verify()|];")]
    [InlineData("certificate?[|.Verify()|];")]
    [InlineData("_ = [|certificate.Verify()|];")]
    [InlineData("[|certificate.MatchesHostname(\"db.example\")|];")]
    [InlineData("try { [|certificate.Verify()|]; } catch (CryptographicException) { return; }")]
    [InlineData("RemoteCertificateValidationCallback c = (_, cert, chain, _) => { [|chain!.Build((X509Certificate2)cert!)|]; return cert != null; };")]
    [InlineData("Action check = () => [|certificate.Verify()|];")]
    public Task Reports(string statements) => Verify.Finds<IgnoredResults>(In(statements));

    [Theory]
    [InlineData("var chain = new X509Chain(); if (!chain.Build(certificate)) throw new CryptographicException();")]
    [InlineData("var chain = new X509Chain(); var ok = chain.Build(certificate); if (!ok) return;")]
    [InlineData("var chain = new X509Chain(); bool ok = true; ok &= chain.Build(certificate); Console.WriteLine(ok);")]
    [InlineData("var chain = new X509Chain(); chain.Build(certificate); if (chain.ChainStatus.Length > 0) return;")]
    [InlineData("var chain = new X509Chain(); chain.Build(certificate); foreach (var element in chain.ChainElements) Use(element.Certificate);")]
    [InlineData("var chain = new X509Chain(); chain.Build(certificate); Inspect(chain);")]
    [InlineData("var ok = certificate.Verify() && Ready();")]
    [InlineData("Func<bool> check = () => certificate.Verify();")]
    [InlineData("Func<bool> check = certificate.Verify;")]
    [InlineData("Console.WriteLine(certificate.Verify());")]
    [InlineData("new Builder().Build(certificate);")]
    [InlineData("new Builder().Verify();")]
    public Task Is_silent(string statements) => Verify.Silent<IgnoredResults>(In(statements));

    [Fact]
    public Task Is_silent_where_the_caller_may_ask_the_chain() => Verify.Silent<IgnoredResults>(
        """
        using System.Security.Cryptography.X509Certificates;
        class Chains
        {
            private readonly X509Chain kept = new();
            public static void Fill(X509Chain chain, X509Certificate2 certificate) => chain.Build(certificate);
            public void Fill(X509Certificate2 certificate) => kept.Build(certificate);
            public X509ChainStatus[] Statuses => kept.ChainStatus;
        }
        """);

    [Theory]
    [InlineData("void Check(X509Certificate2 c) => Fill(new X509Chain(), c); static void Fill(X509Chain chain, X509Certificate2 c) { [|chain.Build(c)|]; }")]
    [InlineData("void Check(X509Certificate2 c) { var chain = new X509Chain(); Fill(chain, c); } private void Fill(X509Chain chain, X509Certificate2 c) { Build(chain, c); } private void Build(X509Chain given, X509Certificate2 c) => [|given.Build(c)|];")]
    [InlineData("void Check(X509Certificate2 c) { Inner(new X509Chain()); void Inner(X509Chain chain) { [|chain.Build(c)|]; } }")]
    public Task Reports_what_no_caller_asks(string members) => Verify.Finds<IgnoredResults>(Members(members));

    [Theory]
    [InlineData("void Check(X509Certificate2 c) { var chain = new X509Chain(); Fill(chain, c); if (chain.ChainStatus.Length > 0) throw new CryptographicException(); } static void Fill(X509Chain chain, X509Certificate2 c) { chain.Build(c); }")]
    [InlineData("void Check(X509Certificate2 c, X509Chain given) => Fill(given, c); static void Fill(X509Chain chain, X509Certificate2 c) { chain.Build(c); }")]
    [InlineData("static void Fill(X509Chain chain, X509Certificate2 c) { chain.Build(c); }")]
    [InlineData("void Check(X509Certificate2 c) { Fill(new X509Chain(), c); Fill(kept, c); } static void Fill(X509Chain chain, X509Certificate2 c) { chain.Build(c); } X509Chain kept = new();")]
    [InlineData("Action<X509Chain, X509Certificate2> fill = Fill; static void Fill(X509Chain chain, X509Certificate2 c) { chain.Build(c); }")]
    public Task Is_silent_where_a_caller_may_ask(string members) => Verify.Silent<IgnoredResults>(Members(members));

    internal static string Members(string members) =>
        "using System; using System.Security.Cryptography; using System.Security.Cryptography.X509Certificates; internal class Chains { " + members + " }";

    [Theory]
    [InlineData(
        """
        using var chain = new X509Chain();
                // The supplier's.
                [|chain.Build(certificate)|]; // and on
                Use(certificate);
        """,
        """
        using var chain = new X509Chain();
                // The supplier's.
                if (!chain.Build(certificate))
                {
                    throw new System.Security.Authentication.AuthenticationException("The certificate did not pass its validation.");
                } // and on
                Use(certificate);
        """)]
    [InlineData(
        "var ok = [|certificate.Verify()|];",
        """
        if (!certificate.Verify())
                {
                    throw new System.Security.Authentication.AuthenticationException("The certificate did not pass its validation.");
                }
        """)]
    [InlineData(
        "RemoteCertificateValidationCallback c = (_, cert, chain, _) => { [|chain!.Build((X509Certificate2)cert!)|]; return cert != null; };",
        """
        RemoteCertificateValidationCallback c = (_, cert, chain, _) => {
                    if (!chain!.Build((X509Certificate2)cert!))
                    {
                        return false;
                    }
                    return cert != null; };
        """)]
    [InlineData(
        "Action check = () => [|certificate.Verify()|];",
        "Action check = () => _ = certificate.Verify() ? true : throw new System.Security.Authentication.AuthenticationException(\"The certificate did not pass its validation.\");")]
    public Task Fixes(string before, string after) => Verify.Fixes<IgnoredResults, IgnoredResultFix>(In(before), In(after));

    internal static string In(string statements) => $$"""
        using System;
        using System.Net.Security;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;

        class Program
        {
            static void Run(X509Certificate2 certificate)
            {
                {{statements}}
            }

            static void Use(X509Certificate2 certificate) { }
            static void Inspect(X509Chain chain) { }
            static bool Ready() => true;
        }

        class Builder
        {
            public bool Build(X509Certificate2 certificate) => true;
            public bool Verify() => true;
        }
        """;
}
