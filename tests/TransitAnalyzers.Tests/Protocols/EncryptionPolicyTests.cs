using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0204.</summary>
public sealed class EncryptionPolicyTests
{
    private const string Usings = """
        #pragma warning disable SYSLIB0040
        using System;
        using System.IO;
        using System.Net.Security;

        """;

    [Theory]
    [InlineData("var o = new SslClientAuthenticationOptions { EncryptionPolicy = EncryptionPolicy.[|NoEncryption|] };", "var o = new SslClientAuthenticationOptions { EncryptionPolicy = EncryptionPolicy.RequireEncryption };")]
    [InlineData("var o = new SslServerAuthenticationOptions(); o.EncryptionPolicy = /* a */ EncryptionPolicy.[|AllowNoEncryption|];", "var o = new SslServerAuthenticationOptions(); o.EncryptionPolicy = /* a */ EncryptionPolicy.RequireEncryption;")]
    [InlineData("var s = new SslStream(Stream.Null, false, null, null, EncryptionPolicy.[|AllowNoEncryption|]);", "var s = new SslStream(Stream.Null, false, null, null, EncryptionPolicy.RequireEncryption);")]
    [InlineData("var s = new SslStream(Stream.Null, false, null, null, [|(EncryptionPolicy)2|]);", "var s = new SslStream(Stream.Null, false, null, null, EncryptionPolicy.RequireEncryption);")]
    [InlineData("var p = args.Length == 0 ? EncryptionPolicy.RequireEncryption : EncryptionPolicy.[|NoEncryption|]; var s = new SslStream(Stream.Null, false, null, null, p);", "var p = args.Length == 0 ? EncryptionPolicy.RequireEncryption : EncryptionPolicy.RequireEncryption; var s = new SslStream(Stream.Null, false, null, null, p);")]
    [InlineData("var s = new SslStream(Stream.Null, false, null, null, Enum.Parse<EncryptionPolicy>([|\"NoEncryption\"|]));", "var s = new SslStream(Stream.Null, false, null, null, Enum.Parse<EncryptionPolicy>(\"RequireEncryption\"));")]
    [InlineData("var s = new SslStream(Stream.Null, false, null, null, P()); static EncryptionPolicy P() => EncryptionPolicy.[|NoEncryption|];", "var s = new SslStream(Stream.Null, false, null, null, P()); static EncryptionPolicy P() => EncryptionPolicy.RequireEncryption;")]
    public Task Is_fixed(string before, string after) => Verify.Fixes<EncryptionPolicyFamily, EncryptionPolicyFix>(Usings + before, Usings + after);

    [Theory]
    [InlineData("var o = new SslClientAuthenticationOptions { EncryptionPolicy = EncryptionPolicy.RequireEncryption };")]
    [InlineData("var o = new SslClientAuthenticationOptions(); if (o.EncryptionPolicy == EncryptionPolicy.NoEncryption || o.EncryptionPolicy is EncryptionPolicy.AllowNoEncryption) throw new IOException();")]
    [InlineData("Console.WriteLine(EncryptionPolicy.NoEncryption); Console.WriteLine(nameof(EncryptionPolicy.NoEncryption));")]
    [InlineData("var s = new SslStream(Stream.Null, false, null, null, (EncryptionPolicy)0);")]
    public Task Is_silent(string statements) => Verify.Silent<EncryptionPolicyFamily>(Usings + statements);
}
