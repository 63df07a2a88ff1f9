using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// What is known about one library: the assemblies that bring it and the rows of facts about it. No Roslyn here.
/// Each room adds the kind of row that it judges as one more property.
/// </summary>
internal sealed class Library(string name, params string[] assemblies)
{
    /// <summary>The name that people use for it, as in a message.</summary>
    public string Name { get; } = name;

    /// <summary>Simple names of the assemblies that bring it; none for what is part of .NET itself.</summary>
    public ImmutableArray<string> Assemblies { get; } = ImmutableArray.Create(assemblies);

    /// <summary>Its namespace; a compilation that declares types in it (wrappers, stubs) has the library as well.</summary>
    public string? Namespace { get; init; }

    /// <summary>Its enumerations of SSL/TLS versions (DIT0201, DIT0202).</summary>
    public ImmutableArray<ProtocolEnum> ProtocolEnums { get; init; } = ImmutableArray<ProtocolEnum>.Empty;

    /// <summary>Its types whose members are cipher suites, by their IANA names (DIT0203).</summary>
    public ImmutableArray<string> SuiteTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Its enumerations some of whose members are insecure wherever they are chosen.</summary>
    public ImmutableArray<ChoiceEnum> ChoiceEnums { get; init; } = ImmutableArray<ChoiceEnum>.Empty;

    /// <summary>The insecure values of its settings.</summary>
    public ImmutableArray<SettingRow> Settings { get; init; } = ImmutableArray<SettingRow>.Empty;

    /// <summary>Its validation callbacks of unusual shape, and its ready-made ones.</summary>
    public ImmutableArray<CallbackRow> Callbacks { get; init; } = ImmutableArray<CallbackRow>.Empty;

    /// <summary>Where it is told how strong keys and signatures are to be.</summary>
    public ImmutableArray<KeyStrengthRow> Keys { get; init; } = ImmutableArray<KeyStrengthRow>.Empty;

    /// <summary>The languages of its connection strings.</summary>
    public ImmutableArray<Dialect> Dialects { get; init; } = ImmutableArray<Dialect>.Empty;
}
