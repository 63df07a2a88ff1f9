using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0201: what enables an obsolete version, in every way to write it.</summary>
public sealed class ObsoleteVersionTests
{
    private const string Usings = """
        #pragma warning disable CS0618, CS0612, CS0219, CS0414, CS0169, CS0649, CS8321, CS8602, CS8604, CS8600, CS8618, SYSLIB0014, SYSLIB0039, CA1416
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private static Task Finds(string code) => Verify.Finds<ProtocolVersionFamily>(Usings + code);

    [Theory]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.[|Tls|] };")]
    [InlineData("var h = new HttpClientHandler(); h.SslProtocols = SslProtocols.[|Tls11|];")]
    [InlineData("var h = new HttpClientHandler(); h.SslProtocols |= SslProtocols.[|Tls11|];")]
    [InlineData("var h = new HttpClientHandler(); h.SslProtocols = SslProtocols.[|Default|];")]
    [InlineData("var h = new HttpClientHandler(); h.SslProtocols = SslProtocols.[|Ssl2|] | SslProtocols.[|Ssl3|] | SslProtocols.Tls12;")]
    [InlineData("ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Ssl3|] | SecurityProtocolType.[|Tls|] | SecurityProtocolType.[|Tls11|] | SecurityProtocolType.Tls12;")]
    [InlineData("ServicePointManager.SecurityProtocol |= SecurityProtocolType.[|Tls|];")]
    [InlineData("ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol | SecurityProtocolType.[|Tls|];")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)192|];")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)0x300|] | (SecurityProtocolType)3072;")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(768 | 3072)|];")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)4032|];")]
    [InlineData("const int Old = 192; ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)Old|];")]
    [InlineData("int old = 192; ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)old|];")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)SslProtocols.[|Tls|];")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler(); if (!b.Environment.IsDevelopment()) h.SslProtocols = SslProtocols.[|Tls|];")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler { SslProtocols = b.Environment.IsDevelopment() ? SslProtocols.None : SslProtocols.[|Tls|] };")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)(int)SslProtocols.[|Tls|];")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)((int)SslProtocols.[|Tls|] | 3072);")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)Enum.Parse(typeof(SecurityProtocolType), [|\"Tls11\"|]);")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|\"tls11\"|], true);")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"[|Tls|], [|Tls11|], Tls12\");")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|\"192\"|]);")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)[|Enum.ToObject(typeof(SecurityProtocolType), 192)|];")]
    [InlineData("foreach (var name in new[] { [|\"Tls\"|], [|\"Tls11\"|], \"Tls12\" }) ServicePointManager.SecurityProtocol |= Enum.Parse<SecurityProtocolType>(name);")]
    [InlineData("if (Enum.TryParse<SslProtocols>([|\"Tls\"|], out var p)) new HttpClientHandler().SslProtocols = p;")]
    [InlineData("if (Enum.TryParse([|\"Tls\"|], out SslProtocols p)) new HttpClientHandler().SslProtocols = p;")]
    [InlineData("ServicePointManager.SecurityProtocol ^= SecurityProtocolType.[|Tls11|];")]
    [InlineData("var p = SslProtocols.Tls12; p ^= SslProtocols.[|Tls11|]; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|\"Tls11\"|].AsSpan());")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|nameof(SecurityProtocolType.Tls11)|]);")]
    [InlineData("const string Name = [|\"Tls\"|]; ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(Name);")]
    [InlineData("var t = (Version: SecurityProtocolType.[|Tls|], Port: 443); ServicePointManager.SecurityProtocol = t.Version;")]
    [InlineData("typeof(ServicePointManager).GetProperty(\"SecurityProtocol\")!.SetValue(null, SecurityProtocolType.[|Tls|]);")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(args.Length > 0 ? 192 : 3072)|];")]
    [InlineData("var h = new HttpClientHandler(); h.SslProtocols = Enum.Parse<SslProtocols>(Environment.GetEnvironmentVariable(\"TLS\") ?? [|\"Tls11\"|]);")]
    [InlineData("var p = SslProtocols.[|Tls|]; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var p = SslProtocols.Tls12; p |= SslProtocols.[|Tls11|]; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("SslProtocols p; p = SslProtocols.[|Tls|]; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("SslProtocols? p = null; p ??= SslProtocols.[|Tls|]; var h = new HttpClientHandler { SslProtocols = p.Value };")]
    [InlineData("SslProtocols? p = null; var h = new HttpClientHandler { SslProtocols = p ?? SslProtocols.[|Tls|] };")]
    [InlineData("SslProtocols? p = null; var h = new HttpClientHandler { SslProtocols = p.GetValueOrDefault(SslProtocols.[|Tls|]) };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = args.Length > 0 ? SslProtocols.[|Tls|] : SslProtocols.Tls12 };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = args.Length switch { 0 => SslProtocols.None, 1 => SslProtocols.[|Tls11|], _ => SslProtocols.Tls12 } };")]
    [InlineData("(int n, SslProtocols p) = (1, SslProtocols.[|Tls|]); var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var h = new HttpClientHandler(); (h.MaxConnectionsPerServer, h.SslProtocols) = (4, SslProtocols.[|Tls|]);")]
    [InlineData("foreach (var p in new[] { SecurityProtocolType.[|Tls|], SecurityProtocolType.Tls12 }) ServicePointManager.SecurityProtocol |= p;")]
    [InlineData("var all = new List<SecurityProtocolType> { SecurityProtocolType.[|Tls11|], SecurityProtocolType.Tls12 }; foreach (var p in all) { ServicePointManager.SecurityProtocol |= p; }")]
    [InlineData("List<SecurityProtocolType> all = [SecurityProtocolType.[|Tls11|], SecurityProtocolType.Tls12]; foreach (var p in all) { ServicePointManager.SecurityProtocol |= p; }")]
    [InlineData("var all = new List<SslProtocols>(); all.Add(SslProtocols.[|Tls11|]); new HttpClientHandler().SslProtocols = all.Aggregate((a, b) => a | b);")]
    [InlineData("var all = new[] { SslProtocols.[|Tls11|], SslProtocols.Tls12 }; var h = new HttpClientHandler(); Array.ForEach(all, p => h.SslProtocols |= p);")]
    [InlineData("var all = new[] { SslProtocols.[|Tls11|], SslProtocols.Tls12 }; var h = new HttpClientHandler(); all.ToList().ForEach(p => h.SslProtocols |= p);")]
    [InlineData("var all = new[] { SslProtocols.[|Tls11|], SslProtocols.Tls12 }; var h = new HttpClientHandler(); for (var i = 0; i < all.Length; i++) h.SslProtocols |= all[i];")]
    [InlineData("var map = new Dictionary<string, SslProtocols> { { \"old\", SslProtocols.[|Tls|] }, { \"mid\", SslProtocols.[|Tls11|] } }; var h = new HttpClientHandler { SslProtocols = map[args[0]] };")]
    [InlineData("var map = new Dictionary<string, SslProtocols> { [\"old\"] = SslProtocols.[|Tls|] }; if (map.TryGetValue(args[0], out var p)) new HttpClientHandler().SslProtocols = p;")]
    [InlineData("var s = new SslStream(Stream.Null); s.AuthenticateAsClient(\"h\", null, SslProtocols.[|Tls|], true);")]
    [InlineData("var s = new SslStream(Stream.Null); s.AuthenticateAsClient(\"h\", null, enabledSslProtocols: SslProtocols.[|Tls|], checkCertificateRevocation: true);")]
    [InlineData("var o = new SslServerAuthenticationOptions { EnabledSslProtocols = SslProtocols.[|Tls11|] | SslProtocols.Tls12 };")]
    [InlineData("var o = new SocketsHttpHandler { SslOptions = { EnabledSslProtocols = SslProtocols.[|Tls11|] } };")]
    [InlineData("var b = WebApplication.CreateBuilder(args); b.WebHost.ConfigureKestrel(k => k.ConfigureHttpsDefaults(h => h.SslProtocols = SslProtocols.[|Tls|]));")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler { SslProtocols = b.Configuration.GetValue(\"Tls\", SslProtocols.[|Tls|]) };")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler { SslProtocols = b.Configuration.GetValue<SslProtocols>(\"Tls\", SslProtocols.[|Tls|]) };")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler { SslProtocols = b.Configuration.GetValue<SslProtocols?>(\"Tls\") ?? SslProtocols.[|Tls|] };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = Choose(SslProtocols.[|Tls|]) }; static SslProtocols Choose(SslProtocols p) => p;")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = Choose() }; static SslProtocols Choose() { return SslProtocols.[|Tls|]; }")]
    [InlineData("Func<SslProtocols> f = () => SslProtocols.[|Tls|]; var h = new HttpClientHandler { SslProtocols = f() };")]
    [InlineData("var f = new Lazy<SslProtocols>(() => SslProtocols.[|Tls|]); var h = new HttpClientHandler { SslProtocols = f.Value };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = await Task.FromResult(SslProtocols.[|Tls|]) };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = (SslProtocols.Tls12 | SslProtocols.[|Tls11|] | SslProtocols.Ssl3) & ~SslProtocols.Ssl3 };")]
    [InlineData("var p = SslProtocols.[|Tls|] | SslProtocols.Tls11 | SslProtocols.Tls12; p &= ~SslProtocols.Tls11; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("Use(SslProtocols.[|Tls|]); void Use(SslProtocols p) { var h = new HttpClientHandler { SslProtocols = p }; }")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = System.Security.Authentication.SslProtocols.[|Tls|] };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = checked((SslProtocols.[|Tls|])) };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.None }; if (args.Length == 0) { h.SslProtocols = SslProtocols.[|Tls|]; }")]
    public Task Enabled(string statements) => Finds(statements);

    [Theory]
    [InlineData("class C { private SslProtocols p = SslProtocols.[|Tls|]; HttpClientHandler H() => new() { SslProtocols = p }; }")]
    [InlineData("class C { private const SslProtocols P = SslProtocols.[|Tls|] | SslProtocols.Tls12; HttpClientHandler H() => new() { SslProtocols = P }; }")]
    [InlineData("static class P { public const SslProtocols Old = SslProtocols.[|Tls|]; } class C { HttpClientHandler H() => new() { SslProtocols = P.Old }; }")]
    [InlineData("static class P { public static readonly SslProtocols[] All = { SslProtocols.[|Tls|], SslProtocols.Tls12 }; } class C { void M(HttpClientHandler h) { foreach (var p in P.All) h.SslProtocols |= p; } }")]
    [InlineData("class Options { public SslProtocols Protocols { get; set; } = SslProtocols.[|Tls|]; }")]
    [InlineData("class Options { public SslProtocols Protocols => SslProtocols.[|Tls|]; }")]
    [InlineData("class Options { public SslProtocols Protocols { get { return SslProtocols.[|Tls|]; } } }")]
    [InlineData("class Options { public SslProtocols Protocols { get; } public Options() { Protocols = SslProtocols.[|Tls|]; } }")]
    [InlineData("class C { void M(SslProtocols p = SslProtocols.[|Tls|]) { } }")]
    [InlineData("class C { void M(HttpClientHandler h, SslProtocols p = SslProtocols.[|Tls|]) => h.SslProtocols = p; }")]
    [InlineData("interface I { void M(SslProtocols p = SslProtocols.[|Tls|]); }")]
    [InlineData("record Options(SslProtocols Protocols = SslProtocols.[|Tls|]);")]
    [InlineData("record Options(SslProtocols Protocols); class C { Options o = new(SslProtocols.[|Tls|]); HttpClientHandler H() => new() { SslProtocols = o.Protocols }; }")]
    [InlineData("record Options { public SslProtocols Protocols { get; init; } } class C { Options M(Options o) => o with { Protocols = SslProtocols.[|Tls|] }; }")]
    [InlineData("class C { C(SslProtocols p) { this.p = p; } readonly SslProtocols p; static C Make() => new C(SslProtocols.[|Tls11|]); HttpClientHandler H() => new() { SslProtocols = p }; }")]
    [InlineData("class C(SslProtocols p) { static C Make() => new C(SslProtocols.[|Tls11|]); HttpClientHandler H() => new() { SslProtocols = p }; }")]
    [InlineData("static class E { public static HttpClientHandler With(this HttpClientHandler h, SslProtocols p) { h.SslProtocols = p; return h; } } class C { object M() => new HttpClientHandler().With(SslProtocols.[|Tls|]); }")]
    [InlineData("class C { IEnumerable<SslProtocols> All() { yield return SslProtocols.[|Tls|]; yield return SslProtocols.Tls12; } }")]
    [InlineData("class C { bool TryGet(out SslProtocols p) { p = SslProtocols.[|Tls|]; return true; } }")]
    [InlineData("class C { static void Read(string s, out SslProtocols p) => p = s == \"old\" ? SslProtocols.[|Tls|] : SslProtocols.None; HttpClientHandler H(string s) { Read(s, out var p); return new() { SslProtocols = p }; } }")]
    [InlineData("class C { static void Add(ref SslProtocols p) { p |= SslProtocols.[|Tls11|]; } HttpClientHandler H() { var p = SslProtocols.Tls12; Add(ref p); return new() { SslProtocols = p }; } }")]
    [InlineData("class C { static void Add(HttpClientHandler h, ref SslProtocols p) { p |= SslProtocols.[|Tls11|]; h.SslProtocols = p; } static void M(SslProtocols p) => Add(new(), ref p); }")]
    [InlineData("class C { SslProtocols Parse(string s) { switch (s) { case \"1.0\": return SslProtocols.[|Tls|]; default: return SslProtocols.Tls12; } } }")]
    [InlineData("partial class C { private SslProtocols p; } partial class C { void A() => p = SslProtocols.[|Tls|]; } partial class C { HttpClientHandler H() => new() { SslProtocols = p }; }")]
    [InlineData("class S : SslServerAuthenticationOptions { public S() { EnabledSslProtocols = SslProtocols.[|Tls|]; } }")]
    [InlineData("class C { private SslProtocols p; public SslProtocols P { get => p; set => Set(ref p, value); } void Set<T>(ref T field, T value) { field = value; } void Old() { Set(ref p, SslProtocols.[|Tls|]); P = SslProtocols.[|Tls11|]; } }")]
    [InlineData("class C { void M(HttpClientHandler h) { var all = SslProtocols.Tls12; try { all |= SslProtocols.[|Tls11|]; } finally { h.SslProtocols = all; } } }")]
    [InlineData("class C { SslProtocols p; public C Use(SslProtocols value) { p |= value; return this; } HttpClientHandler H() => new C().Use(SslProtocols.Tls12).Use(SslProtocols.[|Tls|]).Make(); HttpClientHandler Make() => new() { SslProtocols = p }; }")]
    [InlineData("class C { static SslProtocols Parse(string s) => s == \"old\" ? SslProtocols.[|Tls|] : throw new ArgumentException(s); HttpClientHandler H(string s) => new() { SslProtocols = Parse(s) }; }")]
    [InlineData("class C { static void All(params SslProtocols[] all) { foreach (var p in all) new HttpClientHandler().SslProtocols |= p; } static void M() => All(SslProtocols.Tls12, SslProtocols.[|Tls11|]); }")]
    [InlineData("class C { readonly Dictionary<string, SslProtocols> map = new() { [\"1.0\"] = SslProtocols.[|Tls|] }; HttpClientHandler H(string s) => new() { SslProtocols = map[s] }; }")]
    [InlineData("abstract class B { protected abstract SslProtocols Protocols { get; } } class D : B { protected override SslProtocols Protocols => SslProtocols.[|Tls|]; }")]
    public Task Enabled_by_declarations(string declarations) => Finds(declarations);

    [Fact]
    public Task Named_through_using_static_and_alias() => Verify.Finds<ProtocolVersionFamily>("""
        #pragma warning disable SYSLIB0039
        using System.Net.Http;
        using static System.Security.Authentication.SslProtocols;
        using P = System.Security.Authentication.SslProtocols;

