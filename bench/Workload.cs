using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Bench;

/// <summary>The compilations that subjects are measured on.</summary>
internal static class Workload
{
    private const int MethodsPerFile = 50;

    /// <summary>One block of hits for so many ordinary methods.</summary>
    private const int MethodsPerBlock = 1000;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>How many times a generated compilation holds <see cref="Hits"/>.</summary>
    public static int BlocksOf(int methods) => Math.Max(1, methods / MethodsPerBlock);

    /// <summary>So many ordinary methods, and a few hits of every rule.</summary>
    public static CSharpCompilation Generate(int methods)
    {
        var trees = new List<SyntaxTree>();
        for (var file = 0; file < methods / MethodsPerFile; file++)
            trees.Add(ParseText(Ordinary.File(file, MethodsPerFile), $"/bench/Ordinary{file}.cs"));
        for (var block = 0; block < BlocksOf(methods); block++)
            trees.Add(ParseText(Hits.Block(block), $"/bench/Hits{block}.cs"));
        var compilation = Compile(trees);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5).ToArray();
        return errors.Length == 0
            ? compilation
            : throw new InvalidOperationException("The generated code does not compile: " + string.Join(Environment.NewLine, errors.Select(error => error.ToString())));
    }

    /// <summary>Every C# file of a folder. What its packages would bring is missing: errors are tolerated.</summary>
    public static CSharpCompilation Tree(string folder) =>
        Compile("Bench", FilesOf(folder), ReferenceAssemblies.AspNetCore.Net100, Packages.Newest, [], OutputKind.DynamicallyLinkedLibrary);

    /// <summary>The C# files of a folder, in their order.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>These files, with what they reference.</summary>
    public static CSharpCompilation Compile(
        string name, IEnumerable<string> files, ReferenceAssemblies framework, ImmutableArray<PackageIdentity> packages, IEnumerable<MetadataReference> others, OutputKind kind) =>
        CSharpCompilation.Create(
            name, files.Select(static file => ParseText(File.ReadAllText(file), file)).Append(ParseText(ImplicitUsings, "/bench/Usings.cs")), [.. Resolve(framework, packages), .. others], Options.WithOutputKind(kind));

    public static int LinesOf(Compilation compilation) => compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count);

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static SyntaxTree ParseText(string text, string path) => CSharpSyntaxTree.ParseText(text, Parse, path, Encoding.UTF8);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Bench", trees, Resolve(ReferenceAssemblies.AspNetCore.Net100, Packages.Newest), Options);

    private static ImmutableArray<MetadataReference> Resolve(ReferenceAssemblies framework, ImmutableArray<PackageIdentity> packages) =>
        framework.AddPackages(packages).ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();
}
