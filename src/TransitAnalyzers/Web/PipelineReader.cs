using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>
/// Reads the middleware of one application in the order in which requests pass it: statements and chained calls, methods,
/// local functions and delegates of the program followed, branches kept apart. A virtual call runs the method of the Startup
/// class that is read, or, of another object, that of any type of the program: one that adds what is asked for is enough. What a
/// method of an unknown library does with the application is not known, and then nothing is said to be missing.
/// </summary>
internal sealed class PipelineReader(TransitContext context, ProgramCode program, CancellationToken cancellation)
{
    private const int DeepestCall = 16;
    private const int MostCalls = 20_000;

    private readonly List<Registration> registrations = [];
    private readonly List<Endpoint> endpoints = [];
    private readonly HashSet<SyntaxNode> callers = [];
    private readonly HashSet<SyntaxNode> walked = [];

    /// <summary>Each true where, in production, something that is not to be seen adds to the application.</summary>
    private readonly List<Lazy<bool>> unseen = [];
    private bool isUnseen;
    private int calls;

    public IReadOnlyList<Registration> Registrations => registrations;

    public IReadOnlyList<Endpoint> Endpoints => endpoints;

    /// <summary>Does something that is not to be seen add to the application?</summary>
    public Lazy<bool> IsPartlyUnknown => new(isUnseen ? static () => true : () => unseen.Any(static call => call.Value));

    /// <summary>Several methods add to the application, and which goes first is not to be seen.</summary>
    public bool IsOrderUnknown { get; private set; }

    /// <summary>Reads on from where the application is made: the body around it, and the callers that it is returned to.</summary>
    public void ReadFrom(IOperation source)
    {
        var body = source.Root();
        if (calls > MostCalls || !callers.Add(source.Syntax))
            return;
        var scope = new Scope(source.Syntax);
        scope.Holders.UnionWith(InitializedBy(body));
        Walk(BodyAround(source), scope, context: Place.Start, depth: 0);
        ReadHolders(scope);
        if (!scope.IsReturned || body.SemanticModel?.GetEnclosingSymbol(source.Syntax.SpanStart, cancellation) is not IMethodSymbol method)
            return;
        var isCalled = false;
        foreach (var call in program.CallsOf(method, cancellation))
        {
            isCalled = true;
            ReadFrom(call);
        }

        isUnseen |= !isCalled;
    }

    /// <summary>
    /// An application that a field or property holds is built further by the other methods of that type, in an order that is
    /// not known. What others do with it is not followed.
    /// </summary>
    private void ReadHolders(Scope scope)
    {
        foreach (var holder in scope.Holders.Where(static holder => holder is IFieldSymbol or IPropertySymbol).ToArray())
        {
            var bodies = new List<IOperation>();
            // In its own type, a name is bound where something is built.
            var mentions = holder.DeclaredAccessibility == Accessibility.Private ? program.PlacesOf(holder, cancellation) : program.MentionsOf(holder, cancellation).OfType<SimpleNameSyntax>();
            foreach (var mention in mentions)
            {
                if (IsNoBuilding(mention))
                    continue;
                var member = mention.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not (GlobalStatementSyntax or TypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
                if (member is null || program.BodyOf(member, holder.ContainingType, cancellation) is not { } body)
                    isUnseen = true;
                else if (walked.Add(body.Syntax))
                    bodies.Add(body);
            }

            IsOrderUnknown |= bodies.Count > 0;
            foreach (var body in bodies)
                Walk(body, scope, Place.Start, depth: 0);
        }
    }

    /// <summary>
    /// Is the application only asked for something here, started, stopped or compared with null? To know what else is done with it
    /// takes binding the whole member, which is dear where each of many tests has an application.
    /// </summary>
    private static bool IsNoBuilding(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        if (whole.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure)
            whole = sure;
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == whole => AspNetCorePipeline.NoBuilding.Contains(access.Name.Identifier.ValueText),
            ConditionalAccessExpressionSyntax { WhenNotNull: var used } access when access.Expression == whole =>
                used.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault() is { Name.Identifier.ValueText: var member } && AspNetCorePipeline.NoBuilding.Contains(member),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            _ => false,
        };
    }

