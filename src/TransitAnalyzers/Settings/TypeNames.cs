using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Settings;

/// <summary>
/// Compares symbols with metadata names (<c>A.B+Nested`1</c>). By name and not by resolved symbol, because types move
/// between assemblies, are defined by two references at once, or are a stub in source.
/// </summary>
internal static class TypeNames
{
    /// <summary>One of these types is the named one, derives from it or implements it.</summary>
    public static bool Match(string name, ITypeSymbol? declaring, ITypeSymbol? receiver) =>
        IsOrInherits(declaring, name) || (receiver is not null && IsOrInherits(receiver, name));

    /// <summary>
    /// May one of these types match one of many names, of which these are the simple ones? False of almost every type of a
    /// program, at the price of comparing with one of them. Not for names that stand for all types of a namespace.
    /// </summary>
    public static bool MayMatch(HashSet<string> simpleNames, ITypeSymbol? declaring, ITypeSymbol? receiver) =>
        MayInherit(declaring, simpleNames) || (receiver is not null && MayInherit(receiver, simpleNames));

    private static bool MayInherit(ITypeSymbol? type, HashSet<string> simpleNames)
    {
        if (type is ITypeParameterSymbol)
            return true; // By what it is constrained to.
        for (var current = type; current is not null; current = current.BaseType)
            if (simpleNames.Contains(current.Name))
                return true;
        if (type is not null)
            foreach (var implemented in type.AllInterfaces)
                if (simpleNames.Contains(implemented.Name))
                    return true;
        return false;
    }

    /// <summary>The simple name, without namespace, outer types and arity.</summary>
    public static string Simple(string name)
    {
        var start = name.LastIndexOfAny(['.', '+']) + 1;
        var end = name.IndexOf('`', start);
        return end < 0 ? name.Substring(start) : name.Substring(start, end - start);
    }

    private static bool IsOrInherits(ITypeSymbol? type, string name)
    {
        if (name.EndsWith(SettingRow.AnyType, StringComparison.Ordinal))
            return type is not null && IsIn(type.ContainingNamespace, name);
        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes)
                if (constraint is not ITypeParameterSymbol && IsOrInherits(constraint, name))
                    return true;
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
            if (Is(current, name))
                return true;
        if (type is not null)
            foreach (var implemented in type.AllInterfaces)
                if (Is(implemented, name))
                    return true;
        return false;
    }

    private static bool IsIn(INamespaceSymbol? space, string name)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var end = name.Length - SettingRow.AnyType.Length;
            if (Is(space, name, ref end))
                return true;
        }

        return false;
    }

    private static bool Is(INamespaceSymbol space, string name, ref int end)
    {
        if (!EndsWith(name, ref end, space.Name))
            return false;
        for (var outer = space.ContainingNamespace; outer is { IsGlobalNamespace: false }; outer = outer.ContainingNamespace)
            if (!Preceded(name, ref end, '.') || !EndsWith(name, ref end, outer.Name))
                return false;
        return end == 0;
    }

    /// <summary>The type is the named one itself. Compares from the end, without building a string.</summary>
    public static bool Is(ITypeSymbol type, string name)
    {
        var end = name.Length;
        if (!EndsWith(name, ref end, type.MetadataName))
            return false;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            if (!Preceded(name, ref end, '+') || !EndsWith(name, ref end, outer.MetadataName))
                return false;
        return type.ContainingNamespace is not { IsGlobalNamespace: false } space
            ? end == 0
            : Preceded(name, ref end, '.') && Is(space, name, ref end);
    }

    private static bool Preceded(string name, ref int end, char separator) => end > 0 && name[--end] == separator;

    private static bool EndsWith(string name, ref int end, string part)
    {
        end -= part.Length;
        return end >= 0 && string.CompareOrdinal(name, end, part, 0, part.Length) == 0;
    }
}
