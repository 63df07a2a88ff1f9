using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>
/// Evaluates the expressions of a callback for one value of <c>SslPolicyErrors</c>, under production assumptions. Of what
/// is not known it keeps where it comes from, which is what a comparison of it proves.
/// </summary>
internal sealed partial class Expressions(TransitContext context, Bodies bodies, int errors, CancellationToken cancellation)
{
    private const int DeepestExpression = 200;
    private const int DeepestCall = 6;
    private const int MostCallSteps = 40_000;
    private const int MostRounds = 16;

    /// <summary>The key of what the callback has told its argument by <see cref="Called"/>.</summary>
    public static readonly object CallKey = new();

    /// <summary>The key of the object of which a method is run, where it is one that the callback knows something of.</summary>
    public static readonly object ThisKey = new();

    /// <summary>The key that says that a chain is told to trust what the peer has sent.</summary>
    private static readonly object OwnRootKey = new();

    /// <summary>The method by which the callback accepts, where it is one.</summary>
    public string? Called { get; init; }

    /// <summary>The member of the argument by which the callback accepts, where it is one.</summary>
    public ISymbol? Decision { get; init; }

    /// <summary>Another such member: what is given to either is the answer.</summary>
    public ISymbol? AlsoDecides { get; init; }

    /// <summary>How the callback is told what is wrong, where it is asked of one problem at a time.</summary>
    public ProblemCode? Problem { get; init; }

    private readonly Dictionary<(ControlFlowGraph, CaptureId), IOperation> targets = [];
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private int depth;
    private int callSteps;

