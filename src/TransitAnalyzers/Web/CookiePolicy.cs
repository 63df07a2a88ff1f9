using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>
/// <c>UseCookiePolicy</c> with <c>CookiePolicyOptions.Secure</c> set marks every cookie that is written after it.
/// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.cookiepolicyoptions.secure
/// </summary>
internal static class CookiePolicy
{
    private static readonly ConditionalWeakTable<TransitContext, StrongBox<bool>> Known = new();

    public static bool Repairs(TransitContext context) =>
        Known.GetValue(context, static key => new StrongBox<bool>(key.Words.Contain(["UseCookiePolicy"], CancellationToken.None) && IsSet(key))).Value;

    // Only CookiePolicyOptions has a property Secure of this enumeration.
    private static bool IsSet(TransitContext context)
    {
        foreach (var tree in context.Words.FilesWith(["CookieSecurePolicy"], CancellationToken.None))
        {
            foreach (var name in tree.NamesIn("Secure", CancellationToken.None))
                if (name.WithReceiver() is { Parent: AssignmentExpressionSyntax assignment } member && assignment.Left == member && assignment.Right.ToString() is var value
                    && value.IndexOf("CookieSecurePolicy", StringComparison.Ordinal) >= 0 && !value.EndsWith("None", StringComparison.Ordinal))
                    return true;
        }

        return false;
    }
}
