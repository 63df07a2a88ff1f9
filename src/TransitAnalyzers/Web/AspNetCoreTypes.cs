using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue;

namespace TransitAnalyzers.Web;

/// <summary>ASP.NET Core's types and methods, told by name and namespace: the real ones and stubs of them.</summary>
internal static class AspNetCoreTypes
{
    public static bool IsApplicationBuilder(ITypeSymbol? type) => Is(type, "IApplicationBuilder", "Builder");

    public static bool IsEndpointBuilder(ITypeSymbol? type) => Is(type, "IEndpointRouteBuilder", "Routing");

    /// <summary>Is it a method of ASP.NET Core, or the stub of one that is listed?</summary>
    public static bool IsFramework(IMethodSymbol method)
    {
        if (!Include(method.ContainingType))
            return false;
        return method.DeclaringSyntaxReferences.IsEmpty
            ? method.ContainingAssembly?.Name.StartsWith(AspNetCorePipeline.ServiceNamespace, StringComparison.Ordinal) == true
            : AspNetCorePipeline.Middleware.ContainsKey(method.Name) || AspNetCorePipeline.Endpoints.ContainsKey(method.Name)
                || (method.IsExtensionMethod && method.Name.StartsWith("Map", StringComparison.Ordinal));
    }

    /// <summary>Is the type in a namespace of ASP.NET Core?</summary>
    public static bool Include(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "AspNetCore")
                return space.ContainingNamespace is { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true };
        return false;
    }

    /// <summary>Is it the type of this name in a namespace of ASP.NET Core?</summary>
    public static bool Is(ITypeSymbol? type, string name) => type?.Name == name && Include(type);

    /// <summary>Is the method of a library that is known to do nothing here under another name?</summary>
    public static bool IsKnown(IMethodSymbol method) => IsKnown(method.ContainingAssembly);

    /// <summary>Is it an assembly whose methods do nothing here under another name?</summary>
    public static bool IsKnown(IAssemblySymbol? assembly) =>
        assembly is not null && AspNetCorePipeline.KnownAssemblies.Any(known => assembly.Name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static bool Is(ITypeSymbol? type, string name, string space)
    {
        if (type is null or { SpecialType: not SpecialType.None })
            return false;
        if (IsNamed(type))
            return true;
        foreach (var implemented in type.AllInterfaces)
            if (IsNamed(implemented))
                return true;
        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint is not ITypeParameterSymbol && Is(constraint, name, space));

        bool IsNamed(ITypeSymbol candidate) => candidate.Name == name && candidate.ContainingNamespace?.Name == space && Include(candidate);
    }
}
