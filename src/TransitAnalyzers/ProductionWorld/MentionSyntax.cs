using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>What can be said of a name without binding it.</summary>
internal static class MentionSyntax
{
    /// <summary>
    /// Where the code says this name. Found in the text, because to go through the tree would make all of its nodes; what stands
    /// in comments and literals is left out.
    /// </summary>
    public static IEnumerable<SimpleNameSyntax> NamesIn(this SyntaxTree tree, TextSpan span, string name, CancellationToken cancellation)
    {
        foreach (var token in tree.TokensIn(span, name, cancellation))
            if (token.Parent is SimpleNameSyntax place)
                yield return place;
    }

    /// <summary>Where the code of the file creates an object without spelling its type: <c>new(…)</c>.</summary>
    public static IEnumerable<ImplicitObjectCreationExpressionSyntax> ImplicitCreations(this SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var token in tree.TokensIn(new TextSpan(0, tree.Length), "new", cancellation))
            if (token.Parent is ImplicitObjectCreationExpressionSyntax creation)
                yield return creation;
    }

    private static IEnumerable<SyntaxToken> TokensIn(this SyntaxTree tree, TextSpan span, string name, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString(span);
        var root = tree.GetRoot(cancellation);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (Word.IsAt(text, at, name.Length)
                && root.FindToken(span.Start + at) is var token
                && (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.NewKeyword)) && token.Span.Contains(span.Start + at))
                yield return token;
        }
    }

    /// <summary>The same, in the whole file.</summary>
    public static IEnumerable<SimpleNameSyntax> NamesIn(this SyntaxTree tree, string name, CancellationToken cancellation) =>
        tree.NamesIn(new TextSpan(0, tree.Length), name, cancellation);

    /// <summary>The expression that says the name: <c>a.Name</c>, <c>.Name</c> of <c>a?.Name</c>, <c>A.Name</c> behind <c>is</c>, the name itself.</summary>
    public static ExpressionSyntax WithReceiver(this SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        _ => name,
    };

    /// <summary>The call of the method that the name says; null where it is not called.</summary>
    public static InvocationExpressionSyntax? Call(this SimpleNameSyntax name)
    {
        var expression = name.WithReceiver();
        return expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : null;
    }

    /// <summary>
    /// Can a method stand here, and do the type arguments and the arguments fit it? Names such as <c>Configure</c> are called all
    /// over a program, and to find out which is meant costs all that is around the call.
    /// </summary>
    public static bool MayName(this SimpleNameSyntax name, IMethodSymbol method)
    {
        if (method.ContainingType is { Name.Length: 0 })
            return true; // Of an extension block, whose parameters count as well.
        if (name is GenericNameSyntax { Arity: var arity } && arity != method.Arity)
            return false;
        if (name.Call() is not { ArgumentList.Arguments: var arguments })
            return !name.HasMembers();
        var parameters = method.Parameters;
        var isOpen = parameters.Length > 0 && parameters[parameters.Length - 1].IsParams;
        var needed = method.IsExtensionMethod ? -1 : 0; // One may go before the name.
        foreach (var parameter in parameters)
            if (!parameter.IsOptional && !parameter.IsParams)
                needed++;
        return arguments.Count >= needed && (isOpen || arguments.Count <= parameters.Length) && (method.IsExtensionMethod || MayTake(parameters, arguments));
    }

    /// <summary>Are members or elements of what is named asked for, or is it the type of a test? Of methods there are none.</summary>
    private static bool HasMembers(this SimpleNameSyntax name)
    {
        var expression = name.WithReceiver();
        return expression.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            ElementAccessExpressionSyntax or QualifiedNameSyntax => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression } test => test.Right == expression,
            _ => false,
        };
    }

    /// <summary>A lambda is of no interface, but of those that delegates implement.</summary>
    private static bool MayTake(ImmutableArray<IParameterSymbol> parameters, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        for (var i = 0; i < arguments.Count && i < parameters.Length && arguments[i].NameColon is null; i++)
            if (arguments[i].Expression is AnonymousFunctionExpressionSyntax && parameters[i] is { IsParams: false, Type: { TypeKind: TypeKind.Interface, ContainingNamespace: var space } } && !space.IsOfSystem())
                return false;
        return true;
    }

    /// <summary>Does the call pass so few arguments that none is the parameter's?</summary>
    public static bool LeavesOut(this InvocationExpressionSyntax call, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { IsExtensionMethod: false } || parameter.IsParams)
            return false;
        foreach (var argument in call.ArgumentList.Arguments)
            if (argument.NameColon is not null)
                return false;
        return call.ArgumentList.Arguments.Count <= parameter.Ordinal;
    }

    /// <summary>The first of the names that a type may be spelled with; null where the expression is none.</summary>
    public static TypeSyntax? FirstName(this ExpressionSyntax expression)
    {
        while (expression is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access)
            expression = access.Expression;
        return expression as TypeSyntax;
    }

    /// <summary>The name of the type itself, without those it stands in; null for what is spelled without one, such as an array.</summary>
    public static SimpleNameSyntax? LastName(this TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Right: var last } => last,
        AliasQualifiedNameSyntax { Name: var last } => last,
        _ => type as SimpleNameSyntax,
    };

    /// <summary>Can only a type or namespace be named here? What <c>is</c> and patterns compare with may be a constant.</summary>
    public static bool IsType(this SimpleNameSyntax name)
    {
        NameSyntax whole = name;
        while (whole.Parent is NameSyntax outer)
            whole = outer;
        return whole.Parent is not (BinaryExpressionSyntax or PatternSyntax or SwitchLabelSyntax) && SyntaxFacts.IsInNamespaceOrTypeContext(name);
    }

    /// <summary>Is this compared with a text, or given one? Then it is of a type that holds texts.</summary>
    public static bool StandsWithText(this SimpleNameSyntax name)
    {
        var expression = name.WithReceiver();
        return expression.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                IsText(comparison.Left == expression ? comparison.Right : comparison.Left),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } => IsText(constant.Expression),
            AssignmentExpressionSyntax assignment when assignment.Left == expression => IsText(assignment.Right),
            _ => false,
        };

        static bool IsText(ExpressionSyntax value) => value.IsKind(SyntaxKind.StringLiteralExpression) || value.IsKind(SyntaxKind.InterpolatedStringExpression);
    }

    /// <summary>Is this no member of something that is named before it, created, matched or copied around it?</summary>
    public static bool StandsAlone(this SimpleNameSyntax name)
    {
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } given when given.Left == name:
            case MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax:
                return false;
        }

        // { Outer.Inner: … }
        for (var node = name.Parent; node is ExpressionSyntax or BaseExpressionColonSyntax; node = node.Parent)
            if (node is ExpressionColonSyntax)
                return false;
        return true;
    }

    /// <summary>Is this a name without another before or behind it, inside of a member and not in the head of a type, whose own types it may mean?</summary>
    public static bool StandsInMember(this SimpleNameSyntax name) =>
        name.Parent is not (MemberAccessExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberBindingExpressionSyntax)
        && name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not (null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax);

    /// <summary>
    /// The types with which variables of this name are declared in the member around it, or with its type; null for one whose type
    /// is not spelled.
    /// </summary>
    public static IEnumerable<TypeSyntax?> DeclaredTypes(this IdentifierNameSyntax variable, CancellationToken cancellation)
    {
        var name = variable.Identifier.ValueText;
        SyntaxNode? member = variable.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is GlobalStatementSyntax)
            member = member.Parent;
        if (member is not null)
            foreach (var token in variable.SyntaxTree.TokensIn(member.Span, name, cancellation))
                if (token.Parent is not (SimpleNameSyntax or TupleElementSyntax))
                    yield return DeclaredType(token.Parent);
        foreach (var outer in variable.Ancestors())
            if (outer is TypeDeclarationSyntax declaration)
                foreach (var parameter in ParametersOf(declaration))
                    if (parameter.Identifier.ValueText == name)
                        yield return parameter.Type;
    }

    /// <summary>The parameters of a primary constructor. The Roslyn that this is compiled against knows them of records only.</summary>
    private static SeparatedSyntaxList<ParameterSyntax> ParametersOf(TypeDeclarationSyntax declaration)
    {
        foreach (var child in declaration.ChildNodes())
        {
            if (child is ParameterListSyntax list)
                return list.Parameters;
            if (child is MemberDeclarationSyntax)
                break;
        }

        return default;
    }

    private static TypeSyntax? DeclaredType(SyntaxNode? declaration)
    {
        var type = declaration switch
        {
            ParameterSyntax parameter => parameter.Type,
            ForEachStatementSyntax loop => loop.Type,
            CatchDeclarationSyntax caught => caught.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax expression } => expression.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } => pattern.Type,
            SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax pattern } => pattern.Type,
            _ => null,
        };
        return type is not { IsVar: true } ? type : (declaration as VariableDeclaratorSyntax)?.Initializer?.Value switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            CastExpressionSyntax cast => cast.Type,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax other } => other,
            _ => null,
        };
    }

    /// <summary>The type of the object to which the name gives a value in its initializer, where it is spelled.</summary>
    public static TypeSyntax? CreatedType(this SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax creation } } given && given.Left == name
            ? creation.Type
            : null;

    /// <summary>Does a method or type around it declare a type parameter of its name?</summary>
    public static bool MayBeTypeParameter(this TypeSyntax type)
    {
        if (type is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return false;
        foreach (var outer in type.Ancestors())
        {
            var parameters = outer switch
            {
                MethodDeclarationSyntax method => method.TypeParameterList,
                LocalFunctionStatementSyntax function => function.TypeParameterList,
                TypeDeclarationSyntax declaration => declaration.TypeParameterList,
                _ => null,
            };
            if (parameters?.Parameters.Any(parameter => parameter.Identifier.ValueText == name) == true)
                return true;
        }

        return false;
    }

    /// <summary>Can what is named get a value here, of which ever kind: assigned, by reference, in a deconstruction?</summary>
    public static bool MayBeWritten(this SimpleNameSyntax name)
    {
        ExpressionSyntax expression = name.WithReceiver();
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = (ExpressionSyntax)expression.Parent;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax or RefExpressionSyntax or NameEqualsSyntax => true,
            // An extension method may take its receiver by reference.
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
            _ => false,
        };
    }
}
