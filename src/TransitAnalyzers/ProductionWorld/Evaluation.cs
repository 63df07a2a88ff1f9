using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// One evaluation of an expression as it is in production. Three-valued: what is not known stays unknown, also where the
/// work that one question may cost is used up. Works on operations of the bound tree and of control flow graphs.
/// </summary>
internal sealed partial class Evaluation(Sources sources, TransitSettings settings, CancellationToken cancellation)
{
    private const int MostSteps = 2000;
    private const int DeepestExpression = 100;
    private const int MostHops = 8;

    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private Dictionary<IParameterSymbol, Known>? arguments;
    private Known conditionalReceiver;
    private int steps;
    private int depth;

    /// <summary>The blocks of a graph that are entered in production, by their ordinals.</summary>
    public bool[] ReachedBlocks(ControlFlowGraph graph)
    {
        var reached = new bool[graph.Blocks.Length];
        var waiting = new Stack<BasicBlock>();
        Enter(graph.Blocks[0]);
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = waiting.Pop();
            if (block.Operations.Any(IsLast))
                continue;
            var jumps = block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition }
                ? Of(Original(condition) ?? condition).Truth
                : false;
            if (block.ConditionKind == ControlFlowConditionKind.WhenFalse)
                jumps = !jumps;
            if (jumps != false)
                Follow(block.ConditionalSuccessor);
            if (jumps != true || block.ConditionKind == ControlFlowConditionKind.None)
                Follow(block.FallThroughSuccessor);
        }

        return reached;

        void Follow(ControlFlowBranch? branch)
        {
            if (branch?.Destination is { } next)
                Enter(next);
        }

        void Enter(BasicBlock block)
        {
            if (reached[block.Ordinal])
                return;
            reached[block.Ordinal] = true;
            waiting.Push(block);
            // The root of a lambda's graph lies in a region of the graph around it, whose blocks are not of this graph.
            for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
                if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
                    foreach (var handler in whole.NestedRegions)
                        if (handler.Kind != ControlFlowRegionKind.Try)
                            Enter(graph.Blocks[handler.FirstBlockOrdinal]);
        }
    }

    public Known Of(IOperation? operation)
    {
        if (operation is null || depth > DeepestExpression || ++steps > MostSteps)
            return Known.Nothing;
        cancellation.ThrowIfCancellationRequested();
        depth++;
        try
        {
            return Read(operation);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>The expression behind variables, properties, small methods and decided branches; the last that is known.</summary>
    public IOperation DefinitionOf(IOperation expression)
    {
        for (var hops = 0; hops < MostHops; hops++)
        {
            expression = expression.Unconverted();
            if (Behind(expression) is not { } definition)
                break;
            expression = definition;
        }

        return expression;
    }

    /// <summary>The values that a method may return in production: operations of the bound tree, where there are.</summary>
    public IEnumerable<IOperation> ReturnsOf(IMethodSymbol method)
    {
        if (sources.BodyOf(method, cancellation) is not { } body)
            return [];
        if (ValueAtEnd(body) is { } only)
            return [only];
        return Sources.ReturnsOf(body, ReachedBlocks, cancellation).Select(value => Original(value) ?? value);
    }

    private IOperation? Behind(IOperation expression)
    {
        switch (expression)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Of(conditional.Condition).Truth is { } taken ? taken ? conditional.WhenTrue : whenFalse : null;
            case ILocalReferenceOperation { Local: var local }:
                return OnlyWrite(local);
            case IFieldReferenceOperation { Field: var field }:
                return OnlyWrite(field);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, IsVirtual: false, IsAbstract: false, IsOverride: false } property }:
                return property.GetMethod is { } getter && OnlyReturn(getter) is { } computed ? computed : OnlyWrite(property);
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false, MethodKind: not MethodKind.DelegateInvoke } method }:
                return OnlyReturn(method);
            default:
                return null;
        }
    }

    private IOperation? OnlyWrite(ISymbol variable)
    {
        IOperation? only = null;
        var count = 0;
        foreach (var write in sources.EachWriteOf(variable, cancellation))
        {
            if (write is null)
                return null;
            // Where there is but one, nothing else is written when its branch is not taken.
            if (++count == 2 && only is not null && IsSkipped(only))
                only = null;
            if (sources.IsDevelopmentOnly(write, settings, cancellation) || (count > 1 && IsSkipped(write)))
                continue;
            if (only is not null)
                return null;
            only = write;
        }

        return only is not null && MayStayDefault(variable) && MayBeSkipped(only) ? null : only;
    }

    /// <summary>A flag or number that its declaration gives no value: it has one all the same.</summary>
    private bool MayStayDefault(ISymbol variable) =>
        variable is not ILocalSymbol && Variables.TypeOf(variable) is { IsValueType: true } && sources.InitialOf(variable, cancellation) is null;

    /// <summary>Does the operation stand in a branch, or in a section of a <c>switch</c>, that production may leave out?</summary>
    private bool MayBeSkipped(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
            if (IsTaken(parent, child) != true)
                return true;
        return false;
    }

    private IOperation? OnlyReturn(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty || !open.Add(method))
            return null;
        try
        {
            IOperation? only = null;
            foreach (var value in ReturnsOf(method))
            {
                if (only is not null)
                    return null;
                only = value;
            }

            return only;
        }
        finally
        {
            open.Remove(method);
        }
    }

    private Known Read(IOperation operation)
    {
        if (operation is IFieldReferenceOperation { Field: { HasConstantValue: true } or { IsStatic: true } } or ILocalReferenceOperation)
            return OfSymbol(operation);
        if (operation.ConstantValue is { HasValue: true } constant)
            return Known.Of(constant.Value);
        switch (operation)
        {
            case IFlowCaptureReferenceOperation capture:
                return Original(capture) is { } original ? Of(original) : Known.Nothing;
            case IIsNullOperation isNull:
                return Of(isNull.Operand) is { IsConstant: true } operand ? Known.Of(operand.Constant is null) : Known.Nothing;
            // A text becomes a span by an operator of its own.
            case IConversionOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } conversion:
                return Of(conversion.Operand) is var operandValue && operandValue.IsConstant ? Constants.Convert(operandValue.Constant, conversion.Type) : operandValue;
            case IDefaultValueOperation:
                return Constants.Default(operation.Type);
            case IUnaryOperation { OperatorMethod: null } unary:
                return Unary(unary);
            case IBinaryOperation binary:
                return Binary(binary);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Of(conditional.Condition).Truth switch
                {
                    true => Of(conditional.WhenTrue),
                    false => Of(whenFalse),
                    _ => Of(conditional.WhenTrue).OrElse(Of(whenFalse)),
                };
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value) is var value && value is { IsConstant: true, Constant: null } ? Of(coalesce.WhenNull) : value;
            case ICoalesceAssignmentOperation assignment:
                return Of(assignment.Target) is var before && before is { IsConstant: true, Constant: null } ? Of(assignment.Value) : before.Or(Of(assignment.Value));
            case IAwaitOperation { Operation: var task }:
                return Of(task);
            case ITupleOperation tuple:
                return Known.Tuple([.. tuple.Elements.Select(Of)]);
            case IImplicitIndexerReferenceOperation { Argument: var place } element:
                return Slice(Of(element.Instance), place);
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part, Instance: { } whole }:
                return ElementOf(whole, part.PlaceInTuple());
            case IConditionalAccessOperation access:
                return ConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return conditionalReceiver;
            case IIsPatternOperation isPattern:
                return Known.Of(Matches(Of(isPattern.Value), isPattern.Pattern));
            case ISwitchExpressionOperation switchExpression:
                return Switch(switchExpression);
            case IInterpolatedStringOperation text:
                return Interpolation(text);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IFieldReferenceOperation or IParameterReferenceOperation:
                return OfSymbol(operation);
            case IInvocationOperation call:
                return Call(call);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value);
            default:
                return Known.Nothing;
        }
    }

    /// <summary>The operation of the bound tree that an operation of a graph was made of, before it was cut into blocks.</summary>
    private IOperation? Original(IOperation part) =>
        sources.ModelOf(part.Syntax.SyntaxTree).GetOperation(part.Syntax, cancellation) is { } original
            && (original.Kind == part.Kind || part is IFlowCaptureReferenceOperation)
            && SymbolEqualityComparer.Default.Equals(original.Type, part.Type)
            ? original
            : null;

    private Known Unary(IUnaryOperation unary)
    {
        var operand = Of(unary.Operand);
        return unary.OperatorKind == UnaryOperatorKind.Not ? Known.Of(!operand.Truth) : Constants.Unary(unary.OperatorKind, operand, unary.Type);
    }

    private Known Binary(IBinaryOperation binary)
    {
        var left = Of(binary.LeftOperand);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And when IsBoolean(binary.Type):
                return left.Truth == false ? left : Known.Of(left.Truth & Of(binary.RightOperand).Truth);
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or when IsBoolean(binary.Type):
                return left.Truth == true ? left : Known.Of(left.Truth | Of(binary.RightOperand).Truth);
            case BinaryOperatorKind.Equals:
                return Known.Of(AreEqual(left, Of(binary.RightOperand)));
            case BinaryOperatorKind.NotEquals:
                return Known.Of(!AreEqual(left, Of(binary.RightOperand)));
            // Of other numbers, such as counts and sizes, a program may be given more than is seen.
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return binary.LeftOperand.Type.WithoutNullable() is { TypeKind: TypeKind.Enum } || IsPlace(binary.LeftOperand) || IsPlace(binary.RightOperand)
                    ? Known.Of(ForEach(left, Of(binary.RightOperand), (one, other) => Constants.Compare(binary.OperatorKind, one, other)))
                    : Known.Nothing;
            default:
                return binary.OperatorMethod is null ? Constants.Binary(binary.OperatorKind, left, Of(binary.RightOperand), binary.Type) : Known.Nothing;
        }
    }

    private bool IsPlace(IOperation number) => DefinitionOf(number) is IInvocationOperation { TargetMethod.Name: "IndexOf" };

    private static bool IsBoolean(ITypeSymbol? type) => type.WithoutNullable() is { SpecialType: SpecialType.System_Boolean };

    private bool? AreEqual(Known left, Known right)
    {
        if (left.IsEnvironmentName && right.IsEnvironmentName)
            return null;
        if (left.Elements is { } elements && right.Elements is { } others && elements.Length == others.Length)
        {
            bool? all = true;
            for (var i = 0; i < elements.Length; i++)
                all &= AreEqual(elements[i], others[i]);
            return all;
        }

        return ForEach(left, right, AreSame);
    }

    private bool? AreSame(Known left, Known right)
    {
        if (left.IsEnvironmentName || right.IsEnvironmentName)
            return (left.IsEnvironmentName ? right : left).Constant is string name ? EnvironmentFacts.IsRunningIn(name, settings) : null;
        if ((left.OfName ?? right.OfName) is { } part)
            return (left.IsConstant ? left : right) is { IsConstant: true, Constant: { } wanted } ? EnvironmentFacts.HasPart(name => Names.AreSame(part(name), wanted), settings) : null;
        return left.IsConstant && right.IsConstant ? Constants.AreEqual(left.Constant, right.Constant) : null;
    }

    /// <summary>What two values are to each other, where that is the same whichever of a few they are.</summary>
    private static bool? ForEach(Known left, Known right, Func<Known, Known, bool?> compare)
    {
        if (left.Choices is null && right.Choices is null)
            return compare(left, right);
        bool? all = null;
        var isFirst = true;
        foreach (var one in left.Choices is { } choices ? choices.Select(Known.Of) : [left])
        {
            foreach (var other in right.Choices is { } others ? others.Select(Known.Of) : [right])
            {
                var answer = compare(one, other);
                if (answer is null || (!isFirst && answer != all))
                    return null;
                (all, isFirst) = (answer, false);
            }
        }

        return all;
    }

    private Known ConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Of(access.Operation);
        if (receiver is { IsConstant: true, Constant: null })
            return receiver;
        var outer = conditionalReceiver;
        conditionalReceiver = receiver;
        var value = Of(access.WhenNotNull);
        conditionalReceiver = outer;
        return value;
    }

    private bool? Matches(Known value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return AreEqual(value, Of(constant.Value));
            case INegatedPatternOperation negated:
                return !Matches(value, negated.Pattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Matches(value, or.LeftPattern) is var left && left == true ? true : left | Matches(value, or.RightPattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return Matches(value, and.LeftPattern) is var first && first == false ? false : first & Matches(value, and.RightPattern);
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case IRelationalPatternOperation { Value: { Type.TypeKind: TypeKind.Enum } limit } relational:
                return ForEach(value, Of(limit), (one, other) => Constants.Compare(relational.OperatorKind, one, other));
            case IRecursivePatternOperation recursive:
                var positions = recursive.DeconstructionSubpatterns;
                if (!positions.IsEmpty && value.Elements?.Length != positions.Length)
                    return null;
                bool? all = true;
                for (var i = 0; i < positions.Length; i++)
                    all &= Matches(value.Elements![i], positions[i]);
                foreach (var part in recursive.PropertySubpatterns)
                    all &= Matches(value.Elements is { } elements && part.Member is IFieldReferenceOperation { Field: var field } && field.PlaceInTuple() is var place and >= 0 ? elements[place] : Of(part.Member), part.Pattern);
                return all;
            default:
                return null;
        }
    }

    private Known Switch(ISwitchExpressionOperation switchExpression)
    {
        var value = Of(switchExpression.Value);
        Known? result = null;
        foreach (var arm in switchExpression.Arms)
        {
            var matches = Matches(value, arm.Pattern);
            if (matches == true && arm.Guard is { } guard)
                matches = Of(guard).Truth;
            if (matches == false || arm.Value is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
                continue;
            var taken = Of(arm.Value);
            result = result is { } other ? other.OrElse(taken) : taken;
            if (matches == true)
                break;
        }

        return result ?? Known.Nothing;
    }

    private Known Interpolation(IInterpolatedStringOperation text)
    {
        var all = new System.Text.StringBuilder();
        foreach (var part in text.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation plain => Of(plain.Text),
                IInterpolationOperation { FormatString: null, Alignment: null } hole => Of(hole.Expression),
                _ => Known.Nothing,
            };
            if (!value.IsConstant)
                return Known.Nothing;
            all.Append(value.Constant switch
            {
                bool flag => flag ? "True" : "False",
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other?.ToString(),
            });
        }

        return Known.Of(all.ToString());
    }

    private Known Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (EnvironmentFacts.IsFalse(property))
            return Environment(Known.Of(false));
        if (EnvironmentFacts.IsName(property, reference.Instance?.Type))
            return Environment(Known.EnvironmentName);
        if (property.IsIndexer)
        {
            if (reference.Arguments.Length != 1)
                return Known.Nothing;
            var key = Of(reference.Arguments[0].Value);
            if (property.ContainingType.SpecialType == SpecialType.System_String)
                return key.Constant is int at ? Part(Of(reference.Instance), text => Names.LetterAt(text, at)) : Known.Nothing;
            return EnvironmentFacts.IsEnvironmentKey(key.Constant) ? Environment(Known.EnvironmentName)
                : key.IsEnvironmentName && reference.Instance is { } table ? EntryOf(table)
                : Known.Nothing;
        }

        if (property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return Of(reference.Instance);
        if (property is { Name: "Success", ContainingType.Name: "Group" or "Match" } && reference.Instance?.Unconverted() is IInvocationOperation { TargetMethod.Name: "Match" } match)
            return IsMatch(match) ?? Known.Nothing;
        if (property is { Name: "Value", ContainingType.Name: "Lazy" })
            return reference.Instance is { } lazy && DefinitionOf(lazy) is IObjectCreationOperation { Arguments: { Length: > 0 } made } ? Invoked(made[0].Value) : Known.Nothing;
        if (property is { Name: "Value", ContainingType.Name: "IConfigurationSection" } && reference.Instance?.Unconverted() is IInvocationOperation { TargetMethod.Name: "GetSection", Arguments: { Length: 1 } section }
            && EnvironmentFacts.IsEnvironmentKey(Of(section[0].Value).Constant))
            return Environment(Known.EnvironmentName);
        return OfSymbol(reference);
    }

    /// <summary>What is known of the environment, unless the user asked for development code to be judged as well.</summary>
    private Known Environment(Known known) => settings.IncludeDevelopmentCode ? Known.Nothing : known;

    private Known OfSymbol(IOperation reference)
    {
        switch (reference)
        {
            case ILocalReferenceOperation { Local: var local }:
                return local.HasConstantValue && !sources.IsDevelopmentOnly(local, settings, cancellation)
                    ? Known.Of(local.ConstantValue)
                    : Written(local);
            case IFieldReferenceOperation { Field: var field }:
                if (EnvironmentFacts.IsName(field))
                    return Known.Of(field.Name);
                if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
                    return Known.Of("");
                if (field.HasConstantValue && !sources.IsDevelopmentOnly(field, settings, cancellation))
                    return Known.Of(field.ConstantValue);
                return OfMember((IFieldReferenceOperation)reference, () => Written(field));
            case IPropertyReferenceOperation { Property: var property }:
                if (IsReplaceable(property))
                    return Constants.IsPossible(property.Type) && sources.OnlyImplementationOf(property, cancellation) is IPropertySymbol { } only && !IsReplaceable(only) ? OfProperty(only) : Known.Nothing;
                return OfMember((IPropertyReferenceOperation)reference, () => OfProperty(property));
            case IParameterReferenceOperation { Parameter: var parameter }:
                return arguments is not null && arguments.TryGetValue(parameter.OriginalDefinition, out var bound) ? bound : MadeWith(parameter) ?? Passed(parameter);
            default:
                return Known.Nothing;
        }
    }

    private Known OfProperty(IPropertySymbol property)
    {
        if (property.GetMethod is { DeclaringSyntaxReferences.IsEmpty: false } getter && Returned(getter, static () => null) is { } computed && !computed.Equals(Known.Nothing))
            return computed;
        // A record's property that nobody sets is what its constructor is given.
        return Sources.ParameterOf(property) is { } parameter && !sources.EachWriteOf(property, cancellation).Any() ? Passed(parameter) : Written(property);
    }

    /// <summary>The one value that a variable is ever given in production.</summary>
    private Known Written(ISymbol variable)
    {
        // Elements of a tuple are written one by one, which is looked for where it is a local.
        if (!Constants.IsPossible(Variables.TypeOf(variable)) || (variable is not ILocalSymbol && Variables.TypeOf(variable) is { IsTupleType: true } && !Variables.IsReadOnly(variable)) || !open.Add(variable))
            return Known.Nothing;
        var outer = arguments;
        if (variable is not ILocalSymbol)
            arguments = null;
        try
        {
            Known? result = null;
            Known? debug = null;
            IOperation? skipped = null;
            var isSurelyWritten = !MayStayDefault(variable);
            var count = 0;
            foreach (var write in sources.EachWriteOf(variable, cancellation))
            {
                if (write is null)
                    return count == 0 && variable is ILocalSymbol local ? Given(local) : Known.Nothing;
                count++;
                isSurelyWritten = isSurelyWritten || !MayBeSkipped(write);
                if (sources.IsDevelopmentOnly(write, settings, cancellation))
                {
                    debug = Of(write);
                    continue;
                }

                if (IsSkipped(write))
                {
                    skipped = write;
                    continue;
                }

                var value = Of(write);
                result = result is { } other ? other.Or(value) : value;
                if (result.Value.Equals(Known.Nothing))
                    return Known.Nothing;
            }

            if (count > 0 && !isSurelyWritten)
                return Constants.Default(Variables.TypeOf(variable)) is var unset && result is { } set ? set.Or(unset) : unset;

            // #if DEBUG const bool Relaxed = true; #else ... = false: what is not compiled now is the other one.
            return result ?? (count == 1 && skipped is not null ? Of(skipped) : Known.Of(!debug?.Truth));
        }
        finally
        {
            arguments = outer;
            open.Remove(variable);
        }
    }

    /// <summary>The one value that all callers give to a parameter.</summary>
    private Known Passed(IParameterSymbol parameter)
    {
        if (!Constants.IsPossible(parameter.Type) || parameter.RefKind != RefKind.None || !open.Add(parameter))
            return Known.Nothing;
        var (outer, made) = (arguments, self);
        arguments = null;
        self = null;
        try
        {
            return OneOf(sources.EachArgumentOf(parameter, cancellation));
        }
        finally
        {
            arguments = outer;
            self = made;
            open.Remove(parameter);
        }
    }

    /// <summary>What is known of each of the values; of one that is not seen, nothing.</summary>
    private Known OneOf(IEnumerable<IOperation?> values)
    {
        Known? result = null;
        foreach (var value in values)
        {
            var known = Of(value);
            result = result is { } other ? other.OrElse(known) : known;
            if (result.Value.Equals(Known.Nothing))
                break;
        }

        return result ?? Known.Nothing;
    }

    /// <summary>Does the operation stand in a branch, or in a section of a <c>switch</c>, that is not taken in production?</summary>
    public bool IsSkipped(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
            if (IsTaken(parent, child) == false)
                return true;
        return false;
    }

    /// <summary>Does production go on from an operation to this part of it? Null where that is not known.</summary>
    private bool? IsTaken(IOperation parent, IOperation child) => parent switch
    {
        IConditionalOperation conditional when child != conditional.Condition => Of(conditional.Condition).Truth is { } truth ? truth == (child == conditional.WhenTrue) : null,
        ISwitchCaseOperation { Parent: ISwitchOperation choice } section when child is not ICaseClauseOperation && IsSkipped(section, choice.Value) => false,
        ISwitchCaseOperation or ISwitchExpressionArmOperation => null,
        _ => true,
    };

    /// <summary>Is the value none of those that the section is for?</summary>
    private bool IsSkipped(ISwitchCaseOperation section, IOperation value)
    {
        foreach (var clause in section.Clauses)
        {
            var isIt = clause switch
            {
                ISingleValueCaseClauseOperation single => AreEqual(Of(value), Of(single.Value)),
                IPatternCaseClauseOperation { Guard: null } pattern => Matches(Of(value), pattern.Pattern),
                _ => null,
            };
            if (isIt != false)
                return false;
        }

        return true;
    }
}
