using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Connections;

/// <summary>What consumes a text that stands elsewhere, in a file or in front of a helper: which drivers, and what they are told beside it.</summary>
internal sealed class Destinations(TransitContext context, ImmutableArray<IOperation> destinations, CancellationToken cancellation)
{
    public static IEnumerable<Dialect> DialectsOf(IOperation destination) => destination switch
    {
        IInvocationOperation call => ConnectionSinks.Of(call),
        IObjectCreationOperation creation => ConnectionSinks.Of(creation),
        IAssignmentOperation => AssignedDialects(destination),
        _ => [],
    };

    /// <summary>
    /// Does everything that takes the text replace what is against it: by members of the object that takes it, by settings that
    /// are joined behind it? What another object sets, or another key, says nothing.
    /// </summary>
    public bool Replace(ConnectionVerdict verdict, IReadOnlyList<Candidate> candidates, ImmutableArray<string> trusted) =>
        candidates.Where(candidate => candidate.Verdicts.Any(verdict.IsSameAs)).All(candidate => Replace(verdict, candidate, trusted));

    private bool Replace(ConnectionVerdict verdict, Candidate candidate, ImmutableArray<string> trusted)
    {
        var isReplaced = false;
        foreach (var destination in destinations)
        {
            if (!DialectsOf(destination).Contains(candidate.Dialect))
                continue;
            var over = new ObjectReader(context, cancellation).ReadOver(
                candidate.Text, JoinedBehind(destination, candidate.Dialect), destination, TakingObject.Of(destination, context, cancellation), candidate.Dialect);
            if (ConnectionJudge.Judge(over, candidate.Dialect, candidate.Version, trusted).Any(verdict.IsSameAs))
                return false;
            isReplaced = true;
        }

        return isReplaced;
    }

    /// <summary>What stands behind the text where it is taken: <c>value + ";Encrypt=True"</c>. Null where it stands alone.</summary>
    private ConnectionReading? JoinedBehind(IOperation destination, Dialect dialect)
    {
        var texts = destination switch
        {
            IInvocationOperation call => ConnectionSinks.Texts(call),
            IObjectCreationOperation creation => ConnectionSinks.Texts(creation),
            IAssignmentOperation assignment => [assignment.Value],
            _ => [],
        };
        foreach (var text in texts)
        {
            var values = new StringValues(context, cancellation).Of(text);
            if (values.Length == 1 && values[0].Text is var joined && joined.Text.IndexOf(MappedText.Hole) is >= 0 and var hole && hole + 1 < joined.Text.Length)
                return ConnectionReading.Read(joined.Part(TextRange.FromBounds(hole + 1, joined.Text.Length)), dialect.Grammar);
        }

        return null;
    }

    private static List<Dialect> AssignedDialects(IOperation assignment)
    {
        var found = new List<Dialect>();
        foreach (var member in MemberAssignment.In(assignment))
            found.AddRange(ConnectionSinks.Of(member));
        return found;
    }
}
