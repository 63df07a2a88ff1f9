using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>
/// Connection strings in configuration files. Which driver: the one that the value reaches in code, otherwise the provider
/// named beside it, otherwise those that the project references and that understand the text, otherwise all that
/// understand it. Where several come into question, only what all of them agree on is reported. Not reported: passwords,
/// because a configuration file is where they are to be replaced at deployment.
/// </summary>
internal sealed class ConnectionStringJudge : FileJudge
{
    private static readonly string[] FileEnds = [".db", ".db3", ".sqlite", ".sqlite3", ".sdf", ".mdb", ".accdb", ".fdb", ":memory:"];

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(
        ProtocolRules.ObsoleteVersion,
        ConnectionRules.NotEncrypted,
        ConnectionRules.Strippable,
        ConnectionRules.ServerNotAuthenticated,
        ConnectionRules.InsecureDefault,
        ConnectionRules.NoTimeLimit);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var text = setting.Value.Text;
        if ((!Dialects.MayBeConnection(text) && !MayBeEndpoint(text)) || ListenUrls.IsKey(setting.Key))
            return;
        // Against any driver at all? Only then is the code searched for the one.
        var readings = ReadingsOf(setting.Value, use);
        if (!readings.Any(reading => reading.Verdicts.Any(IsOurs)))
            return;
        var candidates = Candidates(setting, readings, use, out var isKnown, cancellation);
        if (candidates.Count == 0)
            return;
        Destinations? destinations = null;
        foreach (var verdict in Candidate.Agreed(candidates, use.TrustedHosts))
        {
            if (!IsOurs(verdict) || (verdict.IsDefault && !isKnown))
                continue;
            destinations ??= new(use.Context, use.Destinations(cancellation), cancellation) { Rewrites = use.Rewrites(cancellation) };
            if (destinations.Replace(verdict, candidates, use.TrustedHosts)
                || destinations.MakeUpFor(verdict, candidates[0].Dialect)
                || setting.Value.SourceOf(verdict.Range) is not { Span: var span })
                continue;
            var changes = setting.Value.ChangesOf(verdict.Edits);
            findings.Add(new FileFinding(Rules.First(rule => rule.Id == verdict.Rule), span, verdict.Thing, verdict.Loss, verdict.Advice)
            {
                IsWithinMachine = !use.Reading.Siblings.IsEmpty && candidates.All(candidate => candidate.Hosts.All(host => use.Reading.Siblings.Contains(host) || HostNames.IsLocal(host))),
                EditTitle = $"Secure the connection string in {System.IO.Path.GetFileName(use.File.Path)}",
                Edit = ImmutableArray.CreateRange(changes.Select(change => new TextChange(change.Span, change.NewText))),
            });
        }
    }

    private bool IsOurs(ConnectionVerdict verdict) => Rules.Any(rule => rule.Id == verdict.Rule);

    /// <summary>A host with its port, which some drivers take for a whole connection string.</summary>
    private static bool MayBeEndpoint(string text) =>
        text.Length is > 0 and < 256 && char.IsLetter(text[0]) && text.LastIndexOf(':') is > 0 and var colon && colon + 1 < text.Length && text[colon + 1] is >= '0' and <= '9';

    private static List<Candidate> ReadingsOf(MappedText text, SettingUse use)
    {
        var readings = new List<Candidate>();
        var trusted = use.TrustedHosts;
        var byGrammar = new Dictionary<ConnectionGrammar, ConnectionReading>();
        foreach (var dialect in Dialects.OfTexts)
        {
            if (!Dialects.IsWrittenIn(text.Text, dialect))
                continue;
            if (!byGrammar.TryGetValue(dialect.Grammar, out var reading))
                byGrammar.Add(dialect.Grammar, reading = ConnectionReading.Read(text, dialect.Grammar));
            var version = Dialects.VersionOf(dialect, use.Context);
            readings.Add(new(dialect, reading, version, ConnectionJudge.Judge(reading, dialect, version, trusted)));
        }

        return readings;
    }

    private static List<Candidate> Candidates(
        FileSetting setting, List<Candidate> readings, SettingUse use, out bool isKnown, CancellationToken cancellation)
    {
        var reached = new List<Dialect>();
        foreach (var destination in use.Destinations(cancellation))
            reached.AddRange(Destinations.DialectsOf(destination));
        isKnown = reached.Count > 0;
        if (isKnown)
            return readings.FindAll(reading => reached.Contains(reading.Dialect));
        if (setting.Provider is { Length: > 0 } provider && Named(provider, readings, use.Context) is { } named)
        {
            isKnown = true;
            return [named];
        }

        if (Dialects.SchemeOf(setting.Value.Text) is { } scheme && !ConnectionLiterals.IsTelling(scheme))
            return [];
        var understood = readings.FindAll(Understands);
        var referenced = understood.FindAll(reading => Dialects.IsReferenced(reading.Dialect, use.Context));
        var candidates = referenced.Count > 0 ? referenced : understood;
        // A scheme names its driver. A text of pairs may be for something else, unless it stands where connection strings do.
        isKnown = candidates.Count == 1
            && (candidates[0].Dialect.Grammar == ConnectionGrammar.Uri
                || (referenced.Count == 1 && setting.Key.StartsWith(FileSetting.ConnectionStrings, StringComparison.OrdinalIgnoreCase)));
        return candidates;
    }

    /// <summary>
    /// The driver that a provider name stands for. Programs that have moved to Microsoft.Data.SqlClient often keep the old name.
    /// </summary>
    private static Candidate? Named(string provider, List<Candidate> readings, TransitContext context)
    {
        var named = readings.Find(reading => provider.StartsWith(reading.Dialect.Name, StringComparison.OrdinalIgnoreCase));
        if (named is null || Dialects.IsReferenced(named.Dialect, context))
            return named;
        return readings.Find(reading =>
                   reading.Dialect.Name.EndsWith(".SqlClient", StringComparison.Ordinal)
                   && named.Dialect.Name.EndsWith(".SqlClient", StringComparison.Ordinal)
                   && Dialects.IsReferenced(reading.Dialect, context))
               ?? named;
    }

    /// <summary>Does this driver accept the text? A database that is a file is read by its own driver, whichever is referenced beside it.</summary>
    private static bool Understands(Candidate reading) =>
        ConnectionJudge.Speaks(reading.Text, reading.Dialect, reading.Version)
        && !reading.Text.Settings.Any(setting => FileEnds.Any(end => setting.Value.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
}
