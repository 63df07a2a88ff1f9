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
/// delegate given to <c>IWebHostBuilder.Configure</c>. A <c>Configure</c> that Startup classes inherit is one of each of them.
/// </summary>
internal sealed class Applications
{
    private static readonly ConditionalWeakTable<TransitContext, Applications> All = new();

    /// <summary>Words of which a program has one that registers classes without naming them.</summary>
    private static readonly string[] Searching = ["Assembly", "Assemblies", "GetTypes", "Scan", "typeof(IStartupFilter)"];

    private readonly TransitContext context;
    private readonly ProgramCode program;

    private readonly ConcurrentDictionary<SyntaxNode, Pipeline?> known = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<Pipeline>> startups = new();

    private Applications(TransitContext context)
    {
        this.context = context;
        program = ProgramCode.Of(context);
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
            {
                if (block.Kind is not OperationKind.Block)
                    continue;

                // What a base class lacks is lacking once, however many Startup classes inherit it.
                var reported = new HashSet<Diagnostic>();
                foreach (var pipeline in applications.MadeBy(method, block, c.CancellationToken))
                    judge(pipeline, context.SettingsFor(block.Syntax.SyntaxTree), Reporting(pipeline, diagnostic =>
                    {
                        if (reported.Add(diagnostic))
                            c.ReportDiagnostic(diagnostic);
                    }));
            }
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

    /// <summary>The applications of the Startup classes that have this method, or inherit it; none where the host does not call it.</summary>
    public ImmutableArray<Pipeline> MadeBy(IMethodSymbol configure, IOperation body, CancellationToken cancellation) =>
        startups.GetOrAdd(body.Syntax, _ => ImmutableArray.CreateRange(Read(configure, body, cancellation)));

    private IEnumerable<Pipeline> Read(IMethodSymbol configure, IOperation body, CancellationToken cancellation)
    {
        if (configure.Parameters.FirstOrDefault(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)) is not { } builder)
            yield break;
        foreach (var startup in StartupsWith(configure, cancellation))
        {
            var reader = Reader(body, cancellation);
            reader.ReadBody(body, builder, startup);
            yield return Finish(reader, body, configure.Locations[0], isMinimal: false, isMadeForAFront: false, cancellation);
        }
    }

    private static bool IsWebHostBuilder(ITypeSymbol type) =>
        (type.Name == "IWebHostBuilder" || type.AllInterfaces.Any(static candidate => candidate.Name == "IWebHostBuilder")) && AspNetCoreTypes.Include(type);

    private PipelineReader Reader(IOperation made, CancellationToken cancellation)
    {
        var reader = new PipelineReader(context, program, cancellation);

        // Startup filters stand around the pipeline; most of them begin it.
        foreach (var filter in program.ImplementationsOf("IStartupFilter", cancellation))
        {
            if (IsOfAnother(filter, made, cancellation) || IsLeftOut(filter, cancellation))
                continue;
            var inProduction = new Lazy<bool>(() => IsUsedInProduction(filter, made));
            foreach (var configure in filter.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name.EndsWith("Configure", StringComparison.Ordinal)))
                if (program.BodyOf(configure, cancellation) is { } body)
                    foreach (var (steps, builder) in DelegatesIn(body, cancellation))
                        reader.ReadBody(steps, builder, inProduction: inProduction);
        }

