using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Connections.Text;

/// <summary>All texts that parts with several values each make up, as long as they are few.</summary>
internal sealed class Combinations(int most)
{
    private List<(MappedText.Builder Builder, ImmutableArray<IOperation> Origins)> builders = [(new(), ImmutableArray<IOperation>.Empty)];

    public void Append(MappedText text)
    {
        foreach (var (builder, _) in builders)
            builder.Append(text);
    }

    public void AppendHole(SyntaxNode syntax, Notation? behind)
    {
        foreach (var (builder, _) in builders)
            builder.AppendHole(syntax.SyntaxTree, syntax.Span, behind);
    }

    /// <summary>False where there would be too many.</summary>
    public bool Append(ImmutableArray<StringValue> values)
    {
        if (values.Length > 1 && builders.Count * values.Length > most)
            return false;
        if (values.Length == 1)
        {
            Append(values[0].Text);
            if (!values[0].Origins.IsEmpty)
                builders = [.. builders.Select(known => (known.Builder, known.Origins.AddRange(values[0].Origins)))];
            return true;
        }

        builders = [.. from known in builders
                       from value in values
                       select (new MappedText.Builder().Append(known.Builder.ToText()).Append(value.Text), known.Origins.AddRange(value.Origins))];
        return true;
    }

    public ImmutableArray<StringValue> ToValues() =>
        ImmutableArray.CreateRange(builders.Select(known => new StringValue(known.Builder.ToText(), known.Origins)));
}
