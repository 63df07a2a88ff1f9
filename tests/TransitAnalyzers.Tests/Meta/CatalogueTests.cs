using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>
/// The catalogue against the world: every name in a row exists in the real assembly of the library, in the versions for
/// which the row is true, or in one that is built upon it. Metadata only; this tests reality, not the table.
/// </summary>
public sealed class CatalogueTests
{
    /// <summary>
    /// Libraries whose packages the package source does not serve (Playwright's is served: its 200 MB of browsers' drivers are not
    /// worth it): their tests define the public shape in source.
    /// </summary>
    private static readonly ImmutableHashSet<string> NotServed =
    [
        "ActiveMQ",
        "Cassandra",
        "CefSharp",
        "Consul",
        "CoreWCF",
        "Couchbase",
        "Db2",
        "DotPulsar",
        "EnyimMemcached",
        "EasyNetQ",
        "EventStoreDB",
        "FluentFTP",
        "Hazelcast",
        "IdentityServer4.AccessTokenValidation",
        "Katana (OAuth, OpenID Connect)",
        "MassTransit on Kafka",
        "NServiceBus",
        "Neo4j.Driver",
        "ODP.NET",
        "OPC UA",
        "OpenSearch.Net",
        "Playwright",
        "Serilog syslog sink",
        "ServiceStack.Redis",
        "Snowflake",
        "Solace",
        "WS-Federation authentication",
        "SuperSocket",
        "websocket-sharp",
    ];

    /// <summary>Names in rows whose package, or whose version of it, is not served: library to names.</summary>
    private static readonly Dictionary<string, string[]> NamesNotServed = new(StringComparer.Ordinal)
    {
        ["Azure Storage"] = ["Azure.Storage.Files.DataLake.DataLakeServiceClient", "Microsoft.Azure.Cosmos.Table.CloudStorageAccount", "Microsoft.WindowsAzure.Storage.CloudStorageAccount"],
        ["Azure messaging"] = ["Azure.Messaging.EventHubs.EventProcessorClient"],
        ["ClickHouse"] = ["ClickHouse.Client.ADO.ClickHouseConnection", "ClickHouse.Client.ADO.ClickHouseConnectionStringBuilder"],
        ["Katana (cookies)"] = ["Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions"],
        ["MQTTnet"] =
        [
            "MQTTnet.*.AllowUntrustedCertificates", "MQTTnet.*.WithAllowUntrustedCertificates",
            "MQTTnet.Client.MqttClientCertificateValidationEventArgs", "MQTTnet.Client.Options.MqttClientCertificateValidationCallbackContext",
        ],
        ["MySqlConnector"] = ["Hangfire.MySql.MySqlStorage"],
        ["OpenIddict"] =
        [
            "Microsoft.Extensions.DependencyInjection.OpenIddictClientOwinBuilder", "Microsoft.Extensions.DependencyInjection.OpenIddictServerOwinBuilder",
            "OpenIddict.Client.Owin.OpenIddictClientOwinOptions", "OpenIddict.Server.Owin.OpenIddictServerOwinOptions",
        ],
        ["PuppeteerSharp"] = ["PuppeteerSharp.*.IgnoreHTTPSErrors"],
        ["StackExchange.Redis"] = ["Microsoft.Extensions.Caching.Redis.RedisCacheOptions"],
        ["System.Data.SqlClient"] = ["System.Data.Entity.DbContext"],
    };

    private static readonly ImmutableArray<ReferenceAssemblies> Frameworks =
        [ReferenceAssemblies.AspNetCore.Net100, ReferenceAssemblies.AspNetCore.Net80, ReferenceAssemblies.NetFramework.Net472.Default];

    /// <summary>Every package at once, and the frameworks: what is built upon a library, or extends it, stands in assemblies of its own.</summary>
    private static readonly Lazy<Task<Compilation[]>> Above = new(() => Task.WhenAll(
        Frameworks.Append(ReferenceAssemblies.AspNetCore.Net100.AddPackages([.. Packages.Newest, .. MorePackages.All.Where(Frameworks[0].IsSupportedBy)])).Select(CompileAsync)));

