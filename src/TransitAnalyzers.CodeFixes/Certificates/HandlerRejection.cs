using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has callbacks reject that return nothing: they set a member of their argument, call a method of it, or throw.</summary>
internal static class HandlerRejection
{
    private const string Unvalidated =
        "throw new System.Security.Authentication.AuthenticationException(\"The certificate is not validated: check its chain and its name here.\");";

    /// <summary><c>callback.Continue(true)</c> becomes false, and so does what is returned.</summary>
    public static Action<DocumentEditor> OfCalls(SyntaxNode function, string called) => editor => editor.ReplaceNode(function, (current, _) =>
    {
        var literals = current.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.TrueLiteralExpression)
            && (literal.Parent is ReturnStatementSyntax
                || literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && call.Expression.ToString().EndsWith(called, StringComparison.Ordinal)));
        return current.ReplaceNodes(literals, static (_, literal) => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal));
    });

    /// <summary>
    /// <c>e.Accept = true</c> becomes <c>e.Accept = e.PolicyErrors == SslPolicyErrors.None</c>, the member that rejects, or, where
    /// there are no errors to ask, a comparison with a fingerprint that is to be filled in: until it is, nobody is trusted.
    /// </summary>
    public static Action<DocumentEditor>? OfMember(CallbackFinding callback, Finding finding, ITypeSymbol? errors)
    {
        var row = callback.Shape.Row!;
        if (Callback.At(finding) is not { } function || function.IndexOf(parameter => Member(parameter.Type, row.Decision!) is not null) is not (>= 0 and var index))
            return null;
        // What another method decides is not mended here.
        if (!row.AcceptsByDefault && !Decisions(finding.Node, row).Any())
            return null;
        var type = function.Parameters[index].Type;
        return editor => editor.ReplaceNode(finding.Node, (current, generator) =>
        {
            var (named, name) = function.Named(current, index, "e", generator);
            if (Answers.BodyOf(named) is not { } body)
                return current;
            var decisions = Decisions(named, row).ToArray();
            var isDecided = decisions.Any(assignment => assignment == body || assignment.Parent?.Parent == body);
            var mended = named.ReplaceNodes(
                decisions.Select(static assignment => assignment.Right),
                (original, _) => row.Accepting is null
                    ? Answers.Combined(original, Condition(name, generator), body, Kept.Of(callback)).WithTriviaFrom(original)
                    : Rejecting(original));
            return row.AcceptsByDefault && !isDecided
                ? WithFirst(mended, SyntaxFactory.ParseStatement($"{name}.{row.Decision} = {Condition(name, generator)};"))
                : mended;
        });

        ExpressionSyntax Condition(string name, SyntaxGenerator generator)
        {
            if (errors is not null && Errors(type) is { } member)
                return Rejection.IsNone((ExpressionSyntax)generator.MemberAccessExpression(SyntaxFactory.IdentifierName(name), member.Name), errors, generator);
            return Pinned(type, row, name) ?? SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        }
    }

    /// <summary>Where the function sets the member that decides to anything but a refusal.</summary>
    private static IEnumerable<AssignmentExpressionSyntax> Decisions(SyntaxNode function, CallbackRow row) => function.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } && (member == row.Decision || member == row.AlsoDecides)
            && !assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression));

    /// <summary>A comparison with a fingerprint that nobody has until it is filled in; null where the argument tells none.</summary>
    public static ExpressionSyntax? Pinned(ITypeSymbol type, CallbackRow row, string name) => row.Fingerprint is { } fingerprint && Member(type, fingerprint) is not null
        ? SyntaxFactory.ParseExpression($"{name}.{fingerprint} == \"(the one that is trusted)\"")
        : null;

    /// <summary>A validator that never throws asks the one that does; where there is none it throws itself, until it validates.</summary>
    public static Action<DocumentEditor>? OfThrowing(Finding finding)
    {
        if (finding.Node is not MethodDeclarationSyntax { ParameterList.Parameters: { Count: 1 } parameters } declaration
            || finding.Model.GetDeclaredSymbol(declaration, finding.Cancellation) is not { } method)
            return null;
        for (var type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers("ChainTrust").Any(static member => member.IsStatic))
                continue;
            var validator = type;
            return editor => editor.ReplaceNode(declaration, (current, generator) => WithFirst(current, (StatementSyntax)generator.ExpressionStatement(generator.InvocationExpression(
                generator.MemberAccessExpression(
                    generator.MemberAccessExpression(generator.TypeExpression(validator).WithAdditionalAnnotations(Simplifier.Annotation), "ChainTrust"), "Validate"),
                SyntaxFactory.IdentifierName(parameters[0].Identifier.Text)))));
        }

        return editor => editor.ReplaceNode(declaration, static (current, _) =>
        {
            var blocked = WithBlock((MethodDeclarationSyntax)current);
            var returns = blocked.Body!.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>();
            blocked = blocked.ReplaceNodes(returns, static (_, statement) => Refusal().WithTriviaFrom(statement));
            return blocked.WithBody(blocked.Body!.AddStatements(Refusal()));
        });
    }

    private static StatementSyntax Refusal()
    {
        var statement = SyntaxFactory.ParseStatement(Unvalidated);
        return statement.ReplaceNodes(statement.DescendantNodes().OfType<QualifiedNameSyntax>().Take(1), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxNode WithFirst(SyntaxNode function, StatementSyntax statement)
    {
        statement = statement.WithAdditionalAnnotations(Formatter.Annotation);
        switch (function)
        {
            case MethodDeclarationSyntax method:
                var blocked = WithBlock(method);
                return blocked.WithBody(Begun(blocked.Body!, statement));
            case LocalFunctionStatementSyntax { Body: { } body } local:
                return local.WithBody(Begun(body, statement));
            case LocalFunctionStatementSyntax { ExpressionBody: { } arrow } local:
                return local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, local.GetTrailingTrivia(), statement));
            case AnonymousFunctionExpressionSyntax { Block: { } block } lambda:
                return lambda.ReplaceNode(block, Begun(block, statement));
            case LambdaExpressionSyntax { ExpressionBody: { } expression } lambda:
                return lambda.WithBody(Block(expression, expression.GetTrailingTrivia(), statement));
            default:
                return function;
        }
    }

    /// <summary>On a line of its own, where the next statement stands on one.</summary>
    private static BlockSyntax Begun(BlockSyntax block, StatementSyntax statement) => block.WithStatements(block.Statements.Insert(
        0, statement.WithTrailingTrivia(block.OpenBraceToken.TrailingTrivia.Where(static piece => piece.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.ElasticSpace))));

    private static MethodDeclarationSyntax WithBlock(MethodDeclarationSyntax method) => method.ExpressionBody is { } arrow
        ? method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, method.GetTrailingTrivia()))
        : method;

    private static BlockSyntax Block(ExpressionSyntax last, SyntaxTriviaList trailing, params StatementSyntax[] first) => SyntaxFactory
        .Block(first.Append(SyntaxFactory.ExpressionStatement(last.WithoutTrivia())))
        .WithTrailingTrivia(trailing)
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static ExpressionSyntax Rejecting(ExpressionSyntax accepting) => accepting is MemberAccessExpressionSyntax access
        ? access.WithName(SyntaxFactory.IdentifierName("Cancel").WithTriviaFrom(access.Name))
        : accepting;

    private static ISymbol? Errors(ITypeSymbol type) =>
        type.GetMembers().FirstOrDefault(static candidate => candidate is IPropertySymbol { Type: var found } && CertificateFacts.IsErrors(found));

    private static ISymbol? Member(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (type.GetMembers(name).FirstOrDefault() is { } member)
                return member;
        return null;
    }
}
