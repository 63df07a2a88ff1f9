using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.CodeFixes.Settings;

/// <summary>The expression to write in the place of an insecure value.</summary>
internal static class SecureValues
{
    public static (ExpressionSyntax Expression, string Text)? For(SettingFinding setting, ExpressionSyntax value, Finding finding)
    {
        var remedy = setting.Row.Remedy;
        if (remedy.Constant is { } constant)
            return Literal(constant) is { } literal ? (literal, literal.ToString()) : null;
        if (remedy.Code is { } code)
            return (Parse(code), code.Replace("global::", ""));
        if (remedy.Word is { } word && value is LiteralExpressionSyntax { Token.Value: string text })
        {
            var rest = string.Join(" ", text.Split(' ').Where(part => part != word));
            return (Literal(rest)!, $"\"{rest}\"");
        }

        if (remedy.Member is not { } member)
            return null;
        if (WithoutFlags(value, setting.Row.When, finding.Model) is { } kept)
            return (kept, kept.ToString());
        return TypeOf(setting) is { } type && type.GetMembers(member).Any(symbol => symbol.IsStatic)
            ? (Member(value, type, member, finding.Model), $"{type.Name}.{member}")
            : null;
    }

    /// <summary>A fully qualified expression, every name of which is shortened to what the place allows.</summary>
    public static ExpressionSyntax Parse(string code)
    {
        var expression = SyntaxFactory.ParseExpression(code);
        return expression.ReplaceNodes(
            expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(),
            static (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    /// <summary>The same call of another method, without arguments.</summary>
    public static InvocationExpressionSyntax CallInstead(InvocationExpressionSyntax call, string method)
    {
        var name = SyntaxFactory.IdentifierName(method);
        return call
            .WithExpression(call.Expression is MemberAccessExpressionSyntax access ? access.WithName(name.WithTriviaFrom(access.Name)) : name.WithTriviaFrom(call.Expression))
            .WithArgumentList(SyntaxFactory.ArgumentList().WithTriviaFrom(call.ArgumentList));
    }

    /// <summary>The call with a lambda that does this too, after what it does; null where the call is not given a lambda that is written there.</summary>
    public static InvocationExpressionSyntax? Configuring(InvocationExpressionSyntax call, string inLambda)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0)
        {
            var only = SyntaxFactory.SimpleLambdaExpression(SyntaxFactory.Parameter(SyntaxFactory.Identifier("ssl")), (ExpressionSyntax)Called("ssl"))
                .NormalizeWhitespace();
            return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(only))));
        }

        if (arguments.Count != 1 || arguments[0].Expression is not LambdaExpressionSyntax lambda
            || (lambda switch
            {
                SimpleLambdaExpressionSyntax simple => simple.Parameter,
                ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0],
                _ => null,
            })?.Identifier is not { } identifier || identifier.ValueText == "_")
            return null;
        var added = SyntaxFactory.ExpressionStatement(Called(identifier.Text)).WithAdditionalAnnotations(Formatter.Annotation);
        var block = lambda.Block is { } body
            ? body.AddStatements(added)
            : SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(lambda.ExpressionBody!.WithoutTrivia()), added)
                .WithTrailingTrivia(lambda.Body.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        return call.ReplaceNode(lambda, lambda.WithBody(block));

        ExpressionSyntax Called(string name) => Parse(name + "." + inLambda);
    }

    private static LiteralExpressionSyntax? Literal(object constant) => constant switch
    {
        bool flag => SyntaxFactory.LiteralExpression(flag ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression),
        string text => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)),
        int number => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number)),
        _ => null,
    };

    private static INamedTypeSymbol? TypeOf(SettingFinding setting)
    {
        var type = SettingValues.WithoutConversions(setting.Value!).Type;
        if (type is not { TypeKind: TypeKind.Enum } && setting.Value!.Type is { } target)
            type = target;
        return type.WithoutNullable() as INamedTypeSymbol;
    }

    /// <summary>The member, spelled with the user's own qualifier where the value has one of the same type.</summary>
    private static ExpressionSyntax Member(ExpressionSyntax value, INamedTypeSymbol type, string member, SemanticModel model)
    {
        var name = SyntaxFactory.IdentifierName(member);
        if (value is MemberAccessExpressionSyntax access
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(access.Expression).Symbol, type))
            return access.WithName(name.WithTriviaFrom(access.Name));
        return Parse(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + member);
    }

    /// <summary>What is left of <c>A | B</c> without the insecure flags; null where nothing is or the value is not of that form.</summary>
    private static ExpressionSyntax? WithoutFlags(ExpressionSyntax value, Insecure insecure, SemanticModel model)
    {
        if (value is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression })
            return null;
        var kept = Kept(value);
        return kept is null || kept == value ? null : kept;

        ExpressionSyntax? Kept(ExpressionSyntax part)
        {
            if (part is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } or)
            {
                var left = Kept(or.Left);
                var right = Kept(or.Right);
                return left is null ? right : right is null ? left.WithoutTrailingTrivia() : or.WithLeft(left).WithRight(right);
            }

            return model.GetSymbolInfo(part).Symbol is IFieldSymbol field && !insecure.Names.Contains(field.Name) ? part : null;
        }
    }
}
