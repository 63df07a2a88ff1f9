using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Configuration;

/// <summary>What a judge has against one setting of a file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The characters of the file that are the cause.</param>
/// <param name="Thing">What the message names, its argument <c>{0}</c>.</param>
/// <param name="Details">The further arguments of the message.</param>
internal sealed record FileFinding(DiagnosticDescriptor Rule, TextSpan Span, string Thing, params object[] Details)
{
    /// <summary>What is lost is lost on this machine only: told, and no warning.</summary>
    public bool IsWithinMachine { get; init; }

    /// <summary>What the light bulb says.</summary>
    public string EditTitle { get; init; } = string.Empty;

    /// <summary>The edit that mends it; empty where there is none that is safe.</summary>
    public ImmutableArray<TextChange> Edit { get; init; } = ImmutableArray<TextChange>.Empty;
}

/// <summary>
/// Judges settings of configuration files by rules that hold for code as well. A judge sees one setting at a time; the
/// code that reads it is looked for only when asked for.
/// </summary>
internal abstract class FileJudge
{
    /// <summary>The rules that it judges by.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Rules { get; }

    /// <summary>
    /// Judges one setting. Begin with what is cheap: most settings of a file are of no interest to any judge.
    /// </summary>
    public abstract void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation);
}
