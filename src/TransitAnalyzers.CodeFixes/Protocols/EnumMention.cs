using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Protocols;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>The expression that names a value of an enumeration: a member, a cast number, a text that is parsed.</summary>
internal static class EnumMention
{
    /// <summary>The whole expression at a finding: with its qualifier, where the finding points at the member's name alone.</summary>
    public static ExpressionSyntax? At(Finding finding)
    {
        var expression = finding.Node.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault();
        return expression is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name ? access : expression;
    }

    /// <summary>The enumeration that is mentioned.</summary>
    public static INamedTypeSymbol? TypeOf(Finding finding, ExpressionSyntax mention) => finding.Model.GetOperation(mention, finding.Cancellation) switch
    {
        IFieldReferenceOperation field => field.Field.ContainingType,
        IInvocationOperation call => EnumTexts.TypeOf(call),
        { Type: { } found } => found.WithoutNullable() as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>The enumeration that the text of this finding is parsed to; null where the finding is no text.</summary>
    public static INamedTypeSymbol? TypeOfText(Finding finding) =>
        finding.Diagnostic.Properties.TryGetValue(EnumRuleFamily.TypeOfText, out var name) && name is not null
            ? finding.Model.Compilation.GetTypesByMetadataName(name).FirstOrDefault()
            : null;

    /// <summary>The type, spelled as the user spells it; null where a <c>using static</c> makes that needless.</summary>
    public static string? TypeText(ExpressionSyntax mention) => mention switch
    {
        MemberAccessExpressionSyntax access => access.Expression.WithoutTrivia().ToString(),
        CastExpressionSyntax { Type: NullableTypeSyntax nullable } => nullable.ElementType.ToString(),
        CastExpressionSyntax cast => cast.Type.ToString(),
        InvocationExpressionSyntax call when call.DescendantNodes().OfType<TypeOfExpressionSyntax>().FirstOrDefault() is { } of => of.Type.ToString(),
        InvocationExpressionSyntax call when call.DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault() is { } generic =>
            generic.TypeArgumentList.Arguments[0].ToString(),
        _ => null,
    };
}
