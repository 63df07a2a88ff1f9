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
        var text = tree.GetText(cancellation).ToString(span);
        var root = tree.GetRoot(cancellation);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (Word.IsAt(text, at, name.Length)
                && root.FindToken(span.Start + at) is { Parent: SimpleNameSyntax place } token
                && token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(span.Start + at))
                yield return place;
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
    /// Do the type arguments and the number of arguments fit the method? Names such as <c>Configure</c> are called all over a
    /// program, and to find out which is meant costs all that is around the call.
    /// </summary>
    public static bool MayName(this SimpleNameSyntax name, IMethodSymbol method)
    {
        if (method.ContainingType is { Name.Length: 0 })
            return true; // Of an extension block, whose parameters count as well.
        if (name is GenericNameSyntax { Arity: var arity } && arity != method.Arity)
            return false;
        if (name.Call() is not { ArgumentList.Arguments.Count: var count })
            return true;
        var parameters = method.Parameters;
        var isOpen = parameters.Length > 0 && parameters[parameters.Length - 1].IsParams;
        var needed = method.IsExtensionMethod ? -1 : 0; // One may go before the name.
        foreach (var parameter in parameters)
            if (!parameter.IsOptional && !parameter.IsParams)
                needed++;
        return count >= needed && (isOpen || count <= parameters.Length);
    }

    /// <summary>The first of the names that a type may be spelled with; null where the expression is none.</summary>
    public static TypeSyntax? FirstName(this ExpressionSyntax expression)
    {
        while (expression is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access)
            expression = access.Expression;
        return expression as TypeSyntax;
    }

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

    /// <summary>The type of the object to which the name gives a value in its initializer, where it is spelled.</summary>
    public static TypeSyntax? CreatedType(this SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax creation } } given && given.Left == name
            ? creation.Type
            : null;

    /// <summary>Does a method around the type declare a type parameter of its name?</summary>
    public static bool MayBeTypeParameter(this TypeSyntax type)
    {
        if (type is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return false;
        foreach (var outer in type.Ancestors())
        {
            var parameters = (outer as MethodDeclarationSyntax)?.TypeParameterList ?? (outer as LocalFunctionStatementSyntax)?.TypeParameterList;
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
