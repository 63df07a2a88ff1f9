using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>Callbacks whose shape does not tell what they are, on the real libraries or, where these are not served, on stubs in their namespaces.</summary>
public sealed class CallbackShapeTests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Linq;
        using System.Net;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        using CefSharp;
        using Elasticsearch.Net;
        using FluentFTP;
        using Grpc.Core;
        using MQTTnet;
        using Org.BouncyCastle.Tls;
        using Renci.SshNet;
        using Renci.SshNet.Common;
        using System.DirectoryServices.Protocols;
        using System.IdentityModel.Selectors;

        """;

    private const string Stubs = """

        namespace System.Net { public interface ICertificatePolicy { bool CheckValidationResult(ServicePoint s, X509Certificate c, WebRequest r, int problem); } }
        namespace System.IdentityModel.Selectors { public abstract class X509CertificateValidator { public static X509CertificateValidator ChainTrust => null; public abstract void Validate(X509Certificate2 certificate); } }
        namespace System.DirectoryServices.Protocols { public class LdapConnection { } public delegate bool VerifyServerCertificateCallback(LdapConnection c, X509Certificate x); public class LdapSessionOptions { public VerifyServerCertificateCallback VerifyServerCertificate { get; set; } } }
        namespace CefSharp { public interface IWebBrowser { } public interface IRequestCallback : IDisposable { void Continue(bool allow); } }
        namespace CefSharp.Handler { public class RequestHandler { protected virtual bool OnCertificateError(IWebBrowser b, IRequestCallback callback) => false; } }
        namespace FluentFTP { public class FtpSslValidationEventArgs { public bool Accept { get; set; } public SslPolicyErrors PolicyErrors { get; set; } public X509Certificate Certificate { get; set; } } public class FtpClient { public event Action<object, FtpSslValidationEventArgs> ValidateCertificate; } }
        namespace Opc.Ua
        {
            public static class StatusCodes { public const uint BadCertificateUntrusted = 0x801A0000; public const uint BadCertificateRevocationUnknown = 0x801B0000; public const uint BadCertificateHostNameInvalid = 0x80160000; }
            public struct StatusCode { public uint Code { get; } public StatusCode(uint code) => Code = code; public static implicit operator StatusCode(uint code) => new(code); public static bool operator ==(StatusCode a, StatusCode b) => a.Code == b.Code; public static bool operator !=(StatusCode a, StatusCode b) => !(a == b); public override bool Equals(object o) => false; public override int GetHashCode() => 0; }
            public class ServiceResult { public StatusCode StatusCode { get; } }
            public class CertificateValidationEventArgs : EventArgs { public ServiceResult Error { get; } public X509Certificate2 Certificate { get; } public bool Accept { get; set; } public bool AcceptAll { get; set; } }
            public delegate void CertificateValidationEventHandler(CertificateValidator sender, CertificateValidationEventArgs e);
            public class CertificateValidator { public event CertificateValidationEventHandler CertificateValidation; }
        }
        """;

    internal static readonly ReferenceAssemblies References = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [MorePackages.BouncyCastle, MorePackages.ElasticsearchNet, MorePackages.GrpcCore, MorePackages.GrpcCoreApi, MorePackages.MqttNet, MorePackages.SshNet]);

    internal static string WithStubs(string source) => Usings + source + Stubs;

    [Theory]
    [InlineData("class P : ICertificatePolicy { public bool {|DIT0101:CheckValidationResult|}(ServicePoint s, X509Certificate c, WebRequest r, int problem) { if (problem != 0) Console.WriteLine(problem); return true; } }")]
    [InlineData("class V : X509CertificateValidator { public override void {|DIT0101:Validate|}(X509Certificate2 certificate) { Console.WriteLine(certificate.Subject); } }")]
    [InlineData("class V : X509CertificateValidator { public override void {|DIT0103:Validate|}(X509Certificate2 certificate) { if (certificate.Subject != \"CN=a\") throw new Exception(); } }")]
    [InlineData("class L { void M(LdapSessionOptions o) { o.VerifyServerCertificate = {|DIT0101:(c, x) => true|}; } }")]
    [InlineData("class L { void M(LdapSessionOptions o) { o.VerifyServerCertificate += Accept; o.VerifyServerCertificate = new VerifyServerCertificateCallback(Accept); } bool {|DIT0101:Accept|}(LdapConnection c, X509Certificate x) => true; }")]
    [InlineData("class P : ICertificatePolicy { bool ICertificatePolicy.{|DIT0101:CheckValidationResult|}(ServicePoint s, X509Certificate c, WebRequest r, int problem) => true; }")]
    [InlineData("class V : X509CertificateValidator { public override void {|DIT0101:Validate|}(X509Certificate2 certificate) { try { ChainTrust.Validate(certificate); } catch (InvalidOperationException) { } } }")]
    [InlineData("class B : ServerOnlyTlsAuthentication { public override void {|DIT0101:NotifyServerCertificate|}(TlsServerCertificate c) { if (c.Certificate.IsEmpty) throw new Exception(); } }")]
    [InlineData("class R : CefSharp.Handler.RequestHandler { protected override bool {|DIT0101:OnCertificateError|}(IWebBrowser b, IRequestCallback callback) { System.Threading.Tasks.Task.Run(() => { using (callback) callback.Continue(true); }); return true; } }")]
    [InlineData("class S { void M(SshClient c) => c.HostKeyReceived += {|DIT0103:(s, e) => { for (var i = 0; i < e.FingerPrint.Length; i++) Console.WriteLine(e.FingerPrint[i]); if (e.FingerPrint.Length != 32) e.CanTrust = false; }|}; }")]
    [InlineData("class B : ServerOnlyTlsAuthentication { public override void {|DIT0101:NotifyServerCertificate|}(TlsServerCertificate c) { } }")]
    [InlineData("class R : CefSharp.Handler.RequestHandler { protected override bool {|DIT0101:OnCertificateError|}(IWebBrowser b, IRequestCallback callback) { callback.Continue(true); return true; } }")]
    [InlineData("class G { VerifyPeerCallback f = {|DIT0101:context => true|}; }")]
    [InlineData("class G { ChannelCredentials c = new SslCredentials(null, null, {|DIT0101:context => true|}); }")]
    [InlineData("class M { void N(MqttClientTlsOptionsBuilder o) => o.WithCertificateValidationHandler({|DIT0101:_ => true|}); }")]
    [InlineData("class M { MqttClientTlsOptions o = new() { CertificateValidationHandler = {|DIT0102:e => e.SslPolicyErrors != SslPolicyErrors.RemoteCertificateNameMismatch|} }; }")]
    [InlineData("class E { void M(ConnectionConfiguration s) => s.ServerCertificateValidationCallback({|DIT0101:CertificateValidations.AllowAll|}); }")]
    [InlineData("class F { void M(FtpClient c) => c.ValidateCertificate += {|DIT0101:(s, e) => e.Accept = true|}; }")]
    [InlineData("class F { void M(FtpClient c) => c.ValidateCertificate += OnValidate; void {|DIT0101:OnValidate|}(object s, FtpSslValidationEventArgs e) { if (e.PolicyErrors != SslPolicyErrors.None) Console.WriteLine(); e.Accept = true; } }")]
    [InlineData("class F { void M(FtpClient c) => c.ValidateCertificate += {|DIT0102:(s, e) => e.Accept = e.PolicyErrors != SslPolicyErrors.RemoteCertificateChainErrors && (int)e.PolicyErrors < 4|}; }")]
    [InlineData("class S { void M(SshClient c) => c.HostKeyReceived += {|DIT0101:(s, e) => Console.WriteLine(e.FingerPrint)|}; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += {|DIT0101:(s, e) => e.Accept = true|}; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += {|DIT0101:(s, e) => { Console.WriteLine(e.Certificate.Subject); e.AcceptAll = true; }|}; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += {|DIT0102:(s, e) => { if (e.Error.StatusCode == Opc.Ua.StatusCodes.BadCertificateUntrusted) e.Accept = true; }|}; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += OnValidation; void {|DIT0102:OnValidation|}(Opc.Ua.CertificateValidator v, Opc.Ua.CertificateValidationEventArgs e) { switch (e.Error.StatusCode.Code) { case Opc.Ua.StatusCodes.BadCertificateHostNameInvalid: e.Accept = true; break; } } }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v, bool auto) => v.CertificateValidation += {|DIT0103:(s, e) => e.Accept = auto|}; }")]
    public Task Reports(string source) => Verify.Finds<CertificateCallbacks>(WithStubs(source), References);

    [Theory]
    [InlineData("class P : ICertificatePolicy { public bool CheckValidationResult(ServicePoint s, X509Certificate c, WebRequest r, int problem) => problem == 0; }")]
    [InlineData("class V : X509CertificateValidator { public override void Validate(X509Certificate2 certificate) => ChainTrust.Validate(certificate); }")]
    [InlineData("class V : X509CertificateValidator { public override void Validate(X509Certificate2 certificate) { if (certificate.Thumbprint != \"AA\") throw new Exception(); } }")]
    [InlineData("class L { void M(LdapSessionOptions o) { o.VerifyServerCertificate = (c, x) => new X509Chain().Build(new X509Certificate2(x)); } }")]
    [InlineData("class B : ServerOnlyTlsAuthentication { public override void NotifyServerCertificate(TlsServerCertificate c) => throw new Exception(); }")]
    [InlineData("class R : CefSharp.Handler.RequestHandler { protected override bool OnCertificateError(IWebBrowser b, IRequestCallback callback) { callback.Continue(false); return true; } }")]
    [InlineData("class G { VerifyPeerCallback f = context => context.PeerPem == \"pinned\"; }")]
    [InlineData("class M { void N(MqttClientTlsOptionsBuilder o) => o.WithCertificateValidationHandler(e => e.SslPolicyErrors == SslPolicyErrors.None); }")]
    [InlineData("class E { void M(ConnectionConfiguration s) => s.ServerCertificateValidationCallback(CertificateValidations.DenyAll); }")]
    [InlineData("class F { void M(FtpClient c) => c.ValidateCertificate += (s, e) => e.Accept = e.PolicyErrors == SslPolicyErrors.None; }")]
    [InlineData("class F { void M(FtpClient c) => c.ValidateCertificate += (s, e) => { if (e.PolicyErrors == SslPolicyErrors.None || e.Certificate.GetCertHashString() == \"AA\") e.Accept = true; }; }")]
    [InlineData("class S { void M(SshClient c) => c.HostKeyReceived += (s, e) => e.CanTrust = e.FingerPrint.SequenceEqual(new byte[] { 1 }); }")]
    [InlineData("class S { byte[] known = { 1 }; void M(SshClient c) => c.HostKeyReceived += (s, e) => { if (known.Length != e.FingerPrint.Length) { e.CanTrust = false; return; } for (var i = 0; i < known.Length; i++) { if (known[i] != e.FingerPrint[i]) { e.CanTrust = false; break; } } }; }")]
    [InlineData("class S { byte[] known = { 1 }; void M(SshClient c) => c.HostKeyReceived += (s, e) => { var i = 0; while (i < known.Length) { if (known[i] != e.FingerPrint[i]) e.CanTrust = false; i++; } }; }")]
    [InlineData("class S { void M(SshClient c) => c.HostKeyReceived += (s, e) => { if (!e.FingerPrint.SequenceEqual(new byte[] { 1 })) e.CanTrust = false; }; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += (s, e) => { if (e.Error.StatusCode == Opc.Ua.StatusCodes.BadCertificateRevocationUnknown) e.Accept = true; }; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += (s, e) => { e.Accept = e.Certificate.Thumbprint == \"AA\"; }; }")]
    [InlineData("class O { void M(Opc.Ua.CertificateValidator v) => v.CertificateValidation += (s, e) => { Console.WriteLine(e.Error.StatusCode.Code); e.Accept = false; }; }")]
    public Task Is_silent(string source) => Verify.Silent<CertificateCallbacks>(WithStubs(source), References);
}
