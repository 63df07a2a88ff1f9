using System.Collections.Concurrent;
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

    private static readonly TellingTexts Telling = new(["PRIVATE", "RSAKeyValue", "kty", "PuTTY"], [], []) { Boundaries = ImmutableArray.Create("BEGIN"), SeesBase64 = true };

    internal override void Start(TransitStart start)
    {
        var reported = new ConcurrentDictionary<(SyntaxTree, TextSpan), bool>();
        start.OnString(Telling, PrivateKeys.MayContain, (c, literal) =>
        {
            if (Find(literal, start.Context, c.CancellationToken) is var (place, name)
                && place.SourceTree == literal.Syntax.SyntaxTree
                && reported.TryAdd((literal.Syntax.SyntaxTree, place.SourceSpan), true))
                c.ReportDiagnostic(Diagnostic.Create(KeyRules.PrivateKeyInSource, place, name));
        });

        start.OnByte((c, first) =>
        {
            if (KeyBytes.BegunBy(first) is var (list, name)
                && (c.OperationBlocks[0].SemanticModel?.GetOperation(list, c.CancellationToken) is not { } array || start.Context.World.Reaches(array, c.CancellationToken)))
                c.ReportDiagnostic(Diagnostic.Create(KeyRules.PrivateKeyInSource, list.GetLocation(), name));
        });
    }

    private static (Location Place, string Name)? Find(IOperation literal, TransitContext context, CancellationToken cancellation)
    {
        var whole = Whole(literal);
        foreach (var value in new StringValues(context, cancellation).Of(whole))
            if (PrivateKeys.Find(value.Text.Text) is { } key && context.World.Reaches(literal, cancellation))
                return (Place(value, key, whole), key.Name);
        return null;
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
                case IArgumentOperation or IConversionOperation or IInterpolationOperation
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
