using Xunit;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How a test fails; the bridge to the test framework.</summary>
public interface IVerifier
{
    void True(bool assert, string message);

    void Equal<T>(T expected, T actual, string message);

    void EqualText(string expected, string actual, string message);

    void Fail(string message);
}

/// <summary>Fails through xunit.</summary>
public sealed class DefaultVerifier : IVerifier
{
    public void True(bool assert, string message)
    {
        if (!assert)
            Fail(message);
    }

    public void Equal<T>(T expected, T actual, string message)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            Fail($"{message}{Environment.NewLine}Expected: {expected}{Environment.NewLine}Actual:   {actual}");
    }

    public void EqualText(string expected, string actual, string message)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            Fail($"{message}{Environment.NewLine}{TextDifference.Describe(expected, actual)}");
    }

    public void Fail(string message) => Assert.Fail(message);
}

/// <summary>Shows two texts line by line, and line ends where only they differ.</summary>
internal static class TextDifference
{
    public static string Describe(string expected, string actual)
    {
        var left = Lines(expected);
        var right = Lines(actual);
        var same = 0;
        while (same < left.Length && same < right.Length && left[same] == right[same])
            same++;
        var tail = 0;
        while (tail < left.Length - same && tail < right.Length - same && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;
        var text = new System.Text.StringBuilder($"First difference in line {same + 1}:").AppendLine();
        foreach (var line in left[same..^tail])
            text.Append("- ").AppendLine(line);
        foreach (var line in right[same..^tail])
            text.Append("+ ").AppendLine(line);
        return text.AppendLine("Whole actual text:").Append(actual).ToString();
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] + "<CR>" : line)];
}
