using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.ProductionWorld;

public sealed class ReachTests
{
    [Theory]
    // Statements
    [InlineData("switch (env.EnvironmentName) { case \"Development\": Open(); break; case \"Staging\": [|Open()|]; break; default: [|Open()|]; break; }")]
    [InlineData("switch (env.EnvironmentName) { case \"Development\": Open(); break; case \"Production\": [|Open()|]; break; default: Open(); break; }")]
    [InlineData("switch (env.EnvironmentName) { case var name when name == \"Development\": Open(); break; default: [|Open()|]; break; }")]
    [InlineData("foreach (var arg in args) { if (!env.IsDevelopment()) continue; Open(); }")]
    [InlineData("while (env.IsDevelopment()) { Open(); } [|Open()|];")]
    [InlineData("try { if (env.IsDevelopment()) return; } finally { [|Open()|]; } [|Open()|];")]
    [InlineData("try { if (!env.IsDevelopment()) throw new Exception(); Open(); } catch (Exception) { [|Open()|]; }")]
    [InlineData("if (env.IsDevelopment()) goto skip; [|Open()|]; return; skip: Open();")]
    [InlineData("using (args.GetEnumerator() as IDisposable) { if (env.IsDevelopment()) Open(); }")]
    [InlineData("_ = env.EnvironmentName switch { \"Development\" => Open(), \"Test\" => [|Open()|], _ => [|Open()|] };")]
    [InlineData("var relaxed = false; if (env.IsDevelopment()) relaxed = true; if (relaxed) Open(); else [|Open()|];")]
    [InlineData("var relaxed = false; if (args.Length > 0) relaxed = true; if (relaxed) [|Open()|]; else [|Open()|];")]
    [InlineData("var relaxed = env.IsDevelopment(); relaxed |= args.Length > 0; if (relaxed) [|Open()|];")]
    [InlineData("var relaxed = env.IsDevelopment(); bool.TryParse(args[0], out relaxed); if (relaxed) [|Open()|];")]
    [InlineData("var name = Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\"); if (string.IsNullOrEmpty(name)) name = \"Production\"; if (name == \"Development\") Open(); else [|Open()|];")]
    [InlineData("var name = Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\"); name ??= \"Production\"; if (name == \"Development\") Open();")]
    [InlineData("var name = \"\"; name = env.EnvironmentName; if (name == \"Development\") Open(); else [|Open()|];")]
    [InlineData("var name = \"Development\"; name = env.EnvironmentName; if (name == \"Development\") [|Open()|];")]
    [InlineData("var relaxed = false; switch (env.EnvironmentName) { case \"Development\": relaxed = true; break; } if (relaxed) Open(); else [|Open()|];")]
    [InlineData("var relaxed = false; switch (env.EnvironmentName) { case \"Production\": relaxed = true; break; } if (relaxed) [|Open()|];")]
    // Lambdas and local functions
    [InlineData("if (env.IsDevelopment()) { Action a = () => Open(); a(); }")]
    [InlineData("Action a = () => { if (env.IsDevelopment()) Open(); else [|Open()|]; };")]
    [InlineData("Action a = () => Open(); if (env.IsDevelopment()) a();")]
    [InlineData("Action a = () => [|Open()|]; a();")]
    [InlineData("Action a = () => [|Open()|];")]
    [InlineData("void Local() => Open(); if (env.IsDevelopment()) Local();")]
    [InlineData("void Local() => [|Open()|]; if (!env.IsDevelopment()) Local();")]
    [InlineData("void Local() => Open(); void Other() => Local(); if (env.IsDevelopment()) Other();")]
    [InlineData("void Local() { [|Open()|]; } Action a = Local; a();")]
    [InlineData("void Local(bool dev) { if (dev) Open(); } Local(env.IsDevelopment());")]
    [InlineData("bool Dev() => env.IsDevelopment(); if (Dev()) Open();")]
    [InlineData("Func<bool> dev = () => env.IsDevelopment(); if (dev()) Open();")]
    [InlineData("Func<bool> dev = env.IsDevelopment; if (dev()) Open(); else [|Open()|];")]
    [InlineData("Func<bool> dev = env.IsDevelopment; if (args.Length > 0) dev = () => true; if (dev()) [|Open()|];")]
    [InlineData("Func<string, bool> dev = name => name == \"Development\"; if (dev(env.EnvironmentName)) Open(); if (dev(args[0])) [|Open()|];")]
    [InlineData("bool Any(string name) => new[] { \"Development\" }.Any(one => one == name); if (Any(env.EnvironmentName)) Open(); if (Any(args[0])) [|Open()|];")]
    [InlineData("var names = new List<string> { \"Development\" }; names.Add(args[0]); if (names.Any(name => name == env.EnvironmentName)) [|Open()|];")]
    [InlineData("void Run(Action action) => action(); void Local() => Open(); if (env.IsDevelopment()) Run(Local);")]
    // What a method gives by out
    [InlineData("Ask(out var dev); if (dev) Open(); else [|Open()|]; void Ask(out bool given) => given = env.IsDevelopment();")]
    [InlineData("bool dev; Ask(out dev); if (dev) Open(); else [|Open()|]; void Ask(out bool given) { if (env.IsDevelopment()) given = true; else given = false; }")]
    [InlineData("Ask(out var dev); if (dev) [|Open()|]; void Ask(out bool given) { given = env.IsDevelopment(); if (args.Length > 0) given = true; }")]
    [InlineData("Ask(out var dev); if (dev) [|Open()|]; void Ask(out bool given) => Ask(out given);")]
    // Methods that return in development only
    [InlineData("Ensure(); Open(); void Ensure() { if (!env.IsDevelopment()) throw new Exception(); }")]
    [InlineData("[|Open()|]; if (args.Length > 0) { Ensure(env); Open(); } [|Open()|]; static void Ensure(IHostEnvironment env) { if (env.IsDevelopment()) return; throw new Exception(); }")]
    [InlineData("Ensure(env.IsDevelopment()); Open(); static void Ensure(bool condition) { if (!condition) throw new Exception(); }")]
    [InlineData("Ensure(env.IsProduction()); [|Open()|]; static void Ensure(bool condition) { if (!condition) throw new Exception(); }")]
    [InlineData("Console.WriteLine(Ensure()); Open(); IHostEnvironment Ensure() => env.IsDevelopment() ? env : throw new Exception();")]
    [InlineData("try { Ensure(); } catch (Exception) { } [|Open()|]; void Ensure() { if (!env.IsDevelopment()) throw new Exception(); }")]
    [InlineData("Ensure(); [|Open()|]; void Ensure() { if (!env.IsDevelopment() && args.Length > 0) throw new Exception(); }")]
    [InlineData("Action ensure = () => Ensure(); [|Open()|]; void Ensure() { if (!env.IsDevelopment()) throw new Exception(); }")]
    [InlineData("if (!env.IsDevelopment()) Environment.Exit(1); Open();")]
    // Delegates that a condition beside them lets run
    [InlineData("When(env.IsDevelopment(), () => Open()); static void When(bool condition, Action action) { if (condition) action(); }")]
    [InlineData("var dev = env.IsDevelopment(); RunIf(env, dev, e => Open()); static void RunIf(IHostEnvironment env, bool condition, Action<IHostEnvironment> action) => action(env);")]
    [InlineData("When(!env.IsDevelopment(), () => [|Open()|]); When(args.Length > 0, () => [|Open()|]); static void When(bool condition, Action action) { }")]
    [InlineData("RunIf(env.IsDevelopment(), () => Open(), () => [|Open()|]); static void RunIf(bool condition, Action then, Action otherwise) { }")]
    [InlineData("Run(env.IsDevelopment(), () => [|Open()|]); static void Run(bool isVerbose, Action action) => action();")]
    // Diagnostics
    [InlineData("System.Diagnostics.Debug.Assert(Open() > 0);")]
    public Task Follows_statements(string body) => Verify.Finds<ReachProbe>(Program(body));

