using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Is a cookie, by its name, one that anyone may read: language, theme, consent?</summary>
internal static class CookieNames
{
    /// <summary>The cookie of the call that these options are given to, in the same method.</summary>
    public static bool AreHarmless(IOperation options)
    {
        var append = EnclosingAppend(options);
        return append is not null && IsHarmless(append);
    }

    public static bool IsHarmless(IInvocationOperation append)
    {
        foreach (var argument in append.Arguments)
        {
            if (argument.Parameter?.Name is not ("key" or "name"))
                continue;
            var name = argument.Value.Unconverted();
            return name is IMemberReferenceOperation { Member: { Name: var member, ContainingType.Name: var type } } && (IsHarmless(member) || IsHarmless(type))
                || (name.ConstantValue is { HasValue: true, Value: string constant } && IsHarmless(constant));
        }

        return false;
    }

    private static bool IsHarmless(string name) => Cookies.HarmlessNames.Any(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IInvocationOperation? EnclosingAppend(IOperation options)
    {
        for (var outer = options.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod.Name: "Append" } append)
                return append;
        return null;
    }
}
