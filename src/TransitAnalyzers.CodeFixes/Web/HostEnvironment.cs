using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>How code at some place asks whether it runs in development.</summary>
/// <param name="Expression">The environment.</param>
/// <param name="Usings">The namespaces that have to be imported for it.</param>
internal sealed record HostEnvironment(string Expression, ImmutableArray<string> Usings)
{
    private const string Hosting = "Microsoft.Extensions.Hosting";

    public static HostEnvironment? For(Finding finding, int position, string application, ITypeSymbol? applicationType)
    {
        if (applicationType?.Name == "WebApplication")
            return Of(finding, position, application + ".Environment", Property(applicationType, "Environment"));
        ISymbol? found = null;
        foreach (var symbol in finding.Model.LookupSymbols(position))
        {
            if (TypeOf(symbol) is not { } type || !symbol.CanBeReferencedByName)
                continue;
            if (type.Name == "WebHostBuilderContext")
                return Of(finding, position, symbol.Name + ".HostingEnvironment", Property(type, "HostingEnvironment"));
            if (IsEnvironment(type) && (found is null || symbol is IParameterSymbol))
                found = symbol;
        }

        if (found is not null)
            return Of(finding, position, found.Name, TypeOf(found));
        var environment = finding.Model.Compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Hosting.IWebHostEnvironment").FirstOrDefault();
        if (environment is null)
            return null;
        var asked = Of(finding, position, application + ".ApplicationServices.GetRequiredService<IWebHostEnvironment>()", environment);
        var usings = asked.Usings;
        if (!IsImported(finding, position, "IWebHostEnvironment"))
            usings = usings.Add("Microsoft.AspNetCore.Hosting");
        if (!IsExtension(finding, position, "GetRequiredService", Property(applicationType, "ApplicationServices")))
            usings = usings.Add("Microsoft.Extensions.DependencyInjection");
        return asked with { Usings = usings };
    }

    private static HostEnvironment Of(Finding finding, int position, string expression, ITypeSymbol? type) =>
        new(expression, type is null || IsExtension(finding, position, "IsDevelopment", type) ? ImmutableArray<string>.Empty : ImmutableArray.Create(type.Name == "IHostingEnvironment" ? "Microsoft.AspNetCore.Hosting" : Hosting));

    private static bool IsExtension(Finding finding, int position, string name, ITypeSymbol? type) =>
        type is not null && !finding.Model.LookupSymbols(position, type, name, includeReducedExtensionMethods: true).IsEmpty;

    private static bool IsImported(Finding finding, int position, string name) => !finding.Model.LookupNamespacesAndTypes(position, name: name).IsEmpty;

    private static bool IsEnvironment(ITypeSymbol type) => type.Name is "IWebHostEnvironment" or "IHostEnvironment" or "IHostingEnvironment";

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static ITypeSymbol? Property(ITypeSymbol? type, string name) => type?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
}
