using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Web;

/// <summary>A cookie of which nobody says that it needs HTTPS.</summary>
/// <param name="Location">Where to say so.</param>
/// <param name="Name">What the message calls it.</param>
/// <param name="Advice">What to write.</param>
internal sealed record UnsetCookie(Location Location, string Name, string Advice);

/// <summary>Finds cookies that are left at a default that is not secure; asked by the analyzer and by the fix.</summary>
internal static class UnsetCookies
{
    private const string Secure = "set 'Secure = true'";

    /// <summary><c>Cookies.Append(name, value)</c>, or with options whose creation is seen and never made secure.</summary>
    public static UnsetCookie? OfAppend(IInvocationOperation append)
    {
        if (!IsCookies(append.TargetMethod.ContainingType) || CookieNames.IsHarmless(append))
            return null;
        var options = append.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "CookieOptions");
        if (options is null)
            return append.TargetMethod.Parameters.Length == 2 ? new UnsetCookie(NameOf(append), append.TargetMethod.Name, "pass 'new CookieOptions { Secure = true }'") : null;
        return Creation(options.Value) is { } creation && IsPlain(creation) && Absences.IsNeverSet(creation, "Secure")
            ? new UnsetCookie(creation.Syntax.GetLocation(), "CookieOptions", Secure)
            : null;
    }

    /// <summary>
    /// <c>AddSession</c> without a word on its cookie, whose policy is None by default.
    /// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.sessionoptions.cookie
    /// </summary>
    public static UnsetCookie? OfSession(IInvocationOperation call, CancellationToken cancellation)
    {
        if (Symbols.Receiver(call)?.Type?.Name != "IServiceCollection" || call.TargetMethod.ContainingType.Name != "SessionServiceCollectionExtensions")
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            if (Symbols.Lambda(argument.Value) is not { } lambda || SaysSo(lambda))
                return null;
        }

        foreach (var tree in call.SemanticModel!.Compilation.SyntaxTrees)
            if (tree.GetText(cancellation).ToString().IndexOf("<SessionOptions>", StringComparison.Ordinal) >= 0)
                return null;
        return new UnsetCookie(NameOf(call), call.TargetMethod.Name, "set 'options.Cookie.SecurePolicy = CookieSecurePolicy.Always'");
    }

    /// <summary><c>new HttpCookie(…)</c> that is never made secure; web.config's <c>requireSSL</c> makes all of them so.</summary>
    public static UnsetCookie? OfSystemWeb(IObjectCreationOperation creation, TransitContext context, CancellationToken cancellation)
    {
        if (creation.Type is not { Name: "HttpCookie", ContainingNamespace: { Name: "Web", ContainingNamespace.Name: "System" } } || IsExpired(creation) || !Absences.IsNeverSet(creation, "Secure"))
            return null;
        foreach (var file in context.Options.AdditionalFiles)
            if (file.GetText(cancellation)?.ToString() is { } text && text.IndexOf("<httpCookies", StringComparison.OrdinalIgnoreCase) >= 0 && text.IndexOf("requireSSL=\"true\"", StringComparison.OrdinalIgnoreCase) >= 0)
                return null;
        return new UnsetCookie(creation.Syntax.GetLocation(), "HttpCookie", Secure);
    }

    /// <summary>The creation of options: in place, or of the local that is handed over.</summary>
    public static IObjectCreationOperation? Creation(IOperation options)
    {
        var value = Symbols.Unconverted(options);
        if (value is ILocalReferenceOperation { Local: var local })
        {
            var root = value.Parent;
            while (root?.Parent is not null)
                root = root.Parent;
            var writes = root?.Descendants().Where(operation => Writes(operation, local)).Take(2).ToArray();
            if (writes is not { Length: 1 } || writes[0] is not IVariableDeclaratorOperation { Initializer.Value: { } initial })
                return null;
            value = Symbols.Unconverted(initial);
        }

        return value as IObjectCreationOperation;
    }

    // A copy constructor's argument, or a class derived from the options, may be secure.
    private static bool IsPlain(IObjectCreationOperation creation) => creation.Arguments.IsEmpty && creation.Type?.Name == "CookieOptions";

    private static bool Writes(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var declared } => SymbolEqualityComparer.Default.Equals(declared, local),
        IAssignmentOperation { Target: ILocalReferenceOperation { Local: var written } } => SymbolEqualityComparer.Default.Equals(written, local),
        _ => false,
    };

    /// <summary>Is this a method of the response's cookies?</summary>
    public static bool IsOfCookies(IMethodSymbol method, ITypeSymbol? receiver) => IsCookies(method.ContainingType);

    private static bool IsCookies(ITypeSymbol type) => type.Name is "IResponseCookies" or "ResponseCookieCollection" || type.AllInterfaces.Any(static implemented => implemented.Name == "IResponseCookies");

    private static bool SaysSo(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Descendants().Any(static operation =>
            operation is IMemberReferenceOperation { Member.Name: "SecurePolicy" } or ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "Cookie" } }
            || (operation is IArgumentOperation { Value: IParameterReferenceOperation }));

    // A cookie that has expired is one that is deleted.
    private static bool IsExpired(IObjectCreationOperation creation)
    {
        var root = creation.Parent;
        while (root?.Parent is not null)
            root = root.Parent;
        return root?.Descendants().Any(static operation => operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "Expires" }, Value: var value }
            && (value.Syntax.ToString().IndexOf("(-", StringComparison.Ordinal) >= 0 || value.Syntax.ToString().IndexOf("MinValue", StringComparison.Ordinal) >= 0)) == true;
    }

    private static Location NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
