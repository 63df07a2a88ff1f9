using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Connections.Grammar;

/// <summary>One key with its value, as the driver reads it, and where they stand in the text.</summary>
/// <param name="Key">In lower case, without the blanks around it.</param>
/// <param name="Value">Without quotes and the blanks around it. Empty: the driver uses its default.</param>
/// <param name="KeyRange">The key as the author wrote it; empty for a part of a URI.</param>
/// <param name="ValueRange">The value as the author wrote it, with its quotes.</param>
/// <param name="Whole">Key, sign and value.</param>
internal readonly record struct Setting(string Key, string Value, TextRange KeyRange, TextRange ValueRange, TextRange Whole)
{
    /// <summary>A part of the value is not known at compile time.</summary>
    public bool IsUnknown => Value.IndexOf(MappedText.Hole) >= 0;
}

/// <summary>A connection string, read by the grammar of its driver.</summary>
internal sealed class ConnectionReading(
    MappedText text, ConnectionGrammar grammar, ImmutableArray<Setting> settings, bool isWellFormed, bool hasUnknownSettings, TextRange? query = null)
{
    public MappedText Text { get; } = text;

    public ConnectionGrammar Grammar { get; } = grammar;

    /// <summary>In the order of the text. Parts of a URI come first, under the keys of <see cref="UriParts"/>.</summary>
    public ImmutableArray<Setting> Settings { get; } = settings;

    /// <summary>False where the driver's parser rejects the text.</summary>
    public bool IsWellFormed { get; } = isWellFormed;

    /// <summary>A hole may hold whole settings: what is absent here may stand there.</summary>
    public bool HasUnknownSettings { get; } = hasUnknownSettings;

    /// <summary>The query of a URI without its question mark; null where there is none.</summary>
    public TextRange? Query { get; } = query;

    public static ConnectionReading Read(MappedText text, ConnectionGrammar grammar) => grammar switch
    {
        ConnectionGrammar.Uri => UriGrammar.Read(text),
        ConnectionGrammar.Commas => CommaGrammar.Read(text),
        ConnectionGrammar.Pairs => PairGrammar.Read(text),
        _ => KeyValueGrammar.Read(text),
    };
}
