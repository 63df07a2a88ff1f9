using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Where statements go on to, told from the bound tree: what is not told here takes a graph.</summary>
internal sealed partial class Evaluation
{
    private const int DeepestStatement = 32;

    /// <summary>Does production go on behind the statement, on some way through it? False where that takes a graph to know.</summary>
    public bool GoesPast(IOperation statement, int depth = 0)
    {
        if (!MayLeave(statement))
            return true;
        if (depth > DeepestStatement)
            return false;
        switch (statement)
        {
            case IBlockOperation block:
                foreach (var inner in block.Operations)
                    if (!GoesPast(inner, depth + 1))
                        return false;
                return true;
            case IConditionalOperation conditional when !MayLeave(conditional.Condition):
                var isPassed = GoesPast(conditional.WhenTrue, depth + 1);
                var isPassedElse = conditional.WhenFalse is null || GoesPast(conditional.WhenFalse, depth + 1);
                return isPassed == isPassedElse ? isPassed : Of(conditional.Condition).Truth is not { } truth || truth == isPassed;
            // No element, no round.
            case IForEachLoopOperation loop:
                return !MayLeave(loop.Collection);
            case IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition }:
                return !MayLeave(condition) && Of(condition).Truth != true;
            case IUsingOperation use:
                return !MayLeave(use.Resources) && GoesPast(use.Body, depth + 1);
            case ILockOperation region:
                return !MayLeave(region.LockedValue) && GoesPast(region.Body, depth + 1);
            case ITryOperation guarded:
                return GoesPast(guarded.Body, depth + 1) && (guarded.Finally is null || GoesPast(guarded.Finally, depth + 1));
            default:
                return false;
        }
    }

    /// <summary>May the statement not go on to the next: does it return, jump, throw or loop in parts of it, or call what never returns?</summary>
    private bool MayLeave(IOperation statement)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(statement);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            switch (operation)
            {
                case IReturnOperation or IThrowOperation or IBranchOperation or IWhileLoopOperation or IForLoopOperation or IInvalidOperation:
                case IInvocationOperation call when !settings.IncludeDevelopmentCode && NeverReturns(call):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    break;
                default:
                    foreach (var child in operation.ChildOperations)
                        waiting.Push(child);
                    break;
            }
        }

        return false;
    }

    /// <summary>What is returned at the end of a body that no statement before may leave: there is no other, which takes no graph to know.</summary>
    private IOperation? ValueAtEnd(IOperation body)
    {
        if ((body is IMethodBodyOperation method ? method.BlockBody ?? method.ExpressionBody : body as IBlockOperation) is not { Operations: { IsEmpty: false } statements }
            || statements[statements.Length - 1] is not IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } || value.Unconverted() is IThrowOperation)
            return null;
        for (var i = 0; i < statements.Length - 1; i++)
            if (MayLeave(statements[i]))
                return null;
        return value;
    }
}
