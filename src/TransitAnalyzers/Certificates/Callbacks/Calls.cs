using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Calls: of the certificate API, of comparisons, of the program's own methods, and of what is not known.</summary>
internal sealed partial class Expressions
{
    private Value Call(IInvocationOperation call, Cursor cursor)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is null ? Value.Nothing : Of(call.Instance, cursor);
        var arguments = new Value[call.Arguments.Length];
        var origin = receiver.Origin;
        var takesErrors = CertificateFacts.IsErrors(call.Instance?.Type);
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Of(call.Arguments[i].Value, cursor);
            origin |= arguments[i].Origin;
            takesErrors |= CertificateFacts.IsErrors(call.Arguments[i].Value.Unconverted().Type);

            // What is searched for in it is what the delegate asks.
            if (arguments[i].Delegate is not null)
                origin &= ~Origin.Own;
        }

        if (cursor.IsDead || IsNullAccess(receiver, call.Instance, cursor))
            return Value.Nothing;
        if (Called == method.Name && arguments.Length > 0)
            cursor.Set(CallKey, arguments[0]);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return (receiver.Delegate ?? Kept(call)) is { } body ? Invoke(body, arguments, call, cursor) : Unknown(call, origin, takesErrors, cursor);
        if (LookUp(call, arguments, cursor) is { } looked)
            return looked;
        var found = FoundByPin(call, receiver, arguments, origin, cursor);
        if (Known(call, method, receiver, arguments, origin, cursor) is { } known)
        {
            if (method.Name == "TryGetValue")
                Fill(call, origin | found, cursor);
            return known;
        }

        origin |= found;
        Fill(call, origin, cursor);
        if (call is { Instance: { } changed, Parent: IExpressionStatementOperation })
            WorkOn(changed, cursor);
        if (Called is not null)
            foreach (var argument in arguments)
                if (argument.Delegate is { } later)
                    _ = Invoke(later, [], call, cursor);
        if ((origin & Origin.Peer) == 0 && !takesErrors && context.World.ConstantOf(call, cancellation) is { HasValue: true, Value: var constant })
            return Value.Of(constant);
        return Source(call, receiver, arguments, origin, takesErrors, cursor) ?? Unknown(call, origin, takesErrors, cursor);
    }

    /// <summary>A delegate that a variable around the callback is given once. One that is a callback itself is judged where it stands.</summary>
    private DelegateBody? Kept(IInvocationOperation call) =>
        call.Instance is { } instance && CallbackShape.OfSignature(call.TargetMethod) is null
            ? Written(context.Sources.Definition(instance, cancellation)).Delegate
            : null;

    private Value? Known(IInvocationOperation call, IMethodSymbol method, Value receiver, Value[] arguments, Origin origin, Cursor cursor)
    {
        // As an extension method or not: what is asked, and what it is asked about.
        var (subject, first) = call.Instance is not null
            ? (receiver, arguments.Length > 0 ? arguments[0] : Value.Nothing)
            : (arguments.Length > 0 ? arguments[0] : Value.Nothing, arguments.Length > 1 ? arguments[1] : Value.Nothing);
        var isCertificate = CertificateFacts.IsCertificate(call.Instance?.Type);
        switch (method.Name)
        {
            case "Build" when CertificateFacts.IsChain(call.Instance?.Type):
                // What is built again has the states that it is built with.
                if (KeyOf(call.Instance, cursor) is { } chain && (receiver.Origin & Origin.Chain) != 0)
                    cursor.Set(chain, Value.From(receiver.Origin | Origin.Own, false));
                return Value.Of(cursor.State.Values.ContainsKey(OwnRootKey) ? Truth.Weak(WeakEvidence.Fields) : Truth.Proof);
            case "Add" or "AddRange" when call.Instance is IPropertyReferenceOperation { Property.Name: "CustomTrustStore" } && (first.Origin & (Origin.Certificate | Origin.Chain)) != 0:
                cursor.Set(OwnRootKey, Value.Nothing);
                return null;
            case "Verify" when isCertificate:
            case "IsLoopback":
                return Value.Of(Truth.Proof);
            case "MatchesHostname" when isCertificate:
                return Value.Of(Truth.Weak(WeakEvidence.Names));
            case "HasFlag":
                if (subject.Number is { } flags && first.Number is { } flag)
                    return Value.Of((flags & flag) == flag);
                if ((subject.Origin & Origin.ChainStatus) != 0 && first.Number is { } status)
                    return Value.Of(Status(Value.From(Origin.ChainStatus, false), status));
                return null;
            case "ToString" when receiver.Number is { } number && arguments.Length == 0:
                return Numbers.Text(number, call.Instance!.Unconverted().Type) is { } text ? Value.Of(text) : null;
            // Certificates are equal by issuer and serial number, which anyone can copy:
            // https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate.equals
            case "Equals" or "Contains" when Answers() && ((subject.Origin | first.Origin) & Origin.Certificate) != 0 && AreCertificates(call):
                return Value.Of(Truth.Weak(WeakEvidence.Fields));
            case "Equals" when Answers() && arguments.Length == 2 && call.Instance?.Type?.Name.EndsWith("Comparer", StringComparison.Ordinal) == true:
                return Value.Of(Comparison(BinaryOperatorKind.Equals, arguments[0], arguments[1]));
            case "Equals" or "ReferenceEquals" or "SequenceEqual" or "FixedTimeEquals" or "AreEqual" when Answers():
                return IsHost(subject, first) ? Value.Of(Truth.Proof) : Value.Of(Comparison(BinaryOperatorKind.Equals, subject, first));
            case "Find" when method.ContainingType.Name == "X509Certificate2Collection" && arguments.Length > 1 && (arguments[1].Origin & Origin.Pin) != 0:
                // What is found was stored before, by what only this certificate has.
                return Value.From(Origin.Validated, false);
            // Where among the known ones, if it is one of them.
            case "IndexOf" or "FindIndex" or "BinarySearch" when IsWhole(call.Type) && (origin & Origin.Pin) != 0:
                return Value.From(Origin.Validated, false);
            // Somebody looks at it and decides.
            case "ReadLine" or "ReadKey" when method.ContainingType is { Name: "Console", ContainingNamespace.Name: "System" }:
            case "Show" when method.ContainingType.Name == "MessageBox":
                return Value.From(Origin.Validated);
            case "Contains" or "StartsWith" or "EndsWith" or "ContainsKey" or "IsMatch" or "TryGetValue" when Answers():
                if (subject is { IsConstant: true, Constant: string whole } && first is { IsConstant: true, Constant: string part } && arguments.Length <= 1)
                    return Value.Of(HasPart(method.Name, whole, part));
                if (first.Number is { } sought && Among() is { } known)
                    return Value.Of(known.Contains(sought));
                if ((first.Origin & Origin.Request) != 0 && AreHosts(call.Instance ?? call.Arguments[0].Value))
                    return Value.Of(Truth.Proof);
                return IsHost(subject, first) ? Value.Of(Truth.Proof) : Value.Of(Equal(subject, first));
            case "Aggregate" when Aggregate(call, arguments, cursor) is { } all:
                return all;
            case "GetEnumerator" when call.Instance is { } collection && Listed(collection) is { } list:
                return list;
            case "Any" or "All" or "Exists" or "TrueForAll" when Answers():
                return Quantified(subject, first, call, cursor);
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when subject.Constant is string content:
                return Value.Of(string.IsNullOrWhiteSpace(content));
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                return Value.Of(CertificateFacts.Answer(subject.Origin));
            case "MoveNext" when receiver.Elements is { } rest && call.Instance is { } enumerator && KeyOf(enumerator.Unconverted(), cursor) is { } place:
                return Value.Of(Next(place, rest, cursor));
            case "MoveNext" or "MoveNextAsync":
                return Value.Of(Iteration(call, receiver, cursor));
            case "IsDefined" when method.ContainingType.SpecialType == SpecialType.System_Enum && arguments[arguments.Length - 1].Number is { } defined
                && call.Arguments[arguments.Length - 1].Value.Unconverted().Type is { TypeKind: TypeKind.Enum } names:
                return Value.Of(names.GetMembers().OfType<IFieldSymbol>().Any(name => name.HasConstantValue && Numbers.Whole(name.ConstantValue) == defined));
            case "FromResult" when arguments.Length == 1 && IsTask(method.ContainingType):
                return arguments[0];
            case "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" when call.Instance is not null:
                return receiver;
            case "GetValueOrDefault" when receiver.Kind is Value.State.Truth or Value.State.Constant:
                return receiver.IsNull is null ? receiver.Or(arguments.Length > 0 ? arguments[0] : Value.Of(false)) : receiver.IsNull == true ? first : receiver;
            case "IndexOf" when IsWhole(call.Type) && first.Number is { } wanted && Among() is { } all:
                return Value.Of((long)all.IndexOf(wanted));
            case "GetValues" when method.ContainingType.SpecialType == SpecialType.System_Enum:
                // Whoever goes through them asks about each.
                return Value.From(Origin.Validated, false);
            case "Compare" or "CompareTo" when IsWhole(call.Type) && subject.Number is { } one && first.Number is { } two:
                return Value.Of((long)one.CompareTo(two));
            case "Compare" or "CompareOrdinal" or "CompareTo" when IsWhole(call.Type):
                return subject.Constant is string before && first.Constant is string after
                    ? Value.Of((long)string.CompareOrdinal(before, after))
                    : Value.From((subject.Origin & Origin.Peer) != 0 && (first.Origin & Origin.Peer) != 0 ? Origin.Fields : origin, false);
            case "ThrowIfNull":
                return Value.Nothing;
            case "FailFast" or "Exit" when method.ContainingType is { Name: "Environment", ContainingNamespace.Name: "System" }:
                cursor.IsDead = true;
                return Value.Nothing;
        }

        if (isCertificate && (receiver.Origin & Origin.Certificate) != 0)
            return Value.From(CertificateFacts.OfCertificate(method.Name), false);
        // GetRSAPublicKey and its kin.
        if (method.IsExtensionMethod && method.ContainingNamespace.IsOfSystem() && CertificateFacts.IsCertificate(method.Parameters[0].Type)
            && (origin & Origin.Certificate) != 0 && CertificateFacts.OfCertificate(method.Name) == Origin.Pin)
            return Value.From(Origin.Pin);
        return null;

        bool Answers() => IsBool(call.Type);

        List<long>? Among() => NumbersOf(call.Instance ?? call.Arguments[0].Value);
    }

    /// <summary>Is a certificate compared with another, or looked for among others, by what the runtime takes for equal?</summary>
    private static bool AreCertificates(IInvocationOperation call)
    {
        // More than the two that are compared, or the one that is looked for, says by what.
        var operands = call.Arguments.Select(static argument => argument.Value.Unconverted());
        return call.Instance is null && !call.TargetMethod.IsExtensionMethod
            ? call.Arguments.Length == 2 && operands.All(static operand => CertificateFacts.IsCertificate(operand.Type))
            : call.Arguments.Length == (call.Instance is null ? 2 : 1) && CertificateFacts.IsCertificate(operands.Last().Type);
    }

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Int32;

    private static bool HasPart(string method, string whole, string part) => method switch
    {
        "StartsWith" => whole.StartsWith(part, StringComparison.Ordinal),
        "EndsWith" => whole.EndsWith(part, StringComparison.Ordinal),
        _ => whole.IndexOf(part, StringComparison.Ordinal) >= 0,
    };

    /// <summary>The host that was asked for is compared with this machine, or one that the user trusts.</summary>
    private bool IsHost(Value left, Value right)
    {
        if (((left.Origin | right.Origin) & Origin.Request) == 0)
            return false;
        return (left.Constant ?? right.Constant) is string host
            && (HostNames.IsLocal(host) || LoopbackGuards.IsLocal(host) || HostNames.IsTrusted(host, context.AnySettings.TrustedHosts));
    }

    /// <summary>Is it written down, and are all of it names of this machine or hosts that the user trusts?</summary>
    private bool AreHosts(IOperation collection) =>
        context.Sources.ElementsOf(collection, cancellation) is { IsEmpty: false } elements
        && elements.All(element => IsHost(Value.From(Origin.Request), Value.Of(element.ConstantValue is { HasValue: true, Value: string host } ? host : null)));

    /// <summary>A question about some or all elements of a collection, asked by a lambda.</summary>
    private Value Quantified(Value collection, Value predicate, IInvocationOperation call, Cursor cursor)
    {
        var isOfAll = call.TargetMethod.Name is "All" or "TrueForAll";
        if (HasNoStates(collection.Origin))
            return Value.Of(isOfAll);
        if (predicate.Delegate is not { } body)
            return Value.Of(CertificateFacts.Judgement(collection.Origin | predicate.Origin));
        if (collection.Origin == Origin.None && OfEach(call.Instance ?? call.Arguments[0].Value, body, isOfAll, call, cursor) is { } each)
            return Value.Of(each);
        var (holds, fails, kinds) = Invoke(body, [Value.From(collection.Origin, false)], call, cursor).Truth;
        return Value.Of(isOfAll ? new Truth(holds.OfEveryStatus(), fails, kinds) : new Truth(holds, fails.OfEveryStatus(), kinds));
    }

    /// <summary>
    /// A chain with errors has at least one state that says so. The end of a loop over anything else proves what its body has
    /// asked of every element, as far as that is proof at all.
    /// </summary>
    private Truth Iteration(IInvocationOperation call, Value enumerator, Cursor cursor)
    {
        if ((enumerator.Origin & Origin.ChainStatus) != 0 && call.Instance is { } instance && KeyOf(instance.Unconverted(), cursor) is { } key)
        {
            var isFirst = (enumerator.Origin & Origin.Fields) == 0;
            cursor.Set(key, Value.From(enumerator.Origin | Origin.Fields, false));
            if (!isFirst)
                return new(Ways.Freely, Ways.By(Evidence.ChainStatus));
            if (HasNoStates(enumerator.Origin))
                return Truth.Never;
            return (errors & TruthTable.UntrustedChain) != 0 ? Truth.Always : new(Ways.Freely, Ways.By(Evidence.ChainStatus));
        }

        if ((enumerator.Origin & (Origin.Chain | Origin.ChainStatus)) != 0)
            return Truth.Either(Evidence.ChainStatus);
        var loop = call.Syntax.FirstAncestorOrSelf<CommonForEachStatementSyntax>();
        return new(Ways.Freely, loop is not null && AsksForProof(loop.Statement) ? Ways.By(Evidence.Strong) : Ways.Freely);
    }

    /// <summary>Asks something of proof, and lets the answer decide: leaves the loop by it, or keeps it.</summary>
    internal static bool AsksForProof(StatementSyntax body)
    {
        var (asks, decides) = (false, false);
        foreach (var node in body.DescendantNodes())
        {
            decides |= node is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or AssignmentExpressionSyntax
                or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression };
            asks |= node.IsKind(SyntaxKind.BitwiseAndExpression) || node is SimpleNameSyntax name
                && (name.Identifier.ValueText is "Build" or "Verify" or "HasFlag" or "Invoke" or "RawData" or "ChainElements" or "ChainStatus"
                    || name.Identifier.ValueText.StartsWith("Validat", StringComparison.Ordinal)
                    || CertificateFacts.IsPin(name.Identifier.ValueText)
                    || name.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: >= 3 });
        }

        return asks && decides;
    }

    /// <summary>
    /// What is looked up by the peer's hash or key, or searched for by comparing it, is there for a certificate that is known:
    /// to be found is an answer. Its own text or bytes in another form are none.
    /// </summary>
    private Origin FoundByPin(IInvocationOperation call, Value receiver, Value[] arguments, Origin origin, Cursor cursor)
    {
        var isExtension = call.Instance is null && call.TargetMethod.IsExtensionMethod && arguments.Length > 0;
        if (call.Instance is null && !isExtension)
            return Origin.None;
        if ((origin & Origin.Pin) != 0 && ((isExtension ? arguments[0] : receiver).Origin & Origin.Peer) == 0)
            return Origin.Validated;
        if (IsBool(call.Type))
            return Origin.None;
        for (var i = isExtension ? 1 : 0; i < arguments.Length; i++)
            if (arguments[i].Delegate is { Method: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.Length: 1 } } condition
                && Invoke(condition, [Value.Nothing], call, cursor).Truth.True == Ways.By(Evidence.Strong))
                return Origin.Validated;
        return Origin.None;
    }

    /// <summary>A buffer that the peer's hash or key is written into.</summary>
    private void Fill(IInvocationOperation call, Origin origin, Cursor cursor)
    {
        var written = CertificateFacts.IsCertificate(call.Instance?.Type) ? CertificateFacts.OfCertificate(call.TargetMethod.Name) : origin & ~(Origin.Certificate | Origin.Chain);
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unconverted();
            var isBuffer = value.Type is IArrayTypeSymbol or { Name: "Span" or "Memory" };
            if (argument.Parameter?.RefKind is not (RefKind.Out or RefKind.Ref) && !isBuffer)
                continue;
            if (KeyOf(value, cursor) is { } key && ((origin & Origin.Peer) != 0 || !isBuffer))
                cursor.Set(key, Value.From(written));
        }
    }

    /// <summary>A method of the program itself; null where its body is not to be seen, or too much was seen already.</summary>
    private Value? Source(IInvocationOperation call, Value receiver, Value[] arguments, Origin origin, bool takesErrors, Cursor cursor)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        var matters = IsBoolOrTask(method.ReturnType) || method.ReturnsVoid || takesErrors || (origin & (Origin.Peer | Origin.Request)) != 0 || method.MethodKind == MethodKind.LocalFunction
            || (method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType))
            || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");
        if (!matters || method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        // What is called by way of base is called as it stands.
        if (call.IsVirtual && (method.IsAbstract || method.IsVirtual || method is { IsOverride: true, IsSealed: false }))
        {
            if (bodies.OnlyImplementationOf(method, call.Instance?.Type, cancellation) is not { } only)
                return null;
            method = only;
        }

        var graph = method.MethodKind == MethodKind.LocalFunction ? LocalFunction(method, cursor.Graph) : bodies.Of(method, cancellation);
        if (graph is null)
            return null;
        // The parameters of the definition, and of the implementing part.
        var bound = new Value[method.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            if (call.Arguments[i].Parameter is { } parameter && parameter.Ordinal < bound.Length)
                bound[parameter.Ordinal] = call.Arguments[i].Parameter!.IsParams && call.Arguments[i].IsImplicit ? Value.From(origin, false) : arguments[i];
        if (Run(method.OriginalDefinition, graph, bound, call.Type, cursor, call.Instance is null ? null : receiver) is not { } result)
            return null;
        HandBack(call, method.OriginalDefinition, cursor);
        // What it makes of the errors is an answer, in whatever form.
        return takesErrors && result is { Kind: Value.State.Unknown } ? Value.From(result.Origin | Origin.Validated, result.IsNull) : result;
    }

    /// <summary>What the body has told its <c>out</c> and <c>ref</c> parameters, the variables know that were given for them.</summary>
    private void HandBack(IInvocationOperation call, IMethodSymbol method, Cursor cursor)
    {
        foreach (var parameter in Told(method))
        {
            if (!cursor.State.Values.TryGetValue(parameter, out var told))
                continue;
            cursor.Forget(parameter);
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument && KeyOf(argument.Value.Unconverted(), cursor) is { } key)
                cursor.Set(key, told);
        }
    }

    private static IEnumerable<IParameterSymbol> Told(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).Parameters.Where(static parameter => parameter.RefKind is RefKind.Out or RefKind.Ref);

    private Value Invoke(DelegateBody body, Value[] arguments, IInvocationOperation call, Cursor cursor)
    {
        var graph = body switch
        {
            { Lambda: { } lambda, Graph: { } around } => around.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancellation),
            { Method.MethodKind: MethodKind.LocalFunction, Graph: { } around } => LocalFunction(body.Method, around),
            _ => body.Method.IsAbstract || body.Method.IsVirtual || body.Method.DeclaringSyntaxReferences.IsEmpty ? null : bodies.Of(body.Method, cancellation),
        };
        if (graph is not null)
            return Run(body.Method.OriginalDefinition, graph, arguments, body.Method.ReturnType, cursor) ?? Value.From(Origin.Validated);
        var origin = arguments.Aggregate(Origin.None, static (all, argument) => all | argument.Origin);
        return Unknown(call, origin, call.TargetMethod.Parameters.Any(static parameter => CertificateFacts.IsErrors(parameter.Type)), cursor);
    }

    private ControlFlowGraph? LocalFunction(IMethodSymbol method, ControlFlowGraph around)
    {
        for (var graph = around; graph is not null; graph = graph.Parent)
            if (graph.LocalFunctions.Contains(method.OriginalDefinition))
                return graph.GetLocalFunctionControlFlowGraph(method.OriginalDefinition, cancellation);
        return bodies.Of(method, cancellation);
    }

    /// <summary>Runs a body that was called; null where too much was run already.</summary>
    private Value? Run(IMethodSymbol method, ControlFlowGraph graph, Value[] arguments, ITypeSymbol? type, Cursor cursor, Value? self = null)
    {
        if (open.Count >= DeepestCall || callSteps > MostCallSteps || !open.Add(method))
            return null;
        try
        {
            var isNested = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
            var implementation = method.PartialImplementationPart ?? method;
            var values = cursor.State.Values;
            if (!isNested)
                foreach (var key in values.Keys.Where(static key => key is CaptureId or ILocalSymbol or IParameterSymbol).ToArray())
                    values = values.Remove(key);
            if (self is { } owner)
                values = values.SetItem(ThisKey, owner);
            var state = new State(values, cursor.State.Kinds);
            foreach (var parameter in implementation.Parameters)
                if (parameter.Ordinal < arguments.Length)
                    state = state.With(state.Values.SetItem(parameter, arguments[parameter.Ordinal]));
            var ending = new Execution(this, graph, cancellation).Run(Evidence.None, state);
            return Return(ending, [.. Told(method), .. GivenByConstructor(method)], IsBoolOrTask(type), isNested, cursor);
        }
        finally
        {
            open.Remove(method);
        }
    }

    private Value Return(Ending ending, IReadOnlyCollection<ISymbol> decisions, bool isBool, bool isNested, Cursor cursor)
    {
        if (ending.Throws)
            cursor.Throws = true;
        if (ending.Returns.Count == 0)
        {
            cursor.IsDead = true;
            return Value.Nothing;
        }

        Value? result = null;
        State? after = null;
        var truth = new Truth(Ways.Never, Ways.Never);
        var all = Ways.Never;
        foreach (var pair in ending.Returns)
        {
            var ways = Ways.By(pair.Key);
            var (state, value) = pair.Value;
            if (Decision is not null)
                state = Decided(state, Decision, ways);
            foreach (var parameter in decisions)
                state = Decided(state, parameter, ways);
            all |= ways;
            if (value.IsNull != true)
                truth = truth.Or(value.Truth.After(ways, state.Kinds));
            var told = value.Elements is null && value.Members is null ? value : value.After(ways, state.Kinds);
            result = result is { } other ? other.Or(told) : told;
            after = after?.Or(state) ?? state;
        }

        // What the body did to variables around it and to members; its own are gone.
        var values = cursor.State.Values;
        foreach (var pair in after!.Values)
            if (!ReferenceEquals(pair.Key, ThisKey)
                && (values.ContainsKey(pair.Key)
                    ? isNested || pair.Key is not (CaptureId or ILocalSymbol or IParameterSymbol)
                    : pair.Key is IFieldSymbol or IPropertySymbol || decisions.Contains(pair.Key) || ReferenceEquals(pair.Key, CallKey) || ReferenceEquals(pair.Key, OwnRootKey)))
                values = values.SetItem(pair.Key, pair.Value);
        cursor.State = cursor.State.With(values);
        if (isBool && result!.Value.IsNull != true)
            return result.Value.IsNull == null ? Value.Of(truth).OrNull() : Value.Of(truth);
        // It returns only by way of proof: what follows stands on it.
        if (all == Ways.By(Evidence.Strong))
            cursor.Evidence = cursor.Evidence.With(Evidence.Strong);
        return ending.Returns.Count > 1 && result!.Value is { IsConstant: false, Elements: null, Members: null, Origin: Origin.None }
            ? Value.From(ending.Returns.Keys.Any(static evidence => (evidence & Evidence.Strong) != 0) ? Origin.Validated : Origin.None, result.Value.IsNull)
            : result!.Value;
    }

    /// <summary>What a called body tells the callback's argument, or a parameter of its own, rests on what the body has consulted.</summary>
    private static State Decided(State state, ISymbol decision, Ways ways) => state.Values.TryGetValue(decision, out var decided)
        ? state.With(state.Values.SetItem(decision, decided.After(ways, state.Kinds)))
        : state;

    /// <summary>A method whose body is not to be seen. What is given the peer's certificate or the errors and answers is a validator.</summary>
    private Value Unknown(IInvocationOperation call, Origin origin, bool takesErrors, Cursor cursor)
    {
        var decides = Decision is not null && call.Arguments.Any(TakesDecision);
        if (decides)
            cursor.Set(Decision!, Value.Of(Truth.Either(Evidence.Strong)));
        var isValidator = decides || takesErrors || (origin & (Origin.Certificate | Origin.Chain | Origin.Validated)) != 0;
        foreach (var argument in call.Arguments)
            if (isValidator && argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && KeyOf(argument.Value.Unconverted(), cursor) is { } key)
                cursor.Set(key, IsBool(argument.Parameter.Type) ? Value.Of(Truth.Either(Evidence.Strong)) : Value.From(origin | Origin.Validated));
        if (IsBoolOrTask(call.Type))
        {
            if (isValidator)
                return Value.Of(Truth.Either(Evidence.Strong));
            return Value.Of(CertificateFacts.Judgement(origin));
        }

        if (isValidator && IsRefusal(call.TargetMethod.Name) && (call.Type is null or { SpecialType: SpecialType.System_Void } || IsTask(call.Type)))
        {
            cursor.Throws = true;
            cursor.Evidence = cursor.Evidence.With(Evidence.Strong);
        }

        return Value.From(takesErrors || (origin & (Origin.Certificate | Origin.Chain)) != 0 && !IsSequence(call.Type) ? origin | Origin.Validated : origin);
    }

    /// <summary>Is the callback's argument handed on, as what it is: to other handlers, or to who decides?</summary>
    private bool TakesDecision(IArgumentOperation argument)
    {
        for (var type = argument.Parameter?.Type; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, Decision!.ContainingType))
                return true;
        return false;
    }

    /// <summary>Validators that answer by an exception.</summary>
    private static bool IsRefusal(string name)
    {
        foreach (var start in new[] { "Validate", "Verify", "Ensure", "Assert", "ThrowIf", "Demand", "Require", "Check" })
            if (name.StartsWith(start, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Elements of the chain in another order or form stay elements of the chain.</summary>
    private static bool IsSequence(ITypeSymbol? type) => type is IArrayTypeSymbol
        || (type is INamedTypeSymbol named && (named.Name.IndexOf("Enumer", StringComparison.Ordinal) >= 0 || named.Name is "List" or "IList" or "ICollection" or "X509ChainElement"))
        || CertificateFacts.IsCertificate(type);

    private Value Create(IObjectCreationOperation creation, Cursor cursor)
    {
        var origin = Origin.None;
        var values = new Value[creation.Arguments.Length];
        foreach (var argument in creation.Arguments)
        {
            var value = Of(argument.Value, cursor);
            if (creation.Arguments.Length == 1 && IsTask(creation.Type))
                return value;
            origin |= value.Origin;
            values[argument.Parameter?.Ordinal ?? 0] = value;
        }

        // What such a record says is what it was given: it does not change. One of a certificate may judge it.
        if (creation is { Type: INamedTypeSymbol { IsRecord: true }, Initializer: null } && (origin & (Origin.Certificate | Origin.Chain)) == 0
            && creation.Constructor?.Parameters.All(static parameter => parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(property => ElementOf(property) == parameter.Ordinal)) == true)
            return Value.Tuple(values);
        if ((origin & (Origin.Certificate | Origin.Chain)) == 0 && Made(creation, values, cursor) is { } made)
            return made;
        if (CertificateFacts.IsCertificate(creation.Type))
            return Value.From((origin & (Origin.Certificate | Origin.Pin)) != 0 ? Origin.Certificate : Origin.None, false);
        return Value.From((origin & (Origin.Certificate | Origin.Chain)) != 0 ? Origin.Validated : origin | Origin.Own, false);
    }

    /// <summary>A property of the program itself whose getter says what it is.</summary>
    private Value Getter(IPropertyReferenceOperation reference, Value instance, Cursor cursor)
    {
        var property = reference.Property.OriginalDefinition;
        if (!IsBool(property.Type) || property.GetMethod is not { DeclaringSyntaxReferences.IsEmpty: false } getter || property.IsAbstract || property.IsVirtual || property.IsOverride)
            return Value.Nothing;
        return bodies.Of(getter, cancellation) is { } graph && Run(getter, graph, [], property.Type, cursor, reference.Instance is null ? null : instance) is { } value ? value : Value.Nothing;
    }
}
