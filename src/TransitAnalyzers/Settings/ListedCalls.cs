using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>
/// The methods that the catalogue lists because to call them is insecure. A library's own source, or a stub of it, has to do in
/// the body of such a method what it is listed for: the decision is the caller's, who is told.
/// </summary>
internal static class ListedCalls
{
    /// <summary>Does the operation stand in the body of a listed method?</summary>
    public static bool Define(IOperation operation, TransitContext context, CancellationToken cancellation)
    {
        for (var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation); symbol is not null; symbol = symbol.ContainingSymbol)
            if (symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                return IsListed(method, context);
        return false;
    }

    private static bool IsListed(IMethodSymbol method, TransitContext context)
    {
        foreach (var (library, _) in context.Libraries)
            foreach (var row in library.Settings)
                if (row.Form == SettingForm.Call && row.Member == method.Name && SettingIndex.IsDeclaredBy(method, row.Type, null))
                    return true;
        return false;
    }
}
