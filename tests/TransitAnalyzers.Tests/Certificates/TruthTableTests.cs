using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Tests.Certificates;

/// <summary>The truth table itself: the eight answers and their evidence; and that it never contradicts the body when it runs.</summary>
public sealed class TruthTableTests
{
    private const string Before = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        public static class Program
        {

        """;

    private static CSharpCompilation Compile(string members) => CSharpCompilation.Create(
        "Callbacks", [CSharpSyntaxTree.ParseText(Before + members + "}")],
        ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).Result,
        new(OutputKind.DynamicallyLinkedLibrary));

    private static string Method(string name, string body) =>
        $"public static bool {name}(object s, X509Certificate c, X509Chain ch, SslPolicyErrors e) {{ {body} }}\n";

    private static TruthTable Table(string body)
    {
        var compilation = Compile(Method("M", body));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return Tables(compilation)("M");
    }

    private static Func<string, TruthTable> Tables(CSharpCompilation compilation)
    {
        var callbacks = new ValidationCallbacks(TransitContext.Create(compilation, new AnalyzerOptions([])));
        var program = compilation.GetTypeByMetadataName("Program")!;
        return name => callbacks.TableOf((IMethodSymbol)program.GetMembers(name).Single(), CancellationToken.None)!;
    }

    /// <summary>For each value of the errors: A accepts freely, S on proof, W on weak evidence, C on the chain's states, T tolerates a state, - rejects.</summary>
    private static string Text(TruthTable table) => string.Concat(Enumerable.Range(0, TruthTable.Values).Select(errors => table[errors] switch
    {
        { Accepts.Any: false } => '-',
        { IsFree: true } => 'A',
        { Tolerates: true } => 'T',
        { IsWeak: true } => 'W',
        var answer => answer.Accepts.Contains(Evidence.Strong) ? 'S' : 'C',
    }));

    [Theory]
    [InlineData("return true;", "AAAAAAAA")]
    [InlineData("return false;", "--------")]
    [InlineData("throw new Exception();", "--------")]
    [InlineData("return e == SslPolicyErrors.None;", "A-------")]
    [InlineData("return e != SslPolicyErrors.None;", "-AAAAAAA")]
    [InlineData("return (e & SslPolicyErrors.RemoteCertificateChainErrors) == 0;", "AAAA----")]
    [InlineData("return (e & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0;", "A-A-----")]
    [InlineData("return c != null;", "A-A-A-A-")]
    [InlineData("return c.GetCertHashString() == \"AA\";", "S-S-S-S-")]
    [InlineData("return c.Subject == \"CN=x\";", "W-W-W-W-")]
    [InlineData("using var key = ((X509Certificate2)c).GetRSAPublicKey(); return key is { KeySize: >= 2048 };", "WWWWWWWW")]
    [InlineData("using var key = ((X509Certificate2)c).GetRSAPublicKey(); return key.ToXmlString(false) == \"<RSAKeyValue/>\";", "SSSSSSSS")]
    [InlineData("Func<bool> yes = () => true; Func<bool> f = () => yes(); return f();", "AAAAAAAA")]
    [InlineData("return ch.Build((X509Certificate2)c);", "SSSSSSSS")]
    [InlineData("var n = 0; if (e.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)) n++; if ((e & SslPolicyErrors.RemoteCertificateNameMismatch) != 0) n += 2; return n < 2;", "AA--AA--")]
    [InlineData("switch (e) { case SslPolicyErrors.None: case SslPolicyErrors.RemoteCertificateNameMismatch: return true; default: return false; }", "A-A-----")]
    [InlineData("try { if (e != SslPolicyErrors.None) throw new Exception(); return false; } catch { return true; }", "-AAAAAAA")]
    [InlineData("bool r; try { r = e == SslPolicyErrors.None; } finally { Console.WriteLine(); } return r;", "A-------")]
    [InlineData("bool F(SslPolicyErrors x) => x < SslPolicyErrors.RemoteCertificateChainErrors; return F(e);", "AAAA----")]
    [InlineData("Func<SslPolicyErrors, bool> f = x => x == SslPolicyErrors.RemoteCertificateChainErrors; return e == 0 || f(e);", "A---A---")]
    [InlineData("(bool Valid, string Why) F(SslPolicyErrors x) => (x == 0, \"\"); return F(e).Valid;", "A-------")]
    [InlineData("(bool, int) t = (false, 0); for (var i = 0; i < 9; i++) t = (e == 0, i); return t.Item1;", "W-------")]
    [InlineData("return Array.IndexOf(new[] { \"AA\" }, c.GetCertHashString()) >= 0;", "S-S-S-S-")]
    [InlineData("Console.WriteLine(c.GetCertHashString()); return Console.ReadLine() == \"yes\";", "S-S-S-S-")]
    [InlineData("var ok = e == 0; while (!ok) { ok = true; } return ok;", "AAAAAAAA")]
    [InlineData("return ch.ChainStatus.All(x => x.Status == X509ChainStatusFlags.UntrustedRoot) && e == SslPolicyErrors.RemoteCertificateChainErrors;", "----T---")]
    [InlineData("return e is { } x && x == SslPolicyErrors.None;", "A-------")]
    [InlineData("return e switch { SslPolicyErrors.None => true, var other when other.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => false, _ => true };", "AA--AA--")]
    [InlineData("return ch.ChainStatus is [];", "CCAC----")]
    [InlineData("return e == 0 || ch.ChainStatus is [{ Status: X509ChainStatusFlags.UntrustedRoot }];", "AT-TTTTT")]
    [InlineData("return e == 0 || ch.ChainStatus is [{ Status: X509ChainStatusFlags.RevocationStatusUnknown }];", "AC-CCCCC")]
    [InlineData("return e == 0 || ch.ChainStatus is [{ Status: X509ChainStatusFlags.RevocationStatusUnknown }, ..];", "AT-TTTTT")]
    public void Has_eight_answers(string body, string expected) => Assert.Equal(expected, Text(Table(body)));

    /// <summary>What a table of the class says, where it is written down and stays so; who else fills it decides, and is not known.</summary>
    [Theory]
    [InlineData("return Strict.TryGetValue(e, out var ok) && ok;", "A-------")]
    [InlineData("return Lax.TryGetValue(e, out var ok) && ok;", "A-A-----")]
    [InlineData("return !Lax.TryGetValue(e, out var ok) || ok;", "AAAA-AAA")]
    [InlineData("return Strict.GetValueOrDefault(e, true);", "AA-A-AAA")]
    [InlineData("return Lax.GetValueOrDefault(e);", "A-A-----")]
    [InlineData("return Lax[e];", "A-A-----")]
    [InlineData("try { return Strict[e]; } catch (KeyNotFoundException) { return true; }", "AAWAWAAA")]
    [InlineData("return Copy.TryGetValue(e, out var ok) && ok;", "A-A-----")]
    [InlineData("return Calls.TryGetValue(e, out var f) && f();", "A-A-----")]
    [InlineData("return e == 0 || Forgiven.Contains(e);", "A-A-A---")]
    [InlineData("return !Forgiven.Any(x => (e & x) != 0);", "AA------")]
    [InlineData("return Filled.TryGetValue(e, out var ok) && ok;", "SSSSSSSS")]
    [InlineData("return Filled.ContainsKey(e);", "SSSSSSSS")]
    [InlineData("return Filled[e];", "SSSSSSSS")]
    [InlineData("return Indexed.TryGetValue(e, out var ok) && ok;", "SSSSSSSS")]
    [InlineData("foreach (var x in Forgiven) if (e.HasFlag(x)) return false; return true;", "AA------")]
    [InlineData("foreach (var x in new[] { SslPolicyErrors.RemoteCertificateNameMismatch, SslPolicyErrors.RemoteCertificateChainErrors, SslPolicyErrors.RemoteCertificateNotAvailable }) if ((e & x) != 0) return false; return true;", "A-------")]
    [InlineData("foreach (var x in Forgiven) { if (x == SslPolicyErrors.RemoteCertificateNameMismatch) continue; if (e.HasFlag(x)) return false; } return true;", "AAAA----")]
    [InlineData("var n = 0; foreach (var x in Forgiven) if (e.HasFlag(x)) n++; return n == 0;", "AA------")]
    [InlineData("var left = e; foreach (var x in Forgiven) left &= ~x; return left == 0;", "A-A-A-A-")]
    [InlineData("foreach (var x in Forgiven) foreach (var y in Forgiven) if (e.HasFlag(x | y)) return false; return true;", "AA------")]
    [InlineData("return Forgiven.Aggregate(e, (left, x) => left & ~x) == SslPolicyErrors.None;", "A-A-A-A-")]
    [InlineData("return (e & Forgiven.Aggregate((x, y) => x | y)) == 0;", "AA------")]
    public void Reads_tables(string body, string expected)
    {
        var compilation = Compile(Method("M", body) + """
            private static readonly Dictionary<SslPolicyErrors, bool> Strict = new() { [SslPolicyErrors.None] = true, [SslPolicyErrors.RemoteCertificateNameMismatch] = false, [SslPolicyErrors.RemoteCertificateChainErrors] = false };
            private static readonly IReadOnlyDictionary<SslPolicyErrors, bool> Lax = new Dictionary<SslPolicyErrors, bool> { { SslPolicyErrors.None, true }, { SslPolicyErrors.RemoteCertificateNameMismatch, true }, { SslPolicyErrors.RemoteCertificateChainErrors, false } };
            private static readonly System.Collections.Frozen.FrozenDictionary<SslPolicyErrors, bool> Copy = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(Lax);
            private static readonly Dictionary<SslPolicyErrors, Func<bool>> Calls = new() { [SslPolicyErrors.None] = () => true, [SslPolicyErrors.RemoteCertificateNameMismatch] = Yes };
            private static readonly SslPolicyErrors[] Forgiven = { SslPolicyErrors.RemoteCertificateNameMismatch, SslPolicyErrors.RemoteCertificateChainErrors };
            private static readonly Dictionary<SslPolicyErrors, bool> Filled = new() { [SslPolicyErrors.None] = true };
            private static readonly Dictionary<SslPolicyErrors, bool> Indexed = new() { [SslPolicyErrors.None] = true };
            private static bool Yes() => true;
            private static void Fill(string[] names) { foreach (var name in names) Filled.Add(Enum.Parse<SslPolicyErrors>(name), true); Indexed[SslPolicyErrors.RemoteCertificateNameMismatch] = names.Length > 1; }
            """);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(expected, Text(Tables(compilation)("M")));
    }

    [Theory]
    [InlineData("return c.Subject == \"CN=x\";", "Names")]
    [InlineData("return DateTime.Parse(c.GetExpirationDateString()) > DateTime.Now;", "Dates")]
    [InlineData("return ((X509Certificate2)c).SerialNumber == \"1\";", "Fields")]
    [InlineData("return s.ToString() == \"api\";", "Request")]
    [InlineData("return Environment.TickCount > 5;", "Configuration")]
    public void Knows_what_weak_evidence_it_is(string body, string kinds) =>
        Assert.Equal(kinds, Table(body).Kinds.ToString());

    /// <summary>Ten times the branches are ten times the work; what is allocated tells, on a busy machine as well.</summary>
    [Fact]
    public void Ten_thousand_branches_are_bounded_work()
    {
        _ = Work(10);
        var thousand = Work(1_000);
        var tenThousand = Work(10_000);
        Assert.True(tenThousand < 15 * thousand, $"{tenThousand} bytes are more than 15 times {thousand}.");

        static long Work(int branches)
        {
            var body = new StringBuilder("var n = 0;");
            for (var i = 0; i < branches; i++)
                body.Append(CultureInfo.InvariantCulture, $"if (s.GetHashCode() == {i} && c != null) n = {i};\n");
            var tables = Tables(Compile(Method("M", body + "return true;")));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal("AAAAAAAA", Text(tables("M")));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    /// <summary>Bodies of a small grammar are compiled and run for every value of the errors: what they answer is among the answers of the table.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Never_contradicts_the_run(int seed)
    {
        const int count = 120;
        var grammar = new Grammar(seed);
        var bodies = Enumerable.Range(0, count).Select(_ => grammar.Body()).ToImmutableArray();
        var members = string.Concat(bodies.Select((body, i) => Method("M" + i, body))) + "public static bool Low(SslPolicyErrors x) { return (int)x < 3; } public static bool Not(bool x) => !x;";
        var compilation = Compile(members);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3)));
        image.Position = 0;
        var loader = new AssemblyLoadContext(null, isCollectible: true);
        var program = loader.LoadFromStream(image).GetType("Program")!;
        var tables = Tables(compilation);
        using var certificate = Certificate();
        for (var i = 0; i < count; i++)
        {
            var table = tables("M" + i);
            var method = program.GetMethod("M" + i)!;
            for (var errors = 0; errors < TruthTable.Values; errors++)
            {
                using var chain = new X509Chain();
                var missing = (errors & TruthTable.NoCertificate) != 0;
                bool? ran;
                try
                {
                    ran = (bool)method.Invoke(null, ["sender", missing ? null : certificate, missing ? null : chain, (SslPolicyErrors)errors])!;
                }
                catch (TargetInvocationException)
                {
                    ran = null;
                }

                var answer = table[errors];
                Assert.True(ran == true ? answer.Accepts.Any : answer.Rejects, $"For {errors} it answers {ran}, the table says {answer}: {bodies[i]}");
            }
        }

        loader.Unload();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Random bodies of assignments, branches, loops, switches, exceptions, patterns and calls.</summary>
    private sealed class Grammar(int seed)
    {
        private static readonly string[] Errors = ["None", "RemoteCertificateNotAvailable", "RemoteCertificateNameMismatch", "RemoteCertificateChainErrors"];

        private readonly Random random = new(seed);

        public string Body() => "bool a = false; bool b = false; int n = 0; a = " + Condition(2) + "; " + Statements(3) + " return " + Condition(2) + ";";

        private string Pick(params string[] of) => of[random.Next(of.Length)];

        private string Error() => "SslPolicyErrors." + Pick(Errors);

        private string Condition(int depth) => random.Next(depth > 0 ? 18 : 9) switch
        {
            0 => "e == " + Error(),
            1 => "(e & " + Error() + ") != 0",
            2 => "e.HasFlag(" + Error() + ")",
            3 => "a",
            4 => "b",
            5 => "n < " + random.Next(4).ToString(CultureInfo.InvariantCulture),
            6 => "c " + Pick("==", "!=") + " null",
            7 => "e is " + Error() + " or " + Error(),
            8 => Pick("true", "false", "Low(e)", "c is X509Certificate2", "s.ToString().Length > 3", "e.ToString() == \"None\""),
            9 => "!(" + Condition(depth - 1) + ")",
            10 or 11 => "(" + Condition(depth - 1) + " && " + Condition(depth - 1) + ")",
            12 or 13 => "(" + Condition(depth - 1) + " || " + Condition(depth - 1) + ")",
            14 => "(" + Condition(depth - 1) + " ? " + Condition(depth - 1) + " : " + Condition(depth - 1) + ")",
            15 => "(" + Condition(depth - 1) + Pick(" ^ ", " == ", " & ", " | ") + "(" + Condition(depth - 1) + "))",
            16 => "(e switch { " + Error() + " => " + Condition(depth - 1) + ", _ => " + Condition(depth - 1) + " })",
            _ => "Not(" + Condition(depth - 1) + ")",
        };

        private string Statements(int depth) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Statement(depth)));

        private string Statement(int depth) => random.Next(depth > 0 ? 15 : 5) switch
        {
            0 => "a = " + Condition(2) + "; ",
            1 => "b " + Pick("|=", "&=", "^=", "=") + " " + Condition(1) + "; ",
            2 => "n += " + random.Next(1, 3).ToString(CultureInfo.InvariantCulture) + "; ",
            3 => "e &= ~" + Error() + "; ",
            4 => "n++; ",
            5 or 6 => "if (" + Condition(2) + ") { " + Statements(depth - 1) + "} ",
            7 => "if (" + Condition(2) + ") { " + Statements(depth - 1) + "} else { " + Statements(depth - 1) + "} ",
            8 => "if (" + Condition(2) + ") return " + Condition(1) + "; ",
            9 => "for (var i" + depth + " = 0; i" + depth + " < 3; i" + depth + "++) { " + Statements(depth - 1) + "} ",
            10 => "try { " + Statements(depth - 1) + "if (" + Condition(1) + ") throw new InvalidOperationException(); } catch (" + Pick("Exception", "InvalidOperationException", "ArgumentException") + ") { " + Statements(depth - 1) + "} ",
            11 => "try { " + Statements(depth - 1) + "} finally { " + Pick("n++; ", "b = true; ", "a = !a; ") + "} ",
            12 => "switch (e) { case " + Error() + ": " + Statements(depth - 1) + "break; default: " + Statements(depth - 1) + "break; } ",
            13 => "foreach (var x" + depth + " in new[] { 1, 2 }) { " + Statements(depth - 1) + Pick("", "if (" + Condition(1) + ") break; ") + "} ",
            _ => "{ bool F" + depth + "(bool p) { if (p) return " + Condition(1) + "; a = p; return !b; } b = F" + depth + "(" + Condition(1) + "); } ",
        };
    }
}
