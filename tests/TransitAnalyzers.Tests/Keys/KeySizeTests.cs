using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Keys;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Keys;

public sealed class KeySizeTests
{
    [Theory]
    [InlineData("var k = RSA.Create([|1024|]);", "var k = RSA.Create(3072);")]
    [InlineData("var k = RSA.Create(keySizeInBits: /* old */ [|512|]);", "var k = RSA.Create(keySizeInBits: /* old */ 3072);")]
    [InlineData("var k = RSA.Create([|2 * 512|]);", "var k = RSA.Create(3072);")]
    [InlineData("var size = [|1024|]; var k = RSA.Create(size);", "var size = 3072; var k = RSA.Create(size);")]
    [InlineData("const int size = [|1024|]; var k = RSA.Create(size);", "const int size = 3072; var k = RSA.Create(size);")]
    [InlineData("var k = new RSACryptoServiceProvider([|1024|]);", "var k = new RSACryptoServiceProvider(3072);")]
    [InlineData("RSACryptoServiceProvider k = new([|1024|]);", "RSACryptoServiceProvider k = new(3072);")]
    [InlineData("var k = new RSACryptoServiceProvider([|1024|], new CspParameters());", "var k = new RSACryptoServiceProvider(3072, new CspParameters());")]
    [InlineData("var k = [|new RSACryptoServiceProvider()|]; k.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);", "var k = new RSACryptoServiceProvider(3072); k.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);")]
    [InlineData("using RSACryptoServiceProvider k = [|new()|];", "using RSACryptoServiceProvider k = new(3072);")]
    [InlineData("RSA k = [|new RSACryptoServiceProvider { PersistKeyInCsp = false }|];", "RSA k = new RSACryptoServiceProvider(3072) { PersistKeyInCsp = false };")]
    [InlineData("var k = new RSACng([|1024|]);", "var k = new RSACng(3072);")]
    [InlineData("var k = new RSAOpenSsl([|1024|]);", "var k = new RSAOpenSsl(3072);")]
    [InlineData("var k = RSA.Create(); k.KeySize = [|1024|];", "var k = RSA.Create(); k.KeySize = 3072;")]
    [InlineData("var k = new RSACng { KeySize = [|1024|] };", "var k = new RSACng { KeySize = 3072 };")]
    [InlineData("var k = DSA.Create([|1024|]);", "var k = DSA.Create(3072);")]
    [InlineData("var k = ECDsa.Create([|ECCurve.NamedCurves.brainpoolP160r1|]);", "var k = ECDsa.Create(ECCurve.NamedCurves.nistP256);")]
    [InlineData("var k = ECDsa.Create(ECCurve.CreateFromFriendlyName([|\"secp192r1\"|]));", "var k = ECDsa.Create(ECCurve.CreateFromFriendlyName(\"secp256r1\"));")]
    [InlineData("var k = ECDsa.Create(ECCurve.CreateFromFriendlyName([|\"nistP192\"|]));", "var k = ECDsa.Create(ECCurve.CreateFromFriendlyName(\"nistP256\"));")]
    [InlineData("var k = ECDiffieHellman.Create(ECCurve.CreateFromValue([|\"1.2.840.10045.3.1.1\"|]));", "var k = ECDiffieHellman.Create(ECCurve.CreateFromValue(\"1.2.840.10045.3.1.7\"));")]
    [InlineData("var k = production ? RSA.Create([|1024|]) : RSA.Create(2048);", "var k = production ? RSA.Create(3072) : RSA.Create(2048);")]
    [InlineData("RSA.Create(production ? 4096 : [|1024|]);", "RSA.Create(production ? 4096 : 3072);")]
    [InlineData("Make([|1024|]); RSA Make(int bits = 2048) => RSA.Create(bits);", "Make(3072); RSA Make(int bits = 2048) => RSA.Create(bits);")]
    [InlineData("Make(); RSA Make(int bits = [|1024|]) => RSA.Create(bits);", "Make(); RSA Make(int bits = 3072) => RSA.Create(bits);")]
    [InlineData("ECDsa.Create(ECCurve.CreateFromOid(new Oid([|\"1.2.840.10045.3.1.1\"|])));", "ECDsa.Create(ECCurve.CreateFromOid(new Oid(\"1.2.840.10045.3.1.7\")));")]
    public Task Is_mended(string code, string mended) => Verify.Fixes<KeyFamily, KeySizeFix>(Program(code), Program(mended));

    [Theory]
    [InlineData("var k = RSA.Create();")]
    [InlineData("var k = RSA.Create(2048);")]
    [InlineData("var k = RSA.Create(4096);")]
    [InlineData("var k = RSA.Create(data.Length);")]
    [InlineData("var k = RSA.Create(new RSAParameters());")]
    [InlineData("var k = new RSACng();")]
    [InlineData("var k = new RSACryptoServiceProvider(2048);")]
    [InlineData("var k = new RSACryptoServiceProvider(new CspParameters { KeyContainerName = \"shop\" });")]
    [InlineData("var k = new RSACryptoServiceProvider(); k.ImportParameters(new RSAParameters());")]
    [InlineData("using (var k = new RSACryptoServiceProvider()) { k.FromXmlString(\"\"); }")]
    [InlineData("RSACryptoServiceProvider k; k = new RSACryptoServiceProvider(); k.ImportCspBlob(data);")]
    [InlineData("new RSACryptoServiceProvider().ImportCspBlob(data);")]
    [InlineData("var k = ECDsa.Create();")]
    [InlineData("var k = ECDsa.Create(ECCurve.NamedCurves.nistP256);")]
    [InlineData("var k = ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1);")]
    [InlineData("var k = ECDsa.Create(ECCurve.CreateFromFriendlyName(\"secp256k1\"));")]
    [InlineData("var k = ECDsa.Create(ECCurve.CreateFromFriendlyName(data.ToString()));")]
    [InlineData("var n = nameof(ECCurve.NamedCurves.brainpoolP160r1);")]
    [InlineData("var k = RSA.Create(); if (k.KeySize == 1024) return;")]
    [InlineData("var k = RSA.Create(); if (k.KeySize < 2048) throw new Exception();")]
    [InlineData("var k = Aes.Create(); k.KeySize = 128;")]
    [InlineData("var k = new HMACSHA256(new byte[32]);")]
    [InlineData("if (env.IsDevelopment()) { var k = RSA.Create(1024); }")]
    [InlineData("var k = RSA.Create(env.IsDevelopment() ? 1024 : 3072);")]
    [InlineData("RSA.Create(Setting(\"RsaBits\", 2048)); var buffer = new byte[Setting(\"Buffer\", 1024)]; int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var found) ? found : otherwise;")]
    public Task Is_silent(string code) => Verify.Silent<KeyFamily>(Program(code));

