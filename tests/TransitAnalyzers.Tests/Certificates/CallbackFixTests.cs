using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>What the fixes of callbacks write.</summary>
public sealed class CallbackFixTests
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Net.WebSockets;
        using System.Security.Cryptography.X509Certificates;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Hosting;

        class Client
        {

        """;

    private static string Class(string members) => Usings + members + "\n}\n";

    private static Task Fixes(string before, string after, string? key = null, ReferenceAssemblies? references = null) =>
        Verify.Fixes<CertificateCallbacks, AcceptsEverythingFix>(
            Class(before.Replace("[|", "{|DIT0101:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal)), Class(after), key, references);

    [Theory]
    [InlineData(
        "    void M(HttpClientHandler h)\n    {\n        // Partner.\n        h.ServerCertificateCustomValidationCallback = [|(m, c, ch, e) => true|];\n        h.UseCookies = false;\n    }",
        "    void M(HttpClientHandler h)\n    {\n        // Partner.\n        h.UseCookies = false;\n    }")]
    [InlineData(
        "    HttpClientHandler h = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };",
        "    HttpClientHandler h = new HttpClientHandler();")]
    [InlineData(
        "    HttpClientHandler h = new() { UseCookies = false, ServerCertificateCustomValidationCallback = [|delegate { return true; }|] };",
        "    HttpClientHandler h = new() { UseCookies = false };")]
    [InlineData(
        "    HttpMessageHandler h = new SocketsHttpHandler\n    {\n        UseCookies = false,\n        SslOptions =\n        {\n            RemoteCertificateValidationCallback = [|delegate { return true; }|],\n        },\n    };",
        "    HttpMessageHandler h = new SocketsHttpHandler\n    {\n        UseCookies = false,\n    };")]
    [InlineData(
        "    SslStream M(Stream s) => new SslStream(s, false, [|(a, b, c, d) => true|]);",
        "    SslStream M(Stream s) => new SslStream(s, false);")]
    [InlineData(
        "    SslStream M(Stream s) => new SslStream(s, false, new RemoteCertificateValidationCallback([|(a, b, c, d) => true|]), null);",
        "    SslStream M(Stream s) => new SslStream(s, false, null, null);")]
    [InlineData(
        "    void M() => ServicePointManager.ServerCertificateValidationCallback += [|(a, b, c, d) => true|];",
        "    void M() => ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => d == SslPolicyErrors.None;")]
    [InlineData(
        "    void M()\n    {\n        ServicePointManager.ServerCertificateValidationCallback += [|(a, b, c, d) => true|];\n        Console.WriteLine();\n    }",
        "    void M()\n    {\n        Console.WriteLine();\n    }")]
    public Task Removes_the_callback(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData(
        "    static RemoteCertificateValidationCallback Any = [|(s, c, ch, e) => /* lab */ true|];",
        "    static RemoteCertificateValidationCallback Any = (s, c, ch, e) => /* lab */ e == SslPolicyErrors.None;")]
    [InlineData(
        "    static RemoteCertificateValidationCallback Any = [|(_, _, _, _) => true|];",
        "    static RemoteCertificateValidationCallback Any = (_, _, _, errors) => errors == SslPolicyErrors.None;")]
    [InlineData(
        "    static RemoteCertificateValidationCallback Any = [|delegate { return true; }|];",
        "    static RemoteCertificateValidationCallback Any = delegate (object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) { return errors == SslPolicyErrors.None; };")]
    [InlineData(
        "    static bool [|Any|](object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors errors)\n    {\n        if (errors != SslPolicyErrors.None)\n        {\n            Console.WriteLine(errors);\n        }\n\n        return true; // For now.\n    }\n\n    SslStream M(Stream s) => new SslStream(s, false, Any);",
        "    static bool Any(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors errors)\n    {\n        if (errors != SslPolicyErrors.None)\n        {\n            Console.WriteLine(errors);\n        }\n\n        return errors == SslPolicyErrors.None; // For now.\n    }\n\n    SslStream M(Stream s) => new SslStream(s, false, Any);")]
    [InlineData(
        "    Func<object, SslPolicyErrors, Task<bool>> f = [|(a, b) => Task.FromResult(true)|];",
        "    Func<object, SslPolicyErrors, Task<bool>> f = (a, b) => Task.FromResult(b == SslPolicyErrors.None);")]
    [InlineData(
        "    SslStream M(Stream s)\n    {\n        bool [|Any|](object a, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true;\n        return new SslStream(s, false, Any);\n    }",
        "    SslStream M(Stream s)\n    {\n        bool Any(object a, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => e == SslPolicyErrors.None;\n        return new SslStream(s, false, Any);\n    }")]
    [InlineData(
        "    Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool>? Any { get; } = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];",
        "    Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool>? Any { get; } = (message, certificate, chain, errors) => errors == SslPolicyErrors.None;")]
    public Task Rejects_on_errors_where_it_cannot_go(string before, string after) => Fixes(before, after);

    [Fact]
    public Task Offers_to_keep_the_callback_and_reject() => Fixes(
        "    void M(HttpClientHandler h)\n    {\n        h.ServerCertificateCustomValidationCallback = [|(m, c, ch, e) => true|];\n    }",
        "    void M(HttpClientHandler h)\n    {\n        h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None;\n    }",
        "RejectErrors");

    [Fact]
    public Task Offers_to_keep_the_callback_in_development() => Fixes(
        "    void M(HttpClientHandler h, IHostEnvironment env)\n    {\n        // Lab.\n        h.ServerCertificateCustomValidationCallback = [|(m, c, ch, e) => true|];\n    }",
        "    void M(HttpClientHandler h, IHostEnvironment env)\n    {\n        // Lab.\n        if (env.IsDevelopment())\n        {\n            h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true;\n        }\n    }",
        "DevelopmentOnly");

    [Fact]
    public Task Writes_CSharp_7_on_NET_Framework() => Verify.Fixes<CertificateCallbacks, AcceptsEverythingFix>(
        "using System.Net;\nclass Policy : ICertificatePolicy\n{\n    public bool {|DIT0101:CheckValidationResult|}(ServicePoint point, System.Security.Cryptography.X509Certificates.X509Certificate certificate, WebRequest request, int problem)\n    {\n        return true;\n    }\n\n    static System.Net.Security.RemoteCertificateValidationCallback any = {|DIT0101:delegate { return true; }|};\n}\n",
        "using System.Net;\nusing System.Net.Security;\nusing System.Security.Cryptography.X509Certificates;\n\nclass Policy : ICertificatePolicy\n{\n    public bool CheckValidationResult(ServicePoint point, System.Security.Cryptography.X509Certificates.X509Certificate certificate, WebRequest request, int problem)\n    {\n        return problem == 0;\n    }\n\n    static System.Net.Security.RemoteCertificateValidationCallback any = delegate (object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) { return errors == SslPolicyErrors.None; };\n}\n",
        references: ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task Keeps_the_pin_beside_what_was_tolerated() => Verify.Fixes<CertificateCallbacks, ToleratedErrorsFix>(
        Class("    static RemoteCertificateValidationCallback Any = {|DIT0102:(s, c, ch, e) => e != SslPolicyErrors.RemoteCertificateChainErrors && e != SslPolicyErrors.RemoteCertificateNotAvailable && (int)e < 3 || c!.GetCertHashString() == \"AA\"|};"),
        Class("    static RemoteCertificateValidationCallback Any = (s, c, ch, e) => e == SslPolicyErrors.None || c!.GetCertHashString() == \"AA\";"));

    /// <summary>What is called like a proof is kept where it is one.</summary>
    [Theory]
    [InlineData(
        "(s, c, ch, e) => c!.GetRawCertData().Length > 0",
        "(s, c, ch, e) => e == SslPolicyErrors.None && c!.GetRawCertData().Length > 0")]
    [InlineData(
        "(s, c, ch, e) => { ch!.ChainPolicy.CustomTrustStore.Add((X509Certificate2)c!); return ch.Build((X509Certificate2)c!); }",
        "(s, c, ch, e) => { ch!.ChainPolicy.CustomTrustStore.Add((X509Certificate2)c!); return e == SslPolicyErrors.None && ch.Build((X509Certificate2)c!); }")]
    public Task Keeps_nothing_that_only_looks_like_proof(string before, string after) => Verify.Fixes<CertificateCallbacks, WeakEvidenceFix>(
        Class($"    void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = {{|DIT0103:{before}|}};"),
        Class($"    void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = {after};"));

    [Fact]
    public Task Narrows_weak_evidence() => Verify.Fixes<CertificateCallbacks, WeakEvidenceFix>(
        Class("    static bool {|DIT0103:Check|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e)\n    {\n        if (c is null)\n            return false;\n        return c.Subject == \"CN=api\";\n    }\n    RemoteCertificateValidationCallback M() => Check;"),
        Class("    static bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e)\n    {\n        if (c is null)\n            return false;\n        return e == SslPolicyErrors.None && c.Subject == \"CN=api\";\n    }\n    RemoteCertificateValidationCallback M() => Check;"));

    /// <summary>The callback keeps what it asks, in the words of the library, and refuses where it asked nothing.</summary>
    [Theory]
    [InlineData(
        "class F { void M(FtpClient c) => c.ValidateCertificate += OnValidate; void [|OnValidate|](object s, FtpSslValidationEventArgs e) { if (e.Certificate != null) e.Accept = true; else e.Accept = e.PolicyErrors != SslPolicyErrors.None; } }",
        "class F { void M(FtpClient c) => c.ValidateCertificate += OnValidate; void OnValidate(object s, FtpSslValidationEventArgs e) { if (e.Certificate != null) e.Accept = e.PolicyErrors == SslPolicyErrors.None; else e.Accept = e.PolicyErrors == SslPolicyErrors.None; } }")]
    [InlineData(
        "class S { void M(SshClient c) => c.HostKeyReceived += [|(s, e) => e.CanTrust = true|]; }",
        "class S { void M(SshClient c) => c.HostKeyReceived += (s, e) => e.CanTrust = e.FingerPrintSHA256 == \"(the one that is trusted)\"; }")]
    [InlineData(
        "class S { void M(SshClient c) { c.HostKeyReceived += OnKey; } void [|OnKey|](object s, HostKeyEventArgs _)\n    {\n        // The lab's.\n        Console.WriteLine(s);\n    }\n}",
        "class S { void M(SshClient c) { c.HostKeyReceived += OnKey; } void OnKey(object s, HostKeyEventArgs e)\n    {\n        e.CanTrust = e.FingerPrintSHA256 == \"(the one that is trusted)\";\n        // The lab's.\n        Console.WriteLine(s);\n    }\n}")]
    [InlineData(
        "class B : ServerOnlyTlsAuthentication { public override void [|NotifyServerCertificate|](TlsServerCertificate c) => Console.WriteLine(c); }",
        "class B : ServerOnlyTlsAuthentication { public override void NotifyServerCertificate(TlsServerCertificate c) { Console.WriteLine(c); throw new System.Security.Authentication.AuthenticationException(\"The certificate is not validated: check its chain and its name here.\"); } }")]
    [InlineData(
        "class L { void M(LdapSessionOptions o) { o.VerifyServerCertificate = Accept; } bool [|Accept|](LdapConnection c, X509Certificate x) { Console.WriteLine(x); return true; } }",
        "class L { void M(LdapSessionOptions o) { o.VerifyServerCertificate = Accept; } bool Accept(LdapConnection c, X509Certificate x) { Console.WriteLine(x); return new X509Certificate2(x).Verify(); } }")]
    [InlineData(
        "class G { VerifyPeerCallback f = [|delegate { return true; }|]; }",
        "class G { VerifyPeerCallback f = delegate (VerifyPeerContext context) { return context.PeerPem == \"(the one that is trusted)\"; }; }")]
    [InlineData(
        "class P : ICertificatePolicy { bool ICertificatePolicy.[|CheckValidationResult|](ServicePoint s, X509Certificate c, WebRequest r, int problem) => true; }",
        "class P : ICertificatePolicy { bool ICertificatePolicy.CheckValidationResult(ServicePoint s, X509Certificate c, WebRequest r, int problem) => problem == 0; }")]
    [InlineData(
        "class V : X509CertificateValidator\n{\n    public override void [|Validate|](X509Certificate2 certificate)\n    {\n        Console.WriteLine(certificate.Subject);\n    }\n}",
        "class V : X509CertificateValidator\n{\n    public override void Validate(X509Certificate2 certificate)\n    {\n        ChainTrust.Validate(certificate);\n        Console.WriteLine(certificate.Subject);\n    }\n}")]
    [InlineData(
        "class B : ServerOnlyTlsAuthentication\n{\n    // The lab's.\n    public override void [|NotifyServerCertificate|](TlsServerCertificate c) => Console.WriteLine(c); // So far.\n}",
        "class B : ServerOnlyTlsAuthentication\n{\n    // The lab's.\n    public override void NotifyServerCertificate(TlsServerCertificate c)\n    {\n        Console.WriteLine(c);\n        throw new System.Security.Authentication.AuthenticationException(\"The certificate is not validated: check its chain and its name here.\");\n    } // So far.\n}")]
    [InlineData(
        "class V : X509CertificateValidator { public override void [|Validate|](X509Certificate2 certificate) => Console.WriteLine(certificate.Subject); }",
        "class V : X509CertificateValidator { public override void Validate(X509Certificate2 certificate) { ChainTrust.Validate(certificate); Console.WriteLine(certificate.Subject); } }")]
    public Task Rejects_in_the_words_of_the_library(string before, string after) => Verify.Fixes<CertificateCallbacks, AcceptsEverythingFix>(
        CallbackShapeTests.WithStubs(before), CallbackShapeTests.WithStubs(after), references: CallbackShapeTests.References);

    [Theory]
    [InlineData(
        "class M { void N(MqttClientTlsOptionsBuilder o) => o.WithCertificateValidationHandler([|_ => true|]); }",
        "class M { void N(MqttClientTlsOptionsBuilder o) { } }")]
    [InlineData(
        "class M { void N(MqttClientTlsOptionsBuilder o) { Set(o); void Set(MqttClientTlsOptionsBuilder b) => b.WithCertificateValidationHandler([|_ => true|]); } }",
        "class M { void N(MqttClientTlsOptionsBuilder o) { Set(o); void Set(MqttClientTlsOptionsBuilder b) { } } }")]
    [InlineData(
        "class M { void N(MqttClientTlsOptionsBuilder o) => o.UseTls().WithCertificateValidationHandler([|_ => true|]); }",
        "class M { void N(MqttClientTlsOptionsBuilder o) => o.UseTls(); }")]
    [InlineData(
        "class M { MqttClientTlsOptionsBuilder N(MqttClientTlsOptionsBuilder o) => o.WithCertificateValidationHandler([|_ => true|]); }",
        "class M { MqttClientTlsOptionsBuilder N(MqttClientTlsOptionsBuilder o) => o; }")]
    public Task Takes_a_fluent_call_out_of_a_body(string before, string after) => Verify.Fixes<CertificateCallbacks, AcceptsEverythingFix>(
        CallbackShapeTests.WithStubs(before), CallbackShapeTests.WithStubs(after), references: CallbackShapeTests.References);

    [Fact]
    public Task Keeps_the_callback_that_holds_comments() => Verify.Fixes<CertificateCallbacks, AcceptsEverythingFix>(
        Class("    void M(ClientWebSocket w)\n    {\n        w.Options.RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) =>\n        {\n            // The lab's.\n            return true;\n        }|};\n    }"),
        Class("    void M(ClientWebSocket w)\n    {\n        w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) =>\n        {\n            // The lab's.\n            return e == SslPolicyErrors.None;\n        };\n    }"));

    [Fact]
    public Task Does_not_forget_what_it_was_told() => Verify.Fixes<CertificateCallbacks, ToleratedErrorsFix>(
        Class("    static bool {|DIT0102:Check|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e)\n    {\n        e &= ~SslPolicyErrors.RemoteCertificateNameMismatch;\n        return e == SslPolicyErrors.None;\n    }\n    RemoteCertificateValidationCallback M() => Check;"),
        Class("    static bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e)\n    {\n        return e == SslPolicyErrors.None;\n    }\n    RemoteCertificateValidationCallback M() => Check;"));
}
