using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>The page of every rule agrees with the rule, and its examples run.</summary>
public sealed class PageTests
{
    public static IEnumerable<object[]> Ids => RuleTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Agrees_with_the_rule(string id)
    {
        var rule = RuleTests.Rule(id);
        var page = Page.Of(id);
        Assert.Equal($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}", page.Title);
        var expected = rule switch
        {
            { IsEnabledByDefault: false } => "Off",
            { DefaultSeverity: DiagnosticSeverity.Warning } => "Warning",
            _ => "Suggestion",
        };
        Assert.True(
            page.Default.StartsWith(expected, StringComparison.OrdinalIgnoreCase),
            $"Under Default the page says '{page.Default}' instead of '{expected}' (one of Warning, Suggestion, Off).");
        foreach (var tag in rule.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal)))
            Assert.Contains(tag, page.Weakness, StringComparison.Ordinal);
        Assert.Equal(Page.SectionNames, page.Sections.Select(section => section.Name));
        Assert.All(page.Sections, section => Assert.False(string.IsNullOrWhiteSpace(section.Text), section.Name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_insecure_example_raises_exactly_this_rule(string id)
    {
        var findings = await PageExample.FindingsAsync(await PageExample.CreateAsync(id, Page.Of(id).BlocksOf("Insecure")));
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(finding.Id == id, finding.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_secure_example_raises_nothing(string id) =>
        Assert.Empty(await PageExample.FindingsAsync(await PageExample.CreateAsync(id, Page.Of(id).BlocksOf("Secure"))));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_fix_of_the_insecure_example_leads_to_silence(string id)
    {
        var insecure = await PageExample.CreateAsync(id, Page.Of(id).BlocksOf("Insecure"));
        if (Fixes.Of(id) is null)
            return;
        var offered = await OfferedAsync(insecure, id);
        Assert.NotEmpty(offered);
        foreach (var key in offered.Select(action => action.EquivalenceKey))
        {
            var project = insecure;
            for (var round = 0; ; round++)
            {
                Assert.True(round < 20, $"'{key}' comes to no end.");
                var next = await OfferedAsync(project, id);
                if ((next.FirstOrDefault(action => action.EquivalenceKey == key) ?? next.FirstOrDefault()) is not { } action)
                    break;
                project = (await Workbench.ApplyAsync(action, CancellationToken.None))!.GetProject(project.Id)!;
            }

            Assert.Empty(await PageExample.FindingsAsync(project));
        }
    }

    [Fact]
    public void Every_page_is_of_a_rule() => Assert.Empty(
        Directory.GetFiles(Repository.PathOf("docs", "rules"), "DIT*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(Ids.Select(row => (string)row[0])));

    /// <summary>The actions for the first finding that has any.</summary>
    private static async Task<ImmutableArray<CodeAction>> OfferedAsync(Project project, string id)
    {
        foreach (var finding in await PageExample.FindingsAsync(project))
            if (await Workbench.ActionsAsync(project, finding, Fixes.Of(id)!, CancellationToken.None) is { IsEmpty: false } actions)
                return actions;
        return [];
    }
}
