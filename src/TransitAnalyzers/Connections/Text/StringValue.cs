using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Connections.Text;

/// <summary>One text that an expression may have, and the operations that must run for it.</summary>
internal readonly record struct StringValue(MappedText Text, ImmutableArray<IOperation> Origins)
{
    /// <summary>The same text, for which this must run too.</summary>
    public StringValue From(IOperation origin) => this with { Origins = Origins.Add(origin) };

    /// <summary>This text and the other one behind it.</summary>
    public StringValue Then(StringValue end) => new(new MappedText.Builder().Append(Text).Append(end.Text).ToText(), Origins.AddRange(end.Origins));
}
