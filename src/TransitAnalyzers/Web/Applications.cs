using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// Finds the web applications of a compilation where they are made, and reads their pipelines: <c>builder.Build()</c> of a
/// <c>WebApplicationBuilder</c>, <c>WebApplication.Create</c>, the method <c>Configure</c> of a Startup class and the
/// delegate given to <c>IWebHostBuilder.Configure</c>.
/// </summary>
internal sealed class Applications(TransitContext context)
{
    private readonly Symbols symbols = new(context.Compilation);

    /// <summary>The application that this call makes; null where it makes none.</summary>
    /// <summary>Can a call of this method make an application?</summary>
    public static bool MayMake(IMethodSymbol method, ITypeSymbol? receiver) => method.Name == "Configure"
        ? method.IsExtensionMethod || IsWebHostBuilder(method.ContainingType) || (receiver is not null && IsWebHostBuilder(receiver))
        : method.ContainingType.Name is "WebApplicationBuilder" or "WebApplication";

    public Pipeline? MadeBy(IInvocationOperation call, CancellationToken cancellation) => call.TargetMethod switch
    {
        { Name: "Build", ContainingType: { Name: "WebApplicationBuilder" } type } when Symbols.IsInAspNetCore(type) => Built(call, cancellation),
        { Name: "Create", IsStatic: true, ContainingType: { Name: "WebApplication" } type } when Symbols.IsInAspNetCore(type) => Built(call, cancellation),
        { Name: "Configure" } when Symbols.Receiver(call)?.Type is { } type && IsWebHostBuilder(type) => Configured(call, cancellation),
        _ => null,
    };

    /// <summary>The application of a Startup class; null where the method is not called by the host.</summary>
    public Pipeline? MadeBy(IMethodSymbol configure, IOperation body, CancellationToken cancellation)
    {
        if (!IsStartup(configure, cancellation) || configure.Parameters.FirstOrDefault(static parameter => Symbols.IsApplicationBuilder(parameter.Type)) is not { } builder)
            return null;
        var reader = Reader(cancellation);
        reader.ReadBody(body, builder);
        return Finish(reader, configure.Locations[0], isMinimal: false, isMadeForAFront: false, cancellation);
    }

    private static bool IsWebHostBuilder(ITypeSymbol type) =>
        (type.Name == "IWebHostBuilder" || type.AllInterfaces.Any(static candidate => candidate.Name == "IWebHostBuilder")) && Symbols.IsInAspNetCore(type);

