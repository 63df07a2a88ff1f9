using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>What becomes of the bits of a flags value on its way: masked out, toggled, written over.</summary>
internal static class Bits
{
    /// <summary>Leaves the bits that a constant mask has. False where none is left, or the mask is not known.</summary>
    public static bool Mask(IOperation mask, ref long bits)
    {
        if (mask.ConstantValue is not { HasValue: true, Value: { } value } || !EnumValues.TryRead(value, out var constant))
            return false;
        bits &= constant;
        return bits != 0;
    }

    /// <summary>
    /// The bits that a local still has where it is read, after statements between the write and the read that assign
    /// it anew or mask bits out, on every path to the read.
    /// </summary>
    public static long LeftAt(IOperation read, IOperation write, IReadOnlyList<IOperation> references, long bits)
    {
        foreach (var reference in references)
        {
            var at = reference.Syntax.SpanStart;
            if (at <= write.Syntax.SpanStart || at >= read.Syntax.SpanStart
                || reference.Parent is not IAssignmentOperation { Parent: IExpressionStatementOperation { Parent: { } block } } assignment
                || !reference.IsAssigned()
                || assignment.Syntax == write.Syntax
                || assignment.Value.Syntax.Span.Contains(read.Syntax.Span)
                || !block.Syntax.Span.Contains(read.Syntax.Span))
                continue;
            switch (assignment)
            {
                case ISimpleAssignmentOperation when !ReadsItself(assignment.Value, reference, references):
                    return 0;
                case ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.And, RightOperand: var mask } }:
                    Mask(mask, ref bits);
                    break;
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } and:
                    Mask(and.Value, ref bits);
                    break;
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr, Value.ConstantValue: { HasValue: true, Value: { } toggled } }:
                    if (EnumValues.TryRead(toggled, out var off))
                        bits &= ~off;
                    break;
            }
        }

        return bits;
    }

    private static bool ReadsItself(IOperation value, IOperation target, IReadOnlyList<IOperation> references) =>
        references.Any(reference => reference.Syntax != target.Syntax && value.Syntax.Span.Contains(reference.Syntax.Span));

    /// <summary>
    /// Toggling (<c>^=</c>) turns on what was off: a local whose only value before is known to lack the bits, a setting
    /// that the program does not look at first.
    /// </summary>
    public static bool AreTurnedOn(ICompoundAssignmentOperation toggle, long bits, TransitContext context, CancellationToken cancellation)
    {
        switch (toggle.Target)
        {
            case ILocalReferenceOperation { Local: var local }:
                return context.References.UsesOf(local, cancellation).All(reference => reference.Syntax == toggle.Target.Syntax || !reference.IsWritten())
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                    && toggle.SemanticModel?.GetOperation(initializer, cancellation) is { } initial
                    && context.World.ConstantOf(initial, cancellation) is { HasValue: true, Value: { } constant }
                    && EnumValues.TryRead(constant, out var before) && (before & bits) == 0;
            case IMemberReferenceOperation { Member: var member } when PlatformChoice.IsOffered(context.Compilation):
                for (IOperation? outer = toggle; outer is not null; outer = outer.Parent)
                    if (outer is IConditionalOperation { Condition: var condition } && condition.DescendantsAndSelf().Any(read => read is IMemberReferenceOperation asked && SymbolEqualityComparer.Default.Equals(asked.Member, member)))
                        return false;
                return true;
            default:
                return false;
        }
    }
}
