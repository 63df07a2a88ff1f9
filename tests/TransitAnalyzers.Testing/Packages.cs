using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Testing;

namespace TransitAnalyzers.Testing;

/// <summary>
/// The real client libraries that tests compile against. To add one: a <c>PackageDownload</c> in
/// Packages.props and a line here. Dependencies are not followed: where the compiler asks for another
/// assembly (CS0012), add its package too.
/// </summary>
public static class Packages
{
    public static readonly PackageIdentity NetCore8 = new("Microsoft.NETCore.App.Ref", "8.0.33");
    public static readonly PackageIdentity AspNetCore8 = new("Microsoft.AspNetCore.App.Ref", "8.0.33");
    public static readonly PackageIdentity NetFramework472 = new("Microsoft.NETFramework.ReferenceAssemblies.net472", "1.0.3");

    public static readonly PackageIdentity Npgsql = new("Npgsql", "10.0.0");
    public static readonly PackageIdentity Npgsql9 = new("Npgsql", "9.0.3");
    public static readonly PackageIdentity MicrosoftSqlClient = new("Microsoft.Data.SqlClient", "6.1.8");
    public static readonly PackageIdentity MicrosoftSqlClient2 = new("Microsoft.Data.SqlClient", "2.1.4");
    public static readonly PackageIdentity ConfigurationManager = new("System.Configuration.ConfigurationManager", "9.0.22");
    public static readonly PackageIdentity SystemSqlClient = new("System.Data.SqlClient", "4.9.1");
    public static readonly PackageIdentity MySqlData = new("MySql.Data", "26.10.0");
    public static readonly PackageIdentity MySqlConnector = new("MySqlConnector", "2.6.2");
    public static readonly PackageIdentity StackExchangeRedis = new("StackExchange.Redis", "3.4.35");
    public static readonly PackageIdentity StackExchangeRedis2 = new("StackExchange.Redis", "2.6.70");
    public static readonly PackageIdentity MongoDriver = new("MongoDB.Driver", "3.14.0");
    public static readonly PackageIdentity RabbitMQ6 = new("RabbitMQ.Client", "6.4.0");
    public static readonly PackageIdentity RabbitMQ7 = new("RabbitMQ.Client", "7.1.2");
    public static readonly PackageIdentity ConfluentKafka = new("Confluent.Kafka", "2.15.1");
    public static readonly PackageIdentity AzureStorageBlobs = new("Azure.Storage.Blobs", "12.30.0");
    public static readonly PackageIdentity AzureCosmos = new("Microsoft.Azure.Cosmos", "3.64.0");
    public static readonly PackageIdentity GrpcNetClient = new("Grpc.Net.Client", "2.85.0");
    public static readonly PackageIdentity Yarp = new("Yarp.ReverseProxy", "2.1.0");
    public static readonly PackageIdentity MassTransitAbstractions = new("MassTransit.Abstractions", "9.2.6");
    public static readonly PackageIdentity MassTransitRabbitMQ = new("MassTransit.RabbitMQ", "9.2.6");
    public static readonly PackageIdentity JwtBearer = new("Microsoft.AspNetCore.Authentication.JwtBearer", "10.0.15");
    public static readonly PackageIdentity IdentityModelProtocols = new("Microsoft.IdentityModel.Protocols", "8.16.0");
    public static readonly PackageIdentity EntityFrameworkCore = new("Microsoft.EntityFrameworkCore", "10.0.14");
    public static readonly PackageIdentity EntityFrameworkCoreRelational = new("Microsoft.EntityFrameworkCore.Relational", "10.0.14");
    public static readonly PackageIdentity EntityFrameworkCoreSqlServer = new("Microsoft.EntityFrameworkCore.SqlServer", "10.0.14");
    public static readonly PackageIdentity EntityFrameworkCorePostgreSql = new("Npgsql.EntityFrameworkCore.PostgreSQL", "10.0.0");

    /// <summary>Every client library, in every version that is downloaded.</summary>
    public static ImmutableArray<PackageIdentity> All { get; } =
        [.. typeof(Packages).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<PackageIdentity>()
            .Except([NetCore8, AspNetCore8, NetFramework472])];

    /// <summary>Every client library, in its newest version.</summary>
    public static ImmutableArray<PackageIdentity> Newest { get; } =
        [.. All.GroupBy(package => package.Id, StringComparer.OrdinalIgnoreCase).Select(versions => versions.MaxBy(VersionOf)!)];

    /// <summary>The folder that NuGet unpacks into.</summary>
    public static string Root => ReferenceAssemblies.PackageRoot;

    /// <summary>The version without its prerelease label.</summary>
    public static Version VersionOf(PackageIdentity package) => Version.Parse(package.Version.Split('-')[0]);
}