    /// <summary>Reads a method or lambda that is given the application's builder.</summary>
    /// <param name="body">What it does.</param>
    /// <param name="builder">The parameter.</param>
    /// <param name="self">The type of the object that it is called on; null where that is not known.</param>
    /// <param name="inProduction">Is it called in production?</param>
    public void ReadBody(IOperation body, IParameterSymbol builder, INamedTypeSymbol? self = null, Lazy<bool>? inProduction = null)
    {
        var scope = new Scope(null) { Self = self };
        scope.Holders.Add(builder);
        Walk(body, scope, inProduction is null ? Place.Start : Place.Start with { InProduction = inProduction }, depth: 0);
    }

    private static IEnumerable<ISymbol> InitializedBy(IOperation root) => root switch
    {
        IFieldInitializerOperation initializer => initializer.InitializedFields,
        IPropertyInitializerOperation initializer => initializer.InitializedProperties,
        _ => [],
    };

    /// <summary>The body that the operation is part of: of a lambda or local function, otherwise of the member.</summary>
    private static IOperation BodyAround(IOperation operation)
    {
        var current = operation;
        for (; current.Parent is not null; current = current.Parent)
            if (current.Parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return current;
        return current;
    }

    private void Walk(IOperation body, Scope scope, Place context, int depth)
    {
        walked.Add(body.Syntax);
        foreach (var operation in OperationsInRunOrder.Of(body))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                    Hold(declarator.Symbol, value, scope);
                    break;
                case ISimpleAssignmentOperation { Target: var target } assignment when Operands.Variable(target) is { } variable:
                    Hold(variable, assignment.Value, scope);
                    break;
                case IIsPatternOperation { Value: var value, Pattern: var pattern }:
                    if (pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
                        Hold(declared, value, scope);
                    else if (pattern is IRecursivePatternOperation { DeclaredSymbol: { } matched })
                        Hold(matched, value, scope);
                    break;
                case IReturnOperation { ReturnedValue: { } returned } when scope.IsApplication(returned):
                    scope.IsReturned = true;
                    break;
                case IObjectCreationOperation creation when creation.Arguments.Any(argument => scope.IsApplication(argument.Value)):
                    isUnseen = true;
                    break;
                case IArrayInitializerOperation array when array.ElementValues.Any(scope.IsApplication):
                case ITupleOperation tuple when tuple.Elements.Any(scope.IsApplication):
                    isUnseen = true;
                    break;
                case IInvocationOperation call when ++calls <= MostCalls:
                    Visit(call, scope, context, depth);
                    break;
            }
        }
    }

    private void Hold(ISymbol variable, IOperation value, Scope scope)
    {
        if (scope.IsApplication(value))
            scope.Holders.Add(variable);
        else if (DelegatesIn(value, scope) is { Count: > 0 } steps)
            scope.Delegates[variable] = steps;
    }

    /// <summary>The lambdas and methods of the program that a delegate is, or that a list of delegates is written down with.</summary>
    private List<Code> DelegatesIn(IOperation value, Scope scope)
    {
        if (CodeOf(value) is { } code)
            return [code];
        if (Operands.Variable(value) is { } variable)
        {
            if (scope.Delegates.TryGetValue(variable, out var kept))
                return kept;
            return variable is IFieldSymbol or IPropertySymbol && IsOfDelegates(Variables.TypeOf(variable)) && context.Sources.IsOnlyRead(value, cancellation) ? ElementsOf(value) : [];
        }

        if (value.Unconverted() is IConditionalOperation { WhenFalse: { } otherwise } choice)
            return [.. DelegatesIn(choice.WhenTrue, scope), .. DelegatesIn(otherwise, scope)];
        return IsOfDelegates(value.Type) && value.Unconverted() is IArrayCreationOperation or IObjectCreationOperation or { Syntax.RawKind: OperationTrees.CollectionExpression } ? ElementsOf(value) : [];
    }

    /// <summary>The elements of a list of delegates; none where one is not to be seen, which may add whatever is looked for.</summary>
    private List<Code> ElementsOf(IOperation list)
    {
        var steps = new List<Code>();
        foreach (var element in context.Sources.ElementsOf(list, cancellation) ?? ImmutableArray<IOperation>.Empty)
        {
            if (CodeOf(element) is not { } step)
                return [];
            steps.Add(step);
        }

        return steps;
    }

