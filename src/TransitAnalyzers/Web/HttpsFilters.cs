using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>
/// MVC's filters that redirect or refuse HTTP: <c>RequireHttpsAttribute</c>, what inherits from it, and filters of the program's
/// own that look at the scheme. As a global filter it is as good as <c>UseHttpsRedirection</c>; as an attribute where no
/// controller is without. Single actions, and pages, are not gone through.
/// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.mvc.requirehttpsattribute
/// </summary>
internal sealed class HttpsFilters(TransitContext context, ProgramCode program)
{
    /// <summary>As an attribute is spelled.</summary>
    public const string Short = "RequireHttps";

    private static readonly IReadOnlyCollection<string> Adding = ["Add", "AddService"];
    private static readonly IReadOnlyCollection<string> AddingWords = ["Filters"];

    /// <summary>Does the application have such a filter for all of its actions in production?</summary>
    public bool AreGlobal(IOperation made, CancellationToken cancellation)
    {
        if (RequireHttps() is not { } filter)
            return false;
        foreach (var type in program.DerivedFrom(filter, cancellation).Prepend(filter))
            foreach (var mention in program.MentionsOf(type, cancellation))
                if (IsUse(mention, type) && (program.CallAround(mention, cancellation) is not { } call || IsOne(call)))
                    return true;
        foreach (var call in program.CallsNamed(Adding, AddingWords, call => MayAddOwn(call, cancellation), cancellation))
            if (FilterOf(call) is { } type && OwnMiddleware.TellsHttps(type, cancellation) && IsOne(call))
                return true;
        return false;

        bool IsOne(IInvocationOperation call) => context.World.Reaches(call, cancellation) && !Builders.IsForAnother(call, made, program, cancellation);
    }

    /// <summary>Are there controllers, and have all of them, or what they inherit from, the attribute?</summary>
    public bool CoverControllers(CancellationToken cancellation)
    {
        if (RequireHttps() is not { } filter || !(program.Contains(Short, cancellation) || program.Contains(AspNetCorePipeline.HttpsFilter, cancellation)))
            return false;
        var hasAny = false;
        foreach (var type in context.Compilation.DeclaredTypes())
        {
            if (!IsController(type))
                continue;
            hasAny = true;
            if (!Has(type, filter, cancellation))
                return false;
        }

        return hasAny;
    }

    private INamedTypeSymbol? RequireHttps() => context.Compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Mvc." + AspNetCorePipeline.HttpsFilter).FirstOrDefault();

    /// <summary>Is the filter made or named here to be used, not put on a class, inherited from or talked about?</summary>
    private static bool IsUse(SyntaxNode mention, INamedTypeSymbol type) =>
        mention.FirstAncestorOrSelf<AttributeSyntax>() is null && mention.FirstAncestorOrSelf<BaseTypeSyntax>() is null
        && mention.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
        && !type.IsDeclaredAround(mention);

    /// <summary>May the call, by its syntax, add a filter of the program's own? Others have lists of filters too, of texts and of predicates.</summary>
    private bool MayAddOwn(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var list, Name: var add }
        && list switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Filters" } => true,
            IdentifierNameSyntax { Identifier.ValueText: "Filters" or "filters" } variable => variable.DeclaredTypes(cancellation).All(static type => type is null || type.ToString().Contains("Filter")),
            _ => false,
        }
        && (add is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments } ? MayBeOwn(arguments[0]) : call.ArgumentList.Arguments.Any(argument => argument.Expression switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => MayBeOwn(type),
            TypeOfExpressionSyntax { Type: var type } => MayBeOwn(type),
            LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or AnonymousFunctionExpressionSyntax => false,
            _ => true,
        }));

    private bool MayBeOwn(TypeSyntax type) => type.LastName() is not { } name || context.Names.MayBeType(name);

    /// <summary><c>Filters.Add&lt;T&gt;()</c>, <c>Filters.Add(typeof(T))</c>, <c>Filters.Add(new T())</c></summary>
    private static ITypeSymbol? FilterOf(IInvocationOperation add) =>
        add.TargetMethod.TypeArguments.FirstOrDefault()
        ?? add.Arguments.Select(static argument => argument.Value.Unconverted() is ITypeOfOperation { TypeOperand: var named } ? named : argument.Value.Unconverted().Type).FirstOrDefault();

    private bool Has(INamedTypeSymbol controller, INamedTypeSymbol filter, CancellationToken cancellation)
    {
        for (var type = controller; type is not null; type = type.BaseType)
            foreach (var attribute in type.GetAttributes())
                if (attribute.AttributeClass?.IsOrInherits(filter) == true
                    && !(attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax && context.Sources.IsDevelopmentOnly(syntax, context.SettingsFor(syntax.SyntaxTree), cancellation)))
                    return true;
        return false;
    }

    /// <summary>As MVC tells them: https://learn.microsoft.com/aspnet/core/mvc/controllers/actions#what-is-a-controller</summary>
    private static bool IsController(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public })
            return false;
        var isOne = type.Name.EndsWith("Controller", StringComparison.Ordinal);
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (AspNetCoreTypes.Is(attribute.AttributeClass, "NonControllerAttribute"))
                    return false;
                isOne |= AspNetCoreTypes.Is(attribute.AttributeClass, "ControllerAttribute") || AspNetCoreTypes.Is(attribute.AttributeClass, "ApiControllerAttribute");
            }
        }

        return isOne;
    }
}
