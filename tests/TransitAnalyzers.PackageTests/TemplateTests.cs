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
    [InlineData("web")]
    [InlineData("worker")]
    [InlineData("console")]
    [InlineData("classlib")]
    public void Is_silent(string template)
    {
        using var project = Project.FromTemplate(package, template);
        Assert.Empty(project.BuildSuccessfully().Seen);
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
}
