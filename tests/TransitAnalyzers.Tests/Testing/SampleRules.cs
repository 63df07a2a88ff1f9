using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TransitAnalyzers.Tests.Testing;

#pragma warning disable RS1036, RS1038, RS1041, RS2000, RS2008, RS1016 // Analyzers that only prove the verifier.

/// <summary>Reports the literal 13, in C# and in additional files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThirteenAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "TEST13", "Thirteen", "'{0}' brings bad luck", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            static node =>
            {
                if (((LiteralExpressionSyntax)node.Node).Token.Text == "13")
                    node.ReportDiagnostic(Diagnostic.Create(Rule, node.Node.GetLocation(), "13"));
            },
            SyntaxKind.NumericLiteralExpression);
        context.RegisterAdditionalFileAction(static file =>
        {
            var text = file.AdditionalFile.GetText(file.CancellationToken)!;
            for (var at = text.ToString().IndexOf("13", StringComparison.Ordinal); at >= 0;
                 at = text.ToString().IndexOf("13", at + 2, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, 2);
                file.ReportDiagnostic(Diagnostic.Create(
                    Rule, Location.Create(file.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "13"));
            }
        });
    }
}

/// <summary>Replaces the literal by a text; how well it behaves is up to the derived class.</summary>
public abstract class ThirteenFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TEST13");

    protected abstract string Replacement { get; }

    protected virtual string FixAllReplacement => Replacement;

    public override FixAllProvider? GetFixAllProvider() => new All(this);

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Avoid thirteen",
                cancel => ReplaceAsync(context.TextDocument.Project.Solution, context.TextDocument, context.Diagnostics, Replacement, cancel),
                "avoid"),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Solution> ReplaceAsync(
        Solution solution, TextDocument document, IEnumerable<Diagnostic> diagnostics, string replacement, CancellationToken cancel)
    {
        var text = await document.GetTextAsync(cancel);
        var changed = text.WithChanges(diagnostics.Select(diagnostic => new TextChange(diagnostic.Location.SourceSpan, replacement)));
        return document is Document ? solution.WithDocumentText(document.Id, changed) : solution.WithAdditionalDocumentText(document.Id, changed);
    }

    private sealed class All(ThirteenFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext all)
        {
            var solution = all.Solution;
            var project = all.Project;
            var diagnostics = all.Scope == FixAllScope.Document && all.Document is { } only
                ? await all.GetDocumentDiagnosticsAsync(only)
                : await all.GetAllDiagnosticsAsync(project);
            foreach (var document in project.Documents.Concat<TextDocument>(project.AdditionalDocuments))
            {
                var here = diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath).ToArray();
                if (here.Length > 0)
                    solution = await ReplaceAsync(solution, document, here, fix.FixAllReplacement, all.CancellationToken);
            }

            return CodeAction.Create("Avoid all", _ => Task.FromResult(solution), "avoid");
        }
    }
}

public sealed class GoodFix : ThirteenFix
{
    protected override string Replacement => "12";
}

public sealed class IdleFix : ThirteenFix
{
    protected override string Replacement => "13";
}

public sealed class BreakingFix : ThirteenFix
{
    protected override string Replacement => "twelve";
}

/// <summary>What it writes has to be fixed again.</summary>
public sealed class EndlessFix : ThirteenFix
{
    protected override string Replacement => "13 + 13";
}

public sealed class OtherFixAllFix : ThirteenFix
{
    protected override string Replacement => "12";

    protected override string FixAllReplacement => "11";
}

public sealed class NoFixAllFix : ThirteenFix
{
    protected override string Replacement => "12";

    public override FixAllProvider? GetFixAllProvider() => null;
}

/// <summary>Leaves additional files as they are.</summary>
public sealed class SourcesOnlyFix : ThirteenFix
{
    protected override string Replacement => "12";

    public override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        context.TextDocument is Document ? base.RegisterCodeFixesAsync(context) : Task.CompletedTask;
}

/// <summary>Builds a tree that its own text does not parse to: a sum as one token.</summary>
public sealed class CrookedFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TEST13");

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Avoid thirteen",
                async cancel =>
                {
                    var root = (await context.Document.GetSyntaxRootAsync(cancel))!;
                    var literal = root.FindNode(context.Span);
                    var sum = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal("6 + 6", 12));
                    return context.Document.WithSyntaxRoot(root.ReplaceNode(literal, sum));
                },
                "avoid"),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}

/// <summary>Reports in generated code, and nothing can silence it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoudAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "LOUD", "Loud", "Loud", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(
            static symbol => symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0])), SymbolKind.NamedType);
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ThirteenAnalyzer.Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(static _ => throw new InvalidOperationException("on purpose"), SymbolKind.NamedType);
    }
}

/// <summary>Two rules, one of them off by default; reports both on every class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoRulesAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor On = new("TWO1", "On", "On", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor Off = new("TWO2", "Off", "Off", "Test", DiagnosticSeverity.Info, isEnabledByDefault: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(On, Off);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            static symbol =>
            {
                var place = symbol.Symbol.Locations[0];
                symbol.ReportDiagnostic(Diagnostic.Create(On, place, additionalLocations: [place]));
                symbol.ReportDiagnostic(Diagnostic.Create(Off, place));
            },
            SymbolKind.NamedType);
    }
}
