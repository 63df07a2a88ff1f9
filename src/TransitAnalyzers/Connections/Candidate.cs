using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections;

/// <summary>A text as one driver understands it, and what is against it then.</summary>
internal sealed record Candidate(Dialect Dialect, ConnectionReading Text, Version Version, ImmutableArray<ConnectionVerdict> Verdicts)
{
    public IEnumerable<string> Hosts => new EffectiveSettings(Text, Dialect, Version).Hosts();

    /// <summary>
    /// What holds against the text whichever of the drivers takes it. Drivers may lose different things: then the least of them is
    /// said, which is true of all (nobody authenticates the server of a connection that is not encrypted), where the text itself
    /// says it. The remedy is one that mends the text for every driver, or none.
    /// </summary>
    public static IEnumerable<ConnectionVerdict> Agreed(IReadOnlyList<Candidate> candidates, ImmutableArray<string> trusted)
    {
        if (candidates.Count == 1)
            return candidates[0].Verdicts;
        var agreed = candidates[0].Verdicts.Where(verdict => verdict.Row is null && candidates.All(other => other.Verdicts.Any(verdict.IsSameAs)));
        return LeastLoss(candidates, trusted) is { } loss ? agreed.Prepend(loss) : agreed;
    }

    private static ConnectionVerdict? LeastLoss(IReadOnlyList<Candidate> candidates, ImmutableArray<string> trusted)
    {
        var losses = candidates.Select(candidate => candidate.Verdicts.FirstOrDefault(verdict => verdict.Row is not null)).ToArray();
        if (losses.Any(loss => loss is null))
            return null;
        if (losses.All(loss => losses[0]!.IsSameAs(loss!)))
            return losses[0];
        var least = losses.Min(loss => Weight(loss!.Row!.Loss));
        if (losses.FirstOrDefault(loss => Weight(loss!.Row!.Loss) == least && !loss.IsDefault) is not { } said)
            return null;
        var remedy = losses.OrderBy(loss => loss == said ? 0 : 1).FirstOrDefault(loss => candidates.All(candidate => candidate.IsMendedBy(loss!.Edits, trusted)));
        return remedy is null ? said with { Edits = ImmutableArray<TextEdit>.Empty } : said with { Edits = remedy.Edits, Advice = remedy.Advice };
    }

    private bool IsMendedBy(ImmutableArray<TextEdit> edits, ImmutableArray<string> trusted)
    {
        if (edits.IsEmpty)
            return false;
        var text = Text.Text.Text;
        foreach (var edit in edits.OrderByDescending(edit => edit.Range.Start))
            text = text.Substring(0, edit.Range.Start) + edit.NewText + text.Substring(edit.Range.End);
        var mended = ConnectionReading.Read(MappedText.Plain(text, 0), Dialect.Grammar);
        // A text that the driver no longer takes has nothing against it either.
        return ConnectionJudge.Speaks(mended, Dialect, Version) && ConnectionJudge.Judge(mended, Dialect, Version, trusted).All(verdict => verdict.Row is null);
    }

    private static int Weight(TransportLoss loss) => loss switch
    {
        TransportLoss.Encryption => 3,
        TransportLoss.EncryptionWhenStripped => 2,
        _ => 1,
    };
}
