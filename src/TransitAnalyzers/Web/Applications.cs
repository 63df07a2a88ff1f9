using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// Finds the web applications of a compilation where they are made, and reads their pipelines: <c>builder.Build()</c> of a
/// <c>WebApplicationBuilder</c>, <c>WebApplication.Create</c>, the method <c>Configure</c> of a Startup class and the
/// delegate given to <c>IWebHostBuilder.Configure</c>.
/// </summary>
internal sealed class Applications
{
    private static readonly ConditionalWeakTable<TransitContext, Applications> All = new();

    private readonly TransitContext context;
    private readonly ProgramCode program;

    private readonly ConcurrentDictionary<SyntaxNode, Pipeline?> known = new();

    private Applications(TransitContext context)
    {
        this.context = context;
        program = new ProgramCode(context);
    }

    /// <summary>The applications of one compilation; read once, however many rules ask.</summary>
    public static Applications Of(TransitContext context) => All.GetValue(context, static key => new Applications(key));

    /// <summary>Calls the judge for every application, from the body that makes it.</summary>
    public static void OnEach(TransitStart start, Action<Pipeline, TransitSettings, Action<Diagnostic>> judge)
    {
        if (!start.Context.Libraries.Any(static reference => reference.Library == AspNetCorePipeline.Library))
            return;
        var context = start.Context;
        var applications = Of(context);
        foreach (var name in new[] { "Build", "Create", "Configure" })
        {
            start.OnInvocation(name, name == "Create" ? Telling.By("WebApplication") : null, MayMake, (c, call) =>
            {
                if (applications.MadeBy(call, c.CancellationToken) is { } pipeline)
                    judge(pipeline, context.SettingsFor(call.Syntax.SyntaxTree), Reporting(pipeline, c.ReportDiagnostic));
            });
        }

        start.OnMethod([], ["IApplicationBuilder", "WebApplication", "IAppBuilder"], IsConfigure, (c, method) =>
        {
            foreach (var block in c.OperationBlocks)
                if (block.Kind is OperationKind.Block && applications.MadeBy(method, block, c.CancellationToken) is { } pipeline)
                    judge(pipeline, context.SettingsFor(block.Syntax.SyntaxTree), Reporting(pipeline, c.ReportDiagnostic));
        });
    }

    // Whether it runs in production is asked last: of an application that a test makes, that takes all tests which call for it.
    private static Action<Diagnostic> Reporting(Pipeline pipeline, Action<Diagnostic> report) => diagnostic =>
    {
        if (pipeline.Production.Value)
            report(diagnostic);
    };

