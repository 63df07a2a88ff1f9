using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.ProductionWorld;

public sealed class ConstantTests
{
    [Theory]
    [InlineData("true", "True")]
    [InlineData("1 + 2", "3")]
    [InlineData("One", "1")]
    [InlineData("ReadOnly", "2")]
    [InlineData("GetOnly", "3")]
    [InlineData("Computed", "6")]
    [InlineData("Own", "5")]
    [InlineData("Changed", "?")]
    [InlineData("Exposed", "?")]
    [InlineData("Method()", "7")]
    [InlineData("Twice(4)", "8")]
    [InlineData("Pick(true)", "a")]
    [InlineData("once", "12")]
    [InlineData("twice", "?")]
    [InlineData("same", "1")]
    [InlineData("compound", "?")]
    [InlineData("byRef", "?")]
    [InlineData("late", "9")]
    [InlineData("tuple", "?")]
    [InlineData("other", "?")]
    [InlineData("env.IsDevelopment() ? 1 : 2", "2")]
    [InlineData("env.IsDevelopment() ? other : true", "True")]
    [InlineData("other ? 1 : 1", "1")]
    [InlineData("other ? 1 : 2", "?")]
    [InlineData("other && false", "False")]
    [InlineData("other || !env.IsDevelopment()", "True")]
    [InlineData("!env.IsDevelopment()", "True")]
    [InlineData("env.IsProduction()", "True")]
    [InlineData("env.IsStaging()", "?")]
    [InlineData("null ?? Text", "text")]
    [InlineData("(string)null ?? Text + \"!\"", "text!")]
    [InlineData("Text + 1 + once", "text112")]
    [InlineData("$\"{Text}-{once}\"", "text-12")]
    [InlineData("$\"{Text}-{other}\"", "?")]
    [InlineData("$\"{once:x}\"", "?")]
    [InlineData("once switch { 1 => \"a\", 12 => \"b\", _ => \"c\" }", "b")]
    [InlineData("once switch { 1 => \"a\", > 5 => \"b\", _ => \"b\" }", "b")]
    [InlineData("env.EnvironmentName switch { \"Development\" => 0, \"Staging\" => 1, _ => 1 }", "1")]
    [InlineData("env.EnvironmentName switch { \"Development\" => 0, _ => throw new Exception() }", "?")]
    [InlineData("(System.Security.Authentication.SslProtocols)once", "12")]
    [InlineData("(int)flags", "3072")]
    [InlineData("flags | System.Security.Authentication.SslProtocols.Tls13", "15360")]
    [InlineData("flags & ~flags", "0")]
    [InlineData("(byte)(once * 100)", "176")]
    [InlineData("(long)once << 40", "13194139533312")]
    [InlineData("once / zero", "?")]
    [InlineData("-once", "-12")]
    [InlineData("1.5 * once", "18")]
    [InlineData("default(bool)", "False")]
    [InlineData("default(string)", "null")]
    [InlineData("(bool?)true", "True")]
    [InlineData("nullable.Value", "True")]
    [InlineData("nullable ?? false", "True")]
    [InlineData("Text?.Length", "?")]
    [InlineData("args[0]", "?")]
    [InlineData("string.Empty", "")]
    public Task Are_known(string expression, string expected) => Verify.Silent<ConstantProbe>(
        $$"""
        using System;
        using Microsoft.Extensions.Hosting;

        public class C
        {
            const int One = 1;
            const string Text = "text";
            static readonly int ReadOnly = One + 1;
            static int GetOnly { get; } = 3;
            static int Computed => ReadOnly * GetOnly;
            private int Own = 5;
            private int Changed = 5;
            public static int Exposed = 5;

            static int Method() => 7;
            static int Twice(int n) { return 2 * n; }
            static string Pick(bool first) { if (first) return "a"; return "b"; }
            static void Set(ref int n) => n++;
            static void Is(object value, string expected) { }

            void M(IHostEnvironment env, bool other, string[] args)
            {
                var once = 12;
                var zero = 0;
                var flags = System.Security.Authentication.SslProtocols.Tls12;
                bool? nullable = true;
                var twice = 1; if (other) twice = 2;
                var same = 1; if (other) same = 1;
                var compound = 1; compound += 1;
                var byRef = 1; Set(ref byRef);
                int late; if (env.IsDevelopment()) late = 8; else late = 9;
                var (tuple, rest) = (1, 2); tuple = rest;
                Changed = 6;
                Is({{expression}}, "{{expected}}");
            }
        }
        """);