        class C
        {
            HttpClientHandler A() => new() { SslProtocols = [|Tls|] | Tls12 };
            HttpClientHandler B() => new() { SslProtocols = P.[|Tls11|] | [|(P)192|] };
        }
        """);

    [Theory]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol == SslProtocols.Tls) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol is SslProtocols.Tls or SslProtocols.Tls11) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol < SslProtocols.Tls12 && s.SslProtocol != SslProtocols.Ssl2) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s is { SslProtocol: SslProtocols.Tls }) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); switch (s.SslProtocol) { case SslProtocols.Tls: case SslProtocols.Tls11: throw new IOException(); }")]
    [InlineData("var s = new SslStream(Stream.Null); var name = s.SslProtocol switch { SslProtocols.Tls => \"TLS 1.0\", SslProtocols.Tls11 => \"TLS 1.1\", _ => \"newer\" };")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol.HasFlag(SslProtocols.Tls)) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol.Equals(SslProtocols.Tls) || SslProtocols.Tls.Equals(s.SslProtocol)) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if ((s.SslProtocol & (SslProtocols.Tls | SslProtocols.Tls11)) != 0) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (new[] { SslProtocols.Tls, SslProtocols.Tls11 }.Contains(s.SslProtocol)) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol == (SslProtocols)192) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol == Enum.Parse<SslProtocols>(\"Tls\")) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (Enum.TryParse(\"Tls\", out SslProtocols old) && s.SslProtocol == old) throw new IOException();")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler(); if (b.Environment.IsDevelopment()) h.SslProtocols = SslProtocols.Tls;")]
    [InlineData("var b = WebApplication.CreateBuilder(args); var h = new HttpClientHandler { SslProtocols = b.Environment.IsDevelopment() ? SslProtocols.Tls : SslProtocols.None };")]
    [InlineData("ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Tls11;")]
    [InlineData("var p = SslProtocols.Tls11 | SslProtocols.Tls12; p ^= SslProtocols.Tls11; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("if ((ServicePointManager.SecurityProtocol & SecurityProtocolType.Tls) != 0) ServicePointManager.SecurityProtocol ^= SecurityProtocolType.Tls;")]
    [InlineData("var t = (Old: SecurityProtocolType.Tls, New: SecurityProtocolType.Tls12); ServicePointManager.SecurityProtocol = t.New;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)(args.Length > 0 ? 12288 : 3072);")]
    [InlineData("ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Tls | SecurityProtocolType.Tls11);")]
    [InlineData("ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol & ~SecurityProtocolType.Ssl3;")]
    [InlineData("ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol & ~(SecurityProtocolType)192;")]
    [InlineData("ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)15360;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)(768 << 2);")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"Tls12\");")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"3072\");")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.None };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };")]
    [InlineData("var h = new HttpClientHandler { SslProtocols = (SslProtocols.Tls11 | SslProtocols.Tls12) & ~SslProtocols.Tls11 };")]
    [InlineData("var p = SslProtocols.Tls11 | SslProtocols.Tls12; p &= ~SslProtocols.Tls11; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var p = SslProtocols.Tls11 | SslProtocols.Tls12; p = p & ~SslProtocols.Tls11; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var p = SslProtocols.Tls11; p = SslProtocols.Tls12; var h = new HttpClientHandler { SslProtocols = p };")]
    [InlineData("var weak = SslProtocols.Tls | SslProtocols.Tls11; var h = new HttpClientHandler(); h.SslProtocols &= ~weak;")]
    [InlineData("const SslProtocols Weak = SslProtocols.Tls | SslProtocols.Tls11; var h = new HttpClientHandler(); if ((h.SslProtocols & Weak) != 0) throw new IOException();")]
    [InlineData("Console.WriteLine(nameof(SslProtocols.Tls)); Console.WriteLine(SslProtocols.Tls); Console.WriteLine($\"no {SslProtocols.Tls11}\"); Console.WriteLine(\"{0}\", SslProtocols.Tls); Console.WriteLine(SslProtocols.Tls.ToString());")]
    [InlineData("var names = new Dictionary<SslProtocols, string> { [SslProtocols.Tls] = \"TLS 1.0\" }; var more = new Dictionary<SslProtocols, string> { { SslProtocols.Tls11, \"TLS 1.1\" } }; Console.WriteLine(names[SslProtocols.Tls]);")]
    [InlineData("var names = new[] { (SslProtocols.Tls, \"TLS 1.0\"), (SslProtocols.Tls11, \"TLS 1.1\") }; foreach (var (p, n) in names) Console.WriteLine(n);")]
    [InlineData("var forbidden = new HashSet<SslProtocols> { SslProtocols.Tls, SslProtocols.Tls11 }; var s = new SslStream(Stream.Null); if (forbidden.Contains(s.SslProtocol)) throw new IOException();")]
    [InlineData("foreach (var p in new[] { SslProtocols.Tls, SslProtocols.Tls12 }) Console.WriteLine(p);")]
    [InlineData("foreach (var p in Enum.GetValues<SslProtocols>()) Console.WriteLine(p); Console.WriteLine(Enum.GetName(SslProtocols.Tls)); Console.WriteLine(Enum.IsDefined(typeof(SslProtocols), SslProtocols.Tls));")]
    [InlineData("Console.WriteLine(IsOld(SslProtocols.Tls)); static bool IsOld(SslProtocols p) => p == SslProtocols.Tls || p == SslProtocols.Tls11;")]
    [InlineData("Console.WriteLine(Text(SslProtocols.Tls)); static string Text(SslProtocols p) { return p.ToString(); }")]
    [InlineData("var old = SslProtocols.Tls; var s = new SslStream(Stream.Null); if (s.SslProtocol == old) throw new IOException();")]
    [InlineData("var s = new SslStream(Stream.Null); if (s.SslProtocol == Old()) throw new IOException(); static SslProtocols Old() => SslProtocols.Tls;")]
    [InlineData("var counts = new Dictionary<SslProtocols, int>(); counts[SslProtocols.Tls]++; counts.TryAdd(SslProtocols.Tls11, 0); counts.Remove(SslProtocols.Tls);")]
    [InlineData("var all = new List<SslProtocols> { SslProtocols.Tls12 }; all.Remove(SslProtocols.Tls); var h = new HttpClientHandler { SslProtocols = all[0] };")]
    [InlineData("var all = new[] { SslProtocols.Tls12, SslProtocols.Tls13 }; var h = new HttpClientHandler { SslProtocols = all.Except(new[] { SslProtocols.Tls, SslProtocols.Tls11 }).First() };")]
    [InlineData("var all = Enum.GetValues<SslProtocols>().Where(p => p != SslProtocols.Tls && p > SslProtocols.Tls11); Console.WriteLine(string.Join(\",\", all));")]
    [InlineData("var b = WebApplication.CreateBuilder(args); if (b.Environment.EnvironmentName == \"x\") b.Services.AddSingleton(new object()); Console.WriteLine(new { Lowest = SslProtocols.Tls });")]
    [InlineData("System.Diagnostics.Debug.Assert(new HttpClientHandler().SslProtocols != SslProtocols.Tls); ArgumentOutOfRangeException.ThrowIfEqual(new HttpClientHandler().SslProtocols, SslProtocols.Tls);")]
    public Task Mentioned_only(string statements) => Finds(statements);

    [Theory]
    [InlineData("class C { /// <summary><see cref=\"SslProtocols.Tls\"/></summary>\n [System.ComponentModel.DefaultValue(SslProtocols.Tls)] public SslProtocols P { get; set; } }")]
    [InlineData("sealed class SpeaksAttribute(SslProtocols version) : Attribute { public SslProtocols Version => version; } class C { [Speaks(SslProtocols.Tls11)] public void OldHandshake() { } [Speaks((SslProtocols)192)] public void Other() { } }")]
    [InlineData("class C { private SslProtocols negotiated = SslProtocols.Tls; public SslProtocols NegotiatedProtocol { get; set; } = SslProtocols.Tls11; void M(SslStream s) => Console.WriteLine(negotiated == s.SslProtocol); }")]
    [InlineData("static class Text { public static readonly IReadOnlyDictionary<SslProtocols, string> Names = new[] { SslProtocols.Tls, SslProtocols.Tls11 }.ToDictionary(p => p, p => p.ToString()); }")]
    [InlineData("static class Text { public static readonly Func<SslProtocols, bool> IsOld = p => p == SslProtocols.Tls; }")]
    [InlineData("class Options { public SslProtocols ProtocolsToDisable { get; set; } = SslProtocols.Tls | SslProtocols.Tls11; }")]
    [InlineData("class C { static void Log<T>(string text, T value) => Console.WriteLine(text + value); void M() => Log(\"no\", SslProtocols.Tls); }")]
    [InlineData("class C { static SslProtocols DetectVersion(byte minor) => minor switch { 1 => SslProtocols.Tls, 2 => SslProtocols.Tls11, _ => SslProtocols.None }; }")]
    [InlineData("class C { static string Grade(SslStream s) { var old = new[] { SslProtocols.Tls, SslProtocols.Tls11 }; return old.Any(o => o == s.SslProtocol) ? \"C\" : \"A\"; } }")]
    [InlineData("class C { static SslProtocols Strip(SslProtocols p) { foreach (var old in new[] { SslProtocols.Tls, SslProtocols.Tls11 }) p &= ~old; return p; } }")]
    [InlineData("class C { int tls10, tls11; void Count(SslStream s) { switch (s.SslProtocol) { case SslProtocols.Tls: tls10++; break; case SslProtocols.Tls11: tls11++; break; } } }")]
    [InlineData("class E : Exception { public E(SslProtocols p) : base($\"{p} is refused\") { } } class C { void M(SslStream s) { if (s.SslProtocol == SslProtocols.Tls) throw new E(SslProtocols.Tls); } }")]
    [InlineData("class C : IComparer<SslProtocols> { public int Compare(SslProtocols a, SslProtocols b) => a.CompareTo(b); bool Old(SslStream s) => Compare(s.SslProtocol, SslProtocols.Tls11) <= 0; }")]
    [InlineData("class C { readonly Dictionary<SslProtocols, long> seen = new(); void M() { seen.Add(SslProtocols.Tls, 0); seen[SslProtocols.Tls11] = 0; Console.WriteLine(seen.ContainsKey(SslProtocols.Tls)); } }")]
    [InlineData("static class Policy { public static readonly SslProtocols[] Forbidden = { SslProtocols.Tls, SslProtocols.Tls11 }; }")]
    [InlineData("static class Policy { private static readonly HashSet<SslProtocols> old = new() { SslProtocols.Tls, SslProtocols.Tls11 }; public static bool IsFine(SslStream s) => !old.Contains(s.SslProtocol); }")]
    [InlineData("static class Policy { private const SslProtocols Old = SslProtocols.Tls | SslProtocols.Tls11; public static void Harden(HttpClientHandler h) => h.SslProtocols &= ~Old; }")]
    [InlineData("static class Policy { public static string Tag(SslProtocols p) => p switch { SslProtocols.Tls => \"1.0\", SslProtocols.Tls11 => \"1.1\", _ => \"?\" }; }")]
    [InlineData("static class Old { public const SslProtocols First = SslProtocols.Tls; } class C { static bool Is(SslProtocols p) => p is Old.First; }")]
    [InlineData("class C { private const SslProtocols First = SslProtocols.Tls; static bool Is(SslProtocols p) => p is First; }")]
    [InlineData("class C { private const SslProtocols First = SslProtocols.Tls; static int Of(SslProtocols p) { switch (p) { case First: return 1; default: return 0; } } }")]
    [InlineData("enum Mine { Tls, Tls11, Default, Ssl3 } class C { Mine m = Mine.Tls; Mine n = (Mine)192; }")]
    [InlineData("class C { void DisableProtocol(SslProtocols p) { } void M() => DisableProtocol(SslProtocols.Tls); }")]
    [InlineData("class C { void M(HttpClientHandler h) { #if DEBUG\n h.SslProtocols = SslProtocols.Tls;\n#endif\n } }")]
    public Task Mentioned_only_in_declarations(string declarations) => Finds(declarations.Replace("{ #if", "{\n#if", StringComparison.Ordinal));

    [Theory]
    [InlineData("class C { SslProtocols p = SslProtocols. }")]
    [InlineData("class C { SslProtocols p = SslProtocols.[|Tls|] | ; void M( { p |= SslProtocols.[|Tls|]")]
    [InlineData("class C { SslProtocols P => P | SslProtocols.Tls11; SslProtocols A() => B(SslProtocols.Tls); SslProtocols B(SslProtocols x) => A() | B(x); }")]
    [InlineData("class C { void M() { var x = (SslProtocols)\"a\"; var y = (SslProtocols); Enum.Parse(typeof(), \"Tls\"); Enum.Parse<SslProtocols>(); } }")]
    public Task Incomplete_code_does_no_harm(string declarations) =>
        Verify.Finds<ProtocolVersionFamily>(Usings + declarations, with: test =>
        {
            test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
            test.TestBehaviors |= Microsoft.CodeAnalysis.Testing.TestBehaviors.SkipGeneratedCodeCheck;
        });

    [Fact]
    public Task Enumeration_of_the_same_name_is_another_one() => Verify.Finds<ProtocolVersionFamily>("""
        #pragma warning disable SYSLIB0039
        namespace Game
        {
            enum SslProtocols { None, Tls = 192 }
            class Level { public SslProtocols SslProtocols { get; set; } = SslProtocols.Tls; }
        }

