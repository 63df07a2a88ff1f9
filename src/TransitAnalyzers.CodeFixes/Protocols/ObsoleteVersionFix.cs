using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.CodeFixes.Connections;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.CodeFixes.Settings;
using TransitAnalyzers.Protocols;

namespace TransitAnalyzers.CodeFixes.Protocols;

/// <summary>
/// DIT0201 and DIT0202: drops the obsolete versions and keeps the rest; where none is left, writes the platform's choice
/// (or, where the framework has none, TLS 1.2), or removes what then does nothing.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ObsoleteVersionFix),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) })]
[Shared]
public sealed class ObsoleteVersionFix : TransitFix
{
    /// <summary>Equivalence key: obsolete versions go, the platform chooses where none is left.</summary>
    public const string Drop = "DropObsoleteVersions";

    /// <summary>Equivalence key: the assignment goes; the platform chooses where nobody does.</summary>
    public const string RemoveAssignment = nameof(RemoveAssignment);

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DIT0201", "DIT0202");

    internal override IEnumerable<Edit> EditsFor(Finding finding)
    {
        if (EnumMention.At(finding) is not { } mention)
            return [];
        return EnumMention.TypeOfText(finding) is { } type ? TextEdits(finding, mention, type)
            : new Versions(finding, mention) is { AreKnown: true } versions ? versions.Edits()
            : ConnectionEdits.For(finding).Concat(SettingEdits.For(finding));
    }

    /// <summary>The text that <c>Enum.Parse</c> is given loses the obsolete names.</summary>
    private static IEnumerable<Edit> TextEdits(Finding finding, ExpressionSyntax mention, INamedTypeSymbol type)
    {
        if (ProtocolEnums.Of(finding.Context, type) is not { } row
            || finding.Model.GetConstantValue(mention, finding.Cancellation).Value is not string names)
            yield break;
        var choice = ProtocolEnums.Replacement(row, type, finding.Model.Compilation) ?? row.FloorValue.ToString(CultureInfo.InvariantCulture);
        var kept = finding.Diagnostic.Id == "DIT0202" ? [] : names.Split(',').Select(part => part.Trim()).Select(part => Kept(row, part)).OfType<string>().ToArray();
        var text = kept.Length == 0 ? choice : string.Join(", ", kept);
        yield return new Edit(Drop, $"Use \"{text}\"", editor => editor.ReplaceNode(mention, (current, _) =>
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(current)))
        {
            Whole = mention,
        };
    }

