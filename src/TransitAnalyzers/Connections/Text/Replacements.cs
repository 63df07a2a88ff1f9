using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Connections.Text;

/// <summary>
/// Whether a value that a variable is given is still the one that is used: in production it may always be replaced before.
/// Decided are plain statements, alone or under conditions that production decides; not loops, <c>try</c>, <c>switch</c>.
/// </summary>
internal sealed class Replacements(TransitContext context, CancellationToken cancellation)
{
    /// <summary>Does every way to the use, in production, pass the write?</summary>
    public bool Precedes(IOperation write, IOperation use) => IsSurelyRun(write, use.Syntax);

    /// <summary>Is the write made whenever production runs the lambda or method that it stands in?</summary>
    public bool IsAlwaysMade(IOperation write)
    {
        IOperation function = write;
        while (function.Parent is { } outer && function is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = outer;
        return IsSurelyRun(write, null, function);
    }

    /// <summary>Does nothing that production does see what the local, field or property is given here?</summary>
    public bool ReplaceAll(IOperation value) => value.Converted().KeptIn() switch
    {
        ILocalSymbol local => ReplaceAllUses(local, context.Sources.AssignmentsTo(local, cancellation), value),
        IParameterSymbol parameter => ReplaceAllUses(parameter, context.Sources.AssignmentsTo(parameter, cancellation), value),
        (IFieldSymbol or IPropertySymbol) and var member when value.Converted().Parent is IFieldInitializerOperation or IPropertyInitializerOperation => ReplaceInitial(member),
        _ => false,
    };

    /// <summary>Does every constructor, in production, give the member another value than the one it starts with?</summary>
    public bool ReplaceInitial(ISymbol member)
    {
        if (member.IsStatic || member.ContainingType is not { InstanceConstructors: var constructors })
            return false;
        var replacing = new HashSet<SyntaxNode>();
        foreach (var write in context.Sources.WritesWithinType(member, cancellation))
            if (write.Converted().Parent is ISimpleAssignmentOperation assignment && assignment.Root().Syntax is ConstructorDeclarationSyntax constructor && IsSurelyRun(assignment, null))
                replacing.Add(constructor);
        if (replacing.Count == 0)
            return false;
        foreach (var constructor in constructors)
        {
            if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ConstructorDeclarationSyntax declared)
                return false;
            // One that calls another leaves it to that.
            if (declared.Initializer?.ThisOrBaseKeyword.ValueText != "this" && !replacing.Contains(declared))
                return false;
        }

        return true;
    }

    private bool ReplaceAllUses(ISymbol variable, IReadOnlyList<IOperation> writes, IOperation value)
    {
        var isReplaced = false;
        if (writes.Count < 2)
            return false;
        foreach (var operation in value.Root().Descendants())
        {
            if (!SymbolEqualityComparer.Default.Equals(operation.Variable(), variable) || operation.IsAssigned() || operation.Syntax.SpanStart < value.Syntax.SpanStart)
                continue;
            if (!writes.Any(write => write is ISimpleAssignmentOperation && write.Syntax.SpanStart > value.Syntax.SpanStart
                && write.Syntax.Span.End <= operation.Syntax.SpanStart && Precedes(write, operation)))
                return false;
            isReplaced = true;
        }

        return isReplaced;
    }

    /// <summary>Is the statement run whenever the block around the use, or the whole body, is?</summary>
    private bool IsSurelyRun(IOperation statement, SyntaxNode? use, IOperation? function = null)
    {
        for (var current = statement; current.Parent is { } parent && parent != function; current = parent)
        {
            switch (parent)
            {
                case IBlockOperation or ISwitchCaseOperation when use is not null && parent.Syntax.Span.Contains(use.Span):
                    return true;
                case IBlockOperation or IExpressionStatementOperation or IMethodBodyBaseOperation:
                case IVariableDeclarationOperation or IVariableDeclarationGroupOperation:
                    break;
                case IConditionalOperation conditional when current != conditional.Condition
                    && context.World.Decide(conditional.Condition, cancellation) == (current == conditional.WhenTrue):
                    break;
                default:
                    return false;
            }
        }

        return use is null || statement.Root().Syntax.Span.Contains(use.Span);
    }
}
