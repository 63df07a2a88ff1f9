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
    private Results? results;

    public ConfigurationFiles(TransitContext context, ImmutableArray<FileJudge> judges)
    {
        this.context = context;
        this.judges = judges;
        reads = new CodeReads(context);
    }

    /// <summary>Everything found in one file, in the order of its text.</summary>
    public IEnumerable<PlacedFinding> In(string path, CancellationToken cancellation) => Found(cancellation).ByFile[path];

    /// <summary>What is to be reported at expressions of this tree.</summary>
    public IEnumerable<PlacedFinding> At(SyntaxTree tree, CancellationToken cancellation) => Found(cancellation).ByTree[tree];

    private Results Found(CancellationToken cancellation)
    {
        lock (gate)
            return results ??= Find(cancellation);
    }

    private Results Find(CancellationToken cancellation)
    {
        var found = new List<PlacedFinding>();
        var sources = Read(cancellation);
        foreach (var source in sources)
            Judge(source, cancellation);
        foreach (var source in sources)
        {
            var above = sources.FindAll(other => other.File.IsLaidOver(source.File));
            foreach (var (setting, finding) in source.Found)
            {
                cancellation.ThrowIfCancellationRequested();
                if (setting is null)
                    found.Add(new(source.File, source.Text, finding, null));
                else if (!above.Exists(other => other.Secures(setting.Key)) && Place(setting, cancellation, out var place))
                    found.Add(new(source.File, source.Text, finding, place));
            }
        }

        return new(found);
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

    private void Judge(Source source, CancellationToken cancellation)
    {
        if (source.Reading.Problem is { } problem)
        {
            source.Found.Add((null, new FileFinding(ConfigurationRules.UnreadableFile, problem.Span, Path.GetFileName(source.File.Path), problem.What)));
            return;
        }

        var developed = DevelopmentBlocks(source);
        var ofOne = new List<FileFinding>();
        foreach (var setting in source.Reading.Settings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (developed.Contains(setting.Block) || setting.IsCommentedOut())
                continue;
            ofOne.Clear();
            var use = new SettingUse(context, source.File, source.Reading, setting, reads);
            foreach (var judge in judges)
                judge.Judge(setting, use, ofOne, cancellation);
            foreach (var finding in ofOne)
                if (!source.Reading.Ignored.Cover(finding.Rule.Id, source.Text, finding.Span, setting.Anchor))
                    source.Found.Add((setting, finding));
        }
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

    /// <summary>Finds the expression to report at; false where the setting is read in development only.</summary>
    private bool Place(FileSetting setting, CancellationToken cancellation, out Location? place)
    {
        place = null;
        var isRead = false;
        foreach (var read in reads.Of(setting.Key, cancellation))
        {
            isRead = true;
            var operation = read.Model.GetOperation(read.Expression, cancellation);
            if (read.IsReplaced || (operation is not null && !context.World.Reaches(operation, cancellation))
                || read.Origins.Any(origin => !context.World.Reaches(origin, cancellation)))
                continue;
            place = read.Expression.GetLocation();
            return true;
        }

        if (isRead)
            return false;
        place = reads.Entry(cancellation);
        return true;
    }

    private sealed class Results(List<PlacedFinding> all)
    {
        public ILookup<string, PlacedFinding> ByFile { get; } = all.ToLookup(found => found.File.Path, StringComparer.Ordinal);

        public ILookup<SyntaxTree, PlacedFinding> ByTree { get; } = all.Where(found => found.Place is not null).ToLookup(found => found.Place!.SourceTree!);
    }

    /// <summary>One file with what it says and what is insecure in it.</summary>
    private sealed class Source(ConfigurationFile file, SourceText text, FileReading reading)
    {
        private HashSet<string>? secured;

        public ConfigurationFile File { get; } = file;

        public SourceText Text { get; } = text;

        public FileReading Reading { get; } = reading;

        public List<(FileSetting? Setting, FileFinding Finding)> Found { get; } = [];

        /// <summary>
        /// Does this file, laid over another in production, replace the setting by something secure or take it away? Then
        /// production never sees what the other file says.
        /// </summary>
        public bool Secures(string key)
        {
            if (secured is null)
            {
                secured = new HashSet<string>(Reading.Settings.Select(setting => setting.Key).Concat(Reading.Removed), StringComparer.OrdinalIgnoreCase);
                secured.ExceptWith(Found.Where(found => found.Setting is not null).Select(found => found.Setting!.Key));
            }

            return secured.Contains(key);
        }
    }
}
