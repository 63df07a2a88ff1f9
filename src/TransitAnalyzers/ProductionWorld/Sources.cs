using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Finds what the program's own source says of a symbol: what is written to it, what it returns, who mentions it. Cached for one compilation.</summary>
internal sealed class Sources(Compilation compilation, References references)
{
    private const int MostMentions = 64;
    private const int MostOfSmall = 2000;

    /// <summary>Words of which a method has one that does not always return.</summary>
    private static readonly string[] Ends = ["throw", "Exit", "FailFast"];

    private readonly ConcurrentDictionary<ISymbol, Search<IOperation?>> writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Search<IInvocationOperation?>> calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Search<IObjectCreationOperation?>> creations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ILocalSymbol, Writes> locals = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, Writes> parameters = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(SyntaxTree, string), ImmutableArray<TextSpan>> regions = new();

    public References References { get; } = references;

    public SemanticModel ModelOf(SyntaxTree tree) => References.ModelOf(tree);

    public bool IsDevelopmentOnly(IOperation operation, TransitSettings settings, CancellationToken cancellation) =>
        IsDevelopmentOnly(operation.Syntax, settings, cancellation);

    public bool IsDevelopmentOnly(ISymbol symbol, TransitSettings settings, CancellationToken cancellation)
    {
        foreach (var place in symbol.DeclarationsIn(compilation))
            if (IsDevelopmentOnly(place.GetSyntax(cancellation), settings, cancellation))
                return true;
        return false;
    }

    public bool IsDevelopmentOnly(SyntaxNode node, TransitSettings settings, CancellationToken cancellation)
    {
        if (settings.IncludeDevelopmentCode || !node.SyntaxTree.GetRoot(cancellation).ContainsDirectives)
            return false;
        var key = (node.SyntaxTree, settings.DevelopmentKey);
        if (!regions.TryGetValue(key, out var spans))
            spans = regions.GetOrAdd(key, DevelopmentRegions.Of(node.SyntaxTree, settings, cancellation));
        foreach (var span in spans)
            if (span.Contains(node.SpanStart))
                return true;
        return false;
    }

    /// <summary>Every value that the variable is given, by initializer or assignment; null where that is not to be seen.</summary>
    public ImmutableArray<IOperation>? WritesOf(ISymbol variable, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var write in EachWriteOf(variable, cancellation))
        {
            if (write is null)
                return null;
            all.Add(write);
        }

