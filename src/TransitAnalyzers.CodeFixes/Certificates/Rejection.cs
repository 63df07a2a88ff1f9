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
    public static Action<DocumentEditor>? Of(CallbackFinding callback, Finding finding, ExpressionSyntax? expression)
    {
        var errors = finding.Model.Compilation.GetTypesByMetadataName("System.Net.Security.SslPolicyErrors").FirstOrDefault();
        switch (callback.Shape)
        {
            case { Acceptance: Acceptance.Calls, Row.Decision: { } called }:
                return HandlerRejection.OfCalls(finding.Node, called);
            case { Acceptance: Acceptance.SetsMember }:
                return HandlerRejection.OfMember(callback, finding, errors);
            case { Acceptance: Acceptance.Returns }:
                return HandlerRejection.OfThrowing(finding);
        }

        if (Callback.At(finding) is not { } function)
            return errors is null || expression is null ? null : OfReadyMade(expression, errors, finding);
        if (Asked(function, callback, errors, finding.Model.Compilation) is not var (index, wanted, condition))
            return null;
        var told = function.Parameters[index].Name;
        if (Answers.AreThatThereIsNone(finding.Node, told) && Answers.WithoutAssignments(finding.Node, told) == finding.Node)
            return null;
        return editor => editor.ReplaceNode(finding.Node, (current, generator) =>
        {
            var (named, name) = function.Named(current, index, wanted, generator);
            return Answers.WithReturns(Answers.WithoutAssignments(named, name), condition(name, generator), Kept.Of(callback));
        });
    }

    /// <summary><c>asked == SslPolicyErrors.None</c>.</summary>
    public static BinaryExpressionSyntax IsNone(ExpressionSyntax asked, ITypeSymbol errors, SyntaxGenerator generator)
    {
        var type = (ExpressionSyntax)generator.TypeExpression(errors).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        var none = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName("None"))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return IsEqual(asked, none);
    }

    /// <summary>Which parameter is asked, the name for it where it has none, and what is asked of it. None where nothing can be.</summary>
    private static (int Index, string Name, Func<string, SyntaxGenerator, ExpressionSyntax> Condition)? Asked(
        Callback function, CallbackFinding callback, ITypeSymbol? errors, Compilation compilation)
    {
        if (errors is not null && function.IndexOf(static parameter => CertificateFacts.IsErrors(parameter.Type)) is >= 0 and var errorsAt)
            return (errorsAt, "errors", (name, generator) => IsNone(SyntaxFactory.IdentifierName(name), errors, generator));
        // The errors stand in a property of the argument.
        if (errors is not null && function.IndexOf(static parameter => ErrorsOf(parameter.Type) is not null) is >= 0 and var context)
            return (context, "context", (name, generator) => IsNone((ExpressionSyntax)generator.MemberAccessExpression(SyntaxFactory.IdentifierName(name), ErrorsOf(function.Parameters[context].Type)!), errors, generator));
        if (callback.Shape.Row is { Member: "CheckValidationResult" })
            return (function.Parameters.Length - 1, "problem", static (name, generator) => IsEqual(SyntaxFactory.IdentifierName(name), (ExpressionSyntax)generator.LiteralExpression(0)));
        if (function.IndexOf(static parameter => CertificateFacts.IsCertificate(parameter.Type)) is >= 0 and var peer
            && compilation.GetTypesByMetadataName("System.Security.Cryptography.X509Certificates.X509Certificate2").FirstOrDefault() is { } certificate)
            return (peer, "certificate", (name, generator) => Verified(name, function.Parameters[peer].Type, certificate, generator));
        if (callback.Shape.Row is { } row && function.IndexOf(parameter => HandlerRejection.Pinned(parameter.Type, row, "") is not null) is >= 0 and var pinned)
            return (pinned, "context", (name, _) => HandlerRejection.Pinned(function.Parameters[pinned].Type, row, name)!);
        return null;
    }

    private static string? ErrorsOf(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers())
            if (member is IPropertySymbol { Type: var found } && CertificateFacts.IsErrors(found))
                return member.Name;
        return null;
    }

    /// <summary><c>new X509Certificate2(certificate).Verify()</c>: the platform builds the chain.</summary>
    private static ExpressionSyntax Verified(string name, ITypeSymbol type, ITypeSymbol certificate, SyntaxGenerator generator)
    {
        var peer = (SyntaxNode)SyntaxFactory.IdentifierName(name);
        if (!SymbolEqualityComparer.Default.Equals(type, certificate))
            peer = generator.ObjectCreationExpression(generator.TypeExpression(certificate).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation), peer).NormalizeWhitespace();
        return (ExpressionSyntax)generator.InvocationExpression(generator.MemberAccessExpression(peer, "Verify"));
    }

    private static BinaryExpressionSyntax IsEqual(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.BinaryExpression(
        SyntaxKind.EqualsExpression,
        left,
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
        right);

    private static Action<DocumentEditor>? OfReadyMade(ExpressionSyntax expression, ITypeSymbol errors, Finding finding)
    {
        if ((finding.Model.GetTypeInfo(expression, finding.Cancellation).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod is not { } invoke
            || invoke.Parameters.All(static parameter => !CertificateFacts.IsErrors(parameter.Type)))
            return null;
        var names = invoke.Parameters.Select(static (parameter, i) =>
            CertificateFacts.IsErrors(parameter.Type) ? "errors" : CertificateFacts.IsCertificate(parameter.Type) ? "certificate" : CertificateFacts.IsChain(parameter.Type) ? "chain"
            : parameter.Type.Name == "HttpRequestMessage" ? "message" : "sender");
        return editor => editor.ReplaceNode(expression, (current, generator) =>
            ((ExpressionSyntax)generator.ValueReturningLambdaExpression(names.Select(name => generator.LambdaParameter(name)), IsNone(SyntaxFactory.IdentifierName("errors"), errors, generator))).WithTriviaFrom(current));
    }
}
