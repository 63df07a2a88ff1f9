using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Production;

/// <summary>The control flow graph of a body or an initializer.</summary>
internal static class Graphs
{
    /// <summary>Null for what is part of another body, and for what is none.</summary>
    public static ControlFlowGraph? Of(IOperation root, CancellationToken cancellation) => root switch
    {
        { Parent: not null } => null,
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IParameterInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };
}
