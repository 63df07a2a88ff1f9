using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Calls that make a server listen.</summary>
internal static class Listeners
{
    /// <summary>The lists of URLs to listen on.</summary>
    private static readonly string[] Prefixes = ["Urls", "Prefixes", "UrlPrefixes", "Addresses"];

    /// <summary>What tells of a use of this name; null where the name does.</summary>
    public static Telling? ToldBy(string name) => name switch
    {
        "Add" => Telling.By(Prefixes),
        "Run" or "RunAsync" => Telling.By("WebApplication"),
        _ => null,
    };

    /// <summary>Can a call of this method add URLs to listen on?</summary>
    public static bool MayTakeUrls(IMethodSymbol method, ITypeSymbol? receiver) => method.Name switch
    {
        "Add" => method.Parameters.Length == 1 && method.ContainingType.Name is "ICollection" or "UrlPrefixCollection" or "HttpListenerPrefixCollection",
        "Run" or "RunAsync" => method.ContainingType.Name == "WebApplication",
        _ => true,
    };

    /// <summary>The methods by which a server is told where to listen.</summary>
    public static readonly IReadOnlyCollection<string> Calls =
        ["UseUrls", "Add", "Run", "RunAsync", "UseSetting", "AddInMemoryCollection", "Listen", "ListenAnyIP", "ListenLocalhost", "ListenUnixSocket", "ListenNamedPipe"];

    /// <summary>Words of which one stands in a file with such a call.</summary>
    public static readonly IReadOnlyCollection<string> Words = [.. Calls.Except(["Add", "Run", "RunAsync"]), "WebApplication", "CreateBuilder", .. Prefixes];

