using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>The enumerations of the catalogue that a compilation knows, by symbol.</summary>
internal sealed class EnumTypes
{
    private readonly Dictionary<ISymbol, WeakEnum> known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);

    public bool IsEmpty => known.Count == 0;

    /// <summary>Simple names of the types.</summary>
    public IEnumerable<string> Names => known.Keys.Select(type => type.Name).Distinct();

    /// <summary>Names of the members that are weak in any of them.</summary>
    public IEnumerable<string> WeakMembers => members;

    public static EnumTypes In(TransitContext context, IEnumerable<WeakEnum> enums)
    {
        var types = new EnumTypes();
        foreach (var weak in enums)
        {
            foreach (var type in context.Compilation.GetTypesByMetadataName(weak.Type))
            {
                types.known[type] = weak;
                types.members.UnionWith(weak.WeakMembers(type));
            }
        }

        return types;
    }

    public WeakEnum? Of(ITypeSymbol? type) => type is not null && known.TryGetValue(type, out var weak) ? weak : null;

    /// <summary>The member's name, without what qualifies it.</summary>
    public static Location NameOf(IFieldReferenceOperation field) => field.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        QualifiedNameSyntax name => name.Right.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
