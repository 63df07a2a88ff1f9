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
    private readonly ProgramCode program = new(context.Compilation);

    /// <summary>The application that this call makes; null where it makes none.</summary>
    public Pipeline? MadeBy(IInvocationOperation call, CancellationToken cancellation) => call.TargetMethod switch
    {
        { Name: "Build", ContainingType: { Name: "WebApplicationBuilder" } type } when AspNetCoreTypes.Include(type) => Built(call, cancellation),
        { Name: "Create", IsStatic: true, ContainingType: { Name: "WebApplication" } type } when AspNetCoreTypes.Include(type) => Built(call, cancellation),
        { Name: "Configure" } when Operands.Receiver(call)?.Type is { } type && IsWebHostBuilder(type) => Configured(call, cancellation),
        _ => null,
    };

    /// <summary>The application of a Startup class; null where the method is not called by the host.</summary>
    public Pipeline? MadeBy(IMethodSymbol configure, IOperation body, CancellationToken cancellation)
    {
        if (!IsStartup(configure, cancellation) || configure.Parameters.FirstOrDefault(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)) is not { } builder)
            return null;
        var reader = Reader(cancellation);
        reader.ReadBody(body, builder);
        return Finish(reader, body, configure.Locations[0], isMinimal: false, isMadeForAFront: false, cancellation);
    }

    private static bool IsWebHostBuilder(ITypeSymbol type) =>
        (type.Name == "IWebHostBuilder" || type.AllInterfaces.Any(static candidate => candidate.Name == "IWebHostBuilder")) && AspNetCoreTypes.Include(type);

    private PipelineReader Reader(CancellationToken cancellation)
    {
        var reader = new PipelineReader(context, program, cancellation);

        // Startup filters stand around the pipeline; most of them begin it.
        foreach (var filter in program.ImplementationsOf("IStartupFilter", cancellation))
            foreach (var configure in filter.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name.EndsWith("Configure", StringComparison.Ordinal)))
                if (program.BodyOf(configure, cancellation) is { } body)
                    foreach (var lambda in body.Descendants().OfType<IAnonymousFunctionOperation>())
                        if (lambda.Symbol.Parameters is { Length: 1 } parameters && AspNetCoreTypes.IsApplicationBuilder(parameters[0].Type))
                            reader.ReadBody(lambda.Body, parameters[0]);
        return reader;
    }

    private Pipeline Built(IInvocationOperation build, CancellationToken cancellation)
    {
        var reader = Reader(cancellation);
        reader.ReadFrom(build);
        return Finish(reader, build, build.Syntax.GetLocation(), isMinimal: true, IsMadeForAFront(build, cancellation), cancellation);
    }

    private Pipeline? Configured(IInvocationOperation call, CancellationToken cancellation)
    {
        var reader = Reader(cancellation);
        if (Operands.LambdaArgument(call, AspNetCoreTypes.IsApplicationBuilder) is { } lambda)
            reader.ReadBody(lambda.Body, lambda.Symbol.Parameters.First(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)));
        else if (MethodArgument(call) is { } method && program.BodyOf(method, cancellation) is { } body)
            reader.ReadBody(body, method.Parameters.First(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)));
        else
            return null;
        return Finish(reader, call, Operands.NameOf(call), isMinimal: false, isMadeForAFront: false, cancellation);
    }

    private static IMethodSymbol? MethodArgument(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (Operands.Unconverted(argument.Value) is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }
                && method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)))
                return method;
        return null;
    }

    private Pipeline Finish(PipelineReader reader, IOperation made, Location place, bool isMinimal, bool isMadeForAFront, CancellationToken cancellation) => new()
    {
        Place = place,
        Registrations = ImmutableArray.CreateRange(reader.Registrations),
        Endpoints = ImmutableArray.CreateRange(reader.Endpoints),
        IsMinimal = isMinimal,
        IsPartlyUnknown = reader.IsPartlyUnknown,
        IsMadeForAFront = isMadeForAFront || program.Contains("UseTestServer", cancellation),
        IsOrderUnknown = reader.IsOrderUnknown,
        Program = new ProgramFacts(
            () => program.CallsNamed(AspNetCorePipeline.PageServices, cancellation).Any(call => !IsForAnother(call, made)),
            () => NamesHstsHeader(cancellation),
            () => RedirectsOtherwise(cancellation),
            () => new ListeningPlaces(context, program).Read(cancellation)),
    };

    /// <summary>Are these services those of another builder of the same body, or of another Startup class?</summary>
    private static bool IsForAnother(IInvocationOperation service, IOperation made)
    {
        if (Builder(service) is { } other && made is IInvocationOperation { Instance: { } builder } && Operands.Variable(builder) is ILocalSymbol own)
            return !SymbolEqualityComparer.Default.Equals(other, own) && SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, own.ContainingSymbol);
        return made is not IInvocationOperation
            && TypeAround(service) is { } type && TypeAround(made) is { } startup && !IsOrInherits(startup, type)
            && type.GetMembers("Configure").OfType<IMethodSymbol>().Any(static method => method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)));

        static ILocalSymbol? Builder(IInvocationOperation call) =>
            Operands.Receiver(call) is IPropertyReferenceOperation { Property.Name: "Services", Instance: { } owner } ? Operands.Variable(owner) as ILocalSymbol : null;

        static INamedTypeSymbol? TypeAround(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart)?.ContainingType;
    }

    private static bool IsOrInherits(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, other))
                return true;
        return false;
    }

    /// <summary>Is the builder one without HTTPS (<c>CreateSlimBuilder</c>, <c>CreateEmptyBuilder</c>)?</summary>
    private bool IsMadeForAFront(IInvocationOperation build, CancellationToken cancellation)
    {
        if (build.Instance is not { } builder)
            return false;
        var origin = Operands.Unconverted(builder);
        if (Operands.Variable(origin) is ILocalSymbol local)
        {
            var root = build.Parent;
            while (root?.Parent is not null)
                root = root.Parent;
            origin = root?.Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value ?? origin;
        }

        return Operands.Unconverted(origin) switch
        {
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "WebApplication" } } => IsSlim(name),
            _ => program.Contains("CreateSlimBuilder", cancellation) && !program.Contains("WebApplication.CreateBuilder", cancellation),
        };

        static bool IsSlim(string name) => name is "CreateSlimBuilder" or "CreateEmptyBuilder";
    }

    private bool NamesHstsHeader(CancellationToken cancellation) =>
        program.Contains('"' + AspNetCorePipeline.HstsHeader, cancellation)
        || program.Contains("." + AspNetCorePipeline.HstsHeaderMember, cancellation)
        || InWebConfig(AspNetCorePipeline.HstsHeader, cancellation)
        || InWebConfig("<hsts", cancellation);

    private bool RedirectsOtherwise(CancellationToken cancellation) =>
        program.Contains("RequireHttpsAttribute", cancellation)
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
        if (type.BaseType is { SpecialType: not SpecialType.System_Object, DeclaringSyntaxReferences.IsEmpty: true } parent && !AspNetCoreTypes.Include(parent))
            return false;
        if (type.AllInterfaces.Any(static implemented => implemented.Name is not "IStartup"))
            return false;
        if (method.Name == "Configure" && !type.GetMembers("ConfigureProduction").IsEmpty)
            return false;
        if (program.CallsOf(method, cancellation).Any() || (method.OverriddenMethod is { } overridden && program.CallsOf(overridden, cancellation).Any()))
            return false;
        return type.Name.IndexOf("Startup", StringComparison.Ordinal) >= 0
            || type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(static services => services.Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection"))
            || program.MentionsOf(type, cancellation).Any(static mention => mention.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.GenericNameSyntax>()?.Identifier.ValueText == "UseStartup");
    }
}