        return all.ToImmutable();
    }

    /// <summary>The same, one after the other: who stops early has fewer places bound. The last one is null where not all are to be seen.</summary>
    public IEnumerable<IOperation?> EachWriteOf(ISymbol variable, CancellationToken cancellation)
    {
        variable = variable.OriginalDefinition;
        return variable is ILocalSymbol local
            ? WritesOfLocal(local, cancellation) is { } all ? OrNull(all.Values, all.AreAll) : [null]
            : writes.GetOrAdd(variable, key => new(EachWriteOfMember(key))).All(cancellation);
    }

    /// <summary>The values that the variable is seen to be given; there may be others.</summary>
    public ImmutableArray<IOperation> SeenWritesOf(ISymbol variable, CancellationToken cancellation)
    {
        variable = variable.OriginalDefinition;
        if (variable is ILocalSymbol local)
            return WritesOfLocal(local, cancellation)?.Values.ToImmutable() ?? ImmutableArray<IOperation>.Empty;
        return WritesOf(variable, cancellation) ?? (variable.OnlyDeclarationIn(compilation) is { } declaration
            ? WritesOfMember(variable, declaration, Mentions.Writes, cancellation).Values.ToImmutable()
            : ImmutableArray<IOperation>.Empty);
    }

    /// <summary>The values that a field or property is seen to be given by its own type.</summary>
    public ImmutableArray<IOperation> WritesWithinType(ISymbol member, CancellationToken cancellation) =>
        member.OriginalDefinition.OnlyDeclarationIn(compilation) is { } declaration
            ? WritesOfMember(member.OriginalDefinition, declaration, Mentions.WritesInType, cancellation).Values.ToImmutable()
            : ImmutableArray<IOperation>.Empty;

    /// <summary>The declaration of a local and the assignments to it, of whatever kind, in source order.</summary>
    public IReadOnlyList<IOperation> AssignmentsTo(ILocalSymbol local, CancellationToken cancellation) =>
        local.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation) is { } declaration && WritesOf(local, declaration, cancellation) is { } all
            ? all.Assignments
            : [];

    /// <summary>The assignments to a parameter within what it is a parameter of, of whatever kind, in source order.</summary>
    public IReadOnlyList<IOperation> AssignmentsTo(IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameters.TryGetValue(parameter, out var known))
            return known.Assignments;
        var found = new Writes();
        // One of a primary constructor belongs to all members of its type: what is assigned before is not told by its place.
        if (parameter.ContainingSymbol.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation) is { } owner and not TypeDeclarationSyntax)
            AddMentions(owner, parameter, found, cancellation);
        return parameters.GetOrAdd(parameter, found).Assignments;
    }

    /// <summary>
    /// The one place where a local gets its value, where that is no assignment: the loop that it is the variable of, or the
    /// reference that a deconstruction or an <c>out</c> argument writes to. Null where there are others.
    /// </summary>
    public IOperation? GiverOf(ILocalSymbol local, CancellationToken cancellation) => local.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation) switch
    {
        ForEachStatementSyntax loop => ModelOf(loop.SyntaxTree).GetOperation(loop, cancellation),
        not null => WritesOfLocal(local, cancellation) is { Values.Count: 0, OnlyGiver: var giver } ? giver : null,
        null => null,
    };

    /// <summary>The parameter of a record that its property is declared by; null for any other.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property) => property.ContainingType is { IsRecord: true, InstanceConstructors: var constructors }
        ? constructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(property.IsDeclaredBy)
        : null;

    /// <summary>The property that a positional record has at that place.</summary>
    public static IPropertySymbol? PropertyAt(INamedTypeSymbol record, int place) =>
        record.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => ParameterOf(property)?.Ordinal == place);

    /// <summary>The member that runs where the one of an interface is named: that of the only class that implements it, where it is to be seen.</summary>
    public ISymbol? OnlyImplementationOf(ISymbol member, CancellationToken cancellation)
    {
        if (member.ContainingType is not { TypeKind: TypeKind.Interface, IsGenericType: false } type || !type.IsDeclaredIn(compilation) || References.IsSeenFromOutside(type))
            return null;
        INamedTypeSymbol? only = null;
        foreach (var mention in References.MentionsOf(type, cancellation))
        {
            if (mention is null)
                return null;
            if (Around(mention) is not BaseTypeSyntax { Parent.Parent: BaseTypeDeclarationSyntax declaration })
                continue;
            if (only is not null || ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } implementing)
                return null;
            only = implementing;
        }

        return only?.FindImplementationForInterfaceMember(member);
    }

    /// <summary>What a field or property is given where it is declared.</summary>
    public IOperation? InitialOf(ISymbol member, CancellationToken cancellation) =>
        member.OnlyDeclarationIn(compilation) is { } declaration ? InitialOf(declaration, cancellation) : null;

    /// <summary>What the parameter is where a caller passes nothing.</summary>
    public IOperation? DefaultOf(IParameterSymbol parameter, CancellationToken cancellation) =>
        parameter.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation) is ParameterSyntax { Default.Value: { } omitted }
            ? ModelOf(omitted.SyntaxTree).GetOperation(omitted, cancellation)
            : null;

    /// <summary>The values that callers are seen to pass, and what the parameter is where they pass nothing.</summary>
    public ImmutableArray<IOperation> SeenArgumentsOf(IParameterSymbol parameter, CancellationToken cancellation)
    {
        var passed = ImmutableArray.CreateBuilder<IOperation>();
        if (DefaultOf(parameter, cancellation) is { } value)
            passed.Add(value);
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return passed.ToImmutable();

        // What the places mean is seen by their arguments: to be sure of it first would bind those that pass nothing.
        foreach (var place in References.PlacesOf(method.MethodKind == MethodKind.Constructor ? method.ContainingType : method, cancellation))
        {
            if (passed.Count > MostMentions)
                break;
            if (place.Call()?.LeavesOut(parameter) == true)
                continue;
            foreach (var argument in ArgumentsAt(place, method, cancellation))
                if (SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition) && argument.ArgumentKind != ArgumentKind.DefaultValue)
                    passed.Add(argument.Value);
        }

        return passed.ToImmutable();
    }

    /// <summary>
    /// The values that callers pass, one after the other. The last one is null where somebody may call who is not to be seen.
    /// </summary>
    public IEnumerable<IOperation?> EachArgumentOf(IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type })
            return creations.GetOrAdd(type.OriginalDefinition, key => new(EachCreationOf((INamedTypeSymbol)key))).All(cancellation)
                .Select(creation => creation is null ? null : ArgumentOf(creation.Arguments));
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            || !HasOnlySeenCallers(method))
            return [null];
        return calls.GetOrAdd(method.OriginalDefinition, key => new(EachCallOf((IMethodSymbol)key))).All(cancellation)
            .Select(call => call is null ? null : ArgumentOf(call.Arguments));

        IOperation? ArgumentOf(ImmutableArray<IArgumentOperation> arguments) =>
            arguments.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Parameter?.OriginalDefinition, parameter.OriginalDefinition))?.Value;
    }

    /// <summary>
    /// All creations of a class with one constructor; the last one is null where it may be created elsewhere: by a type that inherits
    /// it, by what is given the type as an argument and fills it, such as a binder of configuration.
    /// </summary>
    private IEnumerable<IObjectCreationOperation?> EachCreationOf(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || References.IsSeenFromOutside(type)
            || type.InstanceConstructors.Count(static constructor => !constructor.IsImplicitlyDeclared) != 1)
        {
            yield return null;
            yield break;
        }

        var files = new HashSet<SyntaxTree>(type.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree));
        var count = 0;
        foreach (var mention in References.MentionsOf(type, CancellationToken.None))
        {
            if (mention is null || count++ > MostMentions || MayBeCreatedBy(mention))
            {
                yield return null;
                yield break;
            }

            files.Add(mention.SyntaxTree);
            if (Around(mention) is ObjectCreationExpressionSyntax creation)
                yield return ModelOf(mention.SyntaxTree).GetOperation(creation) as IObjectCreationOperation;
        }

        // What names no type stands where the type is named: in a variable of it, or what returns it.
        foreach (var file in files)
            foreach (var node in file.ImplicitCreations(CancellationToken.None))
                if (ModelOf(file).GetOperation(node) is IObjectCreationOperation created && SymbolEqualityComparer.Default.Equals(created.Type?.OriginalDefinition, type))
                    yield return created;
    }

    /// <summary>What stands around the name of a type, with or without its namespace.</summary>
    private static SyntaxNode? Around(SyntaxNode mention) => mention.Parent is QualifiedNameSyntax qualified ? qualified.Parent : mention.Parent;

    /// <summary>Is the type named as one that somebody else may create an object of, with values that are not to be seen?</summary>
    private static bool MayBeCreatedBy(SyntaxNode mention) => Around(mention) switch
    {
        BaseTypeSyntax or TypeOfExpressionSyntax => true,
        TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var name } } => !(name is "GetService" or "GetRequiredService"
            || name.EndsWith("Singleton", StringComparison.Ordinal) || name.EndsWith("Scoped", StringComparison.Ordinal) || name.EndsWith("Transient", StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>All calls of a method; the last one is null where it is mentioned otherwise, or too often to look at each.</summary>
    private IEnumerable<IInvocationOperation?> EachCallOf(IMethodSymbol method)
    {
        var count = 0;
        foreach (var mention in References.MentionsOf(method, CancellationToken.None))
        {
            var call = mention is null || count++ > MostMentions ? null : InvocationAt(mention, method, CancellationToken.None);
            yield return call;
            if (call is null)
                yield break;
        }
    }

    /// <summary>Is nobody able to call the method but by its name in this compilation?</summary>
    public bool HasOnlySeenCallers(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return true;
        return !method.IsVirtual && !method.IsAbstract && !method.IsOverride && !method.IsExtern
            && method.ExplicitInterfaceImplementations.IsEmpty
            && !method.GetAttributes().Any(static attribute => !(attribute.AttributeClass?.ContainingNamespace).IsOfSystem())
            && !References.IsSeenFromOutside(method)
            && !ImplementsInterface(method);
    }

    /// <summary>
    /// May the method always return the same in production? It is small, or asks itself where it runs: to bind and follow a long
    /// one that does not would cost more than the candidate whose condition it is.
    /// </summary>
    public bool MayAnswer(IMethodSymbol method, TransitSettings settings, CancellationToken cancellation)
    {
        if (method.OnlyDeclarationIn(compilation) is not { } declaration || declaration.Span.Length <= MostOfSmall)
            return true;
        return Asks(method, settings, cancellation);
    }

    /// <summary>Does the method ask itself where it runs, as far as its words tell?</summary>
    public bool Asks(IMethodSymbol method, TransitSettings settings, CancellationToken cancellation) =>
        method.OnlyDeclarationIn(compilation) is { } declaration && Says(declaration, EnvironmentFacts.Words(settings), cancellation);

    /// <summary>May the method never return? To go through those that do not say so would bind every method that is called.</summary>
    public bool MayThrow(IMethodSymbol method, CancellationToken cancellation) =>
        method.OnlyDeclarationIn(compilation) is { } declaration && Says(declaration, Ends, cancellation);

    /// <summary>The graph of a method or local function.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellation)
    {
        if (BodyOf(method, cancellation) is not { } body || Graphs.Of(body.Root(), cancellation) is not { } graph)
            return null;
        if (method.MethodKind != MethodKind.LocalFunction)
            return graph;
        return graph.LocalFunctions.Contains(method, SymbolEqualityComparer.Default) ? graph.GetLocalFunctionControlFlowGraph(method, cancellation) : null;
    }

    private static bool Says(SyntaxReference declaration, IEnumerable<string> words, CancellationToken cancellation)
    {
        var text = declaration.SyntaxTree.GetText(cancellation).ToString(declaration.Span);
        return words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    /// <summary>The values that a method, accessor, local function or lambda returns anywhere, in source order.</summary>
    public IEnumerable<IOperation> ReturnsOf(IMethodSymbol method, CancellationToken cancellation) =>
        BodyOf(method, cancellation) is { } body ? ReturnsUnder(body) : [];

    /// <summary>What a body returns by the blocks that are reached: parts of its graph, not of the bound tree. One within another has none, and may return anywhere.</summary>
    public static IEnumerable<IOperation> ReturnsOf(IOperation body, Func<ControlFlowGraph, bool[]> reachedBlocks, CancellationToken cancellation) =>
        Graphs.Of(body, cancellation) is { } graph ? ReturnsIn(graph, reachedBlocks) : ReturnsUnder(body);

    /// <summary>The lambda, or the reference to a method, that a delegate is, seen through a variable that is written once.</summary>
    public IOperation? DelegateOf(IOperation value, CancellationToken cancellation) => Definition(value, cancellation) switch
    {
        IDelegateCreationOperation { Target: var target } => target,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>The elements of a collection that is written down.</summary>
    public ImmutableArray<IOperation>? ElementsOf(IOperation collection, CancellationToken cancellation) => Definition(collection, cancellation) switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { Syntax.RawKind: OperationTrees.CollectionExpression } list => list.ChildOperations.ToImmutableArray(),
        IObjectCreationOperation { Initializer.Initializers: { IsEmpty: false } added } when added.All(static add => add is IInvocationOperation { Arguments.Length: 1 })
            => added.Select(static add => ((IInvocationOperation)add).Arguments[0].Value).ToImmutableArray(),
        IObjectCreationOperation { Arguments: { Length: > 0 } arguments } => ElementsOf(arguments[0].Value, cancellation),
        IArrayInitializerOperation { ElementValues: var elements } => elements,
        IInvocationOperation call when CopiedBy(call) is { } source => ElementsOf(source, cancellation),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: var type }, Arguments: { Length: 1 } elements }
            when type.StartsWith("Immutable", StringComparison.Ordinal) && elements[0] is { IsImplicit: true, Value: var given }
            => given.Unconverted() is IArrayCreationOperation { Initializer.ElementValues: var passed } ? passed : given.Unconverted().ChildOperations.ToImmutableArray(),
        _ => null,
    };

    /// <summary>The keys of a dictionary that is written down, and their values, in order; null where that is not all of it.</summary>
    public ImmutableArray<(IOperation Key, IOperation Value)>? TableOf(IOperation dictionary, CancellationToken cancellation)
    {
        switch (Definition(dictionary, cancellation))
        {
            case IInvocationOperation call when CopiedBy(call) is { } source:
                return TableOf(source, cancellation);
            case IObjectCreationOperation { Initializer: null, Arguments: { Length: > 0 } arguments }:
                return TableOf(arguments[0].Value, cancellation);
            case IObjectCreationOperation { Initializer.Initializers: var added, Arguments: var arguments }
                when arguments.All(static argument => argument.Parameter?.Type is { SpecialType: SpecialType.System_Int32 } or { Name: "IEqualityComparer" }):
                var entries = ImmutableArray.CreateBuilder<(IOperation Key, IOperation Value)>();
                foreach (var add in added)
                    switch (add)
                    {
                        case IInvocationOperation { Arguments: { Length: 2 } entry }:
                            entries.Add((entry[0].Value, entry[1].Value));
                            break;
                        case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } key }, Value: var value }:
                            entries.Add((key[0].Value, value));
                            break;
                        default:
                            return null;
                    }

                return entries.ToImmutable();
            default:
                return null;
        }
    }

    /// <summary>Is a collection only read, as far as is seen, in the variables that hold it?</summary>
    public bool IsOnlyRead(IOperation collection, CancellationToken cancellation)
    {
        for (var hops = 0; hops < 4; hops++)
        {
            if (VariableOf(collection) is not { } variable)
                return true;
            if (!Collections.IsReadOnly(collection.Unconverted().Type) && References.MentionsOf(variable, cancellation).Any(static mention => mention is null || Collections.MayChangeAt(mention)))
                return false;
            if (WritesOf(variable, cancellation) is not { Length: 1 } once)
                return false;
            collection = once[0];
        }

        return true;
    }

    /// <summary>The collection that the call makes another one of, with the same elements.</summary>
    private static IOperation? CopiedBy(IInvocationOperation call) => call switch
    {
        { TargetMethod.Name: var name } when !name.StartsWith("To", StringComparison.Ordinal) && name is not ("AsReadOnly" or "CreateRange") => null,
        { Instance: { } receiver, Arguments.IsEmpty: true } => receiver,
        { Instance: null, Arguments: { Length: > 0 } arguments } when arguments.Skip(1).All(static argument => argument.IsImplicit) => arguments[0].Value,
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation value) => value.Unconverted() switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IFieldReferenceOperation { Field: var field } => field,
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => property,
        _ => null,
    };

    /// <summary>The values of a dictionary that is written down.</summary>
    public ImmutableArray<IOperation> EntriesOf(IOperation dictionary, CancellationToken cancellation)
    {
        if (Definition(dictionary, cancellation) is not IObjectCreationOperation { Initializer.Initializers: var added })
            return ImmutableArray<IOperation>.Empty;
        return added.Select(static add => add switch
        {
            IInvocationOperation { Arguments: { Length: 2 } entry } => entry[1].Value,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true }, Value: var value } => value,
            _ => null,
        }).OfType<IOperation>().ToImmutableArray();
    }

    /// <summary>What a value is, seen through variables that are written once.</summary>
    public IOperation Definition(IOperation value, CancellationToken cancellation)
    {
        for (var hops = 0; hops < 4; hops++)
        {
            value = value.Unconverted();
            if (VariableOf(value) is not { } variable || WritesOf(variable, cancellation) is not { Length: 1 } once)
                break;
            value = once[0];
        }

        return value;
    }

    /// <summary>What a method, accessor, local function or lambda of the program does.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var syntax = method.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation);
        return (syntax is null ? null : ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation)) switch
        {
            ILocalFunctionOperation { Body: var inner } => inner,
            IAnonymousFunctionOperation { Body: var inner } => inner,
            var whole and (IMethodBodyOperation or IBlockOperation) => whole,
            _ => null,
        };
    }

    private static IEnumerable<IOperation> ReturnsIn(ControlFlowGraph graph, Func<ControlFlowGraph, bool[]> reachedBlocks)
    {
        var reached = reachedBlocks(graph);
        foreach (var block in graph.Blocks)
            if (reached[block.Ordinal] && block is { BranchValue: { } value, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
                yield return value;
    }

    private static IEnumerable<IOperation> ReturnsUnder(IOperation body)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(body);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                yield return value;
            foreach (var child in operation.ChildOperations.Reverse())
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    waiting.Push(child);
        }
    }

    private IInvocationOperation? InvocationAt(SyntaxNode mention, IMethodSymbol method, CancellationToken cancellation)
    {
        for (var node = mention; node is ExpressionSyntax; node = node.Parent)
            if (node is InvocationExpressionSyntax invocation)
                return ModelOf(node.SyntaxTree).GetOperation(invocation, cancellation) is IInvocationOperation call && call.TargetMethod.Name == method.Name ? call : null;
        return null;
    }

    private ImmutableArray<IArgumentOperation> ArgumentsAt(SyntaxNode mention, IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.MethodKind != MethodKind.Constructor)
            return InvocationAt(mention, method, cancellation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty;
        return mention.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation
            && ModelOf(creation.SyntaxTree).GetOperation(creation, cancellation) is IObjectCreationOperation { Arguments: var arguments }
            ? arguments
            : ImmutableArray<IArgumentOperation>.Empty;
    }

    private Writes? WritesOfLocal(ILocalSymbol local, CancellationToken cancellation) =>
        !local.IsRef && local.OnlyDeclarationIn(compilation)?.GetSyntax(cancellation) is (VariableDeclaratorSyntax or SingleVariableDesignationSyntax) and var declaration
            ? WritesOf(local, declaration, cancellation)
            : null;

    /// <summary>What is written to a local: its places are found in the text of its body, because to walk that would ask each operation of it.</summary>
    private Writes? WritesOf(ILocalSymbol local, SyntaxNode declaration, CancellationToken cancellation)
    {
        if (locals.TryGetValue(local, out var known))
            return known;
        var declaring = OperationAt(declaration, cancellation);
        if (declaring is null || (declaration is VariableDeclaratorSyntax && declaring is not IVariableDeclaratorOperation))
            return null;
        var found = new Writes();
        if (declaring is IVariableDeclaratorOperation declarator)
            found.AddDeclaration(declarator);
        else if ((declaring.Parent as IDeclarationExpressionOperation ?? declaring) is { Parent: IArgumentOperation } passed)
            Add(passed, found, cancellation);
        else if (GivenTo(declaration, declaring, cancellation) is { } given)
            found.Values.Add(given);
        else if (declaring is ILocalReferenceOperation)
            found.AddUnseen(declaring);
        else
            found.AndOthers();
        AddMentions(declaring.Root().Syntax, local, found, cancellation);
        return locals.GetOrAdd(local, found);
    }

    private void AddMentions(SyntaxNode within, ISymbol variable, Writes found, CancellationToken cancellation)
    {
        foreach (var place in within.SyntaxTree.NamesIn(within.Span, variable.Name, cancellation))
            if ((place.MayBeWritten() || (Variables.TypeOf(variable) is { IsTupleType: true } && place.Parent is MemberAccessExpressionSyntax element && element.Name.MayBeWritten())) && OperationAt(place, cancellation) is { } reference && SymbolEqualityComparer.Default.Equals(reference.Variable(), variable))
                Add(reference, found, cancellation);
    }

    /// <summary>What this mention of a variable gives to it; an <c>out</c> argument what the method does.</summary>
    private void Add(IOperation mention, Writes found, CancellationToken cancellation)
    {
        if (mention.Parent is IArgumentOperation { Parameter: { RefKind: RefKind.Out } parameter, Parent: IInvocationOperation { IsVirtual: false } }
            && parameter.OriginalDefinition.OnlyDeclarationIn(compilation) is not null)
            foreach (var use in References.EachUseOf(parameter.OriginalDefinition, cancellation))
                found.Add(use);
        else
            found.Add(mention);
    }

    /// <summary>What a pattern that declares the local is compared with, or what its place in a deconstruction is given; null for others.</summary>
    private IOperation? GivenTo(SyntaxNode declaration, IOperation declaring, CancellationToken cancellation)
    {
        if (declaring is ILocalReferenceOperation)
            return Variables.Deconstructed(declaring);
        if (declaration.Parent is not PatternSyntax pattern)
            return null;
        while (pattern.Parent is ParenthesizedPatternSyntax or BinaryPatternSyntax or UnaryPatternSyntax)
            pattern = (PatternSyntax)pattern.Parent;
        var compared = pattern.Parent switch
        {
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            _ => null,
        };
        return compared is null ? null : ModelOf(compared.SyntaxTree).GetOperation(compared, cancellation);
    }

    private IEnumerable<IOperation?> EachWriteOfMember(ISymbol member)
    {
        if (SeenDeclarationOf(member) is not { } declaration)
        {
            yield return null;
            yield break;
        }

        var count = 0;
        foreach (var found in WritesSoFar(member, declaration, Mentions.FewWrites, CancellationToken.None))
        {
            for (; count < found.Values.Count; count++)
                yield return found.Values[count];
            if (!found.AreAll)
            {
                yield return null;
                yield break;
            }
        }
    }

    private static IEnumerable<IOperation?> OrNull(IEnumerable<IOperation> values, bool areAll) => areAll ? values : values.Append<IOperation?>(null);

    /// <summary>The declaration of a member that only this compilation can write to.</summary>
    private SyntaxReference? SeenDeclarationOf(ISymbol member) =>
        member.OnlyDeclarationIn(compilation) is { } declaration && (Variables.IsReadOnly(member) || !References.IsSeenFromOutside(member)) ? declaration : null;

    private Writes WritesOfMember(ISymbol member, SyntaxReference declaration, Mentions wanted, CancellationToken cancellation) =>
        WritesSoFar(member, declaration, wanted, cancellation).Last();

    /// <summary>What the member is given, again and again as more of it is found.</summary>
    private IEnumerable<Writes> WritesSoFar(ISymbol member, SyntaxReference declaration, Mentions wanted, CancellationToken cancellation)
    {
        var found = new Writes();
        if (InitialOf(declaration, cancellation) is { } initial)
            found.Values.Add(initial);
        yield return found;
        if (member is IFieldSymbol { IsConst: true })
            yield break;
        foreach (var mention in References.MentionsOf(member, cancellation, wanted))
        {
            if (mention is null)
                found.AndOthers();
            else if (OperationAt(mention, cancellation) is { } operation)
                Add(operation, found, cancellation);
            yield return found;
        }
    }

    private IOperation? InitialOf(SyntaxReference declaration, CancellationToken cancellation)
    {
        var initializer = declaration.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            PropertyDeclarationSyntax { Initializer.Value: var value } => value,
            _ => null,
        };
        return initializer is null ? null : ModelOf(initializer.SyntaxTree).GetOperation(initializer, cancellation);
    }

    /// <summary>The innermost operation that a name is part of; none where it stands in a signature.</summary>
    public IOperation? OperationAt(SyntaxNode mention, CancellationToken cancellation)
    {
        for (var node = mention; node is not (null or MemberDeclarationSyntax); node = node.Parent)
            if (ModelOf(node.SyntaxTree).GetOperation(node, cancellation) is { } operation)
                return operation;
        return null;
    }

    private static bool ImplementsInterface(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type || method.DeclaredAccessibility != Accessibility.Public)
            return false;
        foreach (var implemented in type.AllInterfaces)
            foreach (var member in implemented.GetMembers(method.Name))
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                    return true;
        return false;
    }

    /// <summary>The values that a variable is given.</summary>
    private sealed class Writes
    {
        private readonly List<IOperation> assignments = [];

        public ImmutableArray<IOperation>.Builder Values { get; } = ImmutableArray.CreateBuilder<IOperation>();

        /// <summary>The operations that give them, and others that assign.</summary>
        public IReadOnlyList<IOperation> Assignments => assignments;

        /// <summary>Where it is given a value in a way that is not to be seen, if at one place only.</summary>
        public IOperation? OnlyGiver { get; private set; }

        /// <summary>It is given no others, in a way that is not to be seen.</summary>
        public bool AreAll { get; private set; } = true;

        public void AddDeclaration(IVariableDeclaratorOperation declarator)
        {
            assignments.Add(declarator);
            if (declarator.Initializer is { Value: var value })
                Values.Add(value);
        }

        public void Add(IOperation mention)
        {
            if (mention.IsAssigned())
                assignments.Add(mention.Parent!);
            if (!Variables.AddWrite(mention, Values))
                AddUnseen(mention);
        }

        public void AddUnseen(IOperation mention) => (OnlyGiver, AreAll) = (AreAll ? mention : null, false);

        public void AndOthers() => (OnlyGiver, AreAll) = (null, false);
    }
}
