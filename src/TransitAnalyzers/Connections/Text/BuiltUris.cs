using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Connections.Text;

/// <summary>
/// The URI that a <see cref="UriBuilder"/> makes of its parts: of what it is created from, and of the scheme, host and query that it
/// is given there or afterwards. Port, path and who logs in are those of the text that it is created from.
/// https://learn.microsoft.com/dotnet/api/system.uribuilder
/// </summary>
internal sealed class BuiltUris(TransitContext context, StringValues texts, CancellationToken cancellation)
{
    /// <summary>What a builder begins with.</summary>
    private const string Nothing = "http://localhost";

    private const string Query = "?";

    private const int MostUris = 8;

    /// <param name="creation">Of the builder.</param>
    /// <param name="builder">The local that holds it, where it is read; null where it is used as it is created.</param>
    public ImmutableArray<StringValue> Of(IObjectCreationOperation creation, ILocalReferenceOperation? builder)
    {
        var parts = new Dictionary<string, ImmutableArray<StringValue>>(StringComparer.Ordinal);
        var start = ImmutableArray.Create(new StringValue(new MappedText.Builder().Append(Nothing, null, 0, null, null).ToText(), ImmutableArray<IOperation>.Empty));
        foreach (var argument in creation.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit)
                if (argument.Parameter?.Name == "uri")
                    start = Known(argument.Value);
                else if (PartOf(argument.Parameter?.Name) is { } part)
                    parts[part] = Known(argument.Value);
        foreach (var element in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            if (element is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } given && PartOf(target.Property.Name) is { } part)
                parts[part] = Known(given.Value);
        if (builder is not null)
            ReadStatements(builder, parts);
        return ImmutableArray.CreateRange(start.SelectMany(text => With(text, parts)));
    }

    private void ReadStatements(ILocalReferenceOperation builder, Dictionary<string, ImmutableArray<StringValue>> parts)
    {
        foreach (var operation in builder.Root().Descendants())
        {
            if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation changed } target } given
                || !SymbolEqualityComparer.Default.Equals(changed.Local, builder.Local)
                || given.Syntax.SpanStart >= builder.Syntax.SpanStart || PartOf(target.Property.Name) is not { } part)
                continue;
            var values = ImmutableArray.CreateRange(Known(given.Value).Select(value => value.From(given)));
            if (new Replacements(context, cancellation).Precedes(given, builder) || !parts.TryGetValue(part, out var others))
                parts[part] = values;
            else
                parts[part] = others.AddRange(values);
        }
    }

    private ImmutableArray<StringValue> Known(IOperation value) =>
        texts.Of(value) is { IsEmpty: false } values
            ? values
            : ImmutableArray.Create(new StringValue(new MappedText.Builder().AppendHole(value.Syntax.SyntaxTree, value.Syntax.Span).ToText(), ImmutableArray<IOperation>.Empty));

    /// <summary>The text with its parts replaced by these.</summary>
    private static IEnumerable<StringValue> With(StringValue text, Dictionary<string, ImmutableArray<StringValue>> parts)
    {
        var reading = UriGrammar.Read(text.Text);
        var uri = new Combinations(MostUris);
        // Of a text that is not known all parts may be what they are given.
        if (!reading.IsWellFormed)
            reading = UriGrammar.Read(new MappedText.Builder().Append(text.Text).Append("://", null, 0, null, null).Append(text.Text).ToText());
        var at = 0;
        foreach (var setting in reading.Settings)
        {
            if (setting.Key is not (UriParts.Scheme or UriParts.Host) || !parts.TryGetValue(setting.Key, out var values))
                continue;
            uri.Append(reading.Text.Part(TextRange.FromBounds(at, setting.Whole.Start)));
            // A host is no place for more of the URI, nor is a scheme changed whose port stands elsewhere.
            Append(setting.Key == UriParts.Scheme && !parts.ContainsKey(UriParts.Port) ? values : ImmutableArray.CreateRange(values.Select(static value => value with { Text = value.Text.Unwritable() })));
            at = setting.Whole.End;
        }

        if (parts.TryGetValue(Query, out var queries))
        {
            var end = reading.Query is { } replaced ? replaced.Start - 1 : reading.Text.Text.Length;
            uri.Append(reading.Text.Part(TextRange.FromBounds(at, end)));
            uri.Append(new MappedText.Builder().Append(Query, null, 0, null, null).ToText());
            Append(ImmutableArray.CreateRange(queries.Select(WithoutMark)));
        }
        else
        {
            uri.Append(reading.Text.Part(TextRange.FromBounds(at, reading.Text.Text.Length)));
        }

        return uri.ToValues().Select(value => value with { Origins = text.Origins.AddRange(value.Origins) });

        void Append(ImmutableArray<StringValue> values)
        {
            if (!uri.Append(values))
                uri.Append(ImmutableArray.Create(values[0]));
        }
    }

    /// <summary>A query may be given with the mark in front of it, or without.</summary>
    private static StringValue WithoutMark(StringValue query) =>
        query.Text.Text.StartsWith(Query, StringComparison.Ordinal) ? query with { Text = query.Text.Part(TextRange.FromBounds(Query.Length, query.Text.Text.Length)) } : query;

    /// <summary>What properties and parameters of constructors of this name are of a URI.</summary>
    private static string? PartOf(string? name) => name switch
    {
        "Scheme" or "schemeName" or "scheme" => UriParts.Scheme,
        "Host" or "hostName" or "host" => UriParts.Host,
        "Port" or "portNumber" or "port" => UriParts.Port,
        "Query" or "extraValue" => Query,
        _ => null,
    };
}
