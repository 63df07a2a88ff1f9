using TransitAnalyzers.Certificates;
using TransitAnalyzers.CodeFixes.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>Which callbacks are reported, in the ways that people write and pass them; and what looks alike and is sound.</summary>
public sealed class CallbackTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Net.WebSockets;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Hosting;


        """;

    /// <summary>A callback as an expression, set on a web socket.</summary>
    internal static string Set(string callback) => Usings + $$"""
        class Client
        {
            private static readonly X509Certificate2 Root = null!;
            private static readonly HashSet<string> Pins = [];
            private bool relaxed = Environment.GetCommandLineArgs().Length > 5;
            private IHostEnvironment env = null!;
            void Configure(ClientWebSocket socket)
            {
                socket.Options.RemoteCertificateValidationCallback = {{callback}};
            }
        }
        """;

    [Theory]
    [InlineData("(s, c, ch, e) => true")]
    [InlineData("delegate { return true; }")]
    [InlineData("(_, _, _, _) => true")]
    [InlineData("static (object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => { Console.WriteLine(e); return true; }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; Console.WriteLine(c!.Subject); return true; }")]
    [InlineData("(s, c, ch, e) => { try { new X509Chain().Build((X509Certificate2)c!); } catch { } return true; }")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || !(e == SslPolicyErrors.None)")]
    [InlineData("(s, c, ch, e) => { var ok = false; ok |= true; return ok; }")]
    [InlineData("(s, c, ch, e) => c != null")]
    [InlineData("(s, c, ch, e) => c is not null && ch is not null")]
    [InlineData("(s, c, ch, e) => e != SslPolicyErrors.RemoteCertificateNotAvailable")]
    [InlineData("(s, c, ch, e) => !e.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)")]
    [InlineData("(s, c, ch, e) => e switch { SslPolicyErrors.None => true, _ => true }")]
    [InlineData("(s, c, ch, e) => { switch (e) { case SslPolicyErrors.RemoteCertificateNotAvailable: return false; default: return true; } }")]
    [InlineData("(s, c, ch, e) => env.IsDevelopment() ? e == SslPolicyErrors.None : true")]
    [InlineData("(s, c, ch, e) => { var r = Check(e); Console.WriteLine(r); return true; bool Check(SslPolicyErrors x) => x == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => { for (var i = 0; i < 3; i++) Console.WriteLine(i); foreach (var x in ch!.ChainElements) Console.WriteLine(x); return true; }")]
    [InlineData("(s, c, ch, e) => { try { Refuse(e); } catch (InvalidOperationException) { } return true; static void Refuse(SslPolicyErrors x) { if (x != 0) throw new InvalidOperationException(); } }")]
    [InlineData("(s, c, ch, e) => !c!.GetCertHashString().Equals(\"AA\") || c.GetCertHashString() == \"AA\" || true")]
    public Task Accepts_everything(string callback) =>
        Verify.Finds<CertificateCallbacks>(Set("{|DIT0101:" + callback + "|}"));

    [Theory]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || e == SslPolicyErrors.RemoteCertificateChainErrors")]
    [InlineData("(s, c, ch, e) => (e & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0")]
    [InlineData("(s, c, ch, e) => (e & SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None")]
    [InlineData("(s, c, ch, e) => !e.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)")]
    [InlineData("(s, c, ch, e) => e is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch")]
    [InlineData("(s, c, ch, e) => (int)e < 4")]
    [InlineData("(s, c, ch, e) => e switch { SslPolicyErrors.None => true, SslPolicyErrors.RemoteCertificateChainErrors => ch!.ChainStatus.All(x => x.Status == X509ChainStatusFlags.UntrustedRoot), _ => false }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.RemoteCertificateNameMismatch) { Console.WriteLine(c); return true; } return e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => { e &= ~SslPolicyErrors.RemoteCertificateNameMismatch; return e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => new[] { SslPolicyErrors.None, SslPolicyErrors.RemoteCertificateChainErrors }.Contains(e)")]
    [InlineData("(s, c, ch, e) => { foreach (var status in ch!.ChainStatus) { if (c!.Subject == c.Issuer && status.Status == X509ChainStatusFlags.UntrustedRoot) continue; if (status.Status != X509ChainStatusFlags.NoError) return false; } return true; }")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || e == SslPolicyErrors.RemoteCertificateNotAvailable")]
    [InlineData("(s, c, ch, e) => e.ToString() == \"None\" || e.ToString() == \"RemoteCertificateNameMismatch\"")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || Array.IndexOf(new[] { SslPolicyErrors.None, SslPolicyErrors.RemoteCertificateNameMismatch }, e) >= 0")]
    // One state of the chain says nothing of the others
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || ch!.ChainStatus.Any(x => x.Status == X509ChainStatusFlags.RevocationStatusUnknown)")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || (e == SslPolicyErrors.RemoteCertificateChainErrors && ch!.ChainStatus[0].Status == X509ChainStatusFlags.OfflineRevocation)")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; if (e != SslPolicyErrors.RemoteCertificateChainErrors) return false; foreach (var status in ch!.ChainStatus) if (status.Status == X509ChainStatusFlags.RevocationStatusUnknown) return true; return false; }")]
    // A chain without errors has no states: the name is not looked at
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || ch!.ChainStatus.All(x => x.Status == X509ChainStatusFlags.RevocationStatusUnknown)")]
    [InlineData("(s, c, ch, e) => ch!.ChainStatus.Length == 0")]
    [InlineData("(s, c, ch, e) => !ch!.ChainStatus.Any()")]
    [InlineData("(s, c, ch, e) => { foreach (var status in ch!.ChainStatus) { if (status.Status == X509ChainStatusFlags.RevocationStatusUnknown) continue; return false; } return true; }")]
    public Task Tolerates_errors(string callback) => Verify.Finds<CertificateCallbacks>(Set("{|DIT0102:" + callback + "|}"));

    [Theory]
    [InlineData("(s, c, ch, e) => c!.Subject.Contains(\"CN=api\")")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || c!.Issuer == \"CN=Corp\"")]
    [InlineData("(s, c, ch, e) => { if (c is null) return false; return DateTime.Parse(c.GetExpirationDateString()) > DateTime.Now; }")]
    [InlineData("(s, c, ch, e) => ((X509Certificate2)c!).NotAfter > DateTime.Now")]
    [InlineData("(s, c, ch, e) => relaxed || e == SslPolicyErrors.None")]
    [InlineData("(s, c, ch, e) => c is X509Certificate2 cert && cert.SerialNumber == \"01\"")]
    [InlineData("(s, c, ch, e) => { try { return Root.Equals(c) && c!.GetCertHashString() == \"AA\"; } catch (Exception) { return true; } }")]
    [InlineData("(s, c, ch, e) => ((X509Certificate2)c!).GetNameInfo(X509NameType.DnsName, false) is \"api\" or \"web\"")]
    [InlineData("(s, c, ch, e) => s is HttpWebRequest r && r.RequestUri.Host == \"partner.example\"")]
    [InlineData("(s, c, ch, e) => { try { return ((X509Certificate2)c!).Verify() || ((X509Certificate2)c).NotBefore < DateTime.Now; } catch { return true; } }")]
    [InlineData("(s, c, ch, e) => Pins.TryGetValue(c!.Subject, out var known) && known != null")]
    [InlineData("(s, c, ch, e) => { var known = new List<X509Certificate2>().FirstOrDefault(k => k.Subject == c!.Subject); return known != null; }")]
    [InlineData("(s, c, ch, e) => { if (relaxed && e != SslPolicyErrors.None) return false; return true; }")]
    [InlineData("(s, c, ch, e) => c!.Equals(Root)")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || Equals(c, Root)")]
    [InlineData("(s, c, ch, e) => new X509Store(StoreName.TrustedPeople).Certificates.Contains((X509Certificate2)c!)")]
    [InlineData("(s, c, ch, e) => { using var own = new X509Chain(); own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust; own.ChainPolicy.CustomTrustStore.Add(ch!.ChainElements[^1].Certificate); return own.Build((X509Certificate2)c!); }")]
    [InlineData("(s, c, ch, e) => { ch!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust; Trust(ch.ChainPolicy, (X509Certificate2)c!); return ch.Build((X509Certificate2)c!); static void Trust(X509ChainPolicy policy, X509Certificate2 root) => policy.CustomTrustStore.Add(root); }")]
    public Task Rests_on_weak_evidence(string callback) => Verify.Finds<CertificateCallbacks>(Set("{|DIT0103:" + callback + "|}"));

    [Theory]
    [InlineData("null")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; Console.WriteLine(e); return false; }")]
    [InlineData("(s, c, ch, e) => throw new Exception()")]
    [InlineData("(s, c, ch, e) => { if (e != SslPolicyErrors.None) throw new Exception(); return true; }")]
    [InlineData("(s, c, ch, e) => c!.GetCertHashString(HashAlgorithmName.SHA256) == \"AABB\"")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || Pins.Contains(((X509Certificate2)c!).Thumbprint)")]
    [InlineData("(s, c, ch, e) => Pins.Any(p => string.Equals(p, c!.GetPublicKeyString(), StringComparison.OrdinalIgnoreCase))")]
    [InlineData("(s, c, ch, e) => { if (((X509Certificate2)c!).Thumbprint != \"AA\") return false; return true; }")]
    [InlineData("(s, c, ch, e) => c!.GetRawCertData().SequenceEqual(Root.RawData)")]
    [InlineData("(s, c, ch, e) => Convert.ToHexString(SHA256.HashData(c!.GetPublicKey())) == \"AA\"")]
    [InlineData("(s, c, ch, e) => { Span<byte> hash = stackalloc byte[32]; return ((X509Certificate2)c!).TryGetCertHash(HashAlgorithmName.SHA256, hash, out _) && hash.SequenceEqual(new byte[32]); }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; using var own = new X509Chain(); own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust; own.ChainPolicy.CustomTrustStore.Add(Root); return own.Build(new X509Certificate2(c!)); }")]
    [InlineData("(s, c, ch, e) => { ch!.ChainPolicy.CustomTrustStore.Add(Root); ch.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust; var valid = ch.Build((X509Certificate2)c!); if (!valid) Console.WriteLine(e); return valid; }")]
    [InlineData("(s, c, ch, e) => ch!.ChainElements.Cast<X509ChainElement>().Any(x => x.Certificate.Thumbprint == Root.Thumbprint)")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None && c!.Subject.Contains(\"api\")")]
    [InlineData("(s, c, ch, e) => ((X509Certificate2)c!).Verify()")]
    [InlineData("(s, c, ch, e) => env.IsDevelopment() || e == SslPolicyErrors.None")]
    [InlineData("(s, c, ch, e) => { if (env.IsDevelopment()) return true; return e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; return s is HttpWebRequest r && r.RequestUri.Host == \"localhost\"; }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; return s is HttpWebRequest r && r.RequestUri.IsLoopback; }")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; if (e != SslPolicyErrors.RemoteCertificateChainErrors) return false; foreach (var status in ch!.ChainStatus) if (status.Status != X509ChainStatusFlags.RevocationStatusUnknown) return false; return true; }")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || (e == SslPolicyErrors.RemoteCertificateChainErrors && ch!.ChainStatus.All(x => x.Status is X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation))")]
    [InlineData("(s, c, ch, e) => { bool ok = e == SslPolicyErrors.None; ok &= c is not null; return ok; }")]
    [InlineData("(s, c, ch, e) => (e, c) switch { (SslPolicyErrors.None, _) => true, _ => false }")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || (c as X509Certificate2)?.Thumbprint == Environment.MachineName")]
    [InlineData("(s, c, ch, e) => e.ToString() == \"None\"")]
    [InlineData("(s, c, ch, e) => { var result = false; if (e == SslPolicyErrors.None) result = true; else if (c!.GetCertHashString() == \"AA\") result = true; return result; }")]
    [InlineData("(s, c, ch, e) => { if (env.EnvironmentName == \"Development\") return true; return e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => { if (env.EnvironmentName is \"Development\") return true; return e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => s is HttpRequestMessage { RequestUri: { IsLoopback: true } } || e == SslPolicyErrors.None")]
    [InlineData("(s, c, ch, e) => { var problems = new List<string>(); if (e.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) problems.Add(\"name\"); if (e.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)) problems.Add(\"chain\"); return problems.Count == 0; }")]
    [InlineData("(s, c, ch, e) => { var text = new System.Text.StringBuilder(); if (e != SslPolicyErrors.None) text.Append(e); if (text.Length > 0) return false; return true; }")]
    [InlineData("(s, c, ch, e) => { var error = \"\"; if (e != SslPolicyErrors.None) error = \"TLS: \" + e; return string.IsNullOrEmpty(error); }")]
    [InlineData("(s, c, ch, e) => { var ok = true; foreach (var flag in Enum.GetValues<SslPolicyErrors>()) if (flag != SslPolicyErrors.None && e.HasFlag(flag)) ok = false; return ok; }")]
    [InlineData("(s, c, ch, e) => { if (e != SslPolicyErrors.None) Environment.FailFast(\"TLS\"); return true; }")]
    [InlineData("(s, c, ch, e) => e == SslPolicyErrors.None || new X509Store(StoreName.TrustedPeople).Certificates.Find(X509FindType.FindByThumbprint, ((X509Certificate2)c!).Thumbprint, false).Count > 0")]
    [InlineData("(s, c, ch, e) => { if (e == SslPolicyErrors.None) return true; return e == SslPolicyErrors.RemoteCertificateChainErrors && ch!.ChainStatus.Length == 1 && ch.ChainStatus[0].Status == X509ChainStatusFlags.RevocationStatusUnknown; }")]
    [InlineData("(s, c, ch, e) => { if (e != SslPolicyErrors.RemoteCertificateChainErrors) return e == SslPolicyErrors.None; foreach (var status in ch!.ChainStatus) { if (status.Status is X509ChainStatusFlags.NoError or X509ChainStatusFlags.OfflineRevocation) continue; return false; } return true; }")]
    [InlineData("(s, c, ch, e) => { using var own = new X509Chain(); _ = own.Build((X509Certificate2)c!); return own.ChainStatus.Length == 0; }")]
    [InlineData("(s, c, ch, e) => e.CompareTo(SslPolicyErrors.None) == 0")]
    [InlineData("(s, c, ch, e) => EqualityComparer<SslPolicyErrors>.Default.Equals(e, SslPolicyErrors.None)")]
    [InlineData("(s, c, ch, e) => !Enum.GetValues<SslPolicyErrors>().Any(flag => flag != SslPolicyErrors.None && e.HasFlag(flag))")]
    [InlineData("(s, c, ch, e) => { var ok = true; foreach (var flag in Enum.GetValues<SslPolicyErrors>()) if (flag != SslPolicyErrors.None && (e & flag) == flag) ok = false; return ok; }")]
    [InlineData("(s, c, ch, e) => { var count = 0; foreach (var flag in new[] { SslPolicyErrors.RemoteCertificateNotAvailable, SslPolicyErrors.RemoteCertificateNameMismatch, SslPolicyErrors.RemoteCertificateChainErrors }) if (e.HasFlag(flag)) count++; return count == 0; }")]
    [InlineData("(s, c, ch, e) => { Exception? failure = null; try { if (e != SslPolicyErrors.None) throw new Exception(e.ToString()); } catch (Exception x) { failure = x; } return failure is null; }")]
    public Task Is_sound(string callback) => Verify.Silent<CertificateCallbacks>(Set(callback));

    [Theory]
    [InlineData("static readonly RemoteCertificateValidationCallback Any = {|DIT0101:(s, c, ch, e) => true|}; void M(ClientWebSocket w) { w.Options.RemoteCertificateValidationCallback = Any; w.Options.RemoteCertificateValidationCallback = Any; }")]
    [InlineData("RemoteCertificateValidationCallback Any { get; } = {|DIT0101:(s, c, ch, e) => true|};")]
    [InlineData("RemoteCertificateValidationCallback Any => {|DIT0101:(s, c, ch, e) => true|};")]
    [InlineData("static RemoteCertificateValidationCallback Make() { return {|DIT0101:delegate { return true; }|}; } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = Make();")]
    [InlineData("static bool {|DIT0101:Any|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) { return true; } SslStream M(System.IO.Stream x) => new SslStream(x, false, Any); SslStream N(System.IO.Stream x) => new SslStream(x, false, new RemoteCertificateValidationCallback(Any));")]
    [InlineData("void M(ClientWebSocket w) { bool {|DIT0101:Any|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true; w.Options.RemoteCertificateValidationCallback = Any; w.Options.RemoteCertificateValidationCallback += Any; }")]
    [InlineData("Func<object, SslPolicyErrors, bool> f = {|DIT0101:(a, b) => true|};")]
    [InlineData("Func<object, SslPolicyErrors, Task<bool>> f = {|DIT0101:(a, b) => Task.FromResult(true)|};")]
    [InlineData("Func<object, SslPolicyErrors, Task<bool>> f = {|DIT0101:async (a, b) => { await Task.Yield(); return true; }|};")]
    [InlineData("Func<object, SslPolicyErrors, ValueTask<bool>> f = {|DIT0101:(a, b) => new ValueTask<bool>(true)|};")]
    [InlineData("delegate bool Own(string host, SslPolicyErrors errors); Own own = {|DIT0101:(h, e) => true|};")]
    [InlineData("HttpMessageHandler M() => new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => true|} } };")]
    [InlineData("HttpMessageHandler M() => new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => Yes()|} } }; static bool Yes() => true;")]
    [InlineData("HttpMessageHandler M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = {|DIT0101:HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|} };")]
    [InlineData("void M() { ServicePointManager.ServerCertificateValidationCallback += {|DIT0101:(s, c, ch, e) => true|}; }")]
    [InlineData("void M(ClientWebSocket w) { RemoteCertificateValidationCallback cb = {|DIT0101:(s, c, ch, e) => true|}; if (w.Options.Proxy is null) w.Options.RemoteCertificateValidationCallback ??= cb; }")]
    [InlineData("void M(bool x, ClientWebSocket w) { w.Options.RemoteCertificateValidationCallback = x ? {|DIT0101:(s, c, ch, e) => true|} : null; }")]
    [InlineData("bool relaxed; void M(ClientWebSocket w) { if (relaxed) w.Options.RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => true|}; }")]
    [InlineData("abstract class Base { public abstract bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e); public void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = Check; } class Any : Base { public override bool {|DIT0101:Check|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true; }")]
    [InlineData("interface ICheck { bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e); } class Any : ICheck { public bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true; } void M(ClientWebSocket w, ICheck check) => w.Options.RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => check.Check(s, c, ch, e)|};")]
    [InlineData("partial class P { private partial bool Check(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e); public RemoteCertificateValidationCallback M() => Check; } partial class P { private partial bool {|DIT0101:Check|}(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true; }")]
    [InlineData("class Settings { public bool SkipTls { get; set; } } void M(ClientWebSocket w, string[] a) { var settings = new Settings(); settings.SkipTls = true; w.Options.RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => settings.SkipTls || e == SslPolicyErrors.None|}; }")]
    [InlineData("class Settings { public bool SkipTls { get; set; } } void M(ClientWebSocket w, string[] a) { var settings = new Settings(); if (a.Length > 0) settings.SkipTls = true; w.Options.RemoteCertificateValidationCallback = {|DIT0103:(s, c, ch, e) => settings.SkipTls || e == SslPolicyErrors.None|}; }")]
    [InlineData("void M(HttpClientHandler h, Uri uri) { if (!uri.IsLoopback) h.ServerCertificateCustomValidationCallback = {|DIT0101:(m, c, ch, e) => true|}; }")]
    [InlineData("void M(HttpClientHandler h, Uri uri) { if (uri.Host is \"localhost\" or \"shop.example.com\") h.ServerCertificateCustomValidationCallback = {|DIT0101:(m, c, ch, e) => true|}; }")]
    [InlineData("void M(HttpClientHandler h, string path) { if (path == \"/\") h.ServerCertificateCustomValidationCallback = {|DIT0101:(m, c, ch, e) => true|}; }")]
    [InlineData("static void Log() { } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = {|DIT0101:(s, c, ch, e) => { if (e != SslPolicyErrors.None) Log(); return true; }|};")]
    [InlineData("static readonly HashSet<string> Known = new() { \"localhost\", \"shop.example.com\" }; void M(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = {|DIT0103:(m, c, ch, e) => e == SslPolicyErrors.None || Known.Contains(m.RequestUri!.Host)|};")]
    [InlineData("void M(List<RemoteCertificateValidationCallback> all) => all.Add({|DIT0101:(s, c, ch, e) => true|});")]
    [InlineData("static readonly HashSet<SslPolicyErrors> Tolerated = new() { SslPolicyErrors.None, SslPolicyErrors.RemoteCertificateNameMismatch }; void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = {|DIT0102:(s, c, ch, e) => Tolerated.Contains(e)|};")]
    [InlineData("class Settings { public bool SkipTls { get; set; } public bool Skips() => SkipTls; } void M(ClientWebSocket w, Settings settings) => w.Options.RemoteCertificateValidationCallback = {|DIT0103:(s, c, ch, e) => settings.Skips() || e == SslPolicyErrors.None|};")]
    [InlineData("class B { public virtual bool Check(X509Certificate? c, SslPolicyErrors e) => e == SslPolicyErrors.None; } class D : B { RemoteCertificateValidationCallback f = null!; public D() { f = {|DIT0103:(s, c, ch, e) => base.Check(c, e) || c!.Subject == \"CN=a\"|}; } public override bool Check(X509Certificate? c, SslPolicyErrors e) => e == SslPolicyErrors.None; }")]
    [InlineData("static readonly Func<X509Certificate?, bool> Named = c => c!.Subject == \"CN=a\"; RemoteCertificateValidationCallback f = {|DIT0103:(s, c, ch, e) => Named(c)|};")]
    public Task Reports_once_where_the_cause_stands(string members) => Verify.Finds<CertificateCallbacks>(InClient(members));

    [Theory]
    [InlineData("static bool Any(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true;")]
    [InlineData("Func<SslPolicyErrors, bool> isFatal = e => e != SslPolicyErrors.None;")]
    [InlineData("bool M(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback == HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;")]
    [InlineData("string M() => nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator);")]
    [InlineData("void M(ClientWebSocket w, IHostEnvironment env) { if (env.IsDevelopment()) w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => true; }")]
    [InlineData("void M(HttpClientHandler h, IHostEnvironment env) { if (env.IsDevelopment()) h.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; }")]
    [InlineData("static readonly RemoteCertificateValidationCallback Any = (s, c, ch, e) => true; void M(ClientWebSocket w, IHostEnvironment env) { if (env.IsDevelopment()) w.Options.RemoteCertificateValidationCallback = Any; }")]
    [InlineData("static bool Any(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => true; void M(ClientWebSocket w, IHostEnvironment env) { if (env.IsDevelopment()) w.Options.RemoteCertificateValidationCallback = Any; }")]
    [InlineData("void M(ClientWebSocket w, IHostEnvironment env) => w.Options.RemoteCertificateValidationCallback = env.IsDevelopment() ? (s, c, ch, e) => true : null;")]
    [InlineData("void M(SslServerAuthenticationOptions o) => o.RemoteCertificateValidationCallback = (s, c, ch, e) => e is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNotAvailable;")]
    [InlineData("void M() { var previous = ServicePointManager.ServerCertificateValidationCallback; ServicePointManager.ServerCertificateValidationCallback = (s, c, ch, e) => previous != null ? previous(s, c, ch, e) : e == SslPolicyErrors.None; }")]
    [InlineData("interface IPolicy { bool IsTrusted(X509Certificate? c); } void M(ClientWebSocket w, IPolicy policy) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => e == SslPolicyErrors.None || policy.IsTrusted(c);")]
    [InlineData("Func<SslPolicyErrors, X509Certificate, ValueTask<bool>> f = (e, c) => default;")]
    [InlineData("void M(ClientWebSocket w) { Func<string, bool> f = x => true; Func<object, int, bool> g = (a, b) => true; }")]
    [InlineData("int M(IEnumerable<SslPolicyErrors> seen) => seen.Count(x => x is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch);")]
    [InlineData("void M(List<SslPolicyErrors> seen) => seen.RemoveAll(_ => true);")]
    [InlineData("SslPolicyErrors[] M(SslPolicyErrors[] seen) => Array.FindAll(seen, _ => true);")]
    // What the program's own methods and objects say of the errors
    [InlineData("record Result(bool IsValid, string? Error); static Result Judge(SslPolicyErrors e) => e == SslPolicyErrors.None ? new Result(true, null) : new Result(false, e.ToString()); void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => Judge(e).IsValid;")]
    [InlineData("class Verdict { public bool Allowed { get; init; } } static Verdict Judge(SslPolicyErrors e) => e == SslPolicyErrors.None ? new Verdict { Allowed = true } : new Verdict(); void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => Judge(e).Allowed;")]
    [InlineData("static void Fail() => throw new Exception(); void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => { if (e != SslPolicyErrors.None) Fail(); return true; };")]
    [InlineData("static void Refuse(bool bad) { if (bad) throw new Exception(); } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => { Refuse(e != SslPolicyErrors.None); return true; };")]
    [InlineData("static bool? Judge(SslPolicyErrors e) => e == SslPolicyErrors.None ? true : null; void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => Judge(e) ?? false;")]
    [InlineData("static (bool Ok, string Why) Judge(SslPolicyErrors e) => (e == SslPolicyErrors.None, e.ToString()); void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => { var (ok, why) = Judge(e); if (!ok) Console.WriteLine(why); return ok; };")]
    [InlineData("static IEnumerable<string> Problems(SslPolicyErrors e) { if (e.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) yield return \"name\"; if (e.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)) yield return \"chain\"; } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => !Problems(e).Any();")]
    [InlineData("record Verdict(bool Allowed) { public static Verdict Yes => new(true); public static Verdict No => new(false); } Verdict Judge(SslPolicyErrors e) { if (e == SslPolicyErrors.None) return Verdict.Yes; return Verdict.No; } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => Judge(e).Allowed;")]
    [InlineData("class Context { public SslPolicyErrors Errors { get; set; } public bool Check() => Errors == SslPolicyErrors.None; } void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => new Context { Errors = e }.Check();")]
    [InlineData("readonly List<string> problems = []; void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => { problems.Clear(); if (e != SslPolicyErrors.None) problems.Add(\"TLS\"); return problems.Count == 0; };")]
    [InlineData("class State { public bool Valid { get; set; } } void M(ClientWebSocket w, State state) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => { state.Valid = false; if (e == SslPolicyErrors.None) state.Valid = true; return state.Valid; };")]
    [InlineData("static readonly SslPolicyErrors[] Accepted = [SslPolicyErrors.None]; void M(ClientWebSocket w) => w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => Accepted.Contains(e);")]
    // Flags that only development sets
    [InlineData("readonly bool trustAll; Client(IHostEnvironment env) { if (env.IsDevelopment()) trustAll = true; } void M(ClientWebSocket w) { if (trustAll) w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => true; }")]
    [InlineData("class Settings { public bool SkipTls { get; set; } } void M(ClientWebSocket w, IHostEnvironment env) { var settings = new Settings(); if (env.IsDevelopment()) { settings.SkipTls = true; } w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => settings.SkipTls || e == SslPolicyErrors.None; }")]
    [InlineData("class Settings { public bool SkipTls { get; set; } } void M(ClientWebSocket w, IHostEnvironment env) { var settings = env.IsDevelopment() ? new Settings { SkipTls = true } : new Settings(); w.Options.RemoteCertificateValidationCallback = (s, c, ch, e) => settings.SkipTls || e == SslPolicyErrors.None; }")]
    // Only this machine is asked
    [InlineData("static readonly HashSet<string> Local = new(StringComparer.OrdinalIgnoreCase) { \"localhost\", \"127.0.0.1\" }; void M(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None || Local.Contains(m.RequestUri!.Host);")]
    [InlineData("void M(HttpClientHandler h) { string[] local = [\"localhost\", \"::1\"]; h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None || local.Contains(m.RequestUri!.Host); }")]
    [InlineData("void M(HttpClientHandler h) => h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => e == SslPolicyErrors.None || m.RequestUri!.AbsoluteUri.StartsWith(\"https://localhost:\");")]
    [InlineData("void M(HttpClientHandler h, Uri uri) { if (uri.IsLoopback) h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true; }")]
    [InlineData("void M(HttpClientHandler h, Uri uri) { if (uri.Host is \"localhost\" or \"127.0.0.1\") h.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; }")]
    [InlineData("void M(HttpClientHandler h, string host) { var isLocal = host == \"localhost\" || host == \"::1\"; if (isLocal && host.Length > 0) h.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true; }")]
    [InlineData("HttpClientHandler M(string url) => url.StartsWith(\"https://localhost:\") ? new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, ch, e) => true } : new HttpClientHandler();")]
    [InlineData("static readonly Func<X509Certificate?, bool> Pinned = c => c!.GetCertHashString() == \"AA\"; RemoteCertificateValidationCallback f = (s, c, ch, e) => Pinned(c);")]
    [InlineData("class K { RemoteCertificateValidationCallback f = null!; public K(Func<X509Certificate?, bool> given) => f = (s, c, ch, e) => given(c); }")]
    public Task Is_silent(string members) => Verify.Silent<CertificateCallbacks>(InClient(members));

    internal static string InClient(string members) => Usings + "class Client { " + members + " }";

    [Fact]
    public Task Never_silent_on_a_long_body_that_always_accepts()
    {
        var branches = string.Concat(Enumerable.Range(0, 2000).Select(i => $"if (s.GetHashCode() == {i} && e == SslPolicyErrors.None || c!.Subject == \"{i}\") Console.WriteLine({i});\n"));
        return Verify.Finds<CertificateCallbacks>(Set("{|DIT0101:(s, c, ch, e) => {" + branches + " return true; }|}"));
    }

    /// <summary>And what the called method decides, the callback does not mend.</summary>
    [Theory]
    [InlineData("{|DIT0101:(s, c, ch, e) => { Decide(e, out var ok); return ok; }|}", "void Decide(SslPolicyErrors e, out bool ok) => ok = true;")]
    [InlineData("(s, c, ch, e) => { Decide(e, out var ok); return ok; }", "void Decide(SslPolicyErrors e, out bool ok) => ok = e == SslPolicyErrors.None;")]
    [InlineData("(s, c, ch, e) => { bool ok; Decide(e, out ok); return ok; }", "void Decide(SslPolicyErrors e, out bool ok) { if (e == SslPolicyErrors.None) { ok = true; return; } ok = false; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { bool ok; Decide(e, out ok); return ok; }|}", "void Decide(SslPolicyErrors e, out bool ok) { if (e == SslPolicyErrors.None) { ok = true; return; } ok = true; }")]
    [InlineData("(s, c, ch, e) => { var ok = true; Refuse(e, ref ok); return ok; }", "void Refuse(SslPolicyErrors e, ref bool ok) { if (e != SslPolicyErrors.None) ok = false; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var ok = true; Refuse(e, ref ok); return ok; }|}", "void Refuse(SslPolicyErrors e, ref bool ok) => Console.WriteLine(e);")]
    [InlineData("(s, c, ch, e) => { _ = Error(e, out var text, out _); return text is null; }", "bool Error(SslPolicyErrors e, out string? text, out int code) { code = 1; text = e == SslPolicyErrors.None ? null : e.ToString(); return text != null; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { Error(e, out var text); return text == null; }|}", "void Error(SslPolicyErrors e, out string? text) { text = null; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { Error(e, out var text); Console.WriteLine(text); return true; }|}", "void Error(SslPolicyErrors e, out string? text) => text = e.ToString();")]
    [InlineData("(s, c, ch, e) => { Pinned(c, out var same); return same; }", "void Pinned(X509Certificate? c, out bool same) => same = c!.GetCertHashString() == \"AA\";")]
    [InlineData("(s, c, ch, e) => { validator.Check(c, e, out var ok); return ok; }", "IValidator validator = null!; interface IValidator { void Check(X509Certificate? c, SslPolicyErrors e, out bool ok); }")]
    [InlineData("(s, c, ch, e) => { var ok = false; validator.Check(c, ref ok); return ok; }", "IValidator validator = null!; interface IValidator { void Check(X509Certificate? c, ref bool ok); }")]
    [InlineData("(s, c, ch, e) => { validator.Check(c, e, out var text); return text is null; }", "IValidator validator = null!; interface IValidator { void Check(X509Certificate? c, SslPolicyErrors e, out string? text); }")]
    public Task What_a_called_method_tells_its_parameters_is_known(string callback, string member) =>
        Verify.Finds<CertificateCallbacks>(InClient($"void Set(ClientWebSocket socket) => socket.Options.RemoteCertificateValidationCallback = {callback}; {member}"));

    [Theory]
    [InlineData("{|DIT0101:(s, c, ch, e) => Check(e).Ok|}", "Result Check(SslPolicyErrors e) => new(true, null);")]
    [InlineData("{|DIT0101:(s, c, ch, e) => Check(e) is { Ok: true }|}", "Result Check(SslPolicyErrors e) => new(true, null);")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var (ok, why) = Check(e); return ok; }|}", "Result Check(SslPolicyErrors e) => new(true, null);")]
    [InlineData("{|DIT0101:(s, c, ch, e) => new Result(Ok: true, null).Ok|}", "")]
    [InlineData("(s, c, ch, e) => (new Result(true, null) with { Ok = e == SslPolicyErrors.None }).Ok", "")]
    [InlineData("(s, c, ch, e) => { var v = new Verdict(true); v.Accepted = e == SslPolicyErrors.None; return v.Accepted; }", "")]
    [InlineData("{|DIT0103:(s, c, ch, e) => Check(c).Ok|}", "(bool Ok, string Why) Check(X509Certificate? c) { if (c!.Subject != \"CN=x\") return (false, \"no\"); return (true, \"\"); }")]
    [InlineData("(s, c, ch, e) => Check(c).Ok", "(bool Ok, string Why) Check(X509Certificate? c) { if (c!.GetCertHashString() != \"AA\") return (false, \"no\"); return (true, \"\"); }")]
    [InlineData("(s, c, ch, e) => Check(c).Ok", "Result Check(X509Certificate? c) { if (c!.GetCertHashString() == \"AA\") return new Result(true, null); return new(false, \"no\"); }")]
    [InlineData("(s, c, ch, e) => Check(c) is (true, _)", "Result Check(X509Certificate? c) { if (c!.GetCertHashString() == \"AA\") return new Result(true, null); return new(false, \"no\"); }")]
    [InlineData("(s, c, ch, e) => { var r = Check(e); if (!r.Ok) Console.WriteLine(r.Why); return r.Ok; }", "Result Check(SslPolicyErrors e) => new(e == SslPolicyErrors.None, e.ToString());")]
    [InlineData("(s, c, ch, e) => new Verdict(e == SslPolicyErrors.None).Accepted", "")]
    [InlineData("(s, c, ch, e) => (new Verdict(true) with { Accepted = e == SslPolicyErrors.None }).Accepted", "")]
    [InlineData("(s, c, ch, e) => new Judged(c).Ok", "record Judged(X509Certificate? Certificate) { public bool Ok => Certificate!.GetCertHashString() == \"AA\"; }")]
    [InlineData("(s, c, ch, e) => new Changed(e != SslPolicyErrors.None).Ok", "record Changed(bool Ok) { public bool Ok { get; init; } = !Ok; }")]
    [InlineData("(s, c, ch, e) => { var v = new Verdict(true); v = v with { Accepted = e == SslPolicyErrors.None }; return v.Accepted; }", "")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var v = new Verdict(true); var other = v with { Accepted = e == SslPolicyErrors.None }; return v.Accepted; }|}", "")]
    [InlineData("{|DIT0101:(s, c, ch, e) => new Verdict(true).Accepted|}", "")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var (ok, why) = Ask(e); return ok; }|}", "Asked Ask(SslPolicyErrors e) => new(true, e.ToString()); readonly record struct Asked(bool Ok, string Why);")]
    public Task What_a_tuple_or_record_is_made_of_is_known(string callback, string member) => Verify.Finds<CertificateCallbacks>(InClient(
        $"void Set(ClientWebSocket socket) => socket.Options.RemoteCertificateValidationCallback = {callback}; record Result(bool Ok, string? Why); record struct Verdict(bool Accepted); {member}"));

    [Theory]
    [InlineData("{|DIT0101:(s, c, ch, e) => new Given { Ok = true }.Ok|}", "class Given { public bool Ok { get; init; } }")]
    [InlineData("(s, c, ch, e) => new Given { Ok = e == SslPolicyErrors.None }.Ok", "class Given { public bool Ok { get; init; } }")]
    [InlineData("(s, c, ch, e) => { var r = new Given(e); return r.Ok; }", "class Given(SslPolicyErrors e) { public bool Ok => e == SslPolicyErrors.None; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var r = new Given(e); return r.Ok; }|}", "class Given(SslPolicyErrors e) { public bool Ok => e >= 0; }")]
    [InlineData("(s, c, ch, e) => new Given(e).Ok", "class Given { public Given(SslPolicyErrors e) { if (e == SslPolicyErrors.None) Ok = true; } public bool Ok { get; } }")]
    [InlineData("{|DIT0102:(s, c, ch, e) => new Given(e).Ok|}", "class Given { public Given(SslPolicyErrors e) { if (e is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch) Ok = true; } public bool Ok { get; } }")]
    [InlineData("(s, c, ch, e) => !new Given(e).Failed", "class Given { private readonly SslPolicyErrors e; public Given(SslPolicyErrors e) => this.e = e; public bool Failed => e != SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => (e == SslPolicyErrors.None ? Given.Yes() : Given.No()).Ok", "class Given { public bool Ok { get; private set; } public static Given Yes() => new() { Ok = true }; public static Given No() => new() { Ok = false }; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => { var (a, b) = (new Given(true), new Given(e == SslPolicyErrors.None)); return a.Ok; }|}", "class Given { public Given(bool ok) { Ok = ok; } public bool Ok { get; } }")]
    [InlineData("(s, c, ch, e) => { var r = new Given(true); r.Set(e); return r.Ok; }", "class Given { public Given(bool ok) { Ok = ok; } public bool Ok { get; private set; } public void Set(SslPolicyErrors e) => Ok = e == SslPolicyErrors.None; }")]
    [InlineData("(s, c, ch, e) => new Given(e == SslPolicyErrors.None)", "readonly struct Given { private readonly bool ok; public Given(bool ok) => this.ok = ok; public static implicit operator bool(Given given) => given.ok; }")]
    [InlineData("{|DIT0101:(s, c, ch, e) => new Given<bool>(true).Value|}", "class Given<T> { public Given(T value) { Value = value; } public T Value { get; } }")]
    [InlineData("(s, c, ch, e) => new Given(e, c).Ok", "class Given(SslPolicyErrors e, X509Certificate? c) { public bool Ok => e == SslPolicyErrors.None || c!.GetCertHashString() == \"AA\"; }")]
    public Task What_an_object_is_made_of_is_known(string callback, string member) =>
        Verify.Finds<CertificateCallbacks>(InClient($"void Set(ClientWebSocket socket) => socket.Options.RemoteCertificateValidationCallback = {callback}; {member}"));

    [Theory]
    [InlineData("{|DIT0102:(s, c, ch, e) => Enum.IsDefined(typeof(SslPolicyErrors), e)|}")]
    [InlineData("(s, c, ch, e) => Enum.IsDefined(typeof(SslPolicyErrors), e) && e == SslPolicyErrors.None")]
    public Task Which_errors_have_a_name_is_known(string callback) =>
        Verify.Finds<CertificateCallbacks>(InClient($"void Set(ClientWebSocket socket) => socket.Options.RemoteCertificateValidationCallback = {callback};"));

    [Fact]
    public Task What_a_called_method_tells_the_argument_rests_on_what_it_has_asked() => Verify.OffersNoFix<CertificateCallbacks, WeakEvidenceFix>("""
        using System;

        namespace FluentFTP
        {
            public class FtpSslValidationEventArgs : EventArgs
            {
                public System.Net.Security.SslPolicyErrors PolicyErrors { get; set; }

                public bool Accept { get; set; }
            }

            public class FtpClient
            {
                public event EventHandler<FtpSslValidationEventArgs>? ValidateCertificate;

                public bool AcceptAny { get; set; } = Environment.GetCommandLineArgs().Length > 5;

                void Connect(FtpClient other)
                {
                    other.ValidateCertificate += Ask;
                    other.ValidateCertificate += Forward;
                }

                void {|DIT0103:Ask|}(object? sender, FtpSslValidationEventArgs e) => Decide(e);

                void Forward(object? sender, FtpSslValidationEventArgs e) => ValidateCertificate?.Invoke(this, e);

                void Decide(FtpSslValidationEventArgs e)
                {
                    if (AcceptAny)
                    {
                        e.Accept = true;
                        return;
                    }

                    ValidateCertificate?.Invoke(this, e);
                }
            }
        }
        """);
}
