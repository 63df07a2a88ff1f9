using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>Real inputs to be damaged: samples, examples of the pages, and the sources inside of tests.</summary>
internal static class Corpus
{
    /// <summary>C# that the rules have something to say about.</summary>
    public static ImmutableArray<string> Code { get; } = [.. Samples("*.cs").Concat(Pages("csharp")).Concat(TestSources()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Configuration files, with the name that makes them be read.</summary>
    public static ImmutableArray<(string Name, string Text)> Files { get; } =
    [
        .. Samples("appsettings*.json").Concat(Pages("json")).Select(text => ("appsettings.json", text)),
        .. Pages("xml").Append("<configuration><connectionStrings><add name=\"a\" connectionString=\"Server=db;Encrypt=False\" /></connectionStrings></configuration>")
            .Select(text => ("web.config", text)),
        .. Pages("yaml").Append("services:\n  web:\n    environment:\n      - ConnectionStrings__Shop=Host=db;SSL Mode=Disable\n").Select(text => ("docker-compose.yml", text)),
        (".env", "# comment\nConnectionStrings__Shop=\"Host=db;SSL Mode=Disable\"\nexport URL=http://shop.example/\n"),
    ];

    private static IEnumerable<string> Samples(string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf("samples"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(File.ReadAllText);

    private static IEnumerable<string> Pages(string language) => RuleTests.Ids.Select(row => (string)row[0])
        .Where(id => File.Exists(Repository.PathOf("docs", "rules", id + ".md")))
        .SelectMany(id => new[] { "Insecure", "Secure" }.SelectMany(section => Page.Of(id).BlocksOf(section)))
        .Where(block => block.Info.Split(' ')[0] == language)
        .Select(block => block.Text);

    /// <summary>The text of every string literal in the tests that is a program.</summary>
    private static IEnumerable<string> TestSources() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "TransitAnalyzers.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Testing" or "Robustness" or "Meta"))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .Select(token => token.ValueText)
            .Where(text => text.Contains(';', StringComparison.Ordinal) && !text.TrimStart().StartsWith('<'))
            .Select(WithoutMarkup);

    private static string WithoutMarkup(string text)
    {
        try
        {
            return Markup.Parse(text).Text;
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
