using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// What is reached by statements that go on one to the other, and by conditions that production does not decide otherwise. Most
/// code that sets something up is such, for which a graph of the whole body costs more than the question. What is not told
/// here may be reached all the same.
/// </summary>
internal sealed class StraightFlow
{
    private readonly ConcurrentDictionary<SyntaxNode, Line> lines = new();
    private readonly ConcurrentDictionary<SyntaxNode, Known> decided = new();

    /// <summary>Is the operation reached whenever its body is entered?</summary>
    public bool Reaches(IOperation operation, Evaluation evaluation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
            if (!GoesInto(parent, child, Decide) || (parent is IBlockOperation block && !LineOf(block).Passes(child, evaluation)))
                return false;
        return true;

        bool? Decide(IOperation condition) =>
            (decided.TryGetValue(condition.Syntax, out var known) ? known : decided.GetOrAdd(condition.Syntax, evaluation.Of(condition))).Truth;
    }

    /// <summary>Does production enter this part of an operation wherever it enters the operation? False where that takes a graph to know.</summary>
    private static bool GoesInto(IOperation parent, IOperation child, Func<IOperation, bool?> decide)
    {
        switch (parent.Kind)
        {
            case OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody
                or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer
                or OperationKind.ExpressionStatement or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration or OperationKind.VariableDeclarator
                or OperationKind.VariableInitializer or OperationKind.Return or OperationKind.Using or OperationKind.UsingDeclaration or OperationKind.Lock or OperationKind.Try
                or OperationKind.Invocation or OperationKind.Argument or OperationKind.ObjectCreation or OperationKind.ObjectOrCollectionInitializer or OperationKind.MemberInitializer
                or OperationKind.SimpleAssignment or OperationKind.EventAssignment or OperationKind.Conversion or OperationKind.DelegateCreation or OperationKind.Await
                or OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.MethodReference or OperationKind.EventReference
                or OperationKind.ArrayCreation or OperationKind.ArrayInitializer or OperationKind.InterpolatedString or OperationKind.Interpolation or OperationKind.Tuple:
                return true;
            case OperationKind.AnonymousFunction:
                return !IsHeld(parent);
            case OperationKind.Conditional:
                var conditional = (IConditionalOperation)parent;
                return child == conditional.Condition || decide(conditional.Condition) is not { } truth || truth == (child == conditional.WhenTrue);
            case OperationKind.Coalesce:
                return child == ((ICoalesceOperation)parent).Value;
            case OperationKind.CatchClause:
                return ((ICatchClauseOperation)parent).Filter is null;
            case OperationKind.Loop:
                return parent is IForEachLoopOperation;
            default:
                return false;
        }
    }

    /// <summary>Does a local hold the lambda? Then it is executed where the local is mentioned.</summary>
    private static bool IsHeld(IOperation lambda) =>
        lambda.Delegated().Parent is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation };

    private Line LineOf(IBlockOperation block) => lines.TryGetValue(block.Syntax, out var known) ? known : lines.GetOrAdd(block.Syntax, new Line(block.Operations));

    /// <summary>The statements of a block, as far as each goes on to the next. Asked one after the other, each of them is looked at once.</summary>
    private sealed class Line(ImmutableArray<IOperation> statements)
    {
        /// <summary>So many are passed; of the one that is not, the complement. Who asks at the same time finds the same.</summary>
        private volatile int passed;

        public bool Passes(IOperation statement, Evaluation evaluation)
        {
            var place = PlaceOf(statement);
            var count = passed;
            while (count >= 0 && count < place)
                count = evaluation.GoesPast(statements[count]) ? count + 1 : ~count;
            if (count < 0 || count > passed)
                passed = count;
            return place >= 0 && place <= (count < 0 ? ~count : count);
        }

        /// <summary>Statements stand one behind the other; -1 for one that is not found by where it stands. Another model makes others of the same syntax.</summary>
        private int PlaceOf(IOperation statement)
        {
            var start = statement.Syntax.SpanStart;
            var (first, end) = (0, statements.Length);
            while (first < end)
            {
                var middle = (first + end) >> 1;
                if (statements[middle].Syntax.SpanStart < start)
                    first = middle + 1;
                else
                    end = middle;
            }

            return first < statements.Length && statements[first].Syntax == statement.Syntax ? first : -1;
        }
    }
}