        return reader;
    }

    /// <summary>The lambdas, local functions and methods named as delegates that take an application's builder only.</summary>
    private IEnumerable<(IOperation Body, IParameterSymbol Builder)> DelegatesIn(IOperation body, CancellationToken cancellation)
    {
        foreach (var operation in body.Descendants())
        {
            var (symbol, steps) = operation switch
            {
                IAnonymousFunctionOperation lambda => (lambda.Symbol, (IOperation?)lambda.Body),
                ILocalFunctionOperation function => (function.Symbol, function.Body),
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method } => (method, program.BodyOf(method, cancellation)),
                _ => default,
            };
            if (steps is not null && symbol is { Parameters: { Length: 1 } parameters } && AspNetCoreTypes.IsApplicationBuilder(parameters[0].Type))
                yield return (steps, parameters[0]);
        }
    }

    /// <summary>Is the class only registered for other applications of the program?</summary>
    private bool IsOfAnother(INamedTypeSymbol service, IOperation made, CancellationToken cancellation)
    {
        var isMentioned = false;
        foreach (var use in UsesOf(service, cancellation))
        {
            isMentioned = true;
            if (use is null || !Builders.IsForAnother(use, made, program, cancellation))
                return false;
        }

        return isMentioned;
    }

    /// <summary>Is the class registered in production? What nobody names may be found by its interface.</summary>
    private bool IsUsedInProduction(INamedTypeSymbol service, IOperation made)
    {
        var isMentioned = false;
        foreach (var use in UsesOf(service, CancellationToken.None))
        {
            isMentioned = true;
            if (use is null || (context.World.Reaches(use, CancellationToken.None) && !Builders.IsForAnother(use, made, program, CancellationToken.None)))
                return true;
        }

        return !isMentioned;
    }

    /// <summary>Does the program leave the class lying about: named nowhere, and nothing that would find it by its interface or an attribute?</summary>
    private bool IsLeftOut(INamedTypeSymbol service, CancellationToken cancellation) =>
        service is { Interfaces.Length: 1, BaseType.SpecialType: SpecialType.System_Object } && service.GetAttributes().IsEmpty && !context.References.IsSeenFromOutside(service)
        && !Searching.Any(word => program.Contains(word, cancellation)) && !UsesOf(service, cancellation).Any();

    /// <summary>The calls that stand around mentions of the class outside of itself; null for a mention that stands in none.</summary>
    private IEnumerable<IOperation?> UsesOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var mention in program.MentionsOf(type, cancellation))
            if (!type.IsDeclaredAround(mention))
                yield return program.CallAround(mention, cancellation);
    }

    private Pipeline Built(IInvocationOperation build, CancellationToken cancellation)
    {
        var reader = Reader(build, cancellation);
        reader.ReadFrom(build);
        return Finish(reader, build, build.Syntax.GetLocation(), isMinimal: true, IsMadeForAFront(build, cancellation), cancellation);
    }

    private Pipeline? Configured(IInvocationOperation call, CancellationToken cancellation)
    {
        var reader = Reader(call, cancellation);
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
            () => program.CallsNamed(AspNetCorePipeline.PageServices, CancellationToken.None).Any(call => !Builders.IsForAnother(call, made, program, CancellationToken.None)),
            new ProgramSearch(context, program, made)),
    };

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
    /// The classes of which the host calls this method: <c>Configure</c>, <c>ConfigureProduction</c>, … of a Startup class, its own
    /// or one that it inherits.
    /// https://learn.microsoft.com/aspnet/core/fundamentals/startup
    /// </summary>
    private IEnumerable<INamedTypeSymbol> StartupsWith(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.ContainingType is { TypeKind: not TypeKind.Class } or { IsStatic: true } || method.IsAbstract || method.MethodKind != MethodKind.Ordinary || !method.ReturnsVoid)
            yield break;
        for (var called = method; called is not null; called = called.OverriddenMethod)
            if (program.CallsOf(called, cancellation).Any(static call => !IsOfBase(call)))
                yield break;
        if (IsStartup(method.ContainingType, method, cancellation))
            yield return method.ContainingType;
        foreach (var type in program.DerivedFrom(method.ContainingType, cancellation))
            if (IsStartup(type, method, cancellation) && SymbolEqualityComparer.Default.Equals(ProgramCode.OverrideIn(type, method), method))
                yield return type;
    }

    /// <summary><c>base.Configure(app)</c>, in the override that the host calls.</summary>
    private static bool IsOfBase(IInvocationOperation call) => call.Instance?.Syntax is BaseExpressionSyntax;

    private bool IsStartup(INamedTypeSymbol type, IMethodSymbol method, CancellationToken cancellation)
    {
        if (type.IsAbstract || type.AllInterfaces.Any(static implemented => implemented.Name is not "IStartup"))
            return false;
        for (var parent = type.BaseType; parent is { SpecialType: not SpecialType.System_Object }; parent = parent.BaseType)
        {
            if (!AspNetCoreTypes.Include(parent) && !parent.IsDeclaredIn(context.Compilation))
                return false;
            if (parent.DeclaringSyntaxReferences.IsEmpty)
                break;
        }

        for (var current = type; method.Name == "Configure" && current is not null; current = current.BaseType)
            if (!current.GetMembers("ConfigureProduction").IsEmpty)
                return false;
        return IsNamedOrMadeLikeAStartup(type, cancellation) && !IsLeftOver(type, cancellation);
    }

    private bool IsNamedOrMadeLikeAStartup(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.Name.IndexOf("Startup", StringComparison.Ordinal) >= 0
        || type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(static services => services.Parameters.Any(static parameter => parameter.Type.Name == "IServiceCollection"))
        || program.MentionsOf(type, cancellation).Any(static mention => mention.FirstAncestorOrSelf<GenericNameSyntax>()?.Identifier.ValueText == "UseStartup");

    /// <summary>
    /// Is this a Startup class that the application has outgrown, or one that others only inherit from? Nobody but the application
    /// starts it, and that takes its name outside the class itself, or <c>UseStartup("Assembly")</c>, which finds it by convention.
    /// </summary>
    private bool IsLeftOver(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var isInherited = false;
        foreach (var mention in program.MentionsOf(type, cancellation))
        {
            if (mention.FirstAncestorOrSelf<BaseTypeSyntax>() is not null)
                isInherited = true;
            else if (!type.IsDeclaredAround(mention))
                return false;
        }

        return isInherited
            || (context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication && !program.Contains("UseStartup(", cancellation));
    }
}
