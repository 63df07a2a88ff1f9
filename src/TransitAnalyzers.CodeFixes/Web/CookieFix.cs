using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Has cookies sent over HTTPS only: DIT0407.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(CookieFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class CookieFix() : OneRuleFix("DIT0407", Edits)
{
    private const string Title = "Send the cookie over HTTPS only";
    private const string Attribute = "; Secure";
    private const string Http = "Microsoft.AspNetCore.Http";

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        switch (finding.Node)
        {
            case BaseObjectCreationExpressionSyntax creation:
                return [new Edit(SettingEdits.Write, Title, editor => editor.ReplaceNode(creation, static (current, _) => Secured((BaseObjectCreationExpressionSyntax)current)))];
            case IdentifierNameSyntax { Identifier.ValueText: "Append", Parent.Parent: InvocationExpressionSyntax append }:
                return [new Edit(SettingEdits.Write, Title, editor =>
                {
                    editor.ReplaceNode(append, static (current, _) => ((InvocationExpressionSyntax)current).AddArgumentListArguments(
                        SyntaxFactory.Argument(SyntaxFactory.ParseExpression("new CookieOptions { Secure = true }")).WithLeadingTrivia(SyntaxFactory.Space)));
                    Import(editor, finding, "CookieOptions", append.SpanStart);
                })];
            case IdentifierNameSyntax { Identifier.ValueText: "AddSession", Parent.Parent: InvocationExpressionSyntax session }:
                return [new Edit(SettingEdits.Write, Title, editor =>
                {
                    editor.ReplaceNode(session, static (current, _) => WithPolicy((InvocationExpressionSyntax)current));
                    Import(editor, finding, "CookieSecurePolicy", session.SpanStart);
                })];
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } policy when IsForAntiforgery(policy, finding):
                // Always makes antiforgery throw on any request over HTTP, a developer's included.
                return [new Edit(SettingEdits.Write, "Use 'SameAsRequest'", editor => editor.ReplaceNode(policy.Name, static (current, _) =>
                    SyntaxFactory.IdentifierName("SameAsRequest").WithTriviaFrom(current)))];
            case LiteralExpressionSyntax { Token.Value: string header } literal when IsHeader(literal) && !literal.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal):
                return [new Edit(SettingEdits.Write, Title, editor => editor.ReplaceNode(literal, (current, _) =>
                    SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(header.TrimEnd(';', ' ') + Attribute)).WithTriviaFrom(current)))];
            case InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } header:
                return [new Edit(SettingEdits.Write, Title, editor => editor.ReplaceNode(header, static (current, _) =>
                    SyntaxFactory.ParseExpression(current.WithoutTrivia().ToString().TrimEnd('"') + Attribute + '"').WithTriviaFrom(current)))];
            default:
                return SettingEdits.For(finding);
        }
    }

    private static bool IsHeader(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax or AssignmentExpressionSyntax && ((string)literal.Token.Value!).IndexOf('=') > 0;

    private static bool IsForAntiforgery(MemberAccessExpressionSyntax policy, Finding finding)
    {
        var assigned = policy.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left as MemberAccessExpressionSyntax;
        return assigned?.Expression is MemberAccessExpressionSyntax cookie
            && finding.Model.GetTypeInfo(cookie.Expression, finding.Cancellation).Type?.Name == "AntiforgeryOptions";
    }

    private static void Import(Microsoft.CodeAnalysis.Editing.DocumentEditor editor, Finding finding, string type, int position)
    {
        if (finding.Model.LookupNamespacesAndTypes(position, name: type).IsEmpty)
            Usings.Add(editor, Http);
    }

    private static BaseObjectCreationExpressionSyntax Secured(BaseObjectCreationExpressionSyntax creation)
    {
        var element = SyntaxFactory.ParseExpression("Secure = true");
        if (creation.Initializer is not { } initializer)
        {
            return creation
                .WithTrailingTrivia()
                .WithInitializer(SyntaxFactory.InitializerExpression(
                    SyntaxKind.ObjectInitializerExpression,
                    SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.SingletonSeparatedList(element.WithTrailingTrivia(SyntaxFactory.Space)),
                    SyntaxFactory.Token(SyntaxKind.CloseBraceToken)))
                .WithTrailingTrivia(creation.GetTrailingTrivia());
        }

        var elements = initializer.Expressions;
        if (elements.Count == 0)
            return creation.WithInitializer(initializer.WithExpressions(SyntaxFactory.SingletonSeparatedList(element.WithTrailingTrivia(SyntaxFactory.Space))));
        var first = elements[0];
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(Between(initializer));

        // At the front, where every element that follows keeps its own layout.
        var nodes = new List<SyntaxNodeOrToken> { element.WithLeadingTrivia(first.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))), separator };
        nodes.AddRange(elements.GetWithSeparators());
        return creation.WithInitializer(initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(nodes)));
    }

    private static SyntaxTriviaList Between(InitializerExpressionSyntax initializer)
    {
        var end = initializer.OpenBraceToken.TrailingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToArray();
        return end.Length > 0 ? SyntaxFactory.TriviaList(end) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }

    private static InvocationExpressionSyntax WithPolicy(InvocationExpressionSyntax session)
    {
        const string Policy = ".Cookie.SecurePolicy = CookieSecurePolicy.Always";
        if (session.ArgumentList.Arguments.LastOrDefault()?.Expression is not LambdaExpressionSyntax lambda)
            return session.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression("options => options" + Policy)));
        var options = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.Text,
            _ => "options",
        };
        if (lambda.ExpressionBody is { } expression)
        {
            var block = (BlockSyntax)SyntaxFactory.ParseStatement("{ " + expression + "; " + options + Policy + "; }");
            return session.ReplaceNode(lambda, lambda.WithBody(block));
        }

        var body = (BlockSyntax)lambda.Body;
        var line = SyntaxFactory.ParseStatement(options + Policy + ";");
        line = body.Statements.Count > 0
            ? line.WithLeadingTrivia(body.Statements[0].GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).WithTrailingTrivia(body.Statements[0].GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            : line.WithTrailingTrivia(SyntaxFactory.Space);
        return session.ReplaceNode(body, body.AddStatements(line));
    }
}