        class C
        {
            enum SslProtocols { None, Tls11 }
            SslProtocols Own => SslProtocols.Tls11;
            Game.SslProtocols Others => (Game.SslProtocols)192 | System.Enum.Parse<Game.SslProtocols>("Tls");
            System.Net.Http.HttpClientHandler Handler() => new() { SslProtocols = System.Security.Authentication.SslProtocols.[|Tls|] };
        }
        """);

    /// <summary>A member of the same name that holds a text is another one; many that set a member share the search for its reads.</summary>
    [Fact]
    public Task Member_of_a_common_name_that_is_set_at_many_places()
    {
        var sets = string.Concat(Enumerable.Range(0, 300).Select(static number => $"    void M{number}(Settings s) => s.Protocol = SslProtocols.[|Tls|];\n"));
        return Finds($$"""
            class Address { public string? Protocol { get; set; } }
            class Settings { public SslProtocols? Protocol { get; set; } }
            class Factory
            {
            {{sets}}
                void Use(Address a, Settings s, SslClientAuthenticationOptions o)
                {
                    if (a.Protocol == "sqs" || "sqs" != a.Protocol || a.Protocol is "sqs")
                        a.Protocol = $"{a}";
                    if (s.Protocol == SslProtocols.Tls12)
                        return;
                    o.EnabledSslProtocols = s.Protocol ?? SslProtocols.None;
                }
            }
            """);
    }
}
