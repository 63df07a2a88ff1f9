using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Hosting;

/// <summary>One assignment to a member. <see cref="Assignment"/> is the whole operation.</summary>
internal readonly record struct MemberAssignment(IOperation Assignment, IMemberReferenceOperation Target, IOperation Value)
{
    /// <summary>The property, field or event that is written.</summary>
    public ISymbol Member => Target.Member;

    /// <summary>The members that this operation assigns; none for an operation that is no assignment.</summary>
    public static Enumerable In(IOperation operation) => new(operation);

    private static (IOperation? Target, IOperation? Value) Part(IOperation operation, int index)
    {
        switch (operation.Kind)
        {
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                return deconstruction.Target is ITupleOperation { Elements: var targets }
                    && WithoutConversion(deconstruction.Value) is ITupleOperation { Elements: var values }
                    && targets.Length == values.Length && index < targets.Length
                        ? (targets[index], values[index])
                        : default;
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment when index == 0:
                var assignment = (IAssignmentOperation)operation;
                return (assignment.Target, assignment.Value);
            case OperationKind.EventAssignment when index == 0:
                var subscription = (IEventAssignmentOperation)operation;
                return (subscription.EventReference, subscription.HandlerValue);
            default:
                return default;
        }
    }

    private static IOperation WithoutConversion(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;

    /// <summary>The assignments of one operation. A struct, because every assignment of a program passes through it.</summary>
    public struct Enumerable(IOperation operation)
    {
        private int next;

        public MemberAssignment Current { get; private set; }

        public readonly Enumerable GetEnumerator() => this;

        public bool MoveNext()
        {
            while (Part(operation, next) is { Target: { } target, Value: { } value })
            {
                next++;
                if (target is not IMemberReferenceOperation member)
                    continue;
                Current = new MemberAssignment(operation, member, value);
                return true;
            }

            return false;
        }
    }
}
