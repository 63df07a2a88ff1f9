using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Protocols;

/// <summary>A name (or number) in the constant text that <c>Enum.Parse</c> or <c>Enum.TryParse</c> is given.</summary>
/// <param name="Value">The name.</param>
/// <param name="Location">The name within a list, otherwise the whole expression.</param>
/// <param name="IgnoresCase">The call says so, or it is not known.</param>
internal readonly record struct EnumText(string Value, Location Location, bool IgnoresCase)
{
    public Weakness? WeaknessIn(WeakEnum weak, INamedTypeSymbol type)
    {
        if (long.TryParse(Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return weak.OfValue(type, number);
        if (!IgnoresCase)
            return weak.OfMember(Value);
        var value = Value;
        return weak.WeakMembers(type).FirstOrDefault(member => member.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } named
            ? weak.OfMember(named) : null;
    }
}

/// <summary>Reads calls of <c>System.Enum</c> that turn texts and numbers into values.</summary>
internal static class EnumTexts
{
    public static bool IsOfEnum(IMethodSymbol method, ITypeSymbol? receiver) => method.ContainingType?.SpecialType == SpecialType.System_Enum;

    /// <summary>The enumeration: the type argument, or that of <c>typeof</c>.</summary>
    public static INamedTypeSymbol? TypeOf(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol argument)
            return argument;
        return call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is ITypeOfOperation { TypeOperand: INamedTypeSymbol operand } ? operand : null;
    }

    /// <summary>Where <c>TryParse</c> puts the value; null for the others, whose result it is.</summary>
    public static IOperation? Result(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Out })?.Value;

    /// <summary>The names in every constant that may be the text.</summary>
    public static IEnumerable<EnumText> In(IInvocationOperation call, ProductionWorld world, CancellationToken cancellation)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "value" }) is not { Value: { } text })
            yield break;
        var ignoresCase = call.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "ignoreCase" }) is { } flag
            && flag.Value.ConstantValue is not { HasValue: true, Value: false };
        foreach (var (constant, value) in Constants(text, world, 0, cancellation))
        {
            foreach (var name in Names(constant, value))
                yield return new EnumText(name.Text, name.Location, ignoresCase);
        }
    }

    /// <summary>The constants that an expression may be: through <c>??</c>, <c>?:</c>, defaults of configuration, locals.</summary>
    private static IEnumerable<(IOperation Operation, string Text)> Constants(IOperation text, ProductionWorld world, int depth, CancellationToken cancellation)
    {
        if (depth > 4)
            return [];
        if (text.ConstantValue is { HasValue: true, Value: string literal })
            return [(text, literal)];
        switch (text)
        {
            case IConversionOperation conversion:
                return Constants(conversion.Operand, world, depth, cancellation);
            case ICoalesceOperation coalesce:
                return Constants(coalesce.Value, world, depth + 1, cancellation).Concat(Constants(coalesce.WhenNull, world, depth + 1, cancellation));
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Constants(conditional.WhenTrue, world, depth + 1, cancellation).Concat(Constants(otherwise, world, depth + 1, cancellation));
            case IInvocationOperation { TargetMethod.Name: "GetValue" } configured when configured.Arguments.LastOrDefault() is { Parameter.Name: "defaultValue" } fallback:
                return Constants(fallback.Value, world, depth + 1, cancellation);
            case ILocalReferenceOperation { Local: var item, SemanticModel: { } names }
                when item.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ForEachStatementSyntax loop
                    && names.GetOperation(loop, cancellation) is IForEachLoopOperation { Collection: var collection }:
                return Elements(collection).SelectMany(element => Constants(element, world, depth + 1, cancellation));
            case ILocalReferenceOperation { Local: var local, SemanticModel: { } model }
                when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                    && model.GetOperation(initializer, cancellation) is { } initial:
                return Constants(initial, world, depth + 1, cancellation);
        }

        return world.ConstantOf(text, cancellation) is { HasValue: true, Value: string known } ? [(text, known)] : [];
    }

    /// <summary>The elements of a collection that is made where it is used.</summary>
    private static IEnumerable<IOperation> Elements(IOperation collection) => collection switch
    {
        IConversionOperation conversion => Elements(conversion.Operand),
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        _ => [],
    };

    private static IEnumerable<(string Text, Location Location)> Names(IOperation constant, string value)
    {
        if (value.IndexOf(',') < 0)
        {
            yield return (value.Trim(), constant.Syntax.GetLocation());
            yield break;
        }

        // Positions inside the literal are known where it holds no escapes.
        var token = constant.Syntax is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token : default;
        var offset = token.Text is null ? -1 : token.Text.IndexOf(value, StringComparison.Ordinal);
        var start = 0;
        foreach (var part in value.Split(','))
        {
            var name = part.Trim();
            var position = start + part.IndexOf(name, StringComparison.Ordinal);
            yield return (name, offset < 0
                ? constant.Syntax.GetLocation()
                : Location.Create(constant.Syntax.SyntaxTree, new TextSpan(token.SpanStart + offset + position, name.Length)));
            start += part.Length + 1;
        }
    }
}
