using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// Follows a value of an enumeration from the place that names it to the place that puts it to use: a setting, an
/// argument, a result. Locals, parameters, members, collections and loops are followed through the compilation. A
/// mention is not a use: comparing, matching, masking out, looking up, formatting, logging and what an
/// attribute says of code end the journey with nothing. A member that nothing reads counts as put to use: its reader is elsewhere.
/// </summary>
internal sealed class ValueFlow
{
    // Bounds the work for one value; programs that pass a constant along further than this are not known.
    private const int Limit = 200;

    private readonly TransitContext context;
    private readonly bool alone;
    private readonly CancellationToken cancellation;
    private readonly HashSet<ISymbol> visited = new(SymbolEqualityComparer.Default);
    private ITypeSymbol type;
    private int? element;
    private int steps;

    private ValueFlow(TransitContext context, ITypeSymbol type, bool alone, CancellationToken cancellation)
    {
        this.context = context;
        this.type = type;
        this.alone = alone;
        this.cancellation = cancellation;
    }

    /// <summary>The operation that puts this value to use in production; null when there is none or it is not known.</summary>
    /// <param name="context">The compilation.</param>
    /// <param name="value">The expression that names the value.</param>
    /// <param name="type">The enumeration.</param>
    /// <param name="bits">The bits that matter, for flags; masks on the way may remove them.</param>
    /// <param name="alone">Only where this is the whole value: not combined, collected or one of several choices.</param>
    /// <param name="cancellation">Cancels.</param>
    public static IOperation? UseOf(
        TransitContext context, IOperation value, ITypeSymbol type, long bits, bool alone, CancellationToken cancellation) =>
        value.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is null ? new ValueFlow(context, type, alone, cancellation).Follow(value, bits) : null;

    /// <summary>The operation that puts to use what is stored in this target (an <c>out</c> argument, say).</summary>
    public static IOperation? UseOfStored(
        TransitContext context, IOperation target, ITypeSymbol type, long bits, bool alone, CancellationToken cancellation) =>
        new ValueFlow(context, type, alone, cancellation).Store(target, target, bits);

