using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>A place among the statements of a body, or in its only expression, where a statement is to be inserted.</summary>
internal sealed class InsertionSite
{
    private readonly StatementSyntax? statement;
    private readonly ExpressionSyntax? expression;
    private readonly bool isAfter;

    private InsertionSite(StatementSyntax? statement, ExpressionSyntax? expression, bool isAfter, string application, ITypeSymbol? type)
    {
        this.statement = statement;
        this.expression = expression;
        this.isAfter = isAfter;
        Application = application;
        ApplicationType = type;
    }

    /// <summary>How the application is called there.</summary>
    public string Application { get; }

    public ITypeSymbol? ApplicationType { get; }

    public int Position => ((SyntaxNode?)statement ?? expression)!.SpanStart;

    /// <summary>An <c>if</c> on development that stands there already.</summary>
    public DevelopmentGuard? Guard { get; private init; }

    /// <summary>The part of a fluent chain behind which a further call goes.</summary>
    public ExpressionSyntax? Chain { get; private init; }

    /// <summary>Is the expression body what its method or lambda returns?</summary>
    private bool IsResult { get; init; }

    /// <summary>Before the statement of this call, and behind that of the other, where it stands in the same body.</summary>
    public static InsertionSite? Before(SyntaxNode call, SyntaxNode? last, string application, ITypeSymbol? type, SemanticModel model)
    {
        if (Outermost(call) is not { } statement)
        {
            return ExpressionBody(call) is { } body
                ? new InsertionSite(null, body, false, application, type) { Chain = IsFluent(type) ? ChainFor(call, last) : null, IsResult = IsReturned(body, model) }
                : null;
        }

        var lastStatement = last is null ? null : Outermost(last);
        if (lastStatement == statement && last is not null)
            return new InsertionSite(statement, null, false, application, type) { Chain = IsFluent(type) ? last as ExpressionSyntax : null, Guard = GuardAmong(Preceding(statement), application) };
        var isBehind = lastStatement is not null && lastStatement.Parent?.Parent == statement.Parent?.Parent && IsSameList(lastStatement, statement) && lastStatement.SpanStart < statement.SpanStart;
        return new InsertionSite(isBehind ? lastStatement! : statement, null, isBehind, application, type) { Guard = GuardAmong(Preceding(statement), application) };
    }

    /// <summary>Behind the statement of this call.</summary>
    public static InsertionSite? After(SyntaxNode call, string application, ITypeSymbol? type) =>
        Outermost(call) is { } statement
            ? new InsertionSite(statement, null, true, application, type) { Guard = GuardAmong(Preceding(statement).Append(statement), application) }
            : null;

    /// <summary>Inserts the statement that is written for an indentation.</summary>
    public void Insert(DocumentEditor editor, SourceStyle style, Func<string, string> write, bool isBlock)
    {
        if (statement is null)
        {
            InsertIntoExpression(editor, style, write, isBlock);
            return;
        }

        var indentation = SourceStyle.IndentationOf(statement);
        var text = write(indentation);
        var previous = isAfter ? statement : Preceding(statement).LastOrDefault();
        var next = isAfter ? Following(statement) : statement;
        if (previous is not null && (isBlock || previous is not ExpressionStatementSyntax))
            text = style.EndOfLine + text;
        if (previous is not null && !previous.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            text = style.EndOfLine + text;
        var added = SyntaxFactory.ParseStatement(text);
        if (isBlock && next is not null && !StartsWithBlankLine(next))
            added = added.WithTrailingTrivia(added.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(style.EndOfLine)));
        SyntaxNode inserted = statement.Parent is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(added) : added;
        var anchor = statement.Parent is GlobalStatementSyntax global ? (SyntaxNode)global : statement;
        if (isAfter)
        {
            editor.InsertAfter(anchor, inserted);
            return;
        }

        // Directives in front, such as the end of what is compiled for debugging, go before both.
        var leading = anchor.GetLeadingTrivia();
        var directives = leading.Count;
        while (directives > 0 && !leading[directives - 1].IsDirective)
            directives--;
        if (directives > 0)
        {
            inserted = inserted.WithLeadingTrivia(leading.Take(directives).Concat(inserted.GetLeadingTrivia()));
            editor.ReplaceNode(anchor, (current, _) => current.WithLeadingTrivia(leading.Skip(directives)));
        }

        editor.InsertBefore(anchor, inserted);
    }

