using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Hosting;

/// <summary><c>T?</c> of value types.</summary>
internal static class NullableTypes
{
    public static bool IsNullableValue(this ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type that a nullable value has where it has one; any other type itself.</summary>
    [return: NotNullIfNotNull(nameof(type))]
    public static ITypeSymbol? WithoutNullable(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
}
