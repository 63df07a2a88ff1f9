using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>The catalogue's enumerations of versions, by symbol.</summary>
internal static class ProtocolEnums
{
    public static IEnumerable<ProtocolEnum> Rows(TransitContext context) => context.Libraries.SelectMany(library => library.Library.ProtocolEnums);

    public static ProtocolEnum? Of(TransitContext context, ITypeSymbol? type) =>
        type is null ? null : Rows(context).FirstOrDefault(row => context.Compilation.GetTypesByMetadataName(row.Type).Contains(type, SymbolEqualityComparer.Default));

    /// <summary>
    /// The member to write where no acceptable version is left: the platform's choice where the framework and the
    /// enumeration have it, otherwise the least acceptable version. Null where the enumeration names neither.
    /// </summary>
    public static string? Replacement(ProtocolEnum row, INamedTypeSymbol type, Compilation compilation, string? replaced = null)
    {
        if (replaced is not null && ProtocolJudge.Named(row, replaced)?.Successor is { } successor && !type.GetMembers(successor).IsEmpty)
            return successor;
        if (row.PlatformChoice is { } choice && PlatformChoice.IsOffered(compilation) && !type.GetMembers(choice).IsEmpty)
            return choice;
        return row.Floor is { } floor && !type.GetMembers(floor).IsEmpty ? floor : null;
    }
}
