namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Where two trees differ in kinds, texts or (if asked) trivia.</summary>
internal static class TreeDifference
{
    public static string? Find(SyntaxNode left, SyntaxNode right, bool withTrivia)
    {
        var pairs = new Stack<(SyntaxNodeOrToken, SyntaxNodeOrToken)>();
        pairs.Push((left, right));
        while (pairs.Count > 0)
        {
            var (a, b) = pairs.Pop();
            if (a.RawKind != b.RawKind || a.IsNode != b.IsNode)
                return $"'{a}' against '{b}'";
            if (a.IsToken)
            {
                if (a.AsToken().Text != b.AsToken().Text || (withTrivia && a.ToFullString() != b.ToFullString()))
                    return $"'{a.ToFullString()}' against '{b.ToFullString()}'";
                continue;
            }

            var children = a.ChildNodesAndTokens();
            var others = b.ChildNodesAndTokens();
            if (children.Count != others.Count)
                return $"'{a}' has {children.Count} parts against {others.Count}";
            for (var i = children.Count - 1; i >= 0; i--)
                pairs.Push((children[i], others[i]));
        }

        return null;
    }
}
