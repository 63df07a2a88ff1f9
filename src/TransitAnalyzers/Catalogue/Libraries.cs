using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Catalogue;

/// <summary>A library that a compilation references, with the version of the assembly referenced.</summary>
internal readonly record struct LibraryReference(Library Library, Version Version);

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

    /// <summary>The libraries that this compilation references, or is itself the source of (wrappers, stubs).</summary>
    public static ImmutableArray<LibraryReference> In(Compilation compilation)
    {
        var versions = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in compilation.ReferencedAssemblyNames)
            versions[reference.Name] = reference.Version;
        var declared = compilation.Assembly.GlobalNamespace;
        var found = ImmutableArray.CreateBuilder<LibraryReference>();
        foreach (var library in All)
        {
            if (library.Assemblies.IsEmpty)
            {
                found.Add(new(library, Newest));
            }
            else if (VersionIn(versions, library) is { } version)
            {
                found.Add(new(library, version == Unknown ? Newest : version));
            }
            else if (library.Namespace is { } ns && Declares(declared, ns))
            {
                found.Add(new(library, Newest));
            }
        }

        return found.ToImmutable();
    }

    private static Version? VersionIn(Dictionary<string, Version> versions, Library library)
    {
        foreach (var assembly in library.Assemblies)
            if (versions.TryGetValue(assembly, out var version))
                return version;
        return null;
    }

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
