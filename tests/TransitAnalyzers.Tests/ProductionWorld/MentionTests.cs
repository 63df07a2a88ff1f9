using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
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
    [InlineData("interface I { } static void Configure(I i) { }", "x.Configure(c => { })", false)]
    [InlineData("interface I { } static void Configure(I i) { }", "x.Configure(delegate { })", false)]
    [InlineData("interface I { } static void Configure(I i) { }", "x.Configure(c)", true)]
    [InlineData("interface I { } static void Configure(int a, I i) { }", "x.Configure(i: c, a: () => 1)", true)]
    [InlineData("interface I { } static void Configure(params I[] i) { }", "x.Configure(c => { })", true)]
    [InlineData("delegate void D(int a); static void Configure(D d) { }", "x.Configure(c => { })", true)]
    [InlineData("static void Configure(object o) { }", "x.Configure(() => 1)", true)]
    [InlineData("static void Configure(System.Delegate d) { }", "x.Configure(() => 1)", true)]
    [InlineData("static void Configure<T>(T t) { }", "x.Configure(() => 1)", true)]
    [InlineData("static void Configure(Unknown u) { }", "x.Configure(() => 1)", true)]
    [InlineData("static void Configure() { }", "N.Configure.Parser", false)]
    [InlineData("static void Configure() { }", "Configure.Parser()", false)]
    [InlineData("static void Configure() { }", "N.Configure[0]", false)]
    [InlineData("static void Configure() { }", "N.Configure?.Parser", false)]
    [InlineData("static void Configure() { }", "x as Configure", false)]
    [InlineData("static void Configure() { }", "(x as N.Configure)?.Meta", false)]
    [InlineData("static void Configure() { }", "x is Configure", false)]
    [InlineData("static void Configure() { }", "nameof(C.Configure)", true)]
    [InlineData("static void Configure() { }", "(System.Action)C.Configure", true)]
    [InlineData("static void Configure() { }", "x ?? Configure", true)]
    public void Name_may_be_that_of_a_method_that_fits(string declaration, string expression, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"static class C {{ {declaration} }}");
        var method = CSharpCompilation.Create("C", [tree]).GetTypeByMetadataName("C")!.GetMembers("Configure").OfType<IMethodSymbol>().Single();
        var name = SyntaxFactory.ParseExpression(expression).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Single(static name => name.Identifier.ValueText == "Configure");

        Assert.Equal(expected, name.MayName(method));
    }

    /// <summary>Whose variable is spelled to be of another type is not bound; where a type is not spelled, or may be the one, it is.</summary>
    [Theory]
    [InlineData("void F(Own x) => x.Configure();", true)]
    [InlineData("void F(Own? x) => x.Configure();", true)]
    [InlineData("void F(N.Own x) => x.Configure();", true)]
    [InlineData("void F(Derived x) => x.Configure();", true)]
    [InlineData("void F(Alias x) => x.Configure();", true)]
    [InlineData("void F(Other x) => x.Configure();", false)]
    [InlineData("void F(IOther x) => x.Configure();", false)]
    [InlineData("void F(Unknown x) => x.Configure();", false)]
    [InlineData("void F(string x) => x.Configure();", false)]
    [InlineData("void F(Own[] x) => x.Configure();", false)]
    [InlineData("void F((Own, int) x) => x.Configure();", false)]
    [InlineData("void F(dynamic x) => x.Configure();", false)]
    [InlineData("void F<T>(T x) where T : Own => x.Configure();", true)]
    [InlineData("void F() { Own x = null; x.Configure(); }", true)]
    [InlineData("void F() { Other x = null; x.Configure(); }", false)]
    [InlineData("void F() { var x = new Other(); x.Configure(); }", false)]
    [InlineData("void F() { var x = new Own(); x.Configure(); }", true)]
    [InlineData("void F(object o) { var x = (Other)o; x.Configure(); }", false)]
    [InlineData("void F(object o) { var x = o as Own; x.Configure(); }", true)]
    [InlineData("void F() { var x = Make(); x.Configure(); } Own Make() => new();", true)]
    [InlineData("void F(Own[] all) { foreach (var x in all) x.Configure(); }", true)]
    [InlineData("void F(Other[] all) { foreach (Other x in all) x.Configure(); }", false)]
    [InlineData("void F(object o) { if (o is Other x) x.Configure(); }", false)]
    [InlineData("void F(object o) { if (o is Own { } x) x.Configure(); }", true)]
    [InlineData("void F(object o) { if (o is IOther { } x) x.Configure(); }", false)]
    [InlineData("void F(Own o) { if (o is { } x) x.Configure(); }", true)]
    [InlineData("void F(Own o) { if (o is var x) x.Configure(); }", true)]
    [InlineData("void F() { G(x => x.Configure()); } void G(System.Action<Own> a) { }", true)]
    [InlineData("void F() { G((Other x) => x.Configure()); } void G(System.Action<Other> a) { }", false)]
    [InlineData("void F() { G(out Other x); x.Configure(); } void G(out Other o) => o = null;", false)]
    [InlineData("void F() { G(out var x); x.Configure(); } void G(out Own o) => o = null;", true)]
    [InlineData("void F() { try { } catch (Other x) { x.Configure(); } }", false)]
    [InlineData("object F(Own[] all) => from x in all select x.Configure();", true)]
    [InlineData("Own x; void F() => x.Configure();", true)]
    [InlineData("Other x; void F() => x.Configure();", false)]
    [InlineData("Own x; void F() { x.Configure(); void G(Other x) { } }", true)]
    [InlineData("Other x; void F() { x.Configure(); void G(Own x) { } }", true)]
    [InlineData("Other x { get; } class Inner { Own x; void F() => x.Configure(); }", true)]
    [InlineData("static Own x => null; class Inner { void F() => x.Configure(); }", true)]
    [InlineData("Other x => null; class Inner(Own x) { void F() => x.Configure(); }", true)]
    [InlineData("class Inner(Other x) { void F() => x.Configure(); }", false)]
    [InlineData("class Inner<Other> where Other : Own { void F(Other x) => x.Configure(); }", true)]
    [InlineData("class Inner : Keeper { void F() => x.Configure(); }", true)]
    [InlineData("void F() => Own.Configure();", false)]
    [InlineData("void F() => N.Own.Configure();", true)]
    [InlineData("void F() => this.Configure();", false)]
    [InlineData("class Inner : Own { void F() => this.Configure(); }", true)]
    [InlineData("class Inner : Derived { void F() => base.Configure(); }", true)]
    [InlineData("class Inner : Other { void F() => base.Configure(); }", false)]
    [InlineData("struct Inner { void F() => base.Configure(); }", false)]
    [InlineData("interface Inner { void F() => this.Configure(); }", true)]
    [InlineData("Own Own => null; void F() => Own.Configure();", true)]
    [InlineData("void F() => x.Configure();", true)]
    public void Variable_may_have_the_member(string members, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using Alias = N.Own;
            namespace N { public class Own { public int Configure() => 0; } public class Derived : Own { } }
            public interface IOther { int Configure(); }
            public class Other : System.Exception, IOther { public int Configure() => 0; }
            public class Keeper { protected N.Own x; }
            namespace M { using N; class C { {{members}} } }
            """);
        Assert.Equal(expected, IsFound(tree, static compilation => compilation.GetTypeByMetadataName("N.Own")!.GetMembers("Configure").Single()));
    }

    /// <summary>A type that the program names may be a member as well where members are imported.</summary>
    [Theory]
    [InlineData("", "", false)]
    [InlineData("using static Holder;", "", true)]
    [InlineData("", "using static Holder;", true)]
    [InlineData("global using static Holder;", "", true)]
    public void Name_of_a_type_may_be_that_of_an_imported_member(string file, string space, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            {{file}}
            public class Own { public int Configure() => 0; }
            public static class Holder { public static Own Own; }
            namespace M { {{space}} class C { int F() => Own.Configure(); } }
            """);
        Assert.Equal(expected, IsFound(tree, static compilation => compilation.GetTypeByMetadataName("Own")!.GetMembers("Configure").Single()));
    }

    /// <summary>What is passed for an interface implements it.</summary>
    [Theory]
    [InlineData("IWanted x", true)]
    [InlineData("IMore x", true)]
    [InlineData("Wanted x", true)]
    [InlineData("Wanted.More x", true)]
    [InlineData("Value? x", true)]
    [InlineData("Value x", true)]
    [InlineData("IEnumerable<int> x", false)]
    [InlineData("IOther x", false)]
    [InlineData("Other x", false)]
    [InlineData("string x", false)]
    [InlineData("dynamic x", true)]
    [InlineData("Unknown x", true)]
    [InlineData("IWanted x, object y = null", true)]
    public void Variable_may_be_passed(string parameter, bool expected) => AssertPassed($"void F(Own o, {parameter}) => o.Configure(x);", expected);

    [Theory]
    [InlineData("void F<T>(Own o, T x) where T : IWanted => o.Configure(x);", true)]
    [InlineData("void F(Own o) { var x = Make(); o.Configure(x); } Wanted Make() => null;", true)]
    [InlineData("void F(Own o) { var x = new Other(); o.Configure(x); }", false)]
    [InlineData("void F(Own o) { var x = new Wanted(); o.Configure(x); }", true)]
    [InlineData("IOther x; void F(Own o) => o.Configure(x);", false)]
    [InlineData("IMore x; void F(Own o) => o.Configure(x);", true)]
    [InlineData("void F(Own o) => o.Configure(null);", true)]
    [InlineData("void F(Own o, IOther x) => o.Configure(w: x);", true)]
    [InlineData("void F(Own o, IOther x) => o.Configure((IWanted)x);", true)]
    [InlineData("class Inner : Own { void F(IOther x) => Configure(x); }", false)]
    [InlineData("class Inner : Own { void F(IMore x) => Configure(x); }", true)]
    public void Value_may_be_passed(string members, bool expected) => AssertPassed(members, expected);

    private static void AssertPassed(string members, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            using System.Collections.Generic;
            public interface IWanted { }
            public interface IMore : IWanted { }
            public interface IOther { }
            public class Wanted : IMore { public class More : Wanted { } }
            public struct Value : IWanted { }
            public class Other : IOther { }
            public class Own { public int Configure(IWanted w) => 0; }
            class C { {{members}} }
            """);
        Assert.Equal(expected, PlacesOf(tree, static compilation => compilation.GetTypeByMetadataName("Own")!.GetMembers("Configure").Single()).Any());
    }

    [Theory]
    [InlineData("void F(string x) => _ = x.Configure;")]
    [InlineData("string x; void F() => _ = x.Configure;")]
    public void Extension_is_used_on_values_of_any_type(string members)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            static class E { extension(string s) { public int Configure => 0; } }
            class C { {{members}} }
            """);
        Assert.True(IsFound(tree, static compilation => compilation.GetTypeByMetadataName("E")!.GetTypeMembers().Single().GetMembers("Configure").Single()));
    }

    private static bool IsFound(SyntaxTree tree, Func<Compilation, ISymbol> member) =>
        PlacesOf(tree, member).Any(static place => place.WithReceiver().ToString().EndsWith(".Configure", StringComparison.Ordinal));

    private static IEnumerable<SimpleNameSyntax> PlacesOf(SyntaxTree tree, Func<Compilation, ISymbol> member)
    {
        var compilation = CSharpCompilation.Create("C", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return TransitContext.Create(compilation, new AnalyzerOptions([])).References.PlacesOf(member(compilation), CancellationToken.None);
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
