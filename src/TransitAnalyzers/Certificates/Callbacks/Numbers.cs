using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Arithmetic on whole numbers, as flags and counters need it. No value where C# would overflow or throw.</summary>
internal static class Numbers
{
    public static long? Whole(object? constant) => constant switch
    {
        long n => n,
        int n => n,
        uint n => n,
        short n => n,
        ushort n => n,
        byte n => n,
        sbyte n => n,
        char n => n,
        ulong n when n <= long.MaxValue => (long)n,
        _ => null,
    };

    /// <summary>The numbers of a collection that is written down; null where one of them is not known.</summary>
    public static List<long>? Of(ImmutableArray<IOperation>? elements)
    {
        if (elements is not { } all)
            return null;
        var numbers = new List<long>();
        foreach (var element in all)
        {
            if (element.ConstantValue is not { HasValue: true, Value: var constant } || Whole(constant) is not { } number)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    public static long? Calculate(BinaryOperatorKind kind, long x, long y, ITypeSymbol? type)
    {
        long? result = unchecked(kind switch
        {
            BinaryOperatorKind.Add => x + y,
            BinaryOperatorKind.Subtract => x - y,
            BinaryOperatorKind.Multiply => x * y,
            BinaryOperatorKind.Divide when y is not (0 or -1) => x / y,
            BinaryOperatorKind.Remainder when y is not (0 or -1) => x % y,
            BinaryOperatorKind.And => x & y,
            BinaryOperatorKind.Or => x | y,
            BinaryOperatorKind.ExclusiveOr => x ^ y,
            BinaryOperatorKind.LeftShift when y is >= 0 and < 31 => x << (int)y,
            BinaryOperatorKind.RightShift when y is >= 0 and < 31 => x >> (int)y,
            _ => null,
        });
        return result is { } number && Fits(number, type) ? number : null;
    }

    public static bool? Compare(BinaryOperatorKind kind, long x, long y) => kind switch
    {
        BinaryOperatorKind.Equals => x == y,
        BinaryOperatorKind.NotEquals => x != y,
        BinaryOperatorKind.LessThan => x < y,
        BinaryOperatorKind.LessThanOrEqual => x <= y,
        BinaryOperatorKind.GreaterThan => x > y,
        BinaryOperatorKind.GreaterThanOrEqual => x >= y,
        _ => null,
    };

    /// <summary>Is the number one of the type? Unsigned and narrow results that wrap around are not followed.</summary>
    public static bool Fits(long number, ITypeSymbol? type)
    {
        type = type.WithoutNullable();
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            type = underlying;
        return type?.SpecialType switch
        {
            SpecialType.System_Byte => number is >= byte.MinValue and <= byte.MaxValue,
            SpecialType.System_SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
            SpecialType.System_Int16 => number is >= short.MinValue and <= short.MaxValue,
            SpecialType.System_UInt16 or SpecialType.System_Char => number is >= ushort.MinValue and <= ushort.MaxValue,
            SpecialType.System_Int32 => number is >= int.MinValue and <= int.MaxValue,
            SpecialType.System_UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
            SpecialType.System_UInt64 => number >= 0,
            SpecialType.System_Int64 => true,
            _ => false,
        };
    }

    /// <summary>What <c>ToString()</c> of a value of a flags enumeration writes.</summary>
    public static string? Text(long number, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
            return number.ToString(CultureInfo.InvariantCulture);
        var names = new List<string>();
        var rest = number;
        foreach (var member in enumeration.GetMembers().OfType<IFieldSymbol>())
        {
            if (!member.HasConstantValue || Whole(member.ConstantValue) is not { } value)
                continue;
            if (value == number)
                return member.Name;
            if (value != 0 && (number & value) == value)
            {
                names.Add(member.Name);
                rest &= ~value;
            }
        }

        return rest == 0 && names.Count > 0 ? string.Join(", ", names) : null;
    }
}