    private IOperation? Follow(IOperation value, long bits)
    {
        var current = value;
        while (++steps < Limit)
        {
            cancellation.ThrowIfCancellationRequested();
            var parent = current.Parent;
            switch (parent)
            {
                case IConversionOperation conversion:
                    if (conversion.OperatorMethod is not null && !Carries(conversion.Type))
                        return null;
                    if (conversion.Type.WithoutNullable() is { TypeKind: TypeKind.Enum } converted)
                        type = converted;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Or }:
                    if (alone)
                        return null;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.And } and:
                    // "x & ~Tls11" removes, "x & Tls11" asks. Only a constant mask says what is left of our bits.
                    if (!Bits.Mask(and.LeftOperand == current ? and.RightOperand : and.LeftOperand, ref bits))
                        return null;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr } xor:
                    if (!Bits.Mask(xor, ref bits))
                        return null;
                    break;
                case IConditionalOperation { Type: not null } conditional when conditional.Condition != current:
                case ISwitchExpressionArmOperation arm when arm.Value == current:
                case ICoalesceOperation:
                    if (alone)
                        return null;
                    if (parent is ISwitchExpressionArmOperation)
                        parent = parent.Parent!;
                    break;
                case IAwaitOperation:
                case IConditionalAccessOperation access when access.WhenNotNull == current:
                    break;
                case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                    if (alone && !array.IsImplicit)
                        return null;
                    parent = array;
                    break;
                case IArrayInitializerOperation:
                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == current:
                    break;
                case IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation }:
                    parent = creation;
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    return Store(assignment.Target, assignment, bits);
                case ICoalesceAssignmentOperation assignment when assignment.Value == current:
                    return alone ? null : Store(assignment.Target, assignment, bits);
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } assignment when assignment.Value == current:
                    return alone ? null : Store(assignment.Target, assignment, bits);
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr } assignment when assignment.Value == current:
                    return alone || !Bits.AreTurnedOn(assignment, bits, context, cancellation) ? null : Store(assignment.Target, assignment, bits);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return Read(declarator.Symbol, declarator, bits);
                case IFieldInitializerOperation or IPropertyInitializerOperation:
                    return current.KeptIn() is { } member ? Read(member, parent, bits) : null;
                case IParameterInitializerOperation initializer:
                    return Pass(initializer.Parameter, initializer, bits);
                case IReturnOperation result:
                    if (Delegate(result) is { } lambda)
                    {
                        if (ReceiverOfResult(lambda) is not { } receiver)
                            return Carries(lambda.Symbol.ReturnType) ? InProduction(result) : null;
                        parent = receiver;
                        break;
                    }

                    return Return(result, bits);
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop when loop.Collection == current:
                    return Read(variable.Symbol, loop, bits);
                case ITupleOperation tuple:
                    if (!IsKept(tuple))
                        return Deconstruct(tuple, current, bits);
                    element = tuple.Elements.IndexOf(current);
                    break;
                case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part } when element is { } at:
                    if (part.PlaceInTuple() != at)
                        return null;
                    element = null;
                    break;
                case IArgumentOperation argument:
                    if (Argument(argument, bits, out var use) is not { } result2)
                        return use;
                    parent = result2;
                    break;
                case IInvocationOperation invocation when invocation.Instance == current:
                    if (Receive(invocation, bits, out var use2) is not { } result3)
                        return use2;
                    parent = result3;
                    break;
                case IPropertyReferenceOperation property when property.Instance == current && Carries(property.Type) && Carries(current.Type):
                    break;
                case { } when IsCollectionExpression(parent):
                    if (alone)
                        return null;
                    break;
                default:
                    return null;
            }

            current = parent;
        }

        return null;
    }

    /// <summary>The value is written to this target.</summary>
    private IOperation? Store(IOperation target, IOperation assignment, long bits)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Store(declaration.Expression, assignment, bits);
            case ILocalReferenceOperation local:
                return Read(local.Local, assignment, bits);
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter:
                return Read(parameter.Parameter, assignment, bits);
            case IParameterReferenceOperation parameter:
                return PassBack(parameter.Parameter, assignment, bits);
            case IArrayElementReferenceOperation element:
                return Store(element.ArrayReference, assignment, bits);
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: IInstanceReferenceOperation } indexer:
                // An entry of a collection initializer: the collection is what goes on.
                return indexer.Parent?.Parent is IObjectOrCollectionInitializerOperation { Parent: { } creation } ? Follow(creation, bits) : null;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } collection }:
                return Store(collection, assignment, bits);
            case IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true }:
                return null;
            case IDynamicMemberReferenceOperation member:
                return Words.SpeakOfReading(member.MemberName) ? null : InProduction(assignment);
            case IPropertyReferenceOperation property:
                return StoreMember(property, assignment, bits);
            case IFieldReferenceOperation field:
                return StoreMember(field, assignment, bits);
            default:
                return null;
        }
    }

    private IOperation? StoreMember(IMemberReferenceOperation target, IOperation assignment, long bits)
    {
        var member = target.Member;
        if (member.IsDeclaredIn(context.Compilation))
            return alone && target.IsWritten() ? null : Read(member, assignment, bits);
        return Carries(target.Type) && !Words.SpeakOfReading(member.Name) && !(alone && Words.SpeakOfLowerBound(member.Name))
            ? InProduction(assignment) : null;
    }

    /// <summary>The first use among the reads of a symbol of this compilation; where nothing reads it, the write itself.</summary>
    private IOperation? Read(ISymbol symbol, IOperation write, long bits)
    {
        if (!symbol.IsDeclaredIn(context.Compilation) || !visited.Add(symbol) || (alone && Words.SpeakOfLowerBound(symbol.Name)))
            return null;
        if (alone && (IsLeftToOthers(symbol) || context.References.IsWritten(symbol, cancellation)))
            return null;
        var isRead = false;
        var (before, part) = (type, element);
        var all = symbol is ILocalSymbol or IParameterSymbol ? context.References.UsesOf(symbol, cancellation) : null;
        foreach (var reference in all ?? context.References.EachUseOf(symbol, cancellation))
        {
            if (reference.IsWritten() || reference.Parent is INameOfOperation)
                continue;
            if (steps >= Limit)
                return null;
            isRead = true;
            var left = all?.Count < Limit ? Bits.LeftAt(reference, write, all, bits) : bits;
            (type, element) = (before, part);
            if (left != 0 && Follow(reference, left) is { } use)
                return use;
        }

        (type, element) = (before, part);
        var holds = symbol switch
        {
            ILocalSymbol local => Carries(local.Type),
            IParameterSymbol parameter => Carries(parameter.Type),
            IFieldSymbol field => Carries(field.Type),
            IPropertySymbol property => Carries(property.Type),
            IMethodSymbol method => Carries(method.ReturnType),
            _ => false,
        };
        return isRead || !holds || Words.SpeakOfReading(symbol.Name) ? null : InProduction(write);
    }

    /// <summary>May others set this: code elsewhere, a configuration that is bound to it? Then what it holds at first is no more than a default.</summary>
    private static bool IsLeftToOthers(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { SetMethod.DeclaredAccessibility: not Accessibility.Private } => true,
        IFieldSymbol { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private } => true,
        _ => false,
    };

    /// <summary>The value becomes this parameter of a method of the compilation, or of a library.</summary>
    private IOperation? Pass(IParameterSymbol parameter, IOperation at, long bits)
    {
        var method = parameter.ContainingSymbol;
        if (alone && (Words.SpeakOfLowerBound(parameter.Name) || Words.SpeakOfLowerBound(method.Name)))
            return null;
        if (parameter.IsDeclaredIn(context.Compilation))
        {
            // The parameter of a positional record is its property of the same name.
            if (method is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record }
                && record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return Read(property, at, bits);
            if (context.References.EachUseOf(parameter, cancellation).Any())
                return Read(parameter, at, bits);
        }

        return Carries(parameter.Type) && !Words.SpeakOfReading(parameter.Name) && !Words.AskOrRemove(method.Name) ? InProduction(at) : null;
    }

    /// <summary>
    /// The value is written to a parameter by reference: it is in the variables of those who call the method. Where nobody here
    /// does, or others may, the write counts.
    /// </summary>
    private IOperation? PassBack(IParameterSymbol parameter, IOperation write, long bits)
    {
        if (!parameter.IsDeclaredIn(context.Compilation) || !visited.Add(parameter) || Words.SpeakOfReading(parameter.Name) || parameter.ContainingSymbol is not IMethodSymbol method)
            return null;
        var (before, part) = (type, element);
        foreach (var reference in context.References.EachUseOf(parameter, cancellation))
        {
            (type, element) = (before, part);
            if (!reference.IsWritten() && Follow(reference, bits) is { } use)
                return use;
        }

        var isPassed = false;
        foreach (var call in context.References.EachUseOf(method, cancellation).OfType<IInvocationOperation>())
        {
            foreach (var argument in call.Arguments)
            {
                if (!SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter))
                    continue;
                isPassed = true;
                (type, element) = (before, part);
                if (Store(argument.Value, call, bits) is { } use)
                    return use;
            }
        }

        (type, element) = (before, part);
        return isPassed && !IsReplaceable(method) ? null : InProduction(write);
    }

    /// <summary>Is the method called through what it overrides or implements, or may be?</summary>
    private static bool IsReplaceable(IMethodSymbol method) => method.IsOverride || method.IsVirtual || !method.ExplicitInterfaceImplementations.IsEmpty;

    private IOperation? Return(IReturnOperation result, long bits)
    {
        if (result.SemanticModel?.GetEnclosingSymbol(result.Syntax.SpanStart, cancellation) is not IMethodSymbol method)
            return null;
        ISymbol symbol = method.AssociatedSymbol ?? method;
        if (!Carries(method.ReturnType) || Words.SpeakOfReading(symbol.Name))
            return null;
        return IsReplaceable(method) ? InProduction(result) : Read(symbol, result, bits);
    }

    /// <summary>Is the tuple itself stored, so that its elements are read later?</summary>
    private static bool IsKept(ITupleOperation tuple) =>
        (tuple.Parent is IConversionOperation { IsImplicit: true } conversion ? conversion.Parent : tuple.Parent)
            is IVariableInitializerOperation or IFieldInitializerOperation or IPropertyInitializerOperation;

    private IOperation? Deconstruct(ITupleOperation tuple, IOperation element, long bits)
    {
        var index = tuple.Elements.IndexOf(element);
        var parent = tuple.Parent is IConversionOperation { IsImplicit: true } conversion ? conversion.Parent : tuple.Parent;
        return parent switch
        {
            IDeconstructionAssignmentOperation { Target: ITupleOperation targets } assignment when index >= 0 && index < targets.Elements.Length =>
                Store(targets.Elements[index], assignment, bits),
            IDeconstructionAssignmentOperation { Target: IDeclarationExpressionOperation { Expression: ITupleOperation targets } } assignment
                when index >= 0 && index < targets.Elements.Length => Store(targets.Elements[index], assignment, bits),
            IReturnOperation result => InProduction(result),
            _ => null,
        };
    }

    /// <summary>
    /// The value is an argument. Either the use is known (<paramref name="use"/>, null for none) or the value goes on
    /// through the operation returned.
    /// </summary>
    private IOperation? Argument(IArgumentOperation argument, long bits, out IOperation? use)
    {
        use = null;
        if (argument.Parameter is not { } parameter || argument.Parent is not { } call)
            return null;
        var declared = parameter.OriginalDefinition.Type;
        if (!Carries(declared))
        {
            // A generic parameter: the value goes into a collection, into the result, or to the lambdas of the call.
            if (!Carries(parameter.Type))
            {
                if (parameter.Name == "value" && call is IInvocationOperation { TargetMethod: { Name: "SetValue", ContainingType: { Name: "PropertyInfo" or "FieldInfo", ContainingNamespace.Name: "Reflection" } } })
                    use = InProduction(argument);
                return null;
            }

            if (call is IObjectCreationOperation { Type: INamedTypeSymbol { TypeArguments.Length: 1 } } creation)
                return alone ? null : creation;
            if (call is not IInvocationOperation { TargetMethod: var method } invocation)
                return null;
            if (Words.AddTo(method.Name) && invocation.Instance is { } collection)
            {
                if (method.Parameters.Length == 2 && parameter.Ordinal == 0 && !method.Name.StartsWith("Insert", StringComparison.Ordinal))
                    return null; // A key.
                if (alone)
                    return null;
                if (collection is IInstanceReferenceOperation && invocation.Parent is IObjectOrCollectionInitializerOperation { Parent: { } created })
                    return created;
                if (invocation.Type is { SpecialType: not (SpecialType.System_Void or SpecialType.System_Boolean) } && Carries(invocation.Type))
                    return invocation;
                use = Store(collection, invocation, bits);
                return null;
            }

            var isReceiver = method.IsExtensionMethod && parameter.Ordinal == 0;
            if (Words.AskOrRemove(method.Name) && !(isReceiver && Carries(invocation.Type)))
                return null;
            use = Lambdas(invocation, bits);
            if (use is null && !Carries(invocation.Type) && !invocation.TargetMethod.IsAbstract)
                use = Read(parameter.OriginalDefinition, argument, bits); // A generic method of the program's own: Set(ref field, value).
            return use is null && Carries(invocation.Type) ? invocation : null;
        }

        use = argument.Parent is IPropertyReferenceOperation ? null : Pass(parameter.OriginalDefinition, argument, bits);
        return null;
    }

    /// <summary>A method is called on the value, or on the collection that holds it.</summary>
    private IOperation? Receive(IInvocationOperation invocation, long bits, out IOperation? use)
    {
        use = null;
        if (invocation.Instance?.Type is { TypeKind: TypeKind.Enum })
            return null;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out } parameter && Carries(parameter.Type))
            {
                use = Store(argument.Value, invocation, bits);
                return null;
            }
        }

        use = Lambdas(invocation, bits);
        return use is null && Carries(invocation.Type) ? invocation : null;
    }

    /// <summary>The lambdas of a call on a collection are given its elements.</summary>
    private IOperation? Lambdas(IInvocationOperation invocation, long bits)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is not IDelegateCreationOperation creation)
                continue;
            var parameters = creation.Target switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters,
                IMethodReferenceOperation group => group.Method.Parameters,
                _ => System.Collections.Immutable.ImmutableArray<IParameterSymbol>.Empty,
            };
            foreach (var parameter in parameters)
            {
                if (!SymbolEqualityComparer.Default.Equals(parameter.Type.WithoutNullable(), type))
                    continue;
                var found = creation.Target is IAnonymousFunctionOperation ? ReadInLambda(parameter, bits) : Pass(parameter.OriginalDefinition, argument, bits);
                if (found is not null)
                    return found;
            }
        }

        return null;
    }

    /// <summary>A parameter of a lambda is put to use only where it is read.</summary>
    private IOperation? ReadInLambda(IParameterSymbol parameter, long bits)
    {
        if (!visited.Add(parameter))
            return null;
        foreach (var reference in context.References.EachUseOf(parameter, cancellation))
        {
            if (!reference.IsWritten() && Follow(reference, bits) is { } use)
                return use;
        }

        return null;
    }

    /// <summary>The lambda whose result this is; null in a method.</summary>
    private static IAnonymousFunctionOperation? Delegate(IReturnOperation result)
    {
        for (IOperation? outer = result.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda)
                return lambda;
            if (outer is ILocalFunctionOperation)
                return null;
        }

        return null;
    }

    /// <summary>The call whose result comes from this lambda's: <c>Select(_ => …)</c>, <c>new Lazy(() => …)</c>.</summary>
    private IOperation? ReceiverOfResult(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: { } call } }
        && call is IInvocationOperation or IObjectCreationOperation && Carries(call.Type)
            ? call : null;

    private IOperation? InProduction(IOperation use) => context.World.Reaches(use, cancellation) ? use : null;

    private bool Carries(ITypeSymbol? candidate) => EnumTypes.Carries(candidate, type);

    // CollectionExpression and Spread, which the Roslyn that this is compiled against does not name yet.
    private static bool IsCollectionExpression(IOperation operation) => (int)operation.Kind is 0x7F or 0x80;
}
