using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>
/// The edits of a validation callback. The first always applies where any does: the callback goes where it is put to use,
/// so that the platform validates; where it cannot go, it rejects on errors.
/// </summary>
internal static class CallbackEdits
{
    /// <summary>The callback goes, or else rejects.</summary>
    public const string Validate = nameof(Validate);

    /// <summary>The callback stays and rejects on errors.</summary>
    public const string RejectErrors = nameof(RejectErrors);

    /// <summary>The callback goes, where it would rather stay.</summary>
    public const string RemoveCallback = nameof(RemoveCallback);

    /// <summary>The callback is used in development only.</summary>
    public const string DevelopmentOnly = nameof(DevelopmentOnly);

    private const string RemoveTitle = "Remove the callback: the platform validates the certificate";
    private const string RejectTitle = "Accept the certificate only when there are no errors";
    private const string DevelopmentTitle = "Use the callback in development only";

    private static readonly ConditionalWeakTable<TransitContext, ValidationCallbacks> Engines = new();

    public static IEnumerable<Edit> For(Finding finding)
    {
        var callbacks = Engines.GetValue(finding.Context, static context => new(context));
        if (Judge(callbacks, finding) is not var (callback, expression))
            yield break;
        var remove = expression is null ? null : CallbackRemoval.Of(expression, callback, finding);
        var reject = Rejection.Of(callback, finding, expression);
        // With the callback go the comments in it: where there are any it stays, and rejects.
        var staysFirst = remove is null || (reject is not null && HoldsComments(finding.Node));
        if (remove is not null && !staysFirst)
            yield return new(Validate, RemoveTitle, remove);
        if (reject is not null)
            yield return new(staysFirst ? Validate : RejectErrors, RejectTitle, reject);
        if (remove is not null && staysFirst)
            yield return new(RemoveCallback, RemoveTitle, remove);
        if (expression is not null && DevelopmentGuard.Of(expression, finding) is { } guard)
            yield return new(DevelopmentOnly, DevelopmentTitle, guard);
    }

    private static bool HoldsComments(SyntaxNode callback) => callback.DescendantTrivia().Any(trivia =>
        (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) && callback.Span.Contains(trivia.Span));

    /// <summary>The finding again, and the expression that is the callback; none for a method.</summary>
    private static (CallbackFinding Callback, ExpressionSyntax? Expression)? Judge(ValidationCallbacks callbacks, Finding finding)
    {
        var cancellation = finding.Cancellation;
        switch (finding.Node)
        {
            case AnonymousFunctionExpressionSyntax function:
                return finding.Model.GetOperation(function, cancellation)?.Parent is IDelegateCreationOperation creation
                    && callbacks.Of(creation, cancellation) is { } lambda ? (lambda, function) : null;
            case MethodDeclarationSyntax declaration:
                return finding.Model.GetDeclaredSymbol(declaration, cancellation) is { } method && callbacks.Of(method, cancellation) is { } found ? (found, null) : null;
            case LocalFunctionStatementSyntax local:
                return OfLocalFunction(callbacks, local, finding) is { } ofLocal ? (ofLocal, null) : null;
            case ExpressionSyntax expression:
                return OfReadyMade(callbacks, expression, finding);
            default:
                return null;
        }
    }

    private static CallbackFinding? OfLocalFunction(ValidationCallbacks callbacks, LocalFunctionStatementSyntax local, Finding finding)
    {
        foreach (var creation in finding.Model.GetOperation(local, finding.Cancellation)?.Root().Descendants().OfType<IDelegateCreationOperation>() ?? [])
            if (creation.Target is IMethodReferenceOperation { Method: var method }
                && method.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == local.SyntaxTree && reference.Span == local.Span)
                && callbacks.Of(creation, finding.Cancellation) is { } found)
                return found;
        return null;
    }

    private static (CallbackFinding, ExpressionSyntax?)? OfReadyMade(ValidationCallbacks callbacks, ExpressionSyntax expression, Finding finding)
    {
        if (expression.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access && access.Name == expression
            && finding.Model.GetOperation(invocation, finding.Cancellation) is IInvocationOperation call
            && callbacks.Of(call, finding.Cancellation) is { } ofCall)
            return (ofCall, invocation);
        if (expression.Parent is MemberAccessExpressionSyntax whole && whole.Name == expression)
            expression = whole;
        switch (finding.Model.GetOperation(expression, finding.Cancellation))
        {
            case IPropertyReferenceOperation property when callbacks.Of(property, finding.Cancellation) is { } ofProperty:
                return (ofProperty, expression);
            case IMethodReferenceOperation { Parent: IDelegateCreationOperation creation } when callbacks.Of(creation, finding.Cancellation) is { } ofMethod:
                return (ofMethod, expression);
            case IDelegateCreationOperation creation when callbacks.Of(creation, finding.Cancellation) is { } ofGroup:
                return (ofGroup, expression);
            default:
                return null;
        }
    }

    /// <summary>What stands around an expression and changes nothing: parentheses, casts, <c>new SomeDelegate(…)</c>.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax expression, SemanticModel model)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax:
                    expression = (ExpressionSyntax)expression.Parent;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax creation } }
                    when model.GetTypeInfo(creation).Type is { TypeKind: TypeKind.Delegate }:
                    expression = creation;
                    continue;
                default:
                    return expression;
            }
        }
    }
}
