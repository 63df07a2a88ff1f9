namespace TransitAnalyzers.PackageTests;

/// <summary>The package in projects of every kind, through <c>dotnet build</c>.</summary>
[Collection(PackageCollection.Name)]
public sealed class BuildTests(Package package)
{
    private const string AcceptAll = """
        using System.Net.Http;

        public class Api
        {
            public static HttpClient Create()
            {
                var handler = new HttpClientHandler();
                handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
                return new HttpClient(handler);
            }
        }
        """;

    private const string OldTls = """
        public class Legacy
        {
            public static void Start() =>
                System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls;
        }
        """;

    [Fact]
    public void Class_library()
    {
        using var project = Project.Create(package).Write("Api.cs", AcceptAll);
        Assert.Equal(["DIT0101 Api.cs"], project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Net_Framework()
    {
        using var project = Project.Create(package, frameworks: "net472", more: """
                <ItemGroup>
                  <PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net472" Version="1.0.3" PrivateAssets="all" />
                  <Reference Include="System.Net.Http" />
                </ItemGroup>
                """)
            .Write("Api.cs", AcceptAll)
            .Write("Legacy.cs", OldTls);
        var seen = project.BuildSuccessfully().Seen;
        Assert.Equal(["DIT0101 Api.cs", "DIT0201 Legacy.cs"], seen);
    }

    [Fact]
    public void Several_target_frameworks_report_in_each()
    {
        using var project = Project.Create(package, frameworks: "net10.0;net472", more: """
                <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
                  <PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net472" Version="1.0.3" PrivateAssets="all" />
                  <Reference Include="System.Net.Http" />
                </ItemGroup>
                """)
            .Write("Api.cs", AcceptAll);
        Assert.Equal(["DIT0101 Api.cs", "DIT0101 Api.cs"], project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Application_with_a_Startup_class()
    {
        using var project = Project.Create(package, sdk: "Microsoft.NET.Sdk.Web")
            .Write("Program.cs", """
                Host.CreateDefaultBuilder(args)
                    .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())
                    .Build()
                    .Run();
                """)
            .Write("Startup.cs", """
                public class Startup
                {
                    public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();

                    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
                    {
                        if (env.IsDevelopment())
                        {
                            app.UseDeveloperExceptionPage();
                        }

                        app.UseStaticFiles();
                        app.UseRouting();
                        app.UseEndpoints(endpoints => endpoints.MapRazorPages());
                    }
                }
                """);
        Assert.Equal(["DIT0401 Startup.cs", "DIT0402 Startup.cs"], project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Warnings_as_errors_fail_the_build()
    {
        using var project = Project.Create(package).Write("Api.cs", AcceptAll);
        var result = project.Build("-p:TreatWarningsAsErrors=true");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error DIT0101", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_category_line_fails_the_build_also_for_what_stands_in_files()
    {
        using var project = Samples.Database(package)
            .Write(".globalconfig", """
                is_global = true
                dotnet_analyzer_diagnostic.category-TransitSecurity.severity = error
                """);
        var result = project.Build();
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(result.Findings, finding => finding is { Id: "DIT0301", Level: "error", File: "Program.cs" });
    }

    [Fact]
    public void In_a_file_the_severity_is_that_of_the_id_in_a_global_configuration()
    {
        // A category line reaches C# only: the compiler asks it by syntax tree.
        using var project = Samples.Database(package)
            .Write(".globalconfig", """
                is_global = true
                dotnet_diagnostic.DIT0301.severity = error
                """);
        var result = project.Build();
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(result.Findings, finding => finding is { Id: "DIT0301", Level: "error", File: "appsettings.json" });
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.DIT0101.severity = error", "error")]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.category-TransitSecurity.severity = error", "error")]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.category-TransitSecurity.severity = suggestion", "note")]
    public void Severity_from_editorconfig(string lines, string level)
    {
        using var project = Project.Create(package).Write("Api.cs", AcceptAll).Write(".editorconfig", $"root = true\n{lines}\n");
        var finding = Assert.Single(project.Build().Findings, finding => finding.Id == "DIT0101");
        Assert.Equal(level, finding.Level);
    }

    [Fact]
    public void A_rule_is_switched_off_by_its_id()
    {
        using var project = Project.Create(package).Write("Api.cs", AcceptAll)
            .Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.DIT0101.severity = none\n");
        Assert.Empty(project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Mode_None_is_silent()
    {
        using var project = Project.Create(package, more: "<PropertyGroup><TransitAnalyzersMode>None</TransitAnalyzersMode></PropertyGroup>")
            .Write("Api.cs", AcceptAll);
        Assert.Empty(project.BuildSuccessfully().Findings);
    }

    [Fact]
    public void Mode_Strict_makes_suggestions_warnings_and_leaves_the_users_lines_in_force()
    {
        const string suggestion = """
            public class Pinned
            {
                public static void Start() =>
                    System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls12;
            }
            """;
        using var project = Project.Create(package, more: "<PropertyGroup><OutputType>Library</OutputType></PropertyGroup>")
            .Write("Pinned.cs", suggestion);
        Assert.DoesNotContain("DIT0202 Pinned.cs", project.BuildSuccessfully().Seen);
        Assert.Contains("DIT0202 Pinned.cs", project.BuildSuccessfully("-p:TransitAnalyzersMode=Strict").Seen);

        project.Write(".globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.category-TransitSecurity.severity = error\n");
        Assert.Contains(project.Build("-p:TransitAnalyzersMode=Strict").Findings, finding => finding is { Id: "DIT0202", Level: "error" });
    }

    [Fact]
    public void An_unknown_mode_and_a_wrong_option_give_one_clear_diagnostic_each()
    {
        using var project = Project.Create(package, more: "<PropertyGroup><TransitAnalyzersMode>Paranoid</TransitAnalyzersMode></PropertyGroup>")
            .Write("One.cs", "public class One;")
            .Write("Two.cs", "public class Two;")
            .Write(".editorconfig", "root = true\n[*.cs]\ntransit_analyzers.tls_termination = sometimes\n");
        var problems = project.BuildSuccessfully().Findings.Where(finding => finding.Id == "DIT0001").ToList();
        Assert.Single(problems, finding => finding.Message.Contains("Paranoid", StringComparison.Ordinal));
        Assert.Single(problems, finding => finding.Message.Contains("sometimes", StringComparison.Ordinal));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Test_projects_are_silent_unless_asked_for()
    {
        using var project = Project.Create(package, more: "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>").Write("Api.cs", AcceptAll);
        Assert.Empty(project.BuildSuccessfully().Seen);

        project.Write(".editorconfig", "root = true\n[*.cs]\ntransit_analyzers.include_test_projects = true\n");
        Assert.Equal(["DIT0101 Api.cs"], project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void A_project_without_a_connection_is_silent()
    {
        using var project = Project.Create(package).Write("Sum.cs", """
            public static class Sum
            {
                public static int Of(params int[] numbers) => numbers.Sum();
            }
            """);
        Assert.Empty(project.BuildSuccessfully().Findings);
    }

    [Fact]
    public void Sarif_carries_tags_and_help_links()
    {
        using var project = Project.Create(package).Write("Api.cs", AcceptAll);
        var finding = Assert.Single(project.BuildSuccessfully().Findings, finding => finding.Id == "DIT0101");
        Assert.EndsWith("docs/rules/DIT0101.md", finding.Rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        var properties = finding.Rule.GetProperty("properties");
        Assert.Equal("TransitSecurity", properties.GetProperty("category").GetString());
        Assert.Contains("CWE-295", properties.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
    }
}