    [Fact]
    public Task Option_raises_the_least_size() => Verify.Fixes<KeyFamily, KeySizeFix>(
        Program("var k = RSA.Create([|3072|]); var l = RSA.Create(4096);"),
        Program("var k = RSA.Create(4096); var l = RSA.Create(4096);"),
        options: "transit_analyzers.minimum_rsa_key_size = 4096");

    [Fact]
    public Task A_field_is_the_cause() => Verify.Fixes<KeyFamily, KeySizeFix>(
        """
        using System.Security.Cryptography;
        class C
        {
            private const int Size = [|1024|]; // bits
            private readonly RSACryptoServiceProvider taken = new RSACryptoServiceProvider();
            private readonly RSACryptoServiceProvider made = [|new RSACryptoServiceProvider()|];
            RSA One() => RSA.Create(Size);
            RSA Other() => RSA.Create(Size);
            void Take(byte[] blob) => taken.ImportCspBlob(blob);
        }
        """,
        """
        using System.Security.Cryptography;
        class C
        {
            private const int Size = 3072; // bits
            private readonly RSACryptoServiceProvider taken = new RSACryptoServiceProvider();
            private readonly RSACryptoServiceProvider made = new RSACryptoServiceProvider(3072);
            RSA One() => RSA.Create(Size);
            RSA Other() => RSA.Create(Size);
            void Take(byte[] blob) => taken.ImportCspBlob(blob);
        }
        """);

    [Fact]
    public Task Old_provider_of_DSA_has_no_fix() => Verify.OffersNoFix<KeyFamily, KeySizeFix>(
        Program("var k = new DSACryptoServiceProvider([|1024|]); var l = [|new DSACryptoServiceProvider()|];"));

    [Theory]
    [InlineData("net472")]
    [InlineData("net8.0")]
    public Task Is_mended_on_older_frameworks(string framework) => Verify.Fixes<KeyFamily, KeySizeFix>(
        "using System.Security.Cryptography; class C { RSA a = RSA.Create([|1024|]); RSA b = [|new RSACryptoServiceProvider()|]; ECDsa c = ECDsa.Create([|ECCurve.NamedCurves.brainpoolP192t1|]); }",
        "using System.Security.Cryptography; class C { RSA a = RSA.Create(3072); RSA b = new RSACryptoServiceProvider(3072); ECDsa c = ECDsa.Create(ECCurve.NamedCurves.nistP256); }",
        references: framework == "net472" ? ReferenceAssemblies.NetFramework.Net472.Default : ReferenceAssemblies.AspNetCore.Net80,
        with: OldLanguage);

    [Fact]
    public Task Bouncy_castle_is_known() => Verify.Fixes<KeyFamily, KeySizeFix>(
        """
        using Org.BouncyCastle.Crypto;
        var a = new KeyGenerationParameters(null, [|1024|]);
        var b = new KeyGenerationParameters(null, 256);
        var c = new KeyGenerationParameters(null, 2048);
        """,
        """
        using Org.BouncyCastle.Crypto;
        var a = new KeyGenerationParameters(null, 3072);
        var b = new KeyGenerationParameters(null, 256);
        var c = new KeyGenerationParameters(null, 2048);
        """,
        references: ReferenceAssemblies.AspNetCore.Net100.AddPackages([MorePackages.BouncyCastle]));

    [Theory]
    [InlineData("secp160k1", 160)]
    [InlineData("SECT163R2", 163)]
    [InlineData("prime192v2", 192)]
    [InlineData("P-192", 192)]
    [InlineData("brainpoolP192t1", 192)]
    [InlineData("1.3.36.3.3.2.8.1.1.1", 160)]
    [InlineData("c2pnb163v1", 163)]
    [InlineData("secp224r1", null)]
    [InlineData("P-256", null)]
    [InlineData("nistP521", null)]
    [InlineData("1.2.840.10045.3.1.7", null)]
    [InlineData("curve25519", null)]
    [InlineData("x25519", null)]
    [InlineData("secp", null)]
    [InlineData("prime", null)]
    [InlineData("shop-192", null)]
    [InlineData("", null)]
    public void Small_curves(string name, int? bits) => Assert.Equal(bits, KeyJudge.SmallCurve(name));

    internal static void OldLanguage<TTest>(TTest test)
        where TTest : AnalyzerTest<DefaultVerifier> => test.SolutionTransforms.Add(static (solution, id) => solution
            .WithProjectParseOptions(id, ((CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithLanguageVersion(LanguageVersion.CSharp7_3))
            .WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Disable)));

    private static string Program(string code) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using Microsoft.Extensions.Hosting;

        class C
        {
            void M(byte[] data, bool production, IHostEnvironment env)
            {
                {{code}}
            }
        }
        """;
}
