using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Catalogue;

/// <summary>A library that a compilation references, with the version of the assembly referenced.</summary>
internal readonly record struct LibraryReference(Library Library, Version Version)
{
    /// <summary>Does what the library declares follow from its name and version? Else the program declares it itself, or the assembly tells no version.</summary>
    public bool IsOfRelease => Library.Assemblies.IsEmpty || Version != Libraries.Newest;
}

/// <summary>The only list of libraries: one line a library.</summary>
internal static class Libraries
{
    /// <summary>Stands for a version that is not known: treated as the newest.</summary>
    public static readonly Version Newest = new(int.MaxValue, 0);

    private static readonly Version Unknown = new(0, 0, 0, 0);

    public static readonly ImmutableArray<Library> All = ImmutableArray.Create<Library>(
        ActiveMq.Library,
        AmqpNetLite.Library,
        AspNetCorePipeline.Library,
        AwsSdk.Library,
        AzureCosmos.Library,
        AzureMessaging.Library,
        AzureStorage.Library,
        BouncyCastle.Library,
        Cassandra.Library,
        CefSharp.Library,
        CertificateAuthentication.Library,
        ClickHouse.Library,
        ConfluentKafka.Library,
        ConfluentSchemaRegistry.Library,
        Consul.Library,
        Cookies.AspNetCore,
        Cookies.Headers,
        Cookies.Katana,
        Cookies.SystemWeb,
        CoreWcf.Library,
        Couchbase.Library,
        DotNetCertificates.Ldap,
        DotNetCertificates.Library,
        DotNetTimeouts.Library,
        DotNetKeys.Library,
        DotNetTls.Library,
        DotNetty.Library,
        Db2.Library,
        DotPulsar.Library,
        EasyNetQ.Library,
        EntityFramework.Library,
        Elasticsearch.Client,
        Elasticsearch.OpenSearch,
        Elasticsearch.Transport,
        EventStore.Library,
        Firebird.Library,
        FluentFtp.Library,
        GrpcCore.Library,
        Hazelcast.Library,
        IdentityMetadata.DuendeIdentityModel,
        IdentityMetadata.IdentityModel,
        IdentityMetadata.IdentityServer,
        IdentityMetadata.JwtBearer,
        IdentityMetadata.Katana,
        IdentityMetadata.OpenIdConnect,
        IdentityMetadata.OpenIddict,
        IdentityMetadata.Protocols,
        IdentityMetadata.WsFederation,
        InfluxDb.Library,
        KestrelCertificates.Library,
        KubernetesClient.Library,
        MailKit.Library,
        MassTransit.Library,
        MassTransitKafka.Library,
        Memcached.Library,
        Minio.Library,
        MongoDb.Library,
        MqttNet.Library,
        MySqlConnector.Library,
        MySqlData.Library,
        NServiceBus.Library,
        Nats.Library,
        Neo4j.Library,
        Npgsql.Library,
        OpcUa.Library,
        Oracle.Library,
        Orleans.Library,
        Playwright.Library,
        PuppeteerSharp.Library,
        RabbitMqClient.Library,
        Selenium.Library,
        SerilogSyslog.Library,
        ServiceStackRedis.Library,
        Snowflake.Library,
        Solace.Library,
        SqlClient.MicrosoftLibrary,
        SqlClient.SystemLibrary,
        SshNet.Library,
        StackExchangeRedis.Library,
        SuperSocket.Library,
        UriConventions.Library,
        Wcf.Library,
        WebSocketSharp.Library,
        WebView2.Library,
        WinHttpHandler.Library,
        Yarp.Library);

    /// <summary>The libraries by the names of their assemblies, each with its place in the list.</summary>
    private static readonly ILookup<string, int> ByAssembly = All
        .SelectMany(static (library, index) => library.Assemblies.Select(assembly => (Name: assembly, Index: index)))
        .ToLookup(static entry => entry.Name, static entry => entry.Index, StringComparer.OrdinalIgnoreCase);

    /// <summary>The libraries that this compilation references, or is itself the source of (wrappers, stubs).</summary>
    public static ImmutableArray<LibraryReference> In(Compilation compilation)
    {
        var references = new AssemblyIdentity?[All.Length];
        foreach (var reference in compilation.ReferencedAssemblyNames)
            foreach (var index in ByAssembly[reference.Name])
                if (references[index] is not { } known || RankIn(All[index], reference) <= RankIn(All[index], known))
                    references[index] = reference;
        var declared = compilation.Assembly.GlobalNamespace;
        var found = ImmutableArray.CreateBuilder<LibraryReference>();
        for (var index = 0; index < All.Length; index++)
        {
            var library = All[index];
            if (references[index] is { } reference)
                found.Add(new(library, reference.Version == Unknown ? Newest : reference.Version));
            else if (library.Assemblies.IsEmpty || (library.Namespace is { } ns && Declares(declared, ns)))
                found.Add(new(library, Newest));
        }

        return found.ToImmutable();
    }

    /// <summary>Of several assemblies that bring a library the first tells its version.</summary>
    private static int RankIn(Library library, AssemblyIdentity reference) => library.Assemblies.IndexOf(reference.Name, 0, library.Assemblies.Length, StringComparer.OrdinalIgnoreCase);

    /// <summary>By name, because to list what a namespace has sorts it.</summary>
    private static bool Declares(INamespaceSymbol declared, string fullName)
    {
        foreach (var part in fullName.Split('.'))
        {
            if (declared.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
                return false;
            declared = inner;
        }

        return true;
    }
}