    private PipelineReader Reader(CancellationToken cancellation)
    {
        var reader = new PipelineReader(context, symbols, cancellation);

        // Startup filters stand around the pipeline; most of them begin it.
        foreach (var filter in symbols.ImplementationsOf("IStartupFilter", cancellation))
            foreach (var configure in filter.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name.EndsWith("Configure", StringComparison.Ordinal)))
                if (symbols.BodyOf(configure, cancellation) is { } body)
                    foreach (var lambda in body.Descendants().OfType<IAnonymousFunctionOperation>())
                        if (lambda.Symbol.Parameters is { Length: 1 } parameters && Symbols.IsApplicationBuilder(parameters[0].Type))
                            reader.ReadBody(lambda.Body, parameters[0]);
        return reader;
    }

    private Pipeline Built(IInvocationOperation build, CancellationToken cancellation)
    {
        var reader = Reader(cancellation);
        reader.ReadFrom(build);
        return Finish(reader, build.Syntax.GetLocation(), isMinimal: true, IsMadeForAFront(build, cancellation), cancellation);
    }

    private Pipeline? Configured(IInvocationOperation call, CancellationToken cancellation)
    {
        var reader = Reader(cancellation);
        if (Symbols.LambdaArgument(call, Symbols.IsApplicationBuilder) is { } lambda)
            reader.ReadBody(lambda.Body, lambda.Symbol.Parameters.First(static parameter => Symbols.IsApplicationBuilder(parameter.Type)));
        else if (MethodArgument(call) is { } method && symbols.BodyOf(method, cancellation) is { } body)
            reader.ReadBody(body, method.Parameters.First(static parameter => Symbols.IsApplicationBuilder(parameter.Type)));
        else
            return null;
        return Finish(reader, NameOf(call), isMinimal: false, isMadeForAFront: false, cancellation);
    }

    private static IMethodSymbol? MethodArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (Symbols.Unconverted(argument.Value) is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }
                && method.Parameters.Any(static parameter => Symbols.IsApplicationBuilder(parameter.Type)))
                return method;
        return null;
    }

    private static Location NameOf(IInvocationOperation call) =>
        call.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();

    private Pipeline Finish(PipelineReader reader, Location place, bool isMinimal, bool isMadeForAFront, CancellationToken cancellation) => new()
    {
        Place = place,
        Registrations = ImmutableArray.CreateRange(reader.Registrations),
        Endpoints = ImmutableArray.CreateRange(reader.Endpoints),
        IsMinimal = isMinimal,
        IsPartlyUnknown = reader.IsPartlyUnknown,
        IsMadeForAFront = isMadeForAFront || symbols.Contains("UseTestServer", cancellation),
        HasPageServices = AspNetCorePipeline.PageServices.Any(service => symbols.Contains(service, cancellation)),
        NamesHstsHeader = NamesHstsHeader(cancellation),
        RedirectsOtherwise = RedirectsOtherwise(cancellation),
    };

    /// <summary>Is the builder one without HTTPS (<c>CreateSlimBuilder</c>, <c>CreateEmptyBuilder</c>)?</summary>
    private bool IsMadeForAFront(IInvocationOperation build, CancellationToken cancellation)
    {
        if (build.Instance is not { } builder)
            return false;
        var origin = Symbols.Unconverted(builder);
        if (Symbols.Variable(origin) is ILocalSymbol local)
        {
            var root = build.Parent;
            while (root?.Parent is not null)
                root = root.Parent;
            origin = root?.Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value ?? origin;
        }

        return Symbols.Unconverted(origin) switch
        {
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "WebApplication" } } => IsSlim(name),
            _ => symbols.Contains("CreateSlimBuilder", cancellation) && !symbols.Contains("WebApplication.CreateBuilder", cancellation),
        };

        static bool IsSlim(string name) => name is "CreateSlimBuilder" or "CreateEmptyBuilder";
    }

    private bool NamesHstsHeader(CancellationToken cancellation) =>
        symbols.Contains('"' + AspNetCorePipeline.HstsHeader, cancellation)
        || symbols.Contains("." + AspNetCorePipeline.HstsHeaderMember, cancellation)
        || InWebConfig(AspNetCorePipeline.HstsHeader, cancellation)
        || InWebConfig("<hsts", cancellation);

    private bool RedirectsOtherwise(CancellationToken cancellation) =>
        symbols.Contains("new RequireHttpsAttribute", cancellation)
        || symbols.Contains("<RequireHttpsAttribute>", cancellation)
        || symbols.Contains("typeof(RequireHttpsAttribute)", cancellation)
        || InWebConfig("https://{HTTP_HOST}", cancellation);

    private bool InWebConfig(string text, CancellationToken cancellation)
    {
        foreach (var file in context.Options.AdditionalFiles)
            if (Path.GetFileName(file.Path) is var name
                && name.StartsWith("web.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
                && file.GetText(cancellation)?.ToString().IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    /// <summary>
    /// Does the host call this method: <c>Configure</c>, <c>ConfigureProduction</c>, … of a Startup class?
    /// https://learn.microsoft.com/aspnet/core/fundamentals/startup
    /// </summary>
    private bool IsStartup(IMethodSymbol method, CancellationToken cancellation)
    {
        var type = method.ContainingType;
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || method.IsAbstract || method.MethodKind != MethodKind.Ordinary || !method.ReturnsVoid)
            return false;
        if (type.BaseType is { SpecialType: not SpecialType.System_Object, DeclaringSyntaxReferences.IsEmpty: true } parent && !Symbols.IsInAspNetCore(parent))
            return false;
        if (type.AllInterfaces.Any(static implemented => implemented.Name is not "IStartup"))
            return false;
        if (method.Name == "Configure" && !type.GetMembers("ConfigureProduction").IsEmpty)
            return false;
        if (symbols.CallsOf(method, cancellation).Any())
            return false;
        return type.Name.IndexOf("Startup", StringComparison.Ordinal) >= 0
            || type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(static services => services.Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection"))
            || symbols.MentionsOf(type, cancellation).Any(static mention => mention.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.GenericNameSyntax>()?.Identifier.ValueText == "UseStartup");
    }
}
