using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Configuration.Judges;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration;

/// <summary>
/// Reports what the judges find in configuration files: in the file, for builds and editors, and at the C# expression that
/// reads it, with the file's place as additional location, for <c>dotnet format</c>, which mends diagnostics in C# only.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ConfigurationFamily : RuleFamily
#pragma warning restore RS1001
{
    private readonly ImmutableArray<FileJudge> judges;

    /// <summary>Judges by the rules of every room that knows of files.</summary>
    public ConfigurationFamily()
        : this(Judges)
    {
    }

    internal ConfigurationFamily(ImmutableArray<FileJudge> judges)
    {
        this.judges = judges;
        SupportedDiagnostics = ImmutableArray.CreateRange(
            new[] { ConfigurationRules.UnreadableFile }.Concat(judges.SelectMany(judge => judge.Rules)).Distinct());
    }

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>The judges of all rooms, one line each.</summary>
    internal static ImmutableArray<FileJudge> Judges { get; } = ImmutableArray.Create<FileJudge>(
        new KnownSettingJudge(),
        new ConnectionStringJudge(),
        new BoundOptionsJudge(),
        new ListenerJudge(),
        new PrivateKeyJudge());

    internal override void Register(CompilationStartAnalysisContext roslyn, TransitContext context)
    {
        if (context.Options.AdditionalFiles.IsEmpty)
            return;
        var files = new ConfigurationFiles(context, judges);
        roslyn.RegisterAdditionalFileAction(c =>
        {
            if (!context.IsAnalyzed)
                return;
            foreach (var found in files.In(c.AdditionalFile.Path, c.CancellationToken))
                c.ReportDiagnostic(Create(found, found.InFile, found.Finding.Thing, additional: null));
        });
        roslyn.RegisterSemanticModelAction(c =>
        {
            if (!context.IsAnalyzed)
                return;
            foreach (var found in files.At(c.SemanticModel.SyntaxTree, c.CancellationToken))
                c.ReportDiagnostic(Create(found, found.Place!, Name(found), [found.InFile]));
        });
    }

    // Read in C#, the message must say where the thing stands.
    private static string Name(PlacedFinding found) =>
        $"{found.Finding.Thing} ({Path.GetFileName(found.File.Path)}, line {found.Text.Lines.GetLineFromPosition(found.Finding.Span.Start).LineNumber + 1})";

    private static Diagnostic Create(PlacedFinding found, Location place, string thing, Location[]? additional) => Diagnostic.Create(
        found.Finding.Rule,
        place,
        found.Finding.IsWithinMachine ? DiagnosticSeverity.Info : found.Finding.Rule.DefaultSeverity,
        additional,
        properties: null,
        [thing, .. found.Finding.Details]);
}
