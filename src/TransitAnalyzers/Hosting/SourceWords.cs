using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Hosting;

/// <summary>The words of the files of one compilation; each file is read once, when it is first asked about.</summary>
internal sealed class SourceWords(Compilation compilation, TellingWords telling)
{
    private readonly ConcurrentDictionary<SyntaxTree, FileWords> files = new();

    /// <summary>Does a member hold a telling word? Its declaration counts, because the types of its parameters stand there.</summary>
    public (bool Names, bool Texts) Of(ImmutableArray<IOperation> blocks, CancellationToken cancellation)
    {
        var told = (Names: false, Texts: false);
        foreach (var block in blocks)
        {
            // The arguments of a primary constructor's base say nothing of its type.
            if (block.Syntax is PrimaryConstructorBaseTypeSyntax)
                told.Names = true;
            var span = block.Syntax.Parent is MemberDeclarationSyntax or AccessorDeclarationSyntax or VariableDeclaratorSyntax ? block.Syntax.Parent.FullSpan : block.Syntax.FullSpan;
            var words = Of(block.Syntax.SyntaxTree, cancellation);
            told.Names |= words.Tells(span.Start, span.End);
            told.Texts |= words.HasText;
        }

        return told;
    }

    /// <summary>Does any file ask where the program runs?</summary>
    public bool HasGuard(CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
            if (Of(tree, cancellation).HasGuard)
                return true;
        return false;
    }

    private FileWords Of(SyntaxTree tree, CancellationToken cancellation) =>
        files.TryGetValue(tree, out var known) ? known : files.GetOrAdd(tree, telling.Read(tree.GetText(cancellation).ToString()));
}
