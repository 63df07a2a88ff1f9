using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Connections;

/// <summary>
/// Limits of other kinds, for which a client's own is switched off on purpose: a token that is cancelled after a time, or a
/// handler that ends what takes too long. Whoever has one in the same type is believed to use it.
/// https://learn.microsoft.com/dotnet/api/system.net.http.httpclient.timeout
/// </summary>
internal static class TimeLimits
{
    private static readonly string[] Handlers =
        ["CancelAfter", "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler"];

    public static bool StandAround(SyntaxNode setting)
    {
        IEnumerable<SyntaxNode> scope = setting.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? [type]
            : setting.FirstAncestorOrSelf<CompilationUnitSyntax>()?.Members.OfType<GlobalStatementSyntax>() ?? [];
        return scope.SelectMany(static part => part.DescendantNodes()).Any(static node => node switch
        {
            InvocationExpressionSyntax { Expression: var called } => IsLimit(called),
            // The calls of a gRPC channel have a deadline each; a limit of its client would end the streams.
            ObjectCreationExpressionSyntax { Type: var options } when IsNamed(options, "GrpcChannelOptions") => true,
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } creation => IsTimedSource(creation),
            _ => false,
        });
    }

    private static bool IsLimit(ExpressionSyntax called)
    {
        var name = called switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        // The limit of a command limits nothing else, and may be what is switched off.
        return Array.IndexOf(Handlers, name) >= 0
            || (name.IndexOf("Timeout", StringComparison.Ordinal) >= 0 && name.IndexOf("CommandTimeout", StringComparison.Ordinal) < 0);
    }

    private static bool IsTimedSource(BaseObjectCreationExpressionSyntax creation)
    {
        var type = creation switch
        {
            ObjectCreationExpressionSyntax { Type: var named } => named,
            { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } } } } => declared,
            _ => null,
        };
        return IsNamed(type, "CancellationTokenSource")
            && !creation.ArgumentList!.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.StartsWith("Infinite", StringComparison.Ordinal));
    }

    private static bool IsNamed(TypeSyntax? type, string name) => type?.GetLastToken().ValueText == name;
}
