using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Which mentions of a symbol are looked for.</summary>
internal enum Mentions
{
    /// <summary>Wherever it can be named.</summary>
    All,

    /// <summary>Where it may be written: of what is read only, in its type.</summary>
    Writes,

    /// <summary>The same, but none at all where syntax leaves many places: what is written all over a program is no setting that is always the same.</summary>
    FewWrites,

    /// <summary>Where it may be written in its type.</summary>
    WritesInType,
}

/// <summary>
/// Where a symbol of the program is mentioned: one for a compilation, asked for candidates only. A local costs its method, a
/// private member its type; for any other, files are asked for their words first, so that looking for many members stays
/// linear in the size of the program.
/// </summary>
internal sealed class References(Compilation compilation, Lazy<SourceWords> words, ProgramNames names)
{
    private const int MostPlaces = 500;
    private const int FewPlaces = 32;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly ConcurrentDictionary<ISymbol, Search<SimpleNameSyntax>> places = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Search<SyntaxNode?>> mentions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Search<IOperation>> uses = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> written = new(SymbolEqualityComparer.Default);

    /// <summary>Makes use of a model that exists, so that nothing is bound twice.</summary>
    public void Offer(SemanticModel? model)
    {
        if (model is { IsSpeculativeSemanticModel: false } && model.Compilation == compilation)
            models.TryAdd(model.SyntaxTree, model);
    }

