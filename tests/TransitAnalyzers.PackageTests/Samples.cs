namespace TransitAnalyzers.PackageTests;

/// <summary>Projects that more than one test needs.</summary>
internal static class Samples
{
    public const string AppSettings = """
        {
          // the shop
          "ConnectionStrings": {
            "Shop": "Host=db.shop.internal;Username=shop;SSL Mode=Disable"
          }
        }
        """;

    /// <summary>A console application that reads its connection string from appsettings.json; Npgsql without its dependencies.</summary>
    public static Project Database(Package package) =>
        Project.Create(package, sdk: "Microsoft.NET.Sdk.Web", more: """
                <ItemGroup>
                  <PackageDownload Include="Npgsql" Version="[10.0.0]" />
                  <Reference Include="$(NuGetPackageRoot)/npgsql/10.0.0/lib/net10.0/Npgsql.dll" />
                </ItemGroup>
                """)
            .Write("appsettings.json", AppSettings)
            .Write("appsettings.Development.json", AppSettings)
            .Write("Program.cs", """
                using Npgsql;

                var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();
                using var connection = new NpgsqlConnection(configuration.GetConnectionString("Shop"));
                connection.Open();
                """);
}
