using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>
/// Acts on the result of a certificate check: DIT0108. A callback that answers by a bool answers false, any other code
/// throws, as it would have wanted the check to do.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredResultFix))]
[Shared]
public sealed class IgnoredResultFix() : OneRuleFix("DIT0108", Edits)
{
    /// <summary>Equivalence key: a failed check ends what the code does.</summary>
    public const string ActOnResult = nameof(ActOnResult);

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            yield break;
        ExpressionSyntax check = call;
        while (check.Parent is ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax)
            check = (ExpressionSyntax)check.Parent;
        var answersFalse = AnswersByBool(call, finding.Model);
        var statement = Whole(check);
        if (statement is not null)
        {
            yield return new Edit(
                ActOnResult,
                answersFalse ? "Return false when the check fails" : "Throw when the check fails",
                editor => editor.ReplaceNode(statement, (current, _) => SyntaxFactory.IfStatement(Failed(check.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: not "_" } } kept ? SyntaxFactory.ParenthesizedExpression(kept.WithoutTrivia()) : check), SyntaxFactory.Block(answersFalse
                        ? SyntaxFactory.ReturnStatement(SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression))
                        : SyntaxFactory.ThrowStatement(Exception())))
                    .NormalizeWhitespace(eol: LineEnd(statement))
                    .WithTriviaFrom(current)
                    .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation)));
        }
        else if (check.Parent is LambdaExpressionSyntax or ArrowExpressionClauseSyntax)
        {
            yield return new Edit(
                ActOnResult,
                "Throw when the check fails",
                editor => editor.ReplaceNode(check, (current, _) => Discarded((ExpressionSyntax)current).WithTriviaFrom(current).WithAdditionalAnnotations(Simplifier.Annotation)));
        }
    }

    /// <summary>The statement that does nothing but the check.</summary>
    private static StatementSyntax? Whole(ExpressionSyntax check) => check.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        // A local that nobody reads keeps what it was given.
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement, Left: IdentifierNameSyntax { Identifier.ValueText: not "_" } } => statement,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement, Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => statement,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } declarator }
            when !IsMentioned(declarator, declaration) => declaration,
        _ => null,
    };

    private static bool IsMentioned(VariableDeclaratorSyntax declarator, SyntaxNode declaration)
    {
        var name = declarator.Identifier.ValueText;
        var scope = declaration.Parent is GlobalStatementSyntax global ? global.Parent! : declaration.Parent!;
        return scope.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token != declarator.Identifier);
    }

    private static bool AnswersByBool(SyntaxNode node, SemanticModel model)
    {
        var method = model.GetEnclosingSymbol(node.SpanStart) as IMethodSymbol;
        return method is { ReturnType.SpecialType: SpecialType.System_Boolean, IsAsync: false }
            && method.Parameters.Any(parameter => parameter.Type.Name is "SslPolicyErrors" or "X509Certificate" or "X509Certificate2");
    }

    /// <summary><c>!chain.Build(c)</c>; of <c>chain?.Build(c)</c>, <c>chain?.Build(c) != true</c>.</summary>
    private static ExpressionSyntax Failed(ExpressionSyntax check) => check is ConditionalAccessExpressionSyntax
        ? SyntaxFactory.BinaryExpression(SyntaxKind.NotEqualsExpression, check.WithoutTrivia(), SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression))
        : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, check.WithoutTrivia());

    /// <summary><c>_ = chain.Build(c) ? true : throw …</c>, for where only an expression can stand.</summary>
    private static AssignmentExpressionSyntax Discarded(ExpressionSyntax check)
    {
        var passed = check is ConditionalAccessExpressionSyntax ? $"{check.WithoutTrivia()} == true" : $"{check.WithoutTrivia()}";
        var checkedOrThrown = (AssignmentExpressionSyntax)SyntaxFactory.ParseExpression($"_ = {passed} ? true : throw X");
        var conditional = (ConditionalExpressionSyntax)checkedOrThrown.Right;
        return checkedOrThrown.ReplaceNode(((ThrowExpressionSyntax)conditional.WhenFalse).Expression, Exception());
    }

    private static ExpressionSyntax Exception() => SyntaxFactory.ParseExpression(
        "new System.Security.Authentication.AuthenticationException(\"The certificate did not pass its validation.\")")
        .WithAdditionalAnnotations(Simplifier.Annotation);

    private static string LineEnd(SyntaxNode node) =>
        node.SyntaxTree.GetText().Lines[0] is var line && line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";
}