    private static bool IsOfDelegates(ITypeSymbol? list) => list switch
    {
        IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate } => true,
        INamedTypeSymbol { IsGenericType: true } collection => collection.TypeArguments.Any(static element => element.TypeKind == TypeKind.Delegate),
        _ => false,
    };

    private Code? CodeOf(IOperation value)
    {
        if (Operands.Lambda(value) is { } lambda)
            return new(lambda.Symbol, new(() => lambda.Body));
        return value.Unconverted() is IDelegateCreationOperation { Target: IMethodReferenceOperation { IsVirtual: false, Method: var method } } && method.IsDeclaredIn(context.Compilation)
            ? new(method.OriginalDefinition, new(() => program.BodyOf(method, cancellation)))
            : null;
    }

    private void Visit(IInvocationOperation call, Scope scope, Place place, int depth)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            VisitDelegate(call, scope, place, depth);
            return;
        }

        var receiver = call.Receiver();
        if (method.Name is "Add" or "ForEach" && !method.IsDeclaredIn(context.Compilation) && receiver is not null && call.Arguments is { Length: > 0 } given && Operands.Variable(receiver) is { } list && VisitList(list, receiver, given[given.Length - 1].Value, method.Name, scope, place, depth))
            return;
        var isOnApplication = receiver is not null && scope.IsApplication(receiver);
        if (AspNetCoreTypes.IsFramework(method))
        {
            // Groups of endpoints are not followed to their application; another application's variable is another's.
            if (isOnApplication || (AspNetCoreTypes.IsEndpointBuilder(receiver?.Type) && !AspNetCoreTypes.IsApplicationBuilder(receiver?.Type)))
                Add(call, scope, place, depth);
            return;
        }

        var isGiven = isOnApplication || call.Arguments.Any(argument => scope.IsApplication(argument.Value) || AspNetCoreTypes.IsEndpointBuilder(argument.Value.Unconverted().Type));
        var isCaptured = !isGiven && method.IsDeclaredIn(context.Compilation) && call.Arguments.Any(argument => DelegatesIn(argument.Value, scope).Any(scope.IsCapturedBy));
        if (!isGiven && !isCaptured && method.MethodKind != MethodKind.LocalFunction && !scope.IsHeldBy(method.ContainingType))
            return;
        if (Follow(call, isGiven || isCaptured, scope, place, depth))
            return;

        if (!isGiven)
            return;
        if (AspNetCorePipeline.Keeping.Contains(method.Name))
            isUnseen = true;
        var isKnown = AspNetCorePipeline.Middleware.ContainsKey(method.Name) || AspNetCorePipeline.Endpoints.ContainsKey(method.Name);
        if (isKnown)
            Add(call, scope, place, depth);
        else if (!AspNetCoreTypes.IsKnown(method) && !method.Name.StartsWith("Map", StringComparison.Ordinal))
            unseen.Add(Reaches(call, place));
        else if (method.Name.StartsWith("Map", StringComparison.Ordinal))
            Add(call, scope, place, depth);
    }

    /// <summary>Reads the methods of the program that the call may run; false where none is to be seen.</summary>
    private bool Follow(IInvocationOperation call, bool isGiven, Scope scope, Place place, int depth)
    {
        var bodies = BodiesOf(call, scope);
        foreach (var (body, target) in bodies)
        {
            if (depth >= DeepestCall || scope.Calls.Contains(target))
                continue;
            var inner = scope.Enter(target, isGiven ? call.Arguments : ImmutableArray<IArgumentOperation>.Empty, DelegatesIn);
            inner.Self = call.Instance is null or { Kind: OperationKind.InstanceReference } ? scope.Self : null;
            Walk(body, inner, place with { InProduction = Reaches(call, place) }, depth + 1);
        }

        return bodies.Count > 0;
    }

    private void VisitDelegate(IInvocationOperation call, Scope scope, Place place, int depth)
    {
        var isSeen = false;
        foreach (var code in call.Instance is { } called ? DelegatesIn(Each(called), scope) : [])
        {
            // One that calls itself is read once.
            if (depth >= DeepestCall || scope.Calls.Contains(code.Symbol) || code.Body.Value is not { } body)
                continue;
            isSeen = true;
            var inner = scope.Enter(code.Symbol, ImmutableArray<IArgumentOperation>.Empty, DelegatesIn);
            for (var i = 0; i < call.Arguments.Length && i < code.Symbol.Parameters.Length; i++)
                if (scope.IsApplication(call.Arguments[i].Value))
                    inner.Holders.Add(code.Symbol.Parameters[i]);
            Walk(body, inner, place with { InProduction = Reaches(body, place with { InProduction = Reaches(call, place) }) }, depth + 1);
        }

        if (!isSeen && call.Arguments.Any(argument => scope.IsApplication(argument.Value)) && !IsRestOfPipeline(call.Instance))
            unseen.Add(Reaches(call, place));
    }

    /// <summary>Of the variable of a loop the list that it goes through.</summary>
    private static IOperation Each(IOperation called)
    {
        if (called.Unconverted() is ILocalReferenceOperation { Local: var local })
            for (var outer = called.Parent; outer is not null; outer = outer.Parent)
                if (outer is IForEachLoopOperation { Collection: var list } loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                    return list;
        return called;
    }

    /// <summary>Adds to a list of delegates, or runs what it is given with each of them; false where it does neither.</summary>
    private bool VisitList(ISymbol list, IOperation receiver, IOperation given, string name, Scope scope, Place place, int depth)
    {
        if (DelegatesIn(given, scope) is not { Count: > 0 } steps)
            return false;
        if (name == "Add")
        {
            scope.Delegates[list] = scope.Delegates.TryGetValue(list, out var before) ? [.. before, .. steps] : steps;
            return true;
        }

        if (DelegatesIn(receiver, scope) is not { Count: > 0 } all || depth >= DeepestCall)
            return false;
        foreach (var step in steps)
        {
            if (step.Body.Value is not { } body)
                continue;
            var inner = scope.Enter(step.Symbol, ImmutableArray<IArgumentOperation>.Empty, DelegatesIn);
            inner.Delegates[step.Symbol.Parameters[0]] = all;
            Walk(body, inner, place with { InProduction = Reaches(body, place) }, depth + 1);
        }

        return true;
    }

    /// <summary>What a startup filter is given as <c>next</c> is the pipeline, which is read anyway.</summary>
    private static bool IsRestOfPipeline(IOperation? called) =>
        called?.Unconverted() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { Name: var name, ContainingType: { } type } }
        && name.EndsWith("Configure", StringComparison.Ordinal) && type.AllInterfaces.Any(static implemented => implemented.Name == "IStartupFilter");

    private void Add(IInvocationOperation call, Scope scope, Place place, int depth)
    {
        var name = call.TargetMethod.Name;
        var inProduction = Reaches(call, place);
        var isRun = name == "Run" && call.Arguments.Any(argument => argument.Value.Type is { TypeKind: TypeKind.Delegate });
        AspNetCorePipeline.Middleware.TryGetValue(name, out var middleware);
        if (isRun)
            middleware = Middleware.Terminal;
        var branch = middleware == Middleware.Branch ? StepsOf(call, AspNetCoreTypes.IsApplicationBuilder, scope) : [];
        var isBranch = branch.Count > 0;
        if (middleware == Middleware.Branch && !isBranch)
            middleware = Middleware.Other;
        if (name.StartsWith("Use", StringComparison.Ordinal) || isRun || isBranch)
            registrations.Add(Own(new Registration(call, middleware, inProduction, place.Branch) { BranchForAll = place.BranchForAll, Redirects = isBranch && (AsksForScheme(call) || (name is "MapWhen" or "UseWhen" && !AsksForAPath(call) && OwnMiddleware.RedirectsToHttps(call))) }));
        if ((isRun || name != "Run") && !isBranch && KindOf(call) is var kind and not EndpointKind.None)
            endpoints.Add(new Endpoint(call, kind, IsShortCircuit(call), inProduction) { Branches = place.Branches });
        if (middleware == Middleware.Endpoints)
            Walk(StepsOf(call, static type => AspNetCoreTypes.IsEndpointBuilder(type) || type?.Name == "IRouteBuilder", scope), scope, place with { InProduction = inProduction }, depth);
        else
            Walk(branch, scope, place.Into(call, inProduction, isForAll: name == "UseWhen" && !AsksForAPath(call)), depth);
    }

    /// <summary>What the call is given to run with a builder of such a type: a lambda, or a method of the program.</summary>
    private List<(IOperation Body, IMethodSymbol Method)> StepsOf(IInvocationOperation call, Func<ITypeSymbol?, bool> type, Scope scope)
    {
        if (Operands.LambdaArgument(call, type) is { } lambda)
            return [(lambda.Body, lambda.Symbol)];
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unconverted() is IDelegateCreationOperation { Target: IMethodReferenceOperation reference } && reference.Method.Parameters.Any(parameter => type(parameter.Type)))
                return BodiesOf(reference, scope);
            if (Operands.Variable(argument.Value) is { } variable && scope.Delegates.TryGetValue(variable, out var kept) && kept[0].Symbol.Parameters.Any(parameter => type(parameter.Type)) && kept[0].Body.Value is { } body)
                return [(body, kept[0].Symbol)];
        }

        return [];
    }

    private List<(IOperation Body, IMethodSymbol Method)> BodiesOf(IOperation call, Scope scope)
    {
        var bodies = new List<(IOperation Body, IMethodSymbol Method)>();
        foreach (var target in program.TargetsOf(call, scope.Self, cancellation))
            if (program.BodyOf(target, cancellation) is { } body)
                bodies.Add((body, target));
        IsOrderUnknown |= bodies.Count > 1;
        return bodies;
    }

    private void Walk(List<(IOperation Body, IMethodSymbol Method)> steps, Scope scope, Place place, int depth)
    {
        foreach (var (body, method) in steps)
        {
            var key = method.MethodKind == MethodKind.AnonymousFunction ? null : method;
            if (depth >= DeepestCall || (key is not null && scope.Calls.Contains(key)))
                continue;
            var inner = scope.Enter(key, ImmutableArray<IArgumentOperation>.Empty, DelegatesIn);
            foreach (var parameter in method.Parameters)
                if (AspNetCoreTypes.IsApplicationBuilder(parameter.Type))
                    inner.Holders.Add(parameter);
            Walk(body, inner, place, depth + 1);
        }
    }

    /// <summary>Reads what the program's own middleware, or the rewriter's options, do.</summary>
    private Registration Own(Registration registration)
    {
        if (registration.Middleware == Middleware.Rewriter)
            return registration with { Redirects = !Rewriter.KeepsScheme(registration.Call) };
        if (registration.Middleware != Middleware.Own)
            return registration;
        if (OwnMiddleware.Of(registration.Call, cancellation) is not { } own)
        {
            unseen.Add(registration.Production);
            return registration;
        }

        return registration with { SendsHsts = own.SendsHsts, Redirects = own.Redirects };
    }

    private static EndpointKind KindOf(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (AspNetCorePipeline.Endpoints.TryGetValue(name, out var kind))
        {
            // UseMvc(routes => …) is for controllers with views; Map(pattern, handler) is an endpoint.
            if (name == "UseMvc" && Operands.LambdaArgument(call, static type => type?.Name == "IRouteBuilder") is not null)
                return EndpointKind.Browser;
            if (name == "Run" && IsGreeting(call))
                return EndpointKind.None;
            return name == "Map" ? EndpointKind.Api : kind;
        }

        if (!name.StartsWith("Map", StringComparison.Ordinal))
            return EndpointKind.None;
        if (call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string pattern }
            && pattern.Split('/').Any(static segment => AspNetCorePipeline.ProbePaths.Contains(segment, StringComparer.OrdinalIgnoreCase))))
            return EndpointKind.Probe;
        return IsGreeting(call) ? EndpointKind.None : EndpointKind.Api;
    }

    /// <summary>The placeholder of an empty project: <c>MapGet("/", () => "Hello World!")</c>.</summary>
    private static bool IsGreeting(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Run"
            && (call.TargetMethod.Name != "MapGet" || !call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: "/" })))
            return false;
        foreach (var argument in call.Arguments)
            if (Operands.Lambda(argument.Value) is { Body.Operations: { Length: > 0 } statements })
                return IsGreeting(statements[0]);
        return false;
    }

    /// <summary><c>return "text"</c> or <c>await context.Response.WriteAsync("text")</c>.</summary>
    private static bool IsGreeting(IOperation statement)
    {
        var value = statement switch
        {
            IReturnOperation { ReturnedValue: { } returned } => returned.Unconverted(),
            IExpressionStatementOperation { Operation: var expression } => expression,
            _ => statement,
        };
        if (value is IAwaitOperation wait)
            value = wait.Operation;
        return value.ConstantValue is { HasValue: true, Value: string }
            || (value is IInvocationOperation { TargetMethod.Name: "WriteAsync" } write
                && write.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string }));
    }

    private static bool IsShortCircuit(IInvocationOperation call)
    {
        for (var outer = call.Parent; outer is not null and not IExpressionStatementOperation and not IBlockOperation; outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod.Name: "ShortCircuit" })
                return true;
        return false;
    }

    /// <summary><c>UseWhen(c => c.Request.Path.StartsWithSegments("/admin"), …)</c> covers that path; negated, all but it.</summary>
    private static bool AsksForAPath(IInvocationOperation useWhen)
    {
        foreach (var argument in useWhen.Arguments)
        {
            if (Operands.Lambda(argument.Value) is not { } predicate || Operands.LambdaArgument(useWhen, AspNetCoreTypes.IsApplicationBuilder) == predicate)
                continue;

            // Which way one goes that decides in branches is not followed.
            if (predicate.Body.Descendants().Any(static operation => operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation))
                continue;
            foreach (var operation in predicate.Body.Descendants())
            {
                if (IsPathTest(operation) is not { } holds)
                    continue;
                var isNegated = !holds;
                for (var outer = operation.Parent; outer is not null && outer != predicate; outer = outer.Parent)
                    isNegated ^= IsNegation(outer);
                if (!isNegated)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Does it hold for one path, or for all but one? Null for what is no question about a path.</summary>
    private static bool? IsPathTest(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "StartsWithSegments" or "StartsWith" or "Equals" } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsPath(comparison.LeftOperand) || IsPath(comparison.RightOperand) =>
            comparison.OperatorKind == BinaryOperatorKind.Equals,
        IIsPatternOperation { Value: var value, Pattern: var pattern } when IsPath(value) => pattern is not INegatedPatternOperation,
        _ => null,
    };

    private static bool IsPath(IOperation operation) => operation.Unconverted() is IPropertyReferenceOperation reference
        && (reference.Property is { Name: "Path", ContainingType.Name: "HttpRequest" } || (reference is { Property.Name: "Value", Instance: { } path } && IsPath(path)));

    /// <summary><c>!x</c>, <c>x != true</c>, <c>x == false</c>, <c>x is false</c>, <c>x is not true</c></summary>
    private static bool IsNegation(IOperation operation) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand: var other } => IsTruth(other, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, RightOperand: var other } => IsTruth(other, true),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var other } } => IsTruth(other, false),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var other } } } => IsTruth(other, true),
        _ => false,
    };

    private static bool IsTruth(IOperation operation, bool truth) => operation.Unconverted().ConstantValue is { HasValue: true, Value: bool known } && known == truth;

    /// <summary><c>MapWhen(c => !c.Request.IsHttps, …)</c> is the program's own answer to HTTP.</summary>
    private static bool AsksForScheme(IInvocationOperation branch) =>
        branch.Arguments.Any(static argument => Operands.Lambda(argument.Value) is { Symbol.ReturnsVoid: false } predicate
            && predicate.Body.Descendants().Any(static operation => operation is IPropertyReferenceOperation { Property: { Name: "IsHttps" or "Scheme", ContainingType.Name: "HttpRequest" } }));

    private Lazy<bool> Reaches(IOperation operation, Place place) =>
        new(() => place.InProduction.Value && context.World.Reaches(operation, CancellationToken.None));

    /// <summary>Under what circumstances the calls of a body are made.</summary>
    private readonly record struct Place(Lazy<bool> InProduction, ImmutableArray<IInvocationOperation> Branches, bool IsForAll)
    {
        public static Place Start { get; } = new(new(static () => true), ImmutableArray<IInvocationOperation>.Empty, true);

        public IInvocationOperation? Branch => Branches.LastOrDefault();

        public bool BranchForAll => Branches.Length > 0 && IsForAll;

        public Place Into(IInvocationOperation branch, Lazy<bool> inProduction, bool isForAll) => new(inProduction, Branches.Add(branch), IsForAll && isForAll);
    }

    /// <summary>What a delegate runs. Most methods that become delegates, such as the handlers of endpoints, are never asked for what they do.</summary>
    private readonly record struct Code(IMethodSymbol Symbol, Lazy<IOperation?> Body);

    /// <summary>What the variables of a body hold.</summary>
    private sealed class Scope(SyntaxNode? source)
    {
        public HashSet<ISymbol> Holders { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>The delegates that a variable holds: one, or those of a list.</summary>
        public Dictionary<ISymbol, List<Code>> Delegates { get; } = new(SymbolEqualityComparer.Default);

        public ImmutableHashSet<ISymbol> Calls { get; private set; } = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

        public bool IsReturned { get; set; }

        /// <summary>The type of the object whose method the body is; null where it is not known.</summary>
        public INamedTypeSymbol? Self { get; set; }

        /// <summary>Is the value the application, or what a chain of calls on it returns?</summary>
        public bool IsApplication(IOperation value)
        {
            for (var current = value.Unconverted(); ;)
            {
                if (current.Syntax == source || (Operands.Variable(current) is { } variable && Holders.Contains(variable)))
                    return true;
                var next = current switch
                {
                    IConditionalOperation { WhenFalse: { } otherwise } choice => IsApplication(choice.WhenTrue) ? choice.WhenTrue : otherwise,
                    ICoalesceOperation choice => choice.Value,
                    ISwitchExpressionOperation choice => choice.Arms.FirstOrDefault()?.Value,
                    IInvocationOperation call when AspNetCoreTypes.IsApplicationBuilder(call.Type) => call.Receiver(),
                    ISimpleAssignmentOperation assignment => assignment.Value,
                    IAwaitOperation wait => wait.Operation,
                    IConditionalAccessOperation conditional => conditional.Operation,
                    _ => null,
                };
                if (next is null)
                    return false;
                current = next.Unconverted();
            }
        }

        /// <summary>Does the code speak of the application around it? A method can where a member holds it.</summary>
        public bool IsCapturedBy(Code code) =>
            (code.Symbol.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction || Holders.Any(static holder => holder is IFieldSymbol or IPropertySymbol))
            && code.Body.Value is { } body && body.Descendants().Any(operation => Operands.Variable(operation) is { } variable && Holders.Contains(variable));

        /// <summary>Does a field or property of the type hold the application, for its other methods to use?</summary>
        public bool IsHeldBy(INamedTypeSymbol? type) =>
            type is not null && Holders.Any(holder => holder is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(holder.ContainingType, type));

        /// <summary>The scope of a called body: captured variables and fields stay known, parameters get what is passed.</summary>
        public Scope Enter(IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, Func<IOperation, Scope, List<Code>> delegatesIn)
        {
            var inner = new Scope(source) { Calls = method is null ? Calls : Calls.Add(method), Self = Self };
            inner.Holders.UnionWith(Holders);
            foreach (var pair in Delegates)
                inner.Delegates[pair.Key] = pair.Value;
            foreach (var argument in arguments)
            {
                // What an override calls its parameter is its own affair.
                if (argument.Parameter is not { Ordinal: var ordinal } || method is null || ordinal >= method.Parameters.Length)
                    continue;
                var parameter = method.Parameters[ordinal];
                if (IsApplication(argument.Value))
                    inner.Holders.Add(parameter);
                else if (delegatesIn(argument.Value, this) is { Count: > 0 } passed)
                    inner.Delegates[parameter] = passed;
            }

            return inner;
        }
    }
}