    private static bool IsFluent(ITypeSymbol? type) => type?.Name == "IApplicationBuilder";

    // In one expression: behind what goes first, otherwise behind the variable.
    private static ExpressionSyntax? ChainFor(SyntaxNode call, SyntaxNode? last)
    {
        var current = call as ExpressionSyntax;
        while (current is not null)
        {
            if (current == last)
                return current;
            switch (current)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                    current = access.Expression;
                    break;
                default:
                    return current;
            }
        }

        return null;
    }

    /// <summary>The statement of the body itself that the node is part of; null in an expression body.</summary>
    private static StatementSyntax? Outermost(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is StatementSyntax statement && current is not BlockSyntax
                && (current.Parent is GlobalStatementSyntax || (current.Parent is BlockSyntax { Parent: { } owner } && IsBodyOf(owner))))
                return statement;
            if (current is ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax)
                return null;
        }

        return null;
    }

    private static bool IsBodyOf(SyntaxNode owner) =>
        owner is LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
        && owner is not GlobalStatementSyntax;

    private static ExpressionSyntax? ExpressionBody(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current.Parent is ArrowExpressionClauseSyntax arrow)
                return arrow.Expression;
            if (current.Parent is LambdaExpressionSyntax { ExpressionBody: { } body } && body == current)
                return body;
            if (current is StatementSyntax)
                return null;
        }

        return null;
    }

    private static bool IsReturned(ExpressionSyntax body, SemanticModel model) =>
        model.GetEnclosingSymbol(body.SpanStart) is IMethodSymbol { ReturnsVoid: false } method
        && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    private static IEnumerable<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
        BlockSyntax block => block.Statements,
        _ => [],
    };

    private static bool IsSameList(StatementSyntax left, StatementSyntax right) => Siblings(left).Contains(right);

    private static IEnumerable<StatementSyntax> Preceding(StatementSyntax statement) => Siblings(statement).TakeWhile(other => other != statement);

    private static StatementSyntax? Following(StatementSyntax statement) => Siblings(statement).SkipWhile(other => other != statement).Skip(1).FirstOrDefault();

    private static bool StartsWithBlankLine(StatementSyntax statement) =>
        statement.GetLeadingTrivia().FirstOrDefault(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).IsKind(SyntaxKind.EndOfLineTrivia);

    private static DevelopmentGuard? GuardAmong(IEnumerable<StatementSyntax> statements, string application) => statements
        .OfType<IfStatementSyntax>()
        .Where(statement => statement is { Statement: BlockSyntax { Statements.Count: 0 }, Else: null }
            || statement.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Expression.ToString() == application && access.Parent is InvocationExpressionSyntax))
        .Select(DevelopmentGuard.Of)
        .LastOrDefault(static guard => guard is not null);

    private void InsertIntoExpression(DocumentEditor editor, SourceStyle style, Func<string, string> write, bool isBlock)
    {
        var owner = expression!.Parent is ArrowExpressionClauseSyntax arrow ? arrow.Parent! : expression.Parent!;
        var indentation = SourceStyle.IndentationOf(owner);
        var inner = indentation + style.Step;
        var text = (style.BracesOnOwnLine ? style.EndOfLine + indentation : " ") + "{" + style.EndOfLine
            + write(inner) + (isBlock ? style.EndOfLine : string.Empty)
            + inner + (IsResult ? "return " : string.Empty) + expression.ToString() + ";" + style.EndOfLine
            + indentation + "}";
        var block = SyntaxFactory.ParseStatement(text) as BlockSyntax;
        switch (owner)
        {
            case MethodDeclarationSyntax method when block is not null:
                editor.ReplaceNode(method, (current, _) =>
                {
                    var changed = (MethodDeclarationSyntax)current;
                    var end = changed.SemicolonToken.TrailingTrivia;
                    var head = changed.ParameterList.WithTrailingTrivia();
                    return changed.WithParameterList(head).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(end));
                });
                break;
            case LambdaExpressionSyntax lambda when block is not null:
                editor.ReplaceNode(lambda, (current, _) =>
                {
                    var changed = (LambdaExpressionSyntax)current;
                    return changed.WithArrowToken(changed.ArrowToken.WithTrailingTrivia()).WithBody(block.WithTrailingTrivia(changed.GetTrailingTrivia()));
                });
                break;
        }
    }
}