    [Theory]
    [InlineData("if (env.IsDevelopment()) Guarded();", "private void Guarded() => Open();")]
    [InlineData("if (env.IsDevelopment()) Guarded(); else return; if (env.IsDevelopment()) Guarded();", "internal static void Guarded() { Open(); }")]
    [InlineData("if (env.IsDevelopment()) Mixed(); Mixed();", "private void Mixed() => [|Open()|];")]
    [InlineData("if (env.IsDevelopment()) Chained();", "private void Chained() => Next(); private void Next() => Open();")]
    [InlineData("if (env.IsDevelopment()) Recursive();", "private void Recursive() { Open(); Recursive(); }")]
    [InlineData("", "private void Unused() => [|Open()|];")]
    [InlineData("if (env.IsDevelopment()) A();", "void A() => B(); void B() => C1(); void C1() => D(); void D() => E(); void E() => F(); void F() => G(); void G() => H(); void H() => Open();")]
    [InlineData("if (env.IsDevelopment()) A(); D();", "void A() => B(); void B() => C1(); void C1() => D(); void D() => E(); void E() => [|Open()|];")]
    [InlineData("if (env.IsDevelopment()) A(0);", "void A(int n) => B(n); void B(int n) { if (n > 0) A(n - 1); [|Open()|]; }")] // Known miss: two that call each other.
    [InlineData("if (env.IsDevelopment()) Registry.Name = nameof(Guarded);", "private void Guarded() => Open(); } static class Registry { public static string Name;")]
    [InlineData("if (relaxed) Open(); else [|Open()|];", "static readonly bool relaxed = Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\";")]
    [InlineData("if (State.Relaxed) Open(); else [|Open()|]; State.Relaxed = env.IsDevelopment(); } } static class State {", "internal static bool Relaxed;")]
    [InlineData("if (State.Relaxed) [|Open()|]; else [|Open()|]; State.Relaxed = env.IsDevelopment(); } } public static class State {", "public static bool Relaxed;")]
    [InlineData("if (State.Strict) [|Open()|]; else Open(); if (env.IsProduction()) State.Strict = true; } } static class State {", "internal static bool Strict;")]
    [InlineData("if (State.Relaxed) Open(); else [|Open()|]; if (env.IsDevelopment()) State.Relaxed = true; } } static class State {", "internal static bool Relaxed;")]
    [InlineData("if (State.Relaxed) [|Open()|]; else [|Open()|]; if (args.Length > 0) State.Relaxed = true; } } static class State {", "internal static bool Relaxed;")]
    [InlineData("if (Relaxed) [|Open()|]; else [|Open()|]; Set(out Relaxed);", "static bool Relaxed = false; static void Set(out bool b) => b = true;")]
    [InlineData("if (env.IsDevelopment()) _ = Guarded;", "private static int Guarded => Open();")]
    [InlineData("Take(env.IsDevelopment());", "private void Take(bool relaxed) { if (relaxed) Open(); else [|Open()|]; }")]
    [InlineData("Take(env.IsDevelopment()); Take(args.Length > 0);", "private void Take(bool relaxed) { if (relaxed) [|Open()|]; }")]
    [InlineData("var a = env.IsDevelopment() ? ByGroup : (Action<int>)null;", "private static void ByGroup(int n) => Open();")]
    [InlineData("if (env.IsDevelopment()) Hold();", "private void Hold() { Action a = () => Open(); a(); }")]
    [InlineData("if (env.IsDevelopment()) Use(All);", "private static readonly Func<int> All = () => Open(); private void Use(Func<int> f) { }")]
    [InlineData("Use(All);", "private static readonly Func<int> All = () => [|Open()|]; private void Use(Func<int> f) { }")]
    [InlineData("OnlyInDebug();", "[System.Diagnostics.Conditional(\"DEBUG\")] static void OnlyInDebug() => Open();")]
    [InlineData("OnlyInDebug();", "[System.Diagnostics.Conditional(\"TRACE\")] static void OnlyInDebug() => [|Open()|];")]
    [InlineData("if (relaxed) Open(); else [|Open()|];", "readonly bool relaxed; C(IHostEnvironment env) { relaxed = env.IsDevelopment(); }")]
    [InlineData("if (relaxed) Open(); else [|Open()|];", "bool relaxed; void Set(IHostEnvironment env) => this.relaxed = env.IsDevelopment();")]
    [InlineData("if (relaxed) [|Open()|]; else [|Open()|];", "bool relaxed; void Set(IHostEnvironment env, bool other) { relaxed = env.IsDevelopment(); relaxed = other; }")]
    [InlineData("if (Relaxed) Open(); else [|Open()|];", "bool Relaxed { get; } C(IHostEnvironment env) => Relaxed = env.IsDevelopment();")]
    [InlineData("if (env.IsDevelopment()) Ext.Configure(args); } } static class Ext {", "internal static void Configure(string[] args) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) args.Configure(); } } static class Ext {", "internal static void Configure(this string[] args) => Open(); static int Open() => 0;")]
    [InlineData("args.Configure(); } } static class Ext {", "internal static void Configure(this string[] args) => [|Open()|]; static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) new Dev().Run(); } } class Dev {", "public Dev() => Open(); public void Run() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Registry.Add<Dev>(); } } static class Registry { public static void Add<T>() { } } class Dev {", "public Dev() => Open(); static int Open() => 0;")]
    [InlineData("Registry.Add<Dev>(); } } static class Registry { public static void Add<T>() { } } class Dev {", "public Dev() => [|Open()|]; static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) { I i = new Dev(); i.Run(); } } } interface I { void Run(); } class Dev : I {", "public void Run() => Open(); static int Open() => 0;")]
    [InlineData("I i = new Dev(); } } interface I { void Run(); } class Dev : I {", "public void Run() => [|Open()|]; static int Open() => 0;")]
    // However the caller is spelled; others of the name call something else.
    [InlineData("if (env.IsDevelopment()) H.Configure(); Other.Configure(1); } } static class Other { public static void Configure(int n) { } } class H : Ext { } class Ext {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Ext.Configure<int>(); Ext.Configure(1); } } static class Ext { public static void Configure(int n) { }", "internal static void Configure<T>() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Ext.Configure(1); Ext.Configure<int, int>(1); } } static class Ext { public static void Configure<T, U>(int n) { }", "internal static void Configure<T>(T t) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Ext.Configure(args); args.Configure(1); } } static class Ext { public static void Configure(this string[] args, int n) { }", "internal static void Configure(this string[] args) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) args.Configure(1, 2, 3); } } static class Ext {", "internal static void Configure(this string[] args, params int[] all) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) args?.Configure(); } } static class Ext {", "internal static void Configure(this string[] args, int n = 1) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Ext.Configure(n: 2); } } static class Ext {", "internal static void Configure(int m = 1, int n = 1) => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) global::Ext.Configure(); env.EnvironmentName.Configure(); } } static class Other { internal static void Configure(this string s) { } } static class Ext {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Outer.Ext.Configure(); } } static class Outer { internal static class Ext { internal static void Configure() => Open(); static int Open() => 0; }", " static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Generic<int>.Configure(); } } static class Generic<T> {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) { Action a = Derived.Configure; a(); } } } class Derived : Ext { } class Ext {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) Derived<int>.Configure(); } } class Derived<T> : Ext { } class Ext {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) _ = Derived<int>.Name; } } class Derived<T> : Ext { } class Ext {", "internal static int Name => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) User.Use(); } } class User { static Ext Ext => null; internal static void Use() => Ext.Configure(); } class Ext {", "internal static void Configure() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) new Dev(); new Other(); } } class Other { class Dev { } public Other() { new Dev(); } } class Dev {", "public Dev() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) { Action a = () => new Dev(); a(); } } } class Dev {", "public Dev() => Open(); static int Open() => 0;")]
    [InlineData("if (env.IsDevelopment()) new Other(null); } } record Other(Other.Dev Made) { public static Other Make() => new(new Dev()); internal class Dev { public Dev() => [|Open()|]; static int Open() => 0; }", " static int Open() => 0;")]
    [InlineData("Guard.Development(env); Open(); } } static class Guard {", "public static void Development(IHostEnvironment env) { if (!env.IsDevelopment()) throw new Exception(); }")]
    [InlineData("Guard.Development(env); [|Open()|]; } } class Guard {", "static readonly Guard one = new(); public static void Development(IHostEnvironment env) => one.Check(env); protected virtual void Check(IHostEnvironment env) { if (!env.IsDevelopment()) throw new Exception(); }")]
    [InlineData("var dev = new Stage(env.IsDevelopment()); var any = new Stage(args.Length > 0); if (dev.IsDev) Open(); if (any.IsDev) [|Open()|]; } } record Stage(bool IsDev) {", "public int Level => 0;")]
    [InlineData("var dev = new Stage(env.IsDevelopment()); dev.IsDev = args.Length > 0; if (dev.IsDev) [|Open()|]; } } record struct Stage(bool IsDev) {", "public int Level => 0;")]
    [InlineData("var dev = new Stage(env.IsDevelopment()) { IsDev = true }; if (dev.IsDev) [|Open()|]; } } record Stage(bool IsDev) {", "public int Level => 0;")]
    [InlineData("var any = new Stage(args.Length > 0); var dev = any with { IsDev = env.IsDevelopment() }; if (any.IsDev) [|Open()|]; if (dev.IsDev) Open(); } } record Stage(bool IsDev) {", "public int Level => 0;")]
    [InlineData("Run(new Stage(env.IsDevelopment())); } void Run(Stage stage) { if (stage.IsDev) Open(); } } record Stage(bool IsDev) {", "public int Level => 0;")]
    [InlineData("var dev = new Stage(env); if (dev.IsDev) Open(); if (!dev.IsDev) [|Open()|]; } } class Stage(IHostEnvironment env) {", "public bool IsDev => env.IsDevelopment();")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment())); } } static class Registry { public static void Add(object o) { } } record Flags(bool IsDev); class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) Open(); else [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment())); } } static class Registry { public static void Add(object o) { } } class Flags(bool isDev) { public bool IsDev { get; } = isDev; } class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) Open(); else [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(Flags.Of(env)); } } static class Registry { public static void Add(object o) { } } record Flags(bool IsDev) { public static Flags Of(IHostEnvironment env) => new(env.IsDevelopment()); } class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) Open(); else [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment())); Registry.Take(new(args.Length > 0)); } } static class Registry { public static void Add(object o) { } public static void Take(Flags f) { } } record Flags(bool IsDev); class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment())); Registry.Bind<Flags>(); } } static class Registry { public static void Add(object o) { } public static void Bind<T>() { } } record Flags(bool IsDev); class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment())); } } static class Registry { public static void Add(object o) { } } record Flags(bool IsDev); record Other() : Flags(true); class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("Registry.Add(new Flags(env.IsDevelopment()) with { IsDev = args.Length > 0 }); } } static class Registry { public static void Add(object o) { } } record Flags(bool IsDev); class User(Flags flags) { static int Open() => 0; public void Use() { if (flags.IsDev) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("} } interface IStage { bool IsDev { get; } bool Is(string name, bool any); } class Stage(IHostEnvironment env) : IStage { public bool IsDev => env.IsDevelopment(); public bool Is(string name, bool any) => any || env.IsEnvironment(name); } class User(IStage stage) { static int Open() => 0; public void Use() { if (stage.IsDev) Open(); else [|Open()|]; if (stage.Is(\"Development\", false)) Open(); if (stage.Is(any: true, name: \"Development\")) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("} } interface IStage { bool IsDev { get; } } class Stage(IHostEnvironment env) : IStage { public bool IsDev => env.IsDevelopment(); } class Always : IStage { public bool IsDev => true; } class User(IStage stage) { static int Open() => 0; public void Use() { if (stage.IsDev) [|Open()|]; }", "public int Level => 0;")]
    [InlineData("InDevelopment(env, () => Open()); InDevelopment(env, () => { Action a = () => Open(); a(); });", "static void InDevelopment(IHostEnvironment env, Action act) { if (env.IsDevelopment()) act(); }")]
    [InlineData("Either(env, () => Open(), () => [|Open()|]);", "static void Either(IHostEnvironment env, Action dev, Action shipped) { if (env.IsDevelopment()) dev(); else shipped(); }")]
    [InlineData("Always(env, () => [|Open()|]);", "static void Always(IHostEnvironment env, Action act) { if (env.IsDevelopment()) return; act(); }")]
    [InlineData("Kept(env, () => [|Open()|]);", "static Action kept; static void Kept(IHostEnvironment env, Action act) { kept = act; if (env.IsDevelopment()) act(); }")]
    [InlineData("if (Relaxed) Open(); else [|Open()|];", "static bool? relaxed; static bool Relaxed => relaxed ??= Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\";")]
    [InlineData("} async System.Threading.Tasks.Task Later(IHostEnvironment env) { if (await IsDev(env)) Open(); if (!await IsDev(env).ConfigureAwait(false)) [|Open()|]; if (await Now(env)) Open();", "static async System.Threading.Tasks.Task<bool> IsDev(IHostEnvironment env) { await System.Threading.Tasks.Task.Yield(); return env.IsDevelopment(); } static System.Threading.Tasks.Task<bool> Now(IHostEnvironment env) => System.Threading.Tasks.Task.FromResult(env.IsDevelopment());")]
    public Task Follows_members(string body, string members) => Verify.Finds<ReachProbe>(Program(body, members));

    [Fact]
    public Task Alias_is_seen() => Verify.Finds<ReachProbe>(
        """
        using E = Ext;
        using static Ext;
        using Microsoft.Extensions.Hosting;

        static class Ext
        {
            internal static void Configure() => Open();
            internal static void Imported() => Open();
            internal static void Unguarded() => [|Open()|];
            static int Open() => 0;
        }

        class Program
        {
            static void Main()
            {
                E.Unguarded();
                if (Host.CreateApplicationBuilder().Environment.IsDevelopment())
                {
                    E.Configure();
                    Imported();
                }
            }
        }
        """);

    /// <summary>Each is skipped under its own name; the call under another is not.</summary>
    [Fact]
    public Task Caller_under_an_alias_is_seen() => Verify.Finds<ReachProbe>(
        """
        global using G = Ext;
        using F = Ext;
        using Microsoft.Extensions.Hosting;
        using Space = Outer.Inner;

        class Ext
        {
            internal static void Global() => [|Open()|];
            internal static void OfTheFile() => [|Open()|];
            internal static void OfTheNamespace() => [|Open()|];
            internal static void Inherited() => [|Open()|];
            internal static void Never() => Open();
            static int Open() => 0;
        }

        namespace Outer.Inner
        {
            using L = Ext;

            class Derived : L;

            class User
            {
                internal static void Use() => L.OfTheNamespace();
            }
        }

        class Program
        {
            static void Main()
            {
                if (Host.CreateApplicationBuilder().Environment.IsDevelopment())
                {
                    Ext.Global();
                    Ext.OfTheFile();
                    Ext.OfTheNamespace();
                    Ext.Inherited();
                    Ext.Never();
                }

                G.Global();
                F.OfTheFile();
                Outer.Inner.User.Use();
                Space.Derived.Inherited();
                Never();
            }

            static void Never() { }
        }
        """);

    [Fact]
    public Task Library_may_be_called_by_others() => Verify.Finds<ReachProbe>(
        """
        using Microsoft.Extensions.Hosting;
        public class C
        {
            public void M(IHostEnvironment env) { if (env.IsDevelopment()) { Public(); Virtual(); Internal(); } }
            public void Public() => [|Open()|];
            protected virtual void Virtual() => [|Open()|];
            internal void Internal() => Open();
            static int Open() => 0;
        }
        """);

    [Fact]
    public Task Stub_of_web_assembly_in_source() => Verify.Finds<ReachProbe>(
        """
        namespace Microsoft.AspNetCore.Components.WebAssembly.Hosting
        {
            public interface IWebAssemblyHostEnvironment { string Environment { get; } }
            public static class WebAssemblyHostEnvironmentExtensions
            {
                public static bool IsDevelopment(this IWebAssemblyHostEnvironment environment) => throw null;
            }
        }

        class C
        {
            void M(Microsoft.AspNetCore.Components.WebAssembly.Hosting.IWebAssemblyHostEnvironment env)
            {
                if (env.Environment == "Development") Open(); else [|Open()|];
                if (Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostEnvironmentExtensions.IsDevelopment(env)) Open(); else [|Open()|];
            }

            static int Open() => 0;
        }
        """);

    [Fact]
    public Task Own_class_that_implements_the_environment() => Verify.Finds<ReachProbe>(
        """
        using Microsoft.Extensions.FileProviders;
        using Microsoft.Extensions.Hosting;
        class Own : IHostEnvironment
        {
            public string EnvironmentName { get; set; }
            public string ApplicationName { get; set; }
            public string ContentRootPath { get; set; }
            public IFileProvider ContentRootFileProvider { get; set; }
            void M() { if (this.IsDevelopment()) Open(); else [|Open()|]; if (EnvironmentName == "Development") Open(); }
            static int Open() => 0;
        }
        """);

    [Fact]
    public Task Application_is_called_by_itself() => Verify.Finds<ReachProbe>(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Hosting;
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Environment.IsDevelopment())
        {
            C.Public();
            C.Open();
        }

        [|C.Open()|];
        public static class C
        {
            public static void Public() => Open();
            public static void Unused() => [|Open()|];
            public static int Open() => 0;
        }
        """);

    [Theory]
    [InlineData("StartupDevelopment", "Configure", "IApplicationBuilder app", "Open()")]
    [InlineData("Startup", "ConfigureDevelopment", "IApplicationBuilder app", "Open()")]
    [InlineData("Startup", "ConfigureDevelopmentServices", "IServiceCollection services", "Open()")]
    [InlineData("Startup", "ConfigureDevelopmentServices", "string services", "[|Open()|]")]
    [InlineData("Startup", "ConfigureStaging", "IApplicationBuilder app", "[|Open()|]")]
    [InlineData("Startup", "ConfigureProductionServices", "IServiceCollection services", "[|Open()|]")]
    [InlineData("Startup", "ConfigureServices", "IServiceCollection services", "[|Open()|]")]
    public Task Startup_conventions(string type, string method, string parameter, string call) => Verify.Finds<ReachProbe>(
        $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        public class {{type}}
        {
            public void {{method}}({{parameter}}) { {{call}}; }
            static int Open() => 0;
        }
        """);

    [Theory]
    [InlineData("#if DEBUG\nOpen();\n#endif")]
    [InlineData("#if DEBUG\nOpen();\n#else\nUncompiled();\n#endif\n[|Open()|];")]
    [InlineData("#if !DEBUG\nUncompiled();\n#else\nOpen();\n#endif")]
    [InlineData("#if RELEASE\nUncompiled();\n#else\nOpen();\n#endif")]
    [InlineData("#if !RELEASE\nOpen();\n#endif")]
    [InlineData("#if DEBUG || TRACE\n[|Open()|];\n#endif")]
    [InlineData("#if DEBUG && TRACE\nOpen();\n#endif")]
    [InlineData("#if TRACE\n[|Open()|];\n#endif")]
    [InlineData("#if NET472\nUncompiled();\n#elif DEBUG\nOpen();\n#else\nUncompiled();\n#endif")]
    [InlineData("#if TRACE\n#if DEBUG\nOpen();\n#endif\n[|Open()|];\n#endif")]
    [InlineData("#if LOCALDEV\nOpen();\n#else\nUncompiled();\n#endif")]
    [InlineData("var relaxed = false;\n#if DEBUG\nrelaxed = true;\n#endif\nif (relaxed) Open(); else [|Open()|];")]
    [InlineData("#if DEBUG\nconst bool relaxed = true;\n#else\nconst bool relaxed = false;\n#endif\nif (relaxed) Open();")]
    [InlineData("if (Build.IsDebug) Open(); else [|Open()|];")]
    public Task Conditional_compilation(string body) => Verify.Finds<ReachProbe>(
        $$"""
        class C
        {
            void M()
            {
        {{body}}
            }
            static int Open() => 0;
        }
        static class Build
        {
        #if DEBUG
            public const bool IsDebug = true;
        #else
            public const bool IsDebug = false;
        #endif
        }
        """.Replace("{{body}}", body, StringComparison.Ordinal),
        options: "transit_analyzers.development_symbols = LOCALDEV",
        with: test => test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(
            id, ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithPreprocessorSymbols("DEBUG", "TRACE", "LOCALDEV"))));

    [Theory]
    [InlineData("if (env.IsDevelopment( [|Open()|];")]
    [InlineData("if (env.) [|Open()|];")]
    [InlineData("if (unknown.IsDevelopment()) [|Open()|]; else")]
    [InlineData("bool dev = dev; if (dev) [|Open()|];")]
    [InlineData("bool Dev() => Dev(); if (Dev()) [|Open()|];")]
    [InlineData("Action a = () => [|Open()|]; Action b = () => { a(; }")]
    [InlineData("switch (env.EnvironmentName) { case")]
    [InlineData("if (env.IsDevelopment()) Open( else [|Open()|]")]
    public Task Broken_code_is_not_known(string body) => Verify.Finds<ReachProbe>(
        Program(body), with: static test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    /// <summary>A long method is followed where it asks itself where it runs.</summary>
    [Theory]
    [InlineData("env.IsDevelopment()", "Open()")]
    [InlineData("args.Length == args.Length + 1", "[|Open()|]")]
    [InlineData("Never", "[|Open()|]")]
    public Task Follows_long_methods_that_ask(string answer, string open) => Verify.Finds<ReachProbe>(
        Program($"bool Long() {{ {string.Concat(Enumerable.Repeat("if (args.Length < 0) throw new ArgumentException(args[0]); ", 40))} return {answer}; }} if (Long()) {open};", "const bool Never = false;"));

    private static string Program(string body, string members = "") =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.Extensions.Hosting;

        class C
        {
            static int Open() => 0;
            void M(IHostEnvironment env, string[] args) { {{body}} {{(body.Contains("} }", StringComparison.Ordinal) && members.Length > 0 ? "" : "}")}}
            {{members}}
        }
        """;
}
