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
    private readonly Dictionary<IOperation, TakingObject> taking = [];

    /// <summary>Assignments that give the text, made anew, to what it is read from: whoever takes it takes what they made.</summary>
    public ImmutableArray<IAssignmentOperation> Rewrites { get; init; } = ImmutableArray<IAssignmentOperation>.Empty;

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
    public bool Replace(ConnectionVerdict verdict, IReadOnlyList<Candidate> candidates, ImmutableArray<string> trusted)
    {
        var concerned = candidates.Where(candidate => candidate.Verdicts.Any(verdict.IsSameAs)).ToArray();
        // Where it is seen which drivers take the text, it is theirs alone.
        var taken = Array.FindAll(concerned, candidate => destinations.Any(destination => DialectsOf(destination).Contains(candidate.Dialect)));
        return (taken.Length > 0 ? taken : concerned).All(candidate => Replace(verdict, candidate, trusted));
    }

    private bool Replace(ConnectionVerdict verdict, Candidate candidate, ImmutableArray<string> trusted)
    {
        foreach (var rewrite in Rewrites)
            if (Rewritten(rewrite, candidate) is { } rewritten && !IsLeftIn(rewritten))
                return true;
        var isReplaced = false;
        foreach (var destination in destinations)
        {
            if (!DialectsOf(destination).Contains(candidate.Dialect))
                continue;
            if (IsLeftIn(ReadOver(destination, candidate)))
                return false;
            isReplaced = true;
        }

        return isReplaced;

        bool IsLeftIn(ConnectionReading over) => ConnectionJudge.Judge(over, candidate.Dialect, candidate.Version, trusted).Any(verdict.IsSameAs);
    }

    private ConnectionReading ReadOver(IOperation destination, Candidate candidate) =>
        new ObjectReader(context, cancellation).ReadOver(candidate.Text, JoinedBehind(destination, candidate), destination, TakenBy(destination), candidate.Dialect);

    /// <summary>Asked for once, whatever the number of verdicts.</summary>
    private TakingObject TakenBy(IOperation destination)
    {
        if (!taking.TryGetValue(destination, out var known))
            taking.Add(destination, known = TakingObject.Of(destination, context, cancellation));
        return known;
    }

    /// <summary>The text with what the assignment adds: by a builder that takes it, or behind it. Null where that is not seen.</summary>
    private ConnectionReading? Rewritten(IAssignmentOperation rewrite, Candidate candidate)
    {
        if (rewrite is ISimpleAssignmentOperation)
        {
            foreach (var destination in destinations)
                if (destination != rewrite && DialectsOf(destination).Contains(candidate.Dialect)
                    && TakenBy(destination).Has(rewrite.Value))
                    return ReadOver(destination, candidate);
        }
        else if (rewrite is not ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add })
        {
            return null;
        }

        // What is in front is the text itself: not known, or what the property begins with.
        var values = new StringValues(context, cancellation).Of(rewrite.Value);
        if (values.Length != 1 || values[0].Text is { Text.Length: 0 })
            return null;
        var added = values[0].Text;
        var start = rewrite is ISimpleAssignmentOperation && added.Text[0] == MappedText.Hole ? 1 : 0;
        if (rewrite is ISimpleAssignmentOperation && (start == added.Text.Length || added.Text[start] != ';'))
            return null;
        var whole = new MappedText.Builder().Append(candidate.Text.Text).Append(";", null, 0, null, null).Append(added.Part(TextRange.FromBounds(start, added.Text.Length)));
        return ConnectionReading.Read(whole.ToText(), candidate.Dialect.Grammar);
    }

    /// <summary>
    /// Does what takes the text make up, by members, for what is against it? Each object that is seen to take it is asked; where
    /// none is, or somebody else may go on with it, the words of the program are.
    /// </summary>
    public bool MakeUpFor(ConnectionVerdict verdict, Dialect dialect)
    {
        if (verdict.Row is not { } row || (row.UnlessSet.IsEmpty && row.UnlessConfigured is null))
            return false;
        var isSeen = false;
        foreach (var destination in destinations)
        {
            if (!DialectsOf(destination).Contains(dialect))
                continue;
            var taken = TakenBy(destination);
            if (ConnectionSinks.IsMadeUpFor(taken, row) || (row.OnceCalled is { } last && !ConnectionSinks.IsCalled(taken, last)))
                isSeen = true;
            else
                return (IsLeft(taken, row) || IsWrittenAnew(destination, taken, dialect)) && Dialects.IsMadeUpFor(verdict, dialect, context, cancellation);
        }

        return isSeen || Dialects.IsMadeUpFor(verdict, dialect, context, cancellation);
    }

    /// <summary>Is an object returned that has one of the members? Who called may set it.</summary>
    private static bool IsLeft(TakingObject taking, LossRow row)
    {
        var names = row.UnlessConfigured is { } configuring ? row.UnlessSet.AddRange(configuring.Members) : row.UnlessSet;
        foreach (var type in taking.Returned)
            for (var owner = type; owner is not null; owner = owner.BaseType)
                if (names.Any(name => !owner.GetMembers(name).IsEmpty))
                    return true;
        return false;
    }

    /// <summary>Does a builder of connection strings take the text, and nothing is seen that takes what it writes?</summary>
    private static bool IsWrittenAnew(IOperation destination, TakingObject taking, Dialect dialect)
    {
        var builder = destination is IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } instance } } ? instance.Type : destination.Type;
        return ConnectionObjects.Of(builder, null).Contains(dialect)
            && !taking.Body.Any(operation => operation is IObjectCreationOperation creation && operation != destination
                && ConnectionSinks.Of(creation).Contains(dialect) && !ConnectionObjects.Of(creation.Type, null).Contains(dialect) && taking.Has(creation));
    }

    /// <summary>What stands behind the text where it is taken: <c>value + ";Encrypt=True"</c>. Null where it stands alone.</summary>
    private ConnectionReading? JoinedBehind(IOperation destination, Candidate candidate)
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
            if (values.Length == 1 && EndOf(candidate.Text.Text.Text, values[0].Text.Text) is > 0 and var end && end < values[0].Text.Text.Length)
                return ConnectionReading.Read(values[0].Text.Part(TextRange.FromBounds(end, values[0].Text.Text.Length)), candidate.Dialect.Grammar);
        }

        return null;
    }

    /// <summary>Where the text, or the hole that stands for it, ends in what it is a part of; 0 where it is none.</summary>
    private static int EndOf(string part, string whole) =>
        whole.IndexOf(MappedText.Hole) is >= 0 and var hole ? hole + 1
        : whole.IndexOf(part, StringComparison.Ordinal) is >= 0 and var start ? start + part.Length
        : 0;

    private static List<Dialect> AssignedDialects(IOperation assignment)
    {
        var found = new List<Dialect>();
        if (assignment is IAssignmentOperation { Target: var target } && ConnectionObjects.IsTextOfPlainBuilder(target))
            found.AddRange(Dialects.OfTexts.Where(static dialect => dialect.Grammar == ConnectionGrammar.KeyValue));
        foreach (var member in MemberAssignment.In(assignment))
            found.AddRange(ConnectionSinks.Of(member));
        return found;
    }
}
