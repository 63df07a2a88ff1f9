using Microsoft.CodeAnalysis;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>
/// How programs ask where they run: the API of Microsoft.Extensions.Hosting and its predecessors, environment variables,
/// the debugger. Types are known by name, so that a stub in source counts as much as the library.
/// https://learn.microsoft.com/aspnet/core/fundamentals/environments
/// </summary>
internal static class EnvironmentFacts
{
    public const string Production = "Production";

    private static readonly HashSet<string> EnvironmentTypes = new(StringComparer.Ordinal)
    {
        "IHostEnvironment", "IWebHostEnvironment", "IHostingEnvironment", "IWebAssemblyHostEnvironment", "IAbpHostEnvironment",
    };

    /// <summary>Environment variables and configuration keys that hold the name of the environment.</summary>
    private static readonly HashSet<string> EnvironmentKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT", "ASPNET_ENVIRONMENT", "ASPNET_ENV",
        "Hosting:Environment", "ENVIRONMENT",
    };

    private static readonly string[] GuardWords =
    [
        "IsDevelopment", "IsProduction", "IsStaging", "IsEnvironment", "EnvironmentName", "HostEnvironment", "GetEnvironmentVariable",
        "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT", "IsAttached", "IsDebuggingEnabled",
        "IsDevelopmentEnvironment", "DEBUG", "RELEASE",
    ];

    /// <summary>Words of which a program contains at least one, if it asks where it runs.</summary>
    public static IEnumerable<string> Words(TransitSettings settings) =>
        GuardWords.Concat(settings.DevelopmentSymbols).Concat(settings.DevelopmentEnvironments);

    /// <summary>
    /// Is the environment of this name the one in production? False for a development environment, true for Production;
    /// any other, such as Staging, may be where it runs, and must be as strict.
    /// </summary>
    public static bool? IsRunningIn(string name, TransitSettings settings) =>
        IsDevelopment(name, settings) ? false
        : string.Equals(name.Trim(), Production, StringComparison.OrdinalIgnoreCase) ? true
        : null;

    public static bool IsDevelopment(string name, TransitSettings settings)
    {
        foreach (var development in settings.DevelopmentEnvironments)
            if (string.Equals(development, name.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Does the name have a part, as in <c>StartsWith("Dev")</c>? Known where Production and the development environments differ in it.</summary>
    public static bool? HasPart(Func<string, bool> part, TransitSettings settings)
    {
        if (part(Production) || part(Production.ToLowerInvariant()))
            return true;
        foreach (var development in settings.DevelopmentEnvironments)
            if (part(development) || part(development.ToLowerInvariant()))
                return false;
        return null;
    }

    /// <summary><c>IsDevelopment()</c>, <c>IsProduction()</c>, <c>IsStaging()</c>: the name that they ask for.</summary>
    public static string? AskedName(string method) => method switch
    {
        "IsDevelopment" => "Development",
        "IsProduction" => Production,
        "IsStaging" => "Staging",
        _ => null,
    };

    /// <summary>Is this a type that stands for the host's environment?</summary>
    public static bool IsEnvironment(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        if (EnvironmentTypes.Contains(type.Name))
            return true;
        foreach (var implemented in type.AllInterfaces)
            if (EnvironmentTypes.Contains(implemented.Name))
                return true;
        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(static constraint => IsEnvironment(constraint));
    }

    /// <summary><c>EnvironmentName</c>; in WebAssembly it is called <c>Environment</c>.</summary>
    public static bool IsName(IPropertySymbol property, ITypeSymbol? receiver) =>
        property.Type.SpecialType == SpecialType.System_String
        && property.Name switch
        {
            "EnvironmentName" => IsEnvironment(receiver ?? property.ContainingType),
            "Environment" => property.ContainingType.Name == "IWebAssemblyHostEnvironment",
            _ => false,
        };

    public static bool IsEnvironmentKey(object? key) => key is string name && EnvironmentKeys.Contains(name);

    /// <summary>Properties that are false in production: nobody debugs there.</summary>
    public static bool IsFalse(IPropertySymbol property) => property.Name switch
    {
        "IsAttached" => property.ContainingType is { Name: "Debugger", ContainingNamespace.Name: "Diagnostics" },
        "IsDebuggingEnabled" => property.ContainingType is { Name: "HttpContext" or "HttpContextBase" or "HttpContextWrapper", ContainingNamespace.Name: "Web" },
        "IsDevelopmentEnvironment" => property.ContainingType is { Name: "HostingEnvironment", ContainingNamespace.Name: "Hosting" },
        _ => false,
    };

    /// <summary><c>Environments.Development</c>, which is a field, not a constant.</summary>
    public static bool IsName(IFieldSymbol field) =>
        field is { IsStatic: true, Type.SpecialType: SpecialType.System_String, Name: "Development" or "Staging" or Production }
        && field.ContainingType is { Name: "Environments" or "EnvironmentName" };

    /// <summary>
    /// Called by convention, and only in a development environment: <c>ConfigureDevelopment</c>,
    /// <c>ConfigureDevelopmentServices</c>, <c>ConfigureDevelopmentContainer</c>, all of <c>StartupDevelopment</c>.
    /// https://learn.microsoft.com/aspnet/core/fundamentals/environments#startup-conventions
    /// </summary>
    public static bool IsDevelopmentStartup(ISymbol member, TransitSettings settings)
    {
        foreach (var development in settings.DevelopmentEnvironments)
        {
            for (var type = member.ContainingType; type is not null; type = type.ContainingType)
                if (Is(type.Name, "Startup", development, ""))
                    return true;
            if (member is IMethodSymbol { Parameters: { Length: > 0 } parameters }
                && (parameters[0].Type.Name switch
                {
                    "IApplicationBuilder" => Is(member.Name, "Configure", development, ""),
                    "IServiceCollection" => Is(member.Name, "Configure", development, "Services"),
                    _ => Is(member.Name, "Configure", development, "Container"),
                }))
                return true;
        }

        return false;
    }

    private static bool Is(string name, string start, string environment, string end) =>
        name.Length == start.Length + environment.Length + end.Length
        && name.StartsWith(start, StringComparison.Ordinal)
        && name.EndsWith(end, StringComparison.Ordinal)
        && string.Compare(name, start.Length, environment, 0, environment.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
