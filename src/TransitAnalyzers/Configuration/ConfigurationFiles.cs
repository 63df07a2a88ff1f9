using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration;

/// <summary>A finding in a file, with the expression of the program that it is mended from.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Place">
/// The C# expression that reads the setting, otherwise where the program creates its host, otherwise none.
/// <c>dotnet format</c> mends a file only through a diagnostic that stands in C#.
/// </param>
internal sealed record PlacedFinding(ConfigurationFile File, SourceText Text, FileFinding Finding, Location? Place)
{
    /// <summary>Where it stands in the file.</summary>
    public Location InFile => Location.Create(File.Path, Finding.Span, Text.Lines.GetLinePositionSpan(Finding.Span));
}

/// <summary>
/// The configuration files of one compilation and what is insecure in them. Analyzer and fix ask it the same way. Each
/// file is read once; the code is searched only where a file holds something insecure.
/// </summary>
internal sealed class ConfigurationFiles
{
    private readonly object gate = new();
    private readonly TransitContext context;
    private readonly ImmutableArray<FileJudge> judges;
    private readonly CodeReads reads;
    private ImmutableArray<PlacedFinding> findings;

    public ConfigurationFiles(TransitContext context, ImmutableArray<FileJudge> judges)
    {
        this.context = context;
        this.judges = judges;
        reads = new CodeReads(context);
    }

    /// <summary>Everything found, in the order of the files and of the text in them.</summary>
    public ImmutableArray<PlacedFinding> Findings(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (findings.IsDefault)
                findings = Find(cancellation);
            return findings;
        }
    }

    private ImmutableArray<PlacedFinding> Find(CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<PlacedFinding>();
        var sources = Read(cancellation);
        var judged = sources.Select(source => (Source: source, Found: Judge(source, cancellation))).ToList();
        foreach (var (source, all) in judged)
        {
            foreach (var (setting, finding) in all)
            {
                if (setting is not null && IsOverridden(source, setting, judged))
                    continue;
                if (setting is null)
                    found.Add(new(source.File, source.Text, finding, null));
                else if (Place(setting, cancellation, out var place))
                    found.Add(new(source.File, source.Text, finding, place));
            }
        }

        return found.ToImmutable();
    }

    private List<Source> Read(CancellationToken cancellation)
    {
        var sources = new List<Source>();
        foreach (var additional in context.Options.AdditionalFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ConfigurationFile.Recognise(additional, name => reads.NamesFile(name, cancellation)) is { } file
                && IsJudged(file)
                && additional.GetText(cancellation) is { } text)
                sources.Add(new(file, text, file.Read(text, cancellation)));
        }

        return sources;
    }

    private bool IsJudged(ConfigurationFile file)
    {
        var own = context.SettingsFor(file.File);
        var any = context.AnySettings;
        if (IsOutput(file.Path))
            return false;
        if (own.IgnoredFiles.Concat(any.IgnoredFiles).Any(glob => Glob.Matches(glob, file.Path)))
            return false;
        return own.IncludeDevelopmentCode || any.IncludeDevelopmentCode
            || !file.IsForDevelopment(own.DevelopmentEnvironments.AddRange(any.DevelopmentEnvironments));
    }

    /// <summary>Copies that the build makes, under <c>bin</c> and <c>obj</c> of the project.</summary>
    private bool IsOutput(string path)
    {
        var normal = path.Replace('\\', '/');
        if (context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var project)
            && project.Replace('\\', '/') is { Length: > 0 } folder
            && normal.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            normal = normal.Substring(folder.Length);
        return normal.Split('/').Any(part => part.Equals("bin", StringComparison.OrdinalIgnoreCase) || part.Equals("obj", StringComparison.OrdinalIgnoreCase));
    }

    private List<(FileSetting? Setting, FileFinding Finding)> Judge(Source source, CancellationToken cancellation)
    {
        var found = new List<(FileSetting?, FileFinding)>();
        if (source.Reading.Problem is { } problem)
        {
            found.Add((null, new FileFinding(ConfigurationRules.UnreadableFile, problem.Span, Path.GetFileName(source.File.Path), problem.What)));
            return found;
        }

        var developed = DevelopmentBlocks(source);
        var ofOne = new List<FileFinding>();
        foreach (var setting in source.Reading.Settings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (developed.Contains(setting.Block))
                continue;
            ofOne.Clear();
            var use = new SettingUse(context, source.File, source.Reading, setting, reads);
            foreach (var judge in judges)
                judge.Judge(setting, use, ofOne, cancellation);
            foreach (var finding in ofOne)
                if (!source.Reading.Ignored.Cover(finding.Rule.Id, source.Text, finding.Span, setting.Anchor))
                    found.Add((setting, finding));
        }

        return found;
    }

    /// <summary>Processes that the file itself starts in a development environment.</summary>
    private HashSet<int> DevelopmentBlocks(Source source)
    {
        var blocks = new HashSet<int>();
        var options = context.SettingsFor(source.File.File);
        if (source.File.Format is not (FileFormat.Env or FileFormat.Compose) || options.IncludeDevelopmentCode || context.AnySettings.IncludeDevelopmentCode)
            return blocks;
        foreach (var setting in source.Reading.Settings)
            if (EnvironmentVariables.Environment.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
                && (options.DevelopmentEnvironments.Contains(setting.Value.Text.Trim(), StringComparer.OrdinalIgnoreCase)
                    || context.AnySettings.DevelopmentEnvironments.Contains(setting.Value.Text.Trim(), StringComparer.OrdinalIgnoreCase)))
                blocks.Add(setting.Block);
        return blocks;
    }

    /// <summary>
    /// In production the file of that environment is laid over the base file: what it replaces by something secure, or
    /// takes away, never counts.
    /// </summary>
    private static bool IsOverridden(Source source, FileSetting setting, List<(Source Source, List<(FileSetting? Setting, FileFinding Finding)> Found)> judged) =>
        source.File.Qualifiers.IsEmpty && judged.Any(other =>
            other.Source.File.IsForProduction
            && string.Equals(other.Source.File.Family, source.File.Family, StringComparison.OrdinalIgnoreCase)
            && (other.Source.Keys.Contains(setting.Key) || other.Source.Reading.Removed.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            && !other.Found.Any(found => string.Equals(found.Setting?.Key, setting.Key, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Finds the expression to report at; false where the setting is read in development only.</summary>
    private bool Place(FileSetting setting, CancellationToken cancellation, out Location? place)
    {
        place = null;
        var isRead = false;
        foreach (var read in reads.Of(setting.Key, cancellation))
        {
            isRead = true;
            var operation = read.Model.GetOperation(read.Expression, cancellation);
            if (operation is not null && !context.World.Reaches(operation, cancellation))
                continue;
            place = read.Expression.GetLocation();
            return true;
        }

        if (isRead)
            return false;
        place = reads.Entry(cancellation);
        return true;
    }

    private sealed class Source(ConfigurationFile file, SourceText text, FileReading reading)
    {
        private HashSet<string>? keys;

        public ConfigurationFile File { get; } = file;

        public SourceText Text { get; } = text;

        public FileReading Reading { get; } = reading;

        public HashSet<string> Keys =>
            keys ??= new HashSet<string>(Reading.Settings.Select(setting => setting.Key), StringComparer.OrdinalIgnoreCase);
    }
}
