using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>
/// The source of the program: bodies of its methods, where they are called, what its text mentions. What was looked for in all
/// files is remembered: a compilation may make many applications, and each asks the same.
/// </summary>
internal sealed class ProgramCode(TransitContext context)
{
    private static readonly ConditionalWeakTable<TransitContext, ProgramCode> All = new();

    private readonly Compilation compilation = context.Compilation;
    private readonly References references = context.References;

    private readonly ConcurrentDictionary<string, bool> contained = new();
    private readonly ConcurrentDictionary<string, Search<INamedTypeSymbol>> implementations = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, Search<INamedTypeSymbol>> derived = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IReadOnlyCollection<string>, Search<IInvocationOperation>> calls = new();

    /// <summary>The source of one compilation; what is looked for is remembered for all who ask.</summary>
    public static ProgramCode Of(TransitContext context) => All.GetValue(context, static key => new(key));

    /// <summary>The body of a method of the program; null for one that is elsewhere, or that has none.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = Implementation(method);
        if (method.IsAbstract || method.ContainingType?.TypeKind == TypeKind.Interface)
            return null;
        foreach (var declaration in method.DeclarationsIn(compilation))
        {
            var syntax = declaration.GetSyntax(cancellation);
            var body = references.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation);
            if (body is ILocalFunctionOperation function)
                body = function.Body;
            if (body is not null)
                return body;
        }

        return null;
    }

    /// <summary>
    /// The methods of the program that a call may run: of the object itself where its type is known, otherwise those of every
    /// type that inherits or implements. None where somebody else may have written what is run.
    /// </summary>
    /// <param name="call">The call, or the reference that a delegate is made of.</param>
    /// <param name="self">The type of the object whose body the call stands in; null where it is not known.</param>
    /// <param name="cancellation">Cancels.</param>
    public IReadOnlyList<IMethodSymbol> TargetsOf(IOperation call, INamedTypeSymbol? self, CancellationToken cancellation) => call switch
    {
        IInvocationOperation { TargetMethod: var method, IsVirtual: var isVirtual, Instance: var instance } => TargetsOf(method, isVirtual, instance, self, cancellation),
        IMethodReferenceOperation { Method: var method, IsVirtual: var isVirtual, Instance: var instance } => TargetsOf(method, isVirtual, instance, self, cancellation),
        _ => [],
    };

    private IReadOnlyList<IMethodSymbol> TargetsOf(IMethodSymbol method, bool isVirtual, IOperation? instance, INamedTypeSymbol? self, CancellationToken cancellation)
    {
        method = Implementation(method);
        if (!isVirtual || method is not { IsAbstract: true } and not { IsVirtual: true } and not { IsOverride: true } || method.ContainingType is null || !method.IsDeclaredIn(compilation))
            return [method];
        if (instance?.Unconverted() is IInstanceReferenceOperation && self?.IsOrInherits(method.ContainingType) == true)
            return OverrideIn(self, method) is { IsAbstract: false } own ? [own] : [];
        if (references.IsSeenFromOutside(method.ContainingType))
            return [];
        var all = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
            all.Add(method);
        foreach (var type in DerivedFrom(method.ContainingType, cancellation))
            if (type is { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } && OverrideIn(type, method) is { IsAbstract: false } one)
                all.Add(one);
        return [.. all.Where(one => one.IsDeclaredIn(compilation))];
    }

    /// <summary>The method that an object of this type runs when this one is called; null where it has none.</summary>
    public static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            var implemented = type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType.OriginalDefinition))
                ?.GetMembers(method.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition));
            return implemented is null ? null : (type.FindImplementationForInterfaceMember(implemented) as IMethodSymbol)?.OriginalDefinition;
        }

        for (var current = type; current is not null; current = current.BaseType)
            foreach (var member in current.GetMembers(method.Name))
                for (var overridden = member as IMethodSymbol; overridden is not null; overridden = overridden.OverriddenMethod)
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return ((IMethodSymbol)member).OriginalDefinition;
        return null;
    }

    /// <summary>The types of the program that inherit from this one, or implement it, at whatever distance.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type, CancellationToken cancellation) =>
        derived.GetOrAdd(type.OriginalDefinition, key => new(EachDerivedFrom(key))).All(cancellation);

    private IEnumerable<INamedTypeSymbol> EachDerivedFrom(INamedTypeSymbol type)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        var open = new Queue<INamedTypeSymbol>(seen);
        while (open.Count > 0)
        {
            var parent = open.Dequeue();
            foreach (var mention in references.To(parent, CancellationToken.None))
            {
                if (mention.FirstAncestorOrSelf<BaseTypeSyntax>()?.Parent?.Parent is TypeDeclarationSyntax declaration
                    && references.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is INamedTypeSymbol child
                    && (IsParent(child.BaseType) || child.Interfaces.Any(IsParent)) && seen.Add(child))
                {
                    open.Enqueue(child);
                    yield return child;
                }
            }

            bool IsParent(INamedTypeSymbol? candidate) => SymbolEqualityComparer.Default.Equals(candidate?.OriginalDefinition, parent);
        }
    }

    /// <summary>The body of a method or constructor that is declared in this type; null for anything else.</summary>
    public IOperation? BodyOf(MemberDeclarationSyntax member, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var model = references.ModelOf(member.SyntaxTree);
        return model.GetDeclaredSymbol(member, cancellation) is IMethodSymbol { ContainingType: var owner } && SymbolEqualityComparer.Default.Equals(owner, type)
            ? model.GetOperation(member, cancellation)
            : null;
    }

    /// <summary>What a field of the program is initialized with.</summary>
    public IOperation? InitializerOf(IFieldSymbol field, CancellationToken cancellation)
    {
        foreach (var declaration in field.DeclaringSyntaxReferences)
            if (declaration.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value })
                return references.ModelOf(value.SyntaxTree).GetOperation(value, cancellation);
        return null;
    }

    /// <summary>The calls of methods with one of these names, as they are written.</summary>
    public IEnumerable<IInvocationOperation> CallsNamed(IReadOnlyCollection<string> names, CancellationToken cancellation) =>
        CallsNamed(names, names, static _ => true, cancellation);

    /// <summary>
    /// The calls of methods with one of these names, in files with one of these words, whose syntax allows them to be meant:
    /// where a name is ordinary, because to bind a call costs a thousand times as much as to look at it.
    /// </summary>
    public IEnumerable<IInvocationOperation> CallsNamed(
        IReadOnlyCollection<string> names, IReadOnlyCollection<string> words, Func<InvocationExpressionSyntax, bool> isMeant, CancellationToken cancellation) =>
        calls.GetOrAdd(names, _ => new(EachCallNamed(names, words, isMeant))).All(cancellation);

    private IEnumerable<IInvocationOperation> EachCallNamed(
        IReadOnlyCollection<string> names, IReadOnlyCollection<string> words, Func<InvocationExpressionSyntax, bool> isMeant)
    {
        foreach (var tree in context.Words.FilesWith(words, CancellationToken.None))
        {
            foreach (var name in names)
                foreach (var place in tree.NamesIn(name, CancellationToken.None))
                    if (place.Call() is { } call && isMeant(call) && references.ModelOf(tree).GetOperation(call) is IInvocationOperation operation)
                        yield return operation;
        }
    }

    public IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var mention in references.To(method.OriginalDefinition, cancellation))
        {
            var model = references.ModelOf(mention.SyntaxTree);
            for (SyntaxNode? node = mention; node is ExpressionSyntax; node = node.Parent)
            {
                if (node is not InvocationExpressionSyntax || model.GetOperation(node, cancellation) is not IInvocationOperation call)
                    continue;
                if (SymbolEqualityComparer.Default.Equals(Implementation(call.TargetMethod), Implementation(method)))
                    yield return call;
                break;
            }
        }
    }

    /// <summary>The outermost call of a statement, or of a lambda, that a name stands in; null where it stands in none.</summary>
    public IInvocationOperation? CallAround(SyntaxNode name, CancellationToken cancellation)
    {
        InvocationExpressionSyntax? outermost = null;
        for (var node = name; node is not (null or StatementSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax && outermost is not null)
                break;
            if (node is InvocationExpressionSyntax call)
                outermost = call;
        }

        return outermost is null ? null : references.ModelOf(outermost.SyntaxTree).GetOperation(outermost, cancellation) as IInvocationOperation;
    }

    /// <summary>Is it executed in production, as far as is known?</summary>
    public bool Reaches(IOperation operation, CancellationToken cancellation) => context.World.Reaches(operation, cancellation);

    /// <summary>The mentions of a type, a field or a property.</summary>
    public IEnumerable<SyntaxNode> MentionsOf(ISymbol symbol, CancellationToken cancellation) => references.To(symbol, cancellation);

    /// <summary>The names that may mention a field or a property, by their syntax: not bound.</summary>
    public IEnumerable<SimpleNameSyntax> PlacesOf(ISymbol symbol, CancellationToken cancellation) => references.PlacesOf(symbol, cancellation);

    /// <summary>Does the text of the program contain these words?</summary>
    public bool Contains(string text, CancellationToken cancellation) =>
        contained.TryGetValue(text, out var known) ? known : contained.GetOrAdd(text, context.Words.Contain([text], cancellation));

    /// <summary>The types of the program that implement the interface of this name.</summary>
    public IEnumerable<INamedTypeSymbol> ImplementationsOf(string name, CancellationToken cancellation) =>
        implementations.GetOrAdd(name, key => new(EachImplementationOf(key))).All(cancellation);

    private IEnumerable<INamedTypeSymbol> EachImplementationOf(string name)
    {
        foreach (var tree in context.Words.FilesWith([name], CancellationToken.None))
        {
            foreach (var type in tree.GetRoot().DescendantNodes(static node => node is TypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or CompilationUnitSyntax).OfType<TypeDeclarationSyntax>())
                if (type.BaseList is not null && references.ModelOf(tree).GetDeclaredSymbol(type) is INamedTypeSymbol symbol
                    && symbol.AllInterfaces.Any(candidate => candidate.Name == name))
                    yield return symbol;
        }
    }

    private static IMethodSymbol Implementation(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }
}
