using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>DIT0203: takes weak suites off the list; where none is left, one that is good stands there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CipherSuiteFix))]
[Shared]
public sealed class CipherSuiteFix() : OneRuleFix("DIT0203", Edits)
{
    /// <summary>Equivalence key: weak suites go.</summary>
    public const string Drop = "DropWeakSuites";

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (EnumMention.At(finding) is not { } mention)
            return [];
        var type = EnumMention.TypeOfText(finding) ?? EnumMention.TypeOf(finding, mention);
        return type is { Name: "TlsCipherSuite", TypeKind: TypeKind.Enum } or { Name: "CipherSuite", ContainingNamespace.Name: "Tls" } ? SuiteEdits(finding, mention, type) : SettingEdits.For(finding);
    }

    private static IEnumerable<Edit> SuiteEdits(Finding finding, ExpressionSyntax mention, INamedTypeSymbol type)
    {
        if (EnumMention.TypeOfText(finding) is not null)
        {
            var name = Better(finding.Model.GetConstantValue(mention, finding.Cancellation).Value as string ?? "");
            yield return new Edit(Drop, $"Use \"{name}\"", editor => editor.ReplaceNode(mention, (current, _) =>
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(current)));
            yield break;
        }

        if (Elements.Removal(mention, IsWeak, finding) is { } remove)
        {
            yield return new Edit(Drop, $"Do not allow '{mention}'", remove);
            yield break;
        }

        var better = Better(mention.ToString());
        if (type.GetMembers(better).IsEmpty)
            yield break;
        var qualified = EnumMention.TypeText(mention) is { } qualifier ? SyntaxFactory.ParseExpression(qualifier + "." + better) : SyntaxFactory.IdentifierName(better);
        yield return new Edit(Drop, $"Use '{better}'", editor => editor.ReplaceNode(mention, (current, _) => qualified.WithTriviaFrom(current)));

        bool IsWeak(ExpressionSyntax element) =>
            (finding.Model.GetSymbolInfo(element, finding.Cancellation).Symbol as IFieldSymbol ?? Suite(finding.Model.GetConstantValue(element, finding.Cancellation).Value))
                is { } field && CipherSuites.Judge(field.Name) is not null;

        IFieldSymbol? Suite(object? number) =>
            number is null ? null : type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, number));
    }

    /// <summary>A good suite for the same kind of server certificate.</summary>
    private static string Better(string weak) =>
        weak.IndexOf("ECDSA", StringComparison.Ordinal) >= 0 ? "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" : "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
}
