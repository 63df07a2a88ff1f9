using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;

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
        Stands(Use.Root()) && !Stands(Use) ? [Use.Syntax.GetLocation()] : null,
        Remedy is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty, Remedy),
        [.. Arguments]);

    /// <summary>
    /// Does the cause stand within? Where it stands in another body than the use, others may use it as well, and which of them is
    /// seen first is chance: then no use is named.
    /// </summary>
    private bool Stands(IOperation around) => Cause.SyntaxTree == around.Syntax.SyntaxTree && around.Syntax.Span.Contains(Cause.Span);
}
