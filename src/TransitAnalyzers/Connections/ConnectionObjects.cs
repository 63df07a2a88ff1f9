using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Connections;

/// <summary>The types whose members say what a connection string says, and the members that can weaken a connection.</summary>
internal static class ConnectionObjects
{
    /// <summary>A table of settings that a client is created of.</summary>
    public const string Table = "System.Collections.Generic.IDictionary`2";

    /// <summary>Methods that set an entry by key and value.</summary>
    public static readonly ImmutableArray<string> EntryMethods = ImmutableArray.Create("Add", "Set", "TryAdd");

    private static readonly ImmutableArray<Dialect> Speaking =
        ImmutableArray.CreateRange(Dialects.All.Where(dialect => !dialect.Objects.IsEmpty));

    private static readonly HashSet<string> SimpleNames = new(Speaking.SelectMany(dialect => dialect.Objects).Select(TypeNames.Simple), StringComparer.Ordinal);

    /// <summary>Keys of entries that can weaken a connection, without blanks and in lower case.</summary>
    private static readonly HashSet<string> Entries = new(
        Speaking.SelectMany(dialect => dialect.Losses.SelectMany(row => row.Remedies.Select(remedy => remedy.Key).Append(row.If.Key))
                .Concat(dialect.TimeLimits.Select(limit => limit.Key))
                .Append(Meaning.Password)
                .SelectMany(means => dialect.Keys.Where(key => key.Means == means)))
            .SelectMany(key => key.Spellings.Select(spelling => spelling.Replace(" ", ""))),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Entries are told by their keys.</summary>
    public static Telling Telling { get; } = new([], Entries);

    public static IEnumerable<string> CreatedNames =>
        Speaking.SelectMany(dialect => dialect.Objects).Where(type => !type.StartsWith("System.", StringComparison.Ordinal)).Select(TypeNames.Simple).Distinct();

    public static IEnumerable<string> MemberNames => Speaking.SelectMany(dialect => dialect.ObjectMembers).Distinct();

    public static ImmutableArray<Dialect> Of(ITypeSymbol? receiver, ITypeSymbol? declaring)
    {
        var found = ImmutableArray<Dialect>.Empty;
        if (!TypeNames.MayMatch(SimpleNames, declaring, receiver))
            return found;
        foreach (var dialect in Speaking)
            foreach (var type in dialect.Objects)
                if (TypeNames.Match(type, declaring, receiver))
                {
                    found = found.Add(dialect);
                    break;
                }

        return found;
    }

    /// <summary>Does this member belong to such an object, by what declares it or by what it is used on?</summary>
    public static bool Matters(ISymbol member, ITypeSymbol? receiver) => !Of(receiver, member.ContainingType).IsEmpty;

    /// <summary>Is this the key of an entry that can weaken a connection?</summary>
    public static bool IsEntry(IArgumentOperation key) =>
        key.Value.ConstantValue is { HasValue: true, Value: string text } && Entries.Contains(text.Replace(" ", ""));
}
