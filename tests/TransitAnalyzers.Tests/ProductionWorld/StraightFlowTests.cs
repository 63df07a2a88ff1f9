using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;
using TransitAnalyzers.Tests.Robustness;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>What is told from the bound tree against what the control flow graph of the whole body says.</summary>
public sealed class StraightFlowTests
{
    /// <summary>Statements put together at random: what straight flow reaches, the graph reaches as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reaches_nothing_that_the_graph_does_not(int seed)
    {
        var random = new Random(seed);
        var (told, reached, skipped) = (0, 0, 0);
        for (var round = 0; round < 40; round++)
        {
            var code = Program(random);
            var compilation = (await (await Trial.ProjectAsync(code)).GetCompilationAsync())!;
            var tree = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "/0/Program.cs");
            Assert.DoesNotContain(compilation.GetSemanticModel(tree).GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS0157"); // Out of a finally.
            var context = TransitContext.Create(compilation, new AnalyzerOptions([]));
            var model = context.Sources.ModelOf(tree);
            var flow = new StraightFlow();
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => call.Expression.ToString() == "Open"))
            {
                var operation = model.GetOperation(call)!;
                var isTold = flow.Reaches(operation, Evaluate());
                var isReached = ReachMap.Of(operation.Root(), Evaluate(), CancellationToken.None).Contains(operation);
                Assert.True(isReached || !isTold, $"{call} is not reached in:\n{code}");
                told += isTold ? 1 : 0;
                reached += isReached ? 1 : 0;
                skipped += isReached ? 0 : 1;
            }

            Evaluation Evaluate() => new(context.Sources, context.AnySettings, CancellationToken.None);
        }

        Assert.True(skipped > 100, $"{skipped} skipped");
        Assert.True(told > 50, $"{told} told of {reached} reached");
    }

    private static string Program(Random random)
    {
        var code = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using Microsoft.Extensions.Hosting;

            class C
            {
                static int opened;
                static int Open(int call) => opened += call;
                static void Run(Action work) => work();
                static void Require(bool condition) { if (!condition) throw new Exception(); }

                static void M(IHostEnvironment env, bool flag, List<int> list)
                {

            """);
        Statements(code, random, 2, random.Next(2, 7));
        return code.Append("    }\n}\n").ToString();
    }

    private static void Statements(StringBuilder code, Random random, int depth, int count)
    {
        for (; count > 0; count--)
            Statement(code, random, depth);
    }

    private static void Statement(StringBuilder code, Random random, int depth)
    {
        var indent = new string(' ', depth * 4);
        var number = code.Length.ToString(CultureInfo.InvariantCulture);
        switch (depth > 5 ? random.Next(4) : random.Next(22))
        {
            case 0 or 1 or 2 or 3 or 4:
                code.Append(indent).Append("Open(").Append(number).Append(");\n");
                break;
            case 5 or 6:
                Within($"if ({Condition(random)})");
                break;
            case 7:
                Within($"if ({Condition(random)})");
                Within("else");
                break;
            case 8:
                code.Append(indent).Append("if (").Append(Condition(random)).Append(") return;\n");
                break;
            case 9:
                code.Append(indent).Append("if (").Append(Condition(random)).Append(") throw new Exception();\n");
                break;
            case 10:
                Within($"foreach (var item{number} in list)", random.Next(3) == 0 ? $"if ({Condition(random)}) continue;" : "");
                break;
            case 11:
                Within($"while ({Condition(random)})", random.Next(2) == 0 ? $"if ({Condition(random)}) break;" : "");
                break;
            case 12:
                Within($"for (var i{number} = 0; {Condition(random)}; i{number}++)");
                break;
            case 13:
                Within("try");
                Within("catch (Exception)");
                break;
            case 14:
                Within("try");
                Within("finally");
                break;
            case 15:
                Within("Run(() =>", end: ");");
                break;
            case 16:
                Within($"Action held{number} = () =>", end: ";");
                if (random.Next(2) == 0)
                    code.Append(indent).Append("if (").Append(Condition(random)).Append(") held").Append(number).Append("();\n");
                break;
            case 17:
                Within($"void Local{number}()");
                if (random.Next(2) == 0)
                    code.Append(indent).Append("if (").Append(Condition(random)).Append(") Local").Append(number).Append("();\n");
                break;
            case 18:
                code.Append(indent).Append("Require(").Append(Condition(random)).Append(");\n");
                break;
            case 19:
                code.Append(indent).Append("var x").Append(number).Append(" = ").Append(Condition(random)).Append(" ? Open(").Append(number).Append("1) : Open(").Append(number).Append("2);\n");
                break;
            case 20:
                Within($"switch (list.Count)", "case 1: " + (random.Next(2) == 0 ? "return;" : "break;"), "default:", "break;");
                break;
            case 21:
                code.Append(indent).Append("if (").Append(Condition(random)).Append(") Environment.Exit(1);\n");
                break;
        }

        void Within(string head, string first = "", string before = "", string last = "", string end = "")
        {
            code.Append(indent).Append(head).Append('\n').Append(indent).Append("{\n").Append(indent).Append("    ").Append(first).Append('\n');
            if (before.Length > 0)
                code.Append(indent).Append("    ").Append(before).Append('\n');
            Statements(code, random, depth + 1, random.Next(1, 4));
            code.Append(indent).Append("    ").Append(last).Append('\n').Append(indent).Append('}').Append(end).Append('\n');
        }
    }

    private static string Condition(Random random) => random.Next(9) switch
    {
        0 or 1 => "env.IsDevelopment()",
        2 => "!env.IsDevelopment()",
        3 => "env.IsProduction()",
        4 => "flag && env.IsDevelopment()",
        5 => "flag || !env.IsDevelopment()",
        6 => "flag && list.Count > 1",
        _ => "flag",
    };
}
