using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Has a callback accept only when there are no errors. What it does beside deciding, it goes on doing.</summary>
internal static class Rejection
{
    private static readonly string[] Proofs =
    [
        "Build", "Verify", "Thumbprint", "RawData", "GetCertHash", "GetCertHashString", "GetPublicKey", "GetPublicKeyString", "GetRawCertData", "GetRawCertDataString",
        "PublicKey", "ChainElements", "SequenceEqual", "FixedTimeEquals",
    ];

    public static Action<DocumentEditor>? Of(CallbackFinding callback, Finding finding, ExpressionSyntax? expression)
    {
        var errors = finding.Model.Compilation.GetTypesByMetadataName("System.Net.Security.SslPolicyErrors").FirstOrDefault();
        switch (callback.Shape)
        {
            case { Acceptance: Acceptance.Calls, Row.Decision: { } called }:
                return OfCalls(finding.Node, called);
            case { Acceptance: Acceptance.SetsMember }:
                return errors is null ? null : OfHandler(callback, finding, errors);
            case { Acceptance: Acceptance.Returns }:
                return OfThrowing(finding);
        }

        if (finding.Node is MethodDeclarationSyntax { Identifier.ValueText: "CheckValidationResult" } policy && policy.ParameterList.Parameters.LastOrDefault() is { } problem)
        {
            return OfReturns(policy, static (node, generator) => generator.ValueEqualsExpression(
                SyntaxFactory.IdentifierName(((MethodDeclarationSyntax)node).ParameterList.Parameters.Last().Identifier.WithoutTrivia()), generator.LiteralExpression(0)));
        }

        if (errors is null || !callback.Shape.HasErrors)
            return null;
        return finding.Node switch
        {
            AnonymousFunctionExpressionSyntax lambda => OfLambda(lambda, errors, finding),
            MethodDeclarationSyntax method => OfReturns(method, (node, generator) => IsNone(NameOfErrors(((MethodDeclarationSyntax)node).ParameterList), errors, generator)),
            LocalFunctionStatementSyntax local => OfReturns(local, (node, generator) => IsNone(NameOfErrors(((LocalFunctionStatementSyntax)node).ParameterList), errors, generator)),
            _ => expression is null ? null : OfReadyMade(expression, errors, finding),
        };
    }

    private static BinaryExpressionSyntax? IsNone(string? name, ITypeSymbol errors, SyntaxGenerator generator) =>
        name is null ? null : IsNone(SyntaxFactory.IdentifierName(name), errors, generator);

