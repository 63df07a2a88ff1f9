using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Tests.Hosting;

/// <summary>The words of many files, which are read in groups, and ahead of who goes through them.</summary>
public sealed class SourceWordsTests
{
    private const int Files = 200;

    [Theory]
    [InlineData]
    [InlineData(199)]
    [InlineData(0, 33, 64)]
    [InlineData(100, 33, 150, 0)]
    public void Each_file_holds_its_own_words_whichever_is_asked_first(params int[] asked)
    {
        var (trees, words) = Read();
        foreach (var first in asked)
            Assert.True(words.At(first).MayHold(Word.BitsOf(NameOf(first))));

        for (var number = 0; number < Files; number++)
        {
            Assert.True(words.At(number).MayHold(Word.BitsOf(NameOf(number))));
            var found = words.FilesThatMayHold(NameOf(number), CancellationToken.None).ToArray();
            Assert.Contains(trees[number], found);
            Assert.True(found.Length < Files / 4); // A few may hold it by mistake.
        }
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        var words = Read().Words;
        Parallel.For(0, Files, number => Assert.True(words.At(number).MayHold(Word.BitsOf(NameOf(number)))));
    }

    private static (SyntaxTree[] Trees, SourceWords Words) Read()
    {
        var trees = Enumerable.Range(0, Files).Select(static number => CSharpSyntaxTree.ParseText($"class C {{ int {NameOf(number)}; }}{new string(' ', 2000)}")).ToArray();
        return (trees, new SourceWords(CSharpCompilation.Create("C", trees), TellingWords.None));
    }

    private static string NameOf(int number) => $"Word{number:D3}OfFile";
}