    /// <summary>Every way to write to a member of another object counts; what only looks like it does not.</summary>
    [Theory]
    [InlineData("f.Value = 1;", "1")]
    [InlineData("f.Value = 2;", "?")]
    [InlineData("(f.Value) = 2;", "?")]
    [InlineData("f.Value++;", "?")]
    [InlineData("--f.Value;", "?")]
    [InlineData("f.Value += 1;", "?")]
    [InlineData("Set(ref f.Value);", "?")]
    [InlineData("int.TryParse(\"2\", out f.Value);", "?")]
    [InlineData("(f.Value, _) = (2, 3);", "?")]
    [InlineData("((f.Value, _), _) = ((2, 3), 4);", "?")]
    [InlineData("int one; (one, (f.Value, _)) = (1, (2, 3));", "?")]
    [InlineData("int one; (one, _) = (f.Value, 2);", "1")]
    [InlineData("ref var alias = ref f.Value; alias = 2;", "?")]
    [InlineData("f.Value.Grow();", "?")]
    [InlineData("_ = new Flags { Value = 2 };", "?")]
    [InlineData("_ = new Derived { Value = 2 };", "?")]
    [InlineData("Flags made = new() { Value = 2 };", "?")]
    [InlineData("_ = new Holder { Held = { Value = 2 } };", "?")]
    [InlineData("_ = new T { Value = 2 };", "?")]
    [InlineData("Func<Flags> make = () => new Flags { Value = 2 };", "?")]
    [InlineData("Func<Other> make = () => new Other { Value = 2 };", "1")]
    [InlineData("_ = new Other { Value = 2 };", "1")]
    [InlineData("var other = new Other(); other.Value = 2;", "1")]
    [InlineData("_ = new {|CS0246:Missing|} { Value = 2 };", "1")]
    [InlineData("if (f is { Value: 2 }) return;", "1")]
    [InlineData("if (f?.Value == 2) return;", "1")]
    [InlineData("var copy = f.Value; copy = 2;", "1")]
    [InlineData("_ = nameof(Flags.Value);", "1")]
    [InlineData("} class More : Derived { void Own() { Value = 2; }", "?")]
    [InlineData("} class Outer : Flags { class Inner { void Own(Outer o) { o.Value = 2; } }", "?")]
    [InlineData("} } internal partial class Other { void Own() { { Value = 2; }", "1")]
    [InlineData("} struct Point { int Value; void Own() { Value = 2; }", "1")]
    public Task Depend_on_writes_elsewhere(string statement, string expected) => DependOn(statement, expected);

    /// <summary>What is written all over a program is taken to change, before anything is bound to see what each place writes.</summary>
    [Theory]
    [InlineData(32, "1")]
    [InlineData(33, "?")]
    public Task Depend_on_few_places(int places, string expected) => DependOn(string.Concat(Enumerable.Repeat("f.Value = 1; ", places)), expected);

    private static Task DependOn(string statement, string expected) => Verify.Silent<ConstantProbe>(
        $$"""
        using System;

        internal class Flags { internal int Value = 1; }
        internal class Derived : Flags;
        internal partial class Other { internal int Value; }
        internal class Holder { internal readonly Flags Held = new(); }

        internal static class Changes
        {
            internal static void Grow(this ref int n) => n++;
        }

        internal class User
        {
            static void Set(ref int n) => n++;
            void Run<T>(Flags f) where T : Flags, new() { {{statement}} }
        }

        internal class C
        {
            static void Is(object value, string expected) { }
            void M(Flags f) => Is(f.Value, "{{expected}}");
        }
        """);
}
