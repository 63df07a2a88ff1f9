using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Arithmetic on constants that the compiler has not folded, because they stand behind variables.</summary>
internal static class Constants
{
    /// <summary>Can a value of the type be a constant, a tuple of some, or a task that has one for its result?</summary>
    public static bool IsPossible(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } result } ? result[0] : type).WithoutNullable() is { TypeKind: TypeKind.Enum } or { IsTupleType: true } or { SpecialType: SpecialType.System_Object or (>= SpecialType.System_Boolean and <= SpecialType.System_String) };

    public static bool AreEqual(object? left, object? right) =>
        Equals(left, right) || (Integer(left) is { } first && Integer(right) is { } second && first == second);

    public static Known Default(ITypeSymbol? type) => type switch
    {
        null => Known.Nothing,
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Known.Of(null),
        { SpecialType: SpecialType.System_Boolean } => Known.Of((object)false),
        _ => Convert(0, type),
    };

    /// <summary>The constant as one of the type; an enumeration's is of its underlying type, as Roslyn has it.</summary>
    public static Known Convert(object? value, ITypeSymbol? type)
    {
        if (type.IsNullableValue())
            return value is null ? Known.Of(null) : Convert(value, type.WithoutNullable());
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            type = underlying;
        var special = type?.SpecialType ?? SpecialType.None;
        if (special == SpecialType.System_Double)
            return Real(value) is { } real ? Known.Of((object)real) : Known.Nothing;
        if (special == SpecialType.System_Single)
            return Real(value) is { } real ? Known.Of((object)(float)real) : Known.Nothing;
        if (special is < SpecialType.System_Char or > SpecialType.System_UInt64)
            return Known.Of(value);
        if ((Integer(value) ?? Truncated(value)) is not { } number)
            return Known.Nothing;
        return unchecked(special switch
        {
            SpecialType.System_Char => Known.Of((object)(char)number),
            SpecialType.System_SByte => Known.Of((object)(sbyte)number),
            SpecialType.System_Byte => Known.Of((object)(byte)number),
            SpecialType.System_Int16 => Known.Of((object)(short)number),
            SpecialType.System_UInt16 => Known.Of((object)(ushort)number),
            SpecialType.System_Int32 => Known.Of((object)(int)number),
            SpecialType.System_UInt32 => Known.Of((object)(uint)number),
            SpecialType.System_UInt64 => Known.Of((object)(ulong)number),
            _ => Known.Of((object)number),
        });
    }

    public static Known Unary(UnaryOperatorKind kind, Known operand, ITypeSymbol? type)
    {
        if (operand.Constant is double or float && Real(operand.Constant) is { } real)
            return kind == UnaryOperatorKind.Minus ? Convert(-real, type) : kind == UnaryOperatorKind.Plus ? operand : Known.Nothing;
        return Integer(operand.Constant) is { } number
            ? kind switch
            {
                UnaryOperatorKind.Minus => Convert(unchecked(-number), type),
                UnaryOperatorKind.BitwiseNegation => Convert(~number, type),
                UnaryOperatorKind.Plus => Convert(number, type),
                _ => Known.Nothing,
            }
            : Known.Nothing;
    }

    public static Known Binary(BinaryOperatorKind kind, Known left, Known right, ITypeSymbol? type)
    {
        if (!left.IsConstant || !right.IsConstant)
            return Known.Nothing;
        if (type?.SpecialType == SpecialType.System_String)
            return kind == BinaryOperatorKind.Add && Text(left.Constant) is { } first && Text(right.Constant) is { } second ? Known.Of(first + second) : Known.Nothing;
        if ((left.Constant is double or float || right.Constant is double or float) && Real(left.Constant) is { } a && Real(right.Constant) is { } b)
        {
            return kind switch
            {
                BinaryOperatorKind.Add => Convert(a + b, type),
                BinaryOperatorKind.Subtract => Convert(a - b, type),
                BinaryOperatorKind.Multiply => Convert(a * b, type),
                BinaryOperatorKind.Divide => Convert(a / b, type),
                _ => Known.Nothing,
            };
        }

        if (Integer(left.Constant) is not { } x || Integer(right.Constant) is not { } y)
            return Known.Nothing;
        return unchecked(kind switch
        {
            BinaryOperatorKind.Add => Convert(x + y, type),
            BinaryOperatorKind.Subtract => Convert(x - y, type),
            BinaryOperatorKind.Multiply => Convert(x * y, type),
            BinaryOperatorKind.Divide when y is not (0 or -1) => Convert(x / y, type),
            BinaryOperatorKind.Remainder when y is not (0 or -1) => Convert(x % y, type),
            BinaryOperatorKind.Or => Convert(x | y, type),
            BinaryOperatorKind.And => Convert(x & y, type),
            BinaryOperatorKind.ExclusiveOr => Convert(x ^ y, type),
            BinaryOperatorKind.LeftShift => Convert(x << (int)y, type),
            BinaryOperatorKind.RightShift => Convert(x >> (int)y, type),
            _ => Known.Nothing,
        });
    }

    /// <summary>Whether one number is less or greater than the other; null where one is none.</summary>
    public static bool? Compare(BinaryOperatorKind kind, Known left, Known right) => Integer(left.Constant) is { } x && Integer(right.Constant) is { } y
        ? kind switch
        {
            BinaryOperatorKind.LessThan => x < y,
            BinaryOperatorKind.LessThanOrEqual => x <= y,
            BinaryOperatorKind.GreaterThan => x > y,
            BinaryOperatorKind.GreaterThanOrEqual => x >= y,
            _ => null,
        }
        : null;

    private static string? Text(object? value) => value switch
    {
        null => "",
        string text => text,
        char letter => letter.ToString(),
        bool flag => flag ? "True" : "False",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static long? Integer(object? value) => value switch
    {
        sbyte n => n,
        byte n => n,
        short n => n,
        ushort n => n,
        char n => n,
        int n => n,
        uint n => n,
        long n => n,
        ulong n => unchecked((long)n),
        _ => null,
    };

    private static double? Real(object? value) => value switch
    {
        double n => n,
        float n => n,
        _ => Integer(value),
    };

    private static long? Truncated(object? value) =>
        Real(value) is > long.MinValue and < long.MaxValue and { } real ? (long)real : null;
}