    private static bool IsConfigure(IMethodSymbol method) =>
        method.Name.StartsWith("Configure", StringComparison.Ordinal) && method.MethodKind == MethodKind.Ordinary
        && method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type));

    /// <summary>Can a call of this method make an application?</summary>
    private static bool MayMake(IMethodSymbol method, ITypeSymbol? receiver) => method.Name == "Configure"
        ? method.IsExtensionMethod || IsWebHostBuilder(method.ContainingType) || (receiver is not null && IsWebHostBuilder(receiver))
        : method.ContainingType.Name is "WebApplicationBuilder" or "WebApplication";

    /// <summary>The application that this call makes; null where it makes none.</summary>
    public Pipeline? MadeBy(IInvocationOperation call, CancellationToken cancellation) =>
        IsMaking(call) ? known.GetOrAdd(call.Syntax, _ => call.TargetMethod.Name == "Configure" ? Configured(call, cancellation) : Built(call, cancellation)) : null;

    private static bool IsMaking(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Build", ContainingType: { Name: "WebApplicationBuilder" } type } => AspNetCoreTypes.Include(type),
        { Name: "Create", IsStatic: true, ContainingType: { Name: "WebApplication" } type } => AspNetCoreTypes.Include(type),
        { Name: "Configure" } => call.Receiver()?.Type is { } type && IsWebHostBuilder(type),
        _ => false,
    };

    /// <summary>The application of a Startup class; null where the method is not called by the host.</summary>
    public Pipeline? MadeBy(IMethodSymbol configure, IOperation body, CancellationToken cancellation) =>
        known.GetOrAdd(body.Syntax, _ => Read(configure, body, cancellation));

    private Pipeline? Read(IMethodSymbol configure, IOperation body, CancellationToken cancellation)
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
            if (argument.Value.Unconverted() is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }
                && method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)))
                return method;
        return null;
    }

    private Pipeline Finish(PipelineReader reader, IOperation made, Location place, bool isMinimal, bool isMadeForAFront, CancellationToken cancellation) => new()
    {
        Place = place,
        Production = new(() => context.World.Reaches(made, CancellationToken.None)),
        Registrations = ImmutableArray.CreateRange(reader.Registrations),
        Endpoints = ImmutableArray.CreateRange(reader.Endpoints),
        IsMinimal = isMinimal,
        Unknown = reader.IsPartlyUnknown,
        IsMadeForAFront = isMadeForAFront || program.Contains("UseTestServer", cancellation),
        IsOrderUnknown = reader.IsOrderUnknown,
        Kind = context.SettingsFor(place.SourceTree!).ApplicationKind,
        Program = new ProgramFacts(
            () => program.CallsNamed(AspNetCorePipeline.PageServices, CancellationToken.None).Any(call => !IsForAnother(call, made)),
            new ProgramSearch(context, program, made)),
    };

    /// <summary>Are these services those of another builder, or of another Startup class?</summary>
    private static bool IsForAnother(IInvocationOperation service, IOperation made)
    {
        if (made is IInvocationOperation)
            return Builders.AreDifferent(service, made, CancellationToken.None);
        return TypeAround(service) is { } type && TypeAround(made) is { } startup && !startup.IsOrInherits(type)
            && type.GetMembers("Configure").OfType<IMethodSymbol>().Any(static method => method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)));

        static INamedTypeSymbol? TypeAround(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart)?.ContainingType;
    }

    /// <summary>Is the builder one without HTTPS (<c>CreateSlimBuilder</c>, <c>CreateEmptyBuilder</c>)?</summary>
    private bool IsMadeForAFront(IInvocationOperation build, CancellationToken cancellation)
    {
        if (build.Instance is not { } builder)
            return false;
        var origin = builder.Unconverted();
        if (Operands.Variable(origin) is ILocalSymbol local)
        {
            origin = build.Root().Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value ?? origin;
        }

        return origin.Unconverted() switch
        {
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "WebApplication" } } => IsSlim(name),
            _ => program.Contains("CreateSlimBuilder", cancellation) && !program.Contains("WebApplication.CreateBuilder", cancellation),
        };

        static bool IsSlim(string name) => name is "CreateSlimBuilder" or "CreateEmptyBuilder";
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
        return IsNamedOrMadeLikeAStartup(type, cancellation) && !IsLeftOver(type, cancellation);
    }

    private bool IsNamedOrMadeLikeAStartup(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.Name.IndexOf("Startup", StringComparison.Ordinal) >= 0
        || type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(static services => services.Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection"))
        || program.MentionsOf(type, cancellation).Any(static mention => mention.FirstAncestorOrSelf<GenericNameSyntax>()?.Identifier.ValueText == "UseStartup");

    /// <summary>
    /// Is this a Startup class that the application has outgrown? Nobody but the application starts it, and that takes its name
    /// outside the class itself, or <c>UseStartup("Assembly")</c>, which finds it by convention.
    /// </summary>
    private bool IsLeftOver(INamedTypeSymbol type, CancellationToken cancellation) =>
        context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && !program.Contains("UseStartup(", cancellation)
        && program.MentionsOf(type, cancellation).All(mention =>
            type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == mention.SyntaxTree && part.Span.Contains(mention.Span)));
}
