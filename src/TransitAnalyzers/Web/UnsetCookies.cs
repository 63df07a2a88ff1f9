using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Connections.Text;
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
    private const string Property = "Secure";
    private const string Secure = "set 'Secure = true'";

    /// <summary><c>Cookies.Append(name, value)</c>, or with options whose creation is seen and never made secure.</summary>
    public static UnsetCookie? OfAppend(IInvocationOperation append, ProgramCode program, CancellationToken cancellation)
    {
        if (!IsCookies(append.TargetMethod.ContainingType) || CookieNames.IsHarmless(append))
            return null;
        var options = append.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "CookieOptions");
        if (options is null)
            return append.TargetMethod.Parameters.Length == 2 ? new UnsetCookie(Operands.NameOf(append), append.TargetMethod.Name, "pass 'new CookieOptions { Secure = true }'") : null;
        if (Creation(options.Value) is { } creation)
            return IsPlain(creation) && !ExpiredCookies.Is(creation) && Absences.IsNeverSet(creation, Property) ? Unset(creation) : null;
        return Shared(options.Value, program, cancellation) is { } shared && IsPlain(shared) && !ExpiredCookies.Is(shared) ? Unset(shared) : null;

        static UnsetCookie Unset(IObjectCreationOperation creation) => new(creation.Syntax.GetLocation(), "CookieOptions", Secure);
    }

    /// <summary>
    /// <c>AddSession</c> without a word on its cookie, whose policy is None by default.
    /// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.sessionoptions.cookie
    /// </summary>
    public static UnsetCookie? OfSession(IInvocationOperation call, TransitContext context, CancellationToken cancellation)
    {
        if (call.Receiver()?.Type?.Name != "IServiceCollection" || call.TargetMethod.ContainingType.Name != "SessionServiceCollectionExtensions")
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            if (Operands.Lambda(argument.Value) is not { } lambda || SaysSo(lambda))
                return null;
        }

        return context.Words.Contain(["<SessionOptions>"], cancellation)
            ? null
            : new UnsetCookie(Operands.NameOf(call), call.TargetMethod.Name, "set 'options.Cookie.SecurePolicy = CookieSecurePolicy.Always'");
    }

    /// <summary><c>new HttpCookie(…)</c> that is never made secure; web.config's <c>requireSSL</c> makes all of them so.</summary>
    public static UnsetCookie? OfSystemWeb(IObjectCreationOperation creation, TransitContext context, CancellationToken cancellation)
    {
        if (creation.Type is not { Name: "HttpCookie", ContainingNamespace: { Name: "Web", ContainingNamespace.Name: "System" } } || ExpiredCookies.Is(creation) || !Absences.IsNeverSet(creation, Property))
            return null;
        foreach (var file in context.Options.AdditionalFiles)
            if (file.GetText(cancellation)?.ToString() is { } text && text.IndexOf("<httpCookies", StringComparison.OrdinalIgnoreCase) >= 0 && text.IndexOf("requireSSL=\"true\"", StringComparison.OrdinalIgnoreCase) >= 0)
                return null;
        return new UnsetCookie(creation.Syntax.GetLocation(), "HttpCookie", Secure);
    }

    /// <summary><c>new SetCookieHeaderValue(name, value)</c> that is never made secure.</summary>
    public static UnsetCookie? OfHeaderValue(IObjectCreationOperation creation) =>
        creation.Type is { Name: "SetCookieHeaderValue", ContainingNamespace: { Name: "Headers", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } } }
        && creation.Arguments.Length == 2 && !ExpiredCookies.Is(creation) && Absences.IsNeverSet(creation, Property)
            ? new UnsetCookie(creation.Syntax.GetLocation(), "SetCookieHeaderValue", Secure)
            : null;

    /// <summary>A header <c>Set-Cookie</c> that is written by hand, as far as its text is known (RFC 6265 §4.1.2.5).</summary>
    public static UnsetCookie? OfHeader(HeaderWrite? write, TransitContext context, CancellationToken cancellation)
    {
        if (write is not { } header || !header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var value in new StringValues(context, cancellation).Of(header.Value))
        {
            // What is not known, be it an attribute, may say so.
            var parts = value.Text.Text.Split(';');
            if (IsPair(parts[0], isAll: parts.Length == 1) && !parts.Skip(1).Any(MaySecure))
                return new UnsetCookie(header.Value.Syntax.GetLocation(), "Set-Cookie", "append '; Secure'");
        }

        return null;

        static bool IsPair(string text, bool isAll) =>
            text.IndexOf('=') is > 0 and var equals && (text.IndexOf(MappedText.Hole) < 0 || (!isAll && text.IndexOf(MappedText.Hole) > equals));

        static bool MaySecure(string attribute) =>
            attribute.Trim().Equals(Property, StringComparison.OrdinalIgnoreCase) || attribute.TrimStart().StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)
            || attribute.Replace(" ", string.Empty).Equals("max-age=0", StringComparison.OrdinalIgnoreCase)
            || (attribute.IndexOf(MappedText.Hole) >= 0 && attribute.IndexOf('=') < 0);
    }

    /// <summary>The creation of options: in place, or of the local that is handed over.</summary>
    private static IObjectCreationOperation? Creation(IOperation options)
    {
        var value = options.Unconverted();
        if (value is not ILocalReferenceOperation { Local: var local })
            return value as IObjectCreationOperation;
        var writes = value.Root().Descendants().Select(operation => Written(operation, local)).OfType<IOperation>().Take(2).ToArray();
        return writes.Length == 1 ? writes[0].Unconverted() as IObjectCreationOperation : null;
    }

    /// <summary>The creation of options that a method of the program returns, or that a field keeps, and that nobody makes secure.</summary>
    private static IObjectCreationOperation? Shared(IOperation options, ProgramCode program, CancellationToken cancellation)
    {
        switch (options.Unconverted())
        {
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false } method } when program.BodyOf(method, cancellation) is { } body:
                var returned = body.Descendants().OfType<IReturnOperation>().Select(static operation => operation.ReturnedValue).OfType<IOperation>().Take(2).ToArray();
                return returned.Length == 1 && !Mentions(body) ? Creation(returned[0]) : null;
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field } when program.InitializerOf(field, cancellation) is { } initial && !Mentions(initial)
                && !program.MentionsOf(field, cancellation).Any(static mention => mention.Parent is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Property } }
                    or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Property }):
                return initial.Unconverted() as IObjectCreationOperation;
            default:
                return null;
        }

        static bool Mentions(IOperation body) => body.DescendantsAndSelf().Any(static operation => operation is IMemberReferenceOperation { Member.Name: Property });
    }

    /// <summary>What the operation writes to the local; null where it writes something else, or nothing.</summary>
    private static IOperation? Written(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: { } initial } when SymbolEqualityComparer.Default.Equals(declared, local) => initial,
        IAssignmentOperation { Target: ILocalReferenceOperation { Local: var written }, Value: var value } when SymbolEqualityComparer.Default.Equals(written, local) => value,
        _ => null,
    };

    // A copy constructor's argument, or a class derived from the options, may be secure.
    private static bool IsPlain(IObjectCreationOperation creation) => creation.Arguments.IsEmpty && creation.Type?.Name == "CookieOptions";

    /// <summary>Is this a method of the response's cookies?</summary>
    public static bool IsOfCookies(IMethodSymbol method, ITypeSymbol? receiver) => IsCookies(method.ContainingType);

    private static bool IsCookies(ITypeSymbol type) => type.Name is "IResponseCookies" or "ResponseCookieCollection" || type.AllInterfaces.Any(static implemented => implemented.Name == "IResponseCookies");

    private static bool SaysSo(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Descendants().Any(static operation =>
            operation is IMemberReferenceOperation { Member.Name: "SecurePolicy" } or ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: "Cookie" } }
            || (operation is IArgumentOperation { Value: var value } && value.Unconverted() is IParameterReferenceOperation));
}
