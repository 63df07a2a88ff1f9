using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>
/// Secure programs that are not written to their end. Cut behind any member (a type, method or property; not within one, where
/// the secure half of a statement would be lost), no warning comes: what a missing method would do is not known. Suggestions
/// may come, where the member that was cut off was what made the rest secure.
/// </summary>
public sealed class CutCodeTests
{
    public static TheoryData<string> Programs => [.. Secure().Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task No_warning_comes_of_a_secure_program_without_its_end(string name)
    {
        var code = Secure().Single(program => program.Name == name).Code;
        var root = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
        var ends = root.DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is not GlobalStatementSyntax and not EnumMemberDeclarationSyntax)
            .Select(member => member.FullSpan.End)
            .Distinct()
            .Where(end => end < code.Length);
        foreach (var end in ends)
        {
            var found = await Trial.AnalyzeAsync(await Trial.ProjectAsync(code[..end]));
            var warnings = found.Where(finding => finding.DefaultSeverity >= DiagnosticSeverity.Warning && finding.Descriptor.IsEnabledByDefault).ToList();
            Assert.True(warnings.Count == 0, $"cut at {end}: {string.Join("\n", warnings)}\n{code[..end]}");
        }
    }

    private static IEnumerable<(string Name, string Code)> Secure() =>
        Directory.GetFiles(Repository.PathOf("tests", "TransitAnalyzers.Tests", "Silent", "Code"), "*.cs")
            .Concat(Directory.GetFiles(Repository.PathOf("samples", "Secure"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Repository.PathOf("tests"), file), File.ReadAllText(file)));
}
