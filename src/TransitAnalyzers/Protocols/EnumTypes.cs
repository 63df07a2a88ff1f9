using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// The catalogue's enumerations of one rule, by name: to look each up in all references would cost a small project more than
/// the whole rest.
/// </summary>
internal sealed class EnumTypes
{
    private readonly Dictionary<string, List<WeakEnum>> byName = new(StringComparer.Ordinal);

    public EnumTypes(IEnumerable<WeakEnum> enums)
    {
        foreach (var weak in enums)
        {
            var name = TypeNames.Simple(weak.Type);
            if (!byName.TryGetValue(name, out var alike))
                byName.Add(name, alike = []);
            alike.Add(weak);
        }
    }

    public bool IsEmpty => byName.Count == 0;

    /// <summary>Simple names of the types.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>Names of the members that are weak in one of those of this simple name.</summary>
    public IEnumerable<string> WeakMembers(string name, Compilation compilation) => byName[name].SelectMany(weak => weak.WeakMembers(compilation));

    public WeakEnum? Of(ITypeSymbol? type)
    {
        if (type is not null && byName.TryGetValue(type.Name, out var alike))
            foreach (var weak in alike)
                if (TypeNames.Is(type, weak.Type))
                    return weak;
        return null;
    }

    /// <summary>
    /// The type is the enumeration, or holds values of it: nullable, array, collection, task, tuple. Of several type
    /// arguments the last counts: keys of a dictionary are looked up, and <c>Func</c> gives its last.
    /// </summary>
    public static bool Carries(ITypeSymbol? candidate, ITypeSymbol enumeration, int depth = 0) => candidate switch
    {
        null => false,
        IArrayTypeSymbol array => Carries(array.ElementType, enumeration, depth + 1),
        INamedTypeSymbol named when depth < 4 =>
            SymbolEqualityComparer.Default.Equals(named, enumeration)
            || (named.IsTupleType
                ? named.TypeArguments.Any(argument => Carries(argument, enumeration, depth + 1))
                : !named.TypeArguments.IsEmpty && Carries(named.TypeArguments[named.TypeArguments.Length - 1], enumeration, depth + 1)),
        _ => false,
    };

    /// <summary>The member's name, without what qualifies it.</summary>
    public static Location NameOf(IFieldReferenceOperation field) => field.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        QualifiedNameSyntax name => name.Right.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
