using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Editing;

/// <summary>
/// A fix that is asked about a finding of another rule offers nothing: <c>dotnet format</c> asks it about any finding of the
/// analyzer, and mends all by the key of what is offered.
/// </summary>
public sealed class OffersTests
{
    private const string Code = """
        class C
        {
            object Open() => new Npgsql.NpgsqlConnection("Host=db.example;SSL Mode=Disable");
        }
        """;

    [Theory]
    [InlineData("DIT0201", false)]
    [InlineData("DIT0301", true)]
    public async Task Only_for_findings_of_its_own(string fixes, bool offers)
    {
        var references = await ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]).ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp).AddMetadataReferences(references);
        var document = project.AddDocument("C.cs", Code);
        var compilation = (await document.Project.GetCompilationAsync())!;
        var findings = await compilation.WithAnalyzers([new ConnectionFamily()]).GetAnalyzerDiagnosticsAsync();
        var finding = Assert.Single(findings, static finding => finding.Id == "DIT0301");
        var offered = new List<CodeAction>();
        CodeFixProvider fix = fixes == "DIT0201" ? new ObsoleteVersionFix() : new NotEncryptedFix();

        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), CancellationToken.None));

        Assert.Equal(offers, offered.Count > 0);
    }
}
