using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>The page of a rule: title, table, sections, and the fenced blocks of each section.</summary>
internal sealed record Page(string Title, ImmutableArray<string> Cells, ImmutableArray<(string Name, string Text)> Sections)
{
    public static readonly ImmutableArray<string> SectionNames =
        ["Cause", "Why it matters", "Insecure", "Secure", "How to fix", "Options", "When to suppress", "Related"];

    /// <summary>The cell under "Default".</summary>
    public string Default => Cells[0];

    /// <summary>The cell under "Fix": "Yes…" or "No: reason".</summary>
    public string Fix => Cells[1];

    /// <summary>The cell under "CWE".</summary>
    public string Weakness => Cells[2];

    public static Page Of(string id)
    {
        var path = Repository.PathOf("docs", "rules", id + ".md");
        Assert.True(File.Exists(path), $"docs/rules/{id}.md is missing.");
        var lines = File.ReadAllLines(path);
        var table = Array.FindIndex(lines, line => line.StartsWith("| Default", StringComparison.Ordinal));
        Assert.True(table > 0 && table + 2 < lines.Length, "The page has no table that begins with Default.");
        var head = Row(lines[table]);
        var cells = Row(lines[table + 2]);
        Assert.Equal(["Default", "Fix", "CWE"], head.Take(3));
        var sections = ImmutableArray.CreateBuilder<(string, string)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal))
                continue;
            var end = Array.FindIndex(lines, i + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
            sections.Add((lines[i][3..].Trim(), string.Join("\n", lines[(i + 1)..(end < 0 ? lines.Length : end)])));
        }

        return new(lines[0], [.. cells], sections.ToImmutable());
    }

    public ImmutableArray<(string Info, string Text)> BlocksOf(string section)
    {
        var blocks = ImmutableArray.CreateBuilder<(string, string)>();
        var text = Sections.FirstOrDefault(candidate => candidate.Name == section).Text ?? "";
        string? info = null;
        var block = new System.Text.StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var fence = line.StartsWith("```", StringComparison.Ordinal);
            if (fence && info is null)
            {
                info = line[3..].Trim();
            }
            else if (fence)
            {
                blocks.Add((info!, block.ToString()));
                block.Clear();
                info = null;
            }
            else if (info is not null)
            {
                block.Append(line).Append('\n');
            }
        }

        Assert.Null(info);
        return blocks.ToImmutable();
    }

    private static string[] Row(string line) => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
