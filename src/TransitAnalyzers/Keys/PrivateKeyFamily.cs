using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Keys;

/// <summary>
/// DIT0604 in C#: private keys in literals, also when split over several literals, joined or interpolated, and in arrays of
/// bytes. No fix: only its owner can replace a key.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class PrivateKeyFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(KeyRules.PrivateKeyInSource);

    /// <summary>
    /// Files are scanned as text first, which costs less than a call for each of their literals: keys are rare.
    /// </summary>
    internal override void Start(TransitStart start) => start.Roslyn.RegisterSemanticModelAction(c =>
    {
        var tree = c.SemanticModel.SyntaxTree;
        var text = tree.GetText(c.CancellationToken).ToString();
        var mayHoldBytes = KeyBytes.MayContain(text);
        if (!mayHoldBytes && !PrivateKeys.MayContain(text))
            return;
        var reported = new HashSet<TextSpan>();
        foreach (var node in tree.GetRoot(c.CancellationToken).DescendantNodes())
        {
            c.CancellationToken.ThrowIfCancellationRequested();
            if (mayHoldBytes && KeyBytes.NameOf(node) is { } bytes
                && (c.SemanticModel.GetOperation(node, c.CancellationToken) is not { } array || start.Context.World.Reaches(array, c.CancellationToken)))
                c.ReportDiagnostic(Diagnostic.Create(KeyRules.PrivateKeyInSource, node.GetLocation(), bytes));
            else if (node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
                && c.SemanticModel.GetOperation(node, c.CancellationToken) is { } literal
                && MayHoldKey(literal)
                && Find(literal, start.Context, c.CancellationToken) is var (place, name)
                && place.SourceTree == tree
                && reported.Add(place.SourceSpan))
                c.ReportDiagnostic(Diagnostic.Create(KeyRules.PrivateKeyInSource, place, name));
        }
    });

    private static (Location Place, string Name)? Find(IOperation literal, TransitContext context, CancellationToken cancellation)
    {
        var whole = Whole(literal);
        foreach (var value in new StringValues(context, cancellation).Of(whole))
            if (PrivateKeys.Find(value.Text.Text) is { } key && context.World.Reaches(literal, cancellation))
                return (Place(value, key, whole), key.Name);
        return null;
    }

    private static bool MayHoldKey(IOperation literal)
    {
        switch (literal)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string fixedText } } && PrivateKeys.MayContain(fixedText))
                        return true;
                return false;
            case IUtf8StringOperation utf8:
                return PrivateKeys.MayContain(utf8.Value);
            default:
                return literal.ConstantValue is { HasValue: true, Value: string text } && PrivateKeys.MayContain(text);
        }
    }

    /// <summary>The whole text that the literal is a part of.</summary>
    private static IOperation Whole(IOperation literal)
    {
        var whole = literal;
        for (var current = literal; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
                case IInterpolatedStringOperation:
                case IInvocationOperation { TargetMethod: { Name: "Concat" or "Join" or "Format", ContainingType.SpecialType: SpecialType.System_String } }:
                case IInvocationOperation { TargetMethod: { Name: "Append" or "AppendLine" or "ToString", ContainingType.Name: "StringBuilder" } }:
                    whole = parent;
                    break;
                case IArgumentOperation or IConversionOperation or IParenthesizedOperation or IInterpolationOperation
                    or IArrayInitializerOperation or IArrayCreationOperation or IInterpolatedStringTextOperation:
                case { IsImplicit: true } and not IBlockOperation:
                    break;
                default:
                    return whole;
            }
        }

        return whole;
    }

    /// <summary>The literal in which the key begins; the whole, where it begins with a header that stands elsewhere.</summary>
    private static Location Place(StringValue value, PrivateKey key, IOperation whole)
    {
        if (value.Text.SourceOf(new TextRange(key.Start, Math.Min(1, value.Text.Text.Length - key.Start))) is not { Tree: { } tree, Span: var span })
            return whole.Syntax.GetLocation();
        var literal = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>();
        return literal is null ? Location.Create(tree, span)
            : whole.Syntax.SyntaxTree == tree && whole.Syntax.Span.Contains(literal.Span) ? literal.GetLocation()
            : whole.Syntax.GetLocation();
    }
}
