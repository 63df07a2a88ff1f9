using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Web;

/// <summary>
/// <c>UseCookiePolicy</c> with <c>CookiePolicyOptions.Secure</c> set marks every cookie that is written after it.
/// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.cookiepolicyoptions.secure
/// </summary>
internal static class CookiePolicy
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Known = new();

    public static bool Repairs(Compilation compilation) => Known.GetValue(compilation, static key => new StrongBox<bool>(IsUsed(key) && IsSet(key))).Value;

    private static bool IsUsed(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => tree.GetText().ToString().IndexOf("UseCookiePolicy", StringComparison.Ordinal) >= 0);

    // Only CookiePolicyOptions has a property Secure of this enumeration.
    private static bool IsSet(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetText().ToString().IndexOf("CookieSecurePolicy", StringComparison.Ordinal) < 0)
                continue;
            foreach (var assignment in tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                var member = assignment.Left switch
                {
                    MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                    IdentifierNameSyntax name => name.Identifier.ValueText,
                    _ => null,
                };
                if (member == "Secure" && assignment.Right.ToString() is var value
                    && value.IndexOf("CookieSecurePolicy", StringComparison.Ordinal) >= 0 && !value.EndsWith("None", StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
