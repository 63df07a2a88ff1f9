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
/// <param name="IsOneOfSeveral">The text lists others, or is one of several that may be parsed.</param>
internal readonly record struct EnumText(string Value, Location Location, bool IgnoresCase, bool IsOneOfSeveral)
{
    public Weakness? WeaknessIn(WeakEnum weak, INamedTypeSymbol type)
    {
        if (long.TryParse(Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return weak.OfValue(type, number);
        if (!IgnoresCase)
            return weak.OfMember(Value);
        var value = Value;
        return type.MemberNames.Where(member => member.Equals(value, StringComparison.OrdinalIgnoreCase))
            .Select(weak.OfMember).FirstOrDefault(static weakness => weakness is not null);
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
        var origins = world.OriginsOf(text, cancellation);
        foreach (var origin in origins)
        {
            if (world.ConstantOf(origin, cancellation) is not { HasValue: true, Value: string constant })
                continue;
            foreach (var name in Names(origin, constant))
                yield return new EnumText(name.Text, name.Location, ignoresCase, IsOneOfSeveral: origins.Count > 1 || constant.IndexOf(',') >= 0);
        }
    }

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
