using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>Takes a weak element out of an array, a list, a collection expression, or the call that adds it.</summary>
internal static class Elements
{
    /// <summary>
    /// The edit; null where the expression is no element, or where all elements are weak and this is the first of them:
    /// then it stays, as something better.
    /// </summary>
    public static Action<DocumentEditor>? Removal(ExpressionSyntax element, Func<ExpressionSyntax, bool> isWeak, Finding finding)
    {
        switch (element.Parent)
        {
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } list:
                return HasFixedSize(list) || MustStay(list.Expressions.IndexOf(element), list.Expressions)
                    ? null : Settings.Removal.OfExpression(element, finding.Model);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call } }
                when finding.Model.GetSymbolInfo(call, finding.Cancellation).Symbol is IMethodSymbol { Name: "Add" or "Enqueue" or "Push" } method
                    && method.OriginalDefinition.Parameters[0].Type is ITypeParameterSymbol:
                return Settings.Removal.OfExpression(call, finding.Model);
            case { } wrapper when IsCollectionElement(wrapper):
                var elements = wrapper.Parent!.ChildNodes().Select(node => node.ChildNodes().FirstOrDefault()).OfType<ExpressionSyntax>().ToArray();
                return MustStay(Array.IndexOf(elements, element), elements)
                    ? null : editor => editor.RemoveNode(wrapper, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            default:
                return null;
        }

        bool MustStay(int index, IReadOnlyList<ExpressionSyntax> all) => index == 0 && all.All(isWeak);
    }

    private static bool HasFixedSize(InitializerExpressionSyntax list) =>
        list.Parent is ArrayCreationExpressionSyntax array
        && array.Type.RankSpecifiers.Any(rank => rank.Sizes.Any(size => size is not OmittedArraySizeExpressionSyntax));

    // ExpressionElement, which the Roslyn that this is compiled against does not name yet.
    private static bool IsCollectionElement(SyntaxNode node) => node.RawKind == 9077;
}
