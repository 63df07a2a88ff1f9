using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>
/// Takes a callback out where it is put to use: the assignment, the element of an initializer (and what is empty without
/// it), the argument, the fluent call.
/// </summary>
internal static class CallbackRemoval
{
    /// <summary>The edit; null where the callback cannot simply go, or where none is worse than this one.</summary>
    public static Action<DocumentEditor>? Of(ExpressionSyntax expression, CallbackFinding callback, Finding finding)
    {
        if (callback.Shape.Row is { AcceptsByDefault: true } || callback.Table?.ProvesSome == true)
            return null;
        if (expression is InvocationExpressionSyntax invocation)
            return Removal.OfCall(invocation, finding.Model);
        var whole = CallbackEdits.Whole(expression, finding.Model);
        switch (whole.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Right == whole && IsOfLibrary(assignment.Left, finding):
                return OfAssignment(assignment, finding.Model);
            case ArgumentSyntax { Parent: ArgumentListSyntax list } argument:
                return OfArgument(argument, list, finding);
            default:
                return null;
        }
    }

    /// <summary>The program's own member may be asked for the callback that is not there any more.</summary>
    private static bool IsOfLibrary(ExpressionSyntax target, Finding finding) =>
        finding.Model.GetSymbolInfo(target, finding.Cancellation).Symbol is { Kind: SymbolKind.Property or SymbolKind.Field or SymbolKind.Event } member
        && (member.DeclaringSyntaxReferences.IsEmpty || IsStub(member));

    /// <summary>A library's type that is declared in the source, in the library's own namespace.</summary>
    private static bool IsStub(ISymbol member)
    {
        var space = member.ContainingNamespace;
        if (space is null or { IsGlobalNamespace: true })
            return false;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name is "System" or "Microsoft";
    }

    private static Action<DocumentEditor>? OfAssignment(AssignmentExpressionSyntax assignment, SemanticModel model)
    {
        if (assignment.Parent is not InitializerExpressionSyntax { Expressions.Count: 1 } initializer)
            return Removal.OfExpression(assignment, model);
        switch (initializer.Parent)
        {
            // SslOptions = { … }: goes with its only element.
            case AssignmentExpressionSyntax outer:
                return OfAssignment(outer, model);
            case ObjectCreationExpressionSyntax creation:
                return editor => editor.ReplaceNode(creation, static (current, _) => WithoutInitializer((ObjectCreationExpressionSyntax)current));
            case ImplicitObjectCreationExpressionSyntax creation:
                return editor => editor.ReplaceNode(creation, static (current, _) =>
                    ((ImplicitObjectCreationExpressionSyntax)current).WithInitializer(null).WithTrailingTrivia(current.GetTrailingTrivia()));
            default:
                return Removal.OfExpression(assignment, model);
        }
    }

    private static ObjectCreationExpressionSyntax WithoutInitializer(ObjectCreationExpressionSyntax creation) =>
        (creation.ArgumentList is null
            ? creation.WithType(creation.Type.WithoutTrailingTrivia()).WithArgumentList(SyntaxFactory.ArgumentList())
            : creation.WithArgumentList(creation.ArgumentList.WithoutTrailingTrivia()))
        .WithInitializer(null).WithTrailingTrivia(creation.GetTrailingTrivia());

    private static Action<DocumentEditor>? OfArgument(ArgumentSyntax argument, ArgumentListSyntax list, Finding finding)
    {
        if (list.Parent is not { } call || finding.Model.GetSymbolInfo(call, finding.Cancellation).Symbol is not IMethodSymbol method
            || method.DeclaringSyntaxReferences.Length > 0)
            return null;
        var index = list.Arguments.IndexOf(argument);
        var isLast = index == list.Arguments.Count - 1;
        if (isLast && argument.NameColon is null && index > 0 && HasShorter(method, index, finding.Model.Compilation))
            return editor => editor.RemoveNode(argument, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        // A fluent call that does nothing but install the callback.
        if (list.Arguments.Count == 1 && call is InvocationExpressionSyntax invocation && IsFluent(method))
            return Removal.OfCall(invocation, finding.Model);
        return call is BaseObjectCreationExpressionSyntax && method.ContainingType.Name is "SslStream"
            ? editor => editor.ReplaceNode(argument.Expression, static (current, _) =>
                SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTriviaFrom(current))
            : null;
    }

    private static bool IsFluent(IMethodSymbol method) =>
        method.ReturnsVoid || SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) || method.ReturnType.Name == method.ContainingType.Name
        || (method.IsExtensionMethod && method.ReducedFrom is not null && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ReceiverType))
        || InheritsFrom(method.ContainingType, method.ReturnType);

    private static bool InheritsFrom(INamedTypeSymbol type, ITypeSymbol returned)
    {
        if (returned is ITypeParameterSymbol)
            return true;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, returned))
                return true;
        return type.AllInterfaces.Contains(returned, SymbolEqualityComparer.Default);
    }

    /// <summary>Is there an overload with the parameters before this one, or may the rest be left out?</summary>
    private static bool HasShorter(IMethodSymbol method, int count, Compilation compilation)
    {
        if (method.Parameters.Skip(count).All(static parameter => parameter.IsOptional))
            return true;
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && other.Parameters.Length == count && other.IsStatic == method.IsStatic
                && compilation.IsSymbolAccessibleWithin(other, compilation.Assembly)
                && other.Parameters.Select(static parameter => parameter.Type).SequenceEqual(method.Parameters.Take(count).Select(static parameter => parameter.Type), SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }
}
