using System.Reflection;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>What holds for every rule.</summary>
public sealed class RuleTests
{
    public static IEnumerable<object[]> Ids => Declared.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal).Select(id => new object[] { id });

    /// <summary>Every descriptor that is declared anywhere in the analyzer.</summary>
    private static DiagnosticDescriptor[] Declared { get; } =
        [.. typeof(TransitAnalyzer).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    [Fact]
    public void Ids_are_unique() =>
        Assert.Empty(Declared.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Every_family_is_hosted() => Assert.Equal(
        typeof(RuleFamily).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RuleFamily)) && !type.IsAbstract).Select(type => type.FullName).Order(),
        TransitAnalyzer.Families.Select(family => family.GetType().FullName).Order());

    [Fact]
    public void Families_stand_in_the_order_of_their_ids()
    {
        var first = TransitAnalyzer.Families.Select(family => family.SupportedDiagnostics[0].Id).ToArray();
        Assert.Equal(first.Order(StringComparer.Ordinal), first);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_hosted(string id) => Assert.Contains(Rule(id), new TransitAnalyzer().SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Belongs_to_the_category(string id) => Assert.Equal("TransitSecurity", Rule(id).Category);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_to_its_page(string id) => Assert.EndsWith($"/docs/rules/{id}.md", Rule(id).HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Names_its_weakness(string id)
    {
        if (!IsAboutTheAnalyzer(id))
            Assert.Contains(Rule(id).CustomTags, tag => tag.StartsWith("CWE-", StringComparison.Ordinal) && int.TryParse(tag[4..], out _));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Speaks_in_whole_sentences(string id)
    {
        var rule = Rule(id);
        var message = rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(message.Length is > 20 and < 400, "A message names the thing, the loss and the remedy, and can still be read.");
        Assert.False(string.IsNullOrWhiteSpace(rule.Description.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.False(rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture).EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_line_in_the_release_notes(string id)
    {
        var rule = Rule(id);
        var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadAllLines(Repository.PathOf("src", "TransitAnalyzers", $"AnalyzerReleases.{kind}.md")))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[0] == id)
            .ToArray();
        Assert.Equal([id, "TransitSecurity", severity, rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)], Assert.Single(lines));
    }

    /// <summary>About the options of the analyzer, not about a weakness.</summary>
    internal static bool IsAboutTheAnalyzer(string id) => id.StartsWith("DIT00", StringComparison.Ordinal);

    internal static DiagnosticDescriptor Rule(string id) => Declared.First(rule => rule.Id == id);
}
