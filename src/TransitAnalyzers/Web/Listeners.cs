using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Calls that make a server listen.</summary>
internal static class Listeners
{
    /// <summary>Can a call of this method add URLs to listen on?</summary>
    public static bool MayTakeUrls(IMethodSymbol method, ITypeSymbol? receiver) => method.Name switch
    {
        "Add" => method.Parameters.Length == 1 && method.ContainingType.Name is "ICollection" or "UrlPrefixCollection" or "HttpListenerPrefixCollection",
        "Run" or "RunAsync" => method.ContainingType.Name == "WebApplication",
        _ => true,
    };

    /// <summary>The expressions that hold URLs to listen on; none for any other call.</summary>
    public static IReadOnlyList<IOperation> UrlsOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "UseUrls" when Symbols.IsInAspNetCore(method.ContainingType):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "urls").SelectMany(static argument => Elements(argument.Value))];
            case "Run" or "RunAsync" when method.ContainingType.Name == "WebApplication" && Symbols.IsInAspNetCore(method.ContainingType):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "url" && !argument.IsImplicit).Select(static argument => argument.Value)];
            case "UseSetting" when call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: "urls" }):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "value").Select(static argument => argument.Value)];
            case "Add" when IsPrefixes(call):
                return [.. call.Arguments.Select(static argument => argument.Value)];
            default:
                return [];
        }
    }

    /// <summary>Kestrel's <c>Listen</c> or <c>ListenAnyIP</c> beyond this machine without <c>UseHttps</c>.</summary>
    public static bool IsInClear(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name != "KestrelServerOptions" || (call.TargetMethod.Name == "Listen" && !IsExposed(call)))
            return false;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            if (Symbols.Lambda(argument.Value) is not { } lambda || IsSecured(lambda))
                return false;
        }

        return true;
    }

    /// <summary>Another endpoint of the same code is secure: HTTP beside it is there to be redirected.</summary>
    public static bool HasSecureSibling(IInvocationOperation call)
    {
        IOperation root = call;
        while (root.Parent is not null)
            root = root.Parent;
        foreach (var operation in root.Descendants())
        {
            if (operation is not IInvocationOperation other || other == call)
                continue;
            if (other.TargetMethod.Name.StartsWith("UseHttps", StringComparison.Ordinal) && other.TargetMethod.Name != "UseHttpsRedirection")
                return true;
            if (UrlsOf(other).Any(static url => url.ConstantValue is { HasValue: true, Value: string text } && ListenUrls.HasHttps(text)))
                return true;
        }

        return false;
    }

    public static Location NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };

    private static bool IsPrefixes(IInvocationOperation add)
    {
        if (Symbols.Receiver(add) is not { } receiver)
            return false;
        return receiver switch
        {
            IPropertyReferenceOperation { Property: { Name: "Urls", ContainingType.Name: "WebApplication" } } => true,
            IPropertyReferenceOperation { Property: { Name: "Prefixes", ContainingType: { Name: "HttpListener", ContainingNamespace.Name: "Net" } } } => true,
            IPropertyReferenceOperation { Property: { Name: "UrlPrefixes", ContainingType.Name: "HttpSysOptions" } } => true,
            IPropertyReferenceOperation { Property: { Name: "Addresses", ContainingType.Name: "IServerAddressesFeature" } } => true,
            _ => false,
        };
    }

    private static ImmutableArray<IOperation> Elements(IOperation value) =>
        Symbols.Unconverted(value) is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : ImmutableArray.Create(value);

    // An address that is not known may be this machine's.
    private static bool IsExposed(IInvocationOperation listen)
    {
        var address = listen.Arguments.Length > 0 ? Symbols.Unconverted(listen.Arguments[0].Value) : null;
        if (address is IObjectCreationOperation { Type.Name: "IPEndPoint", Arguments: { Length: > 0 } parts })
            address = Symbols.Unconverted(parts[0].Value);
        return address switch
        {
            IFieldReferenceOperation { Field: { Name: "Any" or "IPv6Any", ContainingType.Name: "IPAddress" } } => true,
            IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "IPAddress" }, Arguments: { Length: > 0 } text }
                => text[0].Value.ConstantValue is { HasValue: true, Value: string constant } && !HostNames.IsLocal(constant),
            _ => false,
        };
    }

    // What is handed on to a method of unknown content may be secured there.
    private static bool IsSecured(IAnonymousFunctionOperation configure)
    {
        var options = configure.Symbol.Parameters.FirstOrDefault();
        return configure.Body.Descendants().Any(operation => operation is IInvocationOperation call
            && (call.TargetMethod.Name.StartsWith("UseHttps", StringComparison.Ordinal)
                || (!Symbols.IsInAspNetCore(call.TargetMethod.ContainingType)
                    && call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(Symbols.Variable(argument.Value), options)))));
    }
}