    private static BinaryExpressionSyntax IsNone(ExpressionSyntax asked, ITypeSymbol errors, SyntaxGenerator generator)
    {
        var type = (ExpressionSyntax)generator.TypeExpression(errors).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        var none = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName("None"))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression,
            asked,
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            none);
    }

    private static string? NameOfErrors(ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
            if (parameter.Type is { } type && type.ToString().EndsWith("SslPolicyErrors", StringComparison.Ordinal))
                return parameter.Identifier.Text;
        return null;
    }

    private static Action<DocumentEditor>? OfLambda(AnonymousFunctionExpressionSyntax lambda, ITypeSymbol errors, Finding finding)
    {
        if (finding.Model.GetSymbolInfo(lambda, finding.Cancellation).Symbol is not IMethodSymbol symbol)
            return null;
        var index = symbol.Parameters.IndexOf(symbol.Parameters.FirstOrDefault(static parameter => CertificateFacts.IsErrors(parameter.Type))!);
        var invoke = (finding.Model.GetTypeInfo(lambda, finding.Cancellation).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod;
        if (lambda is AnonymousMethodExpressionSyntax { ParameterList: null })
            index = invoke?.Parameters.IndexOf(invoke.Parameters.FirstOrDefault(static parameter => CertificateFacts.IsErrors(parameter.Type))!) ?? -1;
        if (index < 0)
            return OfContext(lambda, symbol, errors);
        var taken = new HashSet<string>(finding.Model.LookupSymbols(lambda.SpanStart).Where(static found => found is ILocalSymbol or IParameterSymbol).Select(static found => found.Name), StringComparer.Ordinal);
        return editor => editor.ReplaceNode(lambda, (current, generator) =>
        {
            var (named, name) = WithErrors((AnonymousFunctionExpressionSyntax)current, index, invoke, taken, generator);
            return WithReturns(named, IsNone(name, errors, generator)!, generator);
        });
    }

    /// <summary>The errors stand in a property of the argument.</summary>
    private static Action<DocumentEditor>? OfContext(AnonymousFunctionExpressionSyntax lambda, IMethodSymbol symbol, ITypeSymbol errors)
    {
        foreach (var parameter in symbol.Parameters)
            foreach (var member in parameter.Type.GetMembers())
                if (member is IPropertySymbol { Type: var type } && CertificateFacts.IsErrors(type) && parameter.Name.Trim('_').Length > 0)
                    return editor => editor.ReplaceNode(lambda, (current, generator) => WithReturns(
                        (AnonymousFunctionExpressionSyntax)current,
                        IsNone((ExpressionSyntax)generator.MemberAccessExpression(SyntaxFactory.IdentifierName(parameter.Name), member.Name), errors, generator),
                        generator));
        return null;
    }

    /// <summary>The lambda with a parameter that can be named, and its name. Discards and missing lists get names that C# 7.3 takes.</summary>
    private static (AnonymousFunctionExpressionSyntax Lambda, string Name) WithErrors(
        AnonymousFunctionExpressionSyntax lambda, int index, IMethodSymbol? invoke, HashSet<string> taken, SyntaxGenerator generator)
    {
        var fresh = "errors";
        for (var i = 1; taken.Contains(fresh) && i < 100; i++)
            fresh = "errors" + i;
        switch (lambda)
        {
            case SimpleLambdaExpressionSyntax simple when simple.Parameter.Identifier.ValueText.Trim('_').Length == 0:
                return (simple.WithParameter(Named(simple.Parameter, fresh)), fresh);
            case SimpleLambdaExpressionSyntax simple:
                return (simple, simple.Parameter.Identifier.Text);
            case ParenthesizedLambdaExpressionSyntax { ParameterList: var list } parenthesized:
                var name = Usable(list.Parameters[index], fresh);
                return (parenthesized.WithParameterList(Named(list, index, name)), name);
            case AnonymousMethodExpressionSyntax { ParameterList: { } list } method:
                var own = Usable(list.Parameters[index], fresh);
                return (method.WithParameterList(Named(list, index, own)), own);
            case AnonymousMethodExpressionSyntax method when invoke is not null:
                var names = new[] { "sender", "certificate", "chain" };
                var parameters = invoke.Parameters.Select((parameter, i) => SyntaxFactory.Parameter(SyntaxFactory.Identifier(i == index ? fresh : Free(Name(parameter, i), taken)))
                    .WithType(((TypeSyntax)generator.TypeExpression(parameter.Type)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space)));
                var separators = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), invoke.Parameters.Length - 1);
                var added = SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters, separators)).WithTrailingTrivia(method.DelegateKeyword.TrailingTrivia);
                return (method.WithDelegateKeyword(method.DelegateKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithParameterList(added), fresh);
            default:
                return (lambda, fresh);
        }

        static string Name(IParameterSymbol parameter, int i) =>
            CertificateFacts.IsCertificate(parameter.Type) ? "certificate" : CertificateFacts.IsChain(parameter.Type) ? "chain" : i == 0 ? "sender" : parameter.Name;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 1; taken.Contains(free) && i < 100; i++)
            free = name + i;
        return free;
    }

    private static string Usable(ParameterSyntax parameter, string fresh) =>
        parameter.Identifier.ValueText.Trim('_').Length == 0 ? fresh : parameter.Identifier.Text;

    private static ParameterListSyntax Named(ParameterListSyntax list, int index, string name) =>
        list.ReplaceNode(list.Parameters[index], Named(list.Parameters[index], name));

    private static ParameterSyntax Named(ParameterSyntax parameter, string name) =>
        parameter.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(parameter.Identifier));

    private static Action<DocumentEditor>? OfReadyMade(ExpressionSyntax expression, ITypeSymbol errors, Finding finding)
    {
        if ((finding.Model.GetTypeInfo(expression, finding.Cancellation).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod is not { } invoke
            || invoke.Parameters.All(static parameter => !CertificateFacts.IsErrors(parameter.Type)))
            return null;
        var names = invoke.Parameters.Select(static (parameter, i) =>
            CertificateFacts.IsErrors(parameter.Type) ? "errors" : CertificateFacts.IsCertificate(parameter.Type) ? "certificate" : CertificateFacts.IsChain(parameter.Type) ? "chain"
            : parameter.Type.Name == "HttpRequestMessage" ? "message" : "sender");
        return editor => editor.ReplaceNode(expression, (current, generator) =>
            ((ExpressionSyntax)generator.ValueReturningLambdaExpression(names.Select(name => generator.LambdaParameter(name)), IsNone("errors", errors, generator)!)).WithTriviaFrom(current));
    }

    private static Action<DocumentEditor> OfReturns(SyntaxNode function, Func<SyntaxNode, SyntaxGenerator, SyntaxNode?> accepting) =>
        editor => editor.ReplaceNode(function, (current, generator) => accepting(current, generator) is ExpressionSyntax expression ? WithReturns(current, expression, generator) : current);

    /// <summary>Every way to return, apart from those that reject or stand on proof, returns the expression.</summary>
    private static T WithReturns<T>(T function, ExpressionSyntax accepted, SyntaxGenerator generator)
        where T : SyntaxNode
    {
        var body = function switch
        {
            AnonymousFunctionExpressionSyntax lambda => (SyntaxNode?)lambda.ExpressionBody ?? lambda.Block,
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.ExpressionBody?.Expression ?? local.Body,
            _ => null,
        };
        if (body is ExpressionSyntax single)
            return function.ReplaceNode(single, Answer(single, accepted));
        if (body is null)
            return function;
        var returns = body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(static statement => statement.Expression)
            .OfType<ExpressionSyntax>()
            .Where(static expression => !expression.IsKind(SyntaxKind.FalseLiteralExpression) && !IsProof(expression))
            .ToArray();
        return function.ReplaceNodes(returns, (_, current) => Answer(current, accepted));
    }

    private static bool IsProof(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => Array.IndexOf(Proofs, name.Identifier.ValueText) >= 0);

    /// <summary>The answer in the form of the one that it replaces: as it is, or wrapped into a task.</summary>
    private static ExpressionSyntax Answer(ExpressionSyntax replaced, ExpressionSyntax accepted)
    {
        switch (replaced)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" } }:
                return replaced.ReplaceNode(arguments[0].Expression, accepted);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }:
                return replaced.ReplaceNode(arguments[0].Expression, accepted);
            default:
                return Combined(replaced, accepted).WithTriviaFrom(replaced);
        }
    }

    /// <summary>What stands on proof beside what does not: <c>errors == … || pinned</c>.</summary>
    private static ExpressionSyntax Combined(ExpressionSyntax replaced, ExpressionSyntax accepted)
    {
        var all = accepted;
        foreach (var operand in Alternatives(replaced))
        {
            if (operand == replaced || !IsProof(operand))
                continue;
            var or = SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.BarBarToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
            all = SyntaxFactory.BinaryExpression(SyntaxKind.LogicalOrExpression, all, or, operand.WithoutTrivia());
        }

        return all;
    }

    private static Stack<ExpressionSyntax> Alternatives(ExpressionSyntax expression)
    {
        var operands = new Stack<ExpressionSyntax>();
        while (expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or)
        {
            operands.Push(or.Right);
            expression = or.Left;
        }

        operands.Push(expression);
        return operands;
    }

    /// <summary><c>callback.Continue(true)</c> becomes false, and so does what is returned.</summary>
    private static Action<DocumentEditor> OfCalls(SyntaxNode function, string called) => editor => editor.ReplaceNode(function, (current, _) =>
    {
        var literals = current.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.TrueLiteralExpression)
            && (literal.Parent is ReturnStatementSyntax
                || literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && call.Expression.ToString().EndsWith(called, StringComparison.Ordinal)));
        return current.ReplaceNodes(literals, static (_, literal) => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal));
    });

    /// <summary><c>e.Accept = true</c> becomes <c>e.Accept = e.PolicyErrors == SslPolicyErrors.None</c>, or the member that rejects.</summary>
    private static Action<DocumentEditor>? OfHandler(CallbackFinding callback, Finding finding, ITypeSymbol errors)
    {
        var decision = callback.Shape.Row!.Decision!;
        foreach (var assignment in finding.Node.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access || name != decision)
                continue;
            if (callback.Shape.Row.Accepting is not null && assignment.Right is MemberAccessExpressionSyntax accepting)
                return editor => editor.ReplaceNode(accepting.Name, static (current, _) => SyntaxFactory.IdentifierName("Cancel").WithTriviaFrom(current));
            var member = finding.Model.GetTypeInfo(access.Expression, finding.Cancellation).Type?.GetMembers()
                .FirstOrDefault(static candidate => candidate is IPropertySymbol { Type: var type } && CertificateFacts.IsErrors(type));
            return member is null
                ? null
                : editor => editor.ReplaceNode(assignment.Right, (current, generator) =>
                    IsNone((ExpressionSyntax)generator.MemberAccessExpression(access.Expression.WithoutTrivia(), member.Name), errors, generator).WithTriviaFrom(current));
        }

        return null;
    }

    /// <summary>A validator that never throws asks the one that does.</summary>
    private static Action<DocumentEditor>? OfThrowing(Finding finding)
    {
        if (finding.Node is not MethodDeclarationSyntax { Body: { } body, ParameterList.Parameters: { Count: 1 } parameters } declaration
            || finding.Model.GetDeclaredSymbol(declaration, finding.Cancellation) is not { } method)
            return null;
        for (var type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers("ChainTrust").Any(static member => member.IsStatic))
                continue;
            var validator = type;
            return editor => editor.ReplaceNode(body, (current, generator) =>
            {
                var call = generator.InvocationExpression(
                    generator.MemberAccessExpression(
                        generator.MemberAccessExpression(generator.TypeExpression(validator).WithAdditionalAnnotations(Simplifier.Annotation), "ChainTrust"), "Validate"),
                    SyntaxFactory.IdentifierName(parameters[0].Identifier.Text));
                var statement = (StatementSyntax)generator.ExpressionStatement(call).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
                return ((BlockSyntax)current).WithStatements(((BlockSyntax)current).Statements.Insert(0, statement));
            });
        }

        return null;
    }
}
