using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace TransitAnalyzers.Testing;

/// <summary>
/// Short forms of the tests that most rules need. The project is production code (no test project) against .NET 10 and
/// ASP.NET Core unless told otherwise; a source with top-level statements is an application. <c>options</c> are lines of
/// a global configuration file, such as <c>transit_analyzers.trusted_hosts = db.example</c>.
/// </summary>
public static class Verify
{
    private static readonly AsyncLocal<List<AnalyzerTest<DefaultVerifier>>?> Gathering = new();

    /// <summary>Reports what the markup of the source says, and nothing else.</summary>
    public static Task Finds<TAnalyzer>(
        string source, ReferenceAssemblies? references = null, string? options = null,
        Action<CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>>? with = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source };
        Configure(test, source, references, options);
        with?.Invoke(test);
        return RunAsync(test);
    }

    /// <summary>Reports nothing.</summary>
    public static Task Silent<TAnalyzer>(
        string source, ReferenceAssemblies? references = null, string? options = null,
        Action<CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>>? with = null)
        where TAnalyzer : DiagnosticAnalyzer, new() => Finds(source, references, options, with);

    /// <summary>Reports what the markup says, and mends it to <paramref name="fixedSource"/>, one by one and by FixAll.</summary>
    public static Task Fixes<TAnalyzer, TCodeFix>(
        string source, string fixedSource, string? key = null, ReferenceAssemblies? references = null, string? options = null,
        Action<CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>>? with = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = fixedSource,
            CodeActionEquivalenceKey = key,
        };
        Configure(test, source, references, options);
        with?.Invoke(test);
        return RunAsync(test);
    }

    /// <summary>Reports what the markup says, and offers no fix.</summary>
    public static Task OffersNoFix<TAnalyzer, TCodeFix>(
        string source, ReferenceAssemblies? references = null, string? options = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier> { TestCode = source };
        Configure(test, source, references, options);
        return RunAsync(test);
    }

    /// <summary>What the test would verify, without that it is.</summary>
    internal static IReadOnlyList<AnalyzerTest<DefaultVerifier>> GatherFrom(Action test)
    {
        var gathered = Gathering.Value = [];
        try
        {
            test();
        }
        finally
        {
            Gathering.Value = null;
        }

        return gathered;
    }

    private static Task RunAsync(AnalyzerTest<DefaultVerifier> test)
    {
        if (Gathering.Value is not { } gathered)
            return test.RunAsync();
        gathered.Add(test);
        return Task.CompletedTask;
    }

    private static void Configure<TVerifier>(AnalyzerTest<TVerifier> test, string source, ReferenceAssemblies? references, string? options)
        where TVerifier : IVerifier, new()
    {
        test.ReferenceAssemblies = references ?? ReferenceAssemblies.AspNetCore.Net100;
        if (HasTopLevelStatements(source))
            test.TestState.OutputKind = OutputKind.ConsoleApplication;
        if (options is not null)
            test.TestState.AnalyzerConfigFiles.Add((ProjectState.Root + ".globalconfig", "is_global = true" + Environment.NewLine + options));
    }

    private static bool HasTopLevelStatements(string source) =>
        CSharpSyntaxTree.ParseText(Markup.Parse(source).Text).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
}
