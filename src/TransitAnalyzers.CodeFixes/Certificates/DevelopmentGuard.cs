using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>Puts <c>if (environment.IsDevelopment())</c> around a statement, where an environment is in reach.</summary>
internal static class DevelopmentGuard
{
    /// <summary>The edit; null where there is no environment, or where the callback is not installed by a statement of its own.</summary>
    public static Action<DocumentEditor>? Of(ExpressionSyntax expression, Finding finding)
    {
        var whole = CallbackEdits.Whole(expression, finding.Model);
        if ((whole.Parent is AssignmentExpressionSyntax assignment ? assignment.Parent : whole.Parent) is not ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            || EnvironmentAt(statement.SpanStart, finding) is not { } environment)
            return null;
        return editor => editor.ReplaceNode(statement, (current, _) =>
        {
            var asked = SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(environment + ".IsDevelopment"));
            var inner = SyntaxFactory.Block(((StatementSyntax)current).WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(SyntaxFactory.ElasticMarker));
            return SyntaxFactory.IfStatement(asked, inner).WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation);
        });
    }

    private static string? EnvironmentAt(int position, Finding finding)
    {
        // IsDevelopment() is an extension method: its namespace has to be imported.
        foreach (var symbol in finding.Model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local when local.Locations[0].SourceSpan.Start < position => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            };
            if (type is null)
                continue;
            if (IsEnvironment(type, position, finding))
                return symbol.Name;
            foreach (var member in type.GetMembers("Environment").Concat(type.GetMembers("HostingEnvironment")))
                if (member is IPropertySymbol { Type: var inner, DeclaredAccessibility: Accessibility.Public } && IsEnvironment(inner, position, finding))
                    return symbol.Name + "." + member.Name;
        }

        return null;
    }

    private static bool IsEnvironment(ITypeSymbol type, int position, Finding finding) =>
        type.Name is "IHostEnvironment" or "IWebHostEnvironment" or "IHostingEnvironment"
        && finding.Model.LookupSymbols(position, type, "IsDevelopment", includeReducedExtensionMethods: true).Length > 0;
}
