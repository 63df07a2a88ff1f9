using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>
/// Makes a chain policy strict again: DIT0107. Where the policy has certificates in <c>ExtraStore</c>, which is no list of
/// trusted roots, they can be made one instead (.NET 5 and later).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChainPolicyFix))]
[Shared]
public sealed class ChainPolicyFix() : OneRuleFix("DIT0107", Edits)
{
    /// <summary>Equivalence key: the certificates of <c>ExtraStore</c> become the only trusted roots.</summary>
    public const string TrustExtraStore = nameof(TrustExtraStore);

    private const string TrustMode = "System.Security.Cryptography.X509Certificates.X509ChainTrustMode";
    private const string ExtraStore = nameof(ExtraStore);

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        foreach (var edit in SettingEdits.For(finding))
            yield return edit;
        if (finding.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && RootTrust(assignment, finding) is { } trust)
            yield return new Edit(TrustExtraStore, "Trust the certificates of 'ExtraStore' and no others", trust);
    }

    private static Action<DocumentEditor>? RootTrust(AssignmentExpressionSyntax assignment, Finding finding)
    {
        if (finding.Node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Last().ValueText != "AllowUnknownCertificateAuthority"
            || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || finding.Node is not (MemberAccessExpressionSyntax or IdentifierNameSyntax)
            || finding.Model.Compilation.GetTypesByMetadataName(TrustMode).IsEmpty)
            return null;
        var stores = StoresOf(assignment);
        if (stores.IsEmpty)
            return null;
        return editor =>
        {
            foreach (var store in stores)
                editor.ReplaceNode(store, (current, _) => SyntaxFactory.IdentifierName("CustomTrustStore").WithTriviaFrom(current));
            editor.ReplaceNode(NameOf(assignment.Left)!, (current, _) => SyntaxFactory.IdentifierName("TrustMode").WithTriviaFrom(current));
            editor.ReplaceNode(assignment.Right, (current, _) => SyntaxFactory.ParseExpression($"global::{TrustMode}.CustomRootTrust")
                .WithTriviaFrom(current)
                .WithAdditionalAnnotations(Simplifier.Annotation));
        };
    }

    /// <summary>Where the same member names <c>ExtraStore</c> of the same policy.</summary>
    private static ImmutableArray<SimpleNameSyntax> StoresOf(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is InitializerExpressionSyntax initializer)
        {
            return ImmutableArray.CreateRange(initializer.Expressions.OfType<AssignmentExpressionSyntax>()
                .Select(element => NameOf(element.Left)).OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == ExtraStore));
        }

        var policy = (assignment.Left as MemberAccessExpressionSyntax)?.Expression.ToString();
        SyntaxNode? scope = assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? assignment.SyntaxTree.GetRoot();
        return policy is null ? ImmutableArray<SimpleNameSyntax>.Empty : ImmutableArray.CreateRange(scope.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == ExtraStore && access.Expression.ToString() == policy)
            .Select(access => access.Name));
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
