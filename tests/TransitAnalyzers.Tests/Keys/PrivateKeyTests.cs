using Microsoft.CodeAnalysis.CSharp;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Keys;

public sealed class PrivateKeyTests
{
    private const string Body = "QIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKjX0gQ";

    public static TheoryData<string> Keys => new(
        SampleKeys.Sec1, SampleKeys.Pkcs8, SampleKeys.Ed25519, SampleKeys.Rsa, SampleKeys.Encrypted, SampleKeys.OpenSsh,
        SampleKeys.Pkcs12Base64, SampleKeys.Pkcs8Base64, SampleKeys.Pkcs1Base64, SampleKeys.Sec1Base64, SampleKeys.Ed25519Base64, SampleKeys.EncryptedBase64,
        SampleKeys.Sec1.Replace("\n", "\r\n", StringComparison.Ordinal),
        SampleKeys.Sec1.Replace("\n", "\\n", StringComparison.Ordinal),
        SampleKeys.Sec1.Replace("\n", " ", StringComparison.Ordinal),
        SampleKeys.Certificate + "\n" + SampleKeys.Pkcs8,
        "{ \"type\": \"service_account\", \"private_key\": \"" + SampleKeys.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal) + "\" }",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF\n\n" + Body + "\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\nlQOYBF2fQ8QBCADE7Tl0Y3Jpc3RvcGhlciBvbiB0aGUgbGlu\n",
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: \"me\"\n" + Body + "\n---- END",
        "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPublic-Lines: 1\nAAAAB3NzaC1yc2EAAAADAQABAAABAQC\nPrivate-Lines: 1\n" + Body,
        "<RSAKeyValue><Modulus>" + Body + "</Modulus><Exponent>AQAB</Exponent><D>" + Body + "</D></RSAKeyValue>",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}");

    public static TheoryData<string> OtherTexts => new(
        SampleKeys.Certificate, SampleKeys.PublicKey, SampleKeys.CertificateBase64, SampleKeys.PublicKeyBase64,
        "", "PRIVATE KEY", "-----BEGIN PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nYOUR+PRIVATE+KEY+GOES+HERE+PLEASE\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n<paste the key here, between these two lines>\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n\uFFFC\n-----END PRIVATE KEY-----",
        "The file must begin with -----BEGIN PRIVATE KEY----- and end with -----END PRIVATE KEY-----, see the manual for details",
        "<RSAKeyValue><Modulus>" + Body + "</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\"}",
        "MIIB" + new string((char)65, 200), "-----BEGIN FAKE PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq+XkQ4V9\n-----END FAKE PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nbase64PrivateKeyContent\n-----END PRIVATE KEY-----",
        "Many words that begin with an M and go on for quite some time, longer than sixty-four characters",
        new string('M', 100_000));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_is_found(string text)
    {
        Assert.True(PrivateKeys.MayContain(text));
        Assert.NotNull(PrivateKeys.Find(text));
    }

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void Other_texts_are_none(string text) => Assert.Null(PrivateKeys.Find(text));

    [Theory]
    [MemberData(nameof(Keys))]
    public Task A_literal_is_reported(string text) => Verify.Finds<PrivateKeyFamily>(
        $$"""class C { const string Key = [|{{SymbolDisplay.FormatLiteral(text, quote: true)}}|]; }""");

    [Theory]
    [InlineData("""[|"-----BEGIN PRIVATE KEY-----\n"|] + "BODY" + "\n-----END PRIVATE KEY-----" """)]
    [InlineData("""[|"-----BEGIN "|] + "PRIVATE" + " KEY-----\n" + "BODY" + "\n-----END PRIVATE KEY-----" """)]
    [InlineData("""[|"-----BEGIN PRIVATE KEY-----"|] + Environment.NewLine + "BODY" """)]
    [InlineData("""string.Concat([|"-----BEGIN PRIVATE KEY-----\n"|], "BODY", "\n-----END PRIVATE KEY-----")""")]
    [InlineData("""string.Join("\n", [|"-----BEGIN PRIVATE KEY-----"|], "BODY", "-----END PRIVATE KEY-----")""")]
    [InlineData("""string.Join("\n", new[] { [|"-----BEGIN PRIVATE KEY-----"|], "BODY", "-----END PRIVATE KEY-----" })""")]
    [InlineData("""[|$"-----BEGIN PRIVATE KEY-----\n{Text}\n-----END PRIVATE KEY-----"|]""")]
    [InlineData("""new StringBuilder().AppendLine([|"-----BEGIN PRIVATE KEY-----"|]).AppendLine("BODY").ToString()""")]
    [InlineData("""[|@"-----BEGIN PRIVATE KEY-----BODY-----END PRIVATE KEY-----"|]""")]
    [InlineData("""Encoding.UTF8.GetString([|"-----BEGIN PRIVATE KEY-----\nBODY\n-----END PRIVATE KEY-----"u8|])""")]
    public Task However_it_is_written(string expression) => Verify.Finds<PrivateKeyFamily>(Program(expression.Replace("BODY", Body, StringComparison.Ordinal)));

    [Fact]
    public Task Bytes_are_told_by_their_structure()
    {
        var key = string.Join(", ", Convert.FromBase64String(SampleKeys.Sec1Base64).Select(b => $"0x{b:x2}"));
        var publicKey = string.Join(", ", Convert.FromBase64String(SampleKeys.PublicKeyBase64).Select(b => $"0x{b:X2}"));
        return Verify.Finds<PrivateKeyFamily>(
            $$"""
            class C
            {
                static readonly byte[] Key = [|{ {{key}} }|];
                byte[] collected = [|[{{key}}]|];
                static readonly byte[] Public = { {{publicKey}} };
                static readonly int[] Numbers = { 48, 1, 2, 3 };
            }
            """);
    }

    [Theory]
    [InlineData(@"Begin + ""KEY"" + End")]
    [InlineData(@"Begin + ""\nKEY\n"" + End")]
    [InlineData(@"$""{Begin}\r\nKEY{End}""")]
    public Task Of_a_header_that_is_shared_the_use_is_reported(string expression) => Verify.Finds<PrivateKeyFamily>(
        $$"""
        class C
        {
            const string Begin = "-----BEGIN PRIVATE KEY-----", End = "-----END PRIVATE KEY-----";
            bool IsKey(string text) => text.StartsWith(Begin) && text.EndsWith(End);
            string key = [|{{expression.Replace("KEY", SampleKeys.Pkcs8Base64, StringComparison.Ordinal)}}|];
        }
        """);

    [Theory]
    [InlineData("""$"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(key)}\n-----END PRIVATE KEY-----" """)]
    [InlineData(""" "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----" """)]
    [InlineData("""pem.Replace("-----BEGIN PRIVATE KEY-----", "").Replace("-----END PRIVATE KEY-----", "")""")]
    [InlineData("""pem.Contains("-----BEGIN RSA PRIVATE KEY-----") ? "RSA PRIVATE KEY" : "PRIVATE KEY" """)]
    [InlineData("""System.IO.File.ReadAllText("key.pem")""")]
    public Task What_is_not_in_the_source_is_silent(string expression) => Verify.Silent<PrivateKeyFamily>(Program(expression));

    [Fact]
    public async Task The_message_does_not_repeat_the_key()
    {
        foreach (var text in new[] { SampleKeys.Pkcs8, SampleKeys.Pkcs8Base64, SampleKeys.Rsa })
            Assert.DoesNotContain("MIG", PrivateKeys.Find(text)!.Value.Name, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public void Any_prefix_of_a_key_is_survived()
    {
        foreach (var text in new[] { SampleKeys.Pkcs12Base64, SampleKeys.Pkcs8Base64, SampleKeys.Sec1Base64, SampleKeys.Rsa, "{\"kty\":\"EC\",\"d\":\"870MB6gfuTJ4HtUn" })
            for (var length = 0; length <= text.Length; length++)
                _ = PrivateKeys.Find(text[..length]);
    }

    private static string Program(string expression) =>
        $$"""
        using System;
        using System.Text;

        class C
        {
            const string Text = "{{Body}}";
            string M(byte[] key, string pem) => {{expression}};
        }
        """;
}
