namespace TransitAnalyzers.PackageTests;

/// <summary>
/// The SDK's own templates: each gets exactly the findings that it deserves. The web templates switch HSTS and
/// redirection on themselves where the documentation wants them.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(Package package)
{
    [Theory]
    [InlineData("webapp")]
    [InlineData("mvc")]
    [InlineData("webapi")]
    [InlineData("blazor")]
    [InlineData("webapiaot")]
    [InlineData("web")]
    [InlineData("worker")]
    [InlineData("console")]
    [InlineData("classlib")]
    public void Is_silent(string template)
    {
        using var project = Project.FromTemplate(package, template);
        // Static assets and native compilation are packages of their own that are not served everywhere; nothing here needs them.
        Assert.Empty(project.BuildSuccessfully("-p:RequiresAspNetWebAssets=false", "-p:PublishAot=false").Seen);
    }

    [Fact]
    public void Web_application_without_https_is_told_what_it_lacks_and_mended()
    {
        using var project = Project.FromTemplate(package, "webapp", "--no-https");
        Assert.Equal(["DIT0401 Program.cs", "DIT0402 Program.cs"], project.BuildSuccessfully().Seen);
        var format = project.Format();
        Assert.True(format.ExitCode == 0, format.Output);
        Assert.Empty(project.BuildSuccessfully().Seen);
    }

    [Theory]
    [InlineData("mvc", "DIT0401 Program.cs", "DIT0402 Program.cs")]
    [InlineData("webapi", "DIT0402 Program.cs")]
    public void Without_https_each_is_told_what_it_lacks(string template, params string[] lacks)
    {
        using var project = Project.FromTemplate(package, template, "--no-https");
        Assert.Equal(lacks, project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Grpc_is_silent()
    {
        // The template's own packages are not served everywhere: its program, with the server library alone and the
        // service that protoc would have made a base class for.
        using var template = Project.FromTemplate(package, "grpc");
        using var project = Project.Create(package, sdk: "Microsoft.NET.Sdk.Web", more: """
                <ItemGroup>
                  <PackageDownload Include="Grpc.AspNetCore.Server" Version="[2.85.0]" />
                  <Reference Include="$(NuGetPackageRoot)/grpc.aspnetcore.server/2.85.0/lib/net10.0/Grpc.AspNetCore.Server.dll" />
                </ItemGroup>
                """)
            .Write("Program.cs", template.Read("Program.cs"))
            .Write("appsettings.json", template.Read("appsettings.json"))
            .Write("GreeterService.cs", "namespace Example.Services { public class GreeterService; }");
        Assert.Empty(project.BuildSuccessfully().Seen);
    }
}
