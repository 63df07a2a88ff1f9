using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>What is not taken for a mention needs no binding: names such as <c>Configure</c> are called all over a program.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("static void Configure(string[] args) { }", "x.Configure<int>(a)", false)]
    [InlineData("static void Configure(string[] args) { }", "x.Configure()", false)]
    [InlineData("static void Configure(string[] args) { }", "x?.Configure(a, b)", false)]
    [InlineData("static void Configure(string[] args) { }", "x.Configure(a)", true)]
    [InlineData("static void Configure(string[] args) { }", "Use(x.Configure)", true)]
    [InlineData("static void Configure<T>(T t) { }", "x.Configure(a)", true)]
    [InlineData("static void Configure<T>(T t) { }", "x.Configure<int, int>(a)", false)]
    [InlineData("static void Configure(int a, int b = 1, params int[] c) { }", "Configure(a, b, c, d)", true)]
    [InlineData("static void Configure(int a, int b = 1, params int[] c) { }", "Configure()", false)]
    [InlineData("static void Configure(this string s, int a) { }", "s.Configure(a)", true)]
    [InlineData("static void Configure(this string s, int a) { }", "C.Configure(s, a)", true)]
    [InlineData("static void Configure(this string s, int a) { }", "s.Configure()", false)]
    public void Name_may_be_that_of_a_method_that_fits(string declaration, string expression, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"static class C {{ {declaration} }}");
        var method = CSharpCompilation.Create("C", [tree]).GetTypeByMetadataName("C")!.GetMembers("Configure").OfType<IMethodSymbol>().Single();
        var name = SyntaxFactory.ParseExpression(expression).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Single(static name => name.Identifier.ValueText == "Configure");

        Assert.Equal(expected, name.MayName(method));
    }

    [Theory]
    [InlineData("A.B.C", "A")]
    [InlineData("global::A.B", "global::A")]
    [InlineData("A<int>.B", "A<int>")]
    [InlineData("a().B", null)]
    [InlineData("this.B", null)]
    [InlineData("a[0].B", null)]
    [InlineData("\"\".B", null)]
    public void First_name_of_what_may_be_a_type(string expression, string? first) =>
        Assert.Equal(first, SyntaxFactory.ParseExpression(expression).FirstName()?.ToString());
}
