using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates;

/// <summary>
/// The custom root of the days before <c>CustomRootTrust</c>: the policy allows an unknown authority, and the code compares
/// the root of the built chain with the one that it trusts. That is as strict, so the flag is not reported there.
/// </summary>
internal static class RootComparison
{
    private const string UnknownAuthority = "AllowUnknownCertificateAuthority";

    /// <summary>The finding is about that flag, and the function that builds the chain compares (where the policy is only made there, the type).</summary>
    public static bool IsMadeAround(SettingFinding finding)
    {
        if (finding.Row.When.Names.FirstOrDefault() != UnknownAuthority)
            return false;
        foreach (var node in finding.Operation.Syntax.AncestorsAndSelf())
        {
            var isScope = node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax;
            if (isScope && (node is TypeDeclarationSyntax || Names(node, "Build")))
                return Names(node, "ChainElements") && node.DescendantNodes().Any(IsComparison);
        }

        return false;
    }

    private static bool IsComparison(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => NamesIdentity(node),
        InvocationExpressionSyntax call => CalledName(call) is "Equals" or "SequenceEqual" or "FixedTimeEquals" or "Contains" && NamesIdentity(node),
        _ => false,
    };

    private static string? CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool NamesIdentity(SyntaxNode node) => node.DescendantTokens().Any(static token => token.ValueText is
        "Thumbprint" or "RawData" or "RawDataMemory" or "GetRawCertData" or "GetCertHash" or "GetCertHashString" or "GetPublicKey"
        or "ExportSubjectPublicKeyInfo" or "PublicKey" or "Certificate");

    private static bool Names(SyntaxNode scope, string name) => scope.DescendantTokens().Any(token => token.ValueText == name);
}
