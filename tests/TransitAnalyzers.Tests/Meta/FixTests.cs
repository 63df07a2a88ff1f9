using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>What holds for every fix.</summary>
public sealed class FixTests
{
    public static IEnumerable<object[]> Names => Fixes.Types.Select(type => new object[] { type.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_exported_for_CSharp_under_its_own_name(string name)
    {
        var type = Fixes.Types.Single(candidate => candidate.Name == name);
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal(name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.NotNull(type.GetCustomAttribute<SharedAttribute>());
        Assert.True(type.IsPublic);
    }

    /// <summary>Without that an editor shows no light bulb in a configuration file.</summary>
    [Fact]
    public void Fixes_of_rules_that_hold_in_files_are_exported_for_files()
    {
        var inFiles = new TransitAnalyzers.Configuration.ConfigurationFamily().SupportedDiagnostics.Select(rule => rule.Id).ToHashSet();
        Assert.All(
            Fixes.All.Where(fix => fix.FixableDiagnosticIds.Any(inFiles.Contains)),
            fix => Assert.Equal(
                [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)],
                fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixes_all_in_document_project_and_solution(string name)
    {
        var all = Fixes.All.Single(fix => fix.GetType().Name == name).GetFixAllProvider();
        Assert.NotNull(all);
        Assert.NotSame(WellKnownFixAllProviders.BatchFixer, all);
        Assert.Superset(
            new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution },
            all.GetSupportedFixAllScopes().ToHashSet());
    }

    [Theory]
    [MemberData(nameof(RuleTests.Ids), MemberType = typeof(RuleTests))]
    public void A_rule_has_one_fix_or_its_page_says_why_none(string id)
    {
        var count = Fixes.All.Count(fix => fix.FixableDiagnosticIds.Contains(id));
        var stated = Page.Of(id).Fix;
        if (stated.StartsWith("No:", StringComparison.Ordinal))
        {
            Assert.Equal(0, count);
            Assert.True(stated.Split(' ').Length > 5, "The page gives the reason why there is no fix.");
        }
        else
        {
            // dotnet format skips the second provider of an id without a word.
            Assert.Equal(1, count);
            Assert.True(stated.StartsWith("Yes", StringComparison.Ordinal), "Under Fix the page says 'Yes' or 'No: ' and why.");
        }
    }

    [Fact]
    public void Every_fix_is_of_a_rule() => Assert.All(
        Fixes.All.SelectMany(fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, RuleTests.Ids.Select(row => (string)row[0])));
}