    private static string? Kept(ProtocolEnum row, string name)
    {
        if (!long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return row.Obsolete.Any(version => version.Member.Equals(name, StringComparison.OrdinalIgnoreCase)) ? null : name;
        var rest = ProtocolJudge.Without(row, number);
        return rest == 0 ? null : rest.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One mention of a version in an expression, with the chain of flags that it stands in.</summary>
    private sealed class Versions
    {
        private readonly Finding finding;
        private readonly ExpressionSyntax mention;
        private readonly ExpressionSyntax operand;
        private readonly ExpressionSyntax root;
        private readonly INamedTypeSymbol? type;
        private readonly ProtocolEnum? row;

        public Versions(Finding finding, ExpressionSyntax mention)
        {
            this.finding = finding;
            this.mention = mention;
            operand = Chain.OperandOf(mention);
            root = Chain.RootOf(operand);
            type = EnumMention.TypeOf(finding, mention);
            row = ProtocolEnums.Of(finding.Context, type);
        }

        /// <summary>The mention is one of an enumeration of the catalogue.</summary>
        public bool AreKnown => row is not null;

        public IEnumerable<Edit> Edits()
        {
            if (finding.Diagnostic.Id != "DIT0202" && Rest(mention) is { } rest)
            {
                yield return new Edit(Drop, $"Use '{rest}'", editor => editor.ReplaceNode(mention, (current, _) => rest.WithTriviaFrom(current)));
                yield break;
            }

            if (finding.Diagnostic.Id != "DIT0202" && Chain.OperandsOf(root).Any(other => other != operand && !IsObsolete(other)))
            {
                yield return new Edit(Drop, $"Do not enable '{mention}'", editor =>
                {
                    editor.ReplaceNode(operand, (current, _) => Chain.Drop(current));
                    editor.ReplaceNode(root, (current, _) => Chain.Prune(current));
                });
                yield break;
            }

            var whole = Outermost(root);
            if (Vanishing(whole) is { } removed)
            {
                yield return new Edit(Drop, $"Do not enable '{mention}'", removed) { Whole = whole };
                yield break;
            }

            var choice = Choice();
            yield return new Edit(Drop, $"Use '{choice}'", editor => editor.ReplaceNode(root, (current, _) => Replaced(choice).WithTriviaFrom(current))) { Whole = whole };
            if (whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                && IsLeftToPlatform(assignment)
                && Removal.OfExpression(assignment, finding.Model) is { } remove)
                yield return new Edit(RemoveAssignment, $"Remove the assignment: the platform chooses by itself", remove) { Whole = whole };
        }

        /// <summary>
        /// The edit that takes the whole value away, where nothing is lost by it: <c>x |= …</c>, an element of a collection.
        /// </summary>
        private Action<DocumentEditor>? Vanishing(ExpressionSyntax whole)
        {
            return whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.OrAssignmentExpression } addition && addition.Right == whole
                ? Removal.OfExpression(addition, finding.Model)
                : Elements.Removal(whole, element => Chain.OperandsOf(element).All(IsObsolete), finding);
        }

        private static ExpressionSyntax Outermost(ExpressionSyntax expression)
        {
            while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
                expression = (ExpressionSyntax)expression.Parent;
            return expression;
        }

        /// <summary>What is left of a number that is cast; null for a name, and where nothing is left.</summary>
        private ExpressionSyntax? Rest(ExpressionSyntax expression)
        {
            if (expression is MemberAccessExpressionSyntax or SimpleNameSyntax || ValueOf(expression) is not { } value)
                return null;
            var rest = ProtocolJudge.Without(row!, value);
            if (rest == 0)
                return null;
            var members = type!.GetMembers().OfType<IFieldSymbol>()
                .Where(field => EnumValues.TryRead(field.ConstantValue, out var bits) && bits != 0 && (bits & rest) == bits)
                .OrderBy(field => EnumValues.TryRead(field.ConstantValue, out var bits) ? bits : 0)
                .ToArray();
            var named = members.Aggregate(0L, (mask, field) => EnumValues.TryRead(field.ConstantValue, out var bits) ? mask | bits : mask);
            var number = rest.ToString(CultureInfo.InvariantCulture);
            var text = named == rest
                ? string.Join(" | ", members.Select(field => EnumMention.TypeText(mention) + "." + field.Name))
                : $"({EnumMention.TypeText(mention)}){(rest < 0 ? $"({number})" : number)}";
            if (members.Length > 1 && named == rest && expression.Parent is BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.BitwiseOrExpression } or CastExpressionSyntax or MemberAccessExpressionSyntax)
                text = $"({text})";
            return SyntaxFactory.ParseExpression(text);
        }

        private bool IsObsolete(ExpressionSyntax other)
        {
            while (other is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            {
                if (other is CastExpressionSyntax && ProtocolEnums.Of(finding.Context, EnumMention.TypeOf(finding, other)) is { } target
                    && finding.Model.GetTypeInfo(((CastExpressionSyntax)other).Expression, finding.Cancellation).Type is not { TypeKind: TypeKind.Enum }
                    && ValueOf(other) is { } value)
                    return ProtocolJudge.ObsoleteIn(target, value).Any() && ProtocolJudge.Without(target, value) == 0;
                other = other is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)other).Expression;
            }

            return finding.Model.GetSymbolInfo(other, finding.Cancellation).Symbol is IFieldSymbol field
                && ProtocolEnums.Of(finding.Context, field.ContainingType) is { } known
                && ProtocolJudge.Named(known, field.Name) is not null;
        }

        private long? ValueOf(ExpressionSyntax expression) =>
            finding.Model.GetOperation(expression, finding.Cancellation) is { } operation
            && (operation is IInvocationOperation { Arguments.Length: 2 } call ? call.Arguments[1].Value : operation is IConversionOperation conversion ? conversion.Operand : operation) is { } number
            && finding.Context.World.ConstantOf(number, finding.Cancellation) is { HasValue: true, Value: { } constant }
            && EnumValues.TryRead(constant, out var value) ? value : null;

        private ExpressionSyntax Choice()
        {
            var replaced = finding.Model.GetSymbolInfo(mention, finding.Cancellation).Symbol?.Name;
            var member = ProtocolEnums.Replacement(row!, type!, finding.Model.Compilation, replaced);
            return (member, EnumMention.TypeText(mention)) switch
            {
                ({ } known, { } qualifier) => SyntaxFactory.ParseExpression(qualifier + "." + known),
                ({ } known, null) => SyntaxFactory.IdentifierName(known),
                (null, var qualifier) => SyntaxFactory.ParseExpression(
                    $"({qualifier ?? type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}){row!.FloorValue.ToString(CultureInfo.InvariantCulture)}"),
            };
        }

        /// <summary>The first operand of the chain with the choice in the place of the version: casts around it stay.</summary>
        private ExpressionSyntax Replaced(ExpressionSyntax choice) =>
            operand == mention ? choice : operand.ReplaceNode(mention, choice.WithTriviaFrom(mention));

        private bool IsLeftToPlatform(AssignmentExpressionSyntax assignment) =>
            finding.Model.GetSymbolInfo(assignment.Left, finding.Cancellation).Symbol is IPropertySymbol property
            && PlatformChoice.IsOffered(finding.Model.Compilation)
            && row!.LeftToPlatform.Any(api => api.Member == property.Name && api.Type == property.ContainingType.ToDisplayString());
    }
}
