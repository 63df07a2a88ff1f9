using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>
/// Writes what a pipeline lacks where the documentation wants it: after forwarded headers and error pages, before whatever
/// answers. https://learn.microsoft.com/aspnet/core/fundamentals/middleware/#middleware-order
/// </summary>
internal sealed class PipelineEdits
{
    private const string HttpOverrides = "Microsoft.AspNetCore.HttpOverrides";
    private const string Forwarded = "ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto";

    private readonly Finding finding;
    private readonly Pipeline pipeline;
    private readonly SyntaxNode place;
    private readonly SyntaxNode root;
    private readonly SourceStyle style;

    private PipelineEdits(Finding finding, Pipeline pipeline, SyntaxNode place)
    {
        this.finding = finding;
        this.pipeline = pipeline;
        this.place = place;
        root = place.SyntaxTree.GetRoot(finding.Cancellation);
        style = SourceStyle.Of(root);
    }

    /// <summary>The one edit of a rule: what it writes into the pipeline, if there is a place for it.</summary>
    public static Func<Finding, IEnumerable<Edit>> Edit(string key, string title, Func<PipelineEdits, Action<DocumentEditor>?> edit) =>
        finding => For(finding).Select(edit).FirstOrDefault(static apply => apply is not null) is { } apply ? [new Edit(key, title, apply)] : [];

    /// <summary>Reads the pipeline that the finding is about once more: of a method that several Startup classes inherit, that of each.</summary>
    private static IEnumerable<PipelineEdits> For(Finding finding)
    {
        var root = finding.Node.SyntaxTree.GetRoot(finding.Cancellation);
        var made = finding.Diagnostic.AdditionalLocations is { Count: > 0 } anchors && anchors[0] is { } anchor && anchor.SourceTree == finding.Node.SyntaxTree && IsInDevelopment(finding)
            ? root.FindNode(anchor.SourceSpan, getInnermostNodeForTie: true)
            : finding.Node;
        var applications = Applications.Of(finding.Context);
        if (made is MethodDeclarationSyntax method)
        {
            if (finding.Model.GetDeclaredSymbol(method, finding.Cancellation) is IMethodSymbol symbol
                && finding.Model.GetOperation(method, finding.Cancellation) is { } body)
                return applications.MadeBy(symbol, body, finding.Cancellation).Select(ofStartup => new PipelineEdits(finding, ofStartup, method));
            return [];
        }

        return made.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && finding.Model.GetOperation(call, finding.Cancellation) is IInvocationOperation invocation
            && applications.MadeBy(invocation, finding.Cancellation) is { } pipeline
                ? [new PipelineEdits(finding, pipeline, call)]
                : [];
    }

    /// <summary>Enables HSTS outside development; null where there is no place for it.</summary>
    public Action<DocumentEditor>? EnableHsts()
    {
        if (PipelineJudge.Hsts(pipeline) is not { } lack)
            return null;
        if (BranchOf(lack) is { } branch)
            return editor => branch.MoveToOther(editor, style);
        if (Site(static middleware => middleware is Middleware.ForwardedHeaders or Middleware.ErrorHandling) is not { } site)
            return null;
        if (site.Guard is { } existing)
            return editor => existing.AppendForProduction(editor, style, site.Application + ".UseHsts();");
        if (HostEnvironment.For(finding, site.Position, site.Application, site.ApplicationType) is not { } environment)
            return null;
        return editor =>
        {
            site.Insert(editor, style, indentation => style.Block($"if (!{environment.Expression}.IsDevelopment())", indentation, site.Application + ".UseHsts();"), isBlock: true);
            foreach (var name in environment.Usings)
                Usings.Add(editor, name);
        };
    }

    /// <summary>Redirects HTTP to HTTPS; null where there is no place for it.</summary>
    public Action<DocumentEditor>? Redirect()
    {
        if (PipelineJudge.Redirection(pipeline) is not { } lack)
            return null;
        if (BranchOf(lack) is { } branch)
            return editor => branch.MoveOut(editor, style);
        if (Site(static middleware => middleware is Middleware.ForwardedHeaders or Middleware.ErrorHandling or Middleware.Hsts) is not { } site)
            return null;
        return site.Chain is { } chain
            ? editor => editor.ReplaceNode(chain, static (current, generator) =>
                generator.InvocationExpression(generator.MemberAccessExpression(current.WithoutTrailingTrivia(), "UseHttpsRedirection")).WithTrailingTrivia(current.GetTrailingTrivia()))
            : editor => site.Insert(editor, style, indentation => indentation + site.Application + ".UseHttpsRedirection();" + style.EndOfLine, isBlock: false);
    }

