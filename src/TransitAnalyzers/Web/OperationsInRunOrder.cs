using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Web;

/// <summary>The calls, variables and returns of a body in the order in which they run: by where their text ends.</summary>
internal static class OperationsInRunOrder
{
    /// <summary>Without what stands in lambdas and local functions, which run when they are called.</summary>
    public static IReadOnlyList<IOperation> Of(IOperation body)
    {
        var found = new List<IOperation>();
        var waiting = new Stack<IOperation>();
        waiting.Push(body);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            if (operation is IInvocationOperation or IVariableDeclaratorOperation or ISimpleAssignmentOperation or IReturnOperation or IObjectCreationOperation or IArrayInitializerOperation or ITupleOperation or IIsPatternOperation)
                found.Add(operation);
            foreach (var child in operation.ChildOperations)
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    waiting.Push(child);
        }

        // Of two that end together, such as a variable and its value, the inner one runs first.
        found.Sort(static (left, right) => left.Syntax.Span.End.CompareTo(right.Syntax.Span.End) is not 0 and var order
            ? order
            : left.Syntax.Span.Length.CompareTo(right.Syntax.Span.Length));
        return found;
    }
}
