using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>A diagnostic with what is needed to judge it again: the node, the model and the context of its compilation.</summary>
internal sealed class Finding(
    Diagnostic diagnostic, SyntaxNode node, SemanticModel model, TransitContext context, CancellationToken cancellation)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>The innermost node at the diagnostic's location.</summary>
    public SyntaxNode Node { get; } = node;

    public SemanticModel Model { get; } = model;

    public TransitContext Context { get; } = context;

    public CancellationToken Cancellation { get; } = cancellation;
}