    /// <summary>Reads the proxy's headers before anything else; null where there is no place for it.</summary>
    public Action<DocumentEditor>? ForwardHeaders()
    {
        if (PipelineJudge.ForwardedHeaders(pipeline) is not { } lack)
            return null;
        if (lack.Idle is { Call.Syntax: InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } none } } && none.SyntaxTree == root.SyntaxTree)
        {
            return editor =>
            {
                editor.ReplaceNode(none, (_, _) => SyntaxFactory.ParseArgumentList("(" + ForwardedOptions("{ ", " }") + ")"));
                Usings.Add(editor, HttpOverrides);
            };
        }

        if (lack.Idle is not null)
            return null;
        if (BranchOf(lack) is { } branch)
        {
            // Nothing says yet what it is to read.
            if (lack.InDevelopment!.Call.Syntax is not InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } empty })
                return null;
            return editor =>
            {
                branch.MoveOut(editor, style, empty, SyntaxFactory.ParseArgumentList("(" + ForwardedOptions("{ ", " }") + ")"));
                Usings.Add(editor, HttpOverrides);
            };
        }

        if (Site(static _ => false) is not { } site)
            return null;
        return editor =>
        {
            if (site.Chain is { } chain)
            {
                editor.ReplaceNode(chain, (current, _) => SyntaxFactory.ParseExpression(
                    current.WithoutTrailingTrivia().ToFullString() + ".UseForwardedHeaders(" + ForwardedOptions("{ ", " }") + ")").WithTrailingTrivia(current.GetTrailingTrivia()));
            }
            else
            {
                site.Insert(
                    editor, style,
                    indentation => style.Lines(indentation, site.Application + ".UseForwardedHeaders(new ForwardedHeadersOptions", "{", style.Step + Forwarded + ",", "});"),
                    isBlock: true);
            }

            Usings.Add(editor, HttpOverrides);
        };
    }

    /// <summary>Sends the headers that browsers miss, before anything answers; null where there is no place for it.</summary>
    public Action<DocumentEditor>? SendHeaders()
    {
        var missing = PipelineJudge.MissingHeaders(pipeline);
        if (missing.Count == 0
            || Site(static middleware => middleware is Middleware.ForwardedHeaders or Middleware.ErrorHandling or Middleware.Hsts or Middleware.HttpsRedirection) is not { Chain: null } site)
            return null;
        var headers = missing.Select(header => style.Step + $"context.Response.Headers[\"{header.Headers[0]}\"] = \"{header.Value}\";");
        return editor => site.Insert(
            editor, style,
            indentation => style.Lines(indentation, [site.Application + ".Use(async (context, next) =>", "{", .. headers, style.Step + "await next();", "});"]),
            isBlock: true);
    }

    private static string ForwardedOptions(string open, string close) => "new ForwardedHeadersOptions " + open + Forwarded + close;

    private static bool IsInDevelopment(Finding finding) =>
        finding.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseHsts" or "UseHttpsRedirection" or "UseForwardedHeaders" } };

    /// <summary>The development branch that the call stands in, where it is a statement of its own in this file.</summary>
    private DevelopmentGuard? BranchOf(Lack lack) =>
        lack.InDevelopment is { Call.Syntax: var call } && call.SyntaxTree == root.SyntaxTree
        && call.Parent is ExpressionStatementSyntax statement && IsVariable(Origin(call))
        && statement.FirstAncestorOrSelf<IfStatementSyntax>() is { } guard
            ? DevelopmentGuard.Of(guard, statement)
            : null;

    /// <summary>Where to insert, behind the middleware that goes first.</summary>
    private InsertionSite? Site(Func<Middleware, bool> goesFirst)
    {
        // Beside what development runs, production would not pass.
        var own = pipeline.Registrations
            .Where(registration => registration is { Branch: null, InProduction: true } && registration.Call.Syntax.SyntaxTree == root.SyntaxTree).ToArray();
        var first = Array.FindIndex(own, registration => !goesFirst(registration.Middleware));
        var before = first < 0 ? own : own.Take(first).ToArray();
        var stop = first >= 0 ? own[first].Call.Syntax : FirstEndpoint();
        var last = before.LastOrDefault()?.Call.Syntax;
        if (stop is not null && IsVariable(Origin(stop)))
            return InsertionSite.Before(stop, last, Origin(stop).ToString(), TypeOf(Origin(stop)), finding.Model);
        if (last is not null && IsVariable(Origin(last)))
            return InsertionSite.After(last, Origin(last).ToString(), TypeOf(Origin(last)));
        return place.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } declaration
            && variables[0].Initializer?.Value == place
                ? InsertionSite.After(declaration, variables[0].Identifier.Text, TypeOf(place))
                : null;
    }

    // Endpoints of a group are not calls on the application.
    private SyntaxNode? FirstEndpoint() => pipeline.Endpoints
        .Where(static endpoint => endpoint.Production.Value)
        .Select(static endpoint => endpoint.Call.Syntax)
        .FirstOrDefault(call => call.SyntaxTree == root.SyntaxTree && IsApplication(Origin(call)));

    private bool IsApplication(SyntaxNode expression) => AspNetCoreTypes.IsApplicationBuilder(TypeOf(expression));

    private ITypeSymbol? TypeOf(SyntaxNode expression) => finding.Model.GetTypeInfo(expression, finding.Cancellation).Type;

    private bool IsVariable(SyntaxNode expression) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && IsApplication(expression);

    /// <summary>What a chain of calls begins with.</summary>
    private static SyntaxNode Origin(SyntaxNode call)
    {
        var current = call;
        while (true)
        {
            switch (current)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                    current = access.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    current = parenthesized.Expression;
                    break;
                default:
                    return current;
            }
        }
    }
}
