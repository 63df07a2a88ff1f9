using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Keys;

/// <summary>A weak key or signature: what is said of it, where its cause stands, and what is to be written there.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Cause">The expression that is the cause; it may stand apart from the use.</param>
/// <param name="Use">The operation that makes the key or certificate.</param>
/// <param name="Remedy">The code to write in the place of the cause; null where no edit surely mends it.</param>
/// <param name="Arguments">Of the message.</param>
internal sealed record KeyFinding(DiagnosticDescriptor Rule, SyntaxNode Cause, IOperation Use, string? Remedy, ImmutableArray<object> Arguments)
{
    /// <summary>The property of the diagnostic that holds the remedy.</summary>
    public const string RemedyProperty = "Remedy";

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule,
        Cause.GetLocation(),
        Cause.Span == Use.Syntax.Span || Use.Syntax.Span.Contains(Cause.Span) && Cause.SyntaxTree == Use.Syntax.SyntaxTree ? null : [Use.Syntax.GetLocation()],
        Remedy is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty, Remedy),
        [.. Arguments]);
}
