using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>Each condition is tried as <c>if (condition) …; else …;</c> and inverted, so both branches of each guard are seen.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("env.IsDevelopment()")]
    [InlineData("!env.IsProduction()")]
    [InlineData("env.IsEnvironment(\"Development\")")]
    [InlineData("env.IsEnvironment(Environments.Development)")]
    [InlineData("builder.Environment.IsDevelopment()")]
    [InlineData("app.Environment.IsDevelopment()")]
    [InlineData("HostEnvironmentEnvExtensions.IsDevelopment(env)")]
    [InlineData("env.EnvironmentName == \"Development\"")]
    [InlineData("\"Development\" == env.EnvironmentName")]
    [InlineData("env.EnvironmentName == Environments.Development")]
    [InlineData("env.EnvironmentName == nameof(Environments.Development)")]
    [InlineData("env.EnvironmentName != \"Production\"")]
    [InlineData("env.EnvironmentName.Equals(\"Development\")")]
    [InlineData("env.EnvironmentName.Equals(\"development\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("\"Development\".Equals(env.EnvironmentName, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("string.Equals(env.EnvironmentName, \"Development\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("Equals(env.EnvironmentName, \"Development\")")]
    [InlineData("string.Compare(env.EnvironmentName, \"Development\", true) == 0")]
    [InlineData("string.Compare(env.EnvironmentName, \"Production\", StringComparison.Ordinal) != 0")]
    [InlineData("string.CompareOrdinal(env.EnvironmentName, \"Development\") == 0")]
    [InlineData("env.EnvironmentName.CompareTo(\"Development\") == 0")]
    [InlineData("StringComparer.OrdinalIgnoreCase.Equals(env.EnvironmentName, \"Development\")")]
    [InlineData("StringComparer.OrdinalIgnoreCase.Compare(env.EnvironmentName, \"Development\") == 0")]
    [InlineData("env.EnvironmentName.ToLower() == \"development\"")]
    [InlineData("env.EnvironmentName.ToUpperInvariant().Equals(\"DEVELOPMENT\")")]
    [InlineData("env.EnvironmentName.StartsWith(\"Dev\")")]
    [InlineData("env.EnvironmentName.Contains(\"dev\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("env.EnvironmentName is \"Development\"")]
    [InlineData("env.EnvironmentName is \"Development\" or \"DEVELOPMENT\"")]
    [InlineData("env.EnvironmentName is not \"Production\"")]
    [InlineData("env is { EnvironmentName: \"Development\" }")]
    [InlineData("env.EnvironmentName switch { \"Development\" => true, _ => false }")]
    [InlineData("env.EnvironmentName switch { \"Production\" => false, \"Staging\" => false, _ => true }")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\")?.Equals(\"Development\") == true")]
    [InlineData("Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\")?.Equals(\"Development\") ?? false")]
    [InlineData("(Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") ?? \"Production\") == \"Development\"")]
    [InlineData("(Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") ?? Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\")) == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"AZURE_FUNCTIONS_ENVIRONMENT\", EnvironmentVariableTarget.Process) == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") is { } name && name == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") is string name && name.Equals(\"Development\")")]
    [InlineData("env.EnvironmentName is { Length: > 3 } name && name == \"Development\"")]
    [InlineData("env.EnvironmentName is var name && name == \"Development\"")]
    [InlineData("env.EnvironmentName switch { var name when name.StartsWith(\"Dev\") => true, _ => false }")]
    [InlineData("env.EnvironmentName.IndexOf(\"Dev\") != -1")]
    [InlineData("env.EnvironmentName.IndexOf(\"Dev\") >= 0")]
    [InlineData("env.EnvironmentName.IndexOf(\"Prod\", StringComparison.Ordinal) < 0")]
    [InlineData("builder.Configuration.GetSection(\"ASPNETCORE_ENVIRONMENT\").Value == \"Development\"")]
    [InlineData("builder.Configuration[\"ASPNETCORE_ENVIRONMENT\"] == \"Development\"")]
    [InlineData("builder.Configuration.GetValue<string>(\"ASPNETCORE_ENVIRONMENT\") == \"Development\"")]
    [InlineData("new[] { \"Development\" }.Contains(env.EnvironmentName)")]
    [InlineData("new List<string> { \"Development\" }.Contains(env.EnvironmentName)")]
    [InlineData("new[] { \"Development\" }.Any(name => name == env.EnvironmentName)")]
    [InlineData("new List<string> { \"Development\" }.Exists(name => string.Equals(name, env.EnvironmentName, StringComparison.OrdinalIgnoreCase))")]
    [InlineData("new[] { \"Development\" }.Any(env.IsEnvironment)")]
    [InlineData("new[] { \"Production\", \"Staging\" }.All(name => name != env.EnvironmentName)")]
    [InlineData("Array.IndexOf(new[] { \"Development\" }, env.EnvironmentName) >= 0")]
    [InlineData("new Dictionary<string, bool> { [\"Development\"] = true, [\"Production\"] = false }[env.EnvironmentName]")]
    [InlineData("new Lazy<bool>(() => env.IsDevelopment()).Value")]
    [InlineData("new Lazy<bool>(env.IsDevelopment).Value")]
    [InlineData("new Stage(env.IsDevelopment()).IsDev")]
    [InlineData("new Stage(IsVerbose: true, IsDev: env.IsDevelopment()).IsDev")]
    [InlineData("(new Stage(true) with { IsDev = env.IsDevelopment() }).IsDev")]
    [InlineData("new Named(env.EnvironmentName).IsDev")]
    [InlineData("Named.Of(env).IsDev")]
    [InlineData("new Named(\"\") { Name = env.EnvironmentName }.IsDev")]
    [InlineData("System.Diagnostics.Debugger.IsAttached")]
    [InlineData("env.IsDevelopment() && other")]
    [InlineData("other && env.IsDevelopment()")]
    [InlineData("other & env.IsDevelopment()")]
    [InlineData("env.IsDevelopment() || System.Diagnostics.Debugger.IsAttached")]
    [InlineData("!(env.IsProduction() || other)")]
    [InlineData("env.IsDevelopment() ? true : false")]
    [InlineData("other ? env.IsDevelopment() : false")]
    [InlineData("env.IsDevelopment() == true")]
    [InlineData("env.IsDevelopment() is true")]
    [InlineData("((env.IsDevelopment()))")]
    [InlineData("(bool?)env.IsDevelopment() ?? other")]
    [InlineData("IsLocal(env)")]
    [InlineData("IsNamed(env, \"Development\")")]
    [InlineData("Settings.IsDev")]
    [InlineData("Settings.IsDevComputed")]
    [InlineData("Settings.IsDevField")]
    [InlineData("Settings.IsDevLong(env)")]
    [InlineData("env.IsLocalExtension()")]
    [InlineData("env.EnvironmentName[..3] == \"Dev\"")]
    [InlineData("env.EnvironmentName.Substring(0, 3).Equals(\"dev\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("env.EnvironmentName.ToLowerInvariant()[..3] == \"dev\"")]
    [InlineData("env.EnvironmentName[..4] != \"Prod\"")]
    [InlineData("env.EnvironmentName[^4..] == \"ment\"")]
    [InlineData("env.EnvironmentName[0] == 'D'")]
    [InlineData("env.EnvironmentName[^1] == 't'")]
    [InlineData("env.EnvironmentName.AsSpan(0, 3).SequenceEqual(\"Dev\")")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, \"^Dev\")")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, \"development|local\", RegexOptions.IgnoreCase)")]
    [InlineData("!Regex.IsMatch(env.EnvironmentName, \"^prod\", RegexOptions.IgnoreCase)")]
    [InlineData("new Regex(\"^Dev\").IsMatch(env.EnvironmentName)")]
    [InlineData("Regex.Match(env.EnvironmentName, \"^(Dev|Test)\").Success")]
    [InlineData("new Dictionary<string, bool> { [\"Development\"] = true }.GetValueOrDefault(env.EnvironmentName)")]
    [InlineData("(env.IsDevelopment(), other) is (true, _)")]
    [InlineData("(env.EnvironmentName, other) is (\"Development\", true)")]
    [InlineData("(env.IsDevelopment(), other) switch { (true, _) => true, (false, _) => false }")]
    [InlineData("(env.IsDevelopment(), other).Item1")]
    [InlineData("(env.EnvironmentName switch { \"Development\" => Level.Dev, \"Staging\" => Level.Test, _ => Level.Prod }) == Level.Dev")]
    [InlineData("LevelOf(env) < Level.Test")]
    [InlineData("LevelOf(env) is Level.Dev")]
    [InlineData("Described(env).IsDev")]
    [InlineData("Described(env) is { IsDev: true }")]
    public async Task Is_false_in_production(string condition)
    {
        await Reaches($"if ({condition}) Open();", $"if ({condition}) {{ }} else [|Open()|];", $"if (!({condition})) [|Open()|];");
        await Reaches($"if (!({condition})) return; Open();", $"if ({condition}) return; [|Open()|];", $"if ({condition}) throw new(); [|Open()|];");
        await Reaches($"var dev = {condition}; if (dev) Open();", $"bool dev; dev = {condition}; if (!dev) [|Open()|]; else Open();");
        await Reaches($"_ = ({condition}) ? Open() : 0;", $"_ = ({condition}) ? 0 : [|Open()|];", $"_ = ({condition}) && Open() > 0;", $"_ = ({condition}) || [|Open()|] > 0;");
    }

    [Theory]
    [InlineData("other")]
    [InlineData("env.IsStaging()")]
    [InlineData("!env.IsStaging()")]
    [InlineData("env.IsDevelopment() || env.IsStaging()")]
    [InlineData("env.IsEnvironment(\"Test\")")]
    [InlineData("env.IsEnvironment(args[0])")]
    [InlineData("env.EnvironmentName == args[0]")]
    [InlineData("env.ApplicationName == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"STAGE\") == \"Development\"")]
    [InlineData("builder.Configuration.GetValue<bool>(\"IsDevelopment\")")]
    [InlineData("builder.Configuration[\"Mode\"] == \"Development\"")]
    [InlineData("builder.Configuration.GetSection(\"Mode\").Value == \"Development\"")]
    [InlineData("args[0] is { } name && name == \"Development\"")]
    [InlineData("env is { ApplicationName: var name } && name == \"Development\"")]
    [InlineData("env.IsDevelopment() || other")]
    [InlineData("env.IsProduction() && other")]
    [InlineData("new User().IsDevelopment")]
    [InlineData("new User().IsDevelopmentMethod()")]
    [InlineData("new User().EnvironmentName == \"Development\"")]
    [InlineData("Settings.Mutable")]
    [InlineData("new Stage(other).IsDev")]
    [InlineData("new Stage(env.IsDevelopment(), other).IsVerbose")]
    [InlineData("(new Stage(other) with { IsVerbose = env.IsDevelopment() }).IsDev")]
    [InlineData("new Named(args[0]).IsDev")]
    [InlineData("new Lazy<bool>(() => other || env.IsDevelopment()).Value")]
    [InlineData("new[] { \"Development\", args[0] }.Any(name => name == env.EnvironmentName)")]
    [InlineData("args.Length.CompareTo(3) > 0")]
    [InlineData("new[] { \"Development\", \"Test\" }.Contains(env.EnvironmentName)")]
    [InlineData("env.EnvironmentName[..4] == \"Stag\"")]
    [InlineData("env.EnvironmentName[..args.Length] == \"Dev\"")]
    [InlineData("env.EnvironmentName[..40] == \"Development\"")]
    [InlineData("args[0][..3] == \"Dev\"")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, args[0])")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, \"^Staging$\")")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, \"(\")")]
    [InlineData("Regex.IsMatch(args[0], \"^Dev\")")]
    [InlineData("Regex.IsMatch(env.EnvironmentName, \"(D+)+(e+)+\")")]
    [InlineData("new Dictionary<string, bool> { [\"Development\"] = true }.GetValueOrDefault(env.EnvironmentName, other)")]
    [InlineData("(env.IsDevelopment(), other) is (_, true)")]
    [InlineData("(env.EnvironmentName switch { \"Development\" => Level.Dev, \"Staging\" => Level.Test, _ => Level.Prod }) == Level.Test")]
    [InlineData("(other ? 1 : 2) == 1")]
    public Task Is_not_known(string condition) => Reaches(
        $"if ({condition}) [|Open()|]; else [|Open()|];",
        $"if (!({condition})) return; [|Open()|];",
        $"if ({condition}) return; [|Open()|];");

    [Fact]
    public Task A_loop_or_a_table_gives_a_variable_its_value() => Reaches(
        "foreach (var name in new[] { \"Development\" }) if (env.IsEnvironment(name)) Open();",
        "foreach (var name in new[] { \"Development\", \"Staging\" }) if (env.IsEnvironment(name)) [|Open()|];",
        "foreach (var name in args) if (env.IsEnvironment(name)) [|Open()|];",
        "var table = new Dictionary<string, bool> { [\"Development\"] = true }; if (table.TryGetValue(env.EnvironmentName, out var dev) && dev) Open();",
        "var table = new Dictionary<string, bool> { [\"Development\"] = true, [\"Production\"] = true }; if (table.TryGetValue(env.EnvironmentName, out var dev) && dev) [|Open()|];",
        "var table = new Dictionary<string, bool> { [\"Development\"] = true }; if (table.TryGetValue(args[0], out var dev) && dev) [|Open()|];");

    [Fact]
    public Task A_flag_is_joined_with_others() => Reaches(
        "var dev = false; dev |= env.IsDevelopment(); if (dev) Open(); else [|Open()|];",
        "var dev = false; dev |= env.IsDevelopment(); dev |= other; if (dev) [|Open()|];",
        "var strict = true; strict &= !env.IsDevelopment(); if (!strict) Open(); else [|Open()|];",
        "var strict = true; strict &= env.IsDevelopment(); if (!strict) [|Open()|];");

    [Fact]
    public Task A_deconstruction_gives_each_variable_its_value() => Reaches(
        "var (dev, shipped) = (env.IsDevelopment(), env.IsProduction()); if (dev) Open(); if (shipped) [|Open()|]; if (!shipped) Open();",
        "(var dev, (bool shipped, var any)) = (env.IsDevelopment(), (env.IsProduction(), other)); if (dev) Open(); if (!shipped) Open(); if (any) [|Open()|];",
        "bool dev, shipped; (dev, shipped) = (env.IsDevelopment(), env.IsProduction()); if (dev) Open(); else [|Open()|]; if (!shipped) Open();",
        "var (dev, shipped) = Both(); if (dev) [|Open()|]; if (!shipped) [|Open()|]; (bool, bool) Both() => (other, other);",
        "var (dev, name) = Described(env); if (dev) Open(); else [|Open()|]; if (name == \"Development\") Open();",
        "var (dev, _) = Stage.Of(env); if (dev) Open(); else [|Open()|];",
        "bool dev; (dev, _) = new Stage(env.IsDevelopment(), other); if (dev) Open(); else [|Open()|];",
        "var pair = Described(env); if (pair.IsDev) Open(); else [|Open()|];",
        "(bool Dev, int N) pair = (false, 0); pair = (env.IsDevelopment(), 1); if (pair.Dev) Open();",
        "(bool Dev, int N) pair = (false, 0); pair.Dev = other; if (pair.Dev) [|Open()|];",
        "int.TryParse(args[0], out var level); if (level == 0) [|Open()|]; else [|Open()|];",
        "switch (env.EnvironmentName) { case var name when name.StartsWith(\"Dev\"): Open(); break; default: [|Open()|]; break; }");

    [Theory]
    [InlineData("env.IsStaging()", "Development, Staging")]
    [InlineData("env.IsEnvironment(\"Local\")", "Local")]
    [InlineData("env.EnvironmentName is \"Local\" or \"Test\"", "Local, test")]
    [InlineData("new[] { \"Development\", \"Test\" }.Contains(env.EnvironmentName)", "Development,Test")]
    public Task Option_names_the_development_environments(string condition, string environments) => Verify.Finds<ReachProbe>(
        Program($"if ({condition}) Open(); else [|Open()|];"), options: "transit_analyzers.development_environments = " + environments);

    [Fact]
    public Task Option_includes_development_code() => Verify.Finds<ReachProbe>(
        Program("if (env.IsDevelopment()) [|Open()|]; else [|Open()|];"), options: "transit_analyzers.include_development_code = true");

    [Fact]
    public Task Environment_not_listed_is_production() => Verify.Finds<ReachProbe>(
        Program("if (env.IsDevelopment()) [|Open()|]; else [|Open()|];"), options: "transit_analyzers.development_environments = Local");

    private static Task Reaches(params string[] bodies) => Verify.Finds<ReachProbe>(Program(bodies));

    private static string Program(params string[] bodies) =>
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;

        class C
        {

        """
        + string.Concat(bodies.Select((body, index) =>
            $"    void M{index}(IHostEnvironment env, WebApplicationBuilder builder, WebApplication app, bool other, string[] args) {{ {body} }}\n"))
        + """

            static int Open() => 0;
            static bool IsLocal(IHostEnvironment env) => env.IsDevelopment();
            static bool IsNamed(IHostEnvironment env, string name) => env.EnvironmentName == name;
            static (bool IsDev, string Name) Described(IHostEnvironment env) => (env.IsDevelopment(), env.EnvironmentName);
            static Level LevelOf(IHostEnvironment env) { if (env.IsDevelopment()) return Level.Dev; return env.IsProduction() ? Level.Prod : Level.Test; }
        }

        enum Level { Dev, Test, Prod }
        record Stage(bool IsDev, bool IsVerbose = false) { public static Stage Of(IHostEnvironment env) => new(env.IsDevelopment()); }
        readonly record struct Named(string Name) { public bool IsDev => Name.Equals("Development"); public static Named Of(IHostEnvironment env) => new(env.EnvironmentName); }

        static class Settings
        {
            private static readonly string name = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
            public static bool IsDev => name == "Development";
            public static bool IsDevComputed { get; } = IsDev && true;
            public static readonly bool IsDevField = name == Environments.Development;
            public static bool Mutable { get; set; }
            public static bool IsDevLong(IHostEnvironment env)
            {
                if (env.IsProduction())
                {
                    return false;
                }

                return true;
            }

            public static bool IsLocalExtension(this IHostEnvironment env) => env.IsEnvironment("Development");
        }

        class User
        {
            public bool IsDevelopment { get; set; }
            public string EnvironmentName { get; set; }
            public virtual bool IsDevelopmentMethod() => false;
        }
        """;
}
