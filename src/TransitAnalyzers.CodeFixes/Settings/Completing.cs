using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.CodeFixes.Settings;

/// <summary>Writes the setting that has to follow another one: as the next statement, or the next element of the initializer.</summary>
internal static class Completing
{
    public static Action<DocumentEditor>? Of(SettingFinding setting, Completion completion) => setting.Operation switch
    {
        IArgumentOperation { Parent: IObjectCreationOperation { Syntax: var creation } } => AfterDeclaration(creation, completion),
        { Syntax: AssignmentExpressionSyntax assignment } => Of(assignment, completion),
        _ => null,
    };

    public static Action<DocumentEditor>? Of(AssignmentExpressionSyntax assignment, Completion completion)
    {
        switch (assignment.Parent)
        {
            case InitializerExpressionSyntax initializer:
                return editor => editor.ReplaceNode(initializer, (current, _) => WithElement((InitializerExpressionSyntax)current, initializer.Expressions.IndexOf(assignment), completion));
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement when assignment.Left is MemberAccessExpressionSyntax or IdentifierNameSyntax:
                var receiver = assignment.Left is MemberAccessExpressionSyntax access ? access.Expression.WithoutTrivia() + "." : "";
                SyntaxNode place = statement.Parent is GlobalStatementSyntax global ? global : statement;
                return editor => editor.InsertAfter(place, Statement(receiver, completion, place));
            default:
                return null;
        }
    }

    /// <summary><c>var name = new Type(…);</c> is followed by <c>name.Part.Member = …;</c>.</summary>
    private static Action<DocumentEditor>? AfterDeclaration(SyntaxNode creation, Completion completion)
    {
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax declaration } } declarator })
            return null;
        SyntaxNode place = declaration.Parent is GlobalStatementSyntax global ? global : declaration;
        return editor => editor.InsertAfter(place, Statement(declarator.Identifier.ValueText + ".", completion, place));
    }

    private static SyntaxNode Statement(string receiver, Completion completion, SyntaxNode place)
    {
        var statement = SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxFactory.ParseExpression($"{receiver}{completion.Part}.{completion.Member} ").WithTrailingTrivia(SyntaxFactory.Space),
                Value(completion).WithLeadingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(place.GetLeadingTrivia().Reverse().TakeWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(place.GetTrailingTrivia().Where(piece => piece.IsKind(SyntaxKind.EndOfLineTrivia)));
        return place is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(statement) : statement;
    }

    private static InitializerExpressionSyntax WithElement(InitializerExpressionSyntax initializer, int index, Completion completion)
    {
        var before = initializer.Expressions[index];
        var inner = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(completion.Member).WithTrailingTrivia(SyntaxFactory.Space),
            Value(completion).WithLeadingTrivia(SyntaxFactory.Space));
        var element = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(completion.Part).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.InitializerExpression(
                    SyntaxKind.ObjectInitializerExpression,
                    SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(inner.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(SyntaxFactory.Space));
        var separators = initializer.Expressions.GetSeparators().ToList();
        var ownLine = initializer.Expressions[0].GetLeadingTrivia().Any(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia))
            && initializer.OpenBraceToken.TrailingTrivia.Any(piece => piece.IsKind(SyntaxKind.EndOfLineTrivia));
        var expressions = initializer.Expressions.ToList();
        var lineEnd = initializer.OpenBraceToken.TrailingTrivia.Where(piece => piece.IsKind(SyntaxKind.EndOfLineTrivia));
        var next = element.WithLeadingTrivia(ownLine ? before.GetLeadingTrivia().Reverse().TakeWhile(piece => piece.IsKind(SyntaxKind.WhitespaceTrivia)) : []);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(ownLine ? lineEnd : [SyntaxFactory.Space]);
        if (index < separators.Count)
        {
            separators.Insert(index + 1, comma);
        }
        else
        {
            separators.Add(comma);
            next = next.WithTrailingTrivia(before.GetTrailingTrivia());
            expressions[index] = before.WithoutTrailingTrivia();
        }

        expressions.Insert(index + 1, next);
        return initializer.WithExpressions(SyntaxFactory.SeparatedList(expressions, separators));
    }

    private static ExpressionSyntax Value(Completion completion) => SecureValues.Parse(completion.Code);
}
