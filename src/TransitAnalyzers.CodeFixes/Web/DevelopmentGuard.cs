using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>An <c>if</c> statement one branch of which runs in development, the other in production.</summary>
internal sealed class DevelopmentGuard
{
    private readonly IfStatementSyntax guard;
    private readonly bool developmentIsFirst;
    private readonly ExpressionStatementSyntax? statement;

    private DevelopmentGuard(IfStatementSyntax guard, bool developmentIsFirst, ExpressionStatementSyntax? statement)
    {
        this.guard = guard;
        this.developmentIsFirst = developmentIsFirst;
        this.statement = statement;
    }

    /// <summary><c>if (env.IsDevelopment())</c> or its negation, without <c>else if</c>.</summary>
    public static DevelopmentGuard? Of(IfStatementSyntax guard)
    {
        if (guard.Else?.Statement is IfStatementSyntax || guard.Parent is ElseClauseSyntax)
            return null;
        return Asked(guard.Condition) switch
        {
            ("IsDevelopment", false) => new DevelopmentGuard(guard, true, null),
            ("IsDevelopment", true) => new DevelopmentGuard(guard, false, null),
            _ => null,
        };
    }

    /// <summary>The guard of a statement that it keeps out of production.</summary>
    public static DevelopmentGuard? Of(IfStatementSyntax guard, ExpressionStatementSyntax statement)
    {
        if (guard.Else?.Statement is IfStatementSyntax || guard.Parent is ElseClauseSyntax)
            return null;
        if (IsBranch(guard.Statement, statement))
            return new DevelopmentGuard(guard, true, statement);
        return guard.Else is { } other && IsBranch(other.Statement, statement) ? new DevelopmentGuard(guard, false, statement) : null;
    }

    /// <summary>Adds a statement to the branch for production.</summary>
    public void AppendForProduction(DocumentEditor editor, SourceStyle style, string text) =>
        editor.ReplaceNode(guard, (current, _) => Append((IfStatementSyntax)current, style, text, toElse: developmentIsFirst));

    /// <summary>Moves the statement to the other branch, or inverts the condition where it is alone.</summary>
    public void MoveToOther(DocumentEditor editor, SourceStyle style)
    {
        var text = statement!.ToString();
        editor.ReplaceNode(guard, (current, _) =>
        {
            var changed = (IfStatementSyntax)current;
            if (changed.Else is null && IsAlone(changed.Statement))
                return changed.WithCondition(Not(changed.Condition));
            return Append(Without(changed), style, text, toElse: developmentIsFirst);
        });
    }

    /// <summary>Moves the statement behind the guard.</summary>
    public void MoveOut(DocumentEditor editor, SourceStyle style) => MoveOut(editor, style, statement!.ToString());

    /// <summary>Moves the statement behind the guard, with other arguments.</summary>
    public void MoveOut(DocumentEditor editor, SourceStyle style, ArgumentListSyntax old, ArgumentListSyntax arguments) =>
        MoveOut(editor, style, statement!.ReplaceNode(old, arguments).ToString());

    private void MoveOut(DocumentEditor editor, SourceStyle style, string moved)
    {
        var indentation = SourceStyle.IndentationOf(guard);
        var text = indentation + moved + style.EndOfLine;
        if (guard.Else is null && IsAlone(guard.Statement))
        {
            editor.ReplaceNode(guard, (current, _) => SyntaxFactory.ParseStatement(moved).WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(current.GetTrailingTrivia()));
            return;
        }

        var added = SyntaxFactory.ParseStatement(style.EndOfLine + text);
        editor.ReplaceNode(guard, (current, _) => Without((IfStatementSyntax)current));
        if (guard.Parent is GlobalStatementSyntax global)
            editor.InsertAfter(global, SyntaxFactory.GlobalStatement(added));
        else
            editor.InsertAfter(guard, added);
    }

    private static bool IsBranch(StatementSyntax branch, StatementSyntax statement) =>
        branch == statement || (branch is BlockSyntax block && block.Statements.Contains(statement));

    private static bool IsAlone(StatementSyntax branch) => branch is not BlockSyntax { Statements.Count: not 1 };

    private static (string Name, bool IsNegated)? Asked(ExpressionSyntax condition)
    {
        var isNegated = false;
        while (true)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    condition = parenthesized.Expression;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    isNegated = !isNegated;
                    condition = not.Operand;
                    break;
                default:
                    return condition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? (access.Name.Identifier.ValueText, isNegated) : null;
            }
        }
    }

    private static ExpressionSyntax Not(ExpressionSyntax condition)
    {
        if (condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            return not.Operand.WithTriviaFrom(condition);
        var operand = condition.WithoutTrivia();
        if (condition is not (InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax))
            operand = SyntaxFactory.ParenthesizedExpression(operand);
        return SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, operand).WithTriviaFrom(condition);
    }

    /// <summary>Without the statement; a branch that is left empty goes.</summary>
    private IfStatementSyntax Without(IfStatementSyntax current)
    {
        var branch = developmentIsFirst ? current.Statement : current.Else!.Statement;
        if (!IsAlone(branch))
        {
            var block = (BlockSyntax)branch;
            var index = ((BlockSyntax)statement!.Parent!).Statements.IndexOf(statement);
            var shorter = block.WithStatements(block.Statements.RemoveAt(index));
            return developmentIsFirst ? current.WithStatement(shorter) : current.WithElse(current.Else!.WithStatement(shorter));
        }

        if (!developmentIsFirst)
            return current.WithElse(null);
        return current.Else is null
            ? current.WithStatement(SyntaxFactory.Block().WithTriviaFrom(current.Statement))
            : current.WithCondition(Not(current.Condition)).WithStatement(current.Else.Statement).WithElse(null);
    }

    private IfStatementSyntax Append(IfStatementSyntax current, SourceStyle style, string text, bool toElse)
    {
        var indentation = SourceStyle.IndentationOf(guard);

        // The branch may have become the first one, after the other was left empty.
        if (toElse && statement is not null && guard.Else is not null && current.Else is null)
            toElse = false;
        if (toElse && current.Else is null)
        {
            var added = SyntaxFactory.ParseStatement("if (x) { }" + style.EndOfLine + style.Block("else", indentation, text));
            var end = current.Statement.GetTrailingTrivia();
            return current.WithStatement(end.Any(SyntaxKind.EndOfLineTrivia) ? current.Statement : current.Statement.WithTrailingTrivia(end.Add(SyntaxFactory.EndOfLine(style.EndOfLine))))
                .WithElse(((IfStatementSyntax)added).Else);
        }

        var branch = toElse ? current.Else!.Statement : current.Statement;
        StatementSyntax longer;
        if (branch is BlockSyntax block)
        {
            var line = SyntaxFactory.ParseStatement(indentation + style.Step + text + style.EndOfLine);
            longer = block.CloseBraceToken.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia) || block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
                ? block.AddStatements(line)
                : block.AddStatements(line.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        }
        else
        {
            // Braces stand under the condition, not where the statement stood.
            var leading = branch.GetLeadingTrivia();
            if (leading.Count > 0 && leading.Last() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia))
                leading = leading.Replace(last, SyntaxFactory.Whitespace(indentation));
            longer = SyntaxFactory.ParseStatement(style.Block(string.Empty, indentation, branch.ToString(), text).TrimStart('\r', '\n'))
                .WithLeadingTrivia(leading).WithTrailingTrivia(branch.GetTrailingTrivia());
        }

        return toElse ? current.WithElse(current.Else!.WithStatement(longer)) : current.WithStatement(longer);
    }
}
