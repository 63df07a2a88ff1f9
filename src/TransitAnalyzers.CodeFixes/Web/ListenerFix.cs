using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Listens on HTTPS: DIT0405.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ListenerFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class ListenerFix() : OneRuleFix("DIT0405", Edits)
{
    /// <summary>The key of the one edit.</summary>
    public const string Listen = nameof(Listen);

    private const string Title = "Listen on HTTPS (needs a certificate)";

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent: ArgumentListSyntax { Arguments: { Count: 2 } ports, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseSetting" } } } }
            && finding.Node is LiteralExpressionSyntax && ports[0].Expression is var key && SecureKey(key) is { } secureKey)
            return [new Edit(Listen, Title, editor => editor.ReplaceNode(key, (current, _) => SyntaxFactory.ParseExpression(secureKey).WithTriviaFrom(current)))];
        if (finding.Node is not SimpleNameSyntax { Parent.Parent: InvocationExpressionSyntax call })
            return ConnectionEdits.For(finding).Select(static edit => new Edit(Listen, Title, edit.Apply));
        if (IsTlsDecidedElsewhere(call))
            return [];
        var isMethodGiven = call.ArgumentList.Arguments.LastOrDefault()?.Expression is (SimpleNameSyntax or MemberAccessExpressionSyntax) and var last
            && finding.Model.GetSymbolInfo(last, finding.Cancellation).Symbol is IMethodSymbol;
        return [new Edit(Listen, Title, editor =>
        {
            editor.ReplaceNode(call, (current, _) => Secured((InvocationExpressionSyntax)current, isMethodGiven, SourceStyle.IndentationOf(call) + SourceStyle.Of(call.SyntaxTree.GetRoot()).Step));
            if (finding.Model.LookupNamespacesAndTypes(call.SpanStart, name: "ListenOptionsHttpsExtensions").IsEmpty)
                Usings.Add(editor, "Microsoft.AspNetCore.Hosting");
        })];
    }

    private static string? SecureKey(ExpressionSyntax key) => key switch
    {
        LiteralExpressionSyntax => "\"https_ports\"",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HttpPortsKey" } member => member.Expression + ".HttpsPortsKey",
        _ => null,
    };

    private static InvocationExpressionSyntax Secured(InvocationExpressionSyntax call, bool isMethodGiven, string indentation)
    {
        if (isMethodGiven)
        {
            var method = call.ArgumentList.Arguments.Last().Expression;
            return call.ReplaceNode(method, SyntaxFactory.ParseExpression("listenOptions => { " + method.WithoutTrivia() + "(listenOptions); listenOptions.UseHttps(); }").WithTriviaFrom(method));
        }

        if (call.ArgumentList.Arguments.LastOrDefault()?.Expression is not LambdaExpressionSyntax lambda)
        {
            return call.AddArgumentListArguments(
                SyntaxFactory.Argument(SyntaxFactory.ParseExpression("listenOptions => listenOptions.UseHttps()")).WithLeadingTrivia(SyntaxFactory.Space));
        }

        var options = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.Text,
            _ => null,
        };
        if (options is null)
            return call;
        if (GuardedTls(lambda) is { } guard)
            return call.ReplaceNode(guard, WithoutGuard(guard, options));
        if (lambda.ExpressionBody is { } expression)
            return call.ReplaceNode(lambda, lambda.WithBody((BlockSyntax)SyntaxFactory.ParseStatement("{ " + expression + "; " + options + ".UseHttps(); }")));
        var body = (BlockSyntax)lambda.Body;
        var line = SyntaxFactory.ParseStatement(options + ".UseHttps();");
        line = body.Statements.Count > 0
            ? line.WithLeadingTrivia(body.Statements[0].GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .WithTrailingTrivia(body.Statements[0].GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            : IntoEmpty(body, line, indentation);
        return call.ReplaceNode(body, body.AddStatements(line));
    }

    /// <summary>
    /// The condition under which alone the endpoint has TLS: to call <c>UseHttps</c> once more would encrypt twice where it holds. Of
    /// a chain of conditions it is not told which is for production.
    /// </summary>
    private static IfStatementSyntax? GuardedTls(LambdaExpressionSyntax lambda) => lambda.DescendantNodes().OfType<IfStatementSyntax>().FirstOrDefault(static guard =>
        guard.Else?.Statement is not IfStatementSyntax && guard.Parent is not ElseClauseSyntax && HasTls(guard.Statement) != (guard.Else is { } other && HasTls(other)));

    /// <summary>Is <c>UseHttps</c> called, but by a choice that is no such condition? Then there is no one place for another call.</summary>
    private static bool IsTlsDecidedElsewhere(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.LastOrDefault()?.Expression is LambdaExpressionSyntax lambda && HasTls(lambda) && GuardedTls(lambda) is null;

    private static bool HasTls(SyntaxNode node) => node.DescendantNodes().Any(IsTls);

    private static bool IsTls(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("UseHttps", StringComparison.Ordinal);

    /// <summary>What has no certificate of its own is called always; beside one of development's, the other case gets its own call.</summary>
    private static StatementSyntax WithoutGuard(IfStatementSyntax guard, string options)
    {
        if (guard.Else is { } other)
        {
            var without = HasTls(guard.Statement) ? other.Statement : guard.Statement;
            return guard.ReplaceNode(without, WithTls(without, options));
        }

        var only = guard.Statement is BlockSyntax { Statements: { Count: 1 } one } ? one[0] : guard.Statement;
        if (only is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call } && IsTls(call))
            return only.WithTriviaFrom(guard);
        var line = SyntaxFactory.ParseStatement(options + ".UseHttps();").WithTriviaFrom(guard).WithLeadingTrivia(SyntaxFactory.Space);
        var before = guard.Statement.GetTrailingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? guard.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) : [];
        return (before.Any() ? guard : guard.WithTrailingTrivia(SyntaxFactory.Space)).WithElse(SyntaxFactory.ElseClause(line).WithLeadingTrivia(before));
    }

    private static BlockSyntax WithTls(StatementSyntax branch, string options)
    {
        var line = SyntaxFactory.ParseStatement(options + ".UseHttps();");
        if (branch is BlockSyntax { Statements: { Count: > 0 } statements } block)
            return block.AddStatements(line.WithLeadingTrivia(statements.Last().GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))).WithTrailingTrivia(statements.Last().GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
        var first = branch is BlockSyntax or EmptyStatementSyntax ? "" : branch.WithoutTrivia() + " ";
        return (BlockSyntax)SyntaxFactory.ParseStatement("{ " + first + line + " }").WithTriviaFrom(branch);
    }

    /// <summary>Where the braces have lines of their own, so has the statement: what stands between them may be directives.</summary>
    private static StatementSyntax IntoEmpty(BlockSyntax body, StatementSyntax line, string indentation)
    {
        var endOfLine = body.OpenBraceToken.TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (!endOfLine.IsKind(SyntaxKind.EndOfLineTrivia))
            return line.WithTrailingTrivia(SyntaxFactory.Space);
        return line
            .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation))
            .WithTrailingTrivia(endOfLine);
    }
}
