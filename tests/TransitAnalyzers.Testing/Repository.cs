using System.Runtime.CompilerServices;

namespace TransitAnalyzers.Testing;

/// <summary>The files of this repository that tests read: pages, samples, generated tables.</summary>
public static class Repository
{
    /// <summary>Set by <c>dotnet run build.cs docs</c>: generated text is written instead of compared.</summary>
    public const string WriteVariable = "TRANSIT_ANALYZERS_WRITE_DOCS";

    /// <summary>The top folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder, by its path from the top.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// The text between <c>generated: name</c> and <c>/generated</c> in a file must be this one; it is written instead
    /// where <see cref="WriteVariable"/> is set.
    /// </summary>
    /// <returns>What the file says there, and what it should say.</returns>
    public static (string Actual, string Expected) GeneratedBlock(string file, string name, string expected)
    {
        var path = PathOf(file.Split('/'));
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var marker = $"generated: {name}";
        var start = text.IndexOf('\n', text.IndexOf(marker, StringComparison.Ordinal)) + 1;
        var end = text.LastIndexOf('\n', text.IndexOf("/generated", start, StringComparison.Ordinal)) + 1;
        expected = expected.ReplaceLineEndings("\n").Trim('\n') + "\n";
        if (Environment.GetEnvironmentVariable(WriteVariable) is not null)
        {
            File.WriteAllText(path, text[..start] + expected + text[end..]);
            return (expected, expected);
        }

        return (text[start..end], expected);
    }

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