    public SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, key => compilation.GetSemanticModel(key));

    /// <summary>Can code that is not in this compilation refer to the symbol? What an application makes public is for itself.</summary>
    public bool IsSeenFromOutside(ISymbol symbol)
    {
        if (compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
            return false;
        for (var current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        return true;
    }

    /// <summary>The names by which the symbol is mentioned, as many as are looked at; its declarations left out.</summary>
    public IEnumerable<SyntaxNode> To(ISymbol symbol, CancellationToken cancellation) => MentionsOf(symbol, cancellation).OfType<SyntaxNode>();

    /// <summary>The operations that refer to the symbol: references, and calls of a method. In source order, of each file.</summary>
    public IReadOnlyList<IOperation> UsesOf(ISymbol symbol, CancellationToken cancellation) => [.. EachUseOf(symbol, cancellation)];

    /// <summary>The same, one after the other: who stops early has fewer places bound.</summary>
    public IEnumerable<IOperation> EachUseOf(ISymbol symbol, CancellationToken cancellation) =>
        uses.GetOrAdd(symbol.OriginalDefinition, key => new Search<IOperation>(Uses(key, Mentions.All, CancellationToken.None))).All(cancellation);

    /// <summary>Is the symbol written after its declaration, as far as is looked at?</summary>
    public bool IsWritten(ISymbol symbol, CancellationToken cancellation)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol is IFieldSymbol { IsConst: true })
            return false;
        return written.TryGetValue(symbol, out var known) ? known
            : written.GetOrAdd(symbol, Uses(symbol, Mentions.Writes, cancellation).Any(static use => use.IsWritten()));
    }

    /// <summary>
    /// The names by which the symbol is mentioned, its declarations left out. The last one is null where there are so many
    /// places to look at that not all were.
    /// </summary>
    public IEnumerable<SyntaxNode?> MentionsOf(ISymbol symbol, CancellationToken cancellation, Mentions wanted = Mentions.All) => wanted == Mentions.All
        ? mentions.GetOrAdd(symbol, key => new(EachMentionOf(key, Mentions.All, CancellationToken.None))).All(cancellation)
        : EachMentionOf(symbol, wanted, cancellation);

    /// <summary>The names that may mention the symbol, by their syntax: as many as are looked at, and one that says that there are more.</summary>
    public IEnumerable<SimpleNameSyntax> PlacesOf(ISymbol symbol, CancellationToken cancellation) =>
        places.GetOrAdd(symbol, key => new(PlacesOf(key, Mentions.All, CancellationToken.None).Take(MostPlaces + 1))).All(cancellation);

    private IEnumerable<SyntaxNode?> EachMentionOf(ISymbol symbol, Mentions wanted, CancellationToken cancellation)
    {
        var count = 0;
        var all = wanted == Mentions.All ? PlacesOf(symbol, cancellation) : PlacesOf(symbol, wanted, cancellation);
        if (wanted == Mentions.FewWrites && !Variables.IsReadOnly(symbol))
        {
            // Counted before the first is bound.
            List<SimpleNameSyntax> few = [.. all.Take(FewPlaces + 1)];
            if (few.Count > FewPlaces)
            {
                yield return null;
                yield break;
            }

            all = few;
        }

        foreach (var place in all)
        {
            if (++count > MostPlaces)
            {
                yield return null;
                yield break;
            }

            if (IsMention(place, symbol, cancellation))
                yield return place;
        }
    }

    /// <summary>The names that may mention the symbol: what the syntax says costs nothing; to bind a name may cost the body around it.</summary>
    private IEnumerable<SimpleNameSyntax> PlacesOf(ISymbol symbol, Mentions wanted, CancellationToken cancellation)
    {
        var name = symbol.Name;
        if (name.Length == 0)
            yield break;
        var scope = ScopeOf(symbol, wanted, cancellation)
            ?? words.Value.FilesThatMayHold(name, cancellation).Select(static tree => (tree, new TextSpan(0, tree.Length)));
        foreach (var (tree, span) in scope)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var place in tree.NamesIn(span, name, cancellation))
                if ((wanted == Mentions.All || place.MayBeWritten()) && MayMean(place, symbol, cancellation))
                    yield return place;
        }
    }

    private IEnumerable<IOperation> Uses(ISymbol symbol, Mentions wanted, CancellationToken cancellation)
    {
        foreach (var mention in MentionsOf(symbol, cancellation, wanted).OfType<SimpleNameSyntax>())
        {
            var expression = ExpressionOf(mention, symbol);
            if (ModelOf(expression.SyntaxTree).GetOperation(expression, cancellation) is { } operation
                && SymbolEqualityComparer.Default.Equals(Definition(SymbolOf(operation)), Definition(symbol)))
                yield return operation;
        }
    }

    /// <summary>Where the symbol can be named: its method or its type; null for the whole program.</summary>
    private IEnumerable<(SyntaxTree Tree, TextSpan Span)>? ScopeOf(ISymbol symbol, Mentions wanted, CancellationToken cancellation)
    {
        ISymbol? scope = symbol switch
        {
            // A parameter of a primary constructor is named in the whole type.
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } => constructor.ContainingType,
            ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => symbol.ContainingSymbol,
            { DeclaredAccessibility: Accessibility.Private } => symbol.ContainingType,
            _ when wanted is Mentions.Writes or Mentions.FewWrites && Variables.IsReadOnly(symbol) => symbol.ContainingType,
            _ when wanted == Mentions.WritesInType => symbol.ContainingType,
            _ => null,
        };
        while (scope is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } or INamedTypeSymbol { ContainingType: not null })
            scope = scope.ContainingSymbol;
        if (scope is not null && !scope.IsDeclaredIn(compilation))
            scope = scope.ContainingType; // A constructor that is not written down.
        return scope is not null && scope.IsDeclaredIn(compilation)
            ? scope.DeclaringSyntaxReferences.Select(part => (part.SyntaxTree, part.GetSyntax(cancellation).FullSpan))
            : null;
    }

    private static ExpressionSyntax ExpressionOf(SimpleNameSyntax name, ISymbol symbol) =>
        (symbol is IMethodSymbol ? name.Call() : null) ?? name.WithReceiver();

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod.ReducedFrom ?? call.TargetMethod,
        _ => null,
    };

    /// <summary>
    /// A name on its own is a member of the types around it, one in an initializer of the type that is created: false where none
    /// of them can have the symbol. True for what is static and may be imported, and where the receiver is not to be seen.
    /// </summary>
    private bool MayMean(SimpleNameSyntax mention, ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol is not INamespaceOrTypeSymbol && mention.IsType())
            return false;
        if (Variables.TypeOf(symbol).WithoutNullable() is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 } && mention.StandsWithText())
            return false;
        var model = ModelOf(mention.SyntaxTree);
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && !(mention.MayName(method) && MayTakeVariables(method, mention, model, cancellation)))
            return false;
        if (symbol is INamedTypeSymbol type && mention.StandsInMember())
            return TypeAt(mention, mention, model) is not { TypeKind: not TypeKind.Error } found || SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, type.OriginalDefinition);
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }))
            return true;
        if (symbol.IsStatic)
            return mention.Parent is not MemberAccessExpressionSyntax access || access.Name != mention || MayHave(access.Expression, symbol, model);

        // An extension block is used on any type; what inherits a type of a library may be of a library.
        if (symbol.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } owner && owner.IsDeclaredIn(compilation))
        {
            if (mention.CreatedType() is { } created)
                return MayBe(created, owner, mention, model);
            if (mention.Parent is MemberAccessExpressionSyntax { Expression: var receiver, Name: var member } && member == mention)
                return receiver switch
                {
                    IdentifierNameSyntax variable => MayBe(variable, type => MayBe(type, owner, variable, model), type => MayBe(type, owner), model, cancellation),
                    ThisExpressionSyntax => TypeAround(receiver, model, cancellation) is not { } around || around.IsOrInherits(owner),
                    BaseExpressionSyntax => TypeAround(receiver, model, cancellation) is not { } around || around.BaseType?.IsOrInherits(owner) != false,
                    _ => true,
                };
        }

        if (!mention.StandsAlone())
            return true;
        for (var node = mention.Parent; node is not null; node = node.Parent)
            if (node is TypeDeclarationSyntax declaration
                && (model.GetDeclaredSymbol(declaration, cancellation) is not { TypeKind: TypeKind.Class or TypeKind.Struct } around || around.IsOrInherits(symbol.ContainingType)))
                return true;
        return false;
    }

    /// <summary>The class or struct around what stands in it.</summary>
    private static INamedTypeSymbol? TypeAround(SyntaxNode place, SemanticModel model, CancellationToken cancellation) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && model.GetDeclaredSymbol(declaration, cancellation) is { TypeKind: TypeKind.Class or TypeKind.Struct } around
            ? around
            : null;

    /// <summary>Can the method take the variables that are passed? Only what implements an interface becomes one, and no operator makes one.</summary>
    private bool MayTakeVariables(IMethodSymbol method, SimpleNameSyntax mention, SemanticModel model, CancellationToken cancellation)
    {
        // The receiver of an extension may be among the arguments.
        if (method is { IsExtensionMethod: true } or { ContainingType.Name.Length: 0 } || mention.Call() is not { ArgumentList.Arguments: var arguments })
            return true;
        for (var i = 0; i < arguments.Count && i < method.Parameters.Length && arguments[i].NameColon is null; i++)
            if (method.Parameters[i] is { IsParams: false, Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } wanted } && arguments[i].Expression is IdentifierNameSyntax variable
                && !MayBe(variable, spelled => MayBecome(TypeAt(variable, spelled, model), wanted), type => MayBecome(type, wanted), model, cancellation))
                return false;
        return true;
    }

    private static bool MayBecome(ITypeSymbol? type, INamedTypeSymbol wanted) => type.WithoutNullable() is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } known
        || SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, wanted.OriginalDefinition)
        || known.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, wanted.OriginalDefinition));

    /// <summary>
    /// Can a variable of this name be of such a type? By the types that all variables of the name are declared with, here and in the
    /// types around, because to find out which of them is meant may cost the body. True where one is not spelled, or is no variable
    /// that is declared there; but a type that the program names is none.
    /// </summary>
    private bool MayBe(IdentifierNameSyntax variable, Func<TypeSyntax, bool> maySpell, Func<ITypeSymbol, bool> may, SemanticModel model, CancellationToken cancellation)
    {
        var isDeclared = false;
        foreach (var type in variable.DeclaredTypes(cancellation))
        {
            isDeclared = true;
            if (type is null || maySpell(type))
                return true;
        }

        foreach (var outer in variable.Ancestors())
        {
            if (outer is not TypeDeclarationSyntax declaration)
                continue;
            for (var around = model.GetDeclaredSymbol(declaration, cancellation); around is not null; around = around.BaseType)
            {
                foreach (var other in around.GetMembers(variable.Identifier.ValueText))
                {
                    isDeclared = true;
                    if (Variables.TypeOf(other) is not { } type || may(type))
                        return true;
                }
            }
        }

        return !isDeclared && (!names.MayBeType(variable) || names.MayImportMembers(variable));
    }

    /// <summary>Can what is spelled so be the type, or one that inherits it? What the program does not name is none of its types.</summary>
    private bool MayBe(TypeSyntax spelled, INamedTypeSymbol owner, SyntaxNode place, SemanticModel model)
    {
        var type = spelled is NullableTypeSyntax { ElementType: var element } ? element : spelled;
        if (type.LastName() is not { } name)
            return type is not (PredefinedTypeSyntax or ArrayTypeSyntax or TupleTypeSyntax);
        return names.MayBeType(name)
            ? TypeAt(place, type, model) is not { } known || MayBe(known, owner) || (known.TypeKind == TypeKind.Error && type.MayBeTypeParameter())
            : type.MayBeTypeParameter();
    }

    private static bool MayBe(ITypeSymbol type, INamedTypeSymbol owner) => type switch
    {
        // A type that does not exist is none of this program.
        IErrorTypeSymbol { CandidateSymbols.IsEmpty: true } or IArrayTypeSymbol => false,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known => known.IsOrInherits(owner),
        INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Enum or TypeKind.Delegate } => false,
        _ => true,
    };

    /// <summary>What the type means at the member around the place, because in a lambda it is known when all around it is bound.</summary>
    private static ITypeSymbol? TypeAt(SyntaxNode place, TypeSyntax type, SemanticModel model) =>
        model.GetSpeculativeTypeInfo(place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.SpanStart ?? 0, type, SpeculativeBindingOption.BindAsTypeOrNamespace).Type;

    /// <summary>
    /// Can the static member be one of what is named before it? That is its type, or one that inherits it: not what is no type.
    /// An extension, whatever its form, is called on values.
    /// </summary>
    private bool MayHave(ExpressionSyntax receiver, ISymbol member, SemanticModel model)
    {
        if (member is IMethodSymbol { IsExtensionMethod: true } || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } owner
            || !owner.IsDeclaredIn(compilation)) // What inherits it may be of a library.
            return true;
        var first = receiver.FirstName();
        if (first is not SimpleNameSyntax name)
            return first is not null;
        if (receiver is MemberAccessExpressionSyntax { Name: var last })
            return names.MayBeType(name) && (last.Identifier.ValueText == owner.Name || names.MayBeType(last));
        return name.Identifier.ValueText == owner.Name
            || (names.MayBeType(name) && TypeAt(receiver, name, model) is INamedTypeSymbol type && type.IsOrInherits(owner));
    }

    private bool IsMention(SimpleNameSyntax mention, ISymbol symbol, CancellationToken cancellation)
    {
        // Of a call the compiler knows what it means; for a name alone it would look for every extension method.
        var expression = symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } ? ExpressionOf(mention, symbol) : mention;
        var info = ModelOf(mention.SyntaxTree).GetSymbolInfo(expression, cancellation);
        return Is(info.Symbol) || info.CandidateSymbols.Any(Is);

        bool Is(ISymbol? found) =>
            SymbolEqualityComparer.Default.Equals(Definition(found), Definition(symbol))
            || (symbol is INamedTypeSymbol && found is IMethodSymbol { MethodKind: MethodKind.Constructor }
                && SymbolEqualityComparer.Default.Equals(found.ContainingType.OriginalDefinition, symbol));
    }

    private static ISymbol? Definition(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol method)
            symbol = method.ReducedFrom ?? method;
        return symbol?.OriginalDefinition is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : symbol?.OriginalDefinition;
    }
}
