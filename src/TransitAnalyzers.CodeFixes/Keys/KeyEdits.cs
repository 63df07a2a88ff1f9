using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Keys;

namespace TransitAnalyzers.CodeFixes.Keys;

/// <summary>Writes what the judge of a key or certificate says is to be written in the place of the cause.</summary>
internal static class KeyEdits
{
    /// <summary>Equivalence key: the stronger key, hash or shorter time is written.</summary>
    public const string Strengthen = nameof(Strengthen);

    public static IEnumerable<Edit> For(Finding finding)
    {
        if (!finding.Diagnostic.Properties.TryGetValue(KeyFinding.RemedyProperty, out var code) || code is null
            || finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } cause)
            yield break;
        var remedy = SyntaxFactory.ParseExpression(code).WithAdditionalAnnotations(Simplifier.Annotation);
        if (cause is BaseObjectCreationExpressionSyntax && remedy is LiteralExpressionSyntax size)
        {
            yield return new Edit(Strengthen, $"Make a key of {code} bits", editor => editor.ReplaceNode(cause, (current, _) =>
            {
                var creation = (BaseObjectCreationExpressionSyntax)current;
                var arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(size)));
                return creation switch
                {
                    { ArgumentList: { } old } => creation.WithArgumentList(arguments.WithTriviaFrom(old)),
                    ObjectCreationExpressionSyntax { Type: var type } named =>
                        named.WithType(type.WithoutTrailingTrivia()).WithArgumentList(arguments.WithTrailingTrivia(type.GetTrailingTrivia())),
                    _ => creation,
                };
            }));
        }
        else
        {
            yield return new Edit(
                Strengthen,
                $"Use '{code.Replace("global::", "").Replace("System.Security.Cryptography.", "")}'",
                editor => editor.ReplaceNode(cause, (current, _) => remedy.WithTriviaFrom(current)));
        }
    }
}
