using System.Collections.Concurrent;
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
    private readonly Compilation compilation = context.Compilation;
    private readonly References references = context.References;

    private readonly ConcurrentDictionary<string, bool> contained = new();
    private readonly ConcurrentDictionary<string, Search<INamedTypeSymbol>> implementations = new();
    private readonly ConcurrentDictionary<IReadOnlyCollection<string>, Search<IInvocationOperation>> calls = new();

    /// <summary>The body of a method of the program; null for one that is elsewhere, or that may be overridden.</summary>
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

    /// <summary>The mentions of a type, a field or a property.</summary>
    public IEnumerable<SyntaxNode> MentionsOf(ISymbol symbol, CancellationToken cancellation) => references.To(symbol, cancellation);

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