    public Value Of(IOperation? operation, Cursor cursor)
    {
        if (operation is null)
            return Value.Nothing;
        if (depth > DeepestExpression)
            return Value.From(Origin.Validated);
        if (open.Count > 0)
            callSteps++;
        depth++;
        try
        {
            return Read(operation, cursor);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>The variable that a reference is to; null where it is none that is followed.</summary>
    public object? KeyOf(IOperation? target, Cursor cursor)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return local.Local;
            case IParameterReferenceOperation parameter:
                return parameter.Parameter;
            case IDeclarationExpressionOperation declaration:
                return KeyOf(declaration.Expression, cursor);
            case IConversionOperation { IsImplicit: true } conversion:
                return KeyOf(conversion.Operand, cursor);
            case IFlowCaptureReferenceOperation capture:
                return targets.TryGetValue((cursor.Graph, capture.Id), out var captured) && captured is not IFlowCaptureReferenceOperation
                    ? KeyOf(captured, cursor)
                    : capture.Id;
            case IFieldReferenceOperation { Field: var field } reference when IsFollowed(reference.Instance):
                return field.OriginalDefinition;
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property } reference when IsFollowed(reference.Instance):
                return AlsoDecides is not null && SymbolEqualityComparer.Default.Equals(AlsoDecides, property.OriginalDefinition) ? Decision : property.OriginalDefinition;
            default:
                return null;
        }
    }

    /// <summary>Members of this object and of the arguments; other objects may be known by several names.</summary>
    private static bool IsFollowed(IOperation? instance) =>
        instance is null or IInstanceReferenceOperation or IParameterReferenceOperation
        || (instance is IConversionOperation conversion && IsFollowed(conversion.Operand));

    private Value Read(IOperation operation, Cursor cursor)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
            return Value.Of(constant.Value);
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Of(statement.Operation, cursor);
            case IFlowCaptureOperation capture:
                if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
                    targets[(cursor.Graph, capture.Id)] = capture.Value;
                var captured = Of(capture.Value, cursor);
                cursor.Set(capture.Id, captured);
                return captured;
            case IFlowCaptureReferenceOperation reference:
                return cursor.State.Values.TryGetValue(reference.Id, out var kept) ? kept : Value.From(Origin.Validated);
            case IIsNullOperation isNull:
                return Value.Of(NullTest(Of(isNull.Operand, cursor)));
            case ILocalReferenceOperation local:
                return Local(local, cursor);
            case IParameterReferenceOperation parameter:
                return cursor.State.Values.TryGetValue(parameter.Parameter, out var argument) ? argument
                    : cursor.State.Values.TryGetValue(ThisKey, out var owner) && OfOwner(parameter.Parameter, owner) is { } passed ? passed
                    : World(parameter);
            case IFieldReferenceOperation field:
                return Field(field, cursor);
            case IPropertyReferenceOperation property:
                return Property(property, cursor);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Of(assignment.Value, cursor), cursor);
            case ICompoundAssignmentOperation compound:
                var target = Of(compound.Target, cursor);
                return Assign(compound.Target, Binary(compound.OperatorKind, target, Of(compound.Value, cursor), compound.Type), cursor);
            case IIncrementOrDecrementOperation step:
                var before = Of(step.Target, cursor);
                var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
                var after = Assign(step.Target, Binary(kind, before, Value.Of(1L), step.Type), cursor);
                return step.IsPostfix ? before : after;
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction, cursor);
            case IConversionOperation conversion:
                return Convert(conversion, cursor);
            case IUnaryOperation unary:
                return Unary(unary, cursor);
            case IBinaryOperation binary:
                var (leftOperand, rightOperand) = (Of(binary.LeftOperand, cursor), Of(binary.RightOperand, cursor));
                if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && IsHost(leftOperand, rightOperand))
                    return Value.Of(binary.OperatorKind == BinaryOperatorKind.Equals ? Truth.Proof : !Truth.Proof);
                return leftOperand.Origin == Origin.None && rightOperand.Origin == Origin.None && IsBool(binary.Type) && World(binary) is { Kind: Value.State.Truth } known
                    ? known
                    : Binary(binary.OperatorKind, leftOperand, rightOperand, binary.Type, binary.LeftOperand.Type);
            case IIsTypeOperation isType:
                var tested = TypeTest(Of(isType.ValueOperand, cursor), isType.TypeOperand);
                return Value.Of(isType.IsNegated ? !tested : tested);
            case IIsPatternOperation isPattern:
                var matched = Of(isPattern.Value, cursor);
                // What the pattern declares is known from then on, whoever knows the answer.
                var matches = Matches(matched, isPattern.Pattern, cursor);
                return matched is { Origin: Origin.None, Kind: Value.State.Unknown } && World(isPattern) is { Kind: Value.State.Truth } told ? told : Value.Of(matches);
            case IAwaitOperation awaited:
                cursor.MayThrow = true;
                return Of(awaited.Operation, cursor);
            case IInvocationOperation call:
                cursor.MayThrow = true;
                return Call(call, cursor);
            case IObjectCreationOperation creation:
                cursor.MayThrow = true;
                return Create(creation, cursor);
            case IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda }:
                return Value.Of(new DelegateBody(lambda.Symbol, cursor.Graph, lambda));
            case IDelegateCreationOperation { Target: IMethodReferenceOperation method }:
                return Value.Of(new DelegateBody(method.Method, cursor.Graph, null));
            case IDelegateCreationOperation other:
                return Of(other.Target, cursor);
            case IFlowAnonymousFunctionOperation lambda:
                return Value.Of(new DelegateBody(lambda.Symbol, cursor.Graph, lambda));
            case IDefaultValueOperation { Type: { } type }:
                return type.IsReferenceType || type.IsNullableValue() ? Value.Null : Default(type);
            case ITupleOperation tuple:
                return Value.Tuple([.. tuple.Elements.Select(element => Of(element, cursor))]);
            case IInterpolatedStringOperation text:
                return Interpolation(text, cursor);
            case IArrayElementReferenceOperation element:
                cursor.MayThrow = true;
                var (array, indices) = (Of(element.ArrayReference, cursor), element.Indices.Select(index => Of(index, cursor)).ToArray());
                return (indices.Length == 1 ? LookUp(element.ArrayReference, element.Indices[0], indices[0], cursor) : null) ?? Value.From(array.Origin);
            case IArrayCreationOperation { Initializer: { } initializer }:
                var elements = Origin.None;
                foreach (var value in initializer.ElementValues)
                    elements |= Of(value, cursor).Origin;
                return Value.From(elements, false);
            case IEventReferenceOperation:
                // Who forwards an event is asked what its handlers are.
                return Value.From(Origin.None, false);
            case IThrowOperation thrown:
                _ = Of(thrown.Exception, cursor);
                cursor.Throws = true;
                cursor.IsDead = true;
                return Value.Nothing;
            case IInstanceReferenceOperation:
                return cursor.State.Values.TryGetValue(ThisKey, out var self) ? self : Value.From(Origin.None, false);
            case ICaughtExceptionOperation:
                return Value.From(Origin.Validated, false);
            case ITypeOfOperation or IArrayCreationOperation:
                return Value.From(Origin.None, false);
            case IDeclarationExpressionOperation declaration:
                return Of(declaration.Expression, cursor);
            default:
                return Parts(operation, cursor);
        }
    }

    /// <summary>An operation that has no meaning of its own here: what its parts do and where they come from.</summary>
    private Value Parts(IOperation operation, Cursor cursor)
    {
        var origin = Origin.None;
        foreach (var part in operation.ChildOperations)
            origin |= Of(part, cursor).Origin;
        return Value.From(origin);
    }

    /// <summary>The default of <c>ValueTask&lt;bool&gt;</c> is a task that has answered false.</summary>
    private static Value Default(ITypeSymbol type) => IsBoolOrTask(type)
        ? Value.Of(false)
        : Numbers.Fits(0, type) ? Value.Of(0L) : Value.From(Origin.None, false);

    private Value World(IOperation reference) =>
        context.World.ConstantOf(reference, cancellation) is { HasValue: true, Value: var value } ? Value.Of(value) : Value.Nothing;

    private Value Local(ILocalReferenceOperation local, Cursor cursor)
    {
        if (local.IsDeclaration)
            return Value.Nothing;
        if (cursor.State.Values.TryGetValue(local.Local, out var value))
            return value;
        // Of the method around the callback.
        return World(local);
    }

    private Value Field(IFieldReferenceOperation reference, Cursor cursor)
    {
        var instance = reference.Instance is null ? Value.Nothing : Of(reference.Instance, cursor);
        if (KeyOf(reference, cursor) is { } key && cursor.State.Values.TryGetValue(key, out var value))
            return value;
        if (Own(reference.Field, instance) is { } own)
            return own;
        if (instance.Elements is { } elements && ElementOf(reference.Field) is { } index && index < elements.Length)
            return elements[index];
        return IsOfProgram(instance.Origin) ? OfProgram(World(reference), instance.Origin) : OfMember(reference.Field.Name, reference.Type, reference.Instance!.Type, instance);
    }

    private bool IsProblem(ITypeSymbol? type) => Problem is not null && type?.Name == Problem.Type;

    /// <summary>Which element of a tuple the field is.</summary>
    private static int? ElementOf(IFieldSymbol field) =>
        (field.CorrespondingTupleField ?? field).Name is var name && name.StartsWith("Item", StringComparison.Ordinal)
        && int.TryParse(name.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0
            ? number - 1
            : null;

    /// <summary>Of which parameter of its record the property is made: both are declared in one place.</summary>
    private static int? ElementOf(IPropertySymbol property) => property.ContainingType.IsRecord
        ? property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(property.IsDeclaredBy)?.Ordinal
        : null;

    /// <summary>What a record, or an object that stays as it is made, says by the property; null for other values, and where that is not known.</summary>
    private Value? Said(IPropertyReferenceOperation reference, Value made, Cursor cursor)
    {
        if (made.Elements is { } elements && ElementOf(reference.Property) is { } place && place < elements.Length)
            return elements[place];
        return made.Members is null ? null : Own(reference.Property, made) ?? Getter(reference, made, cursor);
    }

    private Value Property(IPropertyReferenceOperation reference, Cursor cursor)
    {
        var instance = reference.Instance is null ? Value.Nothing : Of(reference.Instance, cursor);
        var origin = instance.Origin;
        var index = Value.Nothing;
        foreach (var argument in reference.Arguments)
        {
            index = Of(argument.Value, cursor);
            origin |= index.Origin;
        }

        if (IsNullAccess(instance, reference.Instance, cursor))
            return Value.Nothing;
        if (KeyOf(reference, cursor) is { } key && cursor.State.Values.TryGetValue(key, out var value))
            return value;
        if (Said(reference, instance, cursor) is { } said)
            return said;
        cursor.MayThrow = true;
        if (reference.Property.IsIndexer)
            return (reference is { Instance: { } table, Arguments.Length: 1 } ? LookUp(table, reference.Arguments[0].Value, index, cursor) : null) ?? Value.From(origin);
        switch (reference.Property.Name)
        {
            case "Value" when reference.Instance?.Type.IsNullableValue() == true:
            case "Result" when IsTask(reference.Instance?.Type):
                return instance.NotNull();
            // The number that a code of the library is.
            case "Code" or "CodeBits" when instance.Number is not null && IsProblem(reference.Instance?.Type):
                return instance;
            case "HasValue" when reference.Instance?.Type.IsNullableValue() == true:
                return Value.Of(!NullTest(instance));
            case "ChainElements" or "ChainStatus" when CertificateFacts.IsChain(reference.Instance?.Type):
                return Value.From((reference.Property.Name == "ChainStatus" ? Origin.ChainStatus : Origin.Chain) | (instance.Origin & Origin.Own), false);
            case "Current" when instance.Elements is { Length: > 0 } rest && reference.Property.ContainingType.Name.IndexOf("Enumerator", StringComparison.Ordinal) >= 0:
                return rest[0];
            case "Length" when instance is { IsConstant: true, Constant: string text }:
                return Value.Of((long)text.Length);
        }

        if (IsOfProgram(origin) && reference.Property.Name != "IsLoopback")
            return OfProgram(World(reference) is { Kind: not Value.State.Unknown } known ? known : Getter(reference, instance, cursor), origin);
        return OfMember(reference.Property.Name, reference.Type, reference.Instance?.Type, instance);
    }

    /// <summary>Is it neither of the peer nor of what the callback is given?</summary>
    private static bool IsOfProgram(Origin origin) => (origin & ~Origin.Own) == Origin.None;

    /// <summary>What a member of such an object is; where that is not known, what the object is.</summary>
    private static Value OfProgram(Value member, Origin owner) => member.Equals(Value.Nothing) ? Value.From(owner) : member;

    /// <summary>A member of null: the exception fails the connection, unless it is caught.</summary>
    private static bool IsNullAccess(Value instance, IOperation? reference, Cursor cursor)
    {
        if (instance.IsNull != true || reference?.Type?.IsReferenceType != true)
            return false;
        cursor.Throws = true;
        cursor.IsDead = true;
        return true;
    }

    /// <summary>What a member of something of the peer, or of the callback's arguments, is.</summary>
    private Value OfMember(string name, ITypeSymbol? type, ITypeSymbol? owner, Value instance)
    {
        var origin = instance.Origin;
        switch (name)
        {
            case "IsLoopback":
                return Value.Of(Truth.Proof);
            // That there is something proves nothing, and is nobody's choice.
            case "IsEmpty" when (origin & (Origin.Certificate | Origin.Chain)) != 0:
                return Value.Of(Truth.Either(Evidence.None));
            // Of what kind a key is, not which.
            case "KeySize" or "LegalKeySizes" or "Oid" or "KeyExchangeAlgorithm" or "SignatureAlgorithm" when (origin & Origin.Pin) != 0:
                return Value.From(Origin.Fields, false);
            case "Length" or "Count" or "LongLength" when HasNoStates(origin):
                return Value.Of(0L);
            case "Length" or "Count" or "LongLength" or "IsEmpty" when (origin & Origin.Validated) == 0:
                return (origin & Origin.ChainStatus) != 0 ? Value.From(Origin.ChainStatus, false, Value.Count) : Value.From(Origin.Fields, false);
        }

        if ((origin & Origin.Certificate) != 0 && CertificateFacts.IsCertificate(owner))
            return Value.From(CertificateFacts.OfCertificate(name), type?.IsValueType == true ? false : null);
        if ((origin & (Origin.Request | Origin.Certificate)) != 0 && !CertificateFacts.IsCertificate(owner))
        {
            if (CertificateFacts.IsErrors(type))
                return Value.Of((long)errors);
            if (IsProblem(type))
                return Value.Of(errors == TruthTable.WrongName ? Problem!.WrongName : Problem!.UntrustedChain);
            if (CertificateFacts.IsCertificate(type))
                return Value.From(Origin.Certificate, (errors & TruthTable.NoCertificate) != 0);
            if (CertificateFacts.IsChain(type))
                return Value.From(Origin.Chain, (errors & TruthTable.NoCertificate) != 0 ? null : false);
            if (owner is { Name: "PublicKey" })
                return Value.From(Origin.Pin);
            return Value.From((origin & Origin.Certificate) != 0 ? Origin.Certificate : CertificateFacts.OfRequest(name));
        }

        if ((origin & Origin.Chain) != 0)
        {
            if (CertificateFacts.IsCertificate(type))
                return Value.From(Origin.Certificate, false);
            if (name.IndexOf("Status", StringComparison.Ordinal) >= 0)
                return Value.From(Origin.ChainStatus, false);
        }

        return Value.From(origin, null, instance.Status);
    }

    /// <summary>
    /// Are these the states of a chain without errors, which has none? That the name does not match says nothing of the chain
    /// (SslStream.Protocol.cs: the chain is built first, and the name looked at whatever the outcome).
    /// </summary>
    private bool HasNoStates(Origin origin) =>
        (origin & (Origin.ChainStatus | Origin.Own)) == Origin.ChainStatus && errors == TruthTable.WrongName;

    private Value Assign(IOperation target, Value value, Cursor cursor)
    {
        if (target is IFieldReferenceOperation { Instance: { } owner })
            _ = Of(owner, cursor);
        if (KeyOf(target, cursor) is { } key)
        {
            cursor.Set(key, value);
        }
        else if (target is IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation)
        {
            cursor.MayThrow = true;
            if (target is IMemberReferenceOperation { Instance: { } holder } member)
            {
                if (GiveTo(holder, member, value, cursor))
                    return value;
                Carry(holder, CertificateFacts.IsErrors(target.Type) ? Origin.Validated : value.Origin & Origin.Peer, cursor);
                WorkOn(holder, cursor);
            }
        }

        return value;
    }

    /// <summary>An object that is filled with what is known of the peer says something of it from then on.</summary>
    private void Carry(IOperation holder, Origin origin, Cursor cursor)
    {
        if (origin != Origin.None && KeyOf(holder, cursor) is { } key && cursor.State.Values.TryGetValue(key, out var value)
            && value.Kind == Value.State.Unknown && (value.Origin & Origin.Peer) == 0)
            cursor.Set(key, Value.From(value.Origin | origin, value.IsNull));
    }

    /// <summary>What the callback itself fills or changes holds what it has worked out, not what somebody has set.</summary>
    private void WorkOn(IOperation target, Cursor cursor)
    {
        if (KeyOf(target, cursor) is not { } key)
            return;
        var value = cursor.State.Values.TryGetValue(key, out var known) ? known : Value.Nothing;
        if (value.Kind == Value.State.Unknown && IsOfProgram(value.Origin))
            cursor.Set(key, Value.From(value.Origin | Origin.Own, value.IsNull));
    }

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction, Cursor cursor)
    {
        var source = deconstruction.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : deconstruction.Value;
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is not ITupleOperation targets)
            return Parts(deconstruction, cursor);
        if (source is ITupleOperation values && values.Elements.Length == targets.Elements.Length)
        {
            var all = values.Elements.Select(element => Of(element, cursor)).ToArray();
            for (var i = 0; i < all.Length; i++)
                Assign(targets.Elements[i], all[i], cursor);
            return Value.Nothing;
        }

        var whole = Of(source, cursor);
        for (var i = 0; i < targets.Elements.Length; i++)
            Assign(targets.Elements[i], whole.Elements is { } parts && parts.Length == targets.Elements.Length ? parts[i] : Value.From(whole.Origin), cursor);
        return whole;
    }

    private Value Convert(IConversionOperation conversion, Cursor cursor)
    {
        var value = Of(conversion.Operand, cursor);
        if (conversion.OperatorMethod is { DeclaringSyntaxReferences.IsEmpty: false } converter && (value.Members is not null || value.Elements is not null)
            && bodies.Of(converter, cancellation) is { } graph && Run(converter, graph, [value], conversion.Type, cursor) is { } converted)
            return converted;
        if (conversion.OperatorMethod is not null)
            return value.Number is not null && IsProblem(conversion.Type) ? value : Value.From(value.Origin, false);
        if (!conversion.IsImplicit)
            cursor.MayThrow = true;
        if (value.Number is { } number)
            return Numbers.Fits(number, conversion.Type) || conversion.Type?.IsReferenceType == true ? value : Value.From(Origin.Validated, false);
        // A peer's certificate is an X509Certificate2 on every platform, whatever the parameter says.
        if (conversion.IsTryCast && (value.Origin & (Origin.Certificate | Origin.Chain)) == 0)
            return value.OrNull();
        return value;
    }

    private Value Unary(IUnaryOperation unary, Cursor cursor)
    {
        var operand = Of(unary.Operand, cursor);
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Not:
                return Value.Of(!operand.Truth);
            case UnaryOperatorKind.BitwiseNegation when operand.Number is { } number:
                return Numbers.Fits(~number, unary.Type) ? Value.Of(~number) : Value.From(Origin.Validated, false);
            case UnaryOperatorKind.Minus when operand.Number is { } number:
                return Value.Of(-number);
            case UnaryOperatorKind.Plus:
                return operand;
            default:
                return Value.From(operand.Origin, operand.IsNull, operand.Status);
        }
    }

    private static Value Binary(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type, ITypeSymbol? operandType = null)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Value.Of(Comparison(kind, left, right, operandType));
            case BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
                when IsBool(type):
                return Value.Of(kind switch
                {
                    BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left.Truth & right.Truth,
                    BinaryOperatorKind.ExclusiveOr => left.Truth.ExclusiveOr(right.Truth),
                    _ => left.Truth | right.Truth,
                });
        }

        if (left.Number is { } x && right.Number is { } y)
            return Numbers.Calculate(kind, x, y, type) is { } number ? Value.Of(number) : Value.From(Origin.Validated, false);
        if (kind == BinaryOperatorKind.Add && left.Constant is string first && right.Constant is string second)
            return Value.Of(first + second);
        if (kind == BinaryOperatorKind.And && ((left.Origin | right.Origin) & Origin.ChainStatus) != 0 && (left.Number ?? right.Number) is { } mask)
            return Value.From(Origin.ChainStatus, false, mask);
        var own = type?.SpecialType == SpecialType.System_String ? Origin.Own : Origin.None;
        return Value.From(left.Origin | right.Origin | own, false, left.Status & right.Status);
    }

    private static bool IsBool(ITypeSymbol? type) => type.WithoutNullable() is { SpecialType: SpecialType.System_Boolean };

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    private static bool IsBoolOrTask(ITypeSymbol? type) =>
        IsBool(type) || (IsTask(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task && IsBool(task.TypeArguments[0]));

    private static Truth NullTest(Value value)
    {
        if (value.IsNull is { } isNull)
            return Truth.Of(isNull);
        if (value.Kind == Value.State.Truth)
            return Truth.Weak(WeakEvidence.Configuration);
        if ((value.Origin & Origin.Validated) != 0)
            return Truth.Either(Evidence.Strong);
        // That there is a chain or a certificate proves nothing, and is nobody's choice.
        return (value.Origin & (Origin.Certificate | Origin.Chain)) != 0 ? Truth.Either(Evidence.None) : CertificateFacts.Weak(value.Origin);
    }

    private static Truth Comparison(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type = null)
    {
        if (kind == BinaryOperatorKind.NotEquals)
            return !Comparison(BinaryOperatorKind.Equals, left, right, type);
        if (left.Number is { } x && right.Number is { } y && Numbers.Compare(kind, x, y) is { } answer)
            return Truth.Of(answer);
        if (kind == BinaryOperatorKind.Equals)
        {
            if (left is { IsConstant: true, Constant: null })
                return NullTest(right);
            if (right is { IsConstant: true, Constant: null })
                return NullTest(left);
            if (left is { IsConstant: true, Constant: string first } && right is { IsConstant: true, Constant: string second })
                return Truth.Of(string.Equals(first, second, StringComparison.Ordinal));
            if (left.Kind == Value.State.Truth || right.Kind == Value.State.Truth)
                return !left.Truth.ExclusiveOr(right.Truth);
            return Equal(left, right);
        }

        var origin = left.Origin | right.Origin;
        if (CertificateFacts.IsDate(type))
            return Truth.Weak(WeakEvidence.Dates);
        if ((origin & Origin.ChainStatus) != 0)
            return Truth.Either(Evidence.ChainStatus);
        return CertificateFacts.Answer(origin);
    }

    /// <summary>What it proves that two values are equal, or that one contains the other.</summary>
    private static Truth Equal(Value left, Value right)
    {
        var origin = left.Origin | right.Origin;
        if ((origin & Origin.ChainStatus) != 0)
        {
            var (status, other) = (left.Origin & Origin.ChainStatus) != 0 ? (left, right) : (right, left);
            return status.Status == Value.Count ? Truth.Either(Evidence.ChainStatus) : Status(status, other.Number);
        }

        if ((origin & Origin.Validated) != 0)
            return Truth.Either(Evidence.Strong);
        var bothOfPeer = (left.Origin & Origin.Peer) != 0 && (right.Origin & Origin.Peer) != 0;
        if ((origin & (Origin.Pin | Origin.Certificate | Origin.Chain)) != 0)
        {
            var nothing = left is { IsConstant: true, Constant: null or "" } || right is { IsConstant: true, Constant: null or "" };
            return bothOfPeer || nothing ? CertificateFacts.Weak(origin) : Truth.Proof;
        }

        return CertificateFacts.Weak(origin);
    }

    /// <summary>A state of the chain is compared with a flag.</summary>
    private static Truth Status(Value status, long? flags)
    {
        if (flags is not { } compared)
            return Truth.Either(Evidence.ChainStatus);
        // That it is not this one rules nothing out, unless it is what every forged chain has.
        if (status.Status == -1)
        {
            return new(
                Ways.By(CertificateFacts.IsHarmful(compared) ? Evidence.ToleratedStatus : Evidence.OneStatus),
                Ways.By(CertificateFacts.IsForged(compared) ? Evidence.ChainStatus : Evidence.None));
        }

        // (status & flags) == 0: what is not among the flags passes. Many flags: those left out are the forgiven ones.
        var isMostFlags = status.Status < 0;
        var whenZero = isMostFlags && CertificateFacts.IsHarmful(~status.Status) ? Evidence.ToleratedStatus : Evidence.ChainStatus;
        var whenSet = !isMostFlags && CertificateFacts.IsHarmful(status.Status) ? Evidence.ToleratedStatus : Evidence.ChainStatus;
        return compared == 0 ? new(Ways.By(whenZero), Ways.By(whenSet)) : new(Ways.By(whenSet), Ways.By(whenZero));
    }

    private static Truth TypeTest(Value value, ITypeSymbol type)
    {
        if (value.IsNull == true)
            return Truth.Never;
        if ((value.Origin & Origin.Certificate) != 0 && CertificateFacts.IsCertificate(type))
            return value.IsNull == false ? Truth.Always : !NullTest(value);
        return CertificateFacts.Weak(value.Origin);
    }

    private Truth Matches(Value value, IPatternOperation pattern, Cursor cursor)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                var expected = Of(constant.Value, cursor);
                return IsHost(value, expected) ? Truth.Proof : Comparison(BinaryOperatorKind.Equals, value, expected);
            case IRelationalPatternOperation relational:
                return Comparison(relational.OperatorKind, value, Of(relational.Value, cursor));
            case INegatedPatternOperation negated:
                return !Matches(value, negated.Pattern, cursor);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Matches(value, or.LeftPattern, cursor) | Matches(value, or.RightPattern, cursor);
            case IBinaryPatternOperation and:
                return Matches(value, and.LeftPattern, cursor) & Matches(value, and.RightPattern, cursor);
            case IDiscardPatternOperation:
                return Truth.Always;
            case IDeclarationPatternOperation declaration:
                if (declaration.DeclaredSymbol is { } declared)
                    cursor.Set(declared, declaration.MatchesNull ? value : value.NotNull());
                return declaration.MatchesNull || SymbolEqualityComparer.Default.Equals(declaration.InputType, declaration.NarrowedType)
                    ? declaration.MatchesNull ? Truth.Always : !NullTest(value)
                    : value.IsNull == false && value.Kind is Value.State.Constant or Value.State.Truth ? Truth.Always : TypeTest(value, declaration.NarrowedType);
            case ITypePatternOperation type:
                return TypeTest(value, type.MatchedType);
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    cursor.Set(whole, value.NotNull());
                var all = recursive.DeconstructionSubpatterns.IsEmpty ? !NullTest(value) : Positions(value, recursive, cursor);
                foreach (var part in recursive.PropertySubpatterns)
                {
                    var member = part.Member is IPropertyReferenceOperation property && Said(property, value, cursor) is { } said
                        ? said
                        : part.Member is IMemberReferenceOperation { Member.Name: var name, Type: var type }
                        ? IsOfProgram(value.Origin) && name != "IsLoopback" ? Value.From(value.Origin) : OfMember(name, type, recursive.NarrowedType, value)
                        : Value.From(value.Origin);
                    all &= Matches(member, part.Pattern, cursor);
                }

                return all;
            case IListPatternOperation list when (value.Origin & Origin.ChainStatus) != 0:
                return States(value, list, cursor);
            default:
                return CertificateFacts.Weak(value.Origin);
        }
    }

    /// <summary>A list of the chain's states, of which a chain with errors has at least one.</summary>
    private Truth States(Value value, IListPatternOperation list, Cursor cursor)
    {
        var (states, areAll, isSome) = (Truth.Always, true, false);
        foreach (var part in list.Patterns)
        {
            if (part is ISlicePatternOperation)
            {
                areAll = false;
                continue;
            }

            isSome = true;
            states &= Matches(Value.From(value.Origin, false), part, cursor);
        }

        if (HasNoStates(value.Origin))
            return Truth.Of(!isSome);
        if (!isSome && areAll)
            return (errors & TruthTable.UntrustedChain) != 0 ? Truth.Never : Truth.Either(Evidence.ChainStatus);
        return (areAll ? new Truth(states.True.OfEveryStatus(), states.False, states.Kinds) : states).Or(new(Ways.Never, Ways.By(Evidence.ChainStatus)));
    }

    private Truth Positions(Value value, IRecursivePatternOperation recursive, Cursor cursor)
    {
        if (value.Elements is not { } elements || elements.Length != recursive.DeconstructionSubpatterns.Length)
            return CertificateFacts.Answer(value.Origin);
        var all = Truth.Always;
        for (var i = 0; i < elements.Length; i++)
            all &= Matches(elements[i], recursive.DeconstructionSubpatterns[i], cursor);
        return all;
    }

    private Value Interpolation(IInterpolatedStringOperation text, Cursor cursor)
    {
        var origin = Origin.None;
        foreach (var part in text.Parts)
        {
            if (part is not IInterpolationOperation hole)
                continue;
            var value = Of(hole.Expression, cursor);
            origin |= CertificateFacts.IsErrors(hole.Expression.Type) ? Origin.Validated : value.Origin;
        }

        return Value.From(origin | Origin.Own, false);
    }
}
