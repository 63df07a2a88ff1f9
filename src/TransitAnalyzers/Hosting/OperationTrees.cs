using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Hosting;

/// <summary>Where an operation stands.</summary>
internal static class OperationTrees
{
    /// <summary>The operation that the whole body, or initializer, hangs from.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
