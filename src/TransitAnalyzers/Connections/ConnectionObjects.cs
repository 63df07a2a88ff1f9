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

    /// <summary>A key with its value, of which a list is a table as well.</summary>
    public const string Pair = "KeyValuePair";

    /// <summary>The member of a builder, or of a connection, that takes all settings as one text.</summary>
    public const string TextMember = "ConnectionString";

    private const string PlainBuilder = "DbConnectionStringBuilder";

    /// <summary>Words of which a program has one that makes a builder of no driver.</summary>
    public static readonly ImmutableArray<string> PlainBuilderWords = ImmutableArray.Create(PlainBuilder, "CreateConnectionStringBuilder");

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

    /// <summary>What is created of tables, by its simple name.</summary>
    public static IEnumerable<string> CreatedOfTables => Speaking.SelectMany(dialect => dialect.CreatedOfTables).Select(TypeNames.Simple).Distinct();

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

    /// <summary>The languages of the table that it is created of.</summary>
    public static ImmutableArray<Dialect> OfTable(IObjectCreationOperation creation) =>
        ImmutableArray.CreateRange(Speaking.Where(dialect => dialect.CreatedOfTables.Any(type => TypeNames.Match(type, creation.Type, null))));

    /// <summary>An array or a collection of keys with their values.</summary>
    public static bool IsListOfPairs(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType.Name: Pair } => true,
        INamedTypeSymbol { TypeArguments: { Length: 1 } elements } => elements[0].Name == Pair,
        _ => false,
    };

    /// <summary>The builder of no driver whose text this is: what its entries mean is said by who takes the text.</summary>
    public static IOperation? PlainBuilderOf(IOperation text) => text switch
    {
        IPropertyReferenceOperation { Property.Name: TextMember, Instance: { } builder } when IsPlainBuilder(builder) => builder,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } builder } when IsPlainBuilder(builder) => builder,
        _ => null,
    };

    /// <summary>Is the whole text of a builder of no driver set here?</summary>
    public static bool IsTextOfPlainBuilder(IOperation? target) => target is IPropertyReferenceOperation { Property.Name: TextMember, Instance: { } builder } && IsPlainBuilder(builder);

    private static bool IsPlainBuilder(IOperation builder) => builder.Type is { Name: PlainBuilder, ContainingNamespace: { Name: "Common", ContainingNamespace.Name: "Data" } };

    /// <summary>Does this member belong to such an object, by what declares it or by what it is used on?</summary>
    public static bool Matters(ISymbol member, ITypeSymbol? receiver) => !Of(receiver, member.ContainingType).IsEmpty;

    /// <summary>Is this the key of an entry that can weaken a connection?</summary>
    public static bool IsEntry(IArgumentOperation key) =>
        key.Value.ConstantValue is { HasValue: true, Value: string text } && Entries.Contains(text.Replace(" ", ""));
}
