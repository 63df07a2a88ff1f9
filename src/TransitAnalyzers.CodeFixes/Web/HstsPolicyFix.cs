using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>Gives HSTS the minimum age, and to all hosts: DIT0404.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HstsPolicyFix))]
[Shared]
public sealed class HstsPolicyFix() : OneRuleFix("DIT0404", Edits)
{
    /// <summary>The key of the one edit.</summary>
    public const string Strengthen = nameof(Strengthen);

    private static IEnumerable<Edit> Edits(Finding finding)
    {
        var days = finding.Context.SettingsFor(finding.Node.SyntaxTree).MinimumHstsAgeDays;
        if (finding.Node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ExcludedHosts" } }, Parent: ExpressionStatementSyntax statement } })
        {
            yield return new Edit(Strengthen, "Do not leave the host out of HSTS", editor => editor.RemoveNode(statement, SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives));
        }
        else if (finding.Node is LiteralExpressionSyntax { Token.Value: string header } literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
        {
            if (!literal.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) && HstsHeader.MaxAge(header) is not null)
                yield return Write(literal, (_, _) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(HstsHeader.WithMaxAge(header, days * 86400L))), days);
        }
        else if (finding.Node is ExpressionSyntax value && finding.Node.Parent is AssignmentExpressionSyntax)
        {
            var timeSpan = finding.Model.LookupNamespacesAndTypes(value.SpanStart, name: "TimeSpan").IsEmpty ? "System.TimeSpan" : "TimeSpan";
            yield return Write(
                value,
                (_, _) => SyntaxFactory.ParseExpression(timeSpan + ".FromDays(" + days.ToString(CultureInfo.InvariantCulture) + ")"),
                days);
        }
    }

    private static Edit Write(ExpressionSyntax node, Func<SyntaxNode, SyntaxGenerator, SyntaxNode> secure, int days) =>
        new(Strengthen, FormattableString.Invariant($"Set the age to {days} days"), editor => editor.ReplaceNode(node, (current, generator) => secure(current, generator).WithTriviaFrom(current)));
}
