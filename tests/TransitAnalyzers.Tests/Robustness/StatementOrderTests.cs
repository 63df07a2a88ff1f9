using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>What the funnel takes for granted, because it looks for a place among the statements of a block by bisection.</summary>
public sealed class StatementOrderTests
{
    [Fact]
    public async Task The_statements_of_a_block_stand_in_the_order_of_the_source()
    {
        var count = 0;
        var random = new Random(1);
        foreach (var code in Corpus.Code.Concat(Corpus.Code.Select(code => Damage.MutateCode(code, random))))
        {
            var compilation = (await (await Trial.ProjectAsync(code)).GetCompilationAsync())!;
            var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "/0/Program.cs");
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodesAndSelf().Where(static node => node is BlockSyntax or CompilationUnitSyntax))
            {
                var block = model.GetOperation(node) switch
                {
                    IBlockOperation own => own,
                    IMethodBodyOperation { BlockBody: { } body } => body,
                    _ => null,
                };
                var ends = block?.Operations.Select(static statement => statement.Syntax.FullSpan.End).ToArray() ?? [];
                count += ends.Length;
                Assert.True(ends.Zip(ends.Skip(1)).All(static pair => pair.First <= pair.Second), $"{string.Join(' ', ends)} in:\n{node}");
            }
        }

        Assert.True(count > 1000);
    }
}
