using System.Collections.Immutable;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Connections;

/// <summary>All dialects of the catalogue, and which of them a text is in.</summary>
internal static class Dialects
{
    public static readonly ImmutableArray<Dialect> All =
        ImmutableArray.CreateRange(Libraries.All.SelectMany(library => library.Dialects));

    private static readonly string[] Bridges = ["Provider", "Driver"];

    /// <summary>Those of them in which texts are written; the others describe objects alone.</summary>
    public static readonly ImmutableArray<Dialect> OfTexts =
        ImmutableArray.CreateRange(All.Where(dialect => dialect.Objects.IsEmpty || !dialect.Sinks.IsEmpty));

    /// <summary>
    /// Does the program name a member, anywhere, that makes up for what a text says whose object is not seen? Of pairs only: the
    /// members beside a URI may have any name, such as <c>Mode</c>.
    /// </summary>
    public static bool IsMadeUpFor(ConnectionVerdict verdict, Dialect dialect, TransitContext context, CancellationToken cancellation) =>
        dialect.Grammar == ConnectionGrammar.KeyValue
        && verdict.Row is { } row
        && ((!row.UnlessSet.IsEmpty && context.Words.Contain(row.UnlessSet, cancellation))
            || (row.UnlessConfigured is { } configuring
                && context.Words.Contain(configuring.Members, cancellation)
                && context.Words.Contain([configuring.Option], cancellation)));

    /// <summary>The version of the driver that the compilation references; an unknown one is treated as the newest.</summary>
    public static Version VersionOf(Dialect dialect, TransitContext context)
    {
        foreach (var reference in context.Libraries)
            if (reference.Library.Dialects.Contains(dialect))
                return reference.Version;
        return Libraries.Newest;
    }

    public static bool IsReferenced(Dialect dialect, TransitContext context)
    {
        foreach (var reference in context.Libraries)
            if (reference.Library.Dialects.Contains(dialect))
                return true;
        return false;
    }

    /// <summary>One scan: can the text be a connection string of any grammar?</summary>
    public static bool MayBeConnection(string text)
    {
        for (var i = 1; i < text.Length; i++)
            if (text[i] == '=' || (text[i] == '/' && text[i - 1] == '/' && i > 1 && text[i - 2] == ':'))
                return true;
        return false;
    }

    /// <summary>Reads the text as this dialect; null where it is written in another grammar.</summary>
    public static ConnectionReading? Read(MappedText text, Dialect dialect) =>
        IsWrittenIn(text.Text, dialect) ? ConnectionReading.Read(text, dialect.Grammar) : null;

    /// <summary>Can this dialect write such a text at all? A URI has one of its schemes, any other text none.</summary>
    public static bool IsWrittenIn(string text, Dialect dialect)
    {
        var scheme = SchemeOf(text);
        return dialect.Grammar == ConnectionGrammar.Uri
            ? scheme is not null && dialect.Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase)
            : scheme is null && !IsBridge(text);
    }

    /// <summary>Strings of OLE DB and ODBC name their driver; what their keys mean is that driver's own.</summary>
    private static bool IsBridge(string text)
    {
        foreach (var name in Bridges)
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && text[at - 1] != ';' && !char.IsWhiteSpace(text[at - 1])))
                continue;
            for (at += name.Length; at < text.Length && char.IsWhiteSpace(text[at]); at++)
                ;
            if (at < text.Length && text[at] == '=')
                return true;
        }

        return false;
    }

    /// <summary>The scheme of a URI; null for a text that begins otherwise, as a pair whose value is a URI does.</summary>
    public static string? SchemeOf(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end <= 0)
            return null;
        var start = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        for (var i = start; i < end; i++)
        {
            // failover:(tcp://first,tcp://second): the scheme is that of the addresses inside.
            if (text[i] == '(')
                start = i + 1;
            else if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.' or ':'))
                return null;
        }

        return start == end ? null : text.Substring(start, end - start);
    }
}
