using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>Which parameter of a method a row judges.</summary>
internal static class Parameters
{
    /// <summary>
    /// The parameter of the row's name; where the method has none (names of parameters change between versions, and a
    /// wrapper has its own), the only one that can hold such a value.
    /// </summary>
    public static IParameterSymbol? Judged(SettingRow row, IMethodSymbol method)
    {
        if (row.Form == SettingForm.Member)
            return method.ContainingType.IsRecord ? Named(row.Member, StringComparison.OrdinalIgnoreCase, method) : null;
        if (Named(row.Parameter!, StringComparison.Ordinal, method) is { } named)
            return named;
        IParameterSymbol? only = null;
        for (var i = method.IsExtensionMethod && method.ReducedFrom is null ? 1 : 0; i < method.Parameters.Length; i++)
        {
            if (!Fits(row.When, method.Parameters[i].Type))
                continue;
            if (only is not null)
                return null;
            only = method.Parameters[i];
        }

        return only;
    }

    private static IParameterSymbol? Named(string name, StringComparison comparison, IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (parameter.Name.Equals(name, comparison))
                return parameter;
        return null;
    }

    private static bool Fits(Insecure when, ITypeSymbol type)
    {
        type = type.WithoutNullable();
        if (!when.Names.IsEmpty)
            return type.TypeKind == TypeKind.Enum && !type.GetMembers(when.Names[0]).IsEmpty;
        if (when.Holds(new SettingValue { Constant = true }) || when.Holds(new SettingValue { Constant = false }))
            return type.SpecialType == SpecialType.System_Boolean;
        return type.SpecialType == SpecialType.System_String
            || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
            || type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } && arguments[0].SpecialType == SpecialType.System_String;
    }
}
