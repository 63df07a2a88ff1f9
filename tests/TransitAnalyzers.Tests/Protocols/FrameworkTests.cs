using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Keys;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Keys;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>What the fixes write compiles with every framework, and with C# 7.3 where that is the framework's own.</summary>
public sealed class FrameworkTests
{
    public static TheoryData<string> Frameworks => new("net472", "net8.0", "net10.0");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Obsolete_versions(string framework) => Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(
        framework,
        """
        private const SslProtocols Kept = SslProtocols.[|Tls11|] | SslProtocols.Tls12;
        void M(SslStream s, string configured, SecurityProtocolType given = SecurityProtocolType.[|Tls|])
        {
            ServicePointManager.SecurityProtocol = given;
            ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(192 | 3072)|];
            ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(48 | 12288)|];
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.[|Ssl3|];
            ServicePointManager.SecurityProtocol = (SecurityProtocolType)Enum.Parse(typeof(SecurityProtocolType), [|"Tls11"|]);
            s.AuthenticateAsClient("h", null, Kept, true);
            s.AuthenticateAsClient("h", null, SslProtocols.[|Default|], true);
        }
        """,
        """
        private const SslProtocols Kept = SslProtocols.Tls12;
        void M(SslStream s, string configured, SecurityProtocolType given = SecurityProtocolType.SystemDefault)
        {
            ServicePointManager.SecurityProtocol = given;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            ServicePointManager.SecurityProtocol = REST;
            ServicePointManager.SecurityProtocol = (SecurityProtocolType)Enum.Parse(typeof(SecurityProtocolType), "SystemDefault");
            s.AuthenticateAsClient("h", null, Kept, true);
            s.AuthenticateAsClient("h", null, SslProtocols.None, true);
        }
        """.Replace("REST", framework == "net472" ? "(SecurityProtocolType)12288" : "SecurityProtocolType.Tls13", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Pins(string framework) => Fixes<PinnedVersionFamily, ObsoleteVersionFix>(
        framework,
        "void M() { ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)3072|]; ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Tls12|]; }",
        "void M() { ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault; ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault; }");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Encryption_policies(string framework) => Fixes<EncryptionPolicyFamily, EncryptionPolicyFix>(
        framework,
        "object M(Stream s) => new SslStream(s, false, null, null, EncryptionPolicy.[|AllowNoEncryption|]);",
        "object M(Stream s) => new SslStream(s, false, null, null, EncryptionPolicy.RequireEncryption);");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Runtime_switches(string framework) => Fixes<RuntimeSwitchSettings, RuntimeSwitchFix>(
        framework,
        "void M() { AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", [|true|]); }",
        "void M() { AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", false); }");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Keys(string framework) => Fixes<KeyFamily, KeySizeFix>(
        framework,
        "void M(bool big) { RSA.Create(big ? 4096 : [|1024|]); [|new RSACryptoServiceProvider()|].ToString(); ECDsa.Create([|ECCurve.NamedCurves.brainpoolP160r1|]); }",
        "void M(bool big) { RSA.Create(big ? 4096 : 3072); new RSACryptoServiceProvider(3072).ToString(); ECDsa.Create(ECCurve.NamedCurves.nistP256); }");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task Lifetimes(string framework) => Fixes<LifetimeFamily, CertificateLifetimeFix>(
        framework,
        "object M(CertificateRequest r) => r.CreateSelfSigned(DateTimeOffset.UtcNow, [|DateTimeOffset.MaxValue|]);",
        "object M(CertificateRequest r) => r.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(398));");

    private static Task Fixes<TFamily, TFix>(string framework, string before, string after)
        where TFamily : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        Verify.Fixes<TFamily, TFix>(
            Class(before),
            Class(after),
            references: framework switch
            {
                "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
                "net8.0" => ReferenceAssemblies.Net.Net80,
                _ => ReferenceAssemblies.Net.Net100,
            },
            with: test =>
            {
                if (framework == "net472")
                    KeySizeTests.OldLanguage(test);
            });

    private static string Class(string members) =>
        $$"""
        #pragma warning disable CS0618, SYSLIB0014, SYSLIB0039, SYSLIB0040
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Security;
        using System.Security.Authentication;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;

        class C
        {
            {{members}}
        }
        """;
}
