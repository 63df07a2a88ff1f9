using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>DIT0204: requires encryption.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(EncryptionPolicyFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class EncryptionPolicyFix() : OneRuleFix("DIT0204", Edits)
{
    /// <summary>Equivalence key: encryption is required.</summary>
    public const string Require = "RequireEncryption";

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        if (EnumMention.At(finding) is not { } mention)
            yield break;
        var parsed = EnumMention.TypeOfText(finding);
        var type = parsed ?? EnumMention.TypeOf(finding, mention);
        var row = finding.Context.Libraries.SelectMany(library => library.Library.ChoiceEnums)
            .FirstOrDefault(choice => choice.Rule == finding.Diagnostic.Id && finding.Model.Compilation.GetTypesByMetadataName(choice.Type).Contains(type, SymbolEqualityComparer.Default));
        if (row is null)
            yield break;
        ExpressionSyntax secure = parsed is not null
            ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(row.Secure))
            : EnumMention.TypeText(mention) is { } qualifier ? SyntaxFactory.ParseExpression(qualifier + "." + row.Secure) : SyntaxFactory.IdentifierName(row.Secure);
        yield return new Edit(Require, $"Use '{secure}'", editor => editor.ReplaceNode(mention, (current, _) => secure.WithTriviaFrom(current)));
    }
}