    public static IEnumerable<object[]> Names => Libraries.All.Select(library => new object[] { library.Name });

    [Fact]
    public void A_library_is_listed_once() => Assert.Equal(Libraries.All.Length, Libraries.All.DistinctBy(library => library.Name).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_row_names_its_api(string name)
    {
        _ = name;
        Assert.All(
            typeof(Library).GetProperties().Where(IsRows),
            property => Assert.True(
                typeof(IApiRow).IsAssignableFrom(property.PropertyType.GetGenericArguments()[0]),
                $"The rows of Library.{property.Name} do not implement {nameof(IApiRow)}."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_name_exists(string name)
    {
        var library = Libraries.All.Single(candidate => candidate.Name == name);
        var worlds = await WorldsAsync(library);
        if (worlds.IsEmpty)
        {
            Assert.True(
                NotServed.Contains(name),
                $"No downloaded package brings {string.Join(" or ", library.Assemblies)}: add it to Packages.cs, or, where it is not served, its name to {nameof(NotServed)}.");
            return;
        }

        Assert.DoesNotContain(name, NotServed);
        var above = await Above.Value;
        var missing = RowsOf(library)
            .SelectMany(row => row.ApiNames.Where(api =>
                !worlds.Any(world => Holds(row, world.Version) && Exists(world.Compilation, api))
                && !(row is { Since: null, Until: null } && above.Any(world => Exists(world, api)))))
            .Select(api => worlds.Any(world => TypesOf(world.Compilation, api.Type).Any()) ? api.ToString() : api.Type)
            .Concat(library.Dialects.SelectMany(dialect => dialect.ObjectMembers.Where(member => !dialect.Objects.Any(type =>
                worlds.Any(world => Exists(world.Compilation, new ApiName(type, member)))))));
        Assert.Equal(NamesNotServed.GetValueOrDefault(name, []).Order(StringComparer.Ordinal), missing.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The delegates of callbacks that are known by their type; those of libraries that are not served cannot be asked.</summary>
    [Fact]
    public async Task Delegates_take_what_their_rows_say()
    {
        var seen = 0;
        foreach (var library in Libraries.All.Where(static library => library.Callbacks.Any(static row => row.Takes.Length > 0)))
        {
            foreach (var (compilation, _) in await WorldsAsync(library))
            {
                foreach (var row in library.Callbacks.Where(static row => row.Takes.Length > 0))
                {
                    foreach (var type in compilation.GetTypesByMetadataName(row.Type))
                    {
                        seen++;
                        Assert.Equal(row.Takes.Order(), type.DelegateInvokeMethod!.Parameters.Select(static parameter => parameter.Type.Name).Order());
                    }
                }
            }
        }

        Assert.NotEqual(0, seen);
    }

    private static bool IsRows(System.Reflection.PropertyInfo property) =>
        property.PropertyType.IsGenericType
        && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && property.PropertyType.GetGenericArguments()[0].Namespace == typeof(IApiRow).Namespace;

    private static IEnumerable<IApiRow> RowsOf(Library library) =>
        typeof(Library).GetProperties().Where(IsRows).SelectMany(property => ((IEnumerable)property.GetValue(library)!).Cast<IApiRow>());

    private static bool Holds(IApiRow row, Version? version) =>
        version is null || ((row.Since is null || version >= row.Since) && (row.Until is null || version < row.Until));

    /// <summary>The frameworks, or each downloaded version of the library's packages.</summary>
    private static async Task<ImmutableArray<(Compilation Compilation, Version? Version)>> WorldsAsync(Library library)
    {
        if (library.Assemblies.IsEmpty)
        {
            var frameworks = await Task.WhenAll(Frameworks.Select(CompileAsync));
            return [.. frameworks.Select(compilation => (compilation, (Version?)null))];
        }

        var worlds = ImmutableArray.CreateBuilder<(Compilation, Version?)>();
        foreach (var framework in Frameworks)
        {
            var compilation = await CompileAsync(framework);
            if (compilation.ReferencedAssemblyNames.Any(reference => Brings(library, reference.Name)))
                worlds.Add((compilation, null));
        }

        foreach (var package in Packages.All.Concat(MorePackages.All))
        {
            var framework = Frameworks.First(candidate => candidate.IsSupportedBy(package));
            if (framework.FilesOf(package).Any(file => Brings(library, Path.GetFileNameWithoutExtension(file))))
            {
                // By the assembly, as the analyzer tells it.
                var compilation = await CompileAsync(framework.AddPackages([.. Beside(package), package]));
                worlds.Add((compilation, compilation.ReferencedAssemblyNames.First(reference => Brings(library, reference.Name)).Version));
            }
        }

        return worlds.ToImmutable();
    }

    /// <summary>Assemblies above a driver have sinks of it, and extend what it has.</summary>
    private static IEnumerable<PackageIdentity> Beside(PackageIdentity package) =>
        MorePackages.All.Contains(package) ? [] : Packages.Newest.Where(other => other.Id != package.Id);

    private static bool Brings(Library library, string assembly) => library.Assemblies.Contains(assembly, StringComparer.OrdinalIgnoreCase);

    private static async Task<Compilation> CompileAsync(ReferenceAssemblies references) => CSharpCompilation.Create(
        "World", references: await references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));

    private static bool Exists(Compilation compilation, ApiName api)
    {
        foreach (var type in TypesOf(compilation, api.Type))
        {
            if (api.Member is null)
                return true;
            var members = Lineage(type).SelectMany(candidate => candidate.GetMembers(api.Member))
                .Concat(type.IsStatic ? [] : Extensions(compilation, type, api.Member))
                .ToArray();
            if (members.Any(member => Suits(member, api)))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(Compilation compilation, string name)
    {
        if (!name.EndsWith(SettingRow.AnyType, StringComparison.Ordinal))
            return compilation.GetTypesByMetadataName(name);
        INamespaceSymbol? space = compilation.GlobalNamespace;
        foreach (var part in name[..^SettingRow.AnyType.Length].Split('.'))
            space = space?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        return space?.AllTypes() ?? [];
    }

    private static IEnumerable<INamedTypeSymbol> Lineage(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
        foreach (var implemented in type.AllInterfaces)
            yield return implemented;
    }

    private static IEnumerable<ISymbol> Extensions(Compilation compilation, INamedTypeSymbol type, string name) =>
        compilation.GetSymbolsWithExtension(name).Where(method =>
            method.Parameters[0].Type is ITypeParameterSymbol parameter
                ? parameter.ConstraintTypes.All(constraint => Lineage(type).Contains(constraint, SymbolEqualityComparer.Default))
                : Lineage(type).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.Parameters[0].Type.OriginalDefinition)));

    private static bool Suits(ISymbol member, ApiName api)
    {
        IEnumerable<ITypeSymbol> types = member switch
        {
            IMethodSymbol method when api.Parameter is not null => method.Parameters.Where(parameter => parameter.Name == api.Parameter).Select(parameter => parameter.Type),
            IPropertySymbol property when api.Parameter is null => [property.Type],
            IFieldSymbol field when api.Parameter is null => [field.Type],
            IEventSymbol happening when api.Parameter is null => [happening.Type],
            IMethodSymbol when api.Value is null => [member.ContainingType],
            _ => [],
        };
        return types.Any(type => api.Value is null || HasValue(type, api.Value));
    }

    private static bool HasValue(ITypeSymbol type, string value)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type.GetMembers(value).Any(member => member.IsStatic);
    }
}

/// <summary>Extension methods of all references, by name; found once a compilation.</summary>
file static class ExtensionMethods
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Compilation, ILookup<string, IMethodSymbol>> Found = new();

    public static IEnumerable<IMethodSymbol> GetSymbolsWithExtension(this Compilation compilation, string name) =>
        Found.GetValue(compilation, static c => c.GlobalNamespace.AllTypes()
            .Where(type => type is { IsStatic: true, MightContainExtensionMethods: true, DeclaredAccessibility: Accessibility.Public })
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method is { IsExtensionMethod: true })
            .ToLookup(method => method.Name, StringComparer.Ordinal))[name];

    public static IEnumerable<INamedTypeSymbol> AllTypes(this INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(AllTypes));
}