    /// <summary>Can it be such a call? <c>Add</c> to any other list, and <c>Task.Run</c>, are most of what bears the names.</summary>
    public static bool IsMeant(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var list } => list switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => Prefixes.Contains(name),
            MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => Prefixes.Contains(name),
            IdentifierNameSyntax { Identifier.ValueText: var name } => Prefixes.Contains(name),
            _ => false,
        },
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "RunAsync" } =>
            call.ArgumentList.Arguments is { Count: 1 } arguments && arguments[0].Expression is not AnonymousFunctionExpressionSyntax,
        IdentifierNameSyntax { Identifier.ValueText: "Add" or "Run" or "RunAsync" } => false,
        _ => true,
    };

    /// <summary>The expressions that hold URLs to listen on; none for any other call.</summary>
    public static IReadOnlyList<IOperation> UrlsOf(IInvocationOperation call, TransitContext context, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "UseUrls" when AspNetCoreTypes.Include(method.ContainingType):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "urls").SelectMany(static argument => Elements(argument.Value))];
            case "Run" or "RunAsync" when method.ContainingType.Name == "WebApplication" && AspNetCoreTypes.Include(method.ContainingType):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "url" && !argument.IsImplicit).Select(static argument => argument.Value)];
            case "UseSetting" when KeyOf(call) is { } key && ListenUrls.IsKey(key):
                return [.. call.Arguments.Where(static argument => argument.Parameter?.Name == "value").Select(static argument => argument.Value)];
            case "AddInMemoryCollection" when call.Arguments is { Length: > 0 } given:
                return [.. SettingsOf(given[given.Length - 1].Value, context, cancellation).Where(static setting => KeyOf(setting.Key) is { } key && ListenUrls.IsKey(key)).Select(static setting => setting.Value)];
            case "Add" when IsPrefixes(call):
                return [.. call.Arguments.Select(static argument => argument.Value)];
            default:
                return [];
        }
    }

    /// <summary>The settings that are written down as a dictionary, or as a list of pairs.</summary>
    private static IEnumerable<(IOperation Key, IOperation Value)> SettingsOf(IOperation settings, TransitContext context, CancellationToken cancellation)
    {
        foreach (var entry in context.Sources.TableOf(settings, cancellation) ?? ImmutableArray<(IOperation, IOperation)>.Empty)
            yield return entry;
        foreach (var element in context.Sources.ElementsOf(settings, cancellation) ?? ImmutableArray<IOperation>.Empty)
        {
            var pair = element.Unconverted() switch
            {
                IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } parts } => parts,
                IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: { Length: 2 } parts } => parts,
                _ => ImmutableArray<IArgumentOperation>.Empty,
            };
            if (!pair.IsEmpty)
                yield return (pair[0].Value, pair[1].Value);
        }
    }

    /// <summary>The texts that the expression may have in production; none where they are not known.</summary>
    public static IEnumerable<StringValue> TextsOf(IOperation url, TransitContext context, CancellationToken cancellation)
    {
        // A list that is kept somewhere is made there.
        var urls = url.Unconverted().Type is IArrayTypeSymbol ? Elements(context.World.DefinitionOf(url, cancellation)) : ImmutableArray.Create(url);
        foreach (var one in urls)
            foreach (var value in new StringValues(context, cancellation).Of(one))
                if (value.Origins.All(origin => context.World.Reaches(origin, cancellation)))
                    yield return value;
    }

    /// <summary><c>UseSetting("http_ports", …)</c>: clear text on all addresses.</summary>
    public static bool IsHttpPorts(IInvocationOperation call) => call.TargetMethod.Name == "UseSetting" && KeyOf(call) is { } key && ListenUrls.IsPortsKey(key);

    /// <summary>Kestrel's <c>Listen</c> or <c>ListenAnyIP</c> beyond this machine without <c>UseHttps</c> in production.</summary>
    public static bool IsInClear(IInvocationOperation call, ProgramCode program, CancellationToken cancellation) =>
        call.TargetMethod is { Name: "Listen" or "ListenAnyIP", ContainingType.Name: "KestrelServerOptions" }
        && (call.TargetMethod.Name != "Listen" || IsExposed(call, cancellation) is true)
        && IsSecured(call, program, cancellation) is false;

    /// <summary>Is this what makes an endpoint one with TLS: <c>UseHttps</c> and its kin?</summary>
    public static bool IsTls(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("UseHttps", StringComparison.Ordinal) && call.TargetMethod.Name != "UseHttpsRedirection";

    /// <summary>Does Kestrel listen on this machine only by this call?</summary>
    public static bool IsLocal(IInvocationOperation call, CancellationToken cancellation) =>
        call.TargetMethod.ContainingType.Name == "KestrelServerOptions"
        && (call.TargetMethod.Name is "ListenLocalhost" or "ListenUnixSocket" or "ListenNamedPipe" || (call.TargetMethod.Name == "Listen" && IsExposed(call, cancellation) is false));

    /// <summary><c>UseSetting("https_ports", …)</c>: TLS on all addresses.</summary>
    public static bool IsHttpsPorts(IInvocationOperation call) =>
        call.TargetMethod.Name == "UseSetting" && "https_ports".Equals(KeyOf(call), StringComparison.OrdinalIgnoreCase);

    /// <summary>How a method of Kestrel's options listens. Null where it is none of them, or not for HTTP.</summary>
    public static Listening? Judge(IInvocationOperation call, ProgramCode program, CancellationToken cancellation) => call.TargetMethod switch
    {
        not { ContainingType.Name: "KestrelServerOptions" } => null,
        _ when IsLocal(call, cancellation) => Listening.Local,
        { Name: "Listen" or "ListenAnyIP" } when IsOfAnotherProtocol(call, cancellation) => null,
        { Name: "Listen" or "ListenAnyIP" } when IsSecured(call, program, cancellation) is true => Listening.Secure,
        { Name: "Listen" or "ListenAnyIP" } => Listening.Unknown,
        _ => null,
    };

    /// <summary>Is this the indexer of a configuration?</summary>
    public static bool MayConfigure(ISymbol indexer, ITypeSymbol? receiver) =>
        indexer.ContainingType.ContainingNamespace is { Name: "Configuration", ContainingNamespace.Name: "Extensions" };

    /// <summary><c>configuration["urls"] = …</c>, and Kestrel's endpoints likewise.</summary>
    public static IOperation? UrlOf(MemberAssignment assignment) =>
        assignment.Target is IPropertyReferenceOperation { Arguments: { Length: 1 } arguments, Property: var indexer } && MayConfigure(indexer, null)
        && KeyOf(arguments[0].Value) is { } key && ListenUrls.IsKey(key)
            ? assignment.Value
            : null;

    private static bool IsPrefixes(IInvocationOperation add)
    {
        if (add.Receiver() is not { } receiver)
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

    private static ImmutableArray<IOperation> Elements(IOperation value) => value.Unconverted() switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { Syntax.RawKind: OperationTrees.CollectionExpression } list => ImmutableArray.CreateRange(list.ChildOperations),
        _ => ImmutableArray.Create(value),
    };

    // A connection handler speaks what it likes.
    private static bool IsOfAnotherProtocol(IInvocationOperation listen, CancellationToken cancellation) =>
        listen.Arguments.Any(argument => Written(argument.Value, cancellation).DescendantsAndSelf()
            .Any(static operation => operation is IInvocationOperation { TargetMethod.Name: "UseConnectionHandler" }));

    /// <summary>The value, or what the local that stands for it is declared with.</summary>
    private static IOperation Written(IOperation value, CancellationToken cancellation) =>
        value.Unconverted() is ILocalReferenceOperation local && Operands.InitializerOf(local, cancellation) is { } initial ? initial : value;

    private static string? KeyOf(IInvocationOperation useSetting) =>
        useSetting.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "key") is { Value: var key } ? KeyOf(key) : null;

    private static string? KeyOf(IOperation key) => key.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => constant,
        IFieldReferenceOperation { Field: { Name: "ServerUrlsKey", ContainingType.Name: "WebHostDefaults" } } => "urls",
        IFieldReferenceOperation { Field: { Name: "HttpPortsKey", ContainingType.Name: "WebHostDefaults" } } => "http_ports",
        IFieldReferenceOperation { Field: { Name: "HttpsPortsKey", ContainingType.Name: "WebHostDefaults" } } => "https_ports",
        _ => null,
    };

    /// <summary>Null for an address that is not known: it may be this machine's.</summary>
    private static bool? IsExposed(IInvocationOperation listen, CancellationToken cancellation)
    {
        var address = listen.Arguments.Length > 0 ? Written(listen.Arguments[0].Value, cancellation).Unconverted() : null;
        if (address is IObjectCreationOperation { Type.Name: "IPEndPoint", Arguments: { Length: > 0 } parts })
            address = Written(parts[0].Value, cancellation).Unconverted();
        return address switch
        {
            IFieldReferenceOperation { Field: { Name: "Any" or "IPv6Any", ContainingType.Name: "IPAddress" } } => true,
            IFieldReferenceOperation { Field: { Name: "Loopback" or "IPv6Loopback", ContainingType.Name: "IPAddress" } } => false,
            IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "IPAddress" or "IPEndPoint" }, Arguments: { Length: > 0 } text } parse
                when text[0].Value.ConstantValue is { HasValue: true, Value: string constant }
                => !HostNames.IsLocal(parse.TargetMethod.ContainingType.Name == "IPEndPoint" ? AddressOf(constant) : constant),
            _ => null,
        };
    }

    /// <summary>The address of <c>10.0.0.1:80</c> and <c>[::]:80</c>; an address without a port is left as it is.</summary>
    private static string AddressOf(string endpoint)
    {
        var end = endpoint.LastIndexOf(':');
        return end > 0 && (endpoint[end - 1] == ']' || endpoint.IndexOf(':') == end) ? endpoint.Substring(0, end) : endpoint;
    }

    /// <summary>Does the delegate that configures the endpoint call <c>UseHttps</c> in production? False where there is none; null where it is not to be seen.</summary>
    private static bool? IsSecured(IInvocationOperation listen, ProgramCode program, CancellationToken cancellation)
    {
        foreach (var argument in listen.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            var value = Written(argument.Value, cancellation);
            if (Operands.Lambda(value) is { } lambda)
                return IsSecured(lambda.Symbol, lambda.Body, program, cancellation);
            return value.Unconverted() is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }
                && program.BodyOf(method, cancellation) is { } body ? IsSecured(method, body, program, cancellation) : null;
        }

        return false;
    }

    // What is handed on to a method of unknown content may be secured there.
    private static bool IsSecured(IMethodSymbol configure, IOperation body, ProgramCode program, CancellationToken cancellation)
    {
        var options = configure.Parameters.FirstOrDefault();
        return body.Descendants().Any(operation => operation is IInvocationOperation call
            && (IsTls(call)
                || (!AspNetCoreTypes.Include(call.TargetMethod.ContainingType)
                    && call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(Operands.Variable(argument.Value), options))))
            && program.Reaches(call, cancellation));
    }
}
